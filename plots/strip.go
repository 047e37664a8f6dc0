package plots

import (
	"math"
	"sort"

	"steadfast/sim/estimate"
)

// rangeStrip draws beside a plot, from x on, a bar a package over its 80 % range
// at the end of its line and a marker at the mean, the highest first, with
// leaders from the line ends.
func (p *page) rangeStrip(ends []estimate.Summary, looks []look, y scale, x, pitch float64) {
	order := make([]int, len(ends))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return ends[order[i]].Mean > ends[order[j]].Mean })
	end := x + pitch*float64(len(order))
	for _, i := range order {
		mean := y.at(ends[i].Mean)
		p.line(pen{color: looks[i].Mark, width: 2}, point{x - 26, mean}, point{end, mean})
	}
	for k, i := range order {
		at := x + pitch*(float64(k)+0.5)
		lo, hi := y.at(ends[i].P10), y.at(ends[i].P90)
		half := pitch * 0.27
		p.rect(box{at - half, hi, at + half, lo}, p.theme.tint(looks[i].Mark, 0.6))
		p.occupy(box{at - half, hi, at + half, lo})
	}
	for k, i := range order {
		p.mark(looks[i].marker, x+pitch*(float64(k)+0.5), y.at(ends[i].Mean), math.Min(8, pitch*0.45), looks[i].Mark)
	}
}
