package uncertain

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/stat/distuv"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.15g, want %.15g", what, got, want)
	}
}

// TestPERTIsBeta holds the PERT distribution to its definition by the Beta
// distribution of another library.
func TestPERTIsBeta(t *testing.T) {
	for _, x := range [][3]float64{{0.4, 0.55, 0.75}, {-1, -1, 3}, {2, 15, 15}} {
		lo, mode, hi := x[0], x[1], x[2]
		n := must(NewPERT(lo, mode, hi))
		beta := distuv.Beta{Alpha: 1 + 4*(mode-lo)/(hi-lo), Beta: 1 + 4*(hi-mode)/(hi-lo)}
		near(t, n.String()+" mean", n.Mean(), (lo+4*mode+hi)/6, 1e-14*hi)
		for _, u := range []float64{0.01, 0.1, 0.5, 0.9, 0.99} {
			near(t, n.String()+" quantile", n.Quantile(u), lo+(hi-lo)*beta.Quantile(u), 1e-10*(hi-lo))
		}
	}
}

func TestClosedForms(t *testing.T) {
	near(t, "normal p97.5", must(NewNormal(1, 2)).Quantile(0.975), 1+2*1.959963984540054, 1e-12)
	ln := must(NewLogNormal(2, 6))
	near(t, "lognormal median", ln.Quantile(0.5), 2, 1e-14)
	near(t, "lognormal p95", ln.Quantile(0.95), 6, 1e-12)
	near(t, "triangular at the mode", must(NewTriangular(0, 1, 4)).CDF(1), 0.25, 1e-15)
	near(t, "half-normal mean", must(Truncate(must(NewNormal(0, 1)), 0, math.Inf(1))).Mean(), math.Sqrt(2/math.Pi), 1e-14)
	near(t, "half-normal upper end", must(Truncate(must(NewNormal(0, 1)), 0, math.Inf(1))).Quantile(1-0x1p-53), 8.2, 0.1)
	// Beta(2, 1) has the cdf x², Beta(½, ½) the cdf (2/π)·asin √x.
	near(t, "beta(2, 1) quantile", must(NewBeta(2, 1, 0, 1)).Quantile(0.3), math.Sqrt(0.3), 1e-14)
	near(t, "arcsine quantile", must(NewBeta(0.5, 0.5, 0, 1)).Quantile(0.2), math.Pow(math.Sin(math.Pi/10), 2), 1e-14)
}

func TestDiscrete(t *testing.T) {
	n := must(NewDiscrete([]float64{5, 1, 3, 1, 9}, []float64{1, 1, 2, 1, 0}))
	d := n.(Discrete)
	if diff := cmp.Diff([]float64{1, 3, 5}, d.Values); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	near(t, "mean", n.Mean(), (1*2+3*2+5)/5.0, 1e-15)
	for u, want := range map[float64]float64{0.01: 1, 0.4: 1, 0.41: 3, 0.8: 3, 0.81: 5, 1 - 0x1p-53: 5} {
		if got := n.Quantile(u); got != want {
			t.Errorf("quantile at %v = %v, want %v", u, got, want)
		}
	}
	for x, want := range map[float64]float64{0.9: 0, 1: 0.4, 2.9: 0.4, 3: 0.8, 5: 1} {
		if got := n.CDF(x); got != want {
			t.Errorf("CDF(%v) = %v, want %v", x, got, want)
		}
	}
	cut := must(Truncate(n, 3, 5))
	near(t, "truncated mean", cut.Mean(), (3*2+5)/3.0, 1e-15)
	if got := []float64{cut.Quantile(1e-9), cut.Quantile(0.66), cut.Quantile(0.67)}; !slices.Equal(got, []float64{3, 3, 5}) {
		t.Errorf("truncated quantiles = %v, want 3, 3, 5", got)
	}
}

func TestChoice(t *testing.T) {
	c, err := NewChoice([]string{"never", "own", "majority", "no"}, []float64{0, 1, 3, 0})
	if err != nil {
		t.Fatal(err)
	}
	for u, want := range map[float64]int{0x1p-53: 1, 0.25: 1, 0.26: 2, 1 - 0x1p-53: 2} {
		if got := c.Index(u); got != want {
			t.Errorf("Index(%v) = %d, want %d", u, got, want)
		}
	}
}

func TestQuantilesScales(t *testing.T) {
	inf := math.Inf(1)
	probs := []float64{0.1, 0.5, 0.9}
	lin := must(NewQuantiles(probs, []float64{1, 2, 4}, 0, 10, Linear))
	near(t, "linear p30", lin.Quantile(0.3), 1.5, 1e-15)
	near(t, "linear p05", lin.Quantile(0.05), 0.5, 1e-15)
	near(t, "linear p95", lin.Quantile(0.95), 7, 1e-14)

	log := must(NewQuantiles(probs, []float64{1, 10, 1000}, -inf, inf, Log))
	near(t, "log p30", log.Quantile(0.3), math.Sqrt(10), 1e-14)
	near(t, "log p00", log.Quantile(1e-15), math.Pow(10, -0.25), 1e-12)
	near(t, "log p100", log.Quantile(1-1e-15), math.Pow(10, 3.5), 1e-8)

	odds := func(x float64) float64 { return x / (1 - x) }
	logit := must(NewQuantiles(probs, []float64{0.1, 0.5, 0.8}, 0, inf, Logit))
	near(t, "logit p30", odds(logit.Quantile(0.3)), 1/3.0, 1e-14)
	near(t, "logit p100", odds(logit.Quantile(1-1e-15)), 4*math.Sqrt2, 1e-12)
	near(t, "logit p05: the end 0 is met on the plain scale", logit.Quantile(0.05), 0.05, 1e-15)

	flat := must(NewQuantiles(probs, []float64{1, 2, 2}, 0, 3, Linear))
	near(t, "CDF below an atom", below(flat, 2), 0.5, 1e-12)
	near(t, "CDF at an atom", flat.CDF(2), 0.9, 1e-15)
	near(t, "mean with an atom", flat.Mean(), 0.1*0.5+0.4*1.5+0.4*2+0.1*2.5, 1e-14)
}

func TestPool(t *testing.T) {
	n := must(NewPool([]Number{must(NewUniform(0, 1)), must(NewUniform(0, 4)), Constant{0.5}}, []float64{1, 2, 1}))
	// F(x) = x/4 + x/8 + [x ≥ ½]/4 up to 1, then ¼ + x/8 + ¼.
	for u, want := range map[float64]float64{
		0.09375: 0.25, 0.1875: 0.5, 0.3: 0.5, 0.4375: 0.5, 0.625: 1, 0.8125: 2.5,
	} {
		near(t, "quantile", n.Quantile(u), want, 1e-14)
	}
	if got := n.Quantile(0.3); got != 0.5 {
		t.Errorf("quantile within a jump = %v, want the atom 0.5 exactly", got)
	}
	near(t, "mean", n.Mean(), (0.5+2*2+0.5)/4, 1e-15)
	sym := must(NewPool([]Number{must(NewNormal(-3, 1)), must(NewNormal(3, 1))}, nil))
	near(t, "median of a symmetric pool", sym.Quantile(0.5), 0, 1e-12)
	cut := must(Truncate(n, 0.5, 0.5+1e-9))
	if got := cut.Quantile(0.4); got != 0.5 {
		t.Errorf("pool cut to its atom gives %v, want 0.5", got)
	}
}

func TestTruncateThatCutsNothing(t *testing.T) {
	n := must(NewPERT(0, 1, 2))
	if got := must(Truncate(n, 0, math.Inf(1))); got != n {
		t.Errorf("Truncate = %#v, want the number itself", got)
	}
}

func BenchmarkQuantile(b *testing.B) {
	members := []Number{must(NewPERT(0, 1, 3)), must(NewBeta(6, 4, 0, 2)), must(NewTriangular(1, 2, 4))}
	for _, n := range append(members,
		must(NewNormal(0, 1)),
		must(NewLogNormal(1, 3)),
		must(NewDiscrete([]float64{1, 2, 3}, nil)),
		must(NewQuantiles([]float64{0.1, 0.5, 0.9}, []float64{0.1, 0.2, 0.5}, 0, 1, Logit)),
		must(NewPool(members, nil)),
	) {
		b.Run(n.String(), func(b *testing.B) {
			i, sum := 0, 0.0
			for b.Loop() {
				i = (i + 617) % 1000
				sum += n.Quantile((float64(i) + 0.5) / 1000)
			}
			sink = sum
		})
	}
}

// sink keeps the compiler from removing what a benchmark measures.
var sink float64
