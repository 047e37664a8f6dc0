package plots

import (
	"image/color"
	"math"
)

// draw lays out, from the top: the second parameter and the key, the panels, the
// first parameter.
func (h heatMaps) draw(p *page, in box) error {
	t := p.theme
	st := style{semibold, 26, t.Ink}
	in.y0 = h.key(p, in, st) + 20
	name := p.wrap(h.axes[0].title(), st, in.width()-40)
	grid := in
	grid.y1 -= blockHeight(len(name), st.size) + 12
	l, err := h.fit(p, grid)
	if err != nil {
		return err
	}
	for i := range h.names {
		row, col := i/l.cols, i%l.cols
		plot := box{x0: grid.x0 + l.gutter + float64(col)*(l.w+heatGapX)}
		plot.y0 = grid.y0 + float64(row)*(l.head+heatBelow+l.h+heatGapY) + l.head + heatBelow
		plot.x1, plot.y1 = plot.x0+l.w, plot.y0+l.h
		x, y := h.axes[0].over(plot.x0, plot.x1), h.axes[1].over(plot.y1, plot.y0)
		h.heading(p, i, l, plot)
		h.cells(p, i, x, y)
		p.outline(plot)
		h.lines(p, i, l, x, y, plot)
		if col == 0 {
			p.ticksBeside(y, plot, l.ys, l.tick)
		}
		if i+l.cols >= len(h.names) {
			p.ticksBelow(x, plot, l.xs, l.tick, heatGapX/2-12)
		}
	}
	middle := (grid.x0 + l.gutter + grid.x1) / 2
	half := p.widest(name, st) / 2
	middle = math.Min(math.Max(middle, in.x0+half), in.x1-half-30)
	p.lines(name, middle, grid.y1+12, centre, st)
	p.pointer(middle+half+18, grid.y1+12+0.42*st.size, 8, math.Pi/2)
	return nil
}

// key names the second parameter, whose values rise upwards, the ends of the
// colour scale and the mark of the scenario as it stands, in one row if they fit.
func (h heatMaps) key(p *page, in box, st style) float64 {
	const bar, gap = 240, 12
	t := p.theme
	plain := style{regular, st.size, t.Ink}
	stands := h.standingWords(h.stands)
	from, to := p.lang.percent(0, 0), p.lang.percentTicks(h.top, 6)
	end := to[len(to)-1].label
	width := bar + 2*gap + p.width(from, plain) + p.width(end, plain)
	if stands != "" {
		width += 56 + 40 + p.width(stands, plain)
	}
	name := p.wrap(h.axes[1].title(), st, in.width()-30)
	x, top := in.x1-width, in.y0
	if 30+p.widest(name, st)+60 > in.width()-width || len(name) > 1 {
		x = in.x0
		top = in.y0 + blockHeight(1, st.size) + 14
	}
	middle := in.y0 + blockHeight(1, st.size)/2
	if x == in.x0 { // key first, so that the parameter stands next to its axis
		p.pointer(in.x0+8, top+0.42*st.size, 8, 0)
		bottom := p.lines(name, in.x0+28, top, left, st)
		h.keyRow(p, x, middle, plain, from, end, stands)
		return bottom
	}
	p.pointer(in.x0+8, in.y0+0.42*st.size, 8, 0)
	bottom := p.lines(name, in.x0+28, in.y0, left, st)
	h.keyRow(p, x, middle, plain, from, end, stands)
	return bottom
}

func (h heatMaps) keyRow(p *page, x, middle float64, st style, from, end, stands string) {
	const bar, gap, steps = 240, 12, 60
	base := middle + (ascent-0.5)*st.size
	if stands != "" {
		b := box{x, middle - 15, x + 30, middle + 15}
		if h.stands.x && h.stands.y {
			p.cross(point{x + 15, middle}, b, pen{color: p.theme.Ink, width: 4})
		} else {
			p.line(pen{p.theme.Ink, 3, []float64{10, 8}}, point{x, middle}, point{x + 30, middle})
		}
		p.occupy(b)
		x = p.text(stands, x+40, base, left, st).x1 + 56
	}
	x = p.text(from, x, base, left, st).x1 + gap
	for k := range steps {
		share := (float64(k) + 0.5) / steps
		p.rect(box{x + bar*float64(k)/steps, middle - 13, x + bar, middle + 13}, h.ramp(p.theme, share*h.top))
	}
	p.outline(box{x, middle - 13, x + bar, middle + 13})
	p.occupy(box{x, middle - 13, x + bar, middle + 13})
	p.text(end, x+bar+gap, base, left, st)
}

// pointer is a small triangle turned clockwise from straight up.
func (p *page) pointer(x, y, r, turn float64) {
	var pts []point
	for k := range 3 {
		sin, cos := math.Sincos(turn + float64(k)*2*math.Pi/3)
		pts = append(pts, point{x + 1.3*r*sin, y - 1.3*r*cos})
	}
	p.polygon(pts, p.theme.Ink)
	p.occupy(box{x - r, y - r, x + r, y + r})
}

// outline sets a map off from the paper where its colour is almost that.
func (p *page) outline(b box) {
	p.line(pen{color: p.theme.tint(p.theme.Axis, 0.7), width: 1.5},
		point{b.x0, b.y0}, point{b.x1, b.y0}, point{b.x1, b.y1}, point{b.x0, b.y1}, point{b.x0, b.y0})
}

func (h heatMaps) heading(p *page, i int, l heatPanels, plot box) {
	k := h.looks[i]
	top := plot.y0 - heatBelow - l.words(i)
	r := 0.3 * l.size
	p.mark(k.marker, plot.x0+r, top+0.48*l.size, r, k.Mark)
	bottom := p.lines(l.names[i], plot.x0+l.indent(), top, left, style{semibold, l.size, k.Word})
	p.lines(l.notes[i], plot.x0, bottom+4, left, style{regular, l.noteSize(), p.theme.Quiet})
}

func (h heatMaps) cells(p *page, i int, x, y sweptScale) {
	p.tiles(x.edges(), y.edges(), func(a, b int) color.RGBA {
		return h.ramp(p.theme, h.at[a][b].Packages[i].Risk.Mean)
	})
}

// tiles fills the cells between edges, rising to the right and upwards, with
// their colours. Every tile reaches under its neighbours to the right and below,
// which are drawn later, so that no paper shines through where they meet.
func (p *page) tiles(xs, ys []float64, colour func(i, j int) color.RGBA) {
	const under = 8
	nx, ny := len(xs)-1, len(ys)-1
	for j := ny - 1; j >= 0; j-- {
		bottom := math.Min(ys[j]+under, ys[0])
		for i := 0; i < nx; {
			c, k := colour(i, j), i+1
			for k < nx && colour(k, j) == c {
				k++
			}
			p.rect(box{xs[i], ys[j+1], math.Min(xs[k]+under, xs[nx]), bottom}, c)
			i = k
		}
	}
}

// lines draws contours with their labels, the mark of the scenario as it stands
// and, in a panel without a label, between which risks it lies.
func (h heatMaps) lines(p *page, i int, l heatPanels, x, y sweptScale, plot box) {
	marks := p.drawStanding(h.stands, x, y, plot)
	st := style{semibold, math.Min(l.tick, l.size), p.theme.Ink}
	if x.categorical() && y.categorical() {
		if h.numbers(p, i, x, y, st) {
			return
		}
	}
	contours := h.contours(i, x, y)
	names := make([]string, len(h.levels))
	for k, level := range h.levels {
		names[k] = level.label
	}
	labels := p.placeContourLabels(contours, names, st, plot, marks)
	for _, c := range contours {
		pieces := [][]point{c.pts}
		for _, l := range labels {
			if l.text != names[c.level] {
				continue
			}
			var rest [][]point
			for _, piece := range pieces {
				rest = append(rest, outside(piece, l.box)...)
			}
			pieces = rest
		}
		for _, piece := range pieces {
			p.line(pen{color: p.theme.Ink, width: 2}, piece...)
		}
	}
	for _, l := range labels {
		p.linesAbout([]string{l.text}, l.middle.x, l.middle.y, centre, st)
	}
	if len(labels) == 0 {
		h.flat(p, i, contours, st, plot, marks)
	}
}

func (h heatMaps) contours(i int, x, y sweptScale) []contourLine {
	risk := func(a, b int) float64 { return h.at[a][b].Packages[i].Risk.Mean }
	positions := func(s sweptScale) []float64 {
		var out []float64
		for k := range s.len() {
			out = append(out, s.point(k))
		}
		return out
	}
	z := make([][]float64, x.len())
	for a := range z {
		for b := range y.len() {
			z[a] = append(z[a], risk(a, b))
		}
	}
	var out []contourLine
	for k, level := range h.levels {
		var lines [][]point
		switch {
		case !x.categorical() && !y.categorical():
			lines = contours(positions(x), positions(y), z, level.value)
		case !x.categorical():
			lines = crossings(y.edges(), positions(x), func(s, n int) float64 { return risk(n, s) }, level.value, true)
		case !y.categorical():
			lines = crossings(x.edges(), positions(y), risk, level.value, false)
		}
		for _, pts := range lines {
			out = append(out, contourLine{k, pts})
		}
	}
	return out
}

// numbers writes the risk into every cell, or nothing where a cell is too small.
func (h heatMaps) numbers(p *page, i int, x, y sweptScale, st style) bool {
	xs, ys := x.edges(), y.edges()
	words := make([][]string, x.len())
	for a := range words {
		for b := range y.len() {
			r := h.at[a][b].Packages[i].Risk
			words[a] = append(words[a], p.lang.percent(r.Mean, r.StdErr))
			if p.width(words[a][b], st)+10 > xs[a+1]-xs[a] || 1.2*st.size > ys[b]-ys[b+1] {
				return false
			}
		}
	}
	for a := range words {
		for b, w := range words[a] {
			p.linesAbout([]string{w}, x.point(a), y.point(b), centre, st)
		}
	}
	return true
}

// flat says of a map without labelled contours between which risks it lies.
func (h heatMaps) flat(p *page, i int, lines []contourLine, st style, plot box, marks []box) {
	const whole = 0.001
	lo, hi := h.extremes(i)
	text := p.lang.percentRange(lo, hi, whole)
	w, height := p.width(text, st)/2+4, 0.5*st.size+3
	for _, fx := range []float64{0.5, 0.3, 0.7, 0.15, 0.85} {
		for _, fy := range []float64{0.5, 0.3, 0.7, 0.15, 0.85} {
			q := point{plot.x0 + fx*plot.width(), plot.y0 + fy*plot.height()}
			b := box{q.x - w, q.y - height, q.x + w, q.y + height}
			if b.x0 < plot.x0 || b.x1 > plot.x1 || b.y0 < plot.y0 || b.y1 > plot.y1 {
				continue
			}
			if p.room(b, -1, lines, nil, marks) > 2 {
				p.linesAbout([]string{text}, q.x, q.y, centre, st)
				return
			}
		}
	}
}

// ticksBelow labels the first axis of a map, ticksBeside the second. Labels may
// reach beyond the map by a little.
func (p *page) ticksBelow(x sweptScale, plot box, words categories, size, beyond float64) {
	if x.categorical() {
		for k, ls := range words.texts {
			p.lines(ls, x.point(k), plot.y1+12, centre, style{regular, words.size, p.theme.Quiet})
		}
		return
	}
	st := style{regular, size, p.theme.Quiet}
	width := func(label string) float64 { return p.width(label, st) }
	for _, tk := range x.placeTicks(width, 26, plot.x0-beyond, plot.x1+beyond, 8) {
		p.line(pen{color: p.theme.Axis, width: 2}, point{tk.at, plot.y1}, point{tk.at, plot.y1 + 7})
		if !tk.missing {
			p.lines(tk.label, tk.middle, plot.y1+12, centre, st)
		}
	}
}

func (p *page) ticksBeside(y sweptScale, plot box, words categories, size float64) {
	if y.categorical() {
		for k, ls := range words.texts {
			p.linesAbout(ls, plot.x0-14, y.point(k), right, style{regular, words.size, p.theme.Quiet})
		}
		return
	}
	st := style{regular, size, p.theme.Quiet}
	height := func(string) float64 { return blockHeight(1, size) }
	for _, tk := range y.placeTicks(height, 16, plot.y0-12, plot.y1+12, ticksUp) {
		p.line(pen{color: p.theme.Axis, width: 2}, point{plot.x0 - 7, tk.at}, point{plot.x0, tk.at})
		if !tk.missing {
			p.linesAbout(tk.label, plot.x0-14, tk.middle, right, st)
		}
	}
}

const ticksUp = 6 // at most so many steps on an upright axis

// gutter is the width of an upright axis of numbers, however many of them its
// height allows.
func (p *page) gutter(a sweptAxis, size float64) float64 {
	first, last := a.values[0], a.values[a.len()-1]
	ticks := []tick{{first, p.lang.shortNumber(first)}, {last, p.lang.shortNumber(last)}}
	for most := 1; most <= ticksUp; most++ {
		ticks = append(ticks, p.lang.numberTicks(first, last, a.log, most)...)
	}
	return p.tickWidth(ticks, style{regular, size, nil}) + 14
}
