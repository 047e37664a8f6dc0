package plots

import "math"

// drawAxis draws the grid over what the marks reach, and its labels.
func (d drivers) drawAxis(p *page, rows []driverRow, x scale, plot box) {
	t := p.theme
	lo, hi := 0.0, 0.0
	for _, r := range rows {
		l, h := r.extent()
		lo, hi = math.Min(lo, l), math.Max(hi, h)
	}
	if lo == hi {
		lo, hi = x.lo, x.hi
	}
	st := style{regular, t.Tick, t.Quiet}
	for most := 8; most >= 1; most-- {
		ticks := d.method.gauge().ticks(lo, hi, most)
		if most > 1 && !p.ticksFit(ticks, d.method.gauge(), x, st) {
			continue
		}
		for _, tk := range ticks {
			at := x.at(tk.value)
			ln := pen{color: t.Grid, width: 2}
			if tk.value == 0 {
				ln.color = t.Axis
			}
			p.line(ln, point{at, plot.y0}, point{at, plot.y1})
			p.text(tk.label, at-p.width(d.method.gauge().bare(tk.label), st)/2, plot.y1+12+ascent*t.Tick, left, st)
		}
		return
	}
}

func (p *page) ticksFit(ticks []tick, g gauge, x scale, st style) bool {
	const apart = 24
	end := math.Inf(-1)
	for _, tk := range ticks {
		from := x.at(tk.value) - p.width(g.bare(tk.label), st)/2
		if from < end {
			return false
		}
		end = from + p.width(tk.label, st) + apart
	}
	return true
}
