package plots

import (
	"math"
	"sort"

	"steadfast/sim/estimate"
)

// sweepLines is a sweep over one parameter whose values are numbers.
type sweepLines struct {
	sweepGrid
	banded bool
}

func sweepLinesFigure(g sweepGrid) *Figure {
	l := sweepLines{g, len(g.names) <= bandsUpTo}
	ranges := g.lang.Sweep.BarsAtTheLast
	if l.banded {
		ranges = g.lang.Terms.Bands
	}
	a := g.axes[0]
	return &Figure{
		Title: g.lang.Sweep.Title.with("parameter", a.words()),
		Subtitle: g.lang.Sweep.Subtitle.with("measure", g.sweptMeasure(), "varies", g.whatVaries(), "cases", g.cases(),
			"ranges", ranges.text()),
		alt: g.lang.Sweep.Alt.with("horizon", g.horizon(), "parameter", a.title(), "first", a.say(0), "last", a.say(a.len()-1),
			"packages", g.packages(), "change", g.change()),
		Data: l.table(),
		body: l.draw,
	}
}

// risk is what package i comes to at the k-th value.
func (g *sweepGrid) risk(i, k int) estimate.Summary { return g.at[k][0].Packages[i].Risk }

// table has a row a package and value, and a row for the median in the scenario
// as it stands. p10 and p90 stand where they are drawn.
func (l sweepLines) table() Table {
	a := l.axes[0]
	t := Table{Header: []string{"kind", "id", "name", "sets_its_own", a.path, "mean", "p10", "p90"}}
	for i, p := range l.sweep.Packages {
		for k := range l.at {
			r := l.risk(i, k)
			row := []any{"line", p.ID, l.names[i], l.ownCell(i), a.value(k), r.Mean, nil, nil}
			if l.banded || k == len(l.at)-1 {
				row[6], row[7] = r.P10, r.P90
			}
			t.add(row...)
		}
	}
	if a.median != nil {
		t.add("median", nil, nil, nil, *a.median, nil, nil, nil)
	}
	return t
}

func (g *sweepGrid) labels(numbers bool) []endLabel {
	out := make([]endLabel, len(g.names))
	for i, k := range g.looks {
		out[i] = endLabel{name: g.names[i], mark: k.Mark, words: k.Word}
		if own := g.ownOf(i); own != "" {
			out[i].name = g.lang.Sweep.NameOwn.with("package", g.names[i], "own", own)
		}
		if r := g.risk(i, len(g.at)-1); numbers {
			out[i].number = g.lang.percent(r.Mean, r.StdErr)
		}
	}
	return out
}

// draw lays out, from left to right: percentages, lines, bars at the end if the
// bands are not drawn, labels; below them numbers and the parameter.
func (l sweepLines) draw(p *page, in box) error {
	t := p.theme
	labels := l.labels(true)
	strip, pitch := 0.0, 0.0
	if !l.banded {
		pitch = math.Min(18, 300/float64(len(labels)))
		strip = 26 + pitch*float64(len(labels))
	}
	ticks := p.lang.percentTicks(l.top(), 6)
	tickStyle := style{regular, t.Tick, t.Quiet}
	f, err := l.frame(p, in, labels, ticks, sweepHeader, strip)
	if err != nil {
		return err
	}
	plot := f.plot
	f.drawName(p, sweepTickRow)
	x := l.axes[0].over(plot.x0, plot.x1)
	y := scale{0, ticks[len(ticks)-1].value, plot.y1, plot.y0}
	p.yGrid(ticks, y, plot, plot.x1+strip, tickStyle)
	p.sweptTicks(x, plot, tickStyle)
	p.drawMedianGuide(l.axes[0], x, plot, 0)

	l.drawBands(p, x, y)
	l.drawLines(p, x, y)
	ends := make([]estimate.Summary, len(labels))
	for i := range labels {
		ends[i] = l.risk(i, len(l.at)-1)
		labels[i].want = y.at(ends[i].Mean)
	}
	from := plot.x1 + 10
	if !l.banded {
		p.text(p.lang.Terms.OfCases.text(), plot.x1+8, plot.y0-sweepHeader+6, left, style{regular, 24, t.Quiet})
		p.rangeStrip(ends, l.looks, y, plot.x1+26, pitch)
		from = plot.x1 + strip
	}
	p.drawEndLabels(labels, f.column, from, plot.x1+strip+sweepLeader, plot.y0-t.Tick/2, plot.y1+12)
	return nil
}

// sweptTicks labels an axis of numbers below the plot.
func (p *page) sweptTicks(x sweptScale, plot box, st style) {
	width := func(label string) float64 { return p.width(label, st) }
	for _, tk := range x.placeTicks(width, 34, plot.x0-40, plot.x1+60, 9) {
		p.line(pen{color: p.theme.Axis, width: 2}, point{tk.at, plot.y1}, point{tk.at, plot.y1 + 8})
		if !tk.missing {
			p.lines(tk.label, tk.middle, plot.y1+14, centre, st)
		}
	}
}

// drawMedianGuide marks the scenario as it stands on the axis, with words above
// the plot and what is written there already, or says where it lies if that is
// beyond the values swept.
func (p *page) drawMedianGuide(a sweptAxis, x sweptScale, plot box, above float64) {
	if a.median == nil || a.categorical() {
		return
	}
	t := p.theme
	st := style{semibold, 24, t.Ink}
	says, number := p.lang.Sweep, p.lang.shortNumber(*a.median)
	top := plot.y0 - above - sweepHeader + 6 - ascent*st.size/2
	if !a.inside() {
		words, at, half := says.StandsLeft.with("median", number), plot.x0, 0.0
		if *a.median > a.values[0] {
			words = says.StandsRight.with("median", number)
			half = p.width(words, st)
			at = math.Max(plot.x1-8, plot.x0+half)
		}
		p.lines([]string{words}, at-half, top, left, st)
		return
	}
	words := says.Stands.with("median", number)
	at, half := x.at(*a.median), p.width(words, st)/2
	p.line(pen{t.Quiet, 2.5, []float64{7, 7}}, point{at, plot.y0 - above - 8}, point{at, plot.y1})
	p.polygon(wedge.corners(at, plot.y1-9, 9), t.Ink)
	p.lines([]string{words}, math.Min(math.Max(at, plot.x0+half), math.Max(plot.x1-8-half, plot.x0+half)), top, centre, st)
}

func (l sweepLines) top() float64 {
	top := 0.001
	for i := range l.names {
		for k := range l.at {
			r := l.risk(i, k)
			top = math.Max(top, r.Mean)
			if l.banded || k == len(l.at)-1 {
				top = math.Max(top, r.P90)
			}
		}
	}
	return math.Min(top, 1)
}

func (l sweepLines) curve(i int, x sweptScale, y scale, of func(estimate.Summary) float64) []point {
	var pts []point
	for k := range l.at {
		pts = append(pts, point{x.point(k), y.at(of(l.risk(i, k)))})
	}
	return pts
}

func low(s estimate.Summary) float64  { return s.P10 }
func high(s estimate.Summary) float64 { return s.P90 }
func mean(s estimate.Summary) float64 { return s.Mean }

func (l sweepLines) drawBands(p *page, x sweptScale, y scale) {
	if !l.banded {
		return
	}
	// The one that reaches highest first, so that none hides another.
	order := make([]int, len(l.names))
	for i := range order {
		order[i] = i
	}
	reach := func(i int) (top float64) {
		for k := range l.at {
			top = math.Max(top, l.risk(i, k).P90)
		}
		return top
	}
	sort.SliceStable(order, func(i, j int) bool { return reach(order[i]) > reach(order[j]) })
	for _, i := range order {
		band := l.curve(i, x, y, high)
		lower := l.curve(i, x, y, low)
		for k := len(lower) - 1; k >= 0; k-- {
			band = append(band, lower[k])
		}
		p.polygon(band, veil(l.looks[i].Fill))
	}
	for i := range l.names {
		edge := pen{p.theme.tint(l.looks[i].Mark, 0.55), 1.5, l.looks[i].dash}
		p.line(edge, l.curve(i, x, y, low)...)
		p.line(edge, l.curve(i, x, y, high)...)
	}
}

// markersUpTo is the number of markers that a plot of lines bears; with more,
// each line has two.
const markersUpTo = 60

func (l sweepLines) drawLines(p *page, x sweptScale, y scale) {
	n, points := len(l.names), len(l.at)
	for i := range l.names {
		p.line(pen{l.looks[i].Mark, 4.5, l.looks[i].dash}, l.curve(i, x, y, mean)...)
	}
	for i := range l.names {
		pts := l.curve(i, x, y, mean)
		every := n*points <= markersUpTo
		if !every {
			// Staggered, so that the markers of near lines do not coincide.
			var some []point
			for _, third := range []float64{1, 2} {
				share := third/3 + (float64(i)+0.5)/float64(n)/4 - 0.125
				some = append(some, pts[int(math.Round(share*float64(points-1)))])
			}
			if l.banded {
				some = append(some, pts[points-1])
			}
			pts = some
		}
		for _, q := range pts {
			p.mark(l.looks[i].marker, q.x, q.y, 8, l.looks[i].Mark)
		}
	}
}
