package uncertain

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
)

// LogNormal is the distribution of exp(Z), Z normal with mean ln Median and
// standard deviation σ = ln(P95/Median)/Φ⁻¹(.95), given by its median and its
// 95th percentile.
type LogNormal struct {
	Median, P95 float64
	sigma       float64
}

// NewLogNormal returns the lognormal distribution; a [Constant] where p95 =
// median. It fails unless both are finite and 0 < median ≤ p95.
func NewLogNormal(median, p95 float64) (Number, error) {
	if err := rising("lognormal", parameter{"median", median}, parameter{"p95", p95}); err != nil {
		return nil, err
	}
	if median <= 0 {
		return nil, fmt.Errorf("lognormal: median is %s, want a number above 0", text(median))
	}
	if median == p95 {
		return Constant{median}, nil
	}
	return LogNormal{
		Median: median, P95: p95,
		sigma: (math.Log(p95) - math.Log(median)) / mathext.NormalQuantile(0.95),
	}, nil
}

// Quantile returns Median·exp(σ·Φ⁻¹(u)).
func (d LogNormal) Quantile(u float64) float64 {
	return d.Median * math.Exp(d.sigma*mathext.NormalQuantile(u))
}

// CDF returns Φ(ln(x/Median)/σ), 0 for x ≤ 0.
func (d LogNormal) CDF(x float64) float64 { return phi(d.z(x)) }

// z returns ln(x/Median)/σ, −Inf for x ≤ 0.
func (d LogNormal) z(x float64) float64 {
	if x <= 0 {
		return math.Inf(-1)
	}
	return (math.Log(x) - math.Log(d.Median)) / d.sigma
}

// Support returns 0 and +Inf.
func (d LogNormal) Support() (lo, hi float64) { return 0, math.Inf(1) }

// Mean returns Median·exp(σ²/2).
func (d LogNormal) Mean() float64 { return d.Median * math.Exp(d.sigma*d.sigma/2) }

func (d LogNormal) String() string {
	return "lognormal { median = " + text(d.Median) + ", p95 = " + text(d.P95) + " }"
}

// partialMean uses E[X; X ≤ x] = Mean·Φ(z(x) − σ).
func (d LogNormal) partialMean(lo, hi float64) float64 {
	if lo > hi {
		return 0
	}
	return d.Mean() * (phi(d.z(hi)-d.sigma) - phi(d.z(lo)-d.sigma))
}
