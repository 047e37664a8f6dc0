package score

import (
	"cmp"
	"slices"
)

// A Bin holds forecasts of about the same probability, and how often the event
// came among them.
type Bin struct {
	Cases    int
	Events   int     // by year t
	Forecast float64 // mean probability
	Observed float64 // 1 − Kaplan–Meier
	Lo, Hi   float64 // 95 % interval of Observed
}

// Calibration sorts forecasts for year t into bins of about the same number of
// cases, the lowest first.
func Calibration(spells []Spell, p []float64, t float64, bins int) []Bin {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	var out []Bin
	for b := range bins {
		in := order[b*len(order)/bins : (b+1)*len(order)/bins]
		if len(in) == 0 {
			continue
		}
		bin := Bin{Cases: len(in)}
		var picked []Spell
		for _, i := range in {
			bin.Forecast += p[i] / float64(len(in))
			picked = append(picked, spells[i])
			if spells[i].Happened(t) {
				bin.Events++
			}
		}
		alive := KaplanMeier(picked)
		lo, hi := alive.Interval(t)
		bin.Observed, bin.Lo, bin.Hi = 1-alive.At(t), 1-hi, 1-lo
		if lo == hi {
			bin.Lo, bin.Hi = extreme(bin.Observed, len(in))
		}
		out = append(out, bin)
	}
	return out
}

// extreme is the 95 % interval of a share that is 0 or 1 in n cases, by the
// rule of three: 3/n (J. A. Hanley and A. Lippman-Hand, JAMA 249, 1983).
func extreme(share float64, n int) (lo, hi float64) {
	third := min(1, 3/float64(n))
	if share < 0.5 {
		return 0, third
	}
	return 1 - third, 1
}
