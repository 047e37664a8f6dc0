package uncertain

import "math"

// Interpolation is the scale on which [Quantiles] are joined by straight lines.
type Interpolation int

const (
	Linear Interpolation = iota // the plain scale, for any number
	Log                         // ln x, for numbers that are positive
	Logit                       // ln(x/(1 − x)), for probabilities
)

// forward maps x to the scale; the ends of the scale's domain go to ±Inf.
func (s Interpolation) forward(x float64) float64 {
	switch s {
	case Log:
		return math.Log(x)
	case Logit:
		return math.Log(x) - math.Log1p(-x)
	}
	return x
}

// back is the inverse of forward.
func (s Interpolation) back(t float64) float64 {
	switch s {
	case Log:
		return math.Exp(t)
	case Logit:
		return 1 / (1 + math.Exp(-t))
	}
	return t
}

// domain returns the ends of what the scale can hold.
func (s Interpolation) domain() (lo, hi float64) {
	switch s {
	case Log:
		return 0, math.Inf(1)
	case Logit:
		return 0, 1
	}
	return math.Inf(-1), math.Inf(1)
}
