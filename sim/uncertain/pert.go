package uncertain

// PERT is the distribution of a three-point estimate: the Beta distribution
// with the shapes 1 + 4(Mode − Min)/(Max − Min) and 1 + 4(Max − Mode)/(Max −
// Min) on [Min, Max]. Its mean is (Min + 4·Mode + Max)/6. D. G. Malcolm, J. H.
// Roseboom, C. E. Clark and W. Fazar, Operations Research 7, 1959.
type PERT struct {
	Min, Mode, Max float64
	beta           Beta
}

// NewPERT returns the PERT distribution; a [Constant] where min = max. It
// fails unless all are finite and min ≤ mode ≤ max.
func NewPERT(min, mode, max float64) (Number, error) {
	err := rising("pert", parameter{"min", min}, parameter{"mode", mode}, parameter{"max", max})
	if err != nil {
		return nil, err
	}
	if min == max {
		return Constant{min}, nil
	}
	width := max - min
	return PERT{
		Min: min, Mode: mode, Max: max,
		beta: newBeta(1+4*((mode-min)/width), 1+4*((max-mode)/width), min, max),
	}, nil
}

// Quantile is that of [Beta].
func (d PERT) Quantile(u float64) float64 { return d.beta.Quantile(u) }

// CDF is that of [Beta].
func (d PERT) CDF(x float64) float64 { return d.beta.CDF(x) }

// Support returns Min and Max.
func (d PERT) Support() (lo, hi float64) { return d.Min, d.Max }

// Mean returns (Min + 4·Mode + Max)/6.
func (d PERT) Mean() float64 { return d.Min/6 + d.Mode*4/6 + d.Max/6 }

func (d PERT) String() string { return "pert " + list(d.Min, d.Mode, d.Max) }

func (d PERT) partialMean(lo, hi float64) float64 { return d.beta.partialMean(lo, hi) }
