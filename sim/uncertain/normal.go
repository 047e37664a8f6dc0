package uncertain

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Normal is the normal distribution with mean Mu and standard deviation SD.
type Normal struct{ Mu, SD float64 }

// NewNormal returns the normal distribution; a [Constant] where sd = 0. It
// fails unless both are finite and sd ≥ 0.
func NewNormal(mean, sd float64) (Number, error) {
	if err := finite("normal", parameter{"mean", mean}, parameter{"sd", sd}); err != nil {
		return nil, err
	}
	if sd < 0 {
		return nil, fmt.Errorf("normal: sd is %s, want a standard deviation ≥ 0", text(sd))
	}
	if sd == 0 {
		return Constant{mean}, nil
	}
	return Normal{mean, sd}, nil
}

// Quantile returns Mu + SD·Φ⁻¹(u).
func (d Normal) Quantile(u float64) float64 { return d.Mu + d.SD*mathext.NormalQuantile(u) }

// CDF returns Φ((x − Mu)/SD).
func (d Normal) CDF(x float64) float64 { return phi((x - d.Mu) / d.SD) }

// Support returns −Inf and +Inf.
func (d Normal) Support() (lo, hi float64) { return math.Inf(-1), math.Inf(1) }

// Mean returns Mu.
func (d Normal) Mean() float64 { return d.Mu }

func (d Normal) String() string { return "normal " + list(d.Mu, d.SD) }

// partialMean returns Mu·(Φ(b) − Φ(a)) + SD·(φ(a) − φ(b)), a and b the
// standardised ends and φ the standard normal density.
func (d Normal) partialMean(lo, hi float64) float64 {
	if lo > hi {
		return 0
	}
	a, b := (lo-d.Mu)/d.SD, (hi-d.Mu)/d.SD
	density := func(z float64) float64 { return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) }
	return d.Mu*(phi(b)-phi(a)) + d.SD*(density(a)-density(b))
}

// phi is the standard normal cdf Φ.
func phi(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }
