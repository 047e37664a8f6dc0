package verdict

import (
	"math"
	"slices"

	"steadfast/sim/result"
)

// hazards are the yearly hazards of the mean curve of package p: the
// probability of a major breach in a year, given none before. A last part of a
// year counts as a yearly rate.
func (j *judge) hazards(v *view, p int) []float64 {
	years := j.ev.Cases.Years
	sums := make([]float64, len(years))
	for _, c := range v.rows {
		for i, x := range j.ev.Cases.Rows[c].Outcomes[p].Major {
			sums[i] += x
		}
	}
	n := float64(len(v.rows))
	out := make([]float64, len(years))
	year, before := 0.0, 0.0
	for i, y := range years {
		if alive := n - before; alive > 0 {
			out[i] = (sums[i] - before) / alive
			if part := y - year; !same(part, 1) && part > 0 {
				out[i] = 1 - math.Pow(max(0, 1-out[i]), 1/part)
			}
		}
		year, before = y, sums[i]
	}
	return out
}

// curves are the cumulative risks under package p by year and case.
func (j *judge) curves(p int) [][]float64 {
	out := make([][]float64, len(j.ev.Cases.Years))
	for i := range out {
		out[i] = j.ev.Cases.Each(p, func(o *result.Outcome) float64 { return o.Major[i] })
	}
	return out
}

// peak is the year with the largest hazard, of equals the first.
func (j *judge) peak(v *view, p int) float64 {
	return j.yearNumber(largest(j.hazards(v, p)))
}

func largest(x []float64) int { return slices.Index(x, slices.Max(x)) }

// yearNumber is 1 for the first year.
func (j *judge) yearNumber(i int) float64 { return math.Ceil(j.ev.Cases.Years[i] - 1e-9) }

// peakAmong holds the years that may have the largest hazard but with
// probability alpha.
func (j *judge) peakAmong(p int, alpha float64) span {
	all := j.hazards(j.all, p)
	without := make([][]float64, j.groups)
	for g, v := range j.without {
		without[g] = j.hazards(v, p)
	}
	top := largest(all)
	s := at(j.yearNumber(top))
	for i := range all {
		if i == top {
			continue
		}
		est := j.sampler.Jackknife(len(j.all.rows), func(g int) float64 {
			if g < 0 {
				return all[i] - all[top]
			}
			return without[g][i] - without[g][top]
		})
		if j.student(est, all[top], alpha/float64(len(all)-1)).hi >= 0 {
			s = s.hull(at(j.yearNumber(i)))
		}
	}
	return s
}
