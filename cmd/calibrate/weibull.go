package main

import "math"

// weibullShape returns the shape p of the Weibull cumulative hazard λ·tᵖ that
// best describes a cumulative curve given by month: the maximum likelihood
// estimate for durations that end in a month with the curve's probability
// (placed in its middle) and are censored at its end.
//
// At a given p the best λ is F/(Σ fₘ·tₘᵖ + S·Tᵖ), F the share that ended and S
// the share that did not; what is left is a search in one dimension. A curve
// that never rises has no shape: NaN.
func weibullShape(curve []float64) float64 {
	if len(curve) == 0 || curve[len(curve)-1] <= 0 {
		return math.NaN()
	}
	years := float64(len(curve)) / 12
	ended := curve[len(curve)-1]
	likelihood := func(p float64) float64 {
		exposure, logs, before := (1-ended)*math.Pow(years, p), 0.0, 0.0
		for m, f := range curve {
			t := (float64(m) + 0.5) / 12
			exposure += (f - before) * math.Pow(t, p)
			logs += (f - before) * math.Log(t)
			before = f
		}
		return ended*(math.Log(ended/exposure)+math.Log(p)-1) + (p-1)*logs
	}
	// The likelihood has one peak: golden section.
	const golden = 0.6180339887498949
	lo, hi := 0.05, 5.0
	a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
	fa, fb := likelihood(a), likelihood(b)
	for hi-lo > 1e-7 {
		if fa < fb {
			lo, a, fa = a, b, fb
			b = lo + golden*(hi-lo)
			fb = likelihood(b)
		} else {
			hi, b, fb = b, a, fa
			a = hi - golden*(hi-lo)
			fa = likelihood(a)
		}
	}
	return (lo + hi) / 2
}
