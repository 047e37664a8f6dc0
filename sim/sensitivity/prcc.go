package sensitivity

import (
	"fmt"
	"math"

	"steadfast/sim/estimate"
)

// PRCC estimates the partial rank correlation of every output with every
// input, by output, then input: the correlation of their ranks (ties share the
// average) once the ranks of all other inputs are regressed out of both
// (S. Marino, I. B. Hogue, C. J. Ray and D. E. Kirschner, Journal of
// Theoretical Biology 254, 2008). It measures a monotone influence, from −1 to
// 1, and is valid with correlated inputs, of which it takes the part that the
// others do not explain. Inputs and outputs are columns by case.
//
// Intervals are symmetric in Fisher's z = artanh r. On a random design z has
// the variance (1 + r²/2)/(ν − 1) with ν = n − 2 − (k − 1) degrees of freedom
// for k inputs (D. G. Bonett and T. A. Wright, Psychometrika 65, 2000), on a
// Latin one no more; on a Sobol' design that of the jackknife over replicates.
//
// An input or an output that is constant has exactly 0 and no interval. PRCC
// fails where a value is not finite, where n < k + 3 (of a Sobol' design the
// cases of all replicates but one), and with a [*CollinearError] where inputs
// determine each other, as two columns with the same ranks do.
func PRCC(s estimate.Sampler, inputs, outputs [][]float64) ([][]estimate.Mean, error) {
	cases, err := checkColumns(inputs, outputs)
	if err != nil {
		return nil, err
	}
	groups, varying := 0, 0
	if s != estimate.Over(1) {
		groups = s.Groups(cases)
	}
	for _, x := range inputs {
		if !isConstant(x) {
			varying++
		}
	}
	if err := enough(cases, groups, varying); err != nil {
		return nil, err
	}
	rows := make([][][]float64, groups+1) // Fisher's z by group left out, after that of all cases; by output; by input
	for row := range rows {
		if rows[row], err = fisher(inputs, outputs, row-1, groups); err != nil {
			return nil, err
		}
	}
	result := make([][]estimate.Mean, len(outputs))
	for i := range result {
		result[i] = make([]estimate.Mean, len(inputs))
		for j := range inputs {
			z := estimate.Mean{Mean: rows[0][i][j]}
			switch {
			case isConstant(inputs[j]) || isConstant(outputs[i]):
				continue
			case groups > 0:
				z = s.Jackknife(cases, func(leftOut int) float64 { return rows[leftOut+1][i][j] })
			default:
				z = independent(z.Mean, float64(cases-2-(varying-1)))
			}
			result[i][j] = fromFisher(z)
		}
	}
	return result, nil
}

// enough says whether there are cases enough for so many inputs.
func enough(cases, groups, inputs int) error {
	least, kept, where := inputs+3, cases, ""
	if groups > 0 {
		if cases%groups != 0 {
			return fmt.Errorf("sensitivity: %d cases in %d replicates, want the same number in each", cases, groups)
		}
		kept, where = cases-cases/groups, fmt.Sprintf(" without one of %d replicates", groups)
	}
	if kept < least {
		return fmt.Errorf("sensitivity: %d cases%s for %d inputs, want at least %d for partial rank correlation; draw more cases", kept, where, inputs, least)
	}
	return nil
}

// fisher returns Fisher's z of the partial rank correlations without a group
// of cases, by output, then input.
func fisher(inputs, outputs [][]float64, group, groups int) ([][]float64, error) {
	ranked := func(columns [][]float64) [][]float64 {
		ranks := make([][]float64, len(columns))
		for j, column := range columns {
			ranks[j] = centredRanks(without(column, group, groups))
		}
		return ranks
	}
	fit, err := regress(ranked(inputs), ranked(outputs))
	if err != nil {
		if group >= 0 {
			return nil, fmt.Errorf("without replicate %d: %w", group, err)
		}
		return nil, err
	}
	z := make([][]float64, len(outputs))
	for i := range z {
		z[i] = make([]float64, len(inputs))
		for j := range inputs {
			z[i][j] = math.Atanh(fit.partial(i, j))
		}
	}
	return z, nil
}

// independent returns Fisher's z with its interval over independent cases.
func independent(z, freedom float64) estimate.Mean {
	r := math.Tanh(z)
	stdErr := math.Sqrt((1 + r*r/2) / (freedom - 1))
	half := estimate.Student(freedom) * stdErr
	return estimate.Mean{Mean: z, StdErr: stdErr, Lo: z - half, Hi: z + half}
}

// fromFisher returns the correlation of a Fisher's z; its standard error is
// that of z times the slope dr/dz = 1 − r².
func fromFisher(z estimate.Mean) estimate.Mean {
	r := math.Tanh(z.Mean)
	return estimate.Mean{Mean: r, StdErr: (1 - r*r) * z.StdErr, Lo: math.Tanh(z.Lo), Hi: math.Tanh(z.Hi)}
}
