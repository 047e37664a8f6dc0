package plots

import (
	"math"

	"steadfast/sim/estimate"
)

func (o *tradeoff) draw(p *page, in box) error {
	s := scatter{
		x:     chartAxis{o.lang.Tradeoff.X.text(), o.lang.percentTicks(o.right(), 10)},
		y:     chartAxis{o.lang.Tradeoff.Y.text(), o.lang.percentTicks(o.top(), 8)},
		under: o.under,
	}
	for i, pkg := range o.set.Packages {
		s.spots = append(s.spots, spot{o.chance(i), o.risk(i), nameOf(pkg), o.looks[i], o.frontier[i]})
	}
	return s.draw(p, in)
}

func (o *tradeoff) top() float64 {
	return o.end(func(i int) estimate.Summary { return o.set.Packages[i].Risk })
}

func (o *tradeoff) right() float64 {
	return o.end(func(i int) estimate.Summary { return o.set.Packages[i].Feasibility })
}

// end is the largest number to be shown of a quantity.
func (o *tradeoff) end(of func(i int) estimate.Summary) float64 {
	top := 0.001
	for i := range o.looks {
		top = math.Max(top, of(i).Mean)
		if o.whiskers {
			top = math.Max(top, of(i).P90)
		}
	}
	return math.Min(top*headroom, 1)
}

// headroom keeps the highest mark off the edge of the plot.
const headroom = 1.06

// under draws the lines of equal peace, the ranges over cases, and the frontier.
func (o *tradeoff) under(p *page, x, y scale, plot box) underlay {
	steps := o.steps(x, y)
	u := underlay{lines: [][]point{steps}}
	var ranges [][]box
	for i := range o.looks {
		if o.whiskers {
			ranges = append(ranges, o.whiskersOf(i, x, y))
			u.bars = append(u.bars, ranges[i]...)
		}
	}
	u.draw = func(words []box) {
		avoid := append(append([]box(nil), words...), u.bars...)
		for i := range o.looks {
			avoid = append(avoid, around(point{x.at(o.chance(i)), y.at(o.risk(i))}, spotRadius+4))
		}
		for i := 1; i < len(steps); i++ {
			a, b := steps[i-1], steps[i]
			avoid = append(avoid, box{math.Min(a.x, b.x) - 4, math.Min(a.y, b.y) - 4, math.Max(a.x, b.x) + 4, math.Max(a.y, b.y) + 4})
		}
		o.drawIsolines(p, x, y, plot, words, avoid)
		for i, bars := range ranges {
			for _, b := range bars {
				p.rect(b, p.theme.tint(o.looks[i].Mark, 0.45))
				p.occupy(b)
			}
		}
		p.line(pen{color: p.theme.Ink, width: 3}, steps...)
	}
	return u
}

// drawIsolines draws the lines of equal peace, with gaps for words and for their
// own labels.
func (o *tradeoff) drawIsolines(p *page, x, y scale, plot box, words, avoid []box) {
	st := style{regular, 24, p.theme.Quiet}
	lines, names := o.isolines(x, y)
	labels := p.placeContourLabels(lines, names, st, plot, avoid)
	gaps := append([]box(nil), words...)
	for _, l := range labels {
		gaps = append(gaps, l.box)
	}
	for _, l := range lines {
		parts := [][]point{l.pts}
		for _, g := range gaps {
			var cut [][]point
			for _, part := range parts {
				cut = append(cut, outside(part, g)...)
			}
			parts = cut
		}
		for _, part := range parts {
			p.line(pen{color: p.theme.tint(p.theme.Axis, 0.75), width: 1.5}, part...)
		}
	}
	for _, l := range labels {
		p.linesAbout([]string{l.text}, l.middle.x, l.middle.y, centre, st)
	}
}

// around is the square about a point.
func around(q point, half float64) box { return box{q.x - half, q.y - half, q.x + half, q.y + half} }

// whiskersOf are the 80 % ranges over cases through the mark of a package.
func (o *tradeoff) whiskersOf(i int, x, y scale) []box {
	const half = 4.5
	pkg := o.set.Packages[i]
	cx, cy := x.at(pkg.Feasibility.Mean), y.at(pkg.Risk.Mean)
	return []box{
		{x.at(pkg.Feasibility.P10), cy - half, x.at(pkg.Feasibility.P90), cy + half},
		{cx - half, y.at(pkg.Risk.P90), cx + half, y.at(pkg.Risk.P10)},
	}
}

// steps is the frontier: below and right of it lies what no package offers.
func (o *tradeoff) steps(x, y scale) []point {
	var pts []point
	for k, i := range o.order {
		q := point{x.at(o.chance(i)), y.at(o.risk(i))}
		if k > 0 {
			pts = append(pts, point{pts[len(pts)-1].x, q.y})
		}
		pts = append(pts, q)
	}
	return pts
}

// isolines are the lines of equal peace at round levels: at a chance F of
// adoption the risk R₀ − (level − (1 − R₀))/F.
func (o *tradeoff) isolines(x, y scale) (lines []contourLine, names []string) {
	rest := 1 - o.risk(o.fallback)
	least, most := math.Min(rest, o.peace(x.hi, y.hi)), math.Max(rest, o.peace(x.hi, 0))
	step := 0.1
	for _, s := range []float64{0.001, 0.002, 0.005, 0.01, 0.02, 0.05} {
		if (most-least)/s <= 9 {
			step = s
			break
		}
	}
	for k := math.Ceil(least/step + 1e-6); k*step < most-1e-6; k++ {
		level := k * step
		var pts []point
		const n = 96
		for i := 1; i <= n; i++ {
			f := x.hi * float64(i) / n
			pts = append(pts, point{x.at(f), y.at(1 - rest - (level-rest)/f)})
		}
		// What lies beyond the plot is cut off where the line enters it.
		for _, part := range clipped(pts, box{x.a, y.b, x.b, y.a}) {
			lines = append(lines, contourLine{len(names), part})
		}
		digits := max(0, int(math.Ceil(-math.Log10(100*step)-1e-9)))
		names = append(names, o.lang.Tradeoff.Peace.with("peace", o.lang.Percent.with("n", o.lang.fixed(100*level, digits))))
	}
	return lines, names
}

// clipped cuts out of a polyline what lies out of a box.
func clipped(pts []point, in box) [][]point {
	var out [][]point
	var run []point
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		from, to, ok := within(a, b, in)
		at := func(share float64) point { return point{a.x + share*(b.x-a.x), a.y + share*(b.y-a.y)} }
		if ok && run == nil {
			run = []point{at(from)}
		}
		if ok {
			run = append(run, at(to))
		}
		if (!ok || to < 1) && len(run) > 1 {
			out = append(out, run)
			run = nil
		}
	}
	if len(run) > 1 {
		out = append(out, run)
	}
	return out
}
