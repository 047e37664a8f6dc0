package plots

import "math"

// sweepDots is a sweep over one parameter whose values are texts.
type sweepDots struct{ sweepGrid }

func sweepDotsFigure(g sweepGrid) *Figure {
	d := sweepDots{g}
	a := g.axes[0]
	return &Figure{
		Title:    g.lang.Sweep.Title.with("parameter", a.words()),
		Subtitle: g.lang.Sweep.SubtitleTexts.with("measure", g.sweptMeasure(), "varies", g.whatVaries(), "cases", g.cases()),
		alt: g.lang.Sweep.AltTexts.with("horizon", g.horizon(), "values", g.lang.counted(g.lang.Values, a.len()), "parameter", a.path,
			"first", a.say(0), "last", a.say(a.len()-1), "packages", g.packages(), "change", g.change()),
		Data: d.table(),
		body: d.draw,
	}
}

// table has a row a package and value.
func (d sweepDots) table() Table {
	a := d.axes[0]
	t := Table{Header: []string{"id", "name", "sets_its_own", a.path, "mean", "p10", "p90"}}
	for i, p := range d.sweep.Packages {
		for k := range d.at {
			r := d.risk(i, k)
			t.add(p.ID, d.names[i], d.ownCell(i), a.value(k), r.Mean, r.P10, r.P90)
		}
	}
	return t
}

func (d sweepDots) top() float64 {
	top := 0.001
	for i := range d.names {
		for k := range d.at {
			top = math.Max(top, math.Max(d.risk(i, k).Mean, d.risk(i, k).P90))
		}
	}
	return math.Min(top, 1)
}

// draw gives every value a slot with a bar a package, in the scenario's order;
// the labels name the bars of the last slot.
func (d sweepDots) draw(p *page, in box) error {
	t := p.theme
	labels := d.labels(false)
	ticks := p.lang.percentTicks(d.top(), 6)
	a := d.axes[0]
	// The words below the slots need the width that the labels leave, and the
	// labels the height that the words leave: a second round settles it.
	var (
		f     sweepFrame
		words categories
		err   error
	)
	room := in
	for range 2 {
		if f, err = d.frame(p, room, labels, ticks, 0, 0); err != nil {
			return err
		}
		if words, err = p.fitCategories(a.texts, f.plot.width()/float64(a.len())-16, 0.25*in.height()); err != nil {
			return err
		}
		room.y1 = in.y1 - math.Max(0, words.height-t.Tick)
	}
	if f, err = d.frame(p, room, labels, ticks, 0, 0); err != nil {
		return err
	}
	plot := f.plot
	more := in.y1 - room.y1
	if words, err = p.fitCategories(a.texts, plot.width()/float64(a.len())-16, t.Tick+more); err != nil {
		return err
	}
	f.drawName(p, sweepTickRow+more)
	x := a.over(plot.x0, plot.x1)
	y := scale{0, ticks[len(ticks)-1].value, plot.y1, plot.y0}
	p.yGrid(ticks, y, plot, plot.x1, style{regular, t.Tick, t.Quiet})
	for _, e := range x.edges() {
		p.line(pen{color: t.Grid, width: 2}, point{e, plot.y0}, point{e, plot.y1 + 10})
	}
	for k := range d.at {
		p.lines(words.texts[k], x.point(k), plot.y1+14, centre, style{regular, words.size, t.Quiet})
	}

	n := float64(len(labels))
	slot := plot.width() / float64(a.len())
	pitch := math.Min(44, 0.86*slot/n)
	radius := math.Min(10, 0.4*pitch)
	bar := math.Min(6, 0.26*pitch)
	at := func(i, k int) float64 { return x.point(k) + (float64(i)-(n-1)/2)*pitch }
	last := len(d.at) - 1
	for i := range labels {
		labels[i].want = y.at(d.risk(i, last).Mean)
		p.line(pen{color: t.tint(d.looks[i].Mark, 0.5), width: 2}, point{at(i, last), labels[i].want}, point{plot.x1, labels[i].want})
	}
	for k := range d.at {
		for i := range labels {
			r := d.risk(i, k)
			b := box{at(i, k) - bar, y.at(r.P90), at(i, k) + bar, y.at(r.P10)}
			p.rect(b, t.tint(d.looks[i].Mark, 0.45))
			p.occupy(b)
		}
	}
	for k := range d.at {
		for i := range labels {
			p.mark(d.looks[i].marker, at(i, k), y.at(d.risk(i, k).Mean), radius, d.looks[i].Mark)
		}
	}
	p.drawEndLabels(labels, f.column, plot.x1, plot.x1+sweepLeader, plot.y0-t.Tick/2, plot.y1+12)
	return nil
}
