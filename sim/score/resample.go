package score

import (
	"steadfast/sim/chance"
	"steadfast/sim/estimate"
)

// Resample computes statistics of items that come in clusters, with the 2.5
// and 97.5 % points over resamples of whole clusters, drawn with replacement.
// cluster has a number from 0 for each item; of computes the statistics from
// the items picked, the same number each time. One that is not finite in a
// resample is left out there (B. Efron and R. Tibshirani, An Introduction to
// the Bootstrap, 1993, chapter 8).
func Resample(cluster []int, resamples int, seed uint64, of func(pick []int) []float64) []estimate.Interval {
	members := [][]int{}
	all := make([]int, len(cluster))
	for i, c := range cluster {
		for len(members) <= c {
			members = append(members, nil)
		}
		members[c] = append(members[c], i)
		all[i] = i
	}
	value := of(all)
	seen := make([][]float64, len(value))
	var pick []int
	for r := range resamples {
		stream := chance.New(seed, chance.Bootstrap, uint64(r), 0, 0)
		pick = pick[:0]
		for range members {
			pick = append(pick, members[int(stream.Unit()*float64(len(members)))]...)
		}
		for k, x := range of(pick) {
			if estimate.Finite(x) {
				seen[k] = append(seen[k], x)
			}
		}
	}
	out := make([]estimate.Interval, len(value))
	for k, v := range value {
		out[k] = estimate.Interval{Value: v, Lo: v, Hi: v}
		if len(seen[k]) > 1 {
			q := estimate.Quantiles(seen[k], 0.025, 0.975)
			out[k].Lo, out[k].Hi = q[0], q[1]
		}
	}
	return out
}
