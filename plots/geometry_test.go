package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// slack lets neighbours touch, for rounding of positions.
const slack = 0.5

func overlap(a, b box) bool {
	return a.x0 < b.x1-slack && b.x0 < a.x1-slack && a.y0 < b.y1-slack && b.y0 < a.y1-slack
}

// faults lists words that collide with each other or with a mark, leave the
// canvas, or are too small.
func faults(p *page) []string {
	var out []string
	canvas := box{0, 0, p.w, p.h}
	for i, w := range p.words {
		b := w.box
		if b.x0 < canvas.x0 || b.y0 < canvas.y0 || b.x1 > canvas.x1 || b.y1 > canvas.y1 {
			out = append(out, fmt.Sprintf("%q leaves the canvas: %v of %v", w.text, b, canvas))
		}
		if w.size < p.theme.Least {
			out = append(out, fmt.Sprintf("%q is set in %g, less than %g", w.text, w.size, p.theme.Least))
		}
		for _, v := range p.words[i+1:] {
			if overlap(b, v.box) {
				out = append(out, fmt.Sprintf("%q %v collides with %q %v", w.text, b, v.text, v.box))
			}
		}
		for _, m := range p.marks {
			if overlap(b, m) {
				out = append(out, fmt.Sprintf("%q %v lies on a mark %v", w.text, b, m))
			}
		}
	}
	for _, m := range p.marks {
		if m.x0 < 0 || m.y0 < 0 || m.x1 > p.w || m.y1 > p.h {
			out = append(out, fmt.Sprintf("mark %v leaves the canvas", m))
		}
	}
	return out
}

func name3(i int) string { return fmt.Sprintf("P%02d", i) }

func name40(i int) string {
	return (packageNames[i%len(packageNames)] + " as agreed and then extended by treaty")[:40]
}

func oneWord40(i int) string { return strings.Repeat(string(rune('a'+i)), 40) }

// Every figure with every number of packages, and sizes and names in turn.
func TestNothingCollides(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, Page, Square, Print, {1280, 960}, {1080, 1350}, {2400, 900}}
	r := newRota()
	kinds := 3
	if testing.Short() {
		sizes, kinds = sizes[:4], 1
	}
	for _, n := range []int{1, 2, 6, 12, 20} {
		for _, figure := range Applicable(synthetic(min(n, 2), name3)) {
			for _, k := range next(r, figure, "names", namings(), kinds) {
				f := build(t, figure, synthetic(n, k.name))
				for _, size := range next(r, figure, "sizes", sizes, 1) {
					collide(t, f, size, fmt.Sprintf("%s of %d packages with names of %s", figure, n, k.kind))
				}
			}
		}
	}
	r.complete(t)
}

// The check itself must find what it looks for.
func TestFaultsAreFound(t *testing.T) {
	f, err := Compare(twelve(), DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(p *page){
		"word on word":  func(p *page) { p.words = append(p.words, p.words[3]) },
		"word on mark":  func(p *page) { p.marks = append(p.marks, p.words[3].box) },
		"off the page":  func(p *page) { p.words[3].box.x1 = p.w + 1 },
		"too small":     func(p *page) { p.words[3].size = 12 },
		"mark off page": func(p *page) { p.marks = append(p.marks, box{-3, 0, 2, 2}) },
	} {
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		if before := faults(p); len(before) > 0 {
			t.Fatal(before)
		}
		spoil(p)
		if len(faults(p)) == 0 {
			t.Errorf("%s: not found", name)
		}
	}
}

// Whatever the numbers are: all risks equal, near 0, near 1, many events.
func TestNothingCollidesWhateverTheNumbers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "packages")
		letters := rapid.StringMatching(`[A-Za-zéüł]{3,12}( [A-Za-z-]{1,9}){0,3}`)
		names := rapid.SliceOfN(letters, n, n).Draw(t, "names")
		s := synthetic(n, func(i int) string { return names[i] })
		for i := range s.Packages {
			rescale(&s.Packages[i], rapid.SampledFrom([]float64{0, 0.0004, 0.02, 0.3, 0.31, 0.7, 1}).Draw(t, "factor"))
			s.Packages[i].Risk.StdErr = rapid.SampledFrom([]float64{0, 0.0002, 0.004, 0.03, 0.2}).Draw(t, "error")
		}
		s.Scenario.Start = rapid.SampledFrom([]string{"", "2027-01-01", "2026-11-22"}).Draw(t, "start")
		for range rapid.IntRange(0, 30).Draw(t, "events") {
			s.Scenario.Marks = append(s.Scenario.Marks, result.Mark{
				Years: rapid.Float64Range(0, 15).Draw(t, "year"),
				Kind:  rapid.SampledFrom([]string{"election", "entry", "expiry"}).Draw(t, "kind"),
				Label: rapid.StringMatching(`[a-z]{3,12}( [a-z]{2,9}){0,4}`).Draw(t, "label"),
			})
		}
		pairUp(s)
		for _, figure := range rapid.SliceOfNDistinct(rapid.SampledFrom(Applicable(s)), 3, 3, rapid.ID).Draw(t, "figures") {
			f, err := Build(figure, s, DefaultTheme())
			if err != nil {
				t.Fatal(err)
			}
			collide(t, f, Slide, figure)
		}
	})
}

// rescale multiplies every probability of a package.
func rescale(p *result.Package, by float64) {
	r := &p.Risk
	for _, v := range []*float64{&r.Mean, &r.P5, &r.P10, &r.P25, &r.P50, &r.P75, &r.P90, &r.P95} {
		*v *= by
	}
	c := &p.Monthly
	for _, curve := range [][]float64{c.Mean, c.P10, c.P25, c.P50, c.P75, c.P90} {
		for i := range curve {
			curve[i] *= by
		}
	}
	for _, o := range []*estimate.Summary{&p.Deliberate, &p.Escalated, &p.Accident, &p.Clash, &p.Defeat, &p.Broken} {
		o.Mean *= by
	}
	addHazard(p, float64(len(c.Mean))/12)
	p.Simulated.Risk.Mean = math.Min(1, p.Simulated.Risk.Mean*by)
}

// Leaders cross where labels stand in another order than the lines end in.
func TestEndLabelsKeepTheOrderOfTheLines(t *testing.T) {
	s := twelve() // names of one and of two lines, side by side
	f, err := Breach(s, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.layout(Slide)
	if err != nil {
		t.Fatal(err)
	}
	y := map[string]float64{}
	for _, w := range p.words {
		if w.weight == bold {
			y[w.text] = w.box.y0
		}
	}
	for _, a := range s.Packages {
		for _, b := range s.Packages {
			above, ok1 := y[english().percent(a.Risk.Mean, a.Risk.StdErr)]
			below, ok2 := y[english().percent(b.Risk.Mean, b.Risk.StdErr)]
			if !ok1 || !ok2 {
				t.Fatalf("no label for %s or %s", a.ID, b.ID)
			}
			if a.Risk.Mean > b.Risk.Mean && above >= below {
				t.Errorf("%s, which ends higher, is labelled below %s", a.Name, b.Name)
			}
		}
	}
}
