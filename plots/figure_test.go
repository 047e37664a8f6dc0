package plots

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func build(t testing.TB, name string, s *result.Set) *Figure {
	t.Helper()
	f, err := Build(name, s, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSameBytesTwice(t *testing.T) {
	t.Parallel()
	size, names := Size{320, 180}, Names()
	if testing.Short() {
		names = names[:3]
	}
	for _, name := range names {
		var png, svg [3]bytes.Buffer
		f := build(t, name, twelve())
		var wait sync.WaitGroup
		for i := range 2 { // at the same time, from one figure
			wait.Go(func() {
				if err := errors.Join(f.WritePNG(&png[i], size), f.WriteSVG(&svg[i], size)); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		g := build(t, name, twelve())
		if err := errors.Join(g.WritePNG(&png[2], size), g.WriteSVG(&svg[2], size)); err != nil {
			t.Error(err)
		}
		for i := range 2 {
			if !bytes.Equal(png[i].Bytes(), png[2].Bytes()) || !bytes.Equal(svg[i].Bytes(), svg[2].Bytes()) {
				t.Errorf("%s: bytes differ between two drawings", name)
			}
		}
		other := twelve()
		rescale(&other.Packages[3], 0.9)
		pairUp(other)
		other.Packages[3].Sample = strings.Replace(other.Packages[3].Sample, "m", "l", 1)
		var changed bytes.Buffer
		if err := build(t, name, other).WritePNG(&changed, size); err != nil {
			t.Error(err)
		}
		if bytes.Equal(changed.Bytes(), png[2].Bytes()) {
			t.Errorf("%s: another result gives the same picture", name)
		}
	}
}

func TestSVGIsWellFormedAndSaysWhatItIs(t *testing.T) {
	s := twelve()
	s.Packages[2].Name = `Snapback <"fast"> & sure`
	for _, name := range Names() {
		f := build(t, name, s)
		var b bytes.Buffer
		if err := f.WriteSVG(&b, Slide); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		for _, want := range []string{f.Title, "<desc>", s.Scenario.Hash, `font-family:'Open Sans'`, `width="1440pt"`} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the SVG lacks %q", name, want)
			}
		}
		d := xml.NewDecoder(&b)
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func TestEveryFigureSaysMeasureHorizonAndInterval(t *testing.T) {
	for _, name := range Names() {
		f := build(t, name, twelve())
		if f.Name != name || f.Title == "" || len(f.Data.Rows) == 0 {
			t.Errorf("%s: name %q, title %q, %d rows", name, f.Name, f.Title, len(f.Data.Rows))
		}
		said := f.Title + " " + f.Subtitle
		for _, want := range []string{"major breach", "15" + nbsp + "years", "ceasefire between Russia and Ukraine"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q does not say %q", name, said, want)
			}
		}
		if strings.Count(f.Alt(), ". ") > 0 || !strings.HasSuffix(f.Alt(), ".") || !strings.Contains(f.Alt(), "%") {
			t.Errorf("%s: alt text is not one sentence with numbers: %q", name, f.Alt())
		}
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, w := range p.words {
			all = append(all, w.text)
		}
		text := strings.Join(all, " ")
		for _, want := range []string{"ukraine-options", "9b74c9897bac", "seed 20270101", "2,048" + nbsp + "cases × 100" + nbsp + "futures", "steadfast 0.1.0"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: footer lacks %q: %q", name, want, text)
			}
		}
	}
}

func TestBadInputIsAnError(t *testing.T) {
	t.Parallel()
	nan, inf := math.NaN(), math.Inf(1)
	all := strings.Join(Names(), " ")
	r := newRota()
	for _, c := range []struct {
		name    string
		figures string // that must refuse it
		spoil   func(s *result.Set)
		want    string
	}{
		{"no package", all, func(s *result.Set) { s.Packages = nil }, "no package"},
		{"no horizon", all, func(s *result.Set) { s.Scenario.HorizonYears = 0 }, "horizon"},
		{"NaN horizon", all, func(s *result.Set) { s.Scenario.HorizonYears = nan }, "horizon"},
		{"NaN mean", all, func(s *result.Set) { s.Packages[1].Risk.Mean = nan }, "NaN"},
		{"mean above 1", all, func(s *result.Set) { s.Packages[1].Risk.Mean = 1.2 }, "1.2"},
		{"infinite error", all, func(s *result.Set) { s.Packages[1].Risk.StdErr = inf }, "sampling error"},
		{"negative error", all, func(s *result.Set) { s.Packages[1].Risk.StdErr = -1 }, "sampling error"},
		{"falling quantiles", all, func(s *result.Set) { s.Packages[1].Risk.P10 = 0.9 }, "must rise"},
		{"unknown baseline", all, func(s *result.Set) { s.Scenario.Baseline = "nobody" }, `"nobody"`},
		{"unknown pair", all, func(s *result.Set) { s.Pairs[0].B = "ghost" }, `"ghost"`},
		{"two of one id", all, func(s *result.Set) { s.Packages[2].ID = "p1" }, "twice"},
		{"no id", all, func(s *result.Set) { s.Packages[2].ID = "" }, "no id"},
		{"NaN event", all, func(s *result.Set) { s.Scenario.Marks[0].Years = nan }, "finite"},
		{"short curve", "breach", func(s *result.Set) { s.Packages[1].Monthly.P90 = nil }, "180"},
		{"NaN in curve", "breach", func(s *result.Set) { s.Packages[1].Monthly.P10[7] = nan }, "NaN"},
		{"curve ends elsewhere", "breach", func(s *result.Set) { s.Packages[1].Monthly.Mean[179] += 0.01 }, "must be equal"},
		{"no futures", "futures", func(s *result.Set) { s.Run.Futures = 0 }, "--futures"},
		{"not simulated", "futures", func(s *result.Set) { s.Packages[1].Simulated = nil }, "--futures"},
		{"no sample", "futures", func(s *result.Set) { s.Packages[1].Sample = "" }, "allowed are 1 to 100"},
		{"long sample", "futures", func(s *result.Set) { s.Packages[1].Sample += "h" }, "101"},
		{"other sample", "futures", func(s *result.Set) { s.Packages[1].Sample = "hhm" }, "same futures"},
		{"unknown letter", "futures", func(s *result.Set) { s.Packages[1].Sample = "x" + s.Packages[1].Sample[1:] }, `"x"`},
		{"NaN simulated", "futures", func(s *result.Set) { s.Packages[1].Simulated.Risk.Mean = nan }, "NaN"},
		{"no glyph", all, func(s *result.Set) { s.Packages[1].Name = "中 guarantee" }, "U+4E2D"},
		{"too many", all, func(s *result.Set) { *s = *synthetic(90, name40) }, "plot fewer packages"},
	} {
		// The figure that must refuse it, and in turn one that need not; or all.
		names := Names()
		if c.figures == all && testing.Short() {
			names = next(r, "all", "figures", names, 2)
		} else if c.figures != all {
			names = append(next(r, "other", "figures", names, 1), c.figures)
		}
		for _, name := range names {
			s := twelve()
			c.spoil(s)
			f, err := Build(name, s, DefaultTheme())
			refused := strings.Contains(c.figures, name)
			switch {
			case refused && err == nil:
				t.Errorf("%s: %s draws it", c.name, name)
			case refused && !strings.Contains(err.Error(), c.want):
				t.Errorf("%s: %s says %q, want %q in it", c.name, name, err, c.want)
			case refused && f != nil:
				t.Errorf("%s: %s gives a figure besides the error", c.name, name)
			case !refused && err != nil:
				t.Errorf("%s: %s refuses it: %v", c.name, name, err)
			}
		}
	}
	r.complete(t)
	if _, err := Build("breach", nil, DefaultTheme()); err == nil {
		t.Error("a nil result is drawn")
	}
	if _, err := Build("pie", twelve(), DefaultTheme()); err == nil || !strings.Contains(err.Error(), "compare") {
		t.Errorf("unknown figure: %v", err)
	}
}

func TestBadSizeIsAnError(t *testing.T) {
	f := build(t, "compare", twelve())
	for _, size := range []Size{{}, {-1, 5}, {100, 100}, {1 << 20, 1080}, {4000, 500}, {500, 1200}} {
		var b bytes.Buffer
		if err := f.WritePNG(&b, size); err == nil || b.Len() > 0 {
			t.Errorf("PNG of %v: error %v, %d bytes", size, err, b.Len())
		}
		if err := f.WriteSVG(&b, size); err == nil || b.Len() > 0 {
			t.Errorf("SVG of %v: error %v, %d bytes", size, err, b.Len())
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteErrorsArePassedOn(t *testing.T) {
	f := build(t, "futures", twelve())
	size := Size{640, 360}
	for name, err := range map[string]error{
		"png": f.WritePNG(fullDisk{}, size), "svg": f.WriteSVG(fullDisk{}, size), "csv": f.WriteCSV(fullDisk{}),
	} {
		if err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The twin holds the numbers of the result, to full precision.
func TestDataAreTheNumbersDrawn(t *testing.T) {
	s := twelve()
	c := build(t, "compare", s).Data
	if got, want := c.Rows[0][1], "p5"; got != want { // the safest
		t.Errorf("first row is %s, want %s", got, want)
	}
	if got, want := len(c.Rows), 12; got != want {
		t.Errorf("compare has %d rows, want %d", got, want)
	}
	last := map[string]string{}
	for i, h := range c.Header {
		last[h] = c.Rows[11][i]
	}
	want := map[string]string{"row": "12", "id": "p0", "name": "No guarantee", "mean": "0.48", "std_err": "0.0016",
		"low": "0.4784", "high": "0.4816", "word": "realistic possibility", "tied_with": ""}
	for k, v := range want {
		if last[k] != v {
			t.Errorf("compare: %s of the baseline is %q, want %q", k, last[k], v)
		}
	}

	b := build(t, "breach", s).Data
	lines, events := 0, 0
	for _, r := range b.Rows {
		if r[0] == "line" {
			lines++
		} else {
			events++
		}
	}
	if lines != 12*181 || events != 8 {
		t.Errorf("breach has %d points and %d events, want %d and 8 (one lies beyond the horizon)", lines, events, 12*181)
	}
	if diff := cmp.Diff([]string{"line", "p0", "No guarantee", "0", "0", "0", "0"}, b.Rows[0]); diff != "" {
		t.Error(diff)
	}
	if got := b.Rows[90]; got[5] != "" || got[6] != "" {
		t.Errorf("a band that is not drawn is in the data: %q", got)
	}
	if got := build(t, "breach", synthetic(3, name3)).Data.Rows[90]; got[5] == "" || got[6] == "" {
		t.Errorf("a band that is drawn is not in the data: %q", got)
	}

	f := build(t, "futures", s).Data
	if got := f.Rows[4]; got[7] != s.Packages[4].Sample || got[2] != "100" {
		t.Errorf("futures: %q", got)
	}
}
