package sensitivity

import (
	"math"
	"slices"
	"testing"

	"steadfast/sim/design"
)

// TestPAWNKnownAnswers: for an output that is one uniform input, the distance
// of the i-th of eight slices is max(i, 7 − i)/8, and where only its half is
// known 1/2 for either half.
func TestPAWNKnownAnswers(t *testing.T) {
	n := 512
	x, half := make([]float64, n), make([]float64, n)
	for c := range n {
		x[c] = float64(c*37%n) / float64(n) // every value once
		half[c] = math.Floor(2 * x[c])
	}
	s, _ := drawn(t, design.Random, 1, n, 1)
	pawn, err := PAWN(s, [][]float64{x, half}, [][]float64{x})
	if err != nil {
		t.Fatal(err)
	}
	if p := pawn[0][0]; p.Max != 7./8 || p.Median != 5.5/8 || !p.Driver {
		t.Errorf("itself: %+v, want 5.5/8 and 7/8", p)
	}
	if p := pawn[0][1]; p.Max != .5 || p.Median != .5 || !p.Driver {
		t.Errorf("which half: %+v, want 1/2", p)
	}
}

// naiveDistance is the Kolmogorov–Smirnov distance by its definition.
func naiveDistance(slice, all []float64) float64 {
	below := func(values []float64, x float64) float64 {
		k := 0
		for _, v := range values {
			if v <= x {
				k++
			}
		}
		return float64(k) / float64(len(values))
	}
	d := 0.0
	for _, x := range all {
		d = max(d, math.Abs(below(slice, x)-below(all, x)))
	}
	return d
}

func TestDistancesByDefinition(t *testing.T) {
	_, u := drawn(t, design.Random, 9, 200, 2)
	y := evaluated(u, func(x []float64) float64 { return math.Floor(9 * (x[0] + .3*x[1])) })
	cut := sliced(centredRanks(u[0]), 200, leastExpected)
	got := cut.distances(y, ascending(y))
	for at := range cut.count {
		var in []float64
		for c, v := range y {
			if cut.slice[c] == at {
				in = append(in, v)
			}
		}
		if want := naiveDistance(in, y); math.Abs(got[at]-want) > 1e-15 {
			t.Errorf("slice %d: %v, by definition %v", at, got[at], want)
		}
	}
}

// TestPAWNSeesWhatLeavesTheMeanAlone: an input that only widens the output.
func TestPAWNSeesWhatLeavesTheMeanAlone(t *testing.T) {
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		s, u := drawn(t, kind, 6, 2048, 3)
		y := evaluated(u, func(x []float64) float64 { return math.Pow(x[0], 4) * (x[1] - .5) })
		pawn, err := PAWN(s, u, [][]float64{y})
		if err != nil {
			t.Fatal(err)
		}
		given, err := Given(s, u, [][]float64{y})
		if err != nil {
			t.Fatal(err)
		}
		if !pawn[0][0].Driver || pawn[0][2].Driver {
			t.Errorf("%s: %+v", kind, pawn[0])
		}
		if m := given[0][0].First; math.Abs(m.Mean) > 5*m.StdErr {
			t.Errorf("%s: first-order index %+v, want 0", kind, m)
		}
	}
}

func TestSlices(t *testing.T) {
	levels := slices.Concat(slices.Repeat([]float64{3}, 40), slices.Repeat([]float64{1}, 5), slices.Repeat([]float64{2}, 4), slices.Repeat([]float64{7}, 7))
	different, most := distinct(levels)
	if different != 4 || most != 40 {
		t.Errorf("%d different, the most frequent %d times", different, most)
	}
	if got := sliced(centredRanks(levels), 4, 1).count; !slices.Equal(got, []int{5, 4, 40, 7}) {
		t.Errorf("by value: %v", got)
	}
	cut := sliced(centredRanks(levels), 4, 8) // 5 joins the 4 after it, the 7 the 40 before
	if !slices.Equal(cut.count, []int{9, 47}) || cut.slice[0] != 1 || cut.slice[40] != 0 || cut.slice[55] != 1 {
		t.Errorf("at least 8: %+v", cut)
	}
	many := make([]float64, 100)
	for c := range many {
		many[c] = max(0, float64(c-60)) // three fifths tied
	}
	if got := sliced(centredRanks(many), 40, 8).count; !slices.Equal(got, []int{61, 14, 12, 13}) {
		t.Errorf("with ties: %v", got)
	}
	if got := sliced(centredRanks(many), 40, 300).count; !slices.Equal(got, []int{100}) {
		t.Errorf("fewer cases than a slice needs: %v", got)
	}
	for i, f := range cut.contrasts {
		if i > 0 || math.Abs(9*f[0]+47*f[1]) > 1e-12 || math.Abs(9*f[0]*f[0]+47*f[1]*f[1]-56) > 1e-12 {
			t.Errorf("contrast %d: %v", i, f)
		}
	}
}
