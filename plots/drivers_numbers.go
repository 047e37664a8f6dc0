package plots

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// chooseMethod is the method asked for, or the best there is for the output.
func chooseMethod(s *result.Sensitivity, output int, method string) (string, error) {
	var has []string
	for _, m := range driverMethods {
		if len(columnsOf(s, m)) > output && columnsOf(s, m)[output] > 0 && len(applying(s, m)) > 0 {
			has = append(has, m)
		}
	}
	switch {
	case method != "" && !slices.Contains(driverMethods, method):
		return "", fmt.Errorf("method %q is unknown: allowed are %s", method, strings.Join(driverMethods, ", "))
	case len(has) == 0:
		return "", fmt.Errorf("no method says anything of output %d: run the analysis with one of %s", output, strings.Join(driverMethods, ", "))
	case method == "":
		return has[0], nil
	case !slices.Contains(has, method):
		return "", fmt.Errorf("method %s says nothing of output %d: of it, the analysis has %s; choose one of these or run it again with --method %s",
			method, output, strings.Join(has, ", "), method)
	}
	return method, nil
}

// applying lists the factors to which a method applies.
func applying(s *result.Sensitivity, method string) []int {
	var out []int
	for i := range s.Factors {
		if s.Applies(method, i) {
			out = append(out, i)
		}
	}
	return out
}

// applicable is an analysis of one output by one method, with only the factors to
// which the method applies: the others have no numbers.
func applicable(s *result.Sensitivity, output int, method string) *result.Sensitivity {
	keep := applying(s, method)
	out := *s
	out.Factors = chosen(s.Factors, keep)
	switch method {
	case result.MethodTornado:
		out.Tornado = chosenIn(s.Tornado, output, keep)
	case result.MethodMorris:
		out.Morris = chosenIn(s.Morris, output, keep)
	case result.MethodSobol:
		out.Sobol = chosenIn(s.Sobol, output, keep)
	case result.MethodPRCC:
		out.PRCC = chosenIn(s.PRCC, output, keep)
	case result.MethodGiven:
		out.Given = chosenIn(s.Given, output, keep)
	case result.MethodPAWN:
		out.PAWN = chosenIn(s.PAWN, output, keep)
	}
	return &out
}

func chosen[T any](all []T, keep []int) []T {
	out := make([]T, len(keep))
	for k, i := range keep {
		out[k] = all[i]
	}
	return out
}

// chosenIn is a matrix of which one row is left, with the columns chosen.
func chosenIn[T any](matrix [][]T, row int, keep []int) [][]T {
	out := make([][]T, len(matrix))
	out[row] = chosen(matrix[row], keep)
	return out
}

// columnsOf is how many factors each row of a method's matrix has.
func columnsOf(s *result.Sensitivity, method string) []int {
	switch method {
	case "tornado":
		return widths(s.Tornado)
	case "morris":
		return widths(s.Morris)
	case "sobol":
		return widths(s.Sobol)
	case "prcc":
		return widths(s.PRCC)
	case "given":
		return widths(s.Given)
	default:
		return widths(s.PAWN)
	}
}

func widths[T any](rows [][]T) []int {
	out := make([]int, len(rows))
	for i, r := range rows {
		out[i] = len(r)
	}
	return out
}

// checkMethod refuses the numbers of a method that cannot be drawn.
func checkMethod(s *result.Sensitivity, output int, method string) error {
	if got := columnsOf(s, method)[output]; got != len(s.Factors) {
		return fmt.Errorf("output %d has %d numbers for %d factors: they must be as many; run the analysis again", output, got, len(s.Factors))
	}
	for i, f := range s.Factors {
		means, values, shares := numbersOf(s, output, method, i)
		for _, m := range means {
			if err := checkMean(m); err != nil {
				return fmt.Errorf("factor %q: %w", f.Name, err)
			}
		}
		for _, v := range values {
			if !estimate.Finite(v) || v < 0 {
				return fmt.Errorf("factor %q: %g: a finite number of 0 or more is needed; run the analysis again", f.Name, v)
			}
		}
		if err := checkProbabilities(shares...); err != nil {
			return fmt.Errorf("factor %q: %w", f.Name, err)
		}
	}
	return nil
}

// numbersOf are the numbers of one factor: estimates, sizes of 0 or more, and
// what lies between 0 and 1.
func numbersOf(s *result.Sensitivity, output int, method string, i int) (means []estimate.Mean, sizes, shares []float64) {
	switch method {
	case "tornado":
		w := s.Tornado[output][i]
		return []estimate.Mean{w.Low, w.High, w.Difference}, nil, nil
	case "morris":
		e := s.Morris[output][i]
		return []estimate.Mean{e.Mu, e.MuStar}, []float64{e.Sigma, e.MuStar.Mean}, nil
	case "sobol":
		x := s.Sobol[output][i]
		return []estimate.Mean{x.First, x.Total}, nil, nil
	case "prcc":
		return []estimate.Mean{s.PRCC[output][i]}, nil, nil
	case "given":
		g := s.Given[output][i]
		return []estimate.Mean{g.First}, nil, []float64{g.PValue}
	default:
		w := s.PAWN[output][i]
		return nil, nil, []float64{w.Median, w.Max, w.PValue}
	}
}
