package uncertain

// Uniform has the density 1/(Max − Min) on [Min, Max].
type Uniform struct{ Min, Max float64 }

// NewUniform returns the uniform distribution on [min, max]; a [Constant] where
// they are equal. It fails unless both are finite and min ≤ max.
func NewUniform(min, max float64) (Number, error) {
	if err := rising("uniform", parameter{"min", min}, parameter{"max", max}); err != nil {
		return nil, err
	}
	if min == max {
		return Constant{min}, nil
	}
	return Uniform{min, max}, nil
}

// Quantile returns Min + u·(Max − Min).
func (d Uniform) Quantile(u float64) float64 { return between(d.Min, d.Max, u) }

// CDF returns (x − Min)/(Max − Min), within 0 and 1.
func (d Uniform) CDF(x float64) float64 {
	switch {
	case x <= d.Min:
		return 0
	case x >= d.Max:
		return 1
	}
	return (x - d.Min) / (d.Max - d.Min)
}

// Support returns Min and Max.
func (d Uniform) Support() (lo, hi float64) { return d.Min, d.Max }

// Mean returns (Min + Max)/2.
func (d Uniform) Mean() float64 { return d.Min/2 + d.Max/2 }

func (d Uniform) String() string { return "uniform " + list(d.Min, d.Max) }

func (d Uniform) partialMean(lo, hi float64) float64 {
	lo, hi = max(lo, d.Min), min(hi, d.Max)
	if lo >= hi {
		return 0
	}
	return (hi - lo) / (d.Max - d.Min) * (lo/2 + hi/2)
}

// between returns the point a share z of the way from lo to hi, never outside
// them for all that is rounded.
func between(lo, hi, z float64) float64 { return min(max(lo*(1-z)+hi*z, lo), hi) }
