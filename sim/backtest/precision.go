package backtest

import (
	"context"

	"steadfast/sim/engine"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// fits are those to all arrangements and to each half.
type fits struct{ all, a, b shift }

// fitAll makes them, each from where an earlier one was, one group of draws left
// out.
func (t *table) fitAll(from fits, dyad []int, left int) (made fits, err error) {
	a, b := halves(dyad)
	if made.all, err = t.fit(from.all.at, without(dyad, none), left); err != nil {
		return made, err
	}
	if made.a, err = t.fit(from.a.at, a, left); err != nil {
		return made, err
	}
	made.b, err = t.fit(from.b.at, b, left)
	return made, err
}

// refits are the fits with each replicate of the design left out of the draws.
func (w *world) refits(ctx context.Context, draws *table, of fits, dyad []int) ([]fits, error) {
	out := make([]fits, w.design.Replicates())
	err := engine.Run(ctx, engine.Job[fits]{
		Blocks: len(out), Workers: w.workers,
		NewWorker: func() engine.Worker[fits] {
			return func(_ context.Context, left int) (fits, error) { return draws.fitAll(of, dyad, left) }
		},
		Merge: func(left int, made fits) error {
			out[left] = made
			return nil
		},
	})
	return out, err
}

// jackknife is a statistic of all draws with its error, from its values without
// each replicate.
func (w *world) jackknife(all float64, without func(left int) float64) estimate.Mean {
	return estimate.Over(w.design.Replicates()).Jackknife(w.design.Len(), func(left int) float64 {
		if left == none {
			return all
		}
		return without(left)
	})
}

// describe is a fit as results hold it; of picks it among fits.
func (w *world) describe(all fits, refits []fits, of func(*fits) shift) result.Fit {
	s := of(&all)
	f := result.Fit{Arrangements: s.arrangements, LogPosterior: s.above, Effective: s.effective}
	for j, p := range w.parameters {
		median := w.jackknife(p.at(0.5, s.at[j]), func(left int) float64 { return p.at(0.5, of(&refits[left]).at[j]) })
		f.Parameters = append(f.Parameters, result.Fitted{Path: p.path, Shift: s.at[j], Shipped: p.number.Quantile(0.5), Median: median})
	}
	return f
}

// headlineSkill is the Brier skill over the base rate of the headline, war within
// 15 years in the core, each half forecast by the other, with the error of the
// draws; nil where the record has no core, or where there is no skill.
func (w *world) headlineSkill(f *forecasts, dyad []int) *estimate.Mean {
	members := w.inSet(result.CoreSet)
	if len(members) == 0 {
		return nil
	}
	of := func(made []forecast) float64 {
		c := w.newContest(0, result.BacktestPlace(result.HeadlineYears), members, made)
		return c.scored(c.everyone(), c.spells).skill()
	}
	skill := w.jackknife(of(f.made[result.ByHalves]), func(left int) float64 { return of(w.byHalves(f.draws, &f.refits[left], dyad, left)) })
	if !estimate.Finite(skill.Mean) || !estimate.Finite(skill.StdErr) {
		return nil
	}
	return &skill
}
