package plots

import (
	"fmt"
	"strings"

	"steadfast/sim/result"
)

// Futures answers: what does 34 % look like? It draws up to 100 of the simulated
// futures a package, the same future in the same place in every panel: future 0
// of cases evenly spaced in the design, whatever they hold.
//
// Its reader must not take the share of the dots for the probability: 100 futures
// are a sample that was never chosen to fit, and each panel states beside its own
// count the share of all futures. Nor is the order of the dots one of time.
func Futures(s *result.Set, t Theme) (*Figure, error) {
	if err := checkSample(s); err != nil {
		return nil, fmt.Errorf("figure futures: %w", err)
	}
	f := futures{set: s, lang: t.words(), looks: t.looks(s)}
	fig := &Figure{
		Name: "futures", Title: f.title(), Subtitle: f.subtitle(),
		alt: f.alt(), Data: f.table(), theme: t, origin: originOf(s), body: f.draw,
	}
	return fig.finish()
}

type futures struct {
	set   *result.Set
	lang  *Words
	looks []look
}

func (f futures) title() string {
	title := f.lang.Futures.Title
	if len(f.set.Packages) == 1 {
		title = f.lang.Futures.TitleOne
	}
	return title.with("futures", f.lang.counted(f.lang.Counts.Futures, len(f.set.Packages[0].Sample)))
}

func (f futures) subtitle() string {
	s := f.set
	places := []string{
		"shown", f.lang.count(len(s.Packages[0].Sample)), "futures", f.lang.counted(f.lang.Counts.Futures, s.Run.Cases*s.Run.Futures),
		"ceasefire", f.lang.ceasefire(s.Scenario), "horizon", f.lang.duration(s.Scenario.HorizonYears),
	}
	if len(s.Packages) > 1 {
		return f.lang.Futures.Subtitle.with(places...)
	}
	return f.lang.Futures.SubtitleOne.with(append(places, "here", f.here(0), "all", f.all(0))...)
}

// here is how many of the futures drawn end in a major breach, and all which
// share of all futures.
func (f futures) here(i int) string {
	return f.lang.count(strings.Count(f.set.Packages[i].Sample, string(majorLetter)))
}

func (f futures) all(i int) string {
	r := f.set.Packages[i].Simulated.Risk
	return f.lang.percent(r.Mean, r.StdErr)
}

// The letters of a sample.
const (
	heldLetter    = 'h'
	limitedLetter = 'l'
	majorLetter   = 'm'
)

func checkSample(s *result.Set) error {
	if err := check(s); err != nil {
		return err
	}
	if s.Run.Futures < 1 || s.Run.Cases < 1 {
		return fmt.Errorf("the result has %d cases with %d futures each: none were simulated; run with --futures 1 or more", s.Run.Cases, s.Run.Futures)
	}
	n := len(s.Packages[0].Sample)
	for _, p := range s.Packages {
		switch {
		case p.Simulated == nil:
			return fmt.Errorf("package %q has no simulated futures: run with --futures 1 or more", p.ID)
		case len(p.Sample) == 0 || len(p.Sample) > side*side:
			return fmt.Errorf("package %q shows %d futures: allowed are 1 to %d; run the scenario again", p.ID, len(p.Sample), side*side)
		case len(p.Sample) != n:
			return fmt.Errorf("package %q shows %d futures, package %q %d: they must be the same futures; run the scenario again",
				p.ID, len(p.Sample), s.Packages[0].ID, n)
		}
		if bad := strings.Trim(p.Sample, "hlm"); bad != "" {
			return fmt.Errorf("package %q has a future marked %q: allowed are h, l and m; run the scenario again", p.ID, bad[:1])
		}
		if err := checkProbabilities(p.Simulated.Risk.Mean); err != nil {
			return fmt.Errorf("package %q: simulated risk: %w", p.ID, err)
		}
	}
	return nil
}

// caption is what a panel says of its futures; the subtitle explains it.
func (f futures) caption(i int) string {
	return f.lang.Futures.Caption.with("here", f.here(i), "all", f.all(i))
}

func (f futures) draw(p *page, in box) error {
	in.y0 = f.key(p, in) + 32
	l, err := f.fit(p, in)
	if err != nil {
		return err
	}
	in.y0 += l.spare() / 2
	for i := range f.set.Packages {
		row, col := i/l.cols, i%l.cols
		x := in.x0 + float64(col)*(l.cellW+panelGapX)
		y := in.y0 + float64(row)*(l.cellH+panelGapY)
		f.panel(p, i, l, x, y)
	}
	return nil
}

// key names the three outcomes beside their dots, in one line.
func (f futures) key(p *page, in box) float64 {
	t := p.theme
	st := style{semibold, t.Subtitle, t.Ink}
	x, r := in.x0, 12.0
	y := in.y0 + r
	says := f.lang.Futures
	for _, k := range []struct {
		letter byte
		label  string
	}{{majorLetter, says.Major.text()}, {limitedLetter, says.Limited.text()}, {heldLetter, says.Held.text()}} {
		p.outcome(k.letter, x+r, y, r)
		b := p.text(k.label, x+2*r+12, y+0.36*st.size, left, st)
		x = b.x1 + 56
	}
	return y + r
}

// outcome draws one future: colour, fill and shape all tell what it ends in.
func (p *page) outcome(letter byte, x, y, r float64) {
	t := p.theme
	switch letter {
	case majorLetter:
		p.polygon(square.corners(x, y, r), t.Major)
	case limitedLetter:
		p.polygon(triangle.corners(x, y+0.12*r, r*0.76), t.Limited)
	default:
		p.circle(x, y, r*0.56, pen{color: t.Held, width: max(1.8, r*0.2)})
	}
	p.occupy(box{x - r, y - r, x + r, y + r})
}

// panel draws one package: its dots, and its name and count above or beside.
func (f futures) panel(p *page, i int, l panels, x, y float64) {
	t, k := p.theme, f.looks[i]
	name, count := style{semibold, l.size, k.Word}, style{regular, l.size, t.Ink}
	textX, textY, dotsY := x, y, y
	if l.beside {
		textX = x + l.dots + besideGap
		textY = y + max(0, (l.dots-l.textHeight(i))/2)
	} else {
		// Dots line up across a row, and words stand on them.
		dotsY = y + l.text + textGap
		textY = y + l.text - l.textHeight(i)
	}
	r := 0.3 * l.size
	p.mark(k.marker, textX+r, textY+0.48*l.size, r, k.Mark)
	bottom := p.lines(l.names[i], textX+2*r+l.swatchGap(), textY, left, name)
	p.lines(l.captions[i], textX, bottom+captionGap, left, count)

	pitch := l.dots / side
	for n := range len(f.set.Packages[i].Sample) {
		cx := x + (float64(n%side)+0.5)*pitch
		cy := dotsY + (float64(n/side)+0.5)*pitch
		p.outcome(f.set.Packages[i].Sample[n], cx, cy, 0.36*pitch)
	}
}

func (f futures) alt() string {
	var parts []string
	for i, p := range f.set.Packages {
		parts = append(parts, f.lang.Futures.AltPackage.with("package", nameOf(p), "here", f.here(i), "all", f.all(i)))
	}
	return f.lang.Futures.Alt.with("shown", f.lang.count(len(f.set.Packages[0].Sample)),
		"futures", f.lang.counted(f.lang.Counts.Futures, f.set.Run.Cases*f.set.Run.Futures),
		"horizon", f.lang.duration(f.set.Scenario.HorizonYears), "packages", strings.Join(parts, f.lang.Semicolon))
}

// table has a row a package; sample has a letter a future, in the order drawn, by
// rows from the top left: h held, l limited breach only, m major breach.
func (f futures) table() Table {
	t := Table{Header: []string{"id", "name", "shown", "held", "limited_only", "major", "major_in_all", "sample"}}
	for _, p := range f.set.Packages {
		n := func(letter rune) int { return strings.Count(p.Sample, string(letter)) }
		t.add(p.ID, nameOf(p), len(p.Sample), n(heldLetter), n(limitedLetter), n(majorLetter), p.Simulated.Risk.Mean, p.Sample)
	}
	return t
}
