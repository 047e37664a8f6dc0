package sim

import (
	"context"
	"fmt"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/sensitivity"
)

// sobolStep solves the trials of a pick-freeze design. Its base points have
// twice the columns of the scenario: the halves A and B.
func (a *sensitivityAnalysis) sobolStep() (step, error) {
	base, err := doubled(a.scenario, a.plan.BasePoints)
	if err != nil {
		return step{}, err
	}
	if base.Len() < 2 {
		return step{}, fmt.Errorf("sobol: %d base point does not tell how far chance moves an index; draw 2 or more", base.Len())
	}
	k := len(a.study.columns)
	whole, columns := a.moving()
	freeze := sensitivity.NewFreeze(k, columns)
	job := pointJob{
		study: a.study, measure: a.measure, blocks: base.Len(), points: freeze.Trials(),
		row: func(_ *solver, block, point int, dst []float64) {
			both := make([]float64, 2*k)
			base.Row(block, both)
			freeze.Row(point, both[:k], both[k:], dst)
		},
	}
	do := func(ctx context.Context, opt Options) error {
		table, err := job.run(ctx, opt)
		if err != nil {
			return err
		}
		trials := make([]sensitivity.Output, len(a.outputs.list))
		for t, values := range table.values {
			for o, components := range a.outputs.of(values) {
				for c, y := range components {
					if t == 0 {
						trials[o] = append(trials[o], make(sensitivity.Trials, freeze.Trials()))
					}
					trials[o][c][t] = y
				}
			}
		}
		a.out.Sobol = spreadOut(sensitivity.Sobol(trials, base.Replicates(), a.study.seed), whole, len(a.columns))
		for o := range a.out.Outputs {
			a.out.Outputs[o].Mean, a.out.Outputs[o].Variance = momentsOf(trials[o])
		}
		a.took(result.MethodSobol, base.Len(), table, a.notIndependent()...)
		return nil
	}
	return step{blocks: base.Len(), do: do}, nil
}

// doubled lays out base points: rows of twice the scenario's columns, both
// halves correlated as it says. A Latin design, which has no replicates to
// judge an index by, gives way to a Sobol' one.
func doubled(sc *scenario.Scenario, points int) (*design.Design, error) {
	kind := design.Kind(sc.Run.Design)
	if kind == design.Latin {
		kind = design.Sobol
	}
	spec := design.Spec{Kind: kind, Cases: points, Seed: sc.Run.Seed}
	for _, half := range []string{"", " (second)"} {
		for _, c := range sc.Columns() {
			spec.Columns = append(spec.Columns, c.Path+half)
		}
	}
	k := len(sc.Columns())
	for _, pair := range sc.DesignCorrelations() {
		spec.Correlations = append(spec.Correlations, pair,
			design.Correlation{A: k + pair.A, B: k + pair.B, Rank: pair.Rank})
	}
	d, err := design.New(spec)
	if err != nil {
		return nil, fmt.Errorf("sobol indices of %d parameters: %w", k, err)
	}
	return d, nil
}

// moving lists the factors that move as a whole, and their columns.
func (a *sensitivityAnalysis) moving() (factors []int, columns [][]int) {
	for f := range a.out.Factors {
		if a.out.Applies(result.MethodSobol, f) {
			factors, columns = append(factors, f), append(columns, a.columns[f])
		}
	}
	return factors, columns
}

// spreadOut puts the entries of some factors into their places among all.
func spreadOut[T any](rows [][]T, factors []int, all int) [][]T {
	out := make([][]T, len(rows))
	for o, row := range rows {
		if row == nil {
			continue
		}
		out[o] = make([]T, all)
		for i, f := range factors {
			out[o][f] = row[i]
		}
	}
	return out
}

// momentsOf are the mean of an output over A and B, and its variance, both
// added up over components.
func momentsOf(o sensitivity.Output) (mean, variance float64) {
	for _, y := range o {
		m, v := meanAndVariance(y[0], y[1])
		mean += m
		variance += v
	}
	return mean, variance
}

// meanAndVariance are those of values in several parts (B. P. Welford,
// Technometrics 4, 1962): of equal ones, exactly that value and 0.
func meanAndVariance(parts ...[]float64) (mean, variance float64) {
	n, sum2 := 0.0, 0.0
	for _, part := range parts {
		for _, x := range part {
			n++
			d := x - mean
			mean += d / n
			sum2 += d * (x - mean)
		}
	}
	return mean, sum2 / (n - 1)
}

// took notes the work of a method, and what must be known of its numbers.
func (a *sensitivityAnalysis) took(method string, points int, t *pointTable, notes ...string) {
	m := result.Method{Name: method, Points: points, Notes: notes}
	if t != nil {
		m.Asked, m.Done = t.asked, t.done
	}
	a.out.Methods = append(a.out.Methods, m)
}

// notIndependent says which parameters move together because they are drawn
// together.
func (a *sensitivityAnalysis) notIndependent() []string {
	var names []string
	for _, f := range a.out.Factors {
		if f.Correlated && f.In != "" && !slices.Contains(names, f.In) {
			names = append(names, f.In)
		}
	}
	var notes []string
	for _, name := range names {
		notes = append(notes, fmt.Sprintf("%s: drawn together, so that they move as one factor", name))
	}
	return notes
}
