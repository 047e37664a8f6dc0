// Package report puts a result into words and tables: the comparison of
// packages, the key judgements for a paper, and how far the two computations
// are apart. It reads results alone.
//
//	report.Comparison(w, set, report.Text)
//	for _, s := range report.Judgements(set) { … }
//
// Every number is printed with no more digits than its sampling error
// justifies.
package report

import (
	"fmt"
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// percent writes a probability as per cent, to the place of its standard
// error's first digit, at most one decimal.
func percent(p, stdErr float64) string {
	return fmt.Sprintf("%.*f", percentDecimals(stdErr), 100*p)
}

func percentDecimals(stdErr float64) int {
	if stdErr == 0 {
		return 1
	}
	return estimate.Decimals(100*stdErr, 1)
}

// withError writes a probability as per cent with its sampling error.
func withError(s estimate.Summary) string {
	if s.StdErr == 0 {
		return percent(s.Mean, 0)
	}
	return fmt.Sprintf("%s ± %s", percent(s.Mean, s.StdErr), errorDigits(100*s.StdErr))
}

// errorDigits writes a standard error with its first digit, at most one
// decimal; a smaller one as less than the last place.
func errorDigits(e float64) string {
	d := estimate.Decimals(e, 1)
	if text := fmt.Sprintf("%.*f", d, e); strings.Trim(text, "0.") != "" {
		return text
	}
	return "0.1"
}

// rangeOver writes the 80 % range over cases, per cent. It is a range of
// assumptions, so whole per cents suffice.
func rangeOver(s estimate.Summary) string {
	return fmt.Sprintf("%.0f–%.0f", 100*s.P10, 100*s.P90)
}

// points writes a difference of probabilities in percentage points with its
// paired 95 % interval.
func points(m estimate.Mean) string {
	d := percentDecimals(m.StdErr)
	if m.StdErr == 0 && m.Mean == 0 {
		return "0"
	}
	return fmt.Sprintf("%s [%s, %s]", signed(100*m.Mean, d), signed(100*m.Lo, d), signed(100*m.Hi, d))
}

// signed writes a number with its sign, a true minus, and no negative zero.
func signed(x float64, decimals int) string {
	text := fmt.Sprintf("%.*f", decimals, math.Abs(x))
	switch {
	case strings.Trim(text, "0.") == "":
		return text
	case x < 0:
		return "−" + text
	}
	return "+" + text
}

// amount writes a quantity to the place of its error's first digit, at most
// one decimal.
func amount(s estimate.Summary) string {
	return fmt.Sprintf("%.*f", min(1, estimate.Decimals(s.StdErr, 1)), s.Mean)
}

// ofHundred writes a share as a count of 100 futures.
func ofHundred(share float64) string {
	n := 100 * share
	if n > 0 && n < 0.5 {
		return "<1"
	}
	return fmt.Sprintf("%.0f", n)
}

// versus returns the pair of a and b as seen from a.
func versus(set *result.Set, a, b string) (result.Pair, bool) {
	for _, p := range set.Pairs {
		if p.A == a && p.B == b {
			return p, true
		}
		if p.A == b && p.B == a {
			return result.Pair{
				A: a, B: b,
				Difference: estimate.Mean{
					Mean: -p.Difference.Mean, StdErr: p.Difference.StdErr,
					Lo: -p.Difference.Hi, Hi: -p.Difference.Lo,
				},
				PValue: p.PValue, Tied: p.Tied,
				CasesABetter: p.CasesBBetter, CasesBBetter: p.CasesABetter,
				FuturesABetter: p.FuturesBBetter, FuturesBBetter: p.FuturesABetter,
			}, true
		}
	}
	return result.Pair{}, false
}

// horizon writes the horizon, "15" or "7.5".
func horizon(set *result.Set) string { return fmt.Sprintf("%g", set.Scenario.HorizonYears) }
