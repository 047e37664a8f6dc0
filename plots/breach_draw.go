package plots

import (
	"image/color"
	"math"
	"sort"

	"steadfast/sim/estimate"
)

// draw lays out, from left to right: percentages, lines, bars at the horizon if
// the bands are not drawn, labels; below them years and events.
func (b breach) draw(p *page, in box) error {
	const (
		tickRow = 50
		stripIn = 26 // from the plot to the first bar
		leader  = 74
		header  = 34
	)
	t := p.theme
	labels := b.labels()
	strip, pitch := 0.0, 0.0
	if !b.banded {
		pitch = math.Min(18, 300/float64(len(labels)))
		strip = stripIn + pitch*float64(len(labels))
		in.y0 += header
	}
	ticks := p.lang.percentTicks(b.top(), 6)
	tickStyle := style{regular, t.Tick, t.Quiet}
	plot := in
	plot.x0 += p.tickWidth(ticks, tickStyle) + 14
	plot.y0 += ascent * t.Tick / 2
	plot.y1 -= tickRow

	plot, tl, err := p.fitTimeline(labels, b.events, b.set.Scenario.HorizonYears, in, plot, leader+strip, tickRow)
	if err != nil {
		return err
	}
	column, placed, more, x := tl.column, tl.placed, tl.more, tl.x
	y := scale{0, ticks[len(ticks)-1].value, plot.y1, plot.y0}

	p.yGrid(ticks, y, plot, plot.x1+strip, tickStyle)
	for _, e := range placed {
		p.drawGuides(e.years, x, plot)
	}
	p.xTicks(b.set, x, plot, tickStyle)
	p.drawEvents(placed, more, x, plot.y1+tickRow, b.eventColour(t))

	b.drawBands(p, x, y)
	b.drawLines(p, x, y)
	for i := range labels {
		labels[i].want = y.at(b.set.Packages[i].Risk.Mean)
	}
	from := plot.x1 + 10
	if !b.banded {
		p.text(p.lang.Terms.OfCases.text(), plot.x1+8, plot.y0-header+4, left, style{regular, 24, t.Quiet})
		ends := make([]estimate.Summary, len(b.looks))
		for i, pkg := range b.set.Packages {
			n := len(pkg.Monthly.P10) - 1
			ends[i] = estimate.Summary{Mean: pkg.Risk.Mean, P10: pkg.Monthly.P10[n], P90: pkg.Monthly.P90[n]}
		}
		p.rangeStrip(ends, b.looks, y, plot.x1+stripIn, pitch)
		from = plot.x1 + strip
	}
	p.drawEndLabels(labels, column, from, plot.x1+strip+leader, plot.y0-t.Tick/2, plot.y1+tickRow/2)
	return nil
}

func (b breach) top() float64 {
	var top float64
	for _, p := range b.set.Packages {
		top = math.Max(top, p.Risk.Mean)
		curve := p.Monthly.P90
		if !b.banded {
			curve = curve[len(curve)-1:]
		}
		for _, v := range curve {
			top = math.Max(top, v)
		}
	}
	return math.Max(top, 0.001)
}

func (b breach) labels() []endLabel {
	out := make([]endLabel, len(b.looks))
	for i, p := range b.set.Packages {
		out[i] = endLabel{
			number: b.lang.percent(p.Risk.Mean, p.Risk.StdErr), name: nameOf(p),
			mark: b.looks[i].Mark, words: b.looks[i].Word,
		}
	}
	return out
}

// eventColour gives an event of one package that package's colour.
func (b breach) eventColour(t Theme) func(event) (mark, words color.RGBA) {
	return func(e event) (mark, words color.RGBA) {
		for i, p := range b.set.Packages {
			if p.ID == e.pkg {
				return b.looks[i].Mark, b.looks[i].Word
			}
		}
		return t.Quiet, t.Quiet
	}
}

func (b breach) drawBands(p *page, x, y scale) {
	if !b.banded {
		return
	}
	// The widest first, so that none hides another.
	order := make([]int, len(b.looks))
	for i := range order {
		order[i] = i
	}
	top := func(i int) float64 { return b.set.Packages[i].Risk.P90 }
	sort.SliceStable(order, func(i, j int) bool { return top(order[i]) > top(order[j]) })
	for _, i := range order {
		pkg := b.set.Packages[i]
		band := []point{{x.at(0), y.at(0)}}
		n := len(pkg.Monthly.P90)
		for m, v := range pkg.Monthly.P90 {
			band = append(band, point{x.at(float64(m+1) / 12), y.at(v)})
		}
		for m := n - 1; m >= 0; m-- {
			band = append(band, point{x.at(float64(m+1) / 12), y.at(pkg.Monthly.P10[m])})
		}
		p.polygon(band, veil(b.looks[i].Fill))
	}
	// The edges keep overlapping bands apart.
	for i, pkg := range b.set.Packages {
		for _, curve := range [][]float64{pkg.Monthly.P10, pkg.Monthly.P90} {
			p.line(pen{p.theme.tint(b.looks[i].Mark, 0.55), 1.5, b.looks[i].dash}, b.curve(curve, x, y)...)
		}
	}
}

func (b breach) curve(c []float64, x, y scale) []point {
	pts := []point{{x.at(0), y.at(0)}}
	for m, v := range c {
		pts = append(pts, point{x.at(float64(m+1) / 12), y.at(v)})
	}
	return pts
}

func (b breach) drawLines(p *page, x, y scale) {
	n := len(b.looks)
	for i, pkg := range b.set.Packages {
		p.line(pen{b.looks[i].Mark, 4.5, b.looks[i].dash}, b.curve(pkg.Monthly.Mean, x, y)...)
	}
	// Markers at staggered months, so that those of near lines do not coincide.
	for i, pkg := range b.set.Packages {
		months := len(pkg.Monthly.Mean)
		for _, third := range []float64{1, 2} {
			share := third/3 + (float64(i)+0.5)/float64(n)/4 - 0.125
			m := min(int(share*float64(months)), months-1)
			p.mark(b.looks[i].marker, x.at(float64(m+1)/12), y.at(pkg.Monthly.Mean[m]), 8, b.looks[i].Mark)
		}
		if b.banded {
			p.mark(b.looks[i].marker, x.at(float64(months)/12), y.at(pkg.Monthly.Mean[months-1]), 9, b.looks[i].Mark)
		}
	}
}
