package plots

import (
	"fmt"
	"math"
)

// Lengths of a figure of causes, in design units.
const (
	causesGap    = 22   // between columns
	causesSplit  = 50   // between how it ends and what follows
	causesHead   = 24   // size of the heads of columns
	causesBeside = 10   // between a bar and its number
	causesSwatch = 22   // height of a swatch with its air
	causesTicks  = 46   // the row of ticks
	causesRow    = 240  // height of a row at most
	causesAir    = 0.18 // between rows, in the size of words: a hairline parts them, too
)

// causesShrink is the scale of what follows, in that of how it ends: there are
// four bars of it beside one.
const causesShrink = 1.0 / 3

// A causesColumn is a number in every row, with a bar or without.
type causesColumn struct {
	head    []string
	numbers []string // by row
	values  []float64
	number  float64 // width of the widest number
	scale   float64 // of its bars, in that of the first; 0: it has none
	x, end  float64
}

// most is the largest value of a column.
func (c causesColumn) most() float64 {
	most := 0.0
	for _, v := range c.values {
		most = math.Max(most, v)
	}
	return most
}

// width of a column at so many units for a probability of 1, its head included.
func (c causesColumn) width(p *page, unit float64) float64 {
	w := c.number
	if c.scale > 0 {
		w += unit*c.scale*c.most() + causesBeside
	}
	return math.Max(w, p.widest(c.head, headStyle(p)))
}

func headStyle(p *page) style { return style{regular, causesHead, p.theme.Quiet} }

// causesLayout is where columns stand: the risk with its total, its parts, and
// what follows.
type causesLayout struct {
	size    float64
	names   [][]string
	nameX   float64
	columns []causesColumn
	unit    float64 // length of a probability of 1 in the first column
	heads   float64 // height of the highest head
	rows    box     // of all rows
	row     float64 // height of one
}

// fit sets names and numbers in the largest size at which every row is high
// enough and bars keep a fair share of the width, by the rules of fitEndLabels.
func (c causes) fit(p *page, in box) (causesLayout, error) {
	largest := p.theme.Label
	switch n := len(c.rows); {
	case n > 6:
		largest -= 6
	case n > 4:
		largest -= 2
	}
	for _, r := range nameRules() {
		for size := largest; size >= p.theme.Least; size -= 2 {
			shares := []float64{0.13, 0.16, 0.19, 0.22}
			if r.lines == 1 { // names are cut: no more than need be
				shares = []float64{0.22, 0.19, 0.16, 0.13}
			}
			for _, share := range shares {
				if l, lines, ok := c.setColumns(p, in, size, share*p.w, r); ok && blockHeight(lines, size)+causesAir*size <= l.row {
					return l, nil
				}
			}
		}
	}
	return causesLayout{}, fmt.Errorf("%d rows do not fit under each other: plot fewer packages or on a taller canvas", len(c.rows))
}

// setColumns lays out columns for names of a width; ok is false where the rule forbids
// it or bars get too short.
func (c causes) setColumns(p *page, in box, size, width float64, r rule) (l causesLayout, lines int, ok bool) {
	l.size = size
	names := 0.0
	st := style{semibold, size, nil}
	for _, i := range c.rows {
		ls, ok := p.setName(nameOf(c.set.Packages[i]), st, width, r)
		if !ok {
			return l, 0, false
		}
		l.names = append(l.names, ls)
		names = math.Max(names, p.widest(ls, st))
		lines = max(lines, len(ls))
	}
	l.columns = c.columns(p, size)
	for _, k := range l.columns {
		l.heads = math.Max(l.heads, blockHeight(len(k.head), causesHead))
	}
	l.nameX = in.x0 + 0.7*size + 14
	from := l.nameX + names + causesGap
	if !l.spread(p, from, in.x1) {
		return l, 0, false
	}
	l.heads += causesSwatch + 12 + blockHeight(1, p.theme.Subtitle) + 14
	l.rows = box{from, in.y0 + l.heads, in.x1, in.y1 - causesTicks}
	l.row = math.Min(l.rows.height()/float64(len(c.rows)), causesRow)
	l.rows.y1 = l.rows.y0 + l.row*float64(len(c.rows))
	return l, lines, true
}

// columns are the numbers in a size: the total, the parts, and what follows.
func (c causes) columns(p *page, size float64) []causesColumn {
	const (
		headWidth = 166
		exact     = 0.0006 // numbers of a row are written alike: whole from 10 % on
	)
	column := func(o outcome, scale float64, w weight) causesColumn {
		k := causesColumn{scale: scale}
		for _, i := range c.rows {
			mean, stdErr := o.of(c.set.Packages[i])
			k.values = append(k.values, mean)
			k.numbers = append(k.numbers, c.lang.percent(mean, math.Max(stdErr, exact)))
		}
		k.number = p.widest(k.numbers, style{w, size, nil})
		st := headStyle(p)
		k.head = p.elide(p.wrap(o.head, st, headWidth), 3, st, headWidth)
		return k
	}
	out := []causesColumn{column(riskOutcome(), 1, bold)}
	for _, o := range c.parts {
		out = append(out, column(o, 0, semibold))
	}
	for _, o := range c.follow {
		out = append(out, column(o, causesShrink, regular))
	}
	return out
}

// spread places the columns from … to, with bars as long as there is room for.
func (l *causesLayout) spread(p *page, from, to float64) bool {
	gaps := 0.0
	for k := range l.columns[1:] {
		gaps += l.gap(k + 1)
	}
	need := func(unit float64) float64 {
		w := gaps
		for _, k := range l.columns {
			w += k.width(p, unit)
		}
		return w
	}
	const least = 100 // of the longest bar
	lo, hi := 0.0, 0.4*(to-from)/math.Max(l.columns[0].most(), 1e-9)
	if need(hi) > to-from {
		for range 60 {
			if mid := (lo + hi) / 2; need(mid) <= to-from {
				lo = mid
			} else {
				hi = mid
			}
		}
		l.unit = lo
	} else {
		l.unit = hi
	}
	if need(l.unit) > to-from+1e-6 || l.unit*l.columns[0].most() < least && l.columns[0].most() > 0 {
		return false
	}
	// What is left goes between the two parts of the figure and to the columns
	// on the right.
	spare := (to - from - need(l.unit)) / float64(len(l.columns)-causeParts-1)
	x := from
	for k := range l.columns {
		col := &l.columns[k]
		if k > 0 {
			x += l.gap(k)
		}
		if k > causeParts {
			x += spare
		}
		col.x = x
		x += col.width(p, l.unit)
		col.end = x
	}
	return true
}

// gap is the room before column k.
func (l *causesLayout) gap(k int) float64 {
	if k == causeParts+1 {
		return causesSplit
	}
	return causesGap
}
