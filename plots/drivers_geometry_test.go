package plots

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Every method with every number of factors, of two outputs; sizes and names in
// turn.
func TestNothingCollidesInDrivers(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, Print, {1080, 1080}, {1080, 1350}, {2400, 900}}
	counts := []int{1, 5, 13, 40, 119, 120}
	if testing.Short() {
		counts = []int{1, 40, 120}
	}
	names := []naming{{"real", realFactor}, {"short", shortFactor}, {"of 60 letters", longFactor}}
	r := newRota()
	for _, n := range counts {
		for _, k := range names {
			s := sensitivity(n, k.name)
			for i := range s.Methods {
				s.Methods[i].Notes = []string{"12 factors are correlated: their indices are of what is left when the others are given", "3 are discrete"}
			}
			outputs := []int{4, outputOf(s, "difference")} // in turn with the baseline and the ranking
			if n%2 == 0 {
				outputs = []int{0, outputOf(s, "ranking")}
			}
			for _, m := range driverMethods {
				for _, o := range next(r, m, "outputs", outputs, 1) {
					f, err := Drivers(s, o, m, DefaultTheme())
					if err != nil {
						t.Fatalf("%s of %d factors, names %s: %v", m, n, k.kind, err)
					}
					for _, size := range next(r, m, "sizes", sizes, 1) {
						collide(t, f, size, fmt.Sprintf("%s of output %d, %d factors, names %s", m, o, n, k.kind))
					}
				}
			}
		}
	}
	r.complete(t)
}

// Whatever the numbers are: nothing moves it, one moves all, ends on one side,
// intervals wider than the axis, texts and groups, measures that are no shares.
func TestNothingCollidesInDriversWhateverTheNumbers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "factors")
		s := sensitivity(n, realFactor)
		s.Measure = rapid.SampledFrom([]string{"risk", "peace", "cost_bn", "loss", "restricted_mean_years", "anything"}).Draw(t, "measure")
		size := rapid.SampledFrom([]float64{0, 1e-9, 0.0004, 0.02, 0.3, 1})
		if s.Measure != "risk" && s.Measure != "peace" {
			size = rapid.SampledFrom([]float64{0, 1e-9, 0.3, 40, 123456})
		}
		for i := range n {
			mean := func(label string) estimate.Mean {
				m := size.Draw(t, label) * rapid.SampledFrom([]float64{-1, 1}).Draw(t, label+" sign")
				e := rapid.SampledFrom([]float64{0, 0.001, 0.05, 0.4}).Draw(t, label+" error")
				return estimate.Mean{Mean: m, StdErr: e, Lo: m - 2*e, Hi: m + 2*e}
			}
			s.Tornado[4][i] = result.Swing{Low: mean("low"), High: mean("high"), Difference: mean("difference")}
			s.Sobol[4][i] = result.Indices{First: mean("first"), Total: mean("total")}
			e := mean("effect")
			e.Mean = max(e.Mean, -e.Mean)
			s.Morris[4][i] = result.Elementary{MuStar: e, Mu: mean("mu"), Sigma: size.Draw(t, "sigma")}
			s.PRCC[4][i] = estimate.Mean{Mean: 0.3, StdErr: 0.3, Lo: -0.3, Hi: 0.9}
			if low := s.Factors[i].Low; low != nil {
				*low = rapid.SampledFrom([]float64{0, -1e-7, 0.123456, 987654.3, 1e12}).Draw(t, "end")
			}
		}
		for _, m := range rapid.SliceOfNDistinct(rapid.SampledFrom(driverMethods), 2, 2, rapid.ID).Draw(t, "methods") {
			f, err := Drivers(s, 4, m, DefaultTheme())
			if err != nil {
				t.Fatalf("%s: %v", m, err)
			}
			collide(t, f, Slide, m)
		}
	})
}

func TestFitScaleIsTheWidestThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Custom(func(t *rapid.T) margin {
			return margin{rapid.Float64Range(-3, 3).Draw(t, "value"), rapid.Float64Range(0, 90).Draw(t, "before"), rapid.Float64Range(0, 90).Draw(t, "after")}
		})
		ms := rapid.SliceOfN(one, 2, 12).Draw(t, "margins")
		x, ok := fitScale(ms, 100, 600)
		if !ok {
			t.Fatal("500 units hold no two labels of 90")
		}
		const slack = 1e-6
		left, right := 1e9, -1e9
		for _, m := range ms {
			left, right = min(left, x.at(m.value)-m.before), max(right, x.at(m.value)+m.after)
		}
		if left < 100-slack || right > 600+slack {
			t.Fatalf("from %g to %g, want within 100 to 600", left, right)
		}
		same := true
		for _, m := range ms {
			same = same && m.value == ms[0].value
		}
		if !same && (left > 100+slack || right < 600-slack) {
			t.Fatalf("from %g to %g leaves room unused", left, right)
		}
	})
	if _, ok := fitScale([]margin{{0, 300, 0}, {1, 0, 300}}, 0, 500); ok {
		t.Error("labels of 600 units fit into 500")
	}
}
