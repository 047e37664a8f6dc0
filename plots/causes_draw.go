package plots

import (
	"math"

	"steadfast/sim/result"
)

func riskOutcome() outcome {
	return outcome{"risk", "", func(p result.Package) (float64, float64) { return p.Risk.Mean, p.Risk.StdErr }}
}

// draw lays out, from left to right: marker and name, the bar of causes with the
// total at its end, the number of each cause, a bar and a number for each of what
// follows.
func (c causes) draw(p *page, in box) error {
	l, err := c.fit(p, in)
	if err != nil {
		return err
	}
	c.drawHeads(p, l, in)
	c.drawGrid(p, l)
	bar := math.Min(0.62*l.row, 1.3*l.size)
	for r, i := range c.rows {
		y := l.rows.y0 + (float64(r)+0.5)*l.row
		c.drawRow(p, l, r, i, y, bar)
	}
	return nil
}

// drawHeads writes what the columns are; over the number of each cause stands
// what its part of the bar looks like.
func (c causes) drawHeads(p *page, l causesLayout, in box) {
	t := p.theme
	parts := len(c.parts)
	title := style{semibold, t.Subtitle, t.Ink}
	y := in.y0 + ascent*title.size
	p.text(p.lang.Causes.Ends.text(), l.columns[0].x, y, left, title)
	b := p.text(p.lang.Causes.Follows.text(), l.columns[parts+1].x, y, left, title)
	note, st := p.lang.Causes.Overlap.text(), style{regular, causesHead, t.Quiet}
	if b.x1+16+p.width(note, st) <= in.x1 {
		p.text(note, b.x1+16, y, left, st)
	}
	base := l.rows.y0 - 14
	p.text(p.lang.Causes.InAll.text(), l.columns[0].x, base-descent*causesHead, left, headStyle(p))
	for k, col := range l.columns[1:] {
		x, a := col.x, left
		if k < parts {
			x, a = col.end, right
		}
		top := base - blockHeight(len(col.head), causesHead)
		p.lines(col.head, x, top, a, headStyle(p))
		if k < parts {
			const w, h = 40, causesSwatch - 4
			s := box{col.end - w, top - 6 - h, col.end, top - 6}
			p.part(k, s, look{Ink: Ink{t.Quiet, t.Quiet, t.Quiet}})
			p.occupy(s)
		}
	}
}

// drawGrid draws the zero lines, light lines at round values as far as the first
// bars reach, and hairlines between the rows.
func (c causes) drawGrid(p *page, l causesLayout) {
	t := p.theme
	for r := range len(c.rows) - 1 {
		y := l.rows.y0 + float64(r+1)*l.row
		p.line(pen{color: t.Grid, width: 1.5}, point{c.left(l), y}, point{l.rows.x1, y})
	}
	st := style{regular, causesHead, t.Quiet}
	first := l.columns[0]
	ticks := p.lang.percentTicks(math.Max(first.most(), 0.001), 4)
	every := 1
	for p.tickWidth(ticks, st)+18 > float64(every)*l.unit*ticks[1].value && every < len(ticks) {
		every++
	}
	for i, tk := range ticks {
		if i > 0 && tk.value > first.most()+1e-9 {
			break
		}
		x := first.x + l.unit*tk.value
		p.line(pen{color: t.Grid, width: 2}, point{x, l.rows.y0}, point{x, l.rows.y1})
		if i%every == 0 {
			p.text(tk.label, x, l.rows.y1+12+ascent*st.size, centre, st)
		}
	}
	for _, col := range l.columns {
		if col.scale > 0 {
			p.line(pen{color: t.Axis, width: 2}, point{col.x, l.rows.y0}, point{col.x, l.rows.y1})
		}
	}
}

func (c causes) left(l causesLayout) float64 { return l.nameX - 0.7*l.size - 14 }

func (c causes) drawRow(p *page, l causesLayout, r, i int, y, bar float64) {
	t, k := p.theme, c.looks[i]
	radius := 0.34 * l.size
	p.mark(k.marker, l.nameX-14-radius, y, radius, k.Mark)
	p.linesAbout(l.names[r], l.nameX, y, left, style{semibold, l.size, k.Word})

	total := l.columns[0]
	x := total.x
	for j, o := range c.parts {
		mean, _ := o.of(c.set.Packages[i])
		b := box{x, y - bar/2, x + l.unit*mean, y + bar/2}
		p.part(j, b, k)
		x = b.x1
	}
	p.occupy(box{total.x, y - bar/2, x, y + bar/2})
	p.beside(total.numbers[r], x+causesBeside, y, style{bold, l.size, k.Word})

	most := c.main(i)
	for j, col := range l.columns[1:] {
		st := style{regular, l.size, t.Ink}
		if col.values[r] == 0 {
			st.color = t.Quiet
		}
		if col.scale == 0 {
			if j == most {
				st.weight = semibold
			}
			p.linesAbout([]string{col.numbers[r]}, col.end, y, right, st)
			continue
		}
		b := box{col.x, y - bar/3, col.x + l.unit*col.scale*col.values[r], y + bar/3}
		p.rect(b, t.tint(k.Mark, 0.62))
		p.occupy(b)
		p.beside(col.numbers[r], b.x1+causesBeside, y, st)
	}
}

// beside writes a number on paper, so that no grid line runs through it.
func (p *page) beside(s string, x, y float64, st style) {
	w := p.width(s, st)
	p.rect(box{x - 4, y - 0.42*st.size, x + w + 3, y + 0.42*st.size}, p.theme.Paper)
	p.linesAbout([]string{s}, x, y, left, st)
}

// part draws the part of a bar that cause k has: full, striped, or pale with an
// outline, so that they are told apart in grey print, too.
func (p *page) part(k int, b box, l look) {
	switch k {
	case 0:
		p.rect(b, l.Mark)
	case 1:
		p.rect(b, l.Mark)
		p.stripes([]float64{b.x0, b.x1}, []float64{b.y1, b.y0}, func(int, int) bool { return true })
		p.edge(b, l)
	default:
		p.rect(b, p.theme.tint(l.Mark, 0.25))
		p.edge(b, l)
	}
}

// edge draws the edges of a box within it, thinner where the box is thin.
func (p *page) edge(b box, l look) {
	w := math.Min(2.5, b.width()/3)
	if w <= 0 {
		return
	}
	p.rect(box{b.x0, b.y0, b.x0 + w, b.y1}, l.Mark)
	p.rect(box{b.x1 - w, b.y0, b.x1, b.y1}, l.Mark)
	p.rect(box{b.x0, b.y0, b.x1, b.y0 + 2.5}, l.Mark)
	p.rect(box{b.x0, b.y1 - 2.5, b.x1, b.y1}, l.Mark)
}
