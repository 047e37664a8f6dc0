package sim

import (
	"math"
	"slices"
	"testing"

	"steadfast/sim/result"
)

// TestBestSharesSumToOne, and one package has what another loses.
func TestBestSharesSumToOne(t *testing.T) {
	set, _ := run(t, small(t, withWeights), Options{})
	sum, some := 0.0, 0
	for _, p := range set.Packages {
		if p.BestShare == nil || p.Loss == nil {
			t.Fatalf("%s: no loss with weights", p.ID)
		}
		sum += *p.BestShare
		if *p.BestShare > 0 {
			some++
		}
	}
	near(t, "sum of the shares", sum, 1)
	if some < 2 {
		t.Errorf("one package is best under all weights: the test sees nothing")
	}
}

// TestLossByHand: at central weights, and the shares over draws of them.
func TestLossByHand(t *testing.T) {
	sc := small(t, withWeights)
	set, cases := run(t, sc, Options{})
	central := sc.Weights(nil)
	for i, p := range set.Packages {
		loss := func(w struct{ clash, cost float64 }) float64 {
			return central.MajorBreach*p.Risk.Mean + central.LimitedBreach*p.Limited[len(p.Limited)-1].Mean + w.clash*p.Clash.Mean +
				central.Defeat*p.Defeat.Mean + central.BrokenPromise*p.Broken.Mean + central.LastingResponse*p.Lasting.Mean + w.cost*p.Cost.Mean
		}
		want := loss(struct{ clash, cost float64 }{210, 1.55})
		if math.Abs(p.Loss.Mean-want) > 1e-9 {
			t.Errorf("%s: loss %v, want %v", p.ID, p.Loss.Mean, want)
		}
		if o := cases.Rows[0].Outcomes[i]; o.Loss == 0 {
			t.Errorf("%s: no loss in case 0", p.ID)
		}
	}
}

// TestFixedWeightsRankAlike: with certain weights one package is best in all
// draws, the one with the least loss.
func TestFixedWeightsRankAlike(t *testing.T) {
	set, _ := run(t, small(t, "\n[weights]\nmajor_breach = 100\n"), Options{})
	best := slices.MinFunc(set.Packages, func(a, b result.Package) int {
		if a.Loss.Mean < b.Loss.Mean {
			return -1
		}
		return 1
	})
	for _, p := range set.Packages {
		want := 0.0
		if p.ID == best.ID {
			want = 1
		}
		near(t, "share of "+p.ID, *p.BestShare, want)
	}
}

// TestNoWeightsNoLoss: without weights nothing is weighed.
func TestNoWeightsNoLoss(t *testing.T) {
	set, _ := run(t, small(t, ""), Options{})
	for _, p := range set.Packages {
		if p.Loss != nil || p.BestShare != nil {
			t.Errorf("%s: loss %v, best share %v", p.ID, p.Loss, p.BestShare)
		}
	}
}
