package score

import "math"

// A Weibull is the distribution of a time with the cumulative hazard
// Lambda·t^Shape, t in years.
type Weibull struct {
	Lambda float64
	Shape  float64
}

// At is the probability of an event by t: 1 − e^(−Lambda·t^Shape).
func (w Weibull) At(t float64) float64 { return -math.Expm1(-w.Lambda * math.Pow(t, w.Shape)) }

// FitWeibull fits a Weibull distribution to a cumulative curve given by month:
// the maximum likelihood estimate for times that fall into a month with the
// curve's probability, placed in its middle, and are censored at its end. A
// curve that never rises has Lambda 0.
//
// At a given shape p the best Lambda is F/(Σ fₘ·tₘᵖ + S·Tᵖ), F the share with an
// event and S the share without; what is left is a search in one dimension, by
// golden section.
func FitWeibull(curve []float64) Weibull {
	if len(curve) == 0 || curve[len(curve)-1] <= 0 {
		return Weibull{Shape: 1}
	}
	years, share := float64(len(curve))/12, curve[len(curve)-1]
	at := func(p float64) (lambda, likelihood float64) {
		exposure, logs, before := (1-share)*math.Pow(years, p), 0.0, 0.0
		for m, f := range curve {
			t := (float64(m) + 0.5) / 12
			exposure += (f - before) * math.Pow(t, p)
			logs += (f - before) * math.Log(t)
			before = f
		}
		lambda = share / exposure
		return lambda, share*(math.Log(lambda)+math.Log(p)-1) + (p-1)*logs
	}
	const golden = 0.6180339887498949
	lo, hi := 0.05, 5.0
	for hi-lo > 1e-9 {
		a, b := hi-golden*(hi-lo), lo+golden*(hi-lo)
		_, la := at(a)
		if _, lb := at(b); la < lb {
			lo = a
		} else {
			hi = b
		}
	}
	p := (lo + hi) / 2
	lambda, _ := at(p)
	return Weibull{Lambda: lambda, Shape: p}
}
