package plots

import "image/color"

// stairs are the corners of a package's steps.
func stairs(steps []hazardStep, x, y scale) []point {
	var pts []point
	for _, s := range steps {
		pts = append(pts, point{x.at(s.from), y.at(s.mean)}, point{x.at(s.to), y.at(s.mean)})
	}
	return pts
}

// drawStepBand draws the sampling error of every step.
func (p *page) drawStepBand(steps []hazardStep, x, y scale, c color.Color) {
	var band []point
	for _, s := range steps {
		band = append(band, point{x.at(s.from), y.at(s.hi)}, point{x.at(s.to), y.at(s.hi)})
	}
	for k := len(steps) - 1; k >= 0; k-- {
		s := steps[k]
		band = append(band, point{x.at(s.to), y.at(s.lo)}, point{x.at(s.from), y.at(s.lo)})
	}
	p.polygon(band, c)
}

// drawPeak marks the highest step of a package in its middle, and returns where.
func (h hazards) drawPeak(p *page, i int, x, y scale, radius float64) point {
	s := h.steps[i][h.peak(i)]
	at := point{x.at((s.from + s.to) / 2), y.at(s.mean)}
	p.mark(h.looks[i].marker, at.x, at.y, radius, h.looks[i].Mark)
	return at
}

// drawGuides draws dotted lines at the times of events.
func (p *page) drawGuides(years []float64, x scale, plot box) {
	for _, at := range years {
		p.line(pen{p.theme.tint(p.theme.Axis, 0.6), 1.5, []float64{4, 6}}, point{x.at(at), plot.y0}, point{x.at(at), plot.y1})
	}
}

// ofPackage gives an event of one package that package's colour.
func (h hazards) ofPackage(t Theme) func(event) (mark, words color.RGBA) {
	return func(e event) (mark, words color.RGBA) {
		for i, p := range h.set.Packages {
			if p.ID == e.pkg {
				return h.looks[i].Mark, h.looks[i].Word
			}
		}
		return t.Quiet, t.Quiet
	}
}
