package backtest

import (
	"cmp"
	"slices"

	"steadfast/sim/history"
)

// dyads numbers the dyads by their earliest start, then by name, and returns
// the number of each arrangement's.
func dyads(arrangements []history.Arrangement) (of []int, names []string) {
	first := map[string]history.Arrangement{}
	for _, a := range arrangements {
		if f, seen := first[a.Dyad]; !seen || a.Start.Before(f.Start) {
			first[a.Dyad] = a
		}
	}
	for name := range first {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(first[a].Start.Compare(first[b].Start), cmp.Compare(a, b))
	})
	for _, a := range arrangements {
		of = append(of, slices.Index(names, a.Dyad))
	}
	return of, names
}

// halves returns the arrangements of the two halves: the dyads, sorted by their
// earliest start, belong to A and B in turn, so that no rivalry stands in both.
func halves(dyad []int) (a, b []int) {
	for i, d := range dyad {
		if d%2 == 0 {
			a = append(a, i)
		} else {
			b = append(b, i)
		}
	}
	return a, b
}

// without returns the arrangements of all dyads but one.
func without(dyad []int, left int) []int {
	var out []int
	for i, d := range dyad {
		if d != left {
			out = append(out, i)
		}
	}
	return out
}
