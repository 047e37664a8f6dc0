package plots

import (
	"fmt"
	"io"
	"strings"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"steadfast/sim/result"
)

// A Figure is a picture of a result that is ready to be drawn at any size.
type Figure struct {
	Name     string // as in Names
	Title    string // what it shows
	Subtitle string // measure, horizon and interval
	Data     Table  // the numbers drawn, and only those

	alt    string
	theme  Theme
	origin origin
	body   func(p *page, in box) error // draws into what title and footer leave

	provenance *provenance // nil: the figure cannot be made again from its picture
}

// A builder makes one kind of figure.
type builder struct {
	name  string
	build func(*result.Set, Theme) (*Figure, error)
}

func builders() []builder {
	return []builder{{"breach", Breach}, {"compare", Compare}, {"futures", Futures}, {"difference", Difference}, {"tradeoff", Tradeoff}, {"cost", Cost}, {"causes", Causes}, {"hazard", Hazard}}
}

// Names lists the figures there are, in the order a report shows them.
func Names() []string {
	var out []string
	for _, b := range builders() {
		out = append(out, b.name)
	}
	return out
}

// Build makes the figure of a name. It fails for an unknown name and for a
// result that does not hold what the figure shows.
func Build(name string, s *result.Set, t Theme) (*Figure, error) {
	for _, b := range builders() {
		if b.name == name {
			return b.build(s, t)
		}
	}
	return nil, fmt.Errorf("figure %q is unknown: allowed are %q", name, Names())
}

// finish draws the figure once into a recorder, so that what cannot be drawn is
// an error when the figure is built and not when it is written.
func (f *Figure) finish() (*Figure, error) {
	f.alt = strings.ReplaceAll(f.alt, nbsp, " ")
	if _, err := f.layout(Slide); err != nil {
		return nil, f.named(err)
	}
	return f, nil
}

// named says of an error which figure it stopped.
func (f *Figure) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("figure %s: %w", f.Name, err)
}

// layout draws into nothing and returns the page, with all words and marks.
func (f *Figure) layout(size Size) (*page, error) {
	w, h := size.points()
	p := newPage(draw.NewCanvas(new(recorder.Canvas), w, h), f.theme, f.theme.Fonts)
	return p, f.draw(p)
}

func (f *Figure) draw(p *page) error {
	in := p.frame(f.Title, f.Subtitle, f.origin.footer(p.lang))
	if err := f.body(p, in); err != nil {
		return err
	}
	for _, w := range p.words {
		if miss := p.theme.Fonts.Missing(w.text); len(miss) > 0 {
			return fmt.Errorf("the typeface has no character %q (%U) of %q: write it in Latin, Greek or Cyrillic letters",
				miss[0], miss[0], w.text)
		}
	}
	return nil
}

// Draw draws the figure on any canvas of gonum/plot, filling its rectangle.
func (f *Figure) Draw(c draw.Canvas) error {
	p := newPage(c, f.theme, f.theme.Fonts)
	p.rect(box{0, 0, p.w, p.h}, f.theme.Paper)
	return f.named(f.draw(p))
}

// Alt is one sentence for who cannot see the figure, generated from the numbers.
func (f *Figure) Alt() string { return f.alt }

// WriteCSV writes the twin: exactly the numbers drawn, to full precision.
func (f *Figure) WriteCSV(w io.Writer) error { return f.Data.write(w) }
