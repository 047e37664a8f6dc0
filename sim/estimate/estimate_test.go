package estimate

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.12g, want %.12g", what, got, want)
	}
}

func TestIntervalsOfProportions(t *testing.T) {
	w := Wilson(7, 100)
	near(t, "Wilson lo", w.Lo, .034319261, 1e-9)
	near(t, "Wilson hi", w.Hi, .137495147, 1e-9)
	lo, hi := ClopperPearson(7, 100)
	near(t, "Clopper–Pearson lo", lo, .028605289, 1e-9)
	near(t, "Clopper–Pearson hi", hi, .138919728, 1e-9)
	lo, hi = ClopperPearson(0, 59)
	near(t, "0 of 59 lo", lo, 0, 0)
	near(t, "0 of 59 hi", hi, .060608901, 1e-9)
	if lo, hi = ClopperPearson(59, 59); hi != 1 || lo >= 1 {
		t.Errorf("59 of 59: %v, %v", lo, hi)
	}
}

func TestMeanOfIndependentCases(t *testing.T) {
	m := Over(1).Mean([]float64{1, 2, 3, 4})
	near(t, "mean", m.Mean, 2.5, 0)
	near(t, "standard error", m.StdErr, math.Sqrt(5.0/3/4), 1e-15)
	near(t, "half width", m.Hi-m.Mean, 3.182446305284263*m.StdErr, 1e-9)
}

func TestMeanOfReplicates(t *testing.T) {
	// Two replicates, interleaved: 1, 1 and 3, 5.
	m := Over(2).Mean([]float64{1, 3, 1, 5})
	near(t, "mean", m.Mean, 2.5, 0)
	near(t, "standard error", m.StdErr, 1.5, 1e-15)
}

func TestConstantValuesHaveNoError(t *testing.T) {
	for _, s := range []Sampler{Over(1), Over(4)} {
		values := []float64{.1, .1, .1, .1, .1, .1, .1, .1}
		if m := s.Mean(values); m != (Mean{Mean: .1, Lo: .1, Hi: .1}) {
			t.Errorf("%+v", m)
		}
		if p := s.PValue(make([]float64, 8)); p != 1 {
			t.Errorf("p of zeros = %v, want 1", p)
		}
		if p := s.PValue(values); p != 0 {
			t.Errorf("p of a constant = %v, want 0", p)
		}
	}
}

// TestCoverage counts how often the interval of a mean holds the truth, and
// that an interval half as wide is found out.
func TestCoverage(t *testing.T) {
	const trials, n = 2000, 32
	rng := rand.New(rand.NewPCG(7, 7))
	for _, s := range []Sampler{Over(1), Over(16)} {
		held, twin := 0, 0
		for range trials {
			values := make([]float64, n)
			for i := range values {
				values[i] = rng.ExpFloat64() + rng.NormFloat64()*2
			}
			m := s.Mean(values)
			if m.Lo <= 1 && 1 <= m.Hi {
				held++
			}
			if math.Abs(m.Mean-1) <= (m.Hi-m.Mean)/2 {
				twin++
			}
		}
		se := math.Sqrt(trials * .95 * .05)
		if math.Abs(float64(held)-.95*trials) > 5*se {
			t.Errorf("%+v: %d of %d intervals hold the truth", s, held, trials)
		}
		if math.Abs(float64(twin)-.95*trials) <= 5*se {
			t.Errorf("%+v: an interval half as wide is not found out", s)
		}
	}
}

func TestPValueIsThatOfTheTTest(t *testing.T) {
	values := []float64{.3, -.1, .4, .2, .5}
	m := Over(1).Mean(values)
	want := 2 * distuv.StudentsT{Sigma: 1, Nu: 4}.Survival(m.Mean/m.StdErr)
	near(t, "p", Over(1).PValue(values), want, 1e-12)
}

func TestQuantiles(t *testing.T) {
	values := []float64{4, 1, 3, 2}
	got := Quantiles(values, 0, .25, .5, 1)
	for i, want := range []float64{1, 1.75, 2.5, 4} {
		near(t, "quantile", got[i], want, 1e-15)
	}
	if values[0] != 4 {
		t.Error("the values were modified")
	}
	if q := Quantiles([]float64{5}, .9); q[0] != 5 {
		t.Errorf("quantile of one value = %v", q[0])
	}
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{.01, .04, .03, .005})
	for i, want := range []float64{.03, .06, .06, .02} {
		near(t, "adjusted", got[i], want, 1e-15)
	}
	if got := Holm(nil); len(got) != 0 {
		t.Errorf("Holm(nil) = %v", got)
	}
}

func TestDecimals(t *testing.T) {
	for _, test := range []struct {
		se   float64
		want int
	}{{0, 4}, {.2, 1}, {.012, 2}, {.0009, 4}, {1e-9, 4}, {3, 0}, {.01, 2}} {
		if got := Decimals(test.se, 4); got != test.want {
			t.Errorf("Decimals(%v) = %d, want %d", test.se, got, test.want)
		}
	}
}

func TestSampleThatCannotBeJudgedPanics(t *testing.T) {
	for name, f := range map[string]func(){
		"one case":           func() { Over(1).Mean([]float64{1}) },
		"uneven replicates":  func() { Over(2).Mean([]float64{1, 2, 3}) },
		"no replicates":      func() { Over(0) },
		"more than all of n": func() { Wilson(3, 2) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func TestIntervalsAtAnyLevel(t *testing.T) {
	near(t, "t, 15 degrees, 1 %", StudentAt(.01, 15), 2.946712883, 1e-8)
	near(t, "t, 15 degrees, 5 %", StudentAt(.05, 15), Student(15), 1e-12)
	lo, hi := ClopperPearsonAt(.05, 7, 100)
	lo95, hi95 := ClopperPearson(7, 100)
	near(t, "lo", lo, lo95, 1e-12)
	near(t, "hi", hi, hi95, 1e-12)
	// Of n in n the limit is (alpha/2)^(1/n).
	if lo, hi = ClopperPearsonAt(.01, 20, 20); hi != 1 {
		t.Errorf("20 of 20: hi %v", hi)
	}
	near(t, "20 of 20", lo, math.Pow(.005, 1./20), 1e-9)
}

func TestQuantileOfValuesAtInfinity(t *testing.T) {
	sorted := []float64{1, 2, math.Inf(1), math.Inf(1)}
	for p, want := range map[float64]float64{0: 1, 1. / 3: 2, .5: math.Inf(1), 1: math.Inf(1)} {
		if got := QuantileOf(sorted, p); got != want {
			t.Errorf("quantile %v = %v, want %v", p, got, want)
		}
	}
}

func TestWrite(t *testing.T) {
	for _, test := range []struct {
		x, e float64
		most int
		want string
	}{
		{27.834, .2, 1, "27.8"}, {27.834, .02, 1, "27.8"}, {27.834, .02, 3, "27.83"}, {27.8, 3, 1, "28"}, {1234, 30, 1, "1230"},
		{-.04, .1, 1, "0.0"}, {-3.25, .01, 2, "−3.25"}, {-4, 30, 1, "0"},
	} {
		if got := Write(test.x, test.e, test.most); got != test.want {
			t.Errorf("Write(%v, %v, %d) = %q, want %q", test.x, test.e, test.most, got, test.want)
		}
	}
	for _, test := range []struct {
		p, e float64
		want string
	}{{.278, .002, "27.8"}, {.0002, .0001, "<0.1"}, {.99999, .0001, ">99.9"}, {1, 0, "100.0"}, {0, 0, "0.0"}, {.278, .02, "28"}} {
		if got := WritePercent(test.p, test.e); got != test.want {
			t.Errorf("WritePercent(%v, %v) = %q, want %q", test.p, test.e, got, test.want)
		}
	}
}
