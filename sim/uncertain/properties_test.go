package uncertain

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// families draws a number of every continuous kind.
var families = map[string]func(*rapid.T) Number{
	"uniform":    func(t *rapid.T) Number { x := ends(t, 2); return must(NewUniform(x[0], x[1])) },
	"triangular": func(t *rapid.T) Number { x := ends(t, 3); return must(NewTriangular(x[0], x[1], x[2])) },
	"pert":       func(t *rapid.T) Number { x := ends(t, 3); return must(NewPERT(x[0], x[1], x[2])) },
	"normal": func(t *rapid.T) Number {
		return must(NewNormal(place.Draw(t, "mean"), rapid.Float64Range(0.01, 20).Draw(t, "sd")))
	},
	"lognormal": func(t *rapid.T) Number {
		median := rapid.Float64Range(0.01, 20).Draw(t, "median")
		return must(NewLogNormal(median, median*rapid.Float64Range(1.1, 4).Draw(t, "p95/median")))
	},
	"beta": func(t *rapid.T) Number {
		x, shape := ends(t, 2), rapid.Float64Range(1, 40)
		return must(NewBeta(shape.Draw(t, "a"), shape.Draw(t, "b"), x[0], x[1]))
	},
	"quantiles": func(t *rapid.T) Number {
		x := ends(t, 5)
		return must(NewQuantiles([]float64{0.1, 0.5, 0.9}, x[1:4], x[0], x[4], Linear))
	},
	"quantiles, log": func(t *rapid.T) Number {
		x := ends(t, 3)
		for i := range x {
			x[i] += 51
		}
		return must(NewQuantiles([]float64{0.05, 0.5, 0.95}, x, math.Inf(-1), math.Inf(1), Log))
	},
	"quantiles, logit": func(t *rapid.T) Number {
		x := ends(t, 3)
		for i := range x {
			x[i] = (x[i] + 50.5) / 101
		}
		return must(NewQuantiles([]float64{0.25, 0.5, 0.75}, x, 0, math.Inf(1), Logit))
	},
	"truncated": func(t *rapid.T) Number {
		mean, sd := place.Draw(t, "mean"), rapid.Float64Range(0.1, 20).Draw(t, "sd")
		from := rapid.Float64Range(-2, 1).Draw(t, "from")
		width := rapid.Float64Range(0.1, 3).Draw(t, "width")
		return must(Truncate(must(NewNormal(mean, sd)), mean+from*sd, mean+(from+width)*sd))
	},
	"pool": func(t *rapid.T) Number {
		x, y := ends(t, 3), ends(t, 3)
		return must(NewPool([]Number{must(NewPERT(x[0], x[1], x[2])), must(NewTriangular(y[0], y[1], y[2]))}, []float64{2, 1}))
	},
}

var place = rapid.Float64Range(-50, 50)

// ends draws n rising numbers, well apart.
func ends(t *rapid.T, n int) []float64 {
	x := make([]float64, n)
	x[0] = rapid.Float64Range(-50, 10).Draw(t, "first")
	for i := range x[1:] {
		x[i+1] = x[i] + rapid.Float64Range(0.05, 10).Draw(t, "step")
	}
	return x
}

func must(n Number, err error) Number {
	if err != nil {
		panic(err)
	}
	return n
}

// spread is the length that errors are held against.
func spread(n Number) float64 { return n.Quantile(0.999) - n.Quantile(0.001) }

func TestQuantileDoesNotDecrease(t *testing.T) {
	eachFamily(t, func(t *rapid.T, n Number) {
		unit := rapid.Float64Range(1e-12, 1-1e-12)
		u, v := unit.Draw(t, "u"), unit.Draw(t, "v")
		u, v = min(u, v), max(u, v)
		if a, b := n.Quantile(u), n.Quantile(v); a > b+1e-13*spread(n) {
			t.Fatalf("%s: quantile %v at %v, then %v at %v", n, a, u, b, v)
		}
	})
}

func TestCDFInvertsQuantile(t *testing.T) {
	eachFamily(t, func(t *rapid.T, n Number) {
		u := rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "u")
		x := n.Quantile(u)
		if got := n.CDF(x); math.Abs(got-u) > 1e-10 {
			t.Fatalf("%s: CDF(Quantile(%v)) = %v, off by %g", n, u, got, got-u)
		}
	})
}

func TestQuantileStaysInSupport(t *testing.T) {
	eachFamily(t, func(t *rapid.T, n Number) {
		lo, hi := n.Support()
		for _, u := range []float64{0x1p-53, rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "u"), 1 - 0x1p-53} {
			x := n.Quantile(u)
			if !(lo <= x && x <= hi) || math.IsInf(x, 0) {
				t.Fatalf("%s: quantile %v at %v, outside %v to %v", n, x, u, lo, hi)
			}
		}
		if !math.IsInf(lo, -1) && n.CDF(math.Nextafter(lo, math.Inf(-1))) != 0 {
			t.Fatalf("%s: CDF below the support is not 0", n)
		}
		if !math.IsInf(hi, 1) && n.CDF(hi) != 1 {
			t.Fatalf("%s: CDF at the end of the support is %v, want 1", n, n.CDF(hi))
		}
	})
}

// area returns ∫F(x)dx over [lo, hi] by Simpson's rule, in panels that end
// where the quantiles that authors state are, and where the members of a pool
// begin, peak and end: all the kinks.
func area(n Number, lo, hi float64) float64 {
	const steps = 200
	edges := []float64{hi}
	for _, u := range []float64{1e-4, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1 - 1e-4, 1 - 1e-6, 1 - 1e-9} {
		edges = append(edges, n.Quantile(u))
	}
	if p, ok := n.(Pool); ok {
		for _, m := range p.Members {
			from, to := m.Support()
			edges = append(edges, from, to)
			if tri, ok := m.(Triangular); ok {
				edges = append(edges, tri.Mode)
			}
		}
	}
	slices.Sort(edges)
	total, a := 0.0, lo
	for _, b := range edges {
		b = min(max(b, lo), hi)
		h, sum := (b-a)/steps, n.CDF(a)+n.CDF(b)
		for i := 1; i < steps; i++ {
			sum += float64(2+2*(i%2)) * n.CDF(a+float64(i)*h)
		}
		total += sum * h / 3
		a = b
	}
	return total
}

// TestMeanIsAreaOverCDF holds the formula of every mean against
// E[X] = hi − ∫F(x)dx.
func TestMeanIsAreaOverCDF(t *testing.T) {
	eachFamily(t, func(t *rapid.T, n Number) {
		lo, hi := n.Support()
		lo, hi = max(lo, n.Quantile(1e-13)), min(hi, n.Quantile(1-1e-13))
		want := hi - area(n, lo, hi)
		if got := n.Mean(); math.Abs(got-want) > 1e-6*(hi-lo) {
			t.Fatalf("%s: mean %v, quadrature %v", n, got, want)
		}
	})
}

// TestTruncatedMean holds the formulas of the partial means against
// E[X; a ≤ X ≤ b] = b·F(b) − a·F(a) − ∫F(x)dx.
func TestTruncatedMean(t *testing.T) {
	eachFamily(t, func(t *rapid.T, n Number) {
		u := rapid.Float64Range(0.01, 0.5).Draw(t, "u")
		v := u + rapid.Float64Range(0.1, 0.49).Draw(t, "v − u")
		a, b := n.Quantile(u), n.Quantile(v)
		want := (b*n.CDF(b) - a*n.CDF(a) - area(n, a, b)) / (n.CDF(b) - n.CDF(a))
		if got := must(Truncate(n, a, b)).Mean(); math.Abs(got-want) > 1e-6*spread(n) {
			t.Fatalf("%s within %v to %v: mean %v, quadrature %v", n, a, b, got, want)
		}
	})
}

// TestPartialMeanWithoutFormula holds the quadrature that serves numbers of
// other packages against the formulas.
func TestPartialMeanWithoutFormula(t *testing.T) {
	for _, n := range []Number{must(NewNormal(1, 2)), must(NewLogNormal(1, 5)), must(NewPERT(0, 1, 5))} {
		for _, b := range [][2]float64{{math.Inf(-1), 2}, {0.5, 3}, {1, math.Inf(1)}} {
			got, want := partialMean(opaque{n}, b[0], b[1]), partialMean(n, b[0], b[1])
			if math.Abs(got-want) > 1e-8 {
				t.Errorf("%s within %v: quadrature %v, formula %v", n, b, got, want)
			}
		}
	}
}

// opaque hides the formulas of a number.
type opaque struct{ Number }

func eachFamily(t *testing.T, property func(*rapid.T, Number)) {
	for name, draw := range families {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property(t, draw(t)) })
		})
	}
}
