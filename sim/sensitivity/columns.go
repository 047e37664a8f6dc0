package sensitivity

import (
	"fmt"
	"math"
	"slices"

	"steadfast/sim/estimate"
)

// checkColumns returns the number of cases of columns of inputs and of
// outputs, or says which is missing, too short or not a number, and where.
func checkColumns(inputs, outputs [][]float64) (cases int, err error) {
	if len(inputs) == 0 || len(outputs) == 0 {
		return 0, fmt.Errorf("sensitivity: %d inputs and %d outputs, want at least one of each", len(inputs), len(outputs))
	}
	cases = len(inputs[0])
	for _, part := range []struct {
		name    string
		columns [][]float64
	}{{"input", inputs}, {"output", outputs}} {
		for j, column := range part.columns {
			if len(column) != cases {
				return 0, fmt.Errorf("sensitivity: %s %d has %d cases, want %d as input 0 has", part.name, j, len(column), cases)
			}
			for c, x := range column {
				if !estimate.Finite(x) {
					return 0, fmt.Errorf("sensitivity: %s %d is %v in case %d, want a finite number; leave the case or the column out", part.name, j, x, c)
				}
			}
		}
	}
	return cases, nil
}

// without returns the column's cases that are not of the group, where case c
// is of group c mod groups; of group −1 is none, and the column itself is
// returned.
func without(column []float64, group, groups int) []float64 {
	if group < 0 {
		return column
	}
	kept := make([]float64, 0, len(column))
	for c, x := range column {
		if c%groups != group {
			kept = append(kept, x)
		}
	}
	return kept
}

// isConstant says whether all values are the same.
func isConstant(column []float64) bool {
	return !slices.ContainsFunc(column, func(x float64) bool { return x != column[0] })
}

// leaveOut returns the sum of the groups' terms, and then that without each
// group, added anew so that a difference of large numbers loses nothing.
func leaveOut(terms [][]float64) [][]float64 {
	sums := make([][]float64, len(terms)+1)
	for row := range sums {
		sums[row] = make([]float64, len(terms[0]))
		for g, term := range terms {
			if g == row-1 {
				continue
			}
			for i, x := range term {
				sums[row][i] += x
			}
		}
	}
	return sums
}

// standardise returns the values less their mean, divided by the largest
// distance from it; zeros where they are all the same.
func standardise(values []float64) []float64 {
	return scaled(values, spread(values))
}

// spread is the largest distance of a value from the mean.
func spread(values []float64) float64 {
	centre, far := average(values), 0.0
	for _, x := range values {
		far = max(far, math.Abs(x-centre))
	}
	return far
}

// scaled returns the values less their mean, divided by size; zeros where they
// are all the same.
func scaled(values []float64, size float64) []float64 {
	unit := make([]float64, len(values))
	if isConstant(values) {
		return unit
	}
	centre := average(values)
	for c, x := range values {
		unit[c] = (x - centre) / size
	}
	return unit
}

// average returns the mean, kept from overflow.
func average(values []float64) float64 {
	mean := 0.0
	for _, x := range values {
		mean += x / float64(len(values))
	}
	return mean
}
