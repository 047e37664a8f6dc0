package plots

import (
	"fmt"
	"image/color"
	"math"

	"steadfast/sim/estimate"
)

// A spot is one package in a scatter, in the units of the axes.
type spot struct {
	x, y    float64
	name    string
	look    look
	leading bool // on the frontier: its name is set heavier
}

// A chartAxis is an axis of a scatter. It runs from its first tick to its last.
type chartAxis struct {
	title string
	ticks []tick
}

func (a chartAxis) scale(from, to float64) scale {
	return scale{a.ticks[0].value, a.ticks[len(a.ticks)-1].value, from, to}
}

// A scatter is marks with names on two axes of numbers.
type scatter struct {
	spots []spot
	x, y  chartAxis

	// under gives what lies beneath the marks.
	under func(p *page, x, y scale, plot box) underlay
}

// An underlay is what lies beneath the marks of a scatter.
type underlay struct {
	lines [][]point // that names keep off where they can
	bars  []box     // that nothing may cover
	notes []note    // words along the lines
	draw  func(words []box)
}

// Lengths of a scatter, in design units.
const (
	scatterTitle = 26 // size of the axes' titles
	spotRadius   = 13
	spotMargin   = 20 // from the plot to the right edge
	tickGap      = 20 // from the numbers of the y axis to the plot: a mark may stand on it
)

// draw places the names beside the marks, and where that cannot be done all of
// them in a column at the right.
func (s scatter) draw(p *page, in box) error {
	t := p.theme
	st := style{regular, t.Tick, t.Quiet}
	plot := box{in.x0, in.y0 + scatterTitle + 18, in.x1 - spotMargin, in.y1 - t.Tick - scatterTitle - 34}
	plot.x0 += p.tickWidth(s.y.ticks, st) + tickGap
	if len(s.spots) <= besideUpTo {
		if done, err := s.place(p, plot, in, nil, endLabels{}); done || err != nil {
			return err
		}
	}
	column := s.column()
	fitted, err := p.fitEndLabels(column, plot.height()+t.Tick)
	if err != nil {
		return err
	}
	const leader = 110
	plot.x1 = in.x1 - fitted.width - leader
	_, err = s.place(p, plot, in, column, fitted)
	return err
}

// place draws the chart into a plot, with the names in the column if there is
// one; else it draws nothing and returns false where the names do not fit.
func (s scatter) place(p *page, plot, in box, column []endLabel, fitted endLabels) (done bool, err error) {
	x, y := s.x.scale(plot.x0, plot.x1), s.y.scale(plot.y1, plot.y0)
	under := s.under(p, x, y, plot)
	radius := s.radius()
	marks := append([]box(nil), under.bars...)
	var ends []point
	for _, sp := range s.spots {
		q := point{x.at(sp.x), y.at(sp.y)}
		ends = append(ends, q)
		marks = append(marks, box{q.x - radius, q.y - radius, q.x + radius, q.y + radius})
	}
	room := labelRoom{frame: box{plot.x0 + 8, plot.y0 - 2, in.x1, plot.y1 - 8}, marks: marks, lines: under.lines}
	var placed []placedNote
	if column == nil {
		var ok bool
		if placed, ok = p.nameSpots(s.spots, ends, radius, under.notes, room); !ok {
			return false, nil
		}
	}
	var words []box
	if column != nil {
		for _, q := range ends {
			words = append(words, box{q.x, q.y - 1, plot.x1, q.y + 1})
			room.lines = append(room.lines, []point{q, {plot.x1, q.y}})
		}
		placed = p.placeLoose(under.notes, room)
	}
	for _, n := range placed {
		words = append(words, n.box)
	}

	s.drawAxes(p, x, y, plot)
	under.draw(words)
	for _, n := range placed {
		n.drawLeader(p)
	}
	for i := range column {
		p.line(pen{color: column[i].mark, width: 1.5}, ends[i], point{plot.x1 + 10, ends[i].y})
	}
	for i := len(s.spots) - 1; i >= 0; i-- {
		p.mark(s.spots[i].look.marker, ends[i].x, ends[i].y, radius, s.spots[i].look.Mark)
	}
	for _, n := range placed {
		n.drawWords(p)
	}
	if column != nil {
		s.drawColumn(p, column, fitted, ends, plot, in)
	}
	return true, nil
}

func (s scatter) radius() float64 {
	if len(s.spots) > 8 {
		return spotRadius - 2
	}
	return spotRadius
}

// drawAxes draws a light grid, ticks and titles; the lines at zero are darker.
func (s scatter) drawAxes(p *page, x, y scale, plot box) {
	t := p.theme
	st := style{regular, t.Tick, t.Quiet}
	title := style{semibold, scatterTitle, t.Quiet}
	shade := func(v float64) color.Color {
		if v == 0 {
			return t.Axis
		}
		return t.Grid
	}
	every := 1
	for step := x.at(s.x.ticks[1].value) - x.at(s.x.ticks[0].value); p.tickWidth(s.x.ticks, st)+30 > float64(every)*step; {
		every++
	}
	for _, tk := range s.y.ticks {
		at := y.at(tk.value)
		p.line(pen{color: shade(tk.value), width: 2}, point{plot.x0, at}, point{plot.x1, at})
		p.linesAbout([]string{tk.label}, plot.x0-tickGap, at, right, st)
	}
	for i, tk := range s.x.ticks {
		at := x.at(tk.value)
		p.line(pen{color: shade(tk.value), width: 2}, point{at, plot.y0}, point{at, plot.y1})
		if i%every == 0 {
			p.text(tk.label, at, plot.y1+14+ascent*t.Tick, centre, st)
		}
	}
	p.text(s.y.title, marginX, plot.y0-18-descent*scatterTitle, left, title)
	p.text(s.x.title, plot.x1, plot.y1+24+t.Tick+ascent*scatterTitle, right, title)
}

// column is the names as labels at the right edge.
func (s scatter) column() []endLabel {
	var out []endLabel
	for _, sp := range s.spots {
		out = append(out, endLabel{name: sp.name, mark: sp.look.Mark, words: sp.look.Word, light: !sp.leading})
	}
	return out
}

func (s scatter) drawColumn(p *page, column []endLabel, fitted endLabels, ends []point, plot, in box) {
	for i, q := range ends {
		column[i].want = q.y
	}
	p.drawEndLabels(column, fitted, plot.x1+10, in.x1-fitted.width, plot.y0-p.theme.Tick/2, plot.y1+p.theme.Tick/2)
}

// wholeTicks divides lo … hi into at most so many round steps, at least two,
// from a tick at or below lo to one at or above hi.
func (l *Numbers) wholeTicks(lo, hi float64, most int) []tick {
	for unit := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(most)))); ; unit *= 10 {
		for _, factor := range []float64{1, 2, 5} {
			step := factor * unit
			first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
			if last-first > float64(most) {
				continue
			}
			digits := max(0, int(math.Ceil(-math.Log10(unit)-1e-9)))
			var ts []tick
			for k := first; k <= last; k++ {
				label := "0"
				if k != 0 {
					label = l.fixed(k*step, digits)
				}
				ts = append(ts, tick{k * step, label})
			}
			return ts
		}
	}
}

// signed puts a plus before what is above zero.
func (l *Numbers) signed(ticks []tick) []tick {
	for i := range ticks {
		if ticks[i].value > 0 {
			ticks[i].label = l.Plus + ticks[i].label
		}
	}
	return ticks
}

// checkFinite refuses a number that is none.
func checkFinite(what string, vs ...float64) error {
	for _, v := range vs {
		if !estimate.Finite(v) {
			return fmt.Errorf("%s %g: a finite number is needed; run the scenario again", what, v)
		}
	}
	return nil
}
