package sensitivity

import (
	"cmp"
	"slices"
)

// ascending returns the cases in the order of their values; of equal values
// the earlier case is first.
func ascending(values []float64) []int {
	order := make([]int, len(values))
	for c := range order {
		order[c] = c
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(values[a], values[b]), a-b)
	})
	return order
}

// centredRanks returns each value's rank, 1 the smallest and ties the average,
// less the mean rank (n+1)/2. They are multiples of one half, so that sums of
// their products are exact in any order.
func centredRanks(values []float64) []float64 {
	ranks := make([]float64, len(values))
	order := ascending(values)
	middle := float64(len(values)-1) / 2
	for first := 0; first < len(order); {
		last := tieEnd(values, order, first)
		for _, c := range order[first:last] {
			ranks[c] = float64(first+last-1)/2 - middle
		}
		first = last
	}
	return ranks
}

// tieEnd returns the place after the last of the values equal to the one at
// place first of the order.
func tieEnd(values []float64, order []int, first int) int {
	last := first + 1
	for last < len(order) && values[order[last]] == values[order[first]] {
		last++
	}
	return last
}

// distinct returns how many different values there are, and how often the most
// frequent of them comes.
func distinct(values []float64) (different, most int) {
	order := ascending(values)
	for first := 0; first < len(order); {
		last := tieEnd(values, order, first)
		different, most = different+1, max(most, last-first)
		first = last
	}
	return different, most
}
