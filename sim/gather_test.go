package sim

import (
	"fmt"
	"math"
	"testing"

	"steadfast/sim/result"
)

// TestDistanceIsInStandardErrors: the distances between the simulated and the
// exact risk, each package in runs of its own seeds so that their futures are
// independent, are spread as standard errors say; those from a number that is
// too high by 15 % are not.
func TestDistanceIsInStandardErrors(t *testing.T) {
	long(t)
	const seeds = 20
	var sum2, off2, n float64
	for i, id := range []string{"none", "snap", "trip", "both"} {
		packages := `packages=["none"]`
		if id != "none" {
			packages = fmt.Sprintf(`packages=["none", %q]`, id)
		}
		for seed := range seeds {
			sc := small(t, "", packages, fmt.Sprintf("run.seed=%d", 1+seed+100*i), "run.cases=16", "run.futures=60", "horizon_years=5")
			set, _ := run(t, sc, Options{})
			p := byID(t, set, id)
			d, off := p.Simulated.Distance, (p.Simulated.Risk.Mean-p.Risk.Mean*1.15)/p.Simulated.Risk.StdErr
			sum2, off2, n = sum2+d*d, off2+off*off, n+1
		}
	}
	// Σ d² of n standard normal distances has mean n and variance 2n.
	wide := 5 * math.Sqrt(2/n)
	lo, hi := math.Sqrt(max(0, 1-wide)), math.Sqrt(1+wide)
	if rms := math.Sqrt(sum2 / n); rms < lo || rms > hi {
		t.Errorf("root mean square %.3f of %g distances, want %.3f to %.3f", rms, n, lo, hi)
	}
	if rms := math.Sqrt(off2 / n); rms <= hi {
		t.Errorf("against a risk 15 %% too high: root mean square %.3f, want it above %.3f", rms, hi)
	}
}

// TestSimulatedByHand: the distance is between the numbers beside it, in the
// error beside it, which is binomial within cases.
func TestSimulatedByHand(t *testing.T) {
	set, cases := run(t, small(t, ""), Options{})
	for i, p := range set.Packages {
		variance := 0.0
		for _, row := range cases.Rows {
			r := row.Outcomes[i].Risk
			variance += r * (1 - r) / float64(set.Run.Futures)
		}
		s := p.Simulated
		near(t, p.ID+": error", s.Risk.StdErr, math.Sqrt(variance)/float64(len(cases.Rows)))
		near(t, p.ID+": distance", s.Distance, (s.Risk.Mean-p.Risk.Mean)/s.Risk.StdErr)
		if !(s.Risk.Lo < s.Risk.Mean && s.Risk.Mean < s.Risk.Hi) {
			t.Errorf("%s: interval %+v", p.ID, s.Risk)
		}
	}
}

// TestPromisesAreKeptOrBroken: a promise is kept no more often than it is
// called, which is no more often than the ceasefire ends.
func TestPromisesAreKeptOrBroken(t *testing.T) {
	set, _ := run(t, small(t, ""), Options{})
	want := map[string][]string{"none": nil, "snap": {"snap"}, "trip": {result.MilitaryResponse}, "both": {result.MilitaryResponse}}
	for _, p := range set.Packages {
		if len(p.Promises) != len(want[p.ID]) {
			t.Errorf("%s: promises %+v, want %v", p.ID, p.Promises, want[p.ID])
			continue
		}
		for i, x := range p.Promises {
			if x.Instrument != want[p.ID][i] || !(x.Kept.Mean > 0 && x.Kept.Mean < x.Called.Mean && x.Called.Mean <= p.Risk.Mean+1e-12) {
				t.Errorf("%s: %+v with a risk of %v", p.ID, x, p.Risk.Mean)
			}
		}
	}
}
