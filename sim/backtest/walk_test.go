package backtest

import (
	"context"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/chance"
)

// A walk through a normal distribution whose two coordinates are strongly
// correlated, and of sizes ten times apart, finds its means, spreads and
// correlation within five standard errors, and moves well after its burn-in.
func TestWalkThroughANormal(t *testing.T) {
	const (
		mean, rho = 3.0, 0.9
		wide      = 10.0
	)
	density := func(at []float64) float64 {
		x, y := at[0]-mean, at[1]/wide
		return -(x*x - 2*rho*x*y + y*y) / (2 * (1 - rho*rho))
	}
	k := walk{burnIn: 4000, thinning: 10, keep: 4000, firstStep: 1}
	kept, accepted, err := k.through(context.Background(), []float64{0, 0}, density, chance.New(5, chance.Sampling, 0, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != k.keep || accepted < 0.2 || accepted > 0.6 {
		t.Fatalf("%d kept, %.2f of the steps taken", len(kept), accepted)
	}
	chain := func(of func(at []float64) float64) []float64 {
		out := make([]float64, len(kept))
		for i, at := range kept {
			out[i] = of(at)
		}
		return out
	}
	for what, c := range map[string]struct {
		of   func(at []float64) float64
		want float64
	}{
		"mean of the first":   {func(at []float64) float64 { return at[0] }, mean},
		"mean of the second":  {func(at []float64) float64 { return at[1] }, 0},
		"spread of the first": {func(at []float64) float64 { return (at[0] - mean) * (at[0] - mean) }, 1},
		"spread of the other": {func(at []float64) float64 { return at[1] * at[1] / wide / wide }, 1},
		"correlation":         {func(at []float64) float64 { return (at[0] - mean) * at[1] / wide }, rho},
	} {
		x := chain(c.of)
		got, squares := 0.0, 0.0
		for _, v := range x {
			got += v / float64(len(x))
			squares += v * v / float64(len(x))
		}
		e := math.Sqrt((squares - got*got) / effectiveSize(x))
		if math.Abs(got-c.want) > 5*e {
			t.Errorf("%s: %.4f ± %.4f, want %v", what, got, e, c.want)
		}
	}
	if size := effectiveSize(chain(func(at []float64) float64 { return at[1] })); size < 0.25*float64(k.keep) {
		t.Errorf("%.0f effective of %d kept: the steps have not taken the shape of what was seen", size, k.keep)
	}
	again, _, err := k.through(context.Background(), []float64{0, 0}, density, chance.New(5, chance.Sampling, 0, 0, 0))
	if diff := cmp.Diff(kept, again); diff != "" || err != nil {
		t.Error("the same stream gives another walk")
	}
}

// A walk that has seen one place only keeps its steps.
func TestShapedOfNothing(t *testing.T) {
	same := [][]float64{{1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}}
	if first := even(2, 0.5); shaped(same, first) != first || shaped(same[:1], first) != first {
		t.Error("steps take the shape of a single place")
	}
}
