package plots

import "math"

// drawTogether lays out few packages in one plot, as figure breach does: from
// left to right percentages, steps, labels at their ends; below years and events.
func (h hazards) drawTogether(p *page, in box) error {
	const (
		tickRow = 50
		leader  = 74
	)
	t := p.theme
	labels := h.labels()
	ticks := p.lang.percentTicks(h.top(), 6)
	tickStyle := style{regular, t.Tick, t.Quiet}
	plot := in
	plot.x0 += p.tickWidth(ticks, tickStyle) + 14
	plot.y0 += ascent * t.Tick / 2
	plot.y1 -= tickRow

	plot, tl, err := p.fitTimeline(labels, h.events, h.set.Scenario.HorizonYears, in, plot, leader, tickRow)
	if err != nil {
		return err
	}
	column, placed, more, x := tl.column, tl.placed, tl.more, tl.x
	y := scale{0, ticks[len(ticks)-1].value, plot.y1, plot.y0}

	p.yGrid(ticks, y, plot, plot.x1, tickStyle)
	for _, e := range placed {
		p.drawGuides(e.years, x, plot)
	}
	p.xTicks(h.set, x, plot, tickStyle)
	p.drawEvents(placed, more, x, plot.y1+tickRow, h.ofPackage(t))

	for i, steps := range h.steps {
		p.drawStepBand(steps, x, y, veil(h.looks[i].Fill))
	}
	for i, steps := range h.steps {
		p.line(pen{h.looks[i].Mark, 4.5, h.looks[i].dash}, stairs(steps, x, y)...)
	}
	h.drawPeaks(p, x, y, plot)
	for i := range labels {
		labels[i].want = y.at(h.last(i).mean)
	}
	p.drawEndLabels(labels, column, plot.x1+10, plot.x1+leader, plot.y0-t.Tick/2, plot.y1+tickRow/2)
	return nil
}

func (h hazards) labels() []endLabel {
	out := make([]endLabel, len(h.looks))
	for i, p := range h.set.Packages {
		end := h.last(i)
		out[i] = endLabel{
			number: h.lang.percent(end.mean, end.stdErr), name: nameOf(p),
			mark: h.looks[i].Mark, words: h.looks[i].Word,
		}
	}
	return out
}

// drawPeaks marks the highest step of each package, and writes its number beside
// the marker where it stands on nothing else. The number at the end needs none.
func (h hazards) drawPeaks(p *page, x, y scale, plot box) {
	st := style{bold, 26, nil}
	var taken []box
	for i := range h.steps {
		at := h.drawPeak(p, i, x, y, 9)
		hi := y.at(h.steps[i][h.peak(i)].hi) - 3 // of the band
		taken = append(taken, box{at.x - 12, math.Min(at.y-12, hi), at.x + 12, at.y + 12})
	}
	for i, steps := range h.steps {
		k := h.peak(i)
		if k == len(steps)-1 {
			continue
		}
		number := h.lang.percent(steps[k].mean, steps[k].stdErr)
		w, hgt := p.width(number, st), blockHeight(1, st.size)
		m := taken[i]
		for _, b := range []box{
			{m.x1 + 2, m.y0 - hgt, m.x1 + 2 + w, m.y0},
			{(m.x0+m.x1)/2 - w/2, m.y0 - hgt - 4, (m.x0+m.x1)/2 + w/2, m.y0 - 4},
			{m.x0 - 2 - w, m.y0 - hgt, m.x0 - 2, m.y0},
			{m.x1 + 2, m.y1, m.x1 + 2 + w, m.y1 + hgt},
		} {
			if b.x0 < plot.x0+4 || b.x1 > plot.x1-4 || b.y0 < plot.y0-hgt || b.y1 > plot.y1 || meets(b, taken) || h.crosses(b, x, y) {
				continue
			}
			p.rect(b, p.theme.Paper)
			p.lines([]string{number}, b.x0, b.y0, left, style{st.weight, st.size, h.looks[i].Word})
			taken = append(taken, b)
			break
		}
	}
}

func meets(b box, of []box) bool {
	for _, o := range of {
		if b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 {
			return true
		}
	}
	return false
}

// crosses reports whether a step of any package runs through a box.
func (h hazards) crosses(b box, x, y scale) bool {
	const air = 4
	for _, steps := range h.steps {
		pts := stairs(steps, x, y)
		for i := range pts[1:] {
			a, c := pts[i], pts[i+1]
			run := box{math.Min(a.x, c.x) - air, math.Min(a.y, c.y) - air, math.Max(a.x, c.x) + air, math.Max(a.y, c.y) + air}
			if meets(b, []box{run}) {
				return true
			}
		}
	}
	return false
}
