package plots

import "math"

const costNote = 24 // size of the words along the frontier

func (c *costs) draw(p *page, in box) error {
	var s scatter
	x0, x1, y0, y1 := c.span()
	s.x = chartAxis{c.lang.Cost.X.text(), c.lang.wholeTicks(x0, x1, 10)}
	s.y = chartAxis{c.lang.Cost.Y.with("package", nameOf(c.set.Packages[c.baseline])), c.lang.wholeTicks(y0, y1, 8)}
	s.under = c.under
	for i, pkg := range c.set.Packages {
		s.spots = append(s.spots, spot{c.cost(i), 100 * c.gain[i].Mean, nameOf(pkg), c.looks[i], c.standing[i] == onFrontier})
	}
	return s.draw(p, in)
}

// span is what the axes have to hold: bn EUR and percentage points, zero on both
// included, with some room at the ends that are not zero.
func (c *costs) span() (x0, x1, y0, y1 float64) {
	for i, p := range c.set.Packages {
		x0, x1 = math.Min(x0, p.Cost.Mean), math.Max(x1, p.Cost.Mean)
		y0, y1 = math.Min(y0, c.gain[i].Mean), math.Max(y1, c.gain[i].Mean)
		if c.whiskers {
			x0, x1 = math.Min(x0, p.Cost.P10), math.Max(x1, p.Cost.P90)
			y0, y1 = math.Min(y0, c.gain[i].Lo), math.Max(y1, c.gain[i].Hi)
		}
	}
	wide := func(lo, hi, least float64) (float64, float64) {
		if hi-lo < least {
			return lo, lo + least
		}
		const room = headroom - 1
		pad := room * (hi - lo)
		if lo < 0 {
			lo -= pad
		}
		return lo, hi + pad
	}
	x0, x1 = wide(x0, x1, 1e-6)
	y0, y1 = wide(100*y0, 100*y1, 0.1)
	return x0, x1, y0, y1
}

// under draws the ranges and the frontier, and names the price of its parts.
func (c *costs) under(p *page, x, y scale, _ box) underlay {
	t := p.theme
	at := func(i int) point { return point{x.at(c.cost(i)), y.at(100 * c.gain[i].Mean)} }
	var u underlay
	var line []point
	for _, i := range c.frontier {
		line = append(line, at(i))
	}
	u.lines = [][]point{line}
	st := style{semibold, costNote, t.Ink}
	for _, s := range c.steps {
		says := c.lang.Cost.PerPoint
		if s.tied {
			says = c.lang.Cost.PerPointTied
		}
		words := says.with("cost", c.lang.bn(s.perPoint))
		n := note{style: st, radius: 2, leader: t.Quiet, blocks: []textBlock{{[]string{words}, p.width(words, st)}}}
		a, b := at(s.from), at(s.to)
		for _, share := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
			n.anchors = append(n.anchors, point{a.x + share*(b.x-a.x), a.y + share*(b.y-a.y)})
		}
		u.notes = append(u.notes, n)
	}
	var ranges [][]box
	for i := range c.looks {
		if c.whiskers {
			ranges = append(ranges, c.rangesOf(i, x, y))
			u.bars = append(u.bars, ranges[i]...)
		}
	}
	u.draw = func([]box) {
		for i, bars := range ranges {
			for _, b := range bars {
				p.rect(b, t.tint(c.looks[i].Mark, 0.45))
				p.occupy(b)
			}
		}
		p.line(pen{color: t.Ink, width: 3}, line...)
	}
	return u
}

// rangesOf are the 80 % range of the cost over cases and the 95 % interval of the
// fall of the risk, through the mark of a package.
func (c *costs) rangesOf(i int, x, y scale) []box {
	const half = 4.5
	pkg, gain := c.set.Packages[i], c.gain[i]
	cx, cy := x.at(pkg.Cost.Mean), y.at(100*gain.Mean)
	return []box{
		{x.at(pkg.Cost.P10), cy - half, x.at(pkg.Cost.P90), cy + half},
		{cx - half, y.at(100 * gain.Hi), cx + half, y.at(100 * gain.Lo)},
	}
}
