package uncertain

import (
	"math"
	"strings"
	"testing"
)

func TestConstructorsRefuse(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	noEnd := [2]float64{-inf, inf}
	quant := func(p, x []float64, ends [2]float64, s Interpolation) error {
		_, err := NewQuantiles(p, x, ends[0], ends[1], s)
		return err
	}
	of := func(_ any, err error) error { return err }
	ten := []float64{0.1, 0.9}
	tests := []struct {
		err  error
		want string
	}{
		{of(NewConstant(nan)), "number: value is NaN, want a finite number"},
		{of(NewUniform(1, inf)), "uniform: max is +Inf, want a finite number"},
		{of(NewUniform(2, 1)), "uniform: max 1 is below min 2, want min ≤ max"},
		{of(NewTriangular(0, 2, 1)), "triangular: max 1 is below mode 2, want min ≤ mode ≤ max"},
		{of(NewPERT(0.5, 0.4, 0.6)), "pert: mode 0.4 is below min 0.5, want min ≤ mode ≤ max"},
		{of(NewPERT(nan, 0.4, 0.6)), "pert: min is NaN, want a finite number"},
		{of(NewNormal(0, -1)), "normal: sd is -1, want a standard deviation ≥ 0"},
		{of(NewNormal(inf, 1)), "normal: mean is +Inf, want a finite number"},
		{of(NewLogNormal(0, 1)), "lognormal: median is 0, want a number above 0"},
		{of(NewLogNormal(2, 1)), "lognormal: p95 1 is below median 2, want median ≤ p95"},
		{of(NewBeta(0, 1, 0, 1)), "beta: a is 0, want a shape above 0"},
		{of(NewBeta(1, nan, 0, 1)), "beta: b is NaN, want a finite number"},
		{of(NewBeta(1, 1, 1, 0)), "beta: max 0 is below min 1, want min ≤ max"},
		{of(NewDiscrete(nil, nil)), "discrete: no values, want at least one"},
		{of(NewDiscrete([]float64{1}, []float64{1, 2})), "discrete: 1 values but 2 weights, want one weight a value"},
		{of(NewDiscrete([]float64{1, nan}, nil)), "discrete: value 2 is NaN, want a finite number"},
		{of(NewDiscrete([]float64{1, 2}, []float64{1, -1})), "discrete: weight 2 is -1, want a finite number ≥ 0"},
		{of(NewDiscrete([]float64{1, 2}, []float64{0, 0})), "discrete: the weights add up to 0, want a finite sum above 0"},
		{of(NewChoice([]string{"a", "a"}, nil)), `discrete: value "a" is given twice, want each once`},
		{of(NewPool(nil, nil)), "pool: no values, want at least one"},
		{of(NewPool([]Number{nil}, nil)), "pool: member 1 is missing, want a number or a distribution"},
		{of(NewPool([]Number{Constant{1}}, []float64{nan})), "pool: weight 1 is NaN, want a finite number ≥ 0"},
		{quant(ten[:1], ten[:1], noEnd, Linear), "quantiles: 1 given, want two or more"},
		{quant(ten, ten[:1], noEnd, Linear), "quantiles: 2 probabilities but 1 values, want one value each"},
		{quant([]float64{0.9, 0.1}, ten, noEnd, Linear), "quantiles: probability 0.1 after 0.9, want them rising inside (0, 1)"},
		{quant(ten, []float64{2, 1}, noEnd, Linear), "quantiles: p90 is 1, below p10, which is 2; want them rising"},
		{quant(ten, []float64{1, nan}, noEnd, Linear), "quantiles: p90 is NaN, want a finite number"},
		{quant(ten, []float64{1, 2}, [2]float64{1.5, inf}, Linear), "quantiles: p10 is 1, below min, which is 1.5; want them rising"},
		{quant(ten, []float64{1, 2}, [2]float64{0, 1.5}, Linear), "quantiles: max is 1.5, below p90, which is 2; want them rising"},
		{quant(ten, []float64{0.1, 1.2}, noEnd, Logit), "quantiles: p90 is 1.2, want it within 0 to 1"},
		{quant(ten, []float64{0.1, 0.2}, [2]float64{-1, 1}, Logit), "quantiles: ends -1 to 1, want them within 0 to 1"},
		{quant(ten, ten, [2]float64{nan, 1}, Linear), "quantiles: ends NaN and 1, want numbers"},
		{of(Truncate(Constant{1}, 2, 3)), "1: bounds 2 to 3 leave 0 of its probability, want at least 1e-06; widen them"},
		{of(Truncate(Normal{0, 1}, 8, inf)), "normal [0, 1]: bounds 8 to +Inf leave 6.7e-16 of its probability"},
		{of(Truncate(Normal{0, 1}, 1, 0)), "normal [0, 1]: min 1 is above max 0, want min ≤ max"},
		{of(Truncate(Normal{0, 1}, nan, 0)), "normal [0, 1]: a bound is NaN, want a number"},
	}
	for _, tt := range tests {
		if tt.err == nil || !strings.HasPrefix(tt.err.Error(), tt.want) {
			t.Errorf("error %v, want %q", tt.err, tt.want)
		}
	}
}

func TestDegenerateIsConstant(t *testing.T) {
	inf := math.Inf(1)
	for name, n := range map[string]Number{
		"uniform":    must(NewUniform(3, 3)),
		"triangular": must(NewTriangular(3, 3, 3)),
		"pert":       must(NewPERT(3, 3, 3)),
		"normal":     must(NewNormal(3, 0)),
		"lognormal":  must(NewLogNormal(3, 3)),
		"beta":       must(NewBeta(2, 2, 3, 3)),
		"discrete":   must(NewDiscrete([]float64{3, 4}, []float64{1, 0})),
		"quantiles":  must(NewQuantiles([]float64{0.1, 0.9}, []float64{3, 3}, -inf, inf, Log)),
		"pool":       must(NewPool([]Number{Constant{3}, Constant{4}}, []float64{1, 0})),
		"truncated":  must(Truncate(must(NewDiscrete([]float64{3, 4}, nil)), 3, 3)),
	} {
		if n != (Constant{3}) {
			t.Errorf("%s: %#v, want the constant 3", name, n)
		}
	}
}

func TestString(t *testing.T) {
	inf := math.Inf(1)
	for want, n := range map[string]Number{
		"0.3":                               Constant{0.3},
		"uniform [0, 1]":                    must(NewUniform(0, 1)),
		"triangular [1, 2, 3]":              must(NewTriangular(1, 2, 3)),
		"pert [0.4, 0.55, 0.75]":            must(NewPERT(0.4, 0.55, 0.75)),
		"beta [6, 4]":                       must(NewBeta(6, 4, 0, 1)),
		"beta [6, 4], min 1, max 2":         must(NewBeta(6, 4, 1, 2)),
		"lognormal { median = 1, p95 = 3 }": must(NewLogNormal(1, 3)),
		"normal [0, 1], min 0":              must(Truncate(must(NewNormal(0, 1)), 0, inf)),
		"discrete { values = [1, 2], weights = [3, 1] }":   must(NewDiscrete([]float64{2, 1}, []float64{1, 3})),
		"quantiles { p05 = 1, p50 = 2, p97.5 = 4 }, min 0": must(NewQuantiles([]float64{0.05, 0.5, 0.975}, []float64{1, 2, 4}, 0, inf, Linear)),
		"pool [uniform [0, 1], 0.5], weights [0.25, 0.75]": must(NewPool([]Number{Uniform{0, 1}, Constant{0.5}}, []float64{1, 3})),
	} {
		if got := n.String(); got != want {
			t.Errorf("String = %q, want %q", got, want)
		}
	}
	c, err := NewChoice([]string{"own", "majority"}, []float64{2, 1})
	if want := `discrete { values = ["own", "majority"], weights = [2, 1] }`; err != nil || c.String() != want {
		t.Errorf("String = %q (%v), want %q", c, err, want)
	}
}
