package sim

import (
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// pairs compares every two packages on the same cases and futures. Two are
// tied where the Holm-adjusted interval of the difference of their mean risks
// contains 0.
func (g *gathering) pairs(sampler estimate.Sampler) []result.Pair {
	n := len(g.of.ids)
	cases := float64(len(g.cases.Rows))
	futures := cases * float64(g.study.futures)
	risks := make([][]float64, n)
	for p := range risks {
		risks[p] = g.cases.Risks(p)
	}
	pairs := make([]result.Pair, 0, n*(n-1)/2)
	difference := make([]float64, len(g.cases.Rows))
	for a := range n {
		for b := a + 1; b < n; b++ {
			for c := range difference {
				difference[c] = risks[a][c] - risks[b][c]
			}
			pair := result.Pair{
				A: g.of.ids[a], B: g.of.ids[b],
				Difference:   sampler.Mean(difference),
				PValue:       sampler.PValue(difference),
				CasesABetter: float64(g.total.Lower[a*n+b]) / cases,
				CasesBBetter: float64(g.total.Lower[b*n+a]) / cases,
			}
			if futures > 0 {
				pair.FuturesABetter = float64(g.total.Better[a*n+b]) / futures
				pair.FuturesBBetter = float64(g.total.Better[b*n+a]) / futures
			}
			pairs = append(pairs, pair)
		}
	}
	p := make([]float64, len(pairs))
	for i := range pairs {
		p[i] = pairs[i].PValue
	}
	for i, adjusted := range estimate.Holm(p) {
		pairs[i].Tied = adjusted >= 1-estimate.Confidence
	}
	return pairs
}
