package uncertain

import (
	"fmt"
	"math"
)

// Truncated is Of, given that it lies in [Min, Max]: its quantile at u is that
// of Of at F(Min−) + u·(F(Max) − F(Min−)).
type Truncated struct {
	Of       Number
	Min, Max float64 // ∓Inf where there is no bound
	from     float64 // P(Of < Min)
	mass     float64 // P(Min ≤ Of ≤ Max)
}

// leastMass is the smallest probability that bounds may leave: below it the
// quantiles would lose digits, and the bounds contradict the distribution.
const leastMass = 1e-6

// Truncate returns n, given that it lies in [min, max]; −Inf and +Inf stand
// for no bound. It returns n itself where the bounds cut nothing off, a
// [Constant] where min = max, and fails where a bound is NaN, min > max, or
// less than a millionth of the probability is left.
func Truncate(n Number, min, max float64) (Number, error) {
	if math.IsNaN(min) || math.IsNaN(max) {
		return nil, fmt.Errorf("%s: a bound is NaN, want a number", n)
	}
	if min > max {
		return nil, fmt.Errorf("%s: min %s is above max %s, want min ≤ max", n, text(min), text(max))
	}
	if lo, hi := n.Support(); min <= lo && hi <= max {
		return n, nil
	}
	from := below(n, min)
	mass := n.CDF(max) - from
	if mass < leastMass {
		return nil, fmt.Errorf("%s: bounds %s to %s leave %.2g of its probability, want at least %g; widen them",
			n, text(min), text(max), math.Max(mass, 0), leastMass)
	}
	if min == max {
		return Constant{min}, nil
	}
	return Truncated{Of: n, Min: min, Max: max, from: from, mass: mass}, nil
}

// Quantile returns the quantile of Of at F(Min−) + u·(F(Max) − F(Min−)).
func (d Truncated) Quantile(u float64) float64 {
	inside := min(d.from+u*d.mass, 1-0x1p-53) // the sum may round up to 1
	return min(max(d.Of.Quantile(inside), d.Min), d.Max)
}

// CDF returns (F(x) − F(Min−))/(F(Max) − F(Min−)), F the cdf of Of.
func (d Truncated) CDF(x float64) float64 {
	switch {
	case x < d.Min:
		return 0
	case x >= d.Max:
		return 1
	}
	return min(max((d.Of.CDF(x)-d.from)/d.mass, 0), 1)
}

// Support returns the bounds, or the support of Of where it is narrower.
func (d Truncated) Support() (lo, hi float64) {
	lo, hi = d.Of.Support()
	return max(lo, d.Min), min(hi, d.Max)
}

// Mean returns E[Of; Min ≤ Of ≤ Max]/P(Min ≤ Of ≤ Max).
func (d Truncated) Mean() float64 {
	lo, hi := d.Support()
	return min(max(partialMean(d.Of, d.Min, d.Max)/d.mass, lo), hi)
}

func (d Truncated) String() string {
	return d.Of.String() + boundsText(d.Min, d.Max)
}

func (d Truncated) atoms() []float64 {
	var in []float64
	for _, x := range atomsOf(d.Of) {
		if d.Min <= x && x <= d.Max {
			in = append(in, x)
		}
	}
	return in
}

func (d Truncated) partialMean(lo, hi float64) float64 {
	lo, hi = max(lo, d.Min), min(hi, d.Max)
	if lo > hi {
		return 0
	}
	return partialMean(d.Of, lo, hi) / d.mass
}

// boundsText writes the bounds there are as the tail of a number's text.
func boundsText(lo, hi float64) string {
	s := ""
	if !math.IsInf(lo, -1) {
		s += ", min " + text(lo)
	}
	if !math.IsInf(hi, 1) {
		s += ", max " + text(hi)
	}
	return s
}
