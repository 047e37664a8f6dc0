package scenarios_test

import (
	"slices"
	"testing"

	"steadfast/sim/design"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// drawn is what every case of a scenario comes to, by package id and case.
type drawn struct {
	deliberate, risk, limited, adopted map[string][]float64
}

// solve draws cases and solves the packages named.
func solve(t *testing.T, s *scenario.Scenario, cases int, packages []string) drawn {
	t.Helper()
	var paths []string
	for _, c := range s.Columns() {
		paths = append(paths, c.Path)
	}
	d, err := design.New(design.Spec{Kind: design.Sobol, Cases: cases, Seed: s.Run.Seed, Columns: paths, Correlations: s.DesignCorrelations()})
	if err != nil {
		t.Fatal(err)
	}
	out := drawn{map[string][]float64{}, map[string][]float64{}, map[string][]float64{}, map[string][]float64{}}
	resolver, game := s.Resolver(), model.NewGame()
	var resolved scenario.Resolved
	var o model.Outcome
	u := make([]float64, len(paths))
	for c := range d.Len() {
		d.Row(c, u)
		if err := resolver.Resolve(u, &resolved); err != nil {
			t.Fatal(err)
		}
		for i := range resolved.Packages {
			p := &resolved.Packages[i]
			if !slices.Contains(packages, p.ID) {
				continue
			}
			game.Solve(&p.Case)
			game.Exact(&o)
			out.deliberate[p.ID] = append(out.deliberate[p.ID], o.Deliberate)
			out.risk[p.ID] = append(out.risk[p.ID], o.Risk())
			out.limited[p.ID] = append(out.limited[p.ID], o.LimitedRisk())
			out.adopted[p.ID] = append(out.adopted[p.ID], p.Feasibility)
		}
	}
	return out
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// adjusted is the mean risk with the chance of adoption, and no guarantee else.
func (d drawn) adjusted(id string) float64 {
	sum := 0.0
	for c, f := range d.adopted[id] {
		sum += f*d.risk[id][c] + (1-f)*d.risk["none"][c]
	}
	return sum / float64(len(d.adopted[id]))
}

// share is the share of cases in which a deters more than b.
func (d drawn) share(a, b string) float64 {
	n := 0.0
	for c := range d.deliberate[a] {
		if d.deliberate[a][c] < d.deliberate[b][c] {
			n++
		}
	}
	return n / float64(len(d.deliberate[a]))
}

// What the default ranges are arranged to give: the order of the source's
// table if adopted, with neighbours that change places, and another order once
// feasibility counts.
func TestFiveTypesFollowTheTable(t *testing.T) {
	long(t)
	s := load(t, "ukraine-options.toml")
	if n := len(s.Columns()); n < 60 {
		t.Errorf("%d uncertain parameters in use, want at least 60", n)
	}
	order := []string{"none", "assist", "snap", "air", "trip", "nato"}
	d := solve(t, s, 256, append([]string{"all"}, order...))
	for i := 1; i < len(order); i++ {
		weaker, stronger := order[i-1], order[i]
		if mean(d.deliberate[stronger]) >= mean(d.deliberate[weaker]) {
			t.Errorf("%s: mean probability of a deliberate breach %.3f, not below %.3f of %s", stronger, mean(d.deliberate[stronger]), mean(d.deliberate[weaker]), weaker)
		}
		if got := d.share(weaker, stronger); i > 1 && (got < .03 || got > .4) {
			t.Errorf("%s deters more than %s in %.0f %% of cases, want a visible minority", weaker, stronger, 100*got)
		}
	}
	if d.adjusted("nato") <= d.adjusted("air") {
		t.Errorf("with feasibility counted, nato (%.3f) still does better than air (%.3f)", d.adjusted("nato"), d.adjusted("air"))
	}
	if got := mean(d.limited["all"]); got >= .95 {
		t.Errorf("a limited breach has probability %.3f under all instruments, want below .95", got)
	}
	if deliberate, risk := mean(d.deliberate["all"]), mean(d.risk["all"]); deliberate > risk/2 {
		t.Errorf("deliberate breaches are %.3f of a risk of %.3f under all instruments, want the lesser part", deliberate, risk)
	}
}

// long leaves a test that takes seconds out of short runs, which `make race`
// makes; `make test` runs it.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds")
	}
}
