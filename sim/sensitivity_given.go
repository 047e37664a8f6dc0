package sim

import (
	"context"
	"fmt"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/sensitivity"
)

// givenCases are the cases that PRCC, given-data indices and PAWN look at.
type givenCases struct {
	sampler estimate.Sampler
	inputs  [][]float64 // by column, then case: the drawn values
	values  [][]float64 // by package, then case
	table   *pointTable // of the work; nil for an existing run
}

// newGivenCases takes them from a run.
func newGivenCases(cases *result.Cases, measure result.Measure, replicates int) *givenCases {
	g := &givenCases{sampler: estimate.Over(replicates)}
	for j := range cases.Columns {
		g.inputs = append(g.inputs, cases.Drawn(j))
	}
	for p := range cases.Packages {
		g.values = append(g.values, cases.Each(p, measure.Of))
	}
	return g
}

// givenStep solves the cases of a run.
func (a *sensitivityAnalysis) givenStep() (step, error) {
	d := a.study.members[0].design
	job := pointJob{
		study: a.study, measure: a.measure, blocks: d.Len(), points: 1,
		row: func(_ *solver, block, _ int, dst []float64) { d.Row(block, dst) },
	}
	do := func(ctx context.Context, opt Options) error {
		table, err := job.run(ctx, opt)
		if err != nil {
			return err
		}
		a.given = &givenCases{sampler: estimate.Over(d.Replicates()), values: table.values[0], table: table}
		u := make([]float64, len(a.study.columns))
		for j := range a.study.columns {
			x := make([]float64, d.Len())
			for c := range x {
				d.Row(c, u)
				x[c] = a.study.columns[j].Value(u[j])
			}
			a.given.inputs = append(a.given.inputs, x)
		}
		return nil
	}
	return step{blocks: d.Len(), do: do}, nil
}

// drive applies the methods that look at given cases.
func (a *sensitivityAnalysis) drive() error {
	g := a.given
	if g == nil {
		return nil
	}
	outputs := a.outputs.of(g.values)
	var scalars [][]float64
	for o, components := range outputs {
		if len(components) == 1 {
			scalars = append(scalars, components[0])
		}
		if !a.asks(result.MethodSobol) {
			a.out.Outputs[o].Mean, a.out.Outputs[o].Variance = momentsOver(components)
		}
	}
	singles := make([]int, len(g.inputs)) // the first factors are the columns
	for i := range singles {
		singles[i] = i
	}
	if a.asks(result.MethodPRCC) {
		rows, err := sensitivity.PRCC(g.sampler, g.inputs, scalars)
		if err != nil {
			return a.named(result.MethodPRCC, err)
		}
		a.out.PRCC = spreadOut(forAll(rows, outputs), singles, len(a.columns))
		a.took(result.MethodPRCC, len(g.values[0]), g.table, notOfRanking, "a word counts as its place in the file's list")
	}
	if a.asks(result.MethodGiven) {
		rows, err := a.givenIndices(outputs)
		if err != nil {
			return a.named(result.MethodGiven, err)
		}
		a.out.Given = spreadOut(rows, singles, len(a.columns))
		a.took(result.MethodGiven, len(g.values[0]), g.table, "first-order: of a correlated parameter, with what goes with it")
	}
	if a.asks(result.MethodPAWN) {
		rows, err := sensitivity.PAWN(g.sampler, g.inputs, scalars)
		if err != nil {
			return a.named(result.MethodPAWN, err)
		}
		a.out.PAWN = spreadOut(forAll(rows, outputs), singles, len(a.columns))
		a.took(result.MethodPAWN, len(g.values[0]), g.table, notOfRanking)
	}
	return nil
}

// givenIndices are the first-order indices of every output.
func (a *sensitivityAnalysis) givenIndices(outputs [][][]float64) ([][]result.GivenIndex, error) {
	var rows [][]result.GivenIndex
	for _, components := range outputs {
		row, err := sensitivity.GivenVector(a.given.sampler, a.given.inputs, components)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// forAll puts the rows of the outputs of one component into their places
// among all; the others' are nil.
func forAll[T any](rows [][]T, outputs [][][]float64) [][]T {
	out := make([][]T, len(outputs))
	next := 0
	for o, components := range outputs {
		if len(components) == 1 {
			out[o] = rows[next]
			next++
		}
	}
	return out
}

// momentsOver are mean and variance over cases, added up over components.
func momentsOver(components [][]float64) (mean, variance float64) {
	for _, y := range components {
		m, s := meanAndVariance(y)
		mean += m
		variance += s
	}
	return mean, variance
}

func (a *sensitivityAnalysis) named(method string, err error) error {
	return fmt.Errorf("%s from the cases of %s: %w", method, a.scenario.Name, err)
}
