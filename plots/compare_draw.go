package plots

import (
	"fmt"
	"math"

	"steadfast/sim/result"
)

// A verdict is the number and its word beside a row.
type verdict struct {
	number string
	word   []string // on the number's line if inline, else below it
	inline bool
}

// rowsLayout is the columns of a comparison: sizes and widths in design units.
type rowsLayout struct {
	size     float64
	names    [][]string
	name     float64
	verdicts []verdict
	verdict  float64
}

// fit sets names and verdicts.
func (c comparison) fit(p *page, rowHeight float64) (l rowsLayout, err error) {
	err = p.fitRows(len(c.rows), rowHeight, func(size, width float64, r rule) (lines int, ok bool) {
		l, lines, ok = c.setRows(p, size, width, r)
		return lines, ok
	})
	return l, err
}

// fitRows sets n rows in the largest size at which every row is high enough for
// what stands in it, by the rules of fitEndLabels. set lays them out with names
// of a width, and returns the lines of the highest row.
func (p *page) fitRows(n int, rowHeight float64, set func(size, width float64, r rule) (lines int, ok bool)) error {
	largest := p.theme.Label + 6
	switch {
	case n > 6:
		largest = p.theme.Label - 4
	case n > 4:
		largest = p.theme.Label + 2
	}
	for _, r := range nameRules() {
		for size := largest; size >= p.theme.Least; size -= 2 {
			for _, share := range []float64{0.14, 0.17, 0.2, 0.24, 0.3} {
				if lines, ok := set(size, share*p.w, r); ok && rowNeeds(lines, size) <= rowHeight {
					return nil
				}
			}
		}
	}
	return fmt.Errorf("%d rows do not fit under each other: plot fewer packages or on a taller canvas", n)
}

// rowNeeds is the height of a row of so many lines; more lines need more air for
// rows to stay apart.
func rowNeeds(lines int, size float64) float64 {
	return blockHeight(lines, size) + (0.2+0.2*float64(lines-1))*size
}

// setRows wraps names and verdicts into a width each, and returns the lines of
// the highest row.
func (c comparison) setRows(p *page, size, width float64, r rule) (l rowsLayout, lines int, ok bool) {
	l.size = size
	st := style{semibold, size, nil}
	for _, i := range c.rows {
		pkg := c.set.Packages[i]
		names, ok := p.setName(nameOf(pkg), st, width, r)
		if !ok {
			return l, 0, false
		}
		l.names = append(l.names, names)
		l.name = math.Max(l.name, p.widest(names, st))
		lines = max(lines, len(names))
	}
	// Words stand behind the numbers in every row, or below them in every row.
	for _, inline := range []bool{true, false} {
		l.verdicts, l.verdict = nil, 0
		for _, i := range c.rows {
			v := p.verdict(c.set.Packages[i], size, inline)
			l.verdicts = append(l.verdicts, v)
			l.verdict = math.Max(l.verdict, p.verdictWidth(v, size))
		}
		if l.verdict <= widestVerdict*p.w {
			break
		}
	}
	for _, v := range l.verdicts {
		lines = max(lines, v.lines())
	}
	return l, lines, true
}

func (v verdict) lines() int {
	if v.inline {
		return 1
	}
	return 1 + len(v.word)
}

// widestVerdict is the share of the width that a number with its word may take
// on one line.
const widestVerdict = 0.24

func (p *page) verdict(pkg result.Package, size float64, inline bool) verdict {
	number, word := p.lang.percentWithError(pkg.Risk.Mean, pkg.Risk.StdErr), tidy(pkg.Word)
	if word == "" {
		return verdict{number: number, inline: true}
	}
	v := verdict{number: p.lang.Terms.Followed.with("number", number), word: []string{word}, inline: inline}
	if !inline {
		st, width := style{regular, size, nil}, widestVerdict*p.w
		v.word = p.elide(p.wrap(word, st, width), 2, st, width)
	}
	return v
}

func (p *page) verdictWidth(v verdict, size float64) float64 {
	n := p.width(v.number, style{bold, size, nil})
	w := p.widest(v.word, style{regular, size, nil})
	if v.inline && len(v.word) > 0 {
		return n + 0.28*size + w
	}
	return math.Max(n, w)
}

func (p *page) drawVerdict(v verdict, x, middle, size float64, look look) {
	number, word := style{bold, size, look.Word}, style{regular, size, p.theme.Ink}
	top := middle - blockHeight(v.lines(), size)/2
	b := p.text(v.number, x, top+ascent*size, left, number)
	if v.inline {
		p.lines(v.word, b.x1+0.28*size, top, left, word)
	} else {
		p.lines(v.word, x, top+leading*size, left, word)
	}
}

const tieLane = 26 // between the lines of two groups of ties

// draw lays out, from left to right: marker and name, ranges, verdict, ties.
func (c comparison) draw(p *page, in box) error {
	const (
		tickRow = 48
		gap     = 30
	)
	t := p.theme
	lanes := 0
	for _, g := range c.ties {
		lanes = max(lanes, g.lane+1)
	}
	plot := box{in.x0, in.y0, in.x1, in.y1 - tickRow}
	tied, tieStyle := p.lang.Terms.Tied.text(), style{regular, 24, t.Quiet}
	if lanes > 0 {
		plot.x1 -= math.Max(float64(lanes)*tieLane+gap/2, p.width(tied, tieStyle)+gap)
		plot.y0 += 20
	}
	height := plot.height() / float64(len(c.rows))
	l, err := c.fit(p, height)
	if err != nil {
		return err
	}
	bar := math.Min(0.6*height, 1.5*l.size)
	swatch := math.Min(13, 0.34*l.size)
	nameX := in.x0 + 2*swatch + 16
	plot.x0 = nameX + l.name + gap
	plot.x1 -= l.verdict + gap

	ticks := p.lang.percentTicks(c.top(), 7)
	x := scale{0, ticks[len(ticks)-1].value, plot.x0, plot.x1}
	tickStyle := style{regular, t.Tick, t.Quiet}
	every := 1
	for p.tickWidth(ticks, tickStyle)+30 > float64(every)*(x.at(ticks[1].value)-x.a) {
		every++
	}
	for i, tk := range ticks {
		at := x.at(tk.value)
		ln := pen{color: t.Grid, width: 2}
		if i == 0 {
			ln.color = t.Axis
		}
		p.line(ln, point{at, plot.y0}, point{at, plot.y1})
		if i%every == 0 {
			p.text(tk.label, at, plot.y1+14+ascent*t.Tick, centre, tickStyle)
		}
	}
	for _, pkg := range c.set.Packages {
		if pkg.ID == c.set.Scenario.Baseline && len(c.rows) > 1 {
			at := x.at(pkg.Risk.Mean)
			p.line(pen{t.Axis, 2, []float64{7, 7}}, point{at, plot.y0}, point{at, plot.y1})
		}
	}
	middle := func(row int) float64 { return plot.y0 + (float64(row)+0.5)*height }
	for r, i := range c.rows {
		y := middle(r)
		p.mark(c.look[i].marker, in.x0+swatch, y, swatch, c.look[i].Mark)
		p.linesAbout(l.names[r], nameX, y, left, style{semibold, l.size, c.look[i].Word})
		p.drawRange(c.set.Packages[i], c.look[i], x, y, bar, swatch)
		p.drawVerdict(l.verdicts[r], plot.x1+gap, y, l.size, c.look[i])
	}
	c.drawTies(p, in.x1-float64(lanes)*tieLane, middle)
	if lanes > 0 {
		p.text(tied, in.x1, in.y0+8, right, tieStyle)
	}
	return nil
}

func (p *page) tickWidth(ticks []tick, st style) float64 {
	var w float64
	for _, tk := range ticks {
		w = math.Max(w, p.width(tk.label, st))
	}
	return w
}

// drawRange draws one row: thin bar 80 %, thick bar 50 %, marker at the mean,
// and over it the mean plus and minus its sampling error.
func (p *page) drawRange(pkg result.Package, k look, x scale, y, bar, radius float64) {
	r := pkg.Risk
	thin, thick := box{x.at(r.P10), y - bar/6, x.at(r.P90), y + bar/6}, box{x.at(r.P25), y - bar/2, x.at(r.P75), y + bar/2}
	p.rect(thin, p.theme.tint(k.Mark, 0.38))
	p.rect(thick, p.theme.tint(k.Mark, 0.62))
	p.occupy(thin)
	p.occupy(thick)
	p.mark(k.marker, x.at(r.Mean), y, radius, k.Mark)
	lo, hi := x.at(math.Max(r.Mean-r.StdErr, 0)), x.at(math.Min(r.Mean+r.StdErr, 1))
	const least = 3 // an error too small to be seen is still a tick
	if thin := least - (hi - lo); thin > 0 {
		lo, hi = lo-thin/2, hi+thin/2
	}
	reach := radius * 0.7
	if hi-lo > 2*radius {
		reach = 2.5
	}
	p.rect(box{lo, y - reach, hi, y + reach}, p.theme.Ink)
	p.occupy(box{lo, y - reach, hi, y + reach})
}

func (c comparison) drawTies(p *page, x float64, middle func(int) float64) {
	for _, g := range c.ties {
		at := x + (float64(g.lane)+0.5)*tieLane
		first, last := g.rows[0], g.rows[len(g.rows)-1]
		p.line(pen{color: p.theme.Axis, width: 3}, point{at, middle(first)}, point{at, middle(last)})
		for _, r := range g.rows {
			p.disc(at, middle(r), 7, p.theme.Quiet)
			p.occupy(box{at - 7, middle(r) - 7, at + 7, middle(r) + 7})
		}
	}
}

func (c comparison) top() float64 {
	top := 0.001
	for _, pkg := range c.set.Packages {
		top = math.Max(top, math.Max(pkg.Risk.P90, math.Min(1, pkg.Risk.Mean+pkg.Risk.StdErr)))
	}
	return math.Min(top, 1)
}
