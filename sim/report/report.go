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
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// withError writes a probability as per cent with its sampling error.
func withError(s estimate.Summary) string {
	text := estimate.WritePercent(s.Mean, s.StdErr)
	if s.StdErr == 0 || strings.ContainsAny(text, "<>") {
		return text
	}
	return fmt.Sprintf("%s ± %s", text, errorDigits(100*s.StdErr))
}

// errorDigits writes a standard error with its first digit, at most one
// decimal; a smaller one is rounded up to that.
func errorDigits(e float64) string { return estimate.Write(max(e, 0.1), e, 1) }

// rangeOver writes the 80 % range over cases, per cent. It is a range of
// assumptions, so whole per cents suffice.
func rangeOver(s estimate.Summary) string {
	return fmt.Sprintf("%.0f–%.0f", 100*s.P10, 100*s.P90)
}

// points writes a difference of probabilities in percentage points with its
// paired 95 % interval.
func points(m estimate.Mean) string {
	sign := func(x float64) string { return signed(100*x, 100*m.StdErr) }
	switch {
	case m.StdErr == 0 && m.Mean == 0:
		return "0"
	case m.StdErr == 0:
		return sign(m.Mean)
	}
	return fmt.Sprintf("%s [%s, %s]", sign(m.Mean), sign(m.Lo), sign(m.Hi))
}

// signed writes a number with its sign, a true minus, and no negative zero, to
// the place of its error's first digit, at most one decimal.
func signed(x, stdErr float64) string { return signedTo(x, stdErr, 1) }

// signedTo is signed with at most so many decimals.
func signedTo(x, stdErr float64, most int) string {
	text := estimate.Write(x, stdErr, most)
	if x > 0 && strings.Trim(text, "0.") != "" {
		return "+" + text
	}
	return text
}

// amount writes a quantity to the place of its error's first digit, at most
// one decimal; a small one as less than that.
func amount(s estimate.Summary) string {
	if text := estimate.Write(s.Mean, s.StdErr, 1); s.Mean <= 0 || text != "0.0" {
		return text
	}
	return "<0.1"
}

// ofHundred writes a share as a count of 100.
func ofHundred(share float64) string {
	n := 100 * share
	switch {
	case n > 0 && n < 0.5:
		return "<1"
	case n < 100 && n > 99.5:
		return ">99"
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
