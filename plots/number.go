package plots

import (
	"math"
	"strconv"
	"strings"

	"steadfast/sim/estimate"
)

// percentDigits is how many decimals a percentage is printed with, never more
// than estimate.Decimals allows. A picture spares its reader the decimal of
// "34.2 %" unless it is known beyond doubt; near 0 and 1 it is half of what there
// is to say. −1 means that not even the units are known.
func percentDigits(p, stdErr float64) int {
	switch {
	case stdErr >= 0.05:
		return -1
	case estimate.Decimals(100*stdErr, 1) == 0:
		return 0
	case 2*stdErr <= 0.001 || p < 0.1 || p > 0.9:
		return 1
	}
	return 0
}

// percent writes a probability with the digits its sampling error allows:
// "34 %", "4.2 %", "<1 %", or "≈30 %" where only the tens are known.
func (l *Numbers) percent(p, stdErr float64) string {
	return l.Percent.with("n", l.percentNumber(p, stdErr))
}

// percentNumber is percent without its sign.
func (l *Numbers) percentNumber(p, stdErr float64) string {
	d := percentDigits(p, stdErr)
	unit := math.Pow(10, -float64(d))
	write := func(v float64) string { return l.fixed(math.Round(v/unit)*unit, max(d, 0)) }
	switch {
	case p > 0 && 100*p < unit/2:
		return l.Below.with("n", write(unit))
	case p < 1 && 100*p > 100-unit/2:
		return l.Above.with("n", write(100-unit))
	case p == 0 || p == 1:
		return l.fixed(100*p, 0)
	case d < 0:
		return l.About.with("n", write(100*p))
	}
	return write(100 * p)
}

// percentWithError is percent with the sampling error behind it, where that is at
// least one of the last digit printed: "34 % ± 2".
func (l *Numbers) percentWithError(p, stdErr float64) string {
	d := percentDigits(p, stdErr)
	if d < 0 || 100*stdErr < math.Pow(10, -float64(d)) {
		return l.percent(p, stdErr)
	}
	return l.WithError.with("number", l.percent(p, stdErr), "error", l.fixed(100*stdErr, d))
}

// percentRange writes two probabilities with one sign: "12–34 %".
func (l *Numbers) percentRange(lo, hi, stdErr float64) string {
	from, to := l.percentNumber(lo, stdErr), l.percentNumber(hi, stdErr)
	if from == to {
		return l.percent(lo, stdErr)
	}
	return l.Percent.with("n", l.Range.with("lo", from, "hi", to))
}

// points writes a difference of probabilities in percentage points, with its
// sign and the digits its sampling error allows: "−62", "+0.4", "0".
func (l *Numbers) points(d, stdErr float64) string {
	text := estimate.Write(100*d, 100*stdErr, 1)
	if d == 0 {
		return "0"
	}
	if d > 0 && strings.Trim(text, "0.") != "" {
		return l.Plus + l.decimal(text)
	}
	return l.decimal(text)
}

// ofHundred writes a share as a number of 100: "64", "<1", "0".
func (l *Numbers) ofHundred(share float64) string {
	switch n := 100 * share; {
	case n > 0 && n < 0.5:
		return l.Below.with("n", "1")
	case n < 100 && n > 99.5:
		return l.Above.with("n", "99")
	default:
		return l.fixed(math.Round(n), 0)
	}
}

// shortNumber writes a number to three digits that count: "12,500", "0.55",
// "−2", and beyond that "3e+09".
func (l *Numbers) shortNumber(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 3, 64), 64)
	if err != nil {
		rounded = v
	}
	if a := math.Abs(rounded); a != 0 && (a < 1e-5 || a >= 1e8) {
		return l.decimal(strconv.FormatFloat(rounded, 'g', 3, 64))
	}
	return l.decimal(strconv.FormatFloat(rounded, 'f', -1, 64))
}

// bn writes an amount of money to two digits, or to whole billions.
func (l *Numbers) bn(v float64) string {
	unit := l.Billions
	if a := math.Abs(v); a < 0.0995 && a > 0 {
		v, unit = 1000*v, l.Millions
	}
	if a := math.Abs(v); a >= 10 || a == 0 {
		v = math.Round(v)
	} else {
		place := math.Pow(10, 1-math.Floor(math.Log10(a)))
		v = math.Round(v*place) / place
	}
	return unit.with("n", l.shortNumber(v))
}

// count writes a whole number with commas between thousands.
func (l *Numbers) count(n int) string { return l.decimal(strconv.Itoa(n)) }

// fixed writes a number with so many decimals.
func (l *Numbers) fixed(v float64, digits int) string {
	return l.decimal(strconv.FormatFloat(v, 'f', digits, 64))
}

// decimal writes a number that Go has written as the language does: its
// thousands, its decimals, its sign, which nothing but zeros has not, and its
// power of ten.
func (l *Numbers) decimal(s string) string {
	digits, negative := strings.CutPrefix(strings.Replace(s, "−", "-", 1), "-")
	digits, exponent, power := strings.Cut(digits, "e")
	whole, rest, dot := strings.Cut(digits, ".")
	var b strings.Builder
	if negative && strings.Trim(digits, "0.") != "" {
		b.WriteString(l.Minus)
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.Thousands)
		}
		b.WriteRune(r)
	}
	if dot {
		b.WriteString(l.Decimal + rest)
	}
	if power {
		exponent = strings.Replace(strings.Replace(exponent, "-", l.Minus, 1), "+", l.Plus, 1)
		return l.Power.with("mantissa", b.String(), "exponent", exponent)
	}
	return b.String()
}

// counted says how many there are of something: "2,048 cases".
func (l *Numbers) counted(f Forms, n int) string {
	return l.form(f, float64(n)).with("n", l.count(n))
}

// form is the form for a number, Other where the language has no other.
func (l *Numbers) form(f Forms, n float64) Template {
	if t := l.Plural(f, n); t != "" {
		return t
	}
	return f.Other
}

// duration writes a number of years in words: "15 years", "1 year", "6 months".
func (w *Words) duration(years float64) string {
	months := int(math.Round(12 * years))
	unit, n := w.Months, float64(months)
	if months >= 24 || months%12 == 0 {
		unit, n = w.Years, math.Round(years*100)/100
	}
	return w.form(unit, n).with("n", w.decimal(strconv.FormatFloat(n, 'f', -1, 64)))
}
