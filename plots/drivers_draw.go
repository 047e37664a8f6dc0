package plots

import (
	"math"
	"strings"
)

// draw lays out, from left to right: names, marks, verdicts; and under them the
// axis and the words.
func (d drivers) draw(p *page, in box) error {
	t := p.theme
	if d.constant() {
		st := style{semibold, t.Label + 6, t.Ink}
		p.linesAbout(p.wrap(d.verdictOfConstant(), st, 0.7*in.width()), in.x0+in.width()/2, in.y0+0.4*in.height(), centre, st)
		return nil
	}
	const tickRow, headRow = 46, 36
	rows := make([]driverRow, d.shown)
	for k := range rows {
		rows[k] = d.method.row(d.order[k], k == 0)
	}
	in.y1 = d.drawWords(p, in)
	plot := box{in.x0, in.y0, in.x1, in.y1 - tickRow}
	head := d.head()
	if head != "" {
		plot.y0 += headRow
	}
	height := math.Min(plot.height()/float64(len(rows)), highestRow)
	l, x, err := d.fit(p, rows, height, plot)
	if err != nil {
		return err
	}
	spare := plot.height() - height*float64(len(rows))
	plot.y0 += spare / 3
	plot.y1 = plot.y0 + height*float64(len(rows))
	plot.x0, plot.x1 = x.a, x.b
	d.drawAxis(p, rows, x, plot)
	if head != "" {
		st := style{semibold, t.Tick, t.Ink}
		half := p.width(head, st) / 2
		at := math.Min(math.Max(x.at(0), plot.x0+half), plot.x1-half)
		p.text(head, at, plot.y0-12, centre, st)
	}
	for k, row := range rows {
		y := plot.y0 + (float64(k)+0.5)*height
		ink, name := d.ink, style{semibold, l.size, t.Ink}
		if !row.clear {
			faint := t.tint(t.Axis, 0.6)
			ink = Ink{faint, faint, t.Quiet}
			name = style{regular, l.size, t.Quiet}
		}
		p.factorName(l.names[k], in.x0, y, name)
		p.driverMarks(row, ink, x, y, math.Min(0.62*height, 1.45*l.size))
		d.drawEnds(p, row, x, y, endSize(l.size))
		p.driverVerdict(l.verdicts[k], plot.x1+columnGap, y, l.size, row.clear, ink)
	}
	return nil
}

// driverVerdict draws the number at the right and its note: bold where it is
// told from chance.
func (p *page) driverVerdict(v verdict, x, middle, size float64, clear bool, ink Ink) {
	if clear {
		p.drawVerdict(v, x, middle, size, look{Ink: ink})
		return
	}
	st := style{regular, size, ink.Word}
	top := middle - blockHeight(v.lines(), size)/2
	b := p.text(v.number, x, top+ascent*size, left, st)
	if v.inline {
		p.lines(v.word, b.x1+0.28*size, top, left, st)
	} else {
		p.lines(v.word, x, top+leading*size, left, st)
	}
}

// factorName draws a name about y, the unit behind it in a quieter style.
func (p *page) factorName(ls []string, x, y float64, st style) {
	last := len(ls) - 1
	name, unit := ls[last], ""
	if i := strings.LastIndex(name, "("); i >= 0 && strings.HasSuffix(strings.TrimSuffix(name, correlatedMark), ")") {
		name, unit = name[:i], name[i:]
	}
	top := y - blockHeight(len(ls), st.size)/2
	p.lines(append(ls[:last:last], name), x, top, left, st)
	base := top + (ascent+float64(last)*leading)*st.size
	p.text(unit, x+p.width(name, st), base, left, style{regular, st.size, p.theme.Quiet})
}

// head stands over the line that all bars begin at.
func (d drivers) head() string {
	if _, ok := d.method.(tornado); !ok {
		return ""
	}
	if d.output.Kind == "ranking" {
		return d.lang.Drivers.Mean.text()
	}
	return d.lang.Drivers.MeanIs.with("value", d.measure.value(d.output.Kind, d.output.Mean))
}

// drawWords sets the sentences at the foot of the body and returns what is
// left above them.
func (d drivers) drawWords(p *page, in box) float64 {
	words := strings.Join(d.words(), p.lang.Space)
	if words == "" {
		return in.y1
	}
	const most, air = 4, 14
	st := style{regular, p.theme.Subtitle - 2, p.theme.Ink}
	ls := p.wrap(words, st, in.width())
	for len(ls) > 2 && st.size > p.theme.Least {
		st.size--
		ls = p.wrap(words, st, in.width())
	}
	ls = p.elide(ls, most, st, in.width())
	top := in.y1 - blockHeight(len(ls), st.size)
	p.lines(ls, in.x0, top, left, st)
	return top - air
}
