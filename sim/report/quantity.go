package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/estimate"
)

// quantity writes the value of a parameter to so many significant digits, as a
// reader would: thousands apart, a true minus, powers of ten only where the
// number is very large or small.
func quantity(x float64, digits int) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64)
	if err != nil { // it overflows in the rounding
		rounded = x
	}
	size := math.Abs(rounded)
	text := strconv.FormatFloat(size, 'f', -1, 64)
	if size != 0 && (size < 1e-4 || size >= 1e9) {
		text = strconv.FormatFloat(size, 'g', digits, 64)
	} else {
		whole, rest, decimal := strings.Cut(text, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if text = whole; decimal {
			text += "." + rest
		}
	}
	if rounded < 0 {
		return "−" + text
	}
	return text
}

// signedQuantity is quantity with the sign of a positive number.
func signedQuantity(x float64, digits int) string {
	text := quantity(x, digits)
	if x > 0 {
		return "+" + text
	}
	return text
}

// scaled writes a mean times a scale to the place of its error's first digit,
// at most so many decimals.
func scaled(m estimate.Mean, scale float64, most int) string {
	return estimate.Write(scale*m.Mean, scale*m.StdErr, most)
}

// between writes a mean times a scale with its 95 % interval, to the place of
// its error's first digit, at most so many decimals.
func between(m estimate.Mean, scale float64, most int) string {
	return interval(m, scale, func(x, e float64) string { return estimate.Write(x, e, most) })
}

// signedBetween is between with the sign of every number.
func signedBetween(m estimate.Mean, scale float64, most int) string {
	return interval(m, scale, func(x, e float64) string { return signedTo(x, e, most) })
}

func interval(m estimate.Mean, scale float64, write func(x, stdErr float64) string) string {
	if m.StdErr == 0 && m.Lo == m.Hi {
		return write(scale*m.Mean, 0)
	}
	e := scale * m.StdErr
	return fmt.Sprintf("%s [%s, %s]", write(scale*m.Mean, e), write(scale*m.Lo, e), write(scale*m.Hi, e))
}
