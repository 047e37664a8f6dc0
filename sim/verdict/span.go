package verdict

import (
	"math"

	"steadfast/sim/claim"
)

// A span is an interval, ends included; ±Inf where there is no end.
type span struct{ lo, hi float64 }

var anywhere = span{math.Inf(-1), math.Inf(1)}

func at(x float64) span { return span{x, x} }

// hull is the smallest span that holds both.
func (s span) hull(t span) span { return span{min(s.lo, t.lo), max(s.hi, t.hi)} }

// clip keeps what lies within t.
func (s span) clip(t span) span {
	return span{min(max(s.lo, t.lo), t.hi), max(min(s.hi, t.hi), t.lo)}
}

// combine holds every x op y with x in s and y in t.
func (s span) combine(op claim.Op, t span) span {
	switch op {
	case claim.Add:
		return defined(span{s.lo + t.lo, s.hi + t.hi})
	case claim.Sub:
		return defined(span{s.lo - t.hi, s.hi - t.lo})
	case claim.Div:
		switch {
		case t.lo > 0 || t.hi < 0:
			return s.combine(claim.Mul, span{1 / t.hi, 1 / t.lo})
		case t.lo == 0 && t.hi > 0 && s.lo >= 0:
			return span{product(s.lo, 1/t.hi), math.Inf(1)}
		}
		return anywhere
	}
	a, b, c, d := product(s.lo, t.lo), product(s.lo, t.hi), product(s.hi, t.lo), product(s.hi, t.hi)
	return span{min(a, b, c, d), max(a, b, c, d)}
}

// product is x·y, 0 where either is: an end at infinity is never reached.
func product(x, y float64) float64 {
	if x == 0 || y == 0 {
		return 0
	}
	return x * y
}

// defined opens an end that is not a number.
func defined(s span) span {
	if math.IsNaN(s.lo) {
		s.lo = math.Inf(-1)
	}
	if math.IsNaN(s.hi) {
		s.hi = math.Inf(1)
	}
	return s
}
