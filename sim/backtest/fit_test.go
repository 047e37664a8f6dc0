package backtest

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Draws made at one centre, weighed for another, forecast what draws made
// there do, within five standard errors; unweighed they do not.
func TestWeighingStandsForSolving(t *testing.T) {
	if testing.Short() {
		t.Skip("solves hundreds of draws twice")
	}
	const draws = 512
	w := small(t, Current(), draws)
	w.keep("KOR49", "EGY50", "MIN15")
	shift := []float64{.8, 0, .5, 0, 0, -.6}
	here, there := solved(t, w, at(zero(w))), solved(t, w, at(shift))
	weights, effective := here.weigh(shift, none, nil)
	if effective < draws/20.0 || effective > draws {
		t.Errorf("%.0f effective draws of %d", effective, draws)
	}
	even, all := there.weigh(shift, none, nil)
	if math.Abs(all-draws) > 1e-6 {
		t.Errorf("%v effective draws of %d at the centre", all, draws)
	}
	moved := 0
	for i := range w.arrangements {
		direct, weighed, still := there.forecast(i, even), here.forecast(i, weights), here.forecast(i, even)
		e := 0.0
		for d, r := range here.risks[i] {
			x := weights[d] * (r[0][2] - weighed.risk[0][2])
			e += x * x
		}
		e = math.Sqrt(e)
		if math.Abs(weighed.risk[0][2]-direct.risk[0][2]) > 5*e {
			t.Errorf("%s: weighed %.4f ± %.4f, solved %.4f", w.arrangements[i].ID, weighed.risk[0][2], e, direct.risk[0][2])
		}
		if math.Abs(still.risk[0][2]-direct.risk[0][2]) > 5*e {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no forecast moves with the shift: the weights could be anything")
	}
}

// The fit is a maximum: no step away from it has a greater posterior.
func TestFitIsAMaximum(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record")
	}
	w := small(t, Current(), 64)
	tab := solved(t, w, at(zero(w)))
	all := without(dyadsOf(w), none)
	f, err := tab.fit(zero(w), all, none)
	if err != nil {
		t.Fatal(err)
	}
	top := tab.logPosterior(f.at, all, none, nil)
	for j := range f.at {
		for _, step := range []float64{-.05, .05} {
			x := slices.Clone(f.at)
			x[j] += step
			if next := tab.logPosterior(x, all, none, nil); next > top+1e-4 {
				t.Errorf("%s: %v more makes the posterior greater by %v", w.parameters[j].path, step, next-top)
			}
		}
	}
	if f.above < 0 {
		t.Errorf("the fit is worse than the ranges as shipped by %v", -f.above)
	}
	same := slices.Repeat([]fits{{all: f}}, w.design.Replicates())
	for _, p := range w.describe(fits{all: f}, same, func(f *fits) shift { return f.all }).Parameters {
		if (p.Shift > 0) != (p.Median.Mean > p.Shipped) {
			t.Errorf("%s moves by %v, its median from %v to %v", p.Path, p.Shift, p.Shipped, p.Median.Mean)
		}
		if p.Median.StdErr != 0 {
			t.Errorf("%s: refits that agree give an error of %v", p.Path, p.Median.StdErr)
		}
	}
}

func dyadsOf(w *world) []int {
	dyad, _ := dyads(w.arrangements)
	return dyad
}

// Draws made at two centres, pooled, forecast at a third place what draws made
// there do, within five standard errors; weighed as if all had been made at
// one of the two, they do not.
func TestPoolStandsForSolving(t *testing.T) {
	if testing.Short() {
		t.Skip("solves hundreds of draws thrice")
	}
	w := small(t, Current(), 256)
	w.keep("KOR49", "MIN15")
	left, right, middle := []float64{1, 0, 0, 0, 0, -1}, []float64{-1, .5, 0, 0, 0, 0}, []float64{0, .25, 0, 0, 0, -.5}
	one, two, there := solved(t, w, source{centre: left, width: 1.2}), solved(t, w, at(right)), solved(t, w, at(middle))
	both := pool(one, two)
	if both.draws != one.draws+two.draws || len(both.sources) != 2 || len(both.of(1, 1)) != both.draws || len(both.risks[1]) != both.draws {
		t.Fatalf("%d draws of %d sources", both.draws, len(both.sources))
	}
	weights, effective := both.weigh(middle, none, nil)
	_, alone := one.weigh(middle, none, nil)
	if effective < 1.5*alone {
		t.Errorf("%.0f effective draws pooled, %.0f of one", effective, alone)
	}
	even, _ := there.weigh(middle, none, nil)
	twinned := pool(one, two)
	twinned.sources = twinned.sources[:1] // as if all had been made there
	twinned.measure()
	wrong, _ := twinned.weigh(middle, none, nil)
	seen := false
	for i := range w.arrangements {
		direct, pooled, twin := there.forecast(i, even), both.forecast(i, weights), both.forecast(i, wrong)
		e := 0.0
		for d, r := range both.risks[i] {
			x := weights[d] * (r[0][2] - pooled.risk[0][2])
			e += x * x
		}
		if e = math.Sqrt(e); math.Abs(pooled.risk[0][2]-direct.risk[0][2]) > 5*e {
			t.Errorf("%s: pooled %.4f ± %.4f, solved %.4f", w.arrangements[i].ID, pooled.risk[0][2], e, direct.risk[0][2])
		}
		seen = seen || math.Abs(twin.risk[0][2]-direct.risk[0][2]) > 5*e
	}
	if !seen {
		t.Error("draws weighed by another density pass for the right ones")
	}
}

// Tables do not depend on the workers.
func TestSolveIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	w := small(t, Current(), 32)
	w.workers = 1
	one := solved(t, w, at(zero(w)))
	w.workers = 3
	three := solved(t, w, at(zero(w)))
	if !reflect.DeepEqual(one, three) {
		t.Error("three workers find another table than one")
	}
}

// Leaving out a group of draws is as if they had never been made: the weights of
// the others are those of the others alone.
func TestWeighingLeavesAGroupOut(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record")
	}
	w := small(t, Current(), 32)
	tab := solved(t, w, at(zero(w)))
	shift := []float64{.5, 0, 0, 0, 0, 0}
	all, _ := tab.weigh(shift, none, nil)
	left, effective := tab.weigh(shift, 3, nil)
	rest := 0.0
	for d, x := range all {
		if tab.groups[d] != 3 {
			rest += x
		}
	}
	for d, x := range left {
		want := all[d] / rest
		if tab.groups[d] == 3 {
			want = 0
		}
		if math.Abs(x-want) > 1e-12 {
			t.Errorf("draw %d of group %d weighs %v, want %v", d, tab.groups[d], x, want)
		}
	}
	if effective >= 32 || effective < 1 {
		t.Errorf("%v effective draws of 30", effective)
	}
}

// A search that is cut off is not taken for a fit.
func TestFitThatDoesNotEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record")
	}
	w := small(t, Current(), 16)
	tab := solved(t, w, at(zero(w)))
	if _, err := tab.fitWithin(30, zero(w), without(dyadsOf(w), none), none); err == nil || !strings.Contains(err.Error(), "no maximum within 30 evaluations; take more --draws") {
		t.Errorf("error %v", err)
	}
}
