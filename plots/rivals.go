package plots

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Applicable lists the figures that a result has something to show in, of those
// in Names and in their order: a single package has none to be compared with, and
// without simulated futures there are none to be drawn.
func Applicable(s *result.Set) []string {
	var out []string
	for _, name := range Names() {
		switch name {
		case "difference", "tradeoff", "cost":
			if len(s.Packages) < 2 {
				continue
			}
		case "futures":
			if s.Run.Futures == 0 {
				continue
			}
		}
		out = append(out, name)
	}
	return out
}

// checkRivals refuses what no figure that compares packages can show.
func checkRivals(s *result.Set) error {
	if err := check(s); err != nil {
		return err
	}
	if len(s.Packages) < 2 {
		return fmt.Errorf("the result has only package %q: at least 2 are needed, to be compared", s.Packages[0].ID)
	}
	return nil
}

// needBaseline is the place of the baseline among the packages.
func needBaseline(s *result.Set) (int, error) {
	if i := indexOf(s, s.Scenario.Baseline); i >= 0 {
		return i, nil
	}
	return -1, fmt.Errorf("the result names no baseline: set baseline in the scenario to one of %s and run it again", ids(s))
}

func indexOf(s *result.Set, id string) int {
	for i, p := range s.Packages {
		if p.ID == id {
			return i
		}
	}
	return -1
}

func ids(s *result.Set) string {
	var out []string
	for _, p := range s.Packages {
		out = append(out, strconv.Quote(p.ID))
	}
	return strings.Join(out, ", ")
}

// pairOf is the comparison of package a with package b, whichever way round the
// result holds it, as if a were its A. It fails where there is none, where it
// holds a number that is none, and where it contradicts the packages' risks.
func pairOf(s *result.Set, a, b int) (result.Pair, error) {
	first, second := s.Packages[a], s.Packages[b]
	for _, q := range s.Pairs {
		if q.A == second.ID && q.B == first.ID {
			q = mirrored(q)
		}
		if q.A != first.ID || q.B != second.ID {
			continue
		}
		if err := checkPair(q, first.Risk.Mean-second.Risk.Mean); err != nil {
			return q, fmt.Errorf("packages %q and %q: %w", first.ID, second.ID, err)
		}
		return q, nil
	}
	return result.Pair{}, fmt.Errorf("the result does not compare packages %q and %q: each pair is needed; run the scenario again", first.ID, second.ID)
}

func mirrored(q result.Pair) result.Pair {
	d := q.Difference
	q.A, q.B = q.B, q.A
	q.Difference = estimate.Mean{Mean: 0 - d.Mean, StdErr: d.StdErr, Lo: 0 - d.Hi, Hi: 0 - d.Lo}
	q.CasesABetter, q.CasesBBetter = q.CasesBBetter, q.CasesABetter
	q.FuturesABetter, q.FuturesBBetter = q.FuturesBBetter, q.FuturesABetter
	return q
}

func checkPair(q result.Pair, difference float64) error {
	d := q.Difference
	for _, v := range []float64{d.Mean, d.Lo, d.Hi} {
		if !estimate.Finite(v) {
			return fmt.Errorf("difference %g with interval %g to %g: finite numbers are needed; run the scenario again", d.Mean, d.Lo, d.Hi)
		}
	}
	if !(d.StdErr >= 0) || math.IsInf(d.StdErr, 0) {
		return fmt.Errorf("difference with sampling error %g: a finite number of 0 or more is needed; run the scenario again", d.StdErr)
	}
	if d.Lo > d.Mean || d.Mean > d.Hi {
		return fmt.Errorf("difference %g lies outside its interval %g to %g: run the scenario again", d.Mean, d.Lo, d.Hi)
	}
	if math.Abs(d.Mean-difference) > 1e-6 {
		return fmt.Errorf("difference %g, but their risks differ by %g: they must be equal; run the scenario again", d.Mean, difference)
	}
	return checkProbabilities(q.CasesABetter, q.CasesBBetter, q.FuturesABetter, q.FuturesBBetter,
		q.CasesABetter+q.CasesBBetter, q.FuturesABetter+q.FuturesBBetter)
}
