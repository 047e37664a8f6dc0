package scenario

import (
	"math"
)

// The designs of a sweep.
const (
	GridSweep  = "grid"  // every combination of the values; the last parameter varies fastest
	LatinSweep = "latin" // a Latin hypercube sample of the ranges
	SobolSweep = "sobol" // a scrambled Sobol' sample of the ranges
)

// Sweep is a [[sweep]]: parameters that take values in turn.
type Sweep struct {
	ID, Title string
	Design    string // GridSweep, LatinSweep or SobolSweep
	Points    int    // of a sample; 0 for a grid
	Vary      []Vary // one or more; in a figure the first is drawn along x, the second along y
	Origin    Origin
}

// Size is the number of points: of a grid the product of the numbers of
// values, at most math.MaxInt.
func (s *Sweep) Size() int {
	if s.Design != GridSweep {
		return s.Points
	}
	size := 1
	for i := range s.Vary {
		n := s.Vary[i].Len()
		if n > 0 && size > math.MaxInt/n {
			return math.MaxInt
		}
		size *= n
	}
	return size
}

// Vary is one parameter of a sweep with the values it takes.
type Vary struct {
	Path   string
	Values []float64 // in the order of the file; nil unless all are fixed numbers
	Texts  []string  // each value in TOML, as an override takes it
	Labels []string  // each value in a few characters, for tables and figures
	// Range means that Values holds the two ends of a range, both included,
	// from which a sample takes its values. Else a sample takes one of them.
	Range bool
	Log   bool   // spaced evenly in the logarithm
	Whole bool   // only whole numbers are allowed
	Unit  string // "" where there is none
	// Sets lists the packages that set the path themselves: the sweep leaves
	// them alone.
	Sets []string
}

// Len is the number of values.
func (v *Vary) Len() int { return len(v.Texts) }

// Overrides returns the override that gives the parameter value i, "path=value"
// as [Scenario.With] takes it.
func (v *Vary) Overrides(i int) string { return v.Path + "=" + v.Texts[i] }

// Sample returns the parameter with a value for each point of a sample: u holds
// its coordinates, each between 0 and 1. A range is spanned evenly, on the
// logarithmic scale with Log, whole numbers rounded; of listed values each has
// the same share of the unit interval.
func (v *Vary) Sample(u []float64) Vary {
	out := *v
	out.Range = false
	out.Values, out.Texts, out.Labels = nil, make([]string, len(u)), make([]string, len(u))
	if v.Values != nil {
		out.Values = make([]float64, len(u))
	}
	for i, x := range u {
		if v.Range {
			y := between(v.Values[0], v.Values[1], x, v.Log)
			if v.Whole {
				y = math.Round(y)
			}
			out.Values[i], out.Texts[i], out.Labels[i] = y, exact(y), number(y)
			continue
		}
		k := min(max(int(x*float64(v.Len())), 0), v.Len()-1)
		out.Texts[i], out.Labels[i] = v.Texts[k], v.Labels[k]
		if v.Values != nil {
			out.Values[i] = v.Values[k]
		}
	}
	return out
}

// between returns the number at a share t of the way from lo to hi, on the
// plain or the logarithmic scale; both ends exactly.
func between(lo, hi, t float64, log bool) float64 {
	switch {
	case t <= 0:
		return lo
	case t >= 1:
		return hi
	case log:
		x := math.Exp((1-t)*math.Log(lo) + t*math.Log(hi))
		return min(max(x, min(lo, hi)), max(lo, hi)) // rounding may leave the range
	}
	return (1-t)*lo + t*hi
}

// evenly returns count numbers from lo to hi, both included.
func evenly(lo, hi float64, count int, log bool) []float64 {
	grid := make([]float64, count)
	for i := range grid {
		grid[i] = between(lo, hi, float64(i)/float64(count-1), log)
	}
	return grid
}
