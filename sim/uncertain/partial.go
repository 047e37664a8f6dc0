package uncertain

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// A partialMeaner knows E[X; lo ≤ X ≤ hi], the part of its mean that comes
// from an interval, by a formula. Truncation needs it.
type partialMeaner interface {
	partialMean(lo, hi float64) float64
}

// An atomic number takes some single values with a positive probability.
type atomic interface {
	atoms() []float64
}

// partialMean returns E[X; lo ≤ X ≤ hi], by formula where n knows one, else by
// Gauss–Legendre quadrature of the quantile function, in panels that shrink
// towards both ends, where it may be steep.
func partialMean(n Number, lo, hi float64) float64 {
	if p, ok := n.(partialMeaner); ok {
		return p.partialMean(lo, hi)
	}
	const (
		panels = 40
		points = 16
	)
	from, to := below(n, lo), n.CDF(hi)
	sum, outer := 0.0, 0.5*(to-from)
	for i := range panels {
		inner := outer / 2
		if i == panels-1 {
			inner = 0
		}
		sum += quad.Fixed(n.Quantile, from+inner, from+outer, points, nil, 0)
		sum += quad.Fixed(n.Quantile, to-outer, to-inner, points, nil, 0)
		outer = inner
	}
	return sum
}

// below returns the probability that n is less than x.
func below(n Number, x float64) float64 {
	if math.IsInf(x, 0) {
		return n.CDF(x)
	}
	return n.CDF(math.Nextafter(x, math.Inf(-1)))
}

// atomsOf returns the values that n takes with a positive probability.
func atomsOf(n Number) []float64 {
	if a, ok := n.(atomic); ok {
		return a.atoms()
	}
	return nil
}
