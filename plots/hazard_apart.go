package plots

import (
	"fmt"
	"math"
	"slices"
)

// Lengths of a grid of panels of hazards, in design units.
const (
	hazardGapY    = 22
	hazardText    = 8   // between words and plot
	hazardTick    = 24  // size of ticks
	hazardTickRow = 46  // under the lowest panel of a column
	hazardKeyRow  = 40  // what the markers of events mean
	leastHazard   = 56  // height of a plot
	leastHazardX  = 170 // width of one
)

// hazardGrid is a grid of panels: words above, a plot below.
type hazardGrid struct {
	cols, rows   int
	cellW, cellH float64
	size         float64
	names        [][]string
	captions     [][]string
	words        float64 // height of the highest words
	plotH        float64
}

// merit weighs the size of plots against that of words.
func (g hazardGrid) merit() float64 {
	const shape = 1.9 // of a plot that shows steps well
	return math.Min(g.plotH, g.cellW/shape) * (g.size + 24)
}

// fitGrid tries every number of columns and size of words, with room for gapX
// between columns.
func (h hazards) fitGrid(p *page, in box, gapX float64) (hazardGrid, error) {
	n := len(h.looks)
	for _, r := range []rule{{2, true}, {3, true}, {2, false}, {1, false}} {
		var best hazardGrid
		for cols := 1; cols <= n; cols++ {
			rows := (n + cols - 1) / cols
			if cols*(rows-1) >= n {
				continue // a row would stay empty
			}
			g := hazardGrid{
				cols: cols, rows: rows,
				cellW: (in.width() - float64(cols-1)*gapX) / float64(cols),
				cellH: (in.height() - float64(rows-1)*hazardGapY) / float64(rows),
			}
			if g.cellW < leastHazardX {
				continue
			}
			for g.size = p.theme.Label - 4; g.size >= p.theme.Least; g.size -= 2 {
				if l, ok := h.setPanels(p, g, r); ok && l.plotH >= leastHazard && l.merit() > best.merit() {
					best = l
				}
			}
		}
		if best.plotH > 0 {
			return best, nil
		}
	}
	return hazardGrid{}, fmt.Errorf("%d panels do not fit: plot fewer packages or on a larger canvas", n)
}

// setPanels wraps the words of all panels.
func (h hazards) setPanels(p *page, g hazardGrid, r rule) (_ hazardGrid, ok bool) {
	const mostCaption = 2
	name, caption := style{semibold, g.size, nil}, style{regular, g.captionSize(p), nil}
	for i, pkg := range h.set.Packages {
		ls, ok := p.setName(nameOf(pkg), name, g.cellW-g.indent(), r)
		if !ok || !p.wholeWords(h.caption(i), caption, g.cellW) {
			return g, false
		}
		says := p.wrap(h.caption(i), caption, g.cellW)
		if len(says) > mostCaption {
			return g, false
		}
		g.names, g.captions = append(g.names, ls), append(g.captions, says)
		g.words = math.Max(g.words, g.wordsHeight(p, i))
	}
	g.plotH = g.cellH - g.words - hazardText
	return g, true
}

func (g hazardGrid) captionSize(p *page) float64 { return math.Max(p.theme.Least, g.size-4) }

func (g hazardGrid) indent() float64 { return 1.02 * g.size }

func (g hazardGrid) wordsHeight(p *page, i int) float64 {
	return blockHeight(len(g.names[i]), g.size) + captionGap + blockHeight(len(g.captions[i]), g.captionSize(p))
}

// drawApart lays out a panel a package, all on the same axes.
func (h hazards) drawApart(p *page, in box) error {
	t := p.theme
	st := style{regular, hazardTick, t.Quiet}
	ticks := p.lang.percentTicks(h.top(), 3)
	room := in
	room.x0 += p.tickWidth(ticks, st) + 12
	if len(h.events) > 0 {
		room.y1 -= hazardKeyRow
	}
	room.y1 -= hazardTickRow
	year := h.widestYear(p, st)
	gapX := math.Max(44, year+14)
	room.x1 -= year / 2 // of the last year's label
	g, err := h.fitGrid(p, room, gapX)
	if err != nil {
		return err
	}
	for i := range h.looks {
		row, col := i/g.cols, i%g.cols
		x := room.x0 + float64(col)*(g.cellW+gapX)
		y := room.y0 + float64(row)*(g.cellH+hazardGapY)
		plot := box{x, y + g.cellH - g.plotH, x + g.cellW, y + g.cellH}
		h.drawPanel(p, i, g, plot, ticks, st, col == 0)
		if i+g.cols >= len(h.looks) {
			p.xTicks(h.set, scale{0, h.set.Scenario.HorizonYears, plot.x0, plot.x1}, plot, st)
		}
	}
	h.drawKey(p, in)
	return nil
}

// widestYear is as wide as any label under a panel.
func (h hazards) widestYear(p *page, st style) float64 {
	horizon := h.set.Scenario.HorizonYears
	months := horizon < 4 // panels may be wide enough for ticks within a year
	switch dated := h.lang.endDate(h.set.Scenario.Start, horizon) != ""; {
	case dated && months:
		widest := 0.0
		for _, month := range h.lang.ShortMonthNames {
			widest = math.Max(widest, p.width(h.lang.MonthOfYear.with("month", month, "year", "2000"), st))
		}
		return widest
	case dated:
		return p.width("2000", st)
	case months:
		return p.width(h.lang.counted(h.lang.Months, 10), st)
	}
	return p.width(h.lang.duration(horizon), st)
}

// drawPanel draws one package: its words, the steps of all others, and its own.
func (h hazards) drawPanel(p *page, i int, g hazardGrid, plot box, ticks []tick, st style, labelled bool) {
	t, k := p.theme, h.looks[i]
	top := plot.y0 - hazardText - g.wordsHeight(p, i)
	r := 0.3 * g.size
	p.mark(k.marker, plot.x0+r, top+0.48*g.size, r, k.Mark)
	bottom := p.lines(g.names[i], plot.x0+g.indent(), top, left, style{semibold, g.size, k.Word})
	p.lines(g.captions[i], plot.x0, bottom+captionGap, left, style{regular, g.captionSize(p), t.Ink})

	x := scale{0, h.set.Scenario.HorizonYears, plot.x0, plot.x1}
	y := scale{0, ticks[len(ticks)-1].value, plot.y1, plot.y0}
	for n, tk := range ticks {
		ln := pen{color: t.Grid, width: 2}
		if n == 0 {
			ln.color = t.Axis
		}
		p.line(ln, point{plot.x0, y.at(tk.value)}, point{plot.x1, y.at(tk.value)})
		if labelled && (n == 0 || n == len(ticks)-1) {
			p.linesAbout([]string{tk.label}, plot.x0-12, y.at(tk.value), right, st)
		}
	}
	marks := h.eventsAt(i)
	for _, e := range marks {
		p.drawGuides(e.years, x, plot)
	}
	for j, steps := range h.steps {
		if j != i {
			p.line(pen{color: t.tint(t.Axis, 0.42), width: 1.5}, stairs(steps, x, y)...)
		}
	}
	p.drawStepBand(h.steps[i], x, y, veil(k.Mark))
	p.line(pen{k.Mark, 4, k.dash}, stairs(h.steps[i], x, y)...)
	h.drawPeak(p, i, x, y, 7)
	for _, e := range marks {
		for _, at := range e.years {
			p.mark(e.marker(), x.at(at), plot.y1, 6, t.Quiet)
		}
	}
}

// eventsAt are the events that concern a package, one of a kind at a time.
func (h hazards) eventsAt(i int) []event {
	var out []event
	for _, m := range h.set.Scenario.Marks {
		if m.Years < 0 || m.Years > h.set.Scenario.HorizonYears {
			continue
		}
		if len(m.Packages) > 0 && !slices.Contains(m.Packages, h.set.Packages[i].ID) {
			continue
		}
		out = append(out, event{kind: m.Kind, years: []float64{m.Years}})
	}
	return out
}

// drawKey says what the markers on the time axes are.
func (h hazards) drawKey(p *page, in box) {
	st := style{regular, eventSize, p.theme.Quiet}
	x, y := in.x0+eventRadius, in.y1-hazardKeyRow/2+6
	most := in.width()/3 - eventGap - 44
	for _, m := range []marker{square, triangle, wedge} {
		label := h.keyOf(m)
		if label == "" {
			continue
		}
		p.mark(m, x, y, eventRadius, p.theme.Quiet)
		if p.width(label, st) > most {
			label = p.elide([]string{label, ""}, 1, st, most)[0]
		}
		p.linesAbout([]string{label}, x+eventGap, y, left, st)
		x += eventGap + p.width(label, st) + 44
	}
}

// keyOf says what a marker stands for; "" where there is none of it.
func (h hazards) keyOf(m marker) string {
	label := ""
	for _, e := range h.events {
		switch {
		case e.marker() != m:
		case m == triangle:
			return h.lang.Hazard.Entry.text()
		case m == wedge:
			return h.lang.Hazard.Expiry.text()
		case label == "":
			label = e.label
		case label != e.label:
			return h.lang.Hazard.Elections.text()
		}
	}
	return label
}
