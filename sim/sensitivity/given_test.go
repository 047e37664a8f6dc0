package sensitivity

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// TestGivenKnownAnswers holds the mean estimate over seeds within 5 standard
// errors of the known first-order index, and counts intervals; without the
// correction for what is fitted to noise, and at half the width, it must fail.
func TestGivenKnownAnswers(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 25
	}
	most := 0.0 // that the uncorrected share is off, in standard errors
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		held, half := map[string]int{}, map[string]int{}
		for _, f := range []function{ishigami, product, mixedG} {
			estimates, fitted := make([][]float64, f.columns), make([][]float64, f.columns)
			for seed := range seeds {
				s, u := drawn(t, kind, seed, 512, f.columns)
				y := evaluated(u, f.of)
				given, err := Given(s, u, [][]float64{y})
				if err != nil {
					t.Fatal(err)
				}
				for j, g := range given[0] {
					estimates[j] = append(estimates[j], g.First.Mean)
					fitted[j] = append(fitted[j], fittedShare(u[j], y))
					count(held, half, fmt.Sprintf("%s, input %d of %s", kind, j, f.name), g.First, f.first[j])
				}
			}
			for j, want := range f.first {
				mean, deviation := stat.MeanStdDev(estimates[j], nil)
				stdErr := deviation / math.Sqrt(float64(seeds))
				if math.Abs(mean-want) > 5*stdErr {
					t.Errorf("%s, input %d of %s: mean %v ± %v, want %v", kind, j, f.name, mean, stdErr, want)
				}
				mean, deviation = stat.MeanStdDev(fitted[j], nil)
				most = max(most, math.Abs(mean-want)/deviation*math.Sqrt(float64(seeds)))
			}
		}
		least := float64(seeds)*.95 - 5*math.Sqrt(float64(seeds)*.95*.05)
		found := false
		for _, name := range slices.Sorted(maps.Keys(held)) {
			if float64(held[name]) < least {
				t.Errorf("%s: %d of %d intervals hold the truth", name, held[name], seeds)
			}
			found = found || float64(half[name]) < least
		}
		if !found {
			t.Errorf("%s: intervals of half the width are not found out", kind)
		}
	}
	if most < 5 {
		t.Errorf("an uncorrected share is at most %.1f standard errors off: not found out", most)
	}
}

// fittedShare is the R² of the regression, noise and all.
func fittedShare(x, y []float64) float64 {
	b := newBasis(x, centredRanks(x), len(x), 2)
	unit := standardise(y)
	products, squares := make([]float64, b.size), 0.0
	for c, v := range unit {
		squares += v * v
		for i, f := range b.values[c*b.size:][:b.size] {
			products[i] += f * v
		}
	}
	return b.factors[0].forward(make([]float64, b.size), products) / squares
}

// TestGivenMeetsWhatItCanFitExactly: an output that is one input's, whatever
// its distribution.
func TestGivenMeetsWhatItCanFitExactly(t *testing.T) {
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		s, u := drawn(t, kind, 4, 512, 3)
		heavy := evaluated(u, func(x []float64) float64 { return math.Pow(x[0], -.9) })
		levels := evaluated(u, func(x []float64) float64 { return math.Floor(5 * x[1]) })
		y := [][]float64{
			evaluated([][]float64{heavy}, func(x []float64) float64 { return 1e9 - 3*x[0] }),
			evaluated([][]float64{levels}, func(x []float64) float64 { return math.Mod(7*x[0], 5) }),
		}
		given, err := Given(s, [][]float64{heavy, levels, u[2]}, y)
		if err != nil {
			t.Fatal(err)
		}
		for i := range y {
			for j, g := range given[i] {
				if own := i == j; own != g.Driver || own && math.Abs(g.First.Mean-1) > 1e-9 || !own && g.First.Lo > 0 {
					t.Errorf("%s, output %d, input %d: %+v", kind, i, j, g)
				}
			}
		}
	}
}

// TestGivenOfAJump holds the documented loss of an index of 1 that is all jump.
func TestGivenOfAJump(t *testing.T) {
	s, u := drawn(t, design.Sobol, 1, 4096, 1)
	for _, test := range []struct{ share, least, most float64 }{
		{.05, .83, .85}, {.1, .9, .96}, {.15, .9, .96}, {.25, .9, .96}, {.4, .9, .96}, {.5, .9, .96}, {.7, .9, .96}, {.85, .9, .96},
	} {
		given, err := Given(s, u, [][]float64{evaluated(u, func(x []float64) float64 { return math.Floor(x[0] + test.share) })})
		if err != nil {
			t.Fatal(err)
		}
		if got := given[0][0].First.Mean; !(test.least <= got && got <= test.most) {
			t.Errorf("a jump of a share of %v: %v, documented %v to %v", test.share, got, test.least, test.most)
		}
	}
}

// TestGivenOfCorrelatedInputs: the index of a dummy is the square of its
// correlation with the one input that matters, that of a copy is the same.
func TestGivenOfCorrelatedInputs(t *testing.T) {
	s, u := drawn(t, design.Random, 8, 4096, 3)
	z := normals(u)
	x := [][]float64{z[0], evaluated(z, func(x []float64) float64 { return .6*x[0] + .8*x[1] }), z[2], z[0]}
	given, err := Given(s, x, [][]float64{z[0]})
	if err != nil {
		t.Fatal(err)
	}
	g := given[0]
	if math.Abs(g[0].First.Mean-1) > 1e-9 || g[3] != g[0] {
		t.Errorf("itself %+v, its copy %+v", g[0], g[3])
	}
	if m := g[1].First; math.Abs(m.Mean-.36) > 5*m.StdErr || !g[1].Driver {
		t.Errorf("what goes with it: %+v, want .36", g[1])
	}
	if g[2].Driver {
		t.Errorf("a dummy: %+v", g[2])
	}
}

func TestGivenOfVectors(t *testing.T) {
	s, u := drawn(t, design.Sobol, 2, 512, 3)
	a := evaluated(u, func(x []float64) float64 { return 2 * x[0] })
	b := evaluated(u, func(x []float64) float64 { return x[1] })
	constant := slices.Repeat([]float64{.1}, 512)
	components := [][]float64{a, b, constant}
	vector, err := GivenVector(s, u, components)
	if err != nil {
		t.Fatal(err)
	}
	for j, want := range []float64{.8, .2, 0} {
		if m := vector[j].First; math.Abs(m.Mean-want) > 5*m.StdErr {
			t.Errorf("input %d: %+v, want %v", j, m, want)
		}
		if vector[j].Driver != (want > 0) {
			t.Errorf("input %d: %+v", j, vector[j])
		}
	}
	rows, err := GivenWithout(s, u, components)
	if err != nil {
		t.Fatal(err)
	}
	for j := range u {
		m := s.Jackknife(512, func(g int) float64 { return rows[g+1][j] })
		if m != vector[j].First {
			t.Errorf("input %d: %+v from leave-outs, %+v", j, m, vector[j].First)
		}
	}
	one, err := GivenVector(s, u, [][]float64{a})
	if err != nil {
		t.Fatal(err)
	}
	given, err := Given(s, u, [][]float64{a})
	if err != nil || !slices.Equal(one, given[0]) {
		t.Errorf("one component: %+v, a number: %+v, %v", one, given[0], err)
	}
}

func TestConstantsGivenAreExactlyZero(t *testing.T) {
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		s, u := drawn(t, kind, 1, 128, 3)
		u[1] = slices.Repeat([]float64{.1}, 128)
		y := [][]float64{slices.Repeat([]float64{.1}, 128), u[0]}
		given, err := Given(s, u, y)
		if err != nil {
			t.Fatal(err)
		}
		pawn, err := PAWN(s, u, y)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range [][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 1}} {
			if got := given[at[0]][at[1]]; got != (result.GivenIndex{PValue: 1}) {
				t.Errorf("%s, output %d, input %d: %+v", kind, at[0], at[1], got)
			}
			if got := pawn[at[0]][at[1]]; got != (result.PAWN{PValue: 1}) {
				t.Errorf("%s, output %d, input %d: %+v", kind, at[0], at[1], got)
			}
		}
		// Constant but for one replicate or group: no NaN without it.
		y[0] = make([]float64, 128)
		y[0][3], y[0][19] = 1, 2
		given, err = Given(s, u, y[:1])
		if err != nil {
			t.Fatal(err)
		}
		for j, g := range given[0] {
			if m := g.First; math.IsNaN(m.Mean+m.StdErr+m.Lo+m.Hi) || g.PValue != 1 {
				t.Errorf("%s, two cases that differ, input %d: %+v", kind, j, g)
			}
		}
	}
}

func TestGivenThatCannotBe(t *testing.T) {
	s, u := drawn(t, design.Random, 1, 64, 2)
	infinite := [][]float64{slices.Clone(u[0]), slices.Clone(u[1])}
	infinite[1][5] = math.Inf(-1)
	few := [][]float64{u[0][:63]}
	for _, test := range []struct {
		s      estimate.Sampler
		x, y   [][]float64
		expect string
	}{
		{s, infinite, u, "input 1 is -Inf in case 5"},
		{s, u, infinite, "output 1 is -Inf in case 5"},
		{s, few, few, "63 cases, want at least 64"},
		{s, u, nil, "0 outputs"},
		{estimate.Over(60), u, u, "64 cases in 60 replicates"},
	} {
		_, given := Given(test.s, test.x, test.y)
		_, vector := GivenVector(test.s, test.x, test.y)
		_, without := GivenWithout(test.s, test.x, test.y)
		_, pawn := PAWN(test.s, test.x, test.y)
		for _, err := range []error{given, vector, without, pawn} {
			if err == nil || !strings.Contains(err.Error(), test.expect) {
				t.Errorf("%v, want %q", err, test.expect)
			}
		}
	}
	if _, err := Given(s, u, u); err != nil {
		t.Errorf("64 cases: %v", err)
	}
}
