package sensitivity

import (
	"fmt"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Given estimates first-order indices from the cases of a run, without a new
// one, by output, then input: the share Var(E[Y|X])/Var(Y) of an output's
// variance that follows from knowing one input. Inputs and outputs are columns
// by case. Where inputs are correlated it is the index of the input and of what
// goes with it, so that an input the output does not use can have one.
//
// First is the share explained by a regression of the output on functions of
// the one input: the mean at each value where the input has at most 16, else a
// cubic spline of its rank in eight intervals and the input itself. What is
// fitted to noise is taken off, so that First has the mean 0 where the output
// does not depend on the input; it can lie a little below 0 and is not cut off
// there. Smooth dependence loses nothing that matters; a jump along an input of
// many values loses to the slope of the spline 4 to 10 % of its index, 16 %
// where it parts off only a twentieth of the cases. Intervals are those of the
// jackknife: over the 16 replicates of a Sobol' design, else over 32 groups of
// cases; near an index of 0 they are up to half again as wide as they need be.
//
// PValue is that of the hypothesis that the output does not depend on the
// input, from the ranks of the output in slices of the input, adjusted for the
// number of inputs by Holm; Driver is PValue < [DriverLevel]. It is approximate
// where an output is nearly always the same, and 1 where it differs from its
// most common value in fewer than 16 cases.
//
// An input or an output that is constant has exactly First 0 and PValue 1. Given
// fails on values that are not finite, below 64 cases, and where the cases are
// not the same number in every replicate.
func Given(s estimate.Sampler, inputs, outputs [][]float64) ([][]result.GivenIndex, error) {
	vectors := make([][][]float64, len(outputs))
	for i := range outputs {
		vectors[i] = outputs[i : i+1]
	}
	return given(s, inputs, outputs, vectors)
}

// GivenVector is [Given] of one output of several components in the same unit,
// such as the ranks of all packages: First is the sum of the variances that the
// input explains over the sum of the variances (F. Gamboa, A. Janon, T. Klein
// and A. Lagnoux, Electronic Journal of Statistics 8, 2014), and PValue that no
// component depends on it, adjusted for their number by Bonferroni.
func GivenVector(s estimate.Sampler, inputs, components [][]float64) ([]result.GivenIndex, error) {
	indices, err := given(s, inputs, components, [][][]float64{components})
	if err != nil {
		return nil, err
	}
	return indices[0], nil
}

// GivenWithout returns First of all inputs for an output of one component or
// more, and then the same without each group of cases, for a ranking:
// by row, then input.
func GivenWithout(s estimate.Sampler, inputs, components [][]float64) ([][]float64, error) {
	cases, err := checkGiven(s, inputs, components)
	if err != nil {
		return nil, err
	}
	return firstWithout(s.Groups(cases), inputs, [][][]float64{components})[0], nil
}

// checkGiven returns the number of cases, or says why they cannot be analysed.
func checkGiven(s estimate.Sampler, inputs, outputs [][]float64) (cases int, err error) {
	cases, err = checkColumns(inputs, outputs)
	if err != nil {
		return 0, err
	}
	if cases < leastCases {
		return 0, fmt.Errorf("sensitivity: %d cases, want at least %d to analyse a run; draw more cases", cases, leastCases)
	}
	if groups := s.Groups(cases); s != estimate.Over(1) && cases%groups != 0 {
		return 0, fmt.Errorf("sensitivity: %d cases in %d replicates, want the same number in each", cases, groups)
	}
	return cases, nil
}

// given estimates the indices of outputs of one component or more; all lists
// the components of all of them.
func given(s estimate.Sampler, inputs, all [][]float64, outputs [][][]float64) ([][]result.GivenIndex, error) {
	cases, err := checkGiven(s, inputs, all)
	if err != nil {
		return nil, err
	}
	first := firstWithout(s.Groups(cases), inputs, outputs)
	independence := newIndependence(inputs)
	indices := make([][]result.GivenIndex, len(outputs))
	for i, components := range outputs {
		indices[i] = make([]result.GivenIndex, len(inputs))
		p := independence.given(s, components)
		for j := range inputs {
			indices[i][j] = result.GivenIndex{
				First:  s.Jackknife(cases, func(leftOut int) float64 { return first[i][leftOut+1][j] }),
				PValue: p[j],
				Driver: p[j] < DriverLevel,
			}
		}
	}
	return indices, nil
}

// firstWithout returns First of all cases and without each group, by output,
// row and input.
func firstWithout(groups int, inputs [][]float64, outputs [][][]float64) [][][]float64 {
	scaledOutputs := make([][][]float64, len(outputs))
	totals := make([][]total, len(outputs))
	first := make([][][]float64, len(outputs))
	for i, components := range outputs {
		scale := 0.0
		for _, y := range components {
			scale = max(scale, spread(y))
		}
		for _, y := range components {
			scaledOutputs[i] = append(scaledOutputs[i], scaled(y, scale))
		}
		totals[i] = newTotals(scaledOutputs[i], groups)
		for range groups + 1 {
			first[i] = append(first[i], make([]float64, len(inputs)))
		}
	}
	for j, x := range inputs {
		if isConstant(x) {
			continue
		}
		different, _ := distinct(x)
		b := newBasis(x, centredRanks(x), different, groups)
		for i, components := range scaledOutputs {
			explained := make([]float64, groups+1)
			for _, y := range components {
				for row, sum := range b.explain(y, groups) {
					explained[row] += sum
				}
			}
			for row, all := range totals[i] {
				first[i][row][j] = all.share(explained[row])
			}
		}
	}
	return first
}
