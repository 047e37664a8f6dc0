package scenario

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/sim/model"
)

// edited loads a file that extends the small world.
func edited(t testing.TB, text string) *Scenario {
	t.Helper()
	return load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": "extends = \"" + base + "\"\n" + text})})
}

// inOrder is a scenario's cases at given uniforms by path, sorted by id, so
// that scenarios compare whatever the order of their files.
func inOrder(t testing.TB, s *Scenario, u map[string]float64) []ResolvedPackage {
	t.Helper()
	at := s.Medians()
	for i, c := range s.Columns() {
		if x, ok := u[c.Path]; ok {
			at[i] = x
		}
	}
	packages := resolved(t, s, at).Packages
	for i := range packages {
		p := &packages[i]
		slices.SortFunc(p.Case.Guarantors, func(x, y model.Guarantor) int { return strings.Compare(x.ID, y.ID) })
		slices.SortFunc(p.Case.Package.Instruments, func(x, y model.Instrument) int { return strings.Compare(x.ID, y.ID) })
		slices.Sort(p.InstrumentFeasibility)
	}
	slices.SortFunc(packages, func(x, y ResolvedPackage) int { return strings.Compare(x.ID, y.ID) })
	return packages
}

// sameNumbers holds two scenarios to the same columns, correlations, weights
// and cases.
func sameNumbers(t *testing.T, what string, want, got *Scenario) {
	t.Helper()
	a, b := paths(want.Columns()), paths(got.Columns())
	slices.Sort(a)
	slices.Sort(b)
	if d := cmp.Diff(a, b); d != "" {
		t.Errorf("%s: columns differ (-want +got):\n%s", what, d)
	}
	if d := correlationLines(want.Correlations, got.Correlations); len(d) > 0 {
		t.Errorf("%s: correlations differ: %v", what, d)
	}
	if d := cmp.Diff(want.Weights(nil), got.Weights(nil)); d != "" {
		t.Errorf("%s: weights differ:\n%s", what, d)
	}
	if want.Baseline != got.Baseline || want.Fallback != got.Fallback || want.FeasibilityRule != got.FeasibilityRule {
		t.Errorf("%s: baseline %s, fallback %s, rule %s; want %s, %s, %s", what, got.Baseline, got.Fallback, got.FeasibilityRule, want.Baseline, want.Fallback, want.FeasibilityRule)
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for range 2 {
		u := map[string]float64{}
		for _, path := range a {
			u[path] = .001 + .998*rng.Float64()
		}
		x, y := inOrder(t, want, u), inOrder(t, got, u)
		if reflect.DeepEqual(x, y) {
			continue
		}
		if d := cmp.Diff(x, y, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s: cases differ (-want +got):\n%s", what, d)
		}
	}
}

// variants are edits of the small world that each test one way in which parts
// hang together.
var variants = map[string]string{
	"nothing":         "",
	"numbers":         "[challenger]\nwar_cost = { pert = [0.45, 0.60, 0.80] }\nclash_cost = 0.4\n[challenger.forces]\nend = 2\n[coalition]\nresolve = \"likely\"\n",
	"new package":     "[instrument.air]\nkind = \"air_naval\"\nshare_of_forces = 0.5\nincidents_per_year = 3\nescalation = 0.001\nlegal_form = \"treaty\"\n[[package]]\nid = \"air\"\ninstruments = [\"air\", \"snap\"]\n[package.set]\ninstrument.air.share_of_forces = 0.6\ninstrument.snap.severity = 0.1\n",
	"named elsewhere": "[instrument.air]\nkind = \"air_naval\"\nshare_of_forces = 0.5\nincidents_per_year = 3\nescalation = 0.001\nlegal_form = \"treaty\"\n[[package]]\nid = \"trip\"\ninstruments = [\"trip\", \"air\"]\n",
	"package gone":    "packages = [\"trip\", \"none\", \"aid\"]\n",
	"guarantor":       "[guarantor.de]\ncapability = 0.3\nwillingness = { uniform = [0.1, 0.3] }\nbackstop_reliance = 1\n[instrument.trip]\ncontributors = [\"uk\", \"de\"]\n[[package]]\nid = \"trip\"\nguarantors = [\"uk\", \"de\"]\n[instrument.hand]\nkind = \"custom\"\nshare = 0.5\nentanglement = { de = 1.5 }\n[[package]]\nid = \"aid\"\ninstruments = [\"aid\", \"hand\"]\n",
	"baseline":        "baseline = \"mine\"\n[[package]]\nid = \"mine\"\ninstruments = []\n",
	"spellings":       "horizon_months = 120\n[instrument.trip]\nfrom = 2028-07-01\n[instrument.snap]\ncredibility = 0.5\n[challenger]\nplanning_months = 60\n",
	"one kind":        "[instrument.x]\nkind = \"treaty\"\nshare = 0.5\nlegal_form = \"treaty\"\n[[package]]\nid = \"aid\"\ninstruments = [\"aid\", \"x\"]\n[package.set]\ninstrument.x.share = 0.7\n",
	"other kind":      "[instrument.x]\nkind = \"assistance\"\ncapability_gain = 0.5\nhalf_life_years = 3\ncredibility = 0.9\n[[package]]\nid = \"aid\"\ninstruments = [\"x\", \"aid\"]\n[package.set]\ninstrument.x.capability_gain = { uniform = [0.5, 0.7] }\n",
	"states":          "[backstop]\nstates = [\"near\", \"far\", \"gone\"]\ninitial = \"gone\"\n[backstop.gap]\ngone = 3\n[backstop.move.near]\ngone = 1\n[backstop.move.far]\ngone = 1\n[backstop.move.gone]\nnear = 0\nfar = 0\ngone = 1\n[[package]]\nid = \"aid\"\n[package.set]\nbackstop.gap.gone = 2\n",
	"rows":            "[backstop.move.near]\nnear = 0\nfar = 5\n[backstop.move.far]\nnear = 2\nfar = 0\n",
	"scale":           "scale = \"phia\"\n[coalition]\nresolve = \"realistic possibility\"\n[watch]\ndetection = \"likely\"\n",
	"consent":         "[challenger]\nfight_on = { uniform = [0.1, 0.2] }\ndeal_noise = 0.05\n[protege]\naccept_noise = 0.1\n[[package]]\nid = \"aid\"\n[package.set]\nprotege.accept_risk = 0.3\n",
	"correlate":       "[[correlate]]\nbetween = [\"guarantor.uk.willingness\", \"guarantor.us.willingness\"]\nrank = 0.6\n[[correlate]]\nbetween = [\"guarantor.uk.willingness\", \"challenger.war_cost\"]\nrank = -0.4\n",
	"sample":          "[coalition]\nhollow_penalty = 3\n[sample]\npaths = [\"coalition.resolve\", \"backstop.initial\", \"instrument.snap.severity\"]\nrows = [[0.2, \"near\", 0.1], [0.4, \"far\", 0.2]]\n",
	"other sample":    "[sample]\npaths = [\"coalition.resolve\", \"challenger.war_cost\"]\nrows = [[0.1, 0.3], [0.3, 0.5], [0.7, 0.6]]\n",
	"weights":         "fallback = \"aid\"\nfeasibility_rule = \"product\"\n[weights]\nclash = { uniform = [50, 200] }\ndiscount_rate = 0.05\n",
	"texts":           "title = \"Another\"\n[challenger]\nname = \"Sparta\"\nwar_cost = { pert = [0.4, 0.550, 0.75], source = \"someone else\" }\n[[package]]\nid = \"none\"\nname = \"Nothing\"\n",
	"run":             "[run]\ncases = 64\nseed = 5\ndesign = \"latin\"\n",
}

func edits(t testing.TB, a, b *Scenario, byKey bool) []Edit {
	t.Helper()
	list := Edits(a, b, byKey)
	if len(list) > MaxEdits {
		t.Fatalf("%d edits", len(list))
	}
	return list
}

// Between two variants, every subset of the edits is a scenario; none of them
// is the first, all of them the second. `make slow` takes every two of the
// variants and more subsets; else it is each with the small world itself and
// with its neighbour.
func TestMixturesOfEdits(t *testing.T) {
	loaded := map[string]*Scenario{}
	var names []string
	for name, text := range variants {
		loaded[name] = edited(t, text)
		names = append(names, name)
	}
	slices.Sort(names)
	rng := rand.New(rand.NewPCG(1, 2))
	slow := os.Getenv("STEADFAST_SLOW") != ""
	drawn := 1
	if slow {
		drawn = 20
	}
	for i, x := range names {
		for j, y := range names {
			if near := j == (i+1)%len(names) && !testing.Short(); !slow && !near && x != "nothing" && y != "nothing" {
				continue
			}
			a, b := loaded[x], loaded[y]
			for _, byKey := range []bool{false, true} {
				what := fmt.Sprintf("%s → %s, by key: %t", x, y, byKey)
				list := edits(t, a, b, byKey)
				all := uint64(1)<<len(list) - 1
				subsets := []uint64{0, all}
				for i := range list {
					subsets = append(subsets, 1<<i, all&^(1<<i))
				}
				for range drawn {
					subsets = append(subsets, rng.Uint64()&all)
				}
				slices.Sort(subsets)
				for _, taken := range slices.Compact(subsets) {
					s, err := Mix(a, b, list, taken)
					if err != nil {
						t.Errorf("%s: edits %b of %v: %v", what, taken, list, err)
						continue
					}
					if taken == 0 {
						sameNumbers(t, what+", none", a, s)
					}
					if taken == all {
						sameNumbers(t, what+", all", b, s)
					}
					if s.Run != a.Run || s.Name != a.Name || s.Title != a.Title {
						t.Errorf("%s: the mixture has run %v and title %q, want those of the first", what, s.Run, s.Title)
					}
				}
			}
		}
	}
}

// A mixture is a scenario as good as any: it is the same when read again.
func TestMixtureIsFlattened(t *testing.T) {
	a, b := edited(t, variants["sample"]), edited(t, variants["new package"]+variants["weights"][strings.Index(variants["weights"], "[weights]"):])
	list := edits(t, a, b, false)
	for taken := range uint64(1) << len(list) {
		s, err := Mix(a, b, list, taken)
		if err != nil {
			t.Fatal(err)
		}
		again, messages := FromFlat(s.Name, s.Flat())
		if again == nil {
			t.Fatal(messages)
		}
		sameScenario(t, s, again)
	}
}

func describe(list []Edit) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.Kind+" "+e.Name+"\n  "+strings.Join(e.Lines, "\n  "))
	}
	return out
}

func TestEditsSayWhatWasEdited(t *testing.T) {
	for _, tc := range []struct {
		name  string
		byKey bool
		want  []string
	}{
		{"nothing", false, nil},
		{"texts", false, nil},
		{"run", false, nil},
		{"numbers", false, []string{
			"changed challenger\n  clash_cost: 0.35 → 0.4\n  forces.end: 1.6 → 2\n  war_cost: pert [0.40, 0.55, 0.75] → pert [0.45, 0.60, 0.80]",
			"changed coalition\n  resolve: roughly even chance → likely"}},
		{"numbers", true, []string{
			"changed challenger.clash_cost\n  challenger.clash_cost: 0.35 → 0.4", "changed challenger.forces.end\n  challenger.forces.end: 1.6 → 2",
			"changed challenger.war_cost\n  challenger.war_cost: pert [0.40, 0.55, 0.75] → pert [0.45, 0.60, 0.80]",
			"changed coalition.resolve\n  coalition.resolve: roughly even chance → likely"}},
		{"new package", true, []string{"added package air, instrument.air\n  instrument.air: added, of kind air_naval\n  package air: added, of air, snap"}},
		{"named elsewhere", false, []string{"changed package trip, instrument.air\n  instrument.air: added, of kind air_naval\n  package.trip.instruments: trip + snap → trip + air"}},
		{"package gone", false, []string{"removed package trip+aid\n  package trip+aid: removed, of trip, aid"}},
		{"baseline", false, []string{"changed package mine, baseline, fallback\n  baseline: none → mine\n  fallback: none → mine\n  package mine: added, of no instruments"}},
		{"spellings", true, []string{
			"changed challenger.planning_years\n  challenger.planning_years pert [2, 5, 15] → challenger.planning_months 60",
			"changed horizon_years\n  horizon_years 15 → horizon_months 120",
			"changed instrument.snap.credibility\n  instrument.snap.vote.members 27, instrument.snap.vote.consent uniform [0.95, 0.99], instrument.snap.vote.rule unanimity → instrument.snap.credibility 0.5",
			"changed instrument.trip.from_years\n  instrument.trip.from_months 9 → instrument.trip.from 2028-07-01"}},
		{"rows", true, []string{
			"changed backstop.move.far\n  far: 1 → 0\n  near: 1 → 2",
			"changed backstop.move.near\n  far: 2 → 5\n  near: uniform [4, 6] → 0"}},
		{"scale", true, []string{"changed coalition.resolve, scale\n  coalition.resolve: roughly even chance → realistic possibility\n  scale: icd203 → phia",
			"changed watch.detection\n  watch.detection: pool [{ uniform [0.4, 0.6] }, { beta [5, 5] }], weights [2, 1] → likely"}},
		{"consent", false, []string{
			"changed challenger\n  deal_noise: not given → 0.05\n  fight_on: not given → uniform [0.1, 0.2]",
			"changed package aid, protege\n  package.aid.protege.accept_risk: not given → 0.3\n  protege.accept_noise: not given → 0.1"}},
		{"correlate", false, []string{"added correlate\n  challenger.war_cost and guarantor.uk.willingness: not given → -0.4; guarantor.uk.willingness and guarantor.us.willingness: not given → 0.6"}},
	} {
		a, b := edited(t, ""), edited(t, variants[tc.name])
		if d := cmp.Diff(tc.want, describe(Edits(a, b, tc.byKey))); d != "" {
			t.Errorf("%s, by key %t (-want +got):\n%s", tc.name, tc.byKey, d)
		}
	}
}

func TestTextsThatDiffer(t *testing.T) {
	a := edited(t, "")
	if d := cmp.Diff([]string{"challenger.name", "package.none.name", "title"}, Texts(a, edited(t, variants["texts"]))); d != "" {
		t.Errorf("texts (-want +got):\n%s", d)
	}
	b := edited(t, "question = \"?\"\n[[sweep]]\nid = \"x\"\n[[sweep.vary]]\npath = \"coalition.resolve\"\nvalues = [0.1, 0.2]\n[[expect]]\nclaim = \"c\"\nthat = \"risk(none) > 0\"\n")
	if d := cmp.Diff([]string{"expect", "question", "sweep"}, Texts(a, b)); d != "" {
		t.Errorf("what is asked (-want +got):\n%s", d)
	}
	if got := Texts(a, edited(t, variants["numbers"])); got != nil {
		t.Errorf("texts %v, and only numbers differ", got)
	}
}

// The order of a file's parts changes nothing.
func TestEditsDoNotDependOnOrder(t *testing.T) {
	a := edited(t, "")
	b := edited(t, variants["numbers"]+variants["new package"])
	c := edited(t, variants["new package"]+variants["numbers"])
	if d := cmp.Diff(describe(Edits(a, b, true)), describe(Edits(a, c, true))); d != "" {
		t.Error(d)
	}
	if list := Edits(b, c, true); len(list) > 0 {
		t.Errorf("edits between two orders of the same: %v", describe(list))
	}
}

func TestMixRefuses(t *testing.T) {
	a, b := edited(t, ""), edited(t, variants["numbers"])
	list := Edits(a, b, true)
	if _, err := Mix(a, b, list, 1<<len(list)); err == nil || !strings.Contains(err.Error(), "there are 4") {
		t.Errorf("an edit that there is not: %v", err)
	}
	if _, err := Mix(a, b, make([]Edit, MaxEdits+1), 0); err == nil || !strings.Contains(err.Error(), "64 edits, and at most 63") {
		t.Errorf("too many edits: %v", err)
	}
	if _, err := Mix(a, a, []Edit{{Name: "x", keys: []string{"nowhere"}}}, 1); err == nil || !strings.Contains(err.Error(), "take the edits of the same two") {
		t.Errorf("edits of other scenarios: %v", err)
	}
}

// Between the shipped scenarios, as different as they are, every mixture by
// table is a scenario.
func TestMixturesOfShippedScenarios(t *testing.T) {
	if testing.Short() {
		t.Skip("loads many mixtures")
	}
	shipped := os.DirFS("../../scenarios")
	rng := rand.New(rand.NewPCG(3, 4))
	names := []string{"ukraine-options", "ukraine-five-types", "steadfast:base/reference", "steadfast:base/ukraine"}
	for _, x := range names {
		for _, y := range names {
			a, b := load(t, x, Options{Shipped: shipped}), load(t, y, Options{Shipped: shipped})
			list := edits(t, a, b, false)
			if (x == y) != (len(list) == 0) {
				t.Errorf("%s → %s: %d edits", x, y, len(list))
			}
			all := uint64(1)<<len(list) - 1
			for _, taken := range []uint64{0, all, rng.Uint64() & all, rng.Uint64() & all, rng.Uint64() & all} {
				s, err := Mix(a, b, list, taken)
				if err != nil {
					t.Errorf("%s → %s: edits %b: %v", x, y, taken, err)
					continue
				}
				if taken == 0 {
					sameNumbers(t, x, a, s)
				}
				if taken == all {
					sameNumbers(t, y, b, s)
				}
			}
		}
	}
}

func BenchmarkMix(b *testing.B) {
	s := load(b, "ukraine-options", Options{Shipped: os.DirFS("../../scenarios")})
	v, list := s.With("challenger.war_cost=0.5", "coalition.resolve=0.5")
	if v == nil {
		b.Fatal(list)
	}
	all := Edits(s, v, true)
	for b.Loop() {
		if _, err := Mix(s, v, all, 1); err != nil {
			b.Fatal(err)
		}
	}
}
