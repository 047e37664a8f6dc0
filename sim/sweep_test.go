package sim

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// swept makes a sweep.
func swept(t testing.TB, sc *scenario.Scenario, sweep scenario.Sweep, opt Options) *result.Sweep {
	t.Helper()
	s, err := Sweep(t.Context(), sc, sweep, opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// likeTheRun wants every number of a point to be that of a run.
func likeTheRun(t *testing.T, what string, got []result.SweepValue, want *result.Set, baseline string) {
	t.Helper()
	if len(got) != len(want.Packages) {
		t.Fatalf("%s: %d packages, want %d", what, len(got), len(want.Packages))
	}
	for i, p := range want.Packages {
		mean := func(s estimate.Summary) float64 { return s.Mean }
		v := got[i]
		if d := cmp.Diff(p.Risk, v.Risk); d != "" {
			t.Errorf("%s, %s: risk (-run +sweep):\n%s", what, p.ID, d)
		}
		for name, pair := range map[string][2]float64{
			"limited": {mean(p.Limited[len(p.Limited)-1].Summary), v.Limited.Mean}, "clash": {mean(p.Clash), v.Clash.Mean},
			"defeat": {mean(p.Defeat), v.Defeat.Mean}, "stopped": {mean(p.Stopped), v.Stopped.Mean}, "lasting": {mean(p.Lasting), v.Lasting.Mean}, "restricted mean": {mean(p.RestrictedMean), v.RestrictedMean.Mean},
			"adjusted": {mean(p.Adjusted), v.Adjusted.Mean}, "peace": {mean(p.Peace), v.Peace.Mean}, "cost": {mean(p.Cost), v.Cost.Mean},
		} {
			if pair[0] != pair[1] {
				t.Errorf("%s, %s: %s %v, and the run's %v", what, p.ID, name, pair[1], pair[0])
			}
		}
		if (p.Loss == nil) != (v.Loss == nil) || p.Loss != nil && p.Loss.Mean != v.Loss.Mean {
			t.Errorf("%s, %s: loss %v, and the run's %v", what, p.ID, v.Loss, p.Loss)
		}
		if want.Run.Futures == 0 {
			if v.Better != nil || v.Worse != nil {
				t.Errorf("%s, %s: futures are compared and none are simulated", what, p.ID)
			}
			continue
		}
		better, worse := 0.0, 0.0
		for _, pair := range want.Pairs {
			switch {
			case pair.A == p.ID && pair.B == baseline:
				better, worse = pair.FuturesABetter, pair.FuturesBBetter
			case pair.B == p.ID && pair.A == baseline:
				better, worse = pair.FuturesBBetter, pair.FuturesABetter
			}
		}
		if *v.Better != better || *v.Worse != worse {
			t.Errorf("%s, %s: %g of futures better and %g worse, want %g and %g", what, p.ID, *v.Better, *v.Worse, better, worse)
		}
	}
}

const fixedWeights = `
[weights]
major_breach = 100
clash        = 20
cost_per_bn  = 1
`

// TestASweepIsARunAtEachPoint: of what was fixed before, on every design; of
// what was uncertain, on designs whose draws go by path.
func TestASweepIsARunAtEachPoint(t *testing.T) {
	long(t)
	for _, tt := range []struct{ design, text string }{
		{"sobol", "instrument.force.troops=2000,12000"},
		{"latin", "challenger.noise=0.08,0.2"},
		{"random", "coalition.resolve=0.3,0.7"},
		{"latin", "challenger.war_cost=0.3,0.5"},
		{"random", "coalition.resolve=likely,{ uniform = [0.3, 0.5] }"},
		{"random", `package.trip.instruments=["force"],["snap", "force"],[]`},
	} {
		sc := tiny(t, fixedWeights, "run.cases=8", "run.futures=3", "run.design='"+tt.design+"'")
		s := swept(t, sc, gridOf(t, sc, tt.text), Options{})
		base, _ := run(t, sc, Options{})
		likeTheRun(t, tt.text+" as it stands", s.Base, base, "none")
		vary := varying(t, sc, tt.text)
		if len(s.Points) != vary.Len() {
			t.Fatalf("%s: %d points", tt.text, len(s.Points))
		}
		for i, point := range s.Points {
			if !slices.Equal(point.At, []int{i}) {
				t.Errorf("%s: point %d is at %v", tt.text, i, point.At)
			}
			set, _ := run(t, with(t, sc, vary.Overrides(i)), Options{})
			likeTheRun(t, vary.Overrides(i), point.Packages, set, "none")
		}
		if cmp.Equal(s.Points[0].Packages, s.Points[1].Packages) {
			t.Errorf("%s: all points are alike", tt.text)
		}
	}
}

// TestASweepOfStates: the axis of a text is labelled, and every point has its
// own numbers.
func TestASweepOfStates(t *testing.T) {
	const states = `
[backstop]
states               = ["steady", "wavering"]
initial              = "steady"
election_every_years = 4
first_election_years = 4
[backstop.gap]
steady   = 0
wavering = 2
[backstop.move.steady]
steady   = 1
wavering = 1
[backstop.move.wavering]
steady   = 1
wavering = 1
`
	sc := tiny(t, states, "run.cases=4")
	s := swept(t, sc, gridOf(t, sc, "backstop.initial=steady,wavering"), Options{})
	want := []result.Axis{{Path: "backstop.initial", Labels: []string{"steady", "wavering"}, Texts: []string{`"steady"`, `"wavering"`}}}
	if d := cmp.Diff(want, s.Axes); d != "" {
		t.Errorf("axes (-want +got):\n%s", d)
	}
	if d := cmp.Diff(s.Base, s.Points[0].Packages); d != "" {
		t.Errorf("the state in which it starts anyway:\n%s", d)
	}
	trip := place(t, sc, "trip")
	if steady, wavering := s.Points[0].Packages[trip].Risk.Mean, s.Points[1].Packages[trip].Risk.Mean; !(steady < wavering) {
		t.Errorf("trip: risk %v with the backstop, %v with less of it", steady, wavering)
	}
}

// TestGridsOfSeveralAxes: the last axis varies fastest, and a point is the
// scenario under all of its values.
func TestGridsOfSeveralAxes(t *testing.T) {
	sc := tiny(t, "", "run.cases=2")
	texts := []string{"coalition.resolve=0.3:0.7:2", "challenger.noise=0.05:0.2:2:log", "instrument.force.troops=3000,6000,12000"}
	for axes := 1; axes <= 3; axes++ {
		sweep := gridOf(t, sc, texts[:axes]...)
		s := swept(t, sc, sweep, Options{})
		if len(s.Points) != sweep.Size() || len(s.Axes) != axes || s.Layout != "grid" {
			t.Fatalf("%d axes: %d points along %d axes, layout %q", axes, len(s.Points), len(s.Axes), s.Layout)
		}
		for i, point := range s.Points {
			flat, sets := 0, []string(nil)
			for a, v := range point.At {
				flat = flat*s.Axes[a].Len() + v
				sets = append(sets, sweep.Vary[a].Overrides(v))
			}
			if flat != i {
				t.Errorf("%d axes: point %d is at %v", axes, i, point.At)
			}
			if i == len(s.Points)-2 {
				set, _ := run(t, with(t, sc, sets...), Options{})
				likeTheRun(t, strings.Join(sets, ", "), point.Packages, set, "none")
			}
		}
	}
	s := swept(t, sc, gridOf(t, sc, texts...), Options{})
	if m := s.Axes[0].Median; m == nil || math.Abs(*m-0.55) > 1e-12 {
		t.Errorf("median of the resolve: %v, want 0.55", m)
	}
	if !s.Axes[1].Log || s.Axes[2].Unit != "troops" {
		t.Errorf("axes %+v", s.Axes)
	}
}

// TestSampledSweeps: value i of every axis belongs to point i, within its
// range, and a Latin sample has one in each of as many parts.
func TestSampledSweeps(t *testing.T) {
	sc := tiny(t, "", "run.cases=2")
	for design, points := range map[string]int{"latin": 5, "sobol": 16} {
		sweep := gridOf(t, sc, "coalition.resolve=0.2:0.9:2", "challenger.noise=0.05:0.2:2")
		sweep.Design, sweep.Points = design, 5
		for i := range sweep.Vary {
			sweep.Vary[i].Range = true
		}
		s := swept(t, sc, sweep, Options{})
		if s.Layout != design || len(s.Points) != points || s.Axes[0].Len() != points {
			t.Fatalf("%s: layout %q, %d points, %d values", design, s.Layout, len(s.Points), s.Axes[0].Len())
		}
		part := make([]int, points)
		for i, point := range s.Points {
			if !slices.Equal(point.At, []int{i, i}) {
				t.Errorf("%s: point %d is at %v", design, i, point.At)
			}
			x := (s.Axes[0].Values[i] - 0.2) / 0.7
			if !(x > 0 && x < 1) {
				t.Fatalf("%s: value %v", design, s.Axes[0].Values[i])
			}
			part[int(x*float64(points))]++
		}
		if design == "latin" && slices.Max(part) != 1 {
			t.Errorf("latin: values by fifth of the range: %v", part)
		}
		set, _ := run(t, with(t, sc, fmt.Sprintf("coalition.resolve=%v", s.Axes[0].Values[3]), fmt.Sprintf("challenger.noise=%v", s.Axes[1].Values[3])), Options{})
		likeTheRun(t, design+" point 3", s.Points[3].Packages, set, "none")
	}
}

// stern is a package with a distribution and numbers of its own.
const stern = `
[[package]]
id          = "stern"
instruments = ["snap", "force"]
[package.set]
instrument.snap.severity = { uniform = [0.2, 0.4] }
instrument.force.troops  = 20_000
`

// TestPackagesThatSetThePathAreLeftAlone: their numbers are those of the
// scenario as it stands, to the bit, and their own path still addresses them.
func TestPackagesThatSetThePathAreLeftAlone(t *testing.T) {
	long(t)
	for _, design := range designs {
		sc := tiny(t, stern, "run.cases=16", "run.design='"+design+"'")
		own := place(t, sc, "stern")
		for _, text := range []string{"instrument.snap.severity=0.02,0.3", "instrument.force.troops=1000,9000"} {
			s := swept(t, sc, gridOf(t, sc, text), Options{})
			if d := cmp.Diff([]string{"stern"}, s.Axes[0].Own); d != "" {
				t.Errorf("%s: packages left alone:\n%s", text, d)
			}
			for i := range s.Points {
				if d := cmp.Diff(s.Base[own], s.Points[i].Packages[own]); d != "" {
					t.Errorf("%s, %s: stern changes at point %d:\n%s", design, text, i, d)
				}
			}
			if s.Points[0].Packages[1].Risk == s.Points[1].Packages[1].Risk && s.Points[0].Packages[2].Risk == s.Points[1].Packages[2].Risk {
				t.Errorf("%s, %s: nothing changes", design, text)
			}
		}
		s := swept(t, sc, gridOf(t, sc, "package.stern.instrument.force.troops=1000,9000"), Options{})
		if s.Points[0].Packages[own].Risk == s.Points[1].Packages[own].Risk || s.Points[0].Packages[2].Risk != s.Points[1].Packages[2].Risk {
			t.Errorf("%s: the path of a package's own number does not address it alone", design)
		}
		if m := s.Axes[0].Median; m == nil || *m != 20_000 {
			t.Errorf("%s: median of stern's troops %v, want 20000", design, m)
		}
	}
}

// TestMediansOfPaths: of a shared number, of a package's own, whatever its id,
// and of nothing else.
func TestMediansOfPaths(t *testing.T) {
	sc := tiny(t, strings.ReplaceAll(stern, `"stern"`, `"stern+"`)+strings.ReplaceAll(stern, "20_000", "7"))
	for path, want := range map[string]float64{
		"challenger.noise": 0.1, "coalition.resolve": 0.55, "instrument.force.troops": 10_000,
		`package."stern+".instrument.force.troops`: 20_000, "package.stern.instrument.force.troops": 7, "package.stern.instrument.snap.severity": 0.3,
	} {
		if m := medianOf(sc, path); m == nil || math.Abs(*m-want) > 1e-9 {
			t.Errorf("%s: median %v, want %v", path, m, want)
		}
	}
	for _, path := range []string{"coalition.decision_rule", "package.trip.instrument.force.troops", "nothing"} {
		if m := medianOf(sc, path); m != nil {
			t.Errorf("%s: median %v, want none", path, *m)
		}
	}
}

// TestPreferences: the best by each measure, and what the draws cannot separate
// from it.
func TestPreferences(t *testing.T) {
	const twin = `
[[package]]
id          = "twin"
instruments = ["snap"]
`
	sc := tiny(t, twin+fixedWeights, "run.cases=32", "instrument.snap.relief_per_year=0")
	s := swept(t, sc, gridOf(t, sc, "instrument.snap.severity=0,0.5"), Options{})
	for i, point := range s.Points {
		var measures []string
		for _, pref := range point.Preferred {
			measures = append(measures, pref.Measure)
			of := func(v *result.SweepValue) float64 {
				return map[string]float64{"risk": v.Risk.Mean, "adjusted": v.Adjusted.Mean, "peace": -v.Peace.Mean, "loss": v.Loss.Mean}[pref.Measure]
			}
			best := 0
			for p := range point.Packages {
				if of(&point.Packages[p]) < of(&point.Packages[best]) {
					best = p
				}
			}
			if pref.Package != s.Packages[best].ID {
				t.Errorf("point %d, %s: %s is preferred, want %s", i, pref.Measure, pref.Package, s.Packages[best].ID)
			}
		}
		if d := cmp.Diff([]string{"risk", "adjusted", "peace", "loss"}, measures); d != "" {
			t.Error(d)
		}
	}
	// A severe sanction keeps the peace, under either name; none at all does not.
	if got := s.Points[1].Preferred[0]; got.Package != "snap" || !slices.Equal(got.Tied, []string{"twin"}) {
		t.Errorf("with a severe sanction: %+v", got)
	}
	if got := s.Points[0].Preferred[0]; got.Package != "trip" || got.Tied != nil {
		t.Errorf("without: %+v", got)
	}
}

// TestSweepsAreTheSameForAnyWorkersAndOrders of packages.
func TestSweepsAreTheSameForAnyWorkersAndOrders(t *testing.T) {
	sc := tiny(t, fixedWeights, "run.cases=8", "run.futures=2")
	texts := []string{"coalition.resolve=0.3,0.7", "instrument.snap.severity=0.05,0.25"}
	one := swept(t, sc, gridOf(t, sc, texts...), Options{Workers: 1})
	for workers := 2; workers <= 4; workers++ {
		if d := cmp.Diff(asJSON(t, one), asJSON(t, swept(t, sc, gridOf(t, sc, texts...), Options{Workers: workers}))); d != "" {
			t.Errorf("%d workers:\n%s", workers, d)
		}
	}
	turned := with(t, sc, `packages=["trip", "none", "snap"]`)
	other := swept(t, turned, gridOf(t, turned, texts...), Options{})
	if other.Packages[0].ID != "trip" {
		t.Fatalf("the packages are in the order %v", other.Packages)
	}
	for i, point := range one.Points {
		for p, named := range one.Packages {
			q := at(t, other.Packages, func(n *result.Named) string { return n.ID }, named.ID)
			if d := cmp.Diff(point.Packages[p], other.Points[i].Packages[q]); d != "" {
				t.Errorf("point %d, %s, in another order:\n%s", i, named.ID, d)
			}
		}
		if d := cmp.Diff(point.Preferred, other.Points[i].Preferred); d != "" {
			t.Errorf("point %d: preferences in another order:\n%s", i, d)
		}
	}
}

// TestWhatASweepCannotDo says which point, and what is wrong with it.
func TestWhatASweepCannotDo(t *testing.T) {
	sc := tiny(t, "")
	sweep := gridOf(t, sc, "coalition.resolve=0.3,0.7", "challenger.noise=0.05,0.2")
	sweep.Vary[1].Texts[1] = "-1"
	_, err := Sweep(t.Context(), sc, sweep, Options{})
	var bad *VariantError
	if !errors.As(err, &bad) {
		t.Fatalf("error %v", err)
	}
	if d := cmp.Diff([]string{"coalition.resolve=0.3", "challenger.noise=-1"}, bad.Overrides); d != "" {
		t.Errorf("overrides:\n%s", d)
	}
	for _, part := range []string{"sweep test", "coalition.resolve=0.3, challenger.noise=-1", "not valid", "0.001"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%v: does not say %q", err, part)
		}
	}
	alone := tiny(t, "", "run.cases=1")
	if _, err := Sweep(t.Context(), alone, gridOf(t, alone, "coalition.resolve=0.3,0.7"), Options{}); err == nil || !strings.Contains(err.Error(), "draw 2 or more") {
		t.Errorf("one case: %v", err)
	}
}
