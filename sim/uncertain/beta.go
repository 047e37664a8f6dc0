package uncertain

import (
	"fmt"

	"gonum.org/v1/gonum/mathext"
)

// Beta has the density z^(A−1)·(1−z)^(B−1)/B(A, B) of z = (x − Min)/(Max − Min)
// on [Min, Max]. Its quantile is the inverse of the regularised incomplete
// beta function, accurate to about 1e−13 in probability and so monotone to
// rounding only. Make one by [NewBeta].
type Beta struct {
	A, B, Min, Max float64
	table          *betaTable
}

// NewBeta returns the Beta distribution with shapes a, b > 0 on [min, max]; a
// [Constant] where min = max. It fails unless all are finite, the shapes are
// positive and min ≤ max.
func NewBeta(a, b, min, max float64) (Number, error) {
	if err := finite("beta", parameter{"a", a}, parameter{"b", b}); err != nil {
		return nil, err
	}
	for _, p := range []parameter{{"a", a}, {"b", b}} {
		if p.value <= 0 {
			return nil, fmt.Errorf("beta: %s is %s, want a shape above 0", p.name, text(p.value))
		}
	}
	if err := rising("beta", parameter{"min", min}, parameter{"max", max}); err != nil {
		return nil, err
	}
	if min == max {
		return Constant{min}, nil
	}
	return newBeta(a, b, min, max), nil
}

// newBeta returns the distribution of arguments that have been checked.
func newBeta(a, b, min, max float64) Beta {
	return Beta{A: a, B: b, Min: min, Max: max, table: newBetaTable(a, b)}
}

// Quantile returns Min + (Max − Min)·I⁻¹(u; A, B).
func (d Beta) Quantile(u float64) float64 {
	return between(d.Min, d.Max, d.table.inverse(u))
}

// CDF returns I((x − Min)/(Max − Min); A, B).
func (d Beta) CDF(x float64) float64 { return d.shifted(d.A, x) }

// shifted is the cdf of the Beta distribution with shapes a and B.
func (d Beta) shifted(a, x float64) float64 {
	switch {
	case x <= d.Min:
		return 0
	case x >= d.Max:
		return 1
	}
	return mathext.RegIncBeta(a, d.B, (x-d.Min)/(d.Max-d.Min))
}

// Support returns Min and Max.
func (d Beta) Support() (lo, hi float64) { return d.Min, d.Max }

// Mean returns Min + (Max − Min)·A/(A + B).
func (d Beta) Mean() float64 { return (d.Min*d.B + d.Max*d.A) / (d.A + d.B) }

func (d Beta) String() string {
	s := "beta " + list(d.A, d.B)
	if d.Min != 0 || d.Max != 1 {
		s += ", min " + text(d.Min) + ", max " + text(d.Max)
	}
	return s
}

// partialMean uses E[Z; Z ≤ z] = A/(A + B)·I(z; A + 1, B).
func (d Beta) partialMean(lo, hi float64) float64 {
	if lo > hi {
		return 0
	}
	mass := d.CDF(hi) - d.CDF(lo)
	part := d.A / (d.A + d.B) * (d.shifted(d.A+1, hi) - d.shifted(d.A+1, lo))
	return d.Min*mass + (d.Max-d.Min)*part
}
