package plots

import (
	"fmt"
	"image/color"
)

// An endLabel names a line at its end: a number in bold, then a name.
type endLabel struct {
	number, name string
	want         float64 // the y of the line's end
	mark, words  color.RGBA
	light        bool // the name is set in regular weight
}

// endLabels is a column of them, fitted into a height.
type endLabels struct {
	size   float64
	names  [][]string
	number float64 // width of the widest number
	width  float64 // of the whole column
	total  float64 // height of all labels
}

const labelGap = 16 // between number and name

// fitEndLabels sets labels in the largest size, and among these in the narrowest
// column, at which all fit into the height below each other. Names take two lines
// where that is enough, else three; they are broken within words or cut only where
// there is no other way.
func (p *page) fitEndLabels(ls []endLabel, height float64) (endLabels, error) {
	largest := p.theme.Label
	if len(ls) > 4 {
		largest = min(largest, 30)
	}
	for _, r := range nameRules() {
		for size := largest; size >= p.theme.Least; size -= 2 {
			for _, share := range []float64{0.15, 0.18, 0.21, 0.25, 0.3, 0.36} {
				if size > p.theme.Least && share > 0.3 {
					continue
				}
				if c, ok := p.setEndLabels(ls, size, share*p.w, r); ok && c.total <= height {
					return c, nil
				}
			}
		}
	}
	return endLabels{}, fmt.Errorf("%d labels do not fit under each other: plot fewer packages or on a taller canvas", len(ls))
}

// A rule says how names may be set: in how many lines at most, and whether only
// if words stay whole and nothing is cut.
type rule struct {
	lines  int
	strict bool
}

// nameRules are tried in turn.
func nameRules() []rule { return []rule{{2, true}, {3, true}, {3, false}, {1, false}} }

// setName wraps a name by a rule; ok is false where the rule forbids it.
func (p *page) setName(name string, st style, width float64, r rule) (ls []string, ok bool) {
	if r.strict && !p.wholeWords(name, st, width) {
		return nil, false
	}
	ls = p.wrap(name, st, width)
	if r.strict && len(ls) > r.lines {
		return nil, false
	}
	return p.elide(ls, r.lines, st, width), true
}

// setEndLabels wraps names into a width.
func (p *page) setEndLabels(ls []endLabel, size, width float64, r rule) (c endLabels, ok bool) {
	c.size = size
	st := style{semibold, size, nil}
	var widest float64
	for _, l := range ls {
		names, ok := p.setName(l.name, st, width, r)
		if !ok {
			return c, false
		}
		c.names = append(c.names, names)
		c.number = max(c.number, p.width(l.number, style{bold, size, nil}))
		widest = max(widest, p.widest(names, st))
		c.total += c.height(len(names))
	}
	c.width = c.number + labelGap + widest
	return c, true
}

// height of one label with the air around it.
func (c endLabels) height(lines int) float64 {
	return blockHeight(lines, c.size) + 0.36*c.size
}

// drawEndLabels spreads the labels over top … bottom, from x on, with leaders
// from the line ends at from to the first line of each name.
func (p *page) drawEndLabels(ls []endLabel, c endLabels, from, x, top, bottom float64) {
	const stub = 10
	want := make([]float64, len(ls))
	heights := make([]float64, len(ls))
	anchors := make([]float64, len(ls)) // the middle of the first line
	for i, l := range ls {
		n := len(c.names[i])
		want[i], heights[i] = l.want, c.height(n)
		anchors[i] = (heights[i]-blockHeight(n, c.size))/2 + blockHeight(1, c.size)/2
	}
	first, _ := spread(want, heights, anchors, top, bottom)
	for i, l := range ls {
		p.line(pen{color: l.mark, width: 2},
			point{from, l.want}, point{from + stub, l.want}, point{x - stub - 8, first[i]}, point{x - 8, first[i]})
	}
	for i, l := range ls {
		edge := first[i] - blockHeight(1, c.size)/2
		p.text(l.number, x+c.number, edge+ascent*c.size, right, style{bold, c.size, l.words})
		name := style{semibold, c.size, l.words}
		if l.light {
			name.weight = regular
		}
		p.lines(c.names[i], x+c.number+labelGap, edge, left, name)
	}
}
