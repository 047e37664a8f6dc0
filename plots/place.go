package plots

import "sort"

// spread places labels on a line without overlap: label i has the height
// heights[i], and a point anchors[i] below its top edge that wants to be at
// want[i]; all labels must lie between lo and hi. It returns where the anchors
// come to lie: nearest to what is wanted, in the sum of squares, in the order of
// want (equals keep theirs), by pooling adjacent violators. Where the labels do
// not fit, they are pressed together evenly and ok is false.
//
// Source: Barlow et al., Statistical Inference under Order Restrictions (1972),
// §1.2, on the wants less the heights stacked before them.
func spread(want, heights, anchors []float64, lo, hi float64) (at []float64, ok bool) {
	n := len(want)
	order := make([]int, n)
	var total float64
	for i := range order {
		order[i] = i
		total += heights[i]
	}
	sort.SliceStable(order, func(a, b int) bool { return want[order[a]] < want[order[b]] })

	squeeze := 1.0
	if total > hi-lo {
		squeeze = (hi - lo) / total
	}
	type pool struct{ sum, n float64 }
	var pools []pool
	before := make([]float64, n) // height stacked before the anchor of the k-th
	stacked := 0.0
	for k, i := range order {
		before[k] = stacked + squeeze*anchors[i]
		stacked += squeeze * heights[i]
		pools = append(pools, pool{want[i] - before[k], 1})
		for m := len(pools); m > 1 && pools[m-2].sum/pools[m-2].n >= pools[m-1].sum/pools[m-1].n; m-- {
			pools[m-2] = pool{pools[m-2].sum + pools[m-1].sum, pools[m-2].n + pools[m-1].n}
			pools = pools[:m-1]
		}
	}
	at = make([]float64, n)
	k := 0
	for _, q := range pools {
		base := min(max(q.sum/q.n, lo), max(lo, hi-stacked))
		for range int(q.n) {
			at[order[k]] = base + before[k]
			k++
		}
	}
	return at, squeeze == 1
}
