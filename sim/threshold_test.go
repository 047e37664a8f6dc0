package sim

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// searched looks for a threshold.
func searched(t testing.TB, sc *scenario.Scenario, vary, until string) *result.Threshold {
	t.Helper()
	r, err := Threshold(t.Context(), sc, varying(t, sc, vary), until, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// riskWith is the risk that a run finds under overrides.
func riskWith(t testing.TB, sc *scenario.Scenario, pack string, set ...string) float64 {
	t.Helper()
	found, _ := run(t, with(t, sc, set...), Options{})
	return byID(t, found, pack).Risk.Mean
}

// TestAThresholdIsWhereTheClaimTurns: a run at the value finds the two sides
// equal, and on either side what the direction says.
func TestAThresholdIsWhereTheClaimTurns(t *testing.T) {
	long(t)
	for _, tt := range []struct {
		design, vary, until string
		pack                string
		risk                float64
		above               bool
		tolerance           float64
	}{
		{"random", "instrument.snap.severity=0:0.4:5", "risk(snap) < 0.4", "snap", 0.4, true, 1e-4},
		{"random", "challenger.war_cost=0.3:0.6:4", "risk(trip) > 60%", "trip", 0.6, false, 1e-4},
		{"latin", "coalition.resolve=0.9:0.1:3", "risk(snap) <= 0.45", "snap", 0.45, true, 1e-4},
		{"sobol", "challenger.noise=0.01:1:4:log", "risk(snap) < 0.3", "snap", 0.3, false, 1e-4},
	} {
		sc := tiny(t, "", "run.cases=16", "run.design='"+tt.design+"'")
		r := searched(t, sc, tt.vary, tt.until)
		if len(r.Turns) != 1 {
			t.Fatalf("%s: turns %+v of points %+v", tt.vary, r.Turns, r.Points)
		}
		path, _, _ := strings.Cut(tt.vary, "=")
		turn := r.Turns[0]
		if turn.HoldsAbove != tt.above || turn.Open || !(turn.Value.Lo < turn.Value.Mean && turn.Value.Mean < turn.Value.Hi) {
			t.Errorf("%s: %+v", tt.vary, turn)
		}
		at := func(x float64) float64 { return riskWith(t, sc, tt.pack, fmt.Sprintf("%s=%v", path, x)) }
		closeTo(t, tt.vary+": risk at the threshold", at(turn.Value.Mean), tt.risk, tt.tolerance)
		holds := func(x float64) bool { return strings.Contains(tt.until, "<") == (at(x) < tt.risk) }
		if holds(turn.Value.Hi) != tt.above || holds(turn.Value.Lo) == tt.above {
			t.Errorf("%s: the claim does not turn between %v and %v", tt.vary, turn.Value.Lo, turn.Value.Hi)
		}
		for i, p := range r.Points {
			if i > 0 && !(p.Value > r.Points[i-1].Value) {
				t.Errorf("%s: points are not in order", tt.vary)
			}
			if i == 1 {
				found, _ := run(t, with(t, sc, fmt.Sprintf("%s=%v", path, p.Value)), Options{})
				risk := byID(t, found, tt.pack).Risk
				margin := risk.Mean - tt.risk
				// Sixteen cases are sixteen groups.
				closeTo(t, tt.vary+": error of the margin", p.Margin.StdErr, risk.StdErr, 1e-12)
				if strings.Contains(tt.until, "<") {
					margin = -margin
				}
				closeTo(t, tt.vary+": margin", p.Margin.Mean, margin, 1e-12)
			}
		}
		if r.Done == 0 || r.Done > r.Asked || r.Run.Design != tt.design || r.Axis.Path != path || r.Axis.Log != strings.Contains(tt.vary, "log") {
			t.Errorf("%s: asked %d, done %d, %+v, axis %+v", tt.vary, r.Asked, r.Done, r.Run, r.Axis)
		}
	}
}

// TestAllThresholdsAreFound: a claim that holds between two values turns at
// both, and one that the number does not touch nowhere.
func TestAllThresholdsAreFound(t *testing.T) {
	long(t)
	sc := tiny(t, "", "run.cases=8")
	both := searched(t, sc, "instrument.snap.severity=0:1:5", "risk(snap) in [0.2, 0.5]")
	if len(both.Turns) != 2 || !both.Turns[0].HoldsAbove || both.Turns[1].HoldsAbove || !(both.Turns[0].Value.Mean < both.Turns[1].Value.Mean) {
		t.Fatalf("turns %+v", both.Turns)
	}
	for i, risk := range []float64{0.5, 0.2} {
		closeTo(t, "risk at a threshold", riskWith(t, sc, "snap", fmt.Sprintf("instrument.snap.severity=%v", both.Turns[i].Value.Mean)), risk, 1e-4)
	}
	for _, until := range []string{"risk(none) > 0.5", "risk(none) < 0.5"} {
		none := searched(t, sc, "instrument.snap.severity=0:0.4:5", until)
		if len(none.Turns) != 0 || len(none.Points) != 5 || none.Done != 8 {
			t.Errorf("%s: turns %+v, %d points, %d solves", until, none.Turns, len(none.Points), none.Done)
		}
		if none.Points[0].Margin != none.Points[4].Margin || (none.Points[0].Margin.Mean > 0) != strings.Contains(until, ">") {
			t.Errorf("%s: margins %+v", until, none.Points)
		}
	}
}

// TestThresholdsOfOrders: which package is best turns where two are equal.
func TestThresholdsOfOrders(t *testing.T) {
	long(t)
	sc := tiny(t, "", "run.cases=8", "instrument.snap.relief_per_year=0")
	r := searched(t, sc, "instrument.snap.severity=0:0.4:5", "best() = snap")
	if len(r.Turns) != 1 || !r.Turns[0].HoldsAbove {
		t.Fatalf("turns %+v", r.Turns)
	}
	set := fmt.Sprintf("instrument.snap.severity=%v", r.Turns[0].Value.Mean)
	closeTo(t, "risk(snap) at the threshold", riskWith(t, sc, "snap", set), min(riskWith(t, sc, "trip", set), riskWith(t, sc, "none", set)), 1e-3)
}

// TestThresholdsOfWholeNumbers solves at whole numbers alone, down to two that
// follow each other.
func TestThresholdsOfWholeNumbers(t *testing.T) {
	long(t)
	const vote = `
[instrument.vote]
kind              = "snapback"
relief_per_year   = 0.02
severity          = 0.3
automaticity      = 0.5
backstop_reliance = 0
delay_days        = 60
[instrument.vote.vote]
members = 5
consent = 0.97
rule    = "unanimity"

[[package]]
id          = "vote"
instruments = ["vote"]
`
	sc := tiny(t, vote, "run.cases=8")
	r := searched(t, sc, "instrument.vote.vote.members=1:41:3", "risk(vote) < 0.3")
	if len(r.Turns) != 1 || r.Turns[0].HoldsAbove {
		t.Fatalf("turns %+v of points %+v", r.Turns, r.Points)
	}
	for _, p := range r.Points {
		if p.Value != math.Round(p.Value) {
			t.Errorf("solved with %v members", p.Value)
		}
	}
	few, many := math.Floor(r.Turns[0].Value.Mean), math.Ceil(r.Turns[0].Value.Mean)
	with := func(members float64) float64 {
		return riskWith(t, sc, "vote", fmt.Sprintf("instrument.vote.vote.members=%v", members))
	}
	if many != few+1 || !(with(few) < 0.3 && with(many) >= 0.3) {
		t.Errorf("between %v and %v members the risk goes from %v to %v", few, many, with(few), with(many))
	}
}

// TestHorizonsVary: a claim is of the horizon that varies, and a year of it
// stays that year.
func TestHorizonsVary(t *testing.T) {
	sc := tiny(t, "", "run.cases=4")
	atEnd := searched(t, sc, "horizon_years=2,4,8", "risk(none, horizon) < horizon / 10")
	for _, p := range atEnd.Points {
		closeTo(t, fmt.Sprintf("margin at a horizon of %v years", p.Value), p.Margin.Mean, p.Value/10-riskWith(t, sc, "none", fmt.Sprintf("horizon_years=%v", p.Value)), 1e-12)
	}
	within := searched(t, sc, "horizon_years=5,8", "risk(none, 5) < 0.9") // 5 years are the horizon as it stands
	for _, p := range within.Points {
		set, _ := run(t, with(t, sc, fmt.Sprintf("horizon_years=%v", p.Value)), Options{})
		closeTo(t, fmt.Sprintf("margin in year 5 of %v", p.Value), p.Margin.Mean, 0.9-byID(t, set, "none").Major[4].Mean, 1e-12)
	}
}

// TestThresholdsLeavePackagesAlone that set the path themselves.
func TestThresholdsLeavePackagesAlone(t *testing.T) {
	long(t)
	sc := tiny(t, stern, "run.cases=16")
	r := searched(t, sc, "instrument.snap.severity=0.02:0.3:3", "risk(snap) < risk(stern)")
	if d := cmp.Diff([]string{"stern"}, r.Axis.Own); d != "" {
		t.Errorf("packages left alone:\n%s", d)
	}
	own := searched(t, sc, "instrument.snap.severity=0.02:0.3:3", "risk(stern) < 0.1")
	for _, p := range own.Points {
		if p.Margin != own.Points[0].Margin {
			t.Errorf("stern changes: %+v", own.Points)
		}
	}
	closeTo(t, "margin of stern", own.Points[0].Margin.Mean, 0.1-riskWith(t, sc, "stern"), 1e-12)
}

// TestThresholdsNobodyAsksForTheRest: packages that no claim names are left out.
func TestThresholdsNobodyAsksForTheRest(t *testing.T) {
	sc := tiny(t, "", "run.cases=8", "fallback='none'")
	r := searched(t, sc, "challenger.noise=0.1,0.11", "risk(snap) < 2")
	if r.Asked != 8*2*2 { // snap, and the fallback
		t.Errorf("%d solves asked, want 32", r.Asked)
	}
}

// TestWhatThresholdRefuses says why.
func TestWhatThresholdRefuses(t *testing.T) {
	sc := tiny(t, "", "run.cases=8")
	for _, tt := range []struct{ vary, until, want string }{
		{"coalition.decision_rule=own,majority", "risk(snap) < 0.3", "is no number"},
		{"coalition.resolve=0.1,0.2", "top_driver(snap) = coalition.resolve", "drivers or trends"},
		{"coalition.resolve=0.1,0.2", "monotone(snap, challenger.war_cost, falling)", "drivers or trends"},
		{"coalition.resolve=0.1,0.2", "risk(snap", "a bracket does not close"},
		{"coalition.resolve=0.1,0.2", "risk(nobody) < 0.1", "no package nobody"},
		{"coalition.resolve=0.1,0.2", "better(snap, none) > 0.1", "futures"},
		{"coalition.resolve=0.1,0.2", "risk(snap, 9) < 0.1", "horizon"},
	} {
		_, err := Threshold(t.Context(), sc, varying(t, sc, tt.vary), tt.until, Options{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s until %s: %v, want %q", tt.vary, tt.until, err, tt.want)
		}
	}
	bad := varying(t, sc, "coalition.resolve=0.1,0.2")
	bad.Values[1] = 1.5
	if _, err := Threshold(t.Context(), sc, bad, "risk(snap) < 0.3", Options{}); err == nil || !strings.Contains(err.Error(), "coalition.resolve=1.5") {
		t.Errorf("a value out of range: %v", err)
	}
}

// TestThresholdIntervalsCover: over design seeds, the interval holds the value
// that all seeds together give about as often as it says.
func TestThresholdIntervalsCover(t *testing.T) {
	long(t)
	const seeds = 20
	sc := tiny(t, "", "run.cases=12", "fallback='snap'")
	var found []*result.Threshold
	truth := 0.0
	for seed := range seeds {
		sc.Run.Seed = uint64(seed + 1)
		r := searched(t, sc, "instrument.snap.severity=0:0.8:2", "risk(snap) < 0.4")
		if len(r.Turns) != 1 {
			t.Fatalf("seed %d: turns %+v", seed+1, r.Turns)
		}
		found = append(found, r)
		truth += r.Turns[0].Value.Mean / seeds
	}
	covered := func(share float64) int {
		n := 0
		for _, r := range found {
			v := r.Turns[0].Value
			if v.Mean-share*(v.Mean-v.Lo) <= truth && truth <= v.Mean+share*(v.Hi-v.Mean) {
				n++
			}
		}
		return n
	}
	least := 0.95*seeds - 5*math.Sqrt(seeds*0.95*0.05)
	if n := covered(1); float64(n) < least {
		t.Errorf("%d of %d intervals hold the value, want %.0f or more", n, seeds, least)
	}
	// Intervals that are too short must be noticed.
	if n := covered(0.2); float64(n) >= least {
		t.Errorf("%d of %d intervals of a fifth of the length hold the value as well", n, seeds)
	}
}
