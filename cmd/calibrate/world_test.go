package main

import (
	"math"
	"testing"

	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

const shippedFile = "../../scenarios/base/reference.toml"

func shippedWorld(t *testing.T, cases int, set ...string) *world {
	t.Helper()
	s, list := scenario.Load(shippedFile, scenario.Options{Set: set})
	if s == nil {
		t.Fatalf("%s: %v", shippedFile, list)
	}
	w, err := newWorld(s, cases)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// The ranges as read must draw what the loader draws.
func TestCurvesAreThoseOfTheLoader(t *testing.T) {
	w := shippedWorld(t, 16)
	war, fatal, err := w.curves(w.shipped)
	if err != nil {
		t.Fatal(err)
	}
	game := model.NewGame()
	var out model.Outcome
	var risk, limited float64
	for i := range w.cases {
		game.Solve(&w.cases[i])
		game.Exact(&out)
		risk += out.Risk() / float64(len(w.cases))
		limited += out.LimitedRisk() / float64(len(w.cases))
	}
	if got := war[len(war)-1]; math.Abs(got-risk) > 1e-12 {
		t.Errorf("war by the horizon %.15f, the resolved cases give %.15f", got, risk)
	}
	if got := fatal[len(fatal)-1]; math.Abs(got-limited) > 1e-12 {
		t.Errorf("fatal dispute by the horizon %.15f, the resolved cases give %.15f", got, limited)
	}
	// The twin: other ranges must give another curve.
	other := w.shipped.rounded()
	other[0].Mean += .1
	if war2, _, err := w.curves(other); err != nil || war2[len(war2)-1] >= war[len(war)-1]-.01 {
		t.Errorf("a war that costs a tenth of the prize more hardly changes the risk (error %v)", err)
	}
}

func TestNewWorldRefuses(t *testing.T) {
	for set, want := range map[string]string{
		"challenger.war_cost=0.6":                                             "fixed",
		"challenger.war_cost={pert=[0.4,0.6,0.8]}":                            "not normal",
		"challenger.noise={lognormal={median=0.05,p95=0.1},min=0.01,max=0.3}": "not normal",
	} {
		s, list := scenario.Load(shippedFile, scenario.Options{Set: []string{set}})
		if s == nil {
			t.Fatalf("%s: %v", set, list)
		}
		if _, err := newWorld(s, 16); err == nil {
			t.Errorf("%s (%s): no error", set, want)
		}
	}
}

// What the reference world must look like: every share within .07 of the
// record (.33 and .37 of a war by years 15 and 20, .62 and .66 of any fatal
// dispute), and a hazard that falls.
func TestShippedRangesMeetTheRecord(t *testing.T) {
	goals, err := readTargets()
	if err != nil {
		t.Fatal(err)
	}
	meets := func(m match) bool {
		for i, g := range m.Targets {
			got, miss := m.Achieved[i], math.Abs(m.Achieved[i]-g.Value)
			switch {
			case g.Year > 0 && miss > .07,
				g.Year == 0 && g.Curve == "war" && (got < .6 || got > .85),
				g.Year == 0 && g.Curve == "fatal" && miss > g.StdErr:
				return false
			}
		}
		return true
	}
	w := shippedWorld(t, 256)
	m, err := w.evaluate(w.shipped, goals)
	if err != nil {
		t.Fatal(err)
	}
	if !meets(m) {
		t.Errorf("the shipped ranges miss the record:\n%s", m)
	}
	// The twin: a world in which war is cheap does not.
	cheap := w.shipped.rounded()
	cheap[0].Mean -= .15
	if m, err := w.evaluate(cheap, goals); err != nil || meets(m) {
		t.Errorf("a world in which war is cheap meets the record as well (error %v):\n%s", err, m)
	}
}
