package plots

import "steadfast/sim/result"

// yGrid draws horizontal lines at the ticks, to the right edge given, and their
// labels to the left of the plot.
func (p *page) yGrid(ticks []tick, y scale, plot box, end float64, st style) {
	for i, tk := range ticks {
		at := y.at(tk.value)
		ln := pen{color: p.theme.Grid, width: 2}
		if i == 0 {
			ln.color = p.theme.Axis
		}
		p.line(ln, point{plot.x0, at}, point{end, at})
		p.linesAbout([]string{tk.label}, plot.x0-14, at, right, st)
	}
}

// xTicks labels the time axis under the plot.
func (p *page) xTicks(s *result.Set, x scale, plot box, st style) {
	ticks := p.lang.timeTicks(s.Scenario.HorizonYears, s.Scenario.Start, func(years float64, widest string) bool {
		return x.at(years)-x.at(0) > p.width(widest, st)+36
	})
	for _, tk := range ticks {
		at := x.at(tk.value)
		p.line(pen{color: p.theme.Axis, width: 2}, point{at, plot.y1}, point{at, plot.y1 + 8})
		p.text(tk.label, at, plot.y1+16+ascent*st.size, centre, st)
	}
}
