package sensitivity

import "gonum.org/v1/gonum/mat"

// ungrouped is how many groups of independent base points are left out in turn.
const ungrouped = 32

// Totals returns the total indices of every factor for one output from all
// base points, and then those without each replicate (of a random design, of
// each of up to 32 groups of points): by row, then factor, for a ranking.
// Base point b belongs to replicate b mod replicates, as for [Sobol].
func Totals(output Output, replicates int) [][]float64 {
	points, factors := shape([]Output{output})
	groups := replicates
	if replicates == 1 {
		groups = min(points, ungrouped)
	}
	sums := output.sums(points, groups)
	all := columnSums(sums)
	rows := [][]float64{totalsOf(all, nil, factors)}
	for g := range groups {
		rows = append(rows, totalsOf(all, mat.Row(nil, g, sums), factors))
	}
	return rows
}

// totalsOf returns the indices of sums less those that are left out.
func totalsOf(all, out []float64, factors int) []float64 {
	less := func(column int) float64 {
		if out == nil {
			return all[column]
		}
		return all[column] - out[column]
	}
	totals := make([]float64, factors)
	for i := range totals {
		totals[i] = share(less(totalSum(i)), less(varianceSum))
	}
	return totals
}
