package uncertain

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A parameter is a number that an author wrote, with its name for messages.
type parameter struct {
	name  string
	value float64
}

// finite returns an error for the first parameter that is NaN or infinite.
func finite(kind string, params ...parameter) error {
	for _, p := range params {
		if math.IsNaN(p.value) || math.IsInf(p.value, 0) {
			return fmt.Errorf("%s: %s is %s, want a finite number", kind, p.name, text(p.value))
		}
	}
	return nil
}

// rising returns an error unless all parameters are finite and each is at
// least the one before it.
func rising(kind string, params ...parameter) error {
	if err := finite(kind, params...); err != nil {
		return err
	}
	names := make([]string, len(params))
	for i, p := range params {
		names[i] = p.name
	}
	for i, p := range params[1:] {
		if before := params[i]; p.value < before.value {
			return fmt.Errorf("%s: %s %s is below %s %s, want %s",
				kind, p.name, text(p.value), before.name, text(before.value), strings.Join(names, " ≤ "))
		}
	}
	return nil
}

// cumulate checks weights and returns their cumulative shares, the last of
// them exactly 1.
func cumulate(kind string, weights []float64) ([]float64, error) {
	sum := 0.0
	for i, w := range weights {
		if !(w >= 0) || math.IsInf(w, 1) {
			return nil, fmt.Errorf("%s: weight %d is %s, want a finite number ≥ 0", kind, i+1, text(w))
		}
		sum += w
	}
	if !(sum > 0) || math.IsInf(sum, 1) {
		return nil, fmt.Errorf("%s: the weights add up to %s, want a finite sum above 0", kind, text(sum))
	}
	cum := make([]float64, len(weights))
	acc, last := 0.0, 0
	for i, w := range weights {
		acc += w
		cum[i] = acc / sum
		if w > 0 {
			last = i
		}
	}
	for i := last; i < len(cum); i++ {
		cum[i] = 1 // rounding must not leave a uniform above the last share
	}
	return cum, nil
}

// text writes a number as briefly as it reads back.
func text(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// list writes numbers as a list of a scenario file.
func list(xs ...float64) string {
	parts := make([]string, len(xs))
	for i, x := range xs {
		parts[i] = text(x)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
