package page

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"steadfast/sim/report"
)

func TestGolden(t *testing.T) { golden(t, "small.html", written(t, small())) }

// TestEverythingIsThere: what the set says, and all that it is handed.
func TestEverythingIsThere(t *testing.T) {
	p := small()
	page := parse(t, written(t, p))
	text := strings.ReplaceAll(page.text, "\u00a0", " ")
	s := p.Set.Scenario
	want := []string{s.Title, s.Question, s.Answer, s.Hash, s.Flat, "Two rows.", "seed 7", "2,048 × 100", "steadfast 0.1.0", "6 years", "2027-01-01",
		"unlikely 20–45 %", "0.7 standard errors apart", "3 parameters in force", "2 parameters 1 default", "2 lines", "no instruments; the baseline"}
	want = append(want, report.Judgements(p.Set)...)
	for _, table := range report.Tables(p.Set) {
		want = append(append(want, table.Title), table.Head...)
		for _, row := range table.Rows {
			want = append(want, row...)
		}
	}
	for _, n := range p.Notes {
		want = append(append(want, n.Name, n.Text), n.Items...)
	}
	for _, g := range p.Assumptions {
		want = append(want, g.Name, g.About)
		for _, x := range g.Parameters {
			want = append(want, x.Path, x.Value, x.Unit, x.Place, x.Source, x.Note)
		}
	}
	want = append(want, "default", "nothing uses it", "in trip", "no source given", "Note: wide on purpose")
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not on the page", w)
		}
	}
	if n := page.count("svg"); n != len(p.Figures) {
		t.Errorf("%d pictures, want %d", n, len(p.Figures))
	}
}

// TestWhatIsNotThere: what a run has not is not spoken of.
func TestWhatIsNotThere(t *testing.T) {
	p := small()
	p.Figures, p.Notes, p.Assumptions = nil, nil, nil
	p.Set.Scenario.Answer, p.Set.Scenario.Question, p.Set.Scenario.Start, p.Set.Scenario.Scale = "", "", "", nil
	p.Set.Run.Futures = 0
	page := parse(t, written(t, p))
	for _, bad := range []string{"Answer", "Figures", "Assumptions", "Two computations", "What words mean", "Start of the ceasefire"} {
		if strings.Contains(page.text, bad) {
			t.Errorf("%q is on a page without any", bad)
		}
	}
	references(t, page)
}

// references holds what a page without a network and for every reader needs:
// links that lead somewhere, nothing fetched, nothing run, and names for what
// has to have one.
func references(t *testing.T, page parsed) {
	t.Helper()
	ids := page.attributes("", "id")
	if unique := slices.Compact(slices.Sorted(slices.Values(ids))); len(unique) != len(ids) {
		t.Errorf("an id occurs twice: %q", ids)
	}
	for _, href := range page.attributes("", "href") {
		if target, ok := strings.CutPrefix(href, "#"); ok && !slices.Contains(ids, target) || !ok && !regexp.MustCompile(`^figure-[a-z]+\.(csv|png)$`).MatchString(href) {
			t.Errorf("link to %q", href)
		}
	}
	for _, target := range page.attributes("", "aria-labelledby") {
		if !slices.Contains(ids, target) {
			t.Errorf("a label %q that is not there", target)
		}
	}
	for _, bad := range []string{"src", "srcset", "action", "onclick", "onload", "onerror", "data"} {
		if found := page.attributes("", bad); len(found) > 0 {
			t.Errorf("%s=%q", bad, found)
		}
	}
	for _, bad := range []string{"script", "link", "img", "iframe", "object", "embed", "base", "form"} {
		if page.count(bad) > 0 {
			t.Errorf("an element %s", bad)
		}
	}
	if roles := page.attributes("svg", "role"); len(roles) != page.count("svg") || slices.ContainsFunc(roles, func(r string) bool { return r != "img" }) {
		t.Errorf("pictures have the roles %q", roles)
	}
	if labels := page.attributes("svg", "aria-label"); len(labels) != page.count("svg") || slices.Contains(labels, "") {
		t.Errorf("pictures have the labels %q", labels)
	}
	if n := len(page.attributes("th", "scope")); n != page.count("th") {
		t.Errorf("%d of %d headings say what of", n, page.count("th"))
	}
	if lang := page.attributes("html", "lang"); !slices.Equal(lang, []string{"en"}) {
		t.Errorf("language %q", lang)
	}
	if page.count("h1") != 1 || page.count("main") != 1 || page.count("title") != 1 {
		t.Errorf("%d h1, %d main, %d title; want one of each", page.count("h1"), page.count("main"), page.count("title"))
	}
}

func TestReferences(t *testing.T) { references(t, parse(t, written(t, small()))) }

// hostile are texts that try to be more than text.
var hostile = []string{
	`<script>alert("x")</script>`, `</style></title><script src="http://example.com/x.js"></script>`, `" onmouseover="alert(1)" x="`, `'><img src=x onerror=alert(1)>`,
	`{{.Set}}`, `]]>`, `<!--`, `&amp;&lt;&#x0;`, "\u202eright to left\u202c", "שלום עולם", strings.Repeat("long", 200), "javascript:alert(1)",
}

// TestHostileTexts: whatever is written anywhere stays text.
func TestHostileTexts(t *testing.T) {
	for _, evil := range hostile {
		p := small()
		s := &p.Set.Scenario
		for _, text := range []*string{
			&s.Name, &s.Title, &s.Question, &s.Answer, &s.Flat, &s.Challenger, &s.Start, &s.Scale[0].Word, &p.Set.Version, &p.Set.Packages[0].Name,
			&p.Set.Packages[1].Word, &p.Figures[0].Alt, &p.Notes[0].Name, &p.Notes[0].Text, &p.Notes[1].Items[0], &p.Assumptions[0].Name, &p.Assumptions[1].About,
		} {
			*text = evil
		}
		p.Assumptions[0].Parameters[0] = Parameter{Path: evil, Package: evil, Value: evil, Unit: evil, Place: evil, Source: evil, Note: evil}
		html := written(t, p)
		page := parse(t, html)
		references(t, page)
		if n, plain := len(page.elements), len(parse(t, written(t, small())).elements); n > plain+20 {
			t.Errorf("%q makes %d elements of %d", evil, n, plain)
		}
		if got := strings.Count(page.text, evil); got < 20 {
			t.Errorf("%q is %d times on the page, want it wherever it was written", evil, got)
		}
		if n, of := strings.Count(html, "://"), strings.Count(evil, "://"); of == 0 && n > 0 {
			t.Errorf("%q: %d addresses that nobody wrote", evil, n)
		}
	}
}

// TestIllegibleCharacters: controls and non-characters leave a sign.
func TestIllegibleCharacters(t *testing.T) {
	p := small()
	p.Set.Scenario.Title = "a\x00b\x01c\x1bd\x7fe\u0085f\ufffeg\uffffh\xffi\tj"
	page := parse(t, written(t, p))
	if want := "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh\ufffdi\tj"; !strings.Contains(page.text, want) {
		t.Errorf("%q is not in %.200q", want, page.text)
	}
}

// TestNoAddresses: the page names no address of its own, not even of a
// namespace.
func TestNoAddresses(t *testing.T) {
	html := written(t, small())
	if at := strings.Index(html, "://"); at >= 0 {
		t.Errorf("an address: %q", html[max(0, at-40):at+40])
	}
	for _, url := range regexp.MustCompile(`url\([^)]*|@import[^;]*`).FindAllString(html, -1) {
		t.Errorf("the style fetches %q", url)
	}
	if csp := regexp.MustCompile(`Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"`); !csp.MatchString(html) {
		t.Error("no policy forbids the network")
	}
}

// TestFonts: they are made for all of the body, and their failure leaves
// nothing half-written.
func TestFonts(t *testing.T) {
	p := small()
	p.Fonts = func(text string) (string, error) {
		for _, want := range []string{"A small world", "wide on purpose", "steadfast 0.1.0"} {
			if !strings.Contains(text, want) {
				t.Errorf("letters are not asked for %q", want)
			}
		}
		return "@font-face{font-family:'X'}\n", nil
	}
	if html := written(t, p); !strings.Contains(html, "<style>\n@font-face{font-family:'X'}\n:root {") {
		t.Error("the rules are not at the head of the style")
	}
	broken := errors.New("no letters")
	p.Fonts = func(string) (string, error) { return "", broken }
	var b bytes.Buffer
	if err := Write(&b, p); !errors.Is(err, broken) || b.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, b.Len())
	}
}
