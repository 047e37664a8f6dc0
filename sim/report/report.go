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
// error's first digit, at most one decimal; one that is known to be positive
// and would round to 0 as less than the last place, and likewise near 100.
func percent(p, stdErr float64) string {
	text := number(100*p, 100*stdErr)
	switch {
	case percentDecimals(stdErr) == 0:
		return text
	case p > 0 && text == "0.0":
		return "<0.1"
	case p < 1 && text == "100.0":
		return ">99.9"
	}
	return text
}

func percentDecimals(stdErr float64) int { return estimate.Decimals(100*stdErr, 1) }

// number writes a quantity to the place of its error's first digit, at most
// one decimal: with an error of 30, to the tens.
func number(x, stdErr float64) string {
	text := fmt.Sprintf("%.*f", estimate.Decimals(stdErr, 1), toPlace(x, stdErr))
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return strings.Replace(text, "-", "−", 1)
}

// toPlace rounds to the place of the error's first digit where that is tens or
// more.
func toPlace(x, stdErr float64) float64 {
	if !(stdErr >= 10) {
		return x
	}
	place := math.Pow(10, math.Floor(math.Log10(stdErr)))
	return math.Round(x/place) * place
}

// withError writes a probability as per cent with its sampling error.
func withError(s estimate.Summary) string {
	text := percent(s.Mean, s.StdErr)
	if s.StdErr == 0 || strings.ContainsAny(text, "<>") {
		return text
	}
	return fmt.Sprintf("%s ± %s", text, errorDigits(100*s.StdErr))
}

// errorDigits writes a standard error with its first digit, at most one
// decimal; a smaller one is rounded up to that.
func errorDigits(e float64) string { return number(max(e, 0.1), e) }

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
// the place of its error's first digit.
func signed(x, stdErr float64) string {
	text := number(x, stdErr)
	if x > 0 && strings.Trim(text, "0.") != "" {
		return "+" + text
	}
	return text
}

// amount writes a quantity to the place of its error's first digit, at most
// one decimal; a small one as less than that.
func amount(s estimate.Summary) string {
	if text := number(s.Mean, s.StdErr); s.Mean <= 0 || text != "0.0" {
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
