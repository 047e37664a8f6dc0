package plots

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"steadfast/sim/result"
)

// sweepGoldens are the figures of sweeps that are kept: of every kind one.
func sweepGoldens() []struct {
	file, figure string
	sweep        *result.Sweep
} {
	own := warCost(9)
	own.Own = []string{"p2"}
	return []struct {
		file, figure string
		sweep        *result.Sweep
	}{
		{"sweep", "sweep", swept(4, realName, own)},
		{"sweep-texts", "sweep", swept(4, realName, states())},
		{"sweep-map", "sweep", swept(6, realName, troops(5), resolve(5))},
		{"flip", "flip", swept(12, realName, warCost(9), resolve(9))},
		{"flip-row", "flip", swept(12, realName, resolve(9))},
	}
}

func buildSweep(t testing.TB, figure string, s *result.Sweep) *Figure {
	t.Helper()
	f, err := BuildSweep(figure, s, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSweepGoldenSVG(t *testing.T) {
	for _, g := range sweepGoldens() {
		var got bytes.Buffer
		if err := buildSweep(t, g.figure, g.sweep).WriteSVG(&got, Slide); err != nil {
			t.Fatal(err)
		}
		want := golden(t, g.file+".svg", got.Bytes())
		if runtime.GOARCH == "amd64" && !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s.svg differs from its golden file: look at the picture, then run with -update", g.file)
		}
		for d := xml.NewDecoder(bytes.NewReader(got.Bytes())); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", g.file, err)
			}
		}
	}
}

func TestSweepGoldenPNG(t *testing.T) {
	size := Size{320, 180}
	for _, g := range sweepGoldens() {
		var got, twice, changed bytes.Buffer
		f := buildSweep(t, g.figure, g.sweep)
		if err := errors.Join(f.WritePNG(&got, size), f.WritePNG(&twice, size)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), twice.Bytes()) {
			t.Errorf("%s: bytes differ between two drawings", g.file)
		}
		want := decode(t, golden(t, g.file+".png", got.Bytes()))
		if mean, share := distance(decode(t, got.Bytes()), want); mean > 0.2 || share > 0.002 {
			t.Errorf("%s.png: colours differ by %.3f of 255 in the mean and visibly in %.2f %% of pixels: look at the picture, then run with -update",
				g.file, mean, 100*share)
		}
		for k := range g.sweep.Points {
			pt := &g.sweep.Points[k]
			pt.Packages[1] = sweptValue(-2)
			pt.Preferred[0] = preferred(g.sweep, pt, "risk")
		}
		if err := buildSweep(t, g.figure, g.sweep).WritePNG(&changed, size); err != nil {
			t.Fatal(err)
		}
		if mean, share := distance(decode(t, changed.Bytes()), want); mean <= 0.2 && share <= 0.002 {
			t.Errorf("%s.png: another sweep passes for the golden one (%.3f, %.4f)", g.file, mean, share)
		}
	}
}

func TestSweepFiguresSayWhatTheyAre(t *testing.T) {
	for _, g := range sweepGoldens() {
		f := buildSweep(t, g.figure, g.sweep)
		said := f.Title + " " + f.Subtitle
		for _, want := range []string{"major breach", "15" + nbsp + "years", "ceasefire between Russia and Ukraine", "512" + nbsp + "cases"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q does not say %q", g.file, said, want)
			}
		}
		if strings.Count(f.Alt(), ". ") > 0 || !strings.HasSuffix(f.Alt(), ".") || !strings.ContainsAny(f.Alt(), "123456789") {
			t.Errorf("%s: alt text is not one sentence with numbers: %q", g.file, f.Alt())
		}
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		text := allWords(p)
		for _, want := range []string{"ukraine-options", "9b74c9897bac", "seed 20270101", "steadfast 0.1.0", g.sweep.Axes[0].Path} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks the words %q: %q", g.file, want, text)
			}
		}
		if a := g.sweep.Axes[0]; a.Median != nil && !strings.Contains(text, "as it stands") {
			t.Errorf("%s does not mark the scenario as it stands", g.file)
		}
		if a := g.sweep.Axes[0]; a.Own != nil && !strings.Contains(text, "sets its own value") {
			t.Errorf("%s does not say that a package sets its own value", g.file)
		}
		var picture bytes.Buffer
		if err := f.WritePNG(&picture, Size{640, 360}); err != nil {
			t.Fatal(err)
		}
		chunks, err := ReadText(&picture)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]string{}
		for _, c := range chunks {
			found[c.Key] = c.Value
		}
		if found["steadfast.hash"] != g.sweep.Scenario.Hash || found["steadfast.figure"] != g.figure || found["Description"] != f.Alt() {
			t.Errorf("%s: text chunks %v", g.file, found)
		}
	}
}

func allWords(p *page) string {
	var all []string
	for _, w := range p.words {
		all = append(all, w.text)
	}
	return strings.Join(all, " ")
}

// A package has the colour it has in the figures of a run.
func TestSweepKeepsColours(t *testing.T) {
	s := swept(12, realName, warCost(5), resolve(5))
	g, err := gridOf(s, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range DefaultTheme().looks(twelve()) {
		if g.looks[i].Ink != k.Ink || g.looks[i].marker != k.marker {
			t.Errorf("package %d looks different in a sweep", i)
		}
	}
}
