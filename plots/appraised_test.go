package plots

import (
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// pairUp compares every two packages of a synthetic result, to fit their risks.
func pairUp(s *result.Set) {
	s.Pairs = nil
	for i := range s.Packages {
		for j := i + 1; j < len(s.Packages); j++ {
			a, b := s.Packages[i], s.Packages[j]
			d := a.Risk.Mean - b.Risk.Mean
			q := result.Pair{A: a.ID, B: b.ID, Tied: math.Abs(d) < 0.012,
				Difference: estimate.Mean{Mean: d, StdErr: .002, Lo: d - .004, Hi: d + .004}}
			// A few cases and futures go the other way.
			q.FuturesABetter, q.FuturesBBetter = math.Max(0, -d)+.004, math.Max(0, d)+.004
			q.CasesABetter = 1 / (1 + math.Exp(12*d))
			q.CasesBBetter = 1 - q.CasesABetter
			s.Pairs = append(s.Pairs, q)
		}
	}
}

// appraise gives the packages of a synthetic result costs that rise as their
// risks fall, with some that are overpriced, and a chance of adoption that falls
// with them, in a few steps as where instruments are shared.
func appraise(s *result.Set) {
	if len(s.Packages) == 0 {
		return
	}
	base := s.Packages[0].Risk.Mean
	spread := func(mean, by float64) estimate.Summary {
		return estimate.Summary{Mean: mean, StdErr: by / 40, P5: mean - 1.6*by, P10: mean - 1.3*by, P25: mean - .7*by,
			P50: mean, P75: mean + .7*by, P90: mean + 1.3*by, P95: mean + 1.6*by}
	}
	for i := range s.Packages {
		p := &s.Packages[i]
		gain := base - p.Risk.Mean
		cost := 900 * gain * gain * (1 + 1.3*float64(i*5%4))
		chance := math.Max(.08, math.Round(8*(1-2.1*gain)-float64(i%3)/2)/8)
		if i == 0 {
			cost, chance = 0, 1
		}
		p.Cost = spread(cost, .22*cost)
		p.Feasibility = spread(chance, .05*math.Min(chance, 1-chance))
		p.Adjusted = spread(chance*p.Risk.Mean+(1-chance)*base, .01)
		p.Peace = spread(1-p.Adjusted.Mean, .01)
	}
}
