package main

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/plots"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// pageOf is the page of a quick run with its words, its links, and the labels
// of its pictures.
func pageOf(t *testing.T, args ...string) (dir, html, text string, links, labels []string) {
	t.Helper()
	dir, _, stderr, status := quick(t, args...)
	if status != statusYes {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	html = contentsOf(t, dir, result.IndexHTML)
	var words strings.Builder
	for d := xml.NewDecoder(strings.NewReader(html)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return dir, html, strings.ReplaceAll(words.String(), "\u00a0", " "), links, labels
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.CharData:
			words.Write(e)
		case xml.StartElement:
			for _, a := range e.Attr {
				switch {
				case a.Name.Local == "href":
					links = append(links, a.Value)
				case e.Name.Local == "svg" && a.Name.Local == "aria-label":
					labels = append(labels, a.Value)
				}
			}
		}
	}
}

// TestIndex: the page of a run has every package, figure and parameter, and
// links only to what is beside it.
func TestIndex(t *testing.T) {
	dir, html, text, links, labels := pageOf(t)
	set, err := result.Read(strings.NewReader(contentsOf(t, dir, result.SetFile)))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{set.Scenario.Title, set.Scenario.Question, set.Scenario.Hash, set.Scenario.Flat}
	for _, p := range set.Packages {
		want = append(want, p.Name)
	}
	sc, found := scenario.Load(smallWorld, scenario.Options{Set: []string{"horizon_years=6"}})
	if sc == nil {
		t.Fatal(found)
	}
	for _, p := range parameters(sc) {
		want = append(want, p.Path, p.Value, p.Source, p.Note)
	}
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not on the page", w)
		}
	}
	var alts, twins []string
	for _, name := range plots.Names() {
		figure, err := plots.Build(name, set, plots.DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		alts = append(alts, figure.Alt())
		twins = append(twins, result.FigurePrefix+name+".csv", result.FigurePrefix+name+".png")
	}
	if d := cmp.Diff(alts, labels); d != "" {
		t.Errorf("labels of the pictures:\n%s", d)
	}
	links = slices.DeleteFunc(links, func(l string) bool { return strings.HasPrefix(l, "#") })
	if d := cmp.Diff(twins, links); d != "" {
		t.Errorf("links:\n%s", d)
	}
	for _, file := range links {
		if _, err := os.Stat(filepath.Join(dir, file)); err != nil {
			t.Error(err)
		}
	}
	if n := strings.Count(html, "@font-face"); n != 3 {
		t.Errorf("%d cuts of the typeface are embedded, want 3 for all figures", n)
	}
	if strings.Contains(html, "://") {
		t.Error("an address that the scenario does not name")
	}
	if strings.Contains(html, dir) {
		t.Error("the page names a folder of its maker")
	}
	if len(html) > 1_500_000 {
		t.Errorf("the page has %d bytes, want at most 1,500,000", len(html))
	}
}

// TestIndexIsTheSame on any number of workers, and after the same scenario was
// copied elsewhere.
func TestIndexIsTheSame(t *testing.T) {
	_, first, _, _, _ := pageOf(t, "--workers", "1", "--set", "coalition.resolve=0.7")
	copied := filepath.Join(t.TempDir(), "elsewhere", filepath.Base(smallWorld))
	if err := os.MkdirAll(filepath.Dir(copied), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, []byte(contentsOf(t, smallWorld)), 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	_, stderr, status := command(t, "run", copied, "--out", out, "--cases", "16", "--futures", "2", "--set", "horizon_years=6", "--workers", "2", "--set", "coalition.resolve=0.7")
	if status != statusYes {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	if d := cmp.Diff(first, contentsOf(t, out, result.IndexHTML)); d != "" {
		t.Errorf("the page differs:\n%s", d)
	}
	if !strings.Contains(first, "<td>--set") {
		t.Error("the page does not say what an override set")
	}
}

// TestIndexOfHostileTexts: what a scenario says stays text, and what another
// script reads from right to left stays where it is.
func TestIndexOfHostileTexts(t *testing.T) {
	const evil = `<script src="https://example.com/x.js">alert('x')</script>`
	_, html, text, links, _ := pageOf(t, "--set", `title='''`+evil+`'''`, "--set", `question="שלום \u202E\u0001 &amp;"`,
		"--set", `guarantor.west.willingness={ value = 0.4, source = '''`+evil+`''', note = "]]>" }`)
	if strings.Contains(html, "<script") || strings.Count(text, evil) < 3 || !strings.Contains(text, "שלום \u202e\ufffd &amp;") {
		t.Errorf("hostile texts are not there as text, or are more:\n%.2000s", text)
	}
	if slices.ContainsFunc(links, func(l string) bool { return strings.Contains(l, "://") }) {
		t.Errorf("links %q", links)
	}
}
