package main

import (
	"math"
	"testing"
)

// weibull is the cumulative curve 1 − e^(−λ·tᵖ) by month.
func weibull(lambda, p float64, months int) []float64 {
	out := make([]float64, months)
	for m := range out {
		out[m] = -math.Expm1(-lambda * math.Pow(float64(m+1)/12, p))
	}
	return out
}

func TestWeibullShape(t *testing.T) {
	for _, p := range []float64{.6, .72, 1, 1.5, 2.5} {
		for _, lambda := range []float64{.01, .05, .15} {
			// Months are not moments: the first one's middle stands for all of it.
			if got := weibullShape(weibull(lambda, p, 240)); math.Abs(got-p) > .02 {
				t.Errorf("λ %g, shape %g: got %.4f", lambda, p, got)
			}
		}
	}
}

// The hazard of a mixture falls although that of each part is constant, which
// is why the reference world's falls.
func TestWeibullShapeOfMixture(t *testing.T) {
	slow, fast := weibull(.01, 1, 240), weibull(.4, 1, 240)
	mixed := make([]float64, len(slow))
	for m := range mixed {
		mixed[m] = .7*slow[m] + .3*fast[m]
	}
	if got := weibullShape(mixed); got > .9 {
		t.Errorf("shape %.3f of a mixture of exponentials, want well below 1", got)
	}
}

func TestWeibullShapeOfNothing(t *testing.T) {
	if got := weibullShape(make([]float64, 240)); !math.IsNaN(got) {
		t.Errorf("shape %g of a curve that never rises, want NaN", got)
	}
}
