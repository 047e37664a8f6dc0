package score

import (
	"encoding/json"
	"math"

	"steadfast/sim/chance"
	"steadfast/sim/estimate"
)

// An Interval is a statistic with the 95 % range of its resamples.
type Interval struct {
	Value float64 `json:"value"`
	Lo    float64 `json:"lo"`
	Hi    float64 `json:"hi"`
}

// MarshalJSON writes a number that is not finite, such as the skill over a
// baseline without error, as null.
func (i Interval) MarshalJSON() ([]byte, error) {
	number := func(x float64) *float64 {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil
		}
		return &x
	}
	return json.Marshal(struct {
		Value *float64 `json:"value"`
		Lo    *float64 `json:"lo"`
		Hi    *float64 `json:"hi"`
	}{number(i.Value), number(i.Lo), number(i.Hi)})
}

// Excludes says whether x lies outside the range.
func (i Interval) Excludes(x float64) bool { return x < i.Lo || x > i.Hi }

// Resample computes statistics of items that come in clusters, with the 2.5
// and 97.5 % points over resamples of whole clusters, drawn with replacement.
// cluster has a number from 0 for each item; of computes the statistics from
// the items picked, the same number each time. One that is not finite in a
// resample is left out there (B. Efron and R. Tibshirani, An Introduction to
// the Bootstrap, 1993, chapter 8).
func Resample(cluster []int, resamples int, seed uint64, of func(pick []int) []float64) []Interval {
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
			if !math.IsNaN(x) && !math.IsInf(x, 0) {
				seen[k] = append(seen[k], x)
			}
		}
	}
	out := make([]Interval, len(value))
	for k, v := range value {
		out[k] = Interval{Value: v, Lo: v, Hi: v}
		if len(seen[k]) > 1 {
			q := estimate.Quantiles(seen[k], 0.025, 0.975)
			out[k].Lo, out[k].Hi = q[0], q[1]
		}
	}
	return out
}
