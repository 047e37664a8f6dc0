package uncertain

import "math"

// Triangular has a density that rises in a straight line from 0 at Min to
// 2/(Max − Min) at Mode and falls in a straight line to 0 at Max.
type Triangular struct{ Min, Mode, Max float64 }

// NewTriangular returns the triangular distribution; a [Constant] where min =
// max. It fails unless all are finite and min ≤ mode ≤ max.
func NewTriangular(min, mode, max float64) (Number, error) {
	err := rising("triangular", parameter{"min", min}, parameter{"mode", mode}, parameter{"max", max})
	if err != nil {
		return nil, err
	}
	if min == max {
		return Constant{min}, nil
	}
	return Triangular{min, mode, max}, nil
}

// Quantile returns Min + √(u·(Max − Min)·(Mode − Min)) up to the mode and
// Max − √((1 − u)·(Max − Min)·(Max − Mode)) beyond.
func (d Triangular) Quantile(u float64) float64 {
	width := d.Max - d.Min
	if u*width < d.Mode-d.Min {
		return min(d.Min+math.Sqrt(u*width*(d.Mode-d.Min)), d.Mode)
	}
	return max(d.Max-math.Sqrt((1-u)*width*(d.Max-d.Mode)), d.Mode)
}

// CDF returns (x − Min)²/((Max − Min)(Mode − Min)) up to the mode and
// 1 − (Max − x)²/((Max − Min)(Max − Mode)) beyond.
func (d Triangular) CDF(x float64) float64 {
	width := d.Max - d.Min
	switch {
	case x <= d.Min:
		return 0
	case x >= d.Max:
		return 1
	case x < d.Mode:
		return (x - d.Min) / width * ((x - d.Min) / (d.Mode - d.Min))
	}
	return 1 - (d.Max-x)/width*((d.Max-x)/(d.Max-d.Mode))
}

// Support returns Min and Max.
func (d Triangular) Support() (lo, hi float64) { return d.Min, d.Max }

// Mean returns (Min + Mode + Max)/3.
func (d Triangular) Mean() float64 { return d.Min/3 + d.Mode/3 + d.Max/3 }

func (d Triangular) String() string { return "triangular " + list(d.Min, d.Mode, d.Max) }

// partialMean integrates x times the density on either side of the mode, with
// t the distance from the end: ∫(Min + t)·2t dt and ∫(Max − t)·2t dt.
func (d Triangular) partialMean(lo, hi float64) float64 {
	width, sum := d.Max-d.Min, 0.0
	if a, b := max(lo, d.Min)-d.Min, min(hi, d.Mode)-d.Min; a < b {
		integral := func(t float64) float64 { return t * t * (d.Min + t*2/3) }
		sum += (integral(b) - integral(a)) / (width * (d.Mode - d.Min))
	}
	if a, b := d.Max-min(hi, d.Max), d.Max-max(lo, d.Mode); a < b {
		integral := func(t float64) float64 { return t * t * (d.Max - t*2/3) }
		sum += (integral(b) - integral(a)) / (width * (d.Max - d.Mode))
	}
	return sum
}
