// Package claim is the language in which a scenario file states what its
// conclusions claim, as in
//
//	risk_ratio(trip_30k, none) < 0.5 and not top_driver(trip_30k) = coalition.resolve
//
// [Parse] reads one claim, [ParseAnswer] a text with values between braces.
// Both check the form completely: names of functions, the number and kind of
// their arguments, that a comparison stands where a claim is needed and a
// value where a value is. They know no scenario: [Expr.Packages] and
// [Expr.Paths] give the names that a loader checks against one.
//
// Values are means over cases of the exact outcome; the functions are those of
// [Functions], and a package of its own evaluates them. Operators, weakest first:
// or, and, not, comparisons and `in [lo, hi]`, + and −, * and /, unary −, %.
// Ids are [a-z][a-z0-9_]* bare and anything quoted otherwise; and, or, not and
// in are words of the language and must be quoted as ids. A position is an
// offset in bytes from the start of the text.
//
// The parser follows V. R. Pratt, Top down operator precedence (1973).
package claim

import "fmt"

// An Error says what is wrong with a claim or an answer, and where.
type Error struct {
	Offset int    // bytes from the start of the text, 0 … its length
	Msg    string // what is wrong, what is allowed, a near miss
}

func (e *Error) Error() string { return fmt.Sprintf("at byte %d: %s", e.Offset, e.Msg) }

func errorf(offset int, format string, args ...any) *Error {
	return &Error{Offset: offset, Msg: fmt.Sprintf(format, args...)}
}
