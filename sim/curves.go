package sim

import (
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// monthly summarises a package's cumulative risk month by month.
func monthly(cases *result.Cases, p int) result.Curve {
	var c result.Curve
	values := make([]float64, len(cases.Rows))
	for m := range cases.Rows[0].Outcomes[p].Monthly {
		sum := 0.0
		for i := range cases.Rows {
			values[i] = float64(cases.Rows[i].Outcomes[p].Monthly[m])
			sum += values[i]
		}
		q := estimate.Quantiles(values, 0.10, 0.25, 0.50, 0.75, 0.90)
		c.Mean = append(c.Mean, sum/float64(len(values)))
		c.P10, c.P25, c.P50 = append(c.P10, q[0]), append(c.P25, q[1]), append(c.P50, q[2])
		c.P75, c.P90 = append(c.P75, q[3]), append(c.P90, q[4])
	}
	return c
}

// hazard is the probability of a breach in each year given none before, all
// stated uncertainty included: of the mean curve, so that its fall over time
// includes the sorting out of cases. Mean and StdErr describe that ratio; the
// quantiles are those of the cases' own hazards.
func hazard(sampler estimate.Sampler, cases *result.Cases, p int) []result.Year {
	out := make([]result.Year, len(cases.Years))
	n := len(cases.Rows)
	own, linear := make([]float64, n), make([]float64, n)
	for y, at := range cases.Years {
		ended, alive := 0.0, 0.0
		for i := range cases.Rows {
			now, before := within(&cases.Rows[i].Outcomes[p], y)
			ended += now
			alive += before
			own[i] = ratio(now, before)
		}
		mean := ratio(ended, alive)
		for i := range cases.Rows {
			// The error of a ratio of means, to first order.
			now, before := within(&cases.Rows[i].Outcomes[p], y)
			linear[i] = ratio(now-mean*before, alive/float64(n))
		}
		s := sampler.Summarise(own)
		s.Mean, s.StdErr = mean, sampler.Mean(linear).StdErr
		out[y] = result.Year{Years: at, Summary: s}
	}
	return out
}

// within returns P(breach in year y) and P(none before it).
func within(o *result.Outcome, y int) (now, before float64) {
	if y == 0 {
		return o.Major[0], 1
	}
	return o.Major[y] - o.Major[y-1], 1 - o.Major[y-1]
}

// ratio is a/b, and 0 where b is 0: no ceasefire is left to break.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// timesToBreach reads from a cumulative curve by month when a tenth, a
// quarter, a half, … of all ceasefires have ended; a breach in a month happens
// in its middle.
func timesToBreach(curve []float64) []result.TimeQuantile {
	var out []result.TimeQuantile
	for _, p := range []float64{0.10, 0.25, 0.50, 0.75, 0.90} {
		q := result.TimeQuantile{P: p}
		for m, x := range curve {
			if x >= p {
				years := math.Round((float64(m)+0.5)/12*1e9) / 1e9
				q.Years = &years
				break
			}
		}
		out = append(out, q)
	}
	return out
}
