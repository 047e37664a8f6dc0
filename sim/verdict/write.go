package verdict

import (
	"math"
	"strconv"

	"steadfast/sim/estimate"
)

// errorOf is the standard error that an interval amounts to, where it is wider
// than the jackknife's own; an end that nothing bounds says nothing of it.
func errorOf(m estimate.Mean) float64 {
	const normal = 1.96
	below, above := m.Mean-m.Lo, m.Hi-m.Mean
	if m.Lo == -math.MaxFloat64 {
		below = above
	}
	if m.Hi == math.MaxFloat64 {
		above = below
	}
	// Student's points are at most 2.2 from 15 degrees of freedom on: what is
	// within that is the jackknife's own interval.
	if half := (below + above) / 2; estimate.Finite(half) && half > 2.2*m.StdErr && half < math.MaxFloat64/4 {
		return half / normal
	}
	return m.StdErr
}

// write writes a value and its interval, "" where that would say no more.
func write(m estimate.Mean, u unit) (value, interval string) {
	e := errorOf(m)
	switch u {
	case probability:
		digits := func(x float64) string { return estimate.WritePercent(x, e) }
		return digits(m.Mean) + " %", between(m, digits, " %")
	case points:
		digits := func(x float64) string { return estimate.Write(100*x, 100*e, 1) }
		return digits(m.Mean) + " points", between(m, digits, "")
	case year, place:
		digits := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
		value = digits(m.Mean)
		if u == year {
			value = "year " + value
		}
		return value, between(m, digits, "")
	}
	digits := func(x float64) string { return number(x, e) }
	return digits(m.Mean), between(m, digits, "")
}

// number writes a number to the place of its error's first digit; one that is
// known exactly with up to three decimals.
func number(x, e float64) string {
	if e == 0 {
		x = math.Round(1000*x) / 1000
		return minus(strconv.FormatFloat(x+0, 'f', -1, 64))
	}
	return estimate.Write(x, e, 3)
}

func minus(text string) string {
	if text[0] == '-' {
		return "−" + text[1:]
	}
	return text
}

// between writes an interval; "" where it says no more than the value.
func between(m estimate.Mean, digits func(float64) string, unit string) string {
	lo, hi := digits(m.Lo), digits(m.Hi)
	noLo, noHi := m.Lo == -math.MaxFloat64, m.Hi == math.MaxFloat64
	switch {
	case noLo && noHi:
		return "not bounded"
	case noLo:
		return "at most " + hi + unit
	case noHi:
		return "at least " + lo + unit
	case lo == hi:
		return ""
	case m.Lo < 0:
		return lo + " to " + hi + unit
	}
	return lo + "–" + hi + unit
}
