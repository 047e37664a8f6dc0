package plots

import (
	"image/color"
	"math"
)

// flipMap draws the choices over two parameters.
type flipMap struct{ choices }

// draw lays out, from the top: the second parameter, the map with labels to its
// right for regions too small for theirs, the first parameter.
func (f flipMap) draw(p *page, in box) error {
	t := p.theme
	a, b := f.axes[0], f.axes[1]
	st := style{semibold, 26, t.Ink}
	up := p.wrap(b.title(), st, in.width()-30)
	p.pointer(in.x0+8, in.y0+0.42*st.size, 8, 0)
	plot := in
	plot.y0 = p.lines(up, in.x0+28, in.y0, left, st) + 18
	across := p.wrap(a.title(), st, in.width()-40)
	bottom := in.y1 - blockHeight(len(across), st.size)
	plot.y1 = bottom - 24 - blockHeight(1, t.Tick)

	var xWords, yWords categories
	var err error
	if b.categorical() {
		if yWords, err = p.fitCategories(b.texts, 0.16*in.width(), plot.height()/float64(b.len())-8); err != nil {
			return err
		}
		plot.x0 += yWords.width + 14
	} else {
		plot.x0 += p.gutter(b, t.Tick)
	}
	plot.x1 = in.x1 - 10

	// Regions too small for their names make the map narrower, which may make
	// other regions too small.
	outside := make([]bool, len(f.names))
	var v flipView
	var column endLabels
	for more := true; more; {
		plot.x1 = in.x1 - 10
		labels := f.outsideLabels(outside)
		if len(labels) > 0 {
			if column, err = p.fitEndLabels(labels, plot.height()); err != nil {
				return err
			}
			plot.x1 = in.x1 - column.width - sweepLeader
		}
		if a.categorical() {
			if xWords, err = p.fitCategories(a.texts, plot.width()/float64(a.len())-16, 0.2*in.height()); err != nil {
				return err
			}
			plot.y1 = bottom - 24 - xWords.height
		}
		v, more = f.view(p, plot, outside)
	}

	p.tiles(v.xs, v.ys, func(i, j int) color.RGBA { return t.regionFill(f.looks[f.best[i][j]]) })
	if f.anyTied() {
		p.stripes(v.xs, v.ys, func(i, j int) bool { return len(f.tied[i][j]) > 0 })
	}
	for _, e := range borders(f.best, v.xs, v.ys) {
		p.line(pen{color: t.Ink, width: 2.2}, e[0], e[1])
	}
	p.outline(plot)
	f.drawLabels(p, v, plot, column)
	p.ticksBelow(v.x, plot, xWords, t.Tick, 10)
	p.ticksBeside(v.y, plot, yWords, t.Tick)
	middle, half := (plot.x0+plot.x1)/2, p.widest(across, st)/2
	middle = math.Min(math.Max(middle, in.x0+half), in.x1-half-30)
	p.lines(across, middle, bottom, centre, st)
	p.pointer(middle+half+18, bottom+0.42*st.size, 8, math.Pi/2)
	return nil
}

func (f flipMap) outsideLabels(outside []bool) []endLabel {
	var out []endLabel
	for i, is := range outside {
		if is {
			out = append(out, endLabel{name: f.names[i], mark: f.looks[i].Mark, words: f.looks[i].Word})
		}
	}
	return out
}

// A flipView is where everything on a map stands.
type flipView struct {
	x, y    sweptScale
	xs, ys  []float64
	regions []region
	inside  []regionLabel
	poles   []point // by package; where the leader of an outside label begins
	stands  []string
	plate   box // of the words beside the mark of the scenario as it stands
	marks   []point
	marked  []int // package of each mark: a region without a name
}

// view places the names of regions. It adds to outside the packages that find no
// room in their largest region, and then says that the map must be laid out once
// more.
func (f flipMap) view(p *page, plot box, outside []bool) (v flipView, more bool) {
	v.x, v.y = f.axes[0].over(plot.x0, plot.x1), f.axes[1].over(plot.y1, plot.y0)
	v.xs, v.ys = v.x.edges(), v.y.edges()
	v.regions = regionsOf(f.best, v.xs, v.ys)
	taken := f.placeStanding(p, &v, plot)

	largest := make([]int, len(f.names)) // region of each package
	for i := range largest {
		largest[i] = -1
	}
	for k, r := range v.regions {
		if l := largest[r.pkg]; l < 0 || r.area > v.regions[l].area {
			largest[r.pkg] = k
		}
	}
	v.poles = make([]point, len(f.names))
	for i, k := range largest {
		if k >= 0 && outside[i] {
			v.poles[i] = pole(v.regions[k], taken, plot.x1)
			taken = append(taken, box{v.poles[i].x - 8, v.poles[i].y - 8, plot.x1, v.poles[i].y + 8})
		}
	}
	var small []int
	for i, k := range largest {
		if k < 0 || outside[i] {
			continue
		}
		if l, ok := f.place(p, v.regions[k], taken, p.theme.Least); ok {
			l.region = k
			v.inside = append(v.inside, l)
			taken = append(taken, l.box)
		} else {
			small = append(small, k)
		}
	}
	for _, k := range small {
		l, ok := f.placeNear(p, v.regions[k], taken, plot)
		if !ok {
			outside[v.regions[k].pkg], more = true, true
			continue
		}
		l.region = k
		v.inside = append(v.inside, l)
		taken = append(taken, l.box, l.leader())
	}
	for k, r := range v.regions {
		if largest[r.pkg] == k {
			continue
		}
		if l, ok := f.place(p, r, taken, 28); ok {
			l.region = k
			v.inside = append(v.inside, l)
			taken = append(taken, l.box)
			continue
		}
		const radius = 11
		q := pole(r, taken, 0)
		b := box{q.x - radius, q.y - radius, q.x + radius, q.y + radius}
		if r.rects[0].width() > 2.4*radius && r.rects[0].height() > 2.4*radius && clear(b, taken, 4) {
			v.marks, v.marked = append(v.marks, q), append(v.marked, r.pkg)
			taken = append(taken, b)
		}
	}
	return v, more
}

func (f flipMap) drawLabels(p *page, v flipView, plot box, column endLabels) {
	t := p.theme
	outside := make([]bool, len(f.names))
	var labels []endLabel
	for i, q := range v.poles {
		if q == (point{}) {
			continue
		}
		outside[i] = true
		p.line(pen{color: t.Ink, width: 2}, q, point{plot.x1, q.y})
		p.disc(q.x, q.y, 7, t.Ink)
	}
	labels = f.outsideLabels(outside)
	k := 0
	for i, is := range outside {
		if is {
			labels[k].want = v.poles[i].y
			k++
		}
	}
	if len(labels) > 0 {
		p.drawEndLabels(labels, column, plot.x1, plot.x1+sweepLeader, plot.y0, plot.y1)
	}
	for _, l := range v.inside {
		k := f.looks[v.regions[l.region].pkg]
		b := l.box
		words := t.Ink
		if l.near {
			p.line(pen{color: t.Ink, width: 2}, l.from, l.tip())
			p.disc(l.from.x, l.from.y, 6, t.Ink)
			p.rect(box{b.x0 - nearPad, b.y0 - nearPad, b.x1 + nearPad, b.y1 + nearPad}, t.Paper)
			words = k.Word
		} else {
			p.rect(box{b.x0 - 8, b.y0 - 5, b.x1 + 8, b.y1 + 5}, t.regionFill(k))
		}
		r := 0.3 * l.size
		p.mark(k.marker, b.x0+r, b.y0+0.48*l.size, r, k.Mark)
		p.lines(l.lines, b.x0+1.02*l.size, b.y0, left, style{semibold, l.size, words})
	}
	for n, q := range v.marks {
		k := f.looks[v.marked[n]]
		p.mark(k.marker, q.x, q.y, 9, k.Mark)
	}
	p.drawStanding(f.standing(), v.x, v.y, plot)
	if v.stands != nil {
		p.rect(v.plate, t.Paper)
		p.linesAbout(v.stands, (v.plate.x0+v.plate.x1)/2, (v.plate.y0+v.plate.y1)/2, centre, style{semibold, standingSize, t.Ink})
	}
}
