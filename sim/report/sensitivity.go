package report

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// driverRows is how many factors a table of drivers shows; the file of the
// analysis holds them all.
const driverRows = 12

// Sensitivity writes what drives one output, a table a method, the factor that
// matters most first.
func Sensitivity(w io.Writer, s *result.Sensitivity, output int, f Format) error {
	written := false
	for _, m := range s.Methods {
		g, ok := drivers(s, output, m.Name)
		if !ok {
			continue
		}
		if written {
			fmt.Fprintln(w)
		}
		written = true
		if err := g.write(w, f); err != nil {
			return err
		}
	}
	return nil
}

// OutputName says what an output is: "risk under trip", "risk of trip less that
// of none", "ranking by risk".
func OutputName(s *result.Sensitivity, output int) string {
	o := s.Outputs[output]
	measure := measured(s.Measure)
	switch {
	case o.Against != "":
		return fmt.Sprintf("%s under %s less that under %s", measure, o.Package, o.Against)
	case o.Package != "":
		return fmt.Sprintf("%s under %s", measure, o.Package)
	}
	return "ranking by " + measure
}

// A driver is a line of a table.
type driver struct {
	weight float64 // the largest comes first
	cells  []string
}

// drivers tabulates an output by a method; false where the method says nothing
// of it.
func drivers(s *result.Sensitivity, output int, method string) (grid, bool) {
	g := grid{head: []string{"factor"}, wide: []wideColumn{{"factor", widestFactor}}}
	scale, unit, effect := 1.0, "", ""
	if probability(s.Measure) {
		scale, unit, effect = 100, ", per cent", ", percentage points"
		if s.Outputs[output].Against != "" {
			unit = effect
		}
	}
	var line func(f int) driver
	switch method {
	case result.MethodTornado:
		g.title = "Tornado: mean " + OutputName(s, output) + unit + ", with a factor at its 5 % and its 95 % point"
		g.head = append(g.head, "low", "high", "at low", "at high", intervalHead)
		line = lineOf(s.Tornado, output, func(f int, x result.Swing) driver {
			low, high := "–", "–"
			if s.Factors[f].Low != nil {
				low, high = quantity(*s.Factors[f].Low, 3), quantity(*s.Factors[f].High, 3)
			}
			return driver{math.Abs(x.Difference.Mean), []string{low, high, scaled(x.Low, scale, 1), scaled(x.High, scale, 1), signedBetween(x.Difference, scale, 1)}}
		})
	case result.MethodMorris:
		g.title = "Morris: elementary effects on the " + OutputName(s, output) + effect
		g.head = append(g.head, "mu* "+intervalMark, "mu", "sigma")
		line = lineOf(s.Morris, output, func(_ int, x result.Elementary) driver {
			return driver{x.MuStar.Mean, []string{between(x.MuStar, scale, 1), scaled(x.Mu, scale, 1), estimate.Write(scale*x.Sigma, scale*x.Mu.StdErr, 1)}}
		})
	case result.MethodSobol:
		g.title = "Sobol': share of the variance of the " + OutputName(s, output) + ", per cent"
		g.head = append(g.head, "first "+intervalMark, "total "+intervalMark, "total at a quarter, at half of the points")
		line = lineOf(s.Sobol, output, func(_ int, x result.Indices) driver {
			return driver{x.Total.Mean, []string{between(x.First, 100, 0), between(x.Total, 100, 0), estimate.Write(100*x.TotalAt[0], 0, 0) + ", " + estimate.Write(100*x.TotalAt[1], 0, 0)}}
		})
	case result.MethodPRCC:
		g.title = "Partial rank correlation with the " + OutputName(s, output)
		g.head = append(g.head, "PRCC "+intervalMark)
		line = lineOf(s.PRCC, output, func(_ int, x estimate.Mean) driver {
			return driver{math.Abs(x.Mean), []string{signedBetween(x, 1, 2)}}
		})
	case result.MethodGiven:
		g.title = "Given data: share of the variance of the " + OutputName(s, output) + " that follows a factor alone, per cent"
		g.head = append(g.head, "first "+intervalMark, "driver")
		line = lineOf(s.Given, output, func(_ int, x result.GivenIndex) driver {
			return driver{x.First.Mean, []string{between(x.First, 100, 0), yes(x.Driver)}}
		})
	case result.MethodPAWN:
		g.title = "PAWN: how far the distribution of the " + OutputName(s, output) + " moves with a factor (0 to 1)"
		g.head = append(g.head, "median", "maximum", "driver")
		line = lineOf(s.PAWN, output, func(_ int, x result.PAWN) driver {
			return driver{x.Median, []string{fmt.Sprintf("%.2f", x.Median), fmt.Sprintf("%.2f", x.Max), yes(x.Driver)}}
		})
	}
	if line == nil {
		return grid{}, false
	}
	var lines []driver
	for f := range s.Factors {
		if s.Applies(method, f) {
			d := line(f)
			d.cells = append([]string{s.Factors[f].Name}, d.cells...)
			lines = append(lines, d)
		}
	}
	slices.SortStableFunc(lines, func(a, b driver) int { return cmp.Compare(b.weight, a.weight) })
	for i, d := range lines {
		if i == driverRows {
			g.title += fmt.Sprintf(" (the first %d of %d factors)", driverRows, len(lines))
			break
		}
		g.rows = append(g.rows, d.cells)
	}
	return g, true
}

// lineOf makes lines of an output's row of a method's matrix; nil where it has
// none.
func lineOf[T any](matrix [][]T, output int, line func(f int, x T) driver) func(f int) driver {
	if output >= len(matrix) || matrix[output] == nil {
		return nil
	}
	return func(f int) driver { return line(f, matrix[output][f]) }
}

// measured is what a measure is called in a sentence.
func measured(measure string) string { return strings.ReplaceAll(measure, "_", " ") }

// probability says whether a measure is one.
func probability(measure string) bool {
	for _, m := range result.Measures() {
		if m.Name == measure {
			return m.Unit == "probability"
		}
	}
	return false
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// MainOutputs are the outputs that a reader asks about first: the risk under
// the baseline, the one with the lowest mean, and the ranking.
func MainOutputs(s *result.Sensitivity) []int {
	baseline, lowest, ranking := -1, -1, -1
	for i, o := range s.Outputs {
		switch {
		case o.Against != "":
		case o.Package == "":
			ranking = i
		default:
			if o.Package == s.Scenario.Baseline {
				baseline = i
			}
			if lowest < 0 || o.Mean < s.Outputs[lowest].Mean {
				lowest = i
			}
		}
	}
	var out []int
	for _, i := range []int{baseline, lowest, ranking} {
		if i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}
