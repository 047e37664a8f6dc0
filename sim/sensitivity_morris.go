package sim

import (
	"context"
	"fmt"

	"steadfast/sim/result"
	"steadfast/sim/sensitivity"
)

// The quantiles between which Morris' grid runs: the tails beyond may be
// infinite.
const (
	morrisLow  = 0.025
	morrisHigh = 0.975
)

// morrisStep solves the points of Morris' trajectories.
func (a *sensitivityAnalysis) morrisStep() (step, error) {
	if a.plan.Trajectories < 2 {
		return step{}, fmt.Errorf("morris: %d trajectories, want at least 2", a.plan.Trajectories)
	}
	whole, columns := a.moving()
	screen := &sensitivity.Screen{Factors: columns, Trajectories: a.plan.Trajectories, Seed: a.study.seed, Lo: morrisLow, Hi: morrisHigh}
	for _, c := range a.study.columns {
		screen.Columns = append(screen.Columns, c.Path)
	}
	job := pointJob{
		study: a.study, measure: a.measure, blocks: screen.Trajectories, points: screen.Trials(),
		row: func(_ *solver, block, point int, dst []float64) { screen.Row(block, point, dst) },
	}
	do := func(ctx context.Context, opt Options) error {
		table, err := job.run(ctx, opt)
		if err != nil {
			return err
		}
		effects := make([][]result.Elementary, len(a.outputs.list))
		values := make([][][]float64, len(a.outputs.list)) // by output, trajectory and point
		for t := range table.values {
			for o, components := range a.outputs.of(table.values[t]) {
				if len(components) > 1 {
					continue
				}
				if t == 0 {
					values[o] = make([][]float64, screen.Trajectories)
				}
				for r, y := range components[0] {
					values[o][r] = append(values[o][r], y)
				}
			}
		}
		for o, y := range values {
			if y == nil {
				continue
			}
			effects[o] = screen.Effects(y)
			if !a.asks(result.MethodTornado) {
				a.out.Outputs[o].Mean, a.out.Outputs[o].Variance = meanAndVariance(y...)
			}
		}
		a.out.Morris = spreadOut(effects, whole, len(a.columns))
		notes := append(a.notIndependent(), fmt.Sprintf("effects are changes on the full way of a factor from its %g %% to its %g %% point", 100*morrisLow, 100*morrisHigh))
		a.took(result.MethodMorris, screen.Trajectories, table, append(notes, notOfRanking)...)
		return nil
	}
	return step{blocks: screen.Trajectories, do: do}, nil
}

// notOfRanking is the note of methods that need a single number.
const notOfRanking = "says nothing of the ranking, which is no single number: sobol and given do"
