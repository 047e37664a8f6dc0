package sensitivity

import (
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// PAWN estimates, by output, then input, how far the distribution of an output
// moves as an input is known, from the cases of a run (F. Pianosi and
// T. Wagener, Environmental Modelling & Software 67, 2015, and 108, 2018): the
// Kolmogorov–Smirnov distance between the output's distribution in a slice of
// the input and in all cases, its median and its maximum over slices. Inputs
// and outputs are columns by case. Slices are the values of an input that has
// at most 16, else eight of equal size; a value of fewer than eight cases is
// joined with the next. With correlated inputs it is the distance for the input
// and what goes with it.
//
// A distance is above 0 by chance alone, about 0.1 in a slice of 64 cases.
// PValue says whether it is more: a bound that holds for any distribution and
// any ties, adjusted for the number of slices by Bonferroni and of inputs by
// Holm. On a Sobol' design it is the larger of that and the p-value of level or
// spread of the output's ranks between replicates. Driver is PValue <
// [DriverLevel]. The bound needs a distance of about 0.35 in 512 cases of 100
// inputs: [Given] finds weaker dependence, PAWN such as leaves the mean alone.
//
// An input or an output that is constant has exactly 0 and PValue 1. PAWN fails
// as [Given] does.
func PAWN(s estimate.Sampler, inputs, outputs [][]float64) ([][]result.PAWN, error) {
	cases, err := checkGiven(s, inputs, outputs)
	if err != nil {
		return nil, err
	}
	cuts := make([]slicing, len(inputs))
	for j, x := range inputs {
		different, _ := distinct(x)
		cuts[j] = sliced(centredRanks(x), different, leastExpected)
	}
	indices := make([][]result.PAWN, len(outputs))
	for i, y := range outputs {
		indices[i] = make([]result.PAWN, len(inputs))
		order, scores := ascending(y), levelAndSpread(y)
		p := make([]float64, len(inputs))
		for j, cut := range cuts {
			p[j] = 1
			if len(cut.count) < 2 || isConstant(y) {
				continue
			}
			distances := cut.distances(y, order)
			median := estimate.Quantiles(distances, 0.5)[0]
			largest := 0.0
			for at, d := range distances {
				largest = max(largest, d)
				p[j] = min(p[j], ksBound(d, cut.count[at], cases))
			}
			indices[i][j] = result.PAWN{Median: median, Max: largest}
			p[j] = min(1, float64(len(distances))*p[j])
			if s != estimate.Over(1) {
				p[j] = max(p[j], cut.betweenReplicates(s, scores...))
			}
		}
		for j, adjusted := range estimate.Holm(p) {
			indices[i][j].PValue = adjusted
			indices[i][j].Driver = adjusted < DriverLevel
		}
	}
	return indices, nil
}

// distances returns, by slice, the largest distance between the distribution
// of the values in the slice and in all cases.
func (s *slicing) distances(values []float64, order []int) []float64 {
	below := make([]int, len(s.count))
	largest := make([]float64, len(s.count))
	for first := 0; first < len(order); {
		last := tieEnd(values, order, first)
		for _, c := range order[first:last] {
			below[s.slice[c]]++
		}
		all := float64(last) / float64(len(order))
		for at, k := range below {
			largest[at] = max(largest[at], math.Abs(float64(k)/float64(s.count[at])-all))
		}
		first = last
	}
	return largest
}

// levelAndSpread returns the centred ranks and their squares less the mean of
// these, for shifts of the output's level and of its spread (A. M. Mood,
// Annals of Mathematical Statistics 25, 1954).
func levelAndSpread(values []float64) [][]float64 {
	level := centredRanks(values)
	squares := make([]float64, len(level))
	mean := 0.0
	for c, rank := range level {
		squares[c] = rank * rank
		mean += squares[c] / float64(len(level))
	}
	for c := range squares {
		squares[c] -= mean
	}
	return [][]float64{level, squares}
}
