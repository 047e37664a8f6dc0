package plots

import "math"

// drawEnds writes the labels beside the outermost marks of a row.
func (d drivers) drawEnds(p *page, r driverRow, x scale, y, size float64) {
	st := style{regular, size, p.theme.Quiet}
	lo, hi := r.extent()
	base := y + (ascent-descent)/2*size
	p.text(r.left, x.at(lo)-endGap, base, right, st)
	p.text(r.right, x.at(hi)+endGap, base, left, st)
}

// driverMarks draws the marks of a row about y, bars so high.
func (p *page) driverMarks(r driverRow, ink Ink, x scale, y, high float64) {
	const rim = 1.5 // between two lanes
	t := p.theme
	for _, q := range r.parts {
		at, half := y, high/2
		if q.lane != 0 {
			half = high/4 - rim/2
			at += float64(q.lane) * (high/4 + rim/2)
		}
		a, b := x.at(math.Min(q.from, q.to)), x.at(math.Max(q.from, q.to))
		bar := box{a, at - half, b, at + half}
		radius := math.Min(0.32*high, 13)
		switch q.kind {
		case solidBar:
			p.rect(bar, ink.Mark)
		case lightBar:
			p.rect(bar, t.tint(ink.Mark, 0.42))
		case hollowBar:
			p.rect(bar, ink.Mark)
			const edge = 2.5
			if b-a > 2*edge {
				p.rect(box{a + edge, bar.y0 + edge, b - edge, bar.y1 - edge}, t.tint(ink.Mark, 0.14))
			}
		case errorBar:
			p.whisker(a, b, at, math.Min(half, 9), r.clear, q.lane == 0)
			bar = box{a, at - 4, b, at + 4}
		case stem:
			p.line(pen{color: t.tint(ink.Mark, 0.5), width: 3}, point{a, at}, point{b, at})
			bar = box{a, at - 2, b, at + 2}
		case filledDot:
			p.mark(disc, a, at, radius, ink.Mark)
			continue
		case hollowDot:
			p.disc(a, at, radius, t.Paper)
			p.circle(a, at, radius-1.5, pen{color: t.Axis, width: 3})
			bar = box{a - radius, at - radius, a + radius, at + radius}
		case gem:
			p.mark(diamond, a, at, 0.75*radius, t.Ink)
			continue
		}
		p.occupy(bar)
	}
}

// whisker draws an interval over a bar, set off from it by a rim of paper where
// the bar is high enough for one.
func (p *page) whisker(a, b, y, half float64, clear, rim bool) {
	c := p.theme.Ink
	if !clear {
		c = p.theme.Axis
	}
	if b-a < 1 {
		return // nothing to see
	}
	if rim {
		p.rect(box{a - 1.5, y - 3.5, b + 1.5, y + 3.5}, p.theme.Paper)
	}
	p.rect(box{a, y - 1.5, b, y + 1.5}, c)
	for _, end := range []float64{a, b} {
		p.rect(box{end - 1.25, y - half*0.7, end + 1.25, y + half*0.7}, c)
	}
}
