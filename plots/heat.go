package plots

import (
	"image/color"
	"math"
)

// heatMaps is a sweep over two parameters.
type heatMaps struct {
	sweepGrid
	stands standing
	levels []tick // of the contours
	top    float64
}

func heatFigure(g sweepGrid, t Theme) *Figure {
	h := heatMaps{sweepGrid: g, stands: g.standing()}
	lo, hi := 1.0, 0.0
	for _, column := range g.at {
		for _, pt := range column {
			for _, v := range pt.Packages {
				lo, hi = math.Min(lo, v.Risk.Mean), math.Max(hi, v.Risk.Mean)
			}
		}
	}
	ticks := g.lang.percentTicks(math.Max(hi, 0.001), 6)
	h.top = ticks[len(ticks)-1].value
	most := 9
	if len(g.names) > 4 {
		most = 7
	}
	h.levels = g.lang.levelsBetween(lo, hi, most)

	says := g.lang.Sweep
	shown := says.Contours
	if g.axes[0].categorical() && g.axes[1].categorical() {
		shown = says.Colours
	}
	subtitle := says.HeatSubtitle.with("measure", g.sweptMeasure(), "columns", g.lang.count(g.axes[0].len()),
		"rows", g.lang.count(g.axes[1].len()), "shown", shown.text(), "cases", g.cases())
	if h.stands.outside {
		subtitle += g.lang.Space + says.Outside.text()
	}
	return &Figure{
		Title:    says.TitleOfTwo.with("parameter", g.axes[0].words(), "other", g.axes[1].words()),
		Subtitle: subtitle,
		alt:      h.alt(),
		Data:     h.table(),
		body:     h.draw,
	}
}

// levelsBetween gives at most so many round probabilities between two, both left
// out.
func (l *Numbers) levelsBetween(lo, hi float64, most int) []tick {
	var out []tick
	for _, step := range []float64{0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1} {
		first, last := math.Floor(lo/step+1e-9)+1, math.Ceil(hi/step-1e-9)-1
		if last-first+1 > float64(most) {
			continue
		}
		digits := max(0, int(math.Ceil(-math.Log10(100*step)-1e-9)))
		for k := first; k <= last; k++ {
			out = append(out, tick{k * step, l.Percent.with("n", l.fixed(100*k*step, digits))})
		}
		break
	}
	return out
}

// A standing is where the scenario as it stands lies on a map.
type standing struct {
	x, y    bool // its median on this axis is known and within the values swept
	outside bool // a median is known and beyond them
}

func (g *sweepGrid) standing() standing {
	var s standing
	inside := [2]bool{}
	for i, a := range g.axes {
		inside[i] = a.inside()
		if a.median != nil && !a.categorical() && !inside[i] {
			s.outside = true
		}
	}
	s.x, s.y = inside[0] && !s.outside, inside[1] && !s.outside
	return s
}

// words explains the mark; "" where there is none.
func (g *sweepGrid) standingWords(s standing) string {
	switch {
	case s.x && s.y:
		return g.lang.Sweep.StandsBoth.text()
	case s.x:
		return g.lang.Sweep.StandsAt.with("parameter", g.axes[0].last())
	case s.y:
		return g.lang.Sweep.StandsAt.with("parameter", g.axes[1].last())
	}
	return ""
}

// drawStanding draws the cross of both medians, or a line where one of the
// parameters is no number, and returns what must stay clear of words.
func (p *page) drawStanding(s standing, x, y sweptScale, plot box) []box {
	const arm = 15
	halo, ink := pen{color: p.theme.Paper, width: 9}, pen{color: p.theme.Ink, width: 4.5}
	dashed := pen{p.theme.Ink, 3, []float64{10, 8}}
	switch {
	case s.x && s.y:
		q := point{x.at(*x.median), y.at(*y.median)}
		const beyond = 3 // the plot
		b := box{math.Max(q.x-arm, plot.x0-beyond), math.Max(q.y-arm, plot.y0-beyond),
			math.Min(q.x+arm, plot.x1+beyond), math.Min(q.y+arm, plot.y1+beyond)}
		p.cross(q, b, halo)
		p.cross(q, b, ink)
		p.occupy(b)
		return []box{b}
	case s.x:
		at := x.at(*x.median)
		p.line(dashed, point{at, plot.y0}, point{at, plot.y1})
		return []box{{at - 2, plot.y0, at + 2, plot.y1}}
	case s.y:
		at := y.at(*y.median)
		p.line(dashed, point{plot.x0, at}, point{plot.x1, at})
		return []box{{plot.x0, at - 2, plot.x1, at + 2}}
	}
	return nil
}

// cross draws an upright cross about q within a box.
func (p *page) cross(q point, in box, st pen) {
	p.line(st, point{in.x0, q.y}, point{in.x1, q.y})
	p.line(st, point{q.x, in.y0}, point{q.x, in.y1})
}

// ramp is the colour of a probability: one hue, darker where it is higher, and
// everywhere light enough for words in ink.
func (h heatMaps) ramp(t Theme, v float64) color.RGBA {
	return t.tint(t.Major, 0.03+0.57*math.Min(math.Max(v/h.top, 0), 1))
}

// extremes are the lowest and the highest mean of a package.
func (h heatMaps) extremes(i int) (lo, hi float64) {
	lo, hi = 1, 0
	for _, column := range h.at {
		for _, pt := range column {
			m := pt.Packages[i].Risk.Mean
			lo, hi = math.Min(lo, m), math.Max(hi, m)
		}
	}
	return lo, hi
}

func (h heatMaps) alt() string {
	type place struct{ pkg, x, y int }
	var least, most place
	risk := func(q place) float64 { return h.at[q.x][q.y].Packages[q.pkg].Risk.Mean }
	for i := range h.names {
		for x := range h.at {
			for y := range h.at[x] {
				q := place{i, x, y}
				if risk(q) < risk(least) {
					least = q
				}
				if risk(q) > risk(most) {
					most = q
				}
			}
		}
	}
	a, b := h.axes[0], h.axes[1]
	say := func(q place) string {
		r := h.at[q.x][q.y].Packages[q.pkg].Risk
		return h.lang.Sweep.HeatPlace.with("risk", h.lang.percent(r.Mean, r.StdErr), "package", h.names[q.pkg],
			"x", a.say(q.x), "y", b.say(q.y))
	}
	return h.lang.Sweep.HeatAlt.with("horizon", h.horizon(), "parameter", a.title(), "other", b.title(), "packages", h.packages(),
		"least", say(least), "most", say(most))
}

// table has a row a package and cell, a row a contour level and one for the
// medians in the scenario as it stands.
func (h heatMaps) table() Table {
	a, b := h.axes[0], h.axes[1]
	t := Table{Header: []string{"kind", "id", "name", "sets_its_own", a.path, b.path, "mean"}}
	for i, p := range h.sweep.Packages {
		for x := range h.at {
			for y, pt := range h.at[x] {
				t.add("cell", p.ID, h.names[i], h.ownCell(i), a.value(x), b.value(y), pt.Packages[i].Risk.Mean)
			}
		}
	}
	if !(a.categorical() && b.categorical()) {
		for _, l := range h.levels {
			t.add("contour", nil, nil, nil, nil, nil, l.value)
		}
	}
	h.addMedians(&t, 4)
	return t
}

// addMedians adds a row of what drawStanding draws, the first axis in the column
// given.
func (g *sweepGrid) addMedians(t *Table, column int) {
	s := g.standing()
	if !s.x && !s.y {
		return
	}
	row := make([]any, len(t.Header))
	row[0] = "median"
	if s.x {
		row[column] = *g.axes[0].median
	}
	if s.y {
		row[column+1] = *g.axes[1].median
	}
	t.add(row...)
}
