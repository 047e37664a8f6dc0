package plots

import (
	"fmt"
	"math"
)

// A driverRow is the marks of one factor and the words that go with them.
type driverRow struct {
	clear       bool // told from chance
	parts       []part
	left, right string // beside the outermost marks
	number      string // in bold at the right, and a note behind it
	note        string
}

// A part is one mark of a row, in the units of the axis. Lanes −1 and 1 are the
// upper and the lower half of the row, 0 is all of it.
type part struct {
	kind     partKind
	from, to float64
	lane     int
}

type partKind int

const (
	solidBar partKind = iota
	lightBar
	hollowBar
	errorBar // an interval
	stem     // from 0 to a dot
	filledDot
	hollowDot
	gem // a small diamond
)

// extent is what the marks of a row reach.
func (r driverRow) extent() (lo, hi float64) {
	for _, q := range r.parts {
		lo, hi = math.Min(lo, math.Min(q.from, q.to)), math.Max(hi, math.Max(q.from, q.to))
	}
	return lo, hi
}

// Lengths in design units.
const (
	endGap       = 12  // between a mark and the label beside it
	highestRow   = 200 // rows do not grow further where there are few
	columnGap    = 28  // between names, marks and verdicts
	widestFactor = 0.4 // share of the width that names may take
	leastMarks   = 0.2 // share of the width that marks should have
)

// fit sets names and verdicts in the largest size at which every row is high
// enough for them and the marks keep room between them, by the rules of
// fitEndLabels. It returns the scale of the axis, too.
func (d drivers) fit(p *page, rows []driverRow, height float64, plot box) (rowsLayout, scale, error) {
	largest := math.Min(math.Max(p.theme.Label-4, 0.28*height), p.theme.Label+10)
	shares := []float64{0.14, 0.18, 0.22, 0.26, 0.3, 0.35, widestFactor}
	for _, r := range nameRules() {
		if !r.strict { // names are cut: as little as there is room for
			shares = []float64{widestFactor, 0.35, 0.3, 0.26, 0.22, 0.18, 0.14}
		}
		for size := largest; size >= p.theme.Least; size -= 2 {
			for _, share := range shares {
				l, lines, ok := d.setRows(p, rows, size, share*p.w, r)
				if !ok || rowNeeds(lines, size) > height {
					continue
				}
				x, room := d.scale(p, rows, size, plot.x0+l.name+columnGap, plot.x1-l.verdict-columnGap)
				if room >= leastMarks*p.w || !r.strict && room > 0 {
					return l, x, nil
				}
			}
		}
	}
	return rowsLayout{}, scale{}, fmt.Errorf("%d rows do not fit: draw on a larger canvas", len(rows))
}

// scale maps the axis so that every mark and every label beside one fits between
// a and b, and returns how much of that is left to the marks.
func (d drivers) scale(p *page, rows []driverRow, size, a, b float64) (x scale, room float64) {
	st := style{regular, endSize(size), nil}
	dot := math.Min(0.42*size, 14)
	ms := []margin{{0, dot, dot}}
	least, most := 0.0, 0.0
	for _, r := range rows {
		lo, hi := r.extent()
		least, most = math.Min(least, lo), math.Max(most, hi)
		before, after := dot, dot
		if r.left != "" {
			before = math.Max(before, p.width(r.left, st)+endGap)
		}
		if r.right != "" {
			after = math.Max(after, p.width(r.right, st)+endGap)
		}
		ms = append(ms, margin{lo, before, 0}, margin{hi, 0, after})
	}
	x, ok := fitScale(ms, a, b)
	switch {
	case !ok:
		return x, 0
	case least == most: // nothing to draw but the labels on both sides of 0
		for _, m := range ms {
			if x.at(0)-m.before < a || x.at(0)+m.after > b {
				return x, 0
			}
		}
		return x, b - a
	}
	return x, x.at(most) - x.at(least)
}

// endSize is the size of the labels at the ends of bars, beside names of a size.
func endSize(size float64) float64 { return math.Max(size-4, 22) }

func (d drivers) setRows(p *page, rows []driverRow, size, width float64, r rule) (l rowsLayout, lines int, ok bool) {
	l.size = size
	st := style{semibold, size, nil}
	for k := range rows {
		names, ok := p.setName(d.names[d.order[k]], st, width, r)
		if !ok {
			return l, 0, false
		}
		l.names = append(l.names, names)
		l.name = math.Max(l.name, p.widest(names, st))
		lines = max(lines, len(names))
	}
	for _, inline := range []bool{true, false} {
		l.verdicts, l.verdict = nil, 0
		for _, row := range rows {
			v := verdict{number: row.number, inline: true}
			if row.note != "" {
				v = verdict{number: p.lang.Terms.Followed.with("number", row.number), word: []string{row.note}, inline: inline}
			}
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

// A margin is a value that must keep so much room to the left and to the right.
type margin struct{ value, before, after float64 }

// fitScale is the widest scale at which every margin lies between a and b.
// Source: of each two margins, the room between them bounds the units a value
// may take; the tightest bound holds, and the leftmost margin sets the origin.
func fitScale(ms []margin, a, b float64) (scale, bool) {
	per := math.Inf(1)
	for _, l := range ms {
		for _, r := range ms {
			room := b - a - l.before - r.after
			if r.value <= l.value {
				continue
			}
			if room <= 0 {
				return scale{}, false
			}
			per = math.Min(per, room/(r.value-l.value))
		}
	}
	if math.IsInf(per, 1) { // one value only: it stands in the middle
		v := ms[0].value
		return scale{v - 1, v + 1, a, b}, true
	}
	origin := math.Inf(-1)
	for _, m := range ms {
		origin = math.Max(origin, a+m.before-per*m.value)
	}
	return scale{(a - origin) / per, (b - origin) / per, a, b}, true
}
