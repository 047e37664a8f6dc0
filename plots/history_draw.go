package plots

import (
	"math"

	"steadfast/sim/result"
)

// historyRows is the columns of the figure: sizes and widths in design units.
type historyRows struct {
	size       float64
	names      [][]string
	fates      [][]string
	name, fate float64
}

// historyNames is the least share of the width for names to break at.
const historyNames = 0.2

// fateSize is the size of what became of a model, beside names of a size.
func (p *page) fateSize(size float64) float64 { return math.Max(p.theme.Least, 0.88*size) }

// fit sets names and fates.
func (h *history) fit(p *page, rowHeight float64) (l historyRows, err error) {
	err = p.fitRows(len(h.of.Models), rowHeight, func(size, width float64, r rule) (lines int, ok bool) {
		if width < historyNames*p.w {
			return 0, false
		}
		l = historyRows{size: size}
		st, small := style{semibold, size, nil}, style{regular, p.fateSize(size), nil}
		for _, m := range h.of.Models {
			names, ok := p.setName(tidy(m.Name), st, width, r)
			if !ok {
				return 0, false
			}
			l.names, l.name = append(l.names, names), math.Max(l.name, p.widest(names, st))
			fates := h.fate(m)
			l.fates, l.fate = append(l.fates, fates), math.Max(l.fate, p.widest(fates, small))
			lines = max(lines, len(names), int(math.Ceil(blockHeight(len(fates), small.size)/size)))
		}
		return lines, true
	})
	return l, err
}

// draw lays out, from left to right: the model, the chances of what happened,
// what became of it.
func (h *history) draw(p *page, in box) error {
	const gap = 34
	t := p.theme
	tickRow := 14 + 2*leading*t.Tick
	plot := box{in.x0, in.y0, in.x1, in.y1 - tickRow}
	height := plot.height() / float64(len(h.of.Models))
	l, err := h.fit(p, height)
	if err != nil {
		return err
	}
	swatch := math.Min(13, 0.34*l.size)
	nameX := in.x0 + 2*swatch + 16
	plot.x0, plot.x1 = nameX+l.name+gap, plot.x1-l.fate-gap
	x := scale{0, 1, plot.x0, plot.x1}
	st := style{regular, t.Tick, t.Quiet}
	for i, tick := range h.lang.percentTicks(1, 4) {
		ln := pen{color: t.Grid, width: 2}
		if i == 0 {
			ln.color = t.Axis
		}
		p.line(ln, point{x.at(tick.value), plot.y0}, point{x.at(tick.value), plot.y1})
		p.text(tick.label, x.at(tick.value), plot.y1+14+ascent*t.Tick, centre, st)
	}
	p.text(h.lang.History.X.text(), plot.x1, plot.y1+14+(leading+ascent)*t.Tick, right, st)
	p.line(pen{t.Axis, 2, []float64{7, 7}}, point{x.at(result.LeastChance), plot.y0}, point{x.at(result.LeastChance), plot.y1})
	for i, m := range h.of.Models {
		y := plot.y0 + (float64(i)+0.5)*height
		ink := t.Held
		if m.Outcome.Event {
			ink = t.Major
		}
		shape := ring
		if m.Happened {
			shape = square
		}
		p.mark(shape, in.x0+swatch, y, swatch, ink)
		p.linesAbout(l.names[i], nameX, y, left, style{semibold, l.size, t.Ink})
		rule, argued := x.at(m.Chance), x.at(m.Argued)
		p.line(pen{color: t.tint(ink, 0.5), width: 4}, point{rule, y}, point{argued, y})
		p.mark(diamond, argued, y, 1.35*swatch, t.tint(ink, 0.75))
		p.mark(disc, rule, y, swatch, ink)
		p.linesAbout(l.fates[i], plot.x1+gap, y, left, style{regular, p.fateSize(l.size), t.Ink})
	}
	return nil
}
