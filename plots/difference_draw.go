package plots

import (
	"image/color"
	"math"
)

const (
	differenceGap  = 26 // between columns
	differenceHead = 24 // size of what stands above them
)

// differenceRows is the columns of the figure: sizes and widths in design units.
type differenceRows struct {
	size                    float64
	names                   [][]string
	name                    float64
	number, interval, share float64 // widths; share is that of one of the two
}

// fit sets names and numbers.
func (d *differences) fit(p *page, rowHeight float64) (l differenceRows, err error) {
	err = p.fitRows(len(d.rows), rowHeight, func(size, width float64, r rule) (lines int, ok bool) {
		l, lines, ok = d.setRows(p, size, width, r)
		return lines, ok
	})
	return l, err
}

func (d *differences) setRows(p *page, size, width float64, r rule) (l differenceRows, lines int, ok bool) {
	l.size = size
	st, says := style{semibold, size, nil}, d.lang.Difference
	l.share = math.Max(p.width(says.Better.text(), style{regular, differenceHead, nil}), p.width(says.Worse.text(), style{regular, differenceHead, nil}))
	for row, i := range d.rows {
		names, ok := p.setName(nameOf(d.set.Packages[i]), st, width, r)
		if !ok {
			return l, 0, false
		}
		l.names = append(l.names, names)
		l.name = math.Max(l.name, p.widest(names, st))
		lines = max(lines, len(names))
		number, interval := d.verdict(row)
		l.number = math.Max(l.number, p.width(number, style{bold, size, nil}))
		l.interval = math.Max(l.interval, p.width(interval, style{regular, size, nil}))
		better, worse := d.better(row)
		for _, v := range []float64{better, worse} {
			l.share = math.Max(l.share, p.width(d.lang.ofHundred(v), style{bold, size, nil}))
		}
	}
	return l, lines, true
}

// verdict is the number of a row, and its interval with the word on ties.
func (d *differences) verdict(row int) (number, interval string) {
	q := d.pairs[row].Difference
	says := d.lang.Difference.Interval
	if d.pairs[row].Tied {
		says = d.lang.Difference.IntervalTied
	}
	return d.lang.points(q.Mean, q.StdErr), says.with("lo", d.lang.points(q.Lo, q.StdErr), "hi", d.lang.points(q.Hi, q.StdErr))
}

// draw lays out, from left to right: marker and name, the axis with the
// intervals, the number and its interval, better and worse.
func (d *differences) draw(p *page, in box) error {
	const (
		tickRow = 48
		headRow = 2*leading*differenceHead + 4
	)
	t := p.theme
	plot := box{in.x0, in.y0 + headRow, in.x1, in.y1 - tickRow}
	height := plot.height() / float64(len(d.rows))
	l, err := d.fit(p, height)
	if err != nil {
		return err
	}
	swatch := math.Min(13, 0.34*l.size)
	nameX := in.x0 + 2*swatch + 16
	head := style{regular, differenceHead, t.Quiet}
	says := d.lang.Difference
	of := says.HeadCases.text()
	if d.futures {
		of = says.HeadFutures.text()
	}
	inPoints, interval := says.HeadPoints.text(), says.HeadInterval.text()
	worseX := in.x1
	betterX := worseX - l.share - differenceGap
	if w := p.width(of, head); worseX-betterX+l.share < w {
		betterX = worseX - w + l.share
	}
	intervalX := betterX - l.share - 1.6*differenceGap - math.Max(l.interval, p.width(interval, head))
	numberX := intervalX - 0.7*differenceGap
	plot.x0 = nameX + l.name + differenceGap
	plot.x1 = numberX - math.Max(l.number, p.width(inPoints, head)) - 1.2*differenceGap

	x, ticks := d.axis(p, plot)
	first, second := in.y0+ascent*differenceHead, in.y0+(ascent+leading)*differenceHead
	p.text(inPoints, numberX, second, right, head)
	p.text(interval, intervalX, second, left, head)
	p.text(of, worseX, first, right, head)
	p.text(says.Better.text(), betterX, second, right, head)
	p.text(says.Worse.text(), worseX, second, right, head)
	d.drawAxis(p, x, ticks, plot, second)

	for r, i := range d.rows {
		y := plot.y0 + (float64(r)+0.5)*height
		k := d.looks[i]
		p.mark(k.marker, in.x0+swatch, y, swatch, k.Mark)
		p.linesAbout(l.names[r], nameX, y, left, style{semibold, l.size, k.Word})
		d.drawInterval(p, r, x, y, math.Min(0.4*height, 0.8*l.size), swatch)
		number, interval := d.verdict(r)
		better, worse := d.better(r)
		cell := func(s string, at float64, a align, w weight, c color.Color) {
			p.linesAbout([]string{s}, at, y, a, style{w, l.size, c})
		}
		cell(number, numberX, right, bold, k.Word)
		cell(interval, intervalX, left, regular, t.Ink)
		cell(d.lang.ofHundred(better), betterX, right, bold, k.Word)
		cell(d.lang.ofHundred(worse), worseX, right, regular, t.Ink)
	}
	return nil
}

// axis is the scale in points, from tick to tick, with room for the markers at
// both ends, and as many ticks as keep clear of each other.
func (d *differences) axis(p *page, plot box) (x scale, ticks []tick) {
	const margin = 18
	lo, hi := d.span()
	st := style{regular, p.theme.Tick, nil}
	for most := 8; most >= 2; most-- {
		ticks = p.lang.signed(p.lang.wholeTicks(lo, hi, most))
		x = scale{ticks[0].value, ticks[len(ticks)-1].value, plot.x0 + margin, plot.x1 - margin}
		if x.at(ticks[1].value)-x.at(ticks[0].value) > p.tickWidth(ticks, st)+30 {
			break
		}
	}
	return x, ticks
}

// drawAxis draws ticks, and the line of the rival with its name.
func (d *differences) drawAxis(p *page, x scale, ticks []tick, plot box, base float64) {
	t := p.theme
	st := style{regular, t.Tick, t.Quiet}
	for _, tk := range ticks {
		at := x.at(tk.value)
		p.line(pen{color: t.Grid, width: 2}, point{at, plot.y0}, point{at, plot.y1})
		p.text(tk.label, at, plot.y1+14+ascent*t.Tick, centre, st)
	}
	zero := x.at(0)
	p.line(pen{color: t.Baseline.Mark, width: 3}, point{zero, plot.y0 - 4}, point{zero, plot.y1})
	name := style{semibold, differenceHead, d.looks[d.rival].Word}
	ls := p.elide(p.wrap(d.against(), name, plot.width()), 1, name, plot.width())
	half := p.widest(ls, name) / 2
	p.text(ls[0], math.Min(math.Max(zero, plot.x0+half), plot.x1-half), base, centre, name)
}

// drawInterval draws a stem from the zero line to the difference, its interval,
// and a marker, hollow where the two are tied.
func (d *differences) drawInterval(p *page, row int, x scale, y, bar, radius float64) {
	k, q := d.looks[d.rows[row]], d.pairs[row]
	const least = 3 // an interval too short to be seen is still a bar
	lo, hi := x.at(100*q.Difference.Lo), x.at(100*q.Difference.Hi)
	if thin := least - (hi - lo); thin > 0 {
		lo, hi = lo-thin/2, hi+thin/2
	}
	at := x.at(100 * q.Difference.Mean)
	p.line(pen{color: p.theme.tint(k.Mark, 0.5), width: 3}, point{x.at(0), y}, point{at, y})
	if hi-lo < 3*radius { // seen above and below the marker
		bar = math.Max(bar, 3.6*radius)
	}
	b := box{lo, y - bar/2, hi, y + bar/2}
	p.rect(b, p.theme.tint(k.Mark, 0.5))
	p.occupy(b)
	p.mark(k.marker, at, y, radius, k.Mark)
	if q.Tied {
		p.hollow(k.marker, at, y, radius)
	}
}

// hollow takes out the inside of a marker, more of it than a ring has.
func (p *page) hollow(m marker, x, y, r float64) {
	const share = 0.68
	if pts := m.corners(x, y, share*r); pts != nil {
		p.polygon(pts, p.theme.Paper)
	} else {
		p.disc(x, y, share*r, p.theme.Paper)
	}
}
