package plots

import (
	"fmt"
	"image/color"
	"math"
)

// flipRows draws the choices along one parameter.
type flipRows struct{ choices }

const changeRow = 34 // the numbers above the rows

// regionFill is the colour of a region. Packages of a later round of the palette
// are lighter, as there are no dashes to tell them apart by.
func (t Theme) regionFill(k look) color.RGBA {
	if k.dash != nil {
		return t.tint(k.Fill, 0.36)
	}
	return t.tint(k.Fill, 0.62)
}

// rows lists the packages that are best or tied with the best somewhere: by
// where they are best first, then those that are only tied.
func (f flipRows) rows() []int {
	seen := make([]bool, len(f.names))
	var out []int
	add := func(i int) {
		if !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	for x := range f.best {
		add(f.best[x][0])
	}
	for x := range f.tied {
		for _, i := range f.tied[x][0] {
			add(i)
		}
	}
	return out
}

// draw lays out, from left to right: names, rows; above them where the best
// changes, below them the parameter.
func (f flipRows) draw(p *page, in box) error {
	t := p.theme
	a := f.axes[0]
	rows := f.rows()
	st := style{semibold, t.Tick, t.Ink}
	title := p.wrap(a.title(), st, in.width()-40)
	plot := in
	plot.y0 += sweepHeader + changeRow
	plot.y1 -= sweepTickRow + blockHeight(len(title), st.size)

	var (
		words categories
		names [][]string
		size  float64
		err   error
	)
	for range 2 { // the names need the height that the words below leave
		if names, size, err = f.fitNames(p, rows, plot.height()/float64(len(rows)), 0.3*in.width()); err != nil {
			return err
		}
		indent := 1.02 * size
		plot.x0 = in.x0 + indent + 24
		for _, ls := range names {
			plot.x0 = math.Max(plot.x0, in.x0+indent+24+p.widest(ls, style{semibold, size, nil}))
		}
		plot.x1 = in.x1 - 50
		if a.categorical() {
			if words, err = p.fitCategories(a.texts, plot.width()/float64(a.len())-16, 0.2*in.height()); err != nil {
				return err
			}
			plot.y1 = in.y1 - 26 - words.height - blockHeight(len(title), st.size)
		}
	}
	x := a.over(plot.x0, plot.x1)
	height := plot.height() / float64(len(rows))
	middle := func(r int) float64 { return plot.y0 + (float64(r)+0.5)*height }
	bar := math.Min(0.66*height, 220)
	p.line(pen{color: t.Axis, width: 2}, point{plot.x0, plot.y1}, point{plot.x1, plot.y1})
	p.ticksBelow(x, plot, words, t.Tick, 40)
	for r, i := range rows {
		k := f.looks[i]
		p.line(pen{color: t.Grid, width: 2}, point{plot.x0, middle(r)}, point{plot.x1, middle(r)})
		radius := 0.3 * size
		p.mark(k.marker, in.x0+radius, middle(r), radius, k.Mark)
		p.linesAbout(names[r], in.x0+1.02*size, middle(r), left, style{semibold, size, k.Word})
		f.bars(p, i, x.edges(), middle(r)-bar/2, middle(r)+bar/2)
	}
	f.drawChanges(p, x, plot)
	p.drawMedianGuide(a, x, plot, changeRow)
	half := p.widest(title, st) / 2
	at := math.Min(math.Max((plot.x0+plot.x1)/2, in.x0+half), in.x1-half)
	p.lines(title, at, in.y1-blockHeight(len(title), st.size), centre, st)
	return nil
}

// fitNames sets the names in the largest size at which they fit their rows.
func (f flipRows) fitNames(p *page, rows []int, height, width float64) ([][]string, float64, error) {
	for _, r := range nameRules() {
	sizes:
		for size := p.theme.Label + 2; size >= p.theme.Least; size -= 2 {
			var names [][]string
			for _, i := range rows {
				ls, ok := p.setName(f.names[i], style{semibold, size, nil}, width-1.02*size, r)
				if !ok || blockHeight(len(ls), size)+0.3*size > height {
					continue sizes
				}
				names = append(names, ls)
			}
			return names, size, nil
		}
	}
	return nil, 0, fmt.Errorf("%d rows do not fit under each other: sweep fewer packages or draw on a taller canvas", len(rows))
}

// bars fills the row of a package where it is best, and stripes it where it is
// tied with another.
func (f flipRows) bars(p *page, i int, edges []float64, top, bottom float64) {
	state := func(x int) int { // 0: no, 1: alone, 2: tied
		for _, k := range f.tied[x][0] {
			if k == i {
				return 2
			}
		}
		switch {
		case f.best[x][0] != i:
			return 0
		case len(f.tied[x][0]) > 0:
			return 2
		}
		return 1
	}
	for x := 0; x < len(f.best); {
		s, end := state(x), x+1
		for end < len(f.best) && state(end) == s {
			end++
		}
		b := box{edges[x], top, edges[end], bottom}
		if s > 0 {
			p.rect(b, p.theme.regionFill(f.looks[i]))
			p.occupy(b)
		}
		if s == 2 {
			p.stripes([]float64{b.x0, b.x1}, []float64{b.y1, b.y0}, func(int, int) bool { return true })
		}
		x = end
	}
}

// drawChanges draws a line where the best changes, with the number above it if
// there is room.
func (f flipRows) drawChanges(p *page, x sweptScale, plot box) {
	st := style{semibold, 24, p.theme.Ink}
	edges, free := x.edges(), math.Inf(-1)
	for _, k := range f.changes() {
		at := edges[k+1]
		p.line(pen{color: p.theme.Ink, width: 2}, point{at, plot.y0 - 6}, point{at, plot.y1})
		if x.categorical() {
			continue
		}
		label := p.lang.shortNumber(x.boundary(k))
		if half := p.width(label, st) / 2; at-half > free && at+half < p.w-marginX {
			p.lines([]string{label}, at, plot.y0-changeRow+2, centre, st)
			free = at + half + 16
		}
	}
}
