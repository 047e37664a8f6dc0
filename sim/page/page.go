// Package page makes one self-contained HTML page of a result: the answer, the
// comparison, the figures, every assumption with its source, the scenario, and
// what it takes to make all of it again. The page asks nothing of any network,
// runs no script, can be mailed, and prints on A4 and Letter.
//
//	err := page.Write(w, page.Page{Set: set, Figures: figures, Assumptions: groups, Fonts: fonts.FaceCSS})
//
// Every text is plain and comes out escaped; the pictures alone, which
// steadfast draws, are markup. The markup is well-formed XML, and the same page
// gives the same bytes.
//
// # References
//
// W3C, Web Content Accessibility Guidelines 2.1: contrast (1.4.3), text
// alternatives (1.1.1), reflow (1.4.10) and the headings of tables (1.3.1).
package page

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"steadfast/sim/report"
	"steadfast/sim/result"
)

// A Page is what a page says. Judgements, tables and provenance follow from
// the set.
type Page struct {
	Set         *result.Set
	Figures     []Figure // in their order
	Notes       []Note   // what is assumed, beside the size of the run and the agreement of its computations
	Assumptions []Group  // every parameter in force

	// Fonts returns the CSS rules that embed letters for a text, which is all
	// of the page. nil: none are embedded.
	Fonts func(text string) (css string, err error)
}

// A Figure is a picture with its twins, files beside the page.
type Figure struct {
	SVG string // an svg element without id, class and fonts, its alt text as aria-label
	Alt string // the same sentence, as a caption
	CSV string // file name of the numbers drawn
	PNG string // file name of the picture
}

// A Note is something worth knowing about the numbers, under a short name.
type Note struct {
	Name  string
	Text  string   // one paragraph, or empty
	Items []string // a list below it, or none
}

// A Group is one table of the scenario with its parameters.
type Group struct {
	Name       string // as in a file, with the name of what it describes
	About      string // may be empty
	Parameters []Parameter
}

// Defaults counts the parameters whose default is in force.
func (g Group) Defaults() int {
	n := 0
	for _, p := range g.Parameters {
		if p.Default {
			n++
		}
	}
	return n
}

// A Parameter is one parameter in force.
type Parameter struct {
	Path    string
	Package string // the package that sets it for itself; "" shared
	Value   string // as written
	Unit    string
	Place   string // file and line; "" of a default
	Source  string
	Note    string
	Default bool // the default is in force
	Unused  bool // no package's numbers depend on it
}

// Unsourced says that the scenario gives no source.
func (p Parameter) Unsourced() bool { return p.Source == "" }

var (
	//go:embed page.html
	markup string
	//go:embed page.css
	style string
)

// bound keeps a number and its sign of per cent, or its error, on one line.
var bound = strings.NewReplacer(" %", "\u00a0%", " ± ", "\u00a0±\u00a0")

// Write writes the page. It fails, before anything is written, where fonts
// cannot be made.
func Write(w io.Writer, p Page) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"markup": func(s string) template.HTML { return template.HTML(s) },
		"inc":    func(i int) int { return i + 1 },
		"count":  counted,
		"bound":  bound.Replace,
		"length": length,
		"parts":  parts,
	}).Parse(markup)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	var body bytes.Buffer
	if err := t.ExecuteTemplate(&body, "body", contentOf(p)); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	text := legible(body.String())
	css := style
	if p.Fonts != nil {
		faces, err := p.Fonts(text)
		if err != nil {
			return fmt.Errorf("page: %w", err)
		}
		css = faces + css
	}
	var head bytes.Buffer
	if err := t.ExecuteTemplate(&head, "head", struct {
		Title, Version string
		Style          template.CSS
	}{p.Set.Scenario.Title, p.Set.Version, template.CSS(css)}); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	_, err = io.WriteString(w, legible(head.String())+text)
	return err
}

// legible puts a sign in the place of the characters that a page may not hold:
// controls, and what is no character of Unicode.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return '\uFFFD'
		}
		return r
	}, s)
}

// content is a page as the template takes it.
type content struct {
	Page
	Judgements []string
	Tables     []report.Table
	Found      []Note
	Provenance []Note
	Lines      int // of the scenario
	Stated     int // parameters in force
}
