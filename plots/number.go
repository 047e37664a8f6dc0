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
func percent(p, stdErr float64) string {
	d := percentDigits(p, stdErr)
	unit, about := math.Pow(10, -float64(d)), ""
	if d < 0 {
		about = "≈"
	}
	write := func(v float64) string {
		return strconv.FormatFloat(math.Round(v/unit)*unit, 'f', max(d, 0), 64) + nbsp + "%"
	}
	switch {
	case p > 0 && 100*p < unit/2:
		return "<" + write(unit)
	case p < 1 && 100*p > 100-unit/2:
		return ">" + write(100-unit)
	case p == 0 || p == 1:
		return strconv.FormatFloat(100*p, 'f', 0, 64) + nbsp + "%"
	}
	return about + write(100*p)
}

// percentWithError is percent with the sampling error behind it, where that is at
// least one of the last digit printed: "34 % ± 2".
func percentWithError(p, stdErr float64) string {
	d := percentDigits(p, stdErr)
	if d < 0 || 100*stdErr < math.Pow(10, -float64(d)) {
		return percent(p, stdErr)
	}
	return percent(p, stdErr) + nbsp + "±" + nbsp + strconv.FormatFloat(100*stdErr, 'f', d, 64)
}

// count writes a whole number with commas between thousands.
func count(n int) string {
	s := strconv.Itoa(n)
	var b strings.Builder
	for i, r := range s {
		if i > 0 && (len(s)-i)%3 == 0 && s[i-1] != '-' {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// duration writes a number of years in words: "15 years", "1 year", "6 months".
func duration(years float64) string {
	months := int(math.Round(12 * years))
	unit, n := "month", float64(months)
	if months >= 24 || months%12 == 0 {
		unit, n = "year", math.Round(years*100)/100
	}
	s := strconv.FormatFloat(n, 'f', -1, 64) + nbsp + unit
	if n != 1 {
		s += "s"
	}
	return s
}
