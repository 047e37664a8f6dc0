package sim

import (
	"slices"
	"testing"

	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// tiny loads testdata/tiny.toml, whose cases take little time, with text
// appended and overrides.
//
// Three numbers are uncertain: challenger.war_cost and coalition.resolve under
// every package, instrument.snap.severity under snap alone.
func tiny(t testing.TB, more string, set ...string) *scenario.Scenario {
	t.Helper()
	return world(t, "testdata/tiny.toml", more, set)
}

// with is a scenario under further overrides.
func with(t testing.TB, sc *scenario.Scenario, set ...string) *scenario.Scenario {
	t.Helper()
	v, list := sc.With(set...)
	if v == nil {
		t.Fatal(list)
	}
	return v
}

// varying reads a --vary.
func varying(t testing.TB, sc *scenario.Scenario, text string) scenario.Vary {
	t.Helper()
	v, list := sc.ParseVary(text)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return v
}

// gridOf is the sweep of every combination of what varies.
func gridOf(t testing.TB, sc *scenario.Scenario, texts ...string) scenario.Sweep {
	t.Helper()
	sweep := scenario.Sweep{ID: "test", Title: "A test", Design: scenario.GridSweep}
	for _, text := range texts {
		sweep.Vary = append(sweep.Vary, varying(t, sc, text))
	}
	return sweep
}

// naive computes the risk under a package at a point of the design, without
// studies, solvers and what they remember.
func naive(t testing.TB, sc *scenario.Scenario, pack string, u []float64) float64 {
	t.Helper()
	cases, err := sc.Cases(u)
	if err != nil {
		t.Fatal(err)
	}
	game := model.NewGame()
	game.Solve(&cases[place(t, sc, pack)])
	var o model.Outcome
	game.Exact(&o)
	return o.Risk()
}

// place is that of a package in a scenario.
func place(t testing.TB, sc *scenario.Scenario, pack string) int {
	t.Helper()
	at := slices.IndexFunc(sc.Packages, func(p scenario.Package) bool { return p.ID == pack })
	if at < 0 {
		t.Fatalf("no package %q", pack)
	}
	return at
}

// at is the place of a name among those of a list.
func at[T any](t testing.TB, list []T, name func(*T) string, want string) int {
	t.Helper()
	for i := range list {
		if name(&list[i]) == want {
			return i
		}
	}
	t.Fatalf("no %q", want)
	return -1
}

// factorAt and outputAt find a factor and the output of a package's own number.
func factorAt(t testing.TB, s *result.Sensitivity, name string) int {
	t.Helper()
	return at(t, s.Factors, func(f *result.Factor) string { return f.Name }, name)
}

func outputAt(t testing.TB, s *result.Sensitivity, kind, pack string) int {
	t.Helper()
	return at(t, s.Outputs, func(d *result.Driven) string { return d.Kind + " " + d.Package }, kind+" "+pack)
}
