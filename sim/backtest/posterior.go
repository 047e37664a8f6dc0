package backtest

import (
	"context"
	"math"
	"slices"

	"steadfast/sim/chance"
	"steadfast/sim/result"
)

// The walk of the posterior sample.
const (
	burnIn        = 4000
	thinning      = 40
	posteriorRows = 1000
	firstStep     = 0.9 // prior standard deviations
)

// sample walks through the posterior of the shifts and draws a new member of
// the class at each kept one: a shift from its posterior, and parameters drawn at
// it, but for the exponent of the rule, which is no parameter of a scenario.
func (w *world) sample(ctx context.Context, t *table, from []int, start []float64, seed uint64) (result.Posterior, error) {
	stream := chance.New(seed, chance.Sampling, chance.Name("posterior"), 0, 0)
	scratch := make([]float64, 0, t.draws)
	steps := walk{burnIn, thinning, posteriorRows, firstStep, w.progress}
	shifts, accepted, err := steps.through(ctx, start, func(at []float64) float64 { return t.logPosterior(at, from, none, scratch) }, stream)
	if err != nil {
		return result.Posterior{}, err
	}
	p := result.Posterior{Paths: scenarioPaths(), Shared: len(referencePaths()), Draws: len(shifts), Accepted: accepted, Effective: math.Inf(1)}
	var effective []float64
	for _, at := range shifts {
		row := make([]float64, len(p.Paths))
		for j := range row {
			row[j] = w.parameters[j].at(stream.Unit(), at[j])
		}
		_, e := t.weigh(at, none, scratch)
		effective = append(effective, e)
		p.Rows = append(p.Rows, row)
	}
	for j := range start {
		chain := make([]float64, len(shifts))
		for i, at := range shifts {
			chain[i] = at[j]
		}
		p.Effective = min(p.Effective, effectiveSize(chain))
	}
	slices.Sort(effective)
	p.LeastDraws = effective[len(effective)/20]
	return p, nil
}

// effectiveSize is n/(1 + 2·Σρ), the autocorrelations ρ summed in pairs while
// a pair is positive (C. J. Geyer, "Practical Markov chain Monte Carlo",
// Statistical Science 7, 1992).
func effectiveSize(chain []float64) float64 {
	n := len(chain)
	mean := 0.0
	for _, x := range chain {
		mean += x / float64(n)
	}
	covariance := func(lag int) float64 {
		sum := 0.0
		for i := range n - lag {
			sum += (chain[i] - mean) * (chain[i+lag] - mean)
		}
		return sum / float64(n)
	}
	variance := covariance(0)
	if variance == 0 {
		return 1
	}
	sum := -1.0
	for lag := 0; lag+1 < n; lag += 2 {
		pair := (covariance(lag) + covariance(lag+1)) / variance
		if pair <= 0 {
			break
		}
		sum += 2 * pair
	}
	return min(float64(n), float64(n)/sum)
}
