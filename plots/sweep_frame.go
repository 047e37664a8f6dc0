package plots

import (
	"fmt"
	"math"
)

const (
	sweepHeader  = 36 // words above the plot
	sweepTickRow = 52
	sweepLeader  = 74 // from the last line end or bar to the labels
)

// A sweepFrame is where the parts of a plot of one parameter stand.
type sweepFrame struct {
	plot   box
	column endLabels
	name   []string // of the parameter
	style  style    // of it
	left   float64
	right  float64
}

// frame finds the plot between the percentages, the labels and the parameter.
func (g *sweepGrid) frame(p *page, in box, labels []endLabel, ticks []tick, header, strip float64) (f sweepFrame, err error) {
	t := p.theme
	f.left, f.right = in.x0, in.x1
	f.plot = in
	f.plot.x0 += p.tickWidth(ticks, style{regular, t.Tick, nil}) + 14
	f.plot.y0 += header + ascent*t.Tick/2
	f.style = style{semibold, t.Tick, t.Ink}
	f.name = p.wrap(g.axes[0].title(), f.style, in.width())
	f.plot.y1 -= sweepTickRow + blockHeight(len(f.name), f.style.size)
	if f.column, err = p.fitEndLabels(labels, f.plot.y1+12-f.plot.y0+t.Tick/2); err != nil {
		return f, err
	}
	f.plot.x1 = in.x1 - f.column.width - sweepLeader - strip
	return f, nil
}

// drawName writes the parameter so far below the plot.
func (f sweepFrame) drawName(p *page, below float64) {
	half := p.widest(f.name, f.style) / 2
	middle := math.Min(math.Max((f.plot.x0+f.plot.x1)/2, f.left+half), f.right-half)
	p.lines(f.name, middle, f.plot.y1+below, centre, f.style)
}

// categories are texts below their slots, or beside them.
type categories struct {
	texts  [][]string
	size   float64
	height float64 // of the tallest
	width  float64 // of the widest
}

// fitCategories sets texts in the largest size at which all fit into the width
// and height of a slot: words whole if that is possible at all, else broken or
// cut.
func (p *page) fitCategories(texts []string, width, height float64) (categories, error) {
	for _, strict := range []bool{true, false} {
		for size := p.theme.Tick; size >= p.theme.Least; size-- {
			lines := 1
			for lines < 6 && blockHeight(lines+1, size) <= height {
				lines++
			}
			c := categories{size: size}
			st, fits := style{regular, size, nil}, blockHeight(1, size) <= height
			for _, text := range texts {
				ls, ok := p.setName(text, st, width, rule{lines, strict})
				fits = fits && ok
				c.texts = append(c.texts, ls)
				c.height = math.Max(c.height, blockHeight(len(ls), size))
				c.width = math.Max(c.width, p.widest(ls, st))
			}
			if fits && c.width <= width {
				return c, nil
			}
		}
	}
	return categories{}, fmt.Errorf("%d texts do not fit along an axis: sweep fewer values or draw on a larger canvas", len(texts))
}
