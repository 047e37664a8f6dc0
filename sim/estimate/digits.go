package estimate

import "math"

// Decimals is how many decimals of a number its standard error justifies: the
// place of the error's first digit, at most the given number. An error of 0
// justifies them all.
func Decimals(stdErr float64, most int) int {
	if !(stdErr > 0) {
		return most
	}
	return min(max(0, -int(math.Floor(math.Log10(stdErr)))), most)
}
