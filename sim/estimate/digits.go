package estimate

import (
	"fmt"
	"math"
	"strings"
)

// Decimals is how many decimals of a number its standard error justifies: the
// place of the error's first digit, at most the given number. An error of 0
// justifies them all.
func Decimals(stdErr float64, most int) int {
	if !(stdErr > 0) {
		return most
	}
	return min(max(0, -int(math.Floor(math.Log10(stdErr)))), most)
}

// Write writes a number to the place of its standard error's first digit, with
// at most the given number of decimals; with an error of 30, to the tens. The
// minus is a true one, and there is no negative zero.
func Write(x, stdErr float64, most int) string {
	if stdErr >= 10 && !math.IsInf(stdErr, 1) {
		place := math.Pow(10, math.Floor(math.Log10(stdErr)))
		x = math.Round(x/place) * place
	}
	text := fmt.Sprintf("%.*f", Decimals(stdErr, most), x)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return strings.Replace(text, "-", "−", 1)
}

// WritePercent writes a probability as per cent, without the sign, as [Write]
// does with at most one decimal; one that is known to be positive and would
// round to 0 as less than the last place, and likewise near 100.
func WritePercent(p, stdErr float64) string {
	text := Write(100*p, 100*stdErr, 1)
	switch {
	case Decimals(100*stdErr, 1) == 0:
		return text
	case p > 0 && text == "0.0":
		return "<0.1"
	case p < 1 && text == "100.0":
		return ">99.9"
	}
	return text
}
