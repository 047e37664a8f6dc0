package sensitivity

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
)

// linear is the linear Gaussian of oracles: 3x₀ + 2x₁ + x₂ with noise of
// standard deviation 2, the last input.
func linear(x []float64) float64 { return 3*x[0] + 2*x[1] + x[2] + 2*x[3] }

// rankTruth is the partial rank correlation of the linear Gaussian: from
// Spearman's 6/π·arcsin(ρ/2) with each of the independent inputs.
func rankTruth() []float64 {
	a, sum := []float64{3, 2, 1}, 0.0
	for j := range a {
		a[j] = 6 / math.Pi * math.Asin(a[j]/math.Sqrt(18)/2)
		sum += a[j] * a[j]
	}
	for j, r := range a {
		a[j] = r / math.Sqrt(1-sum+r*r)
	}
	return a
}

func TestLinearGaussian(t *testing.T) {
	const n = 100_000
	_, u := drawn(t, design.Random, 3, n, 4)
	x := normals(u)
	y := evaluated(x, linear)
	centred := make([][]float64, 3)
	for j := range centred {
		centred[j] = scaled(x[j], 1)
	}
	fit, err := regress(centred, [][]float64{scaled(y, 1)})
	if err != nil {
		t.Fatal(err)
	}
	src, pcc := []float64{.70710678, .47140452, .23570226}, []float64{.83205029, .70710678, .44721360}
	for j := range pcc {
		// Standard errors (1 − r²)/√n of a partial correlation, and below 1/√n of a coefficient.
		if got := fit.partial(0, j); math.Abs(got-pcc[j]) > 5*(1-pcc[j]*pcc[j])/math.Sqrt(n) {
			t.Errorf("PCC of input %d = %v, want %v", j, got, pcc[j])
		}
		if got := fit.coefficient[0][j]; math.Abs(got-src[j]) > 5/math.Sqrt(n) {
			t.Errorf("SRC of input %d = %v, want %v", j, got, src[j])
		}
		if math.Abs(src[j]-pcc[j]) < 5/math.Sqrt(n) {
			t.Errorf("input %d: SRC and PCC are not told apart", j)
		}
	}
}

// TestPRCCCovers counts how often intervals hold the truth, and that ones of
// half the width are found out.
func TestPRCCCovers(t *testing.T) {
	const seeds = 100
	truth := rankTruth()
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		held, twin := make([]int, 3), make([]int, 3)
		for seed := range uint64(seeds) {
			s, u := drawn(t, kind, seed, 256, 4)
			x := normals(u)
			r, err := PRCC(s, x[:3], [][]float64{evaluated(x, linear)})
			if err != nil {
				t.Fatal(err)
			}
			for j, m := range r[0] {
				if m.Lo <= truth[j] && truth[j] <= m.Hi {
					held[j]++
				}
				if math.Abs(m.Mean-truth[j]) <= (m.Hi-m.Lo)/4 {
					twin[j]++
				}
			}
		}
		for j := range held {
			least := seeds * (.95 - 5*math.Sqrt(.95*.05/seeds))
			if float64(held[j]) < least {
				t.Errorf("%s, input %d: %d of %d intervals hold the truth", kind, j, held[j], seeds)
			}
			if float64(twin[j]) >= least {
				t.Errorf("%s, input %d: intervals of half the width are not found out: %d", kind, j, twin[j])
			}
		}
	}
}

// naivePRCC regresses the ranks of one input and of the output on those of all
// others by least squares and correlates the residuals.
func naivePRCC(inputs [][]float64, y []float64, j int) float64 {
	rank := func(v []float64) []float64 {
		r := make([]float64, len(v))
		for c, x := range v {
			for _, other := range v {
				if other < x {
					r[c]++
				} else if other == x {
					r[c] += .5
				}
			}
		}
		return r
	}
	others := mat.NewDense(len(y), len(inputs), nil)
	for c := range y {
		others.Set(c, j, 1) // the constant, in the place of the input itself
	}
	for i, x := range inputs {
		if i != j {
			others.SetCol(i, rank(x))
		}
	}
	residual := func(v []float64) *mat.VecDense {
		b := mat.NewVecDense(len(v), v)
		var solved, fitted mat.VecDense
		if err := solved.SolveVec(others, b); err != nil {
			panic(err)
		}
		fitted.MulVec(others, &solved)
		b.SubVec(b, &fitted)
		return b
	}
	a, b := residual(rank(inputs[j])), residual(rank(y))
	return mat.Dot(a, b) / math.Sqrt(mat.Dot(a, a)*mat.Dot(b, b))
}

func TestPRCCIsThatOfResiduals(t *testing.T) {
	s, u := drawn(t, design.Random, 5, 60, 4)
	for c := range u[1] {
		u[1][c] += u[0][c]                // correlated
		u[2][c] = math.Floor(3 * u[2][c]) // ties
	}
	y := evaluated(u, func(x []float64) float64 { return math.Floor(8 * (x[0]*x[1] - x[2] + x[3])) })
	r, err := PRCC(s, u, [][]float64{y})
	if err != nil {
		t.Fatal(err)
	}
	for j := range u {
		if want := naivePRCC(u, y, j); math.Abs(r[0][j].Mean-want) > 1e-12 {
			t.Errorf("input %d: %v, by residuals %v", j, r[0][j].Mean, want)
		}
	}
	for c := range u[1] {
		u[1][c] *= u[3][c] // the twin: another input
	}
	if want := naivePRCC(u, y, 0); math.Abs(r[0][0].Mean-want) < 1e-12 {
		t.Error("another input is not found out")
	}
}

// TestOrderOfInputsChangesNoBit permutes inputs, and outputs, of all methods.
func TestOrderOfInputsChangesNoBit(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]design.Kind{design.Random, design.Sobol}).Draw(rt, "kind")
		s, u := drawn(t, kind, rapid.Uint64().Draw(rt, "seed"), 64, 6)
		for c := range u[5] {
			u[5][c] = math.Floor(4 * u[5][c])
			u[4][c] += u[0][c]
		}
		y := [][]float64{evaluated(u, ishigami.of), evaluated(u, func(x []float64) float64 { return x[3] + x[5] })}
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(rt, "order")
		permuted := make([][]float64, len(u))
		for i, j := range order {
			permuted[i] = u[j]
		}
		swapped := [][]float64{y[1], y[0]}
		same(rt, "PRCC", PRCC, s, u, y, permuted, swapped, order)
		same(rt, "Given", Given, s, u, y, permuted, swapped, order)
		same(rt, "PAWN", PAWN, s, u, y, permuted, swapped, order)
	})
}

func same[T any](rt *rapid.T, name string, method func(estimate.Sampler, [][]float64, [][]float64) ([][]T, error),
	s estimate.Sampler, u, y, permuted, swapped [][]float64, order []int) {
	rt.Helper()
	want, err := method(s, u, y)
	if err != nil {
		rt.Fatal(err)
	}
	got, err := method(s, permuted, swapped)
	if err != nil {
		rt.Fatal(err)
	}
	for i := range got {
		for place, j := range order {
			if diff := cmp.Diff(want[1-i][j], got[i][place]); diff != "" {
				rt.Fatalf("%s of input %d at place %d: %s", name, j, place, diff)
			}
		}
	}
}

func TestConstantsHaveExactlyZero(t *testing.T) {
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		s, u := drawn(t, kind, 1, 128, 3)
		u[1] = slices.Repeat([]float64{.1}, 128)
		y := [][]float64{slices.Repeat([]float64{.1}, 128), u[0]}
		r, err := PRCC(s, u, y)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range [][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 1}} {
			if got := r[at[0]][at[1]]; got != (estimate.Mean{}) {
				t.Errorf("%s, output %d, input %d: %+v, want zeros", kind, at[0], at[1], got)
			}
		}
		if got := r[1][0]; math.Abs(got.Mean-1) > 1e-9 || math.Abs(got.Lo-1) > 1e-9 {
			t.Errorf("%s: PRCC of an output with itself = %+v, want 1", kind, got)
		}
		if got := r[1][2].Mean; math.Abs(got) > 1e-6 {
			t.Errorf("%s: PRCC of an input that explains nothing that is left = %v, want 0", kind, got)
		}
		if r, err = PRCC(s, u[1:2], y); err != nil || r[1][0] != (estimate.Mean{}) {
			t.Errorf("%s: only a constant input: %v, %v", kind, r, err)
		}
	}
}

func TestPRCCThatCannotBe(t *testing.T) {
	s, u := drawn(t, design.Random, 1, 64, 5)
	y := [][]float64{evaluated(u, ishigami.of)}
	sum := slices.Clone(u)
	sum[3] = evaluated(u, func(x []float64) float64 { return math.Exp(x[1]) })
	_, err := PRCC(s, sum, y)
	var collinear *CollinearError
	if !errors.As(err, &collinear) || !slices.Equal(collinear.Inputs, []int{1, 3}) {
		t.Errorf("two inputs of the same ranks: %v", err)
	}
	levels := slices.Clone(u)
	for j := range 3 { // three of which one is always 1
		levels[j+1] = evaluated(u, func(x []float64) float64 {
			if int(3*x[0]) == j {
				return 1
			}
			return 0
		})
	}
	if _, err = PRCC(s, levels, y); !errors.As(err, &collinear) || !slices.Equal(collinear.Inputs, []int{1, 2, 3}) {
		t.Errorf("three inputs that add up to 1: %v", err)
	}
	nan := slices.Clone(u)
	nan[2] = slices.Clone(u[2])
	nan[2][7] = math.NaN()
	short := [][]float64{y[0][:63]}
	few := make([][]float64, 5)
	for j := range few {
		few[j] = u[j][:7]
	}
	for _, test := range []struct {
		s      estimate.Sampler
		x, y   [][]float64
		expect string
	}{
		{s, nan, y, "input 2 is NaN in case 7"},
		{s, u, nan[2:3], "output 0 is NaN in case 7"},
		{s, u, short, "output 0 has 63 cases, want 64"},
		{s, nil, y, "0 inputs"},
		{s, u, nil, "0 outputs"},
		{s, few, [][]float64{y[0][:7]}, "7 cases for 5 inputs, want at least 8"},
		{estimate.Over(60), u, y, "64 cases in 60 replicates"},
	} {
		if _, err := PRCC(test.s, test.x, test.y); err == nil || !strings.Contains(err.Error(), test.expect) {
			t.Errorf("%v, want %q", err, test.expect)
		}
	}
	eight := make([][]float64, 5)
	for j := range eight {
		eight[j] = u[j][:8]
	}
	if _, err := PRCC(s, eight, [][]float64{y[0][:8]}); err != nil {
		t.Errorf("8 cases of 5 inputs: %v", err)
	}
}
