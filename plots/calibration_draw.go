package plots

import (
	"math"

	"steadfast/sim/result"
)

// Lengths of a panel of the calibration, in design units.
const (
	calibrationGap    = 90 // between panels
	calibrationStroke = 22 // of a single arrangement
	binLabelGap       = 20 // between the labels of bins
	binLabelRise      = 56 // from the plot to the labels, for their leaders to be steep
)

// draw lays the panels out side by side, or below each other where that makes
// them larger.
func (c *calibration) draw(p *page, in box) error {
	n := float64(len(c.panels))
	wide := box{in.x0, in.y0, in.x0 + (in.width()-(n-1)*calibrationGap)/n, in.y1}
	high := box{in.x0, in.y0, in.x1, in.y0 + (in.height()-(n-1)*calibrationGap/2)/n}
	for i, panel := range c.panels {
		room := wide
		if math.Min(high.width(), high.height()) > math.Min(wide.width(), wide.height()) {
			room = high
			step := float64(i) * (high.height() + calibrationGap/2)
			room.y0, room.y1 = room.y0+step, room.y1+step
		} else {
			step := float64(i) * (wide.width() + calibrationGap)
			room.x0, room.x1 = room.x0+step, room.x1+step
		}
		c.drawPanel(p, panel, room)
	}
	return nil
}

// drawPanel draws one set: its name and score, the bins against the diagonal,
// and the single arrangements above and below.
func (c *calibration) drawPanel(p *page, panel calibrationPanel, in box) {
	t, says := p.theme, c.lang.Calibration
	name, note := style{semibold, t.Label - 2, t.Ink}, style{regular, t.Tick, t.Quiet}
	for p.width(c.name(panel), name) > in.width() && name.size > t.Least {
		name.size--
	}
	y := p.lines([]string{c.name(panel)}, in.x0, in.y0, left, name)
	score := says.Score.with("wars", c.lang.counted(c.lang.Counts.Wars, panel.score.Events), "dyads", c.lang.counted(c.lang.Counts.Dyads, panel.score.Dyads), "skill", c.skill(panel))
	lines := p.wrap(score, note, in.width())
	y = p.lines(lines, in.x0, y+6, left, note)

	axis := style{regular, t.Tick, t.Quiet}
	ticks := c.lang.percentTicks(1, 4)
	yName := p.wrap(says.Y.text(), axis, in.width())
	yTop := p.lines(yName, in.x0, y+18, left, axis)
	labels := binLabelHeight(p)
	last := p.width(ticks[len(ticks)-1].label, axis)
	plot := box{in.x0 + last + 18, yTop + labels + binLabelRise, in.x1 - last/2, in.y1 - 2*leading*t.Tick - 20}
	x, up := scale{0, 1, plot.x0, plot.x1}, scale{0, 1, plot.y1, plot.y0}
	for i, tick := range ticks {
		ln := pen{color: t.Grid, width: 2}
		if i == 0 {
			ln.color = t.Axis
		}
		p.line(ln, point{plot.x0, up.at(tick.value)}, point{plot.x1, up.at(tick.value)})
		p.line(pen{color: t.Grid, width: 2}, point{x.at(tick.value), plot.y0}, point{x.at(tick.value), plot.y1})
		p.linesAbout([]string{tick.label}, plot.x0-12, up.at(tick.value), right, axis)
		p.text(tick.label, x.at(tick.value), plot.y1+14+ascent*axis.size, centre, axis)
	}
	p.text(says.X.text(), plot.x1, plot.y1+14+(leading+ascent)*axis.size+4, right, axis)
	p.line(pen{t.Axis, 3, []float64{12, 9}}, point{x.at(0), up.at(0)}, point{x.at(1), up.at(1)})
	c.drawBins(p, panel, x, up, plot)
	c.drawSingles(p, panel, x, plot)
}

// drawSingles draws a stroke an arrangement: those with war hang from the top,
// those without stand on the ground.
func (c *calibration) drawSingles(p *page, panel calibrationPanel, x scale, plot box) {
	for _, s := range panel.single {
		at := x.at(s.p)
		ln := pen{color: p.theme.Held, width: 3}
		from, to := plot.y1, plot.y1-calibrationStroke
		if s.war {
			ln.color, from, to = p.theme.Major, plot.y0, plot.y0+calibrationStroke
		}
		p.line(ln, point{at, from}, point{at, to})
		p.occupy(box{at - 1.5, math.Min(from, to), at + 1.5, math.Max(from, to)})
	}
}

// binLabelHeight is the height of the labels above a panel.
func binLabelHeight(p *page) float64 { return blockHeight(1, p.theme.Tick) }

// binLabels are the labels of bins in the largest size in which they stand side
// by side: how many wars of how many arrangements, or where even the least is too
// large for that, how many wars.
func (c *calibration) binLabels(p *page, bins []result.Bin, width float64) (labels []string, st style) {
	for _, whole := range []bool{true, false} {
		for size := p.theme.Tick; size >= p.theme.Least; size-- {
			labels, st = nil, style{semibold, size, nil}
			total := 0.0
			for _, b := range bins {
				label := c.lang.count(b.Events)
				if whole {
					label = c.lang.Calibration.Bin.with("wars", label, "arrangements", c.lang.count(b.Arrangements))
				}
				labels = append(labels, label)
				total += p.width(label, st) + binLabelGap
			}
			if total <= width {
				return labels, st
			}
		}
	}
	return labels, st
}

// drawBins draws the bins: a bar over the interval, a dot at what happened, and
// above the plot how many of how many.
func (c *calibration) drawBins(p *page, panel calibrationPanel, x, up scale, plot box) {
	t := p.theme
	ink := t.Palette[3%len(t.Palette)]
	left, right := plot.x0-30, plot.x1+20
	labels, st := c.binLabels(p, panel.bins, right-left)
	st.color = ink.Word
	var want, widths, anchors []float64
	for i, b := range panel.bins {
		w := p.width(labels[i], st) + binLabelGap
		want, widths, anchors = append(want, x.at(b.Forecast)), append(widths, w), append(anchors, w/2)
	}
	at, _ := spread(want, widths, anchors, left, right)
	base := plot.y0 - binLabelRise + 10
	for i, b := range panel.bins {
		middle := x.at(b.Forecast)
		bar := box{middle - 7, up.at(b.Hi), middle + 7, up.at(b.Lo)}
		p.line(pen{color: t.tint(ink.Mark, 0.6), width: 2}, point{at[i], base + 6}, point{middle, plot.y0 - 2})
		p.line(pen{t.tint(ink.Mark, 0.6), 2, []float64{4, 6}}, point{middle, plot.y0}, point{middle, bar.y0})
		p.rect(bar, t.tint(ink.Mark, 0.45))
		p.occupy(bar)
	}
	for i, b := range panel.bins {
		p.mark(disc, x.at(b.Forecast), up.at(b.Observed), 12, ink.Mark)
		p.text(labels[i], at[i], base, centre, st)
	}
}
