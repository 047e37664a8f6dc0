package sim

import (
	"context"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// tornadoStep solves cases with each factor low and high, all else as drawn.
func (a *sensitivityAnalysis) tornadoStep() (step, error) {
	study, err := newStudy([]*scenario.Scenario{a.scenario}, request{cases: a.plan.TornadoCases})
	if err != nil {
		return step{}, err
	}
	if study.cases() < 2 {
		return step{}, tooFewCases(a.scenario)
	}
	whole, columns := a.moving()
	job := pointJob{
		study: study, measure: a.measure, blocks: study.cases(), points: 1 + 2*len(whole),
		row: func(_ *solver, block, point int, dst []float64) {
			study.members[0].design.Row(block, dst)
			if point == 0 {
				return // the case as it is
			}
			end := tornadoLow
			if point%2 == 0 {
				end = 1 - tornadoLow
			}
			for _, j := range columns[(point-1)/2] {
				dst[j] = end
			}
		},
	}
	do := func(ctx context.Context, opt Options) error {
		table, err := job.run(ctx, opt)
		if err != nil {
			return err
		}
		sampler := estimate.Over(study.members[0].design.Replicates())
		for o, components := range a.outputs.of(table.values[0]) {
			a.out.Outputs[o].Mean, a.out.Outputs[o].Variance = momentsOver(components)
		}
		swings := make([][]result.Swing, len(a.outputs.list))
		for i := range whole {
			low, high := a.outputs.of(table.values[1+2*i]), a.outputs.of(table.values[2+2*i])
			for o := range low {
				if len(low[o]) > 1 {
					continue
				}
				swings[o] = append(swings[o], swing(sampler, low[o][0], high[o][0]))
			}
		}
		a.out.Tornado = spreadOut(swings, whole, len(a.columns))
		a.took(result.MethodTornado, study.cases(), table, append(a.notIndependent(), notOfRanking)...)
		return nil
	}
	return step{blocks: study.cases(), do: do}, nil
}

// swing compares the cases with a factor low and high.
func swing(s estimate.Sampler, low, high []float64) result.Swing {
	difference := make([]float64, len(low))
	for c := range low {
		difference[c] = high[c] - low[c]
	}
	return result.Swing{Low: s.Mean(low), High: s.Mean(high), Difference: s.Mean(difference)}
}
