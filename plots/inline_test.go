package plots

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawn are the elements and the words of an SVG in their order, without what
// stands before the drawing; fonts by weight and size.
func drawn(t *testing.T, svg string) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(svg))
	started := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			started = started || e.Name.Local == "g"
			if !started {
				continue
			}
			line := e.Name.Local
			for _, a := range e.Attr {
				value := a.Value
				if a.Name.Local == "style" && strings.HasPrefix(value, "font-family:") {
					_, value, _ = strings.Cut(value, ";")
				}
				line += " " + a.Name.Local + "=" + value
			}
			out = append(out, line)
		case xml.CharData:
			if started {
				out = append(out, string(e))
			}
		}
	}
}

// TestInlineSVG: the same drawing as the file's, and nothing that could meet
// its like in another figure of the page.
func TestInlineSVG(t *testing.T) {
	for _, name := range Names() {
		figure := build(t, name, five())
		inline, err := figure.InlineSVG(Slide)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := figure.WriteSVG(&file, Slide); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(drawn(t, file.String()), drawn(t, inline)); d != "" {
			t.Errorf("%s: the drawing in a page differs from the file's:\n%s", name, d)
		}
		for _, bad := range []string{" id=", " class=", "xmlns", "http", "@font-face", "<?xml", "<title", "<metadata", "font-family:Open"} {
			if strings.Contains(inline, bad) {
				t.Errorf("%s: %q is in the element", name, bad)
			}
		}
		if !strings.HasPrefix(inline, `<svg viewBox="0 0 1440 810" role="img" aria-label="`) {
			t.Errorf("%s begins %.120s", name, inline)
		}
	}
	if _, err := build(t, "compare", five()).InlineSVG(Size{1, 1}); err == nil {
		t.Error("a size that no figure has is no error")
	}
}

// TestFaceCSS: one rule a weight, the same for the same characters in any
// order, and no glyph for what the typeface lacks.
func TestFaceCSS(t *testing.T) {
	fonts := DefaultTheme().Fonts
	css, err := fonts.FaceCSS("Risk: 34 % ± 2, “unlikely”")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"font-weight:400;", "font-weight:600;", "font-weight:700;"} {
		if strings.Count(css, want) != 1 {
			t.Errorf("%s occurs %d times", want, strings.Count(css, want))
		}
	}
	again, err := fonts.FaceCSS("”unlikely“ ,2 ± % 43\n :ksiR 日本")
	if err != nil {
		t.Fatal(err)
	}
	if css != again {
		t.Error("the order of the characters, a line break, or characters that the typeface lacks change the rules")
	}
	if longer, err := fonts.FaceCSS("Risk: 34 % ± 2, “unlikely” zZ"); err != nil || len(longer) <= len(css) {
		t.Errorf("two more letters take no room (error %v)", err)
	}
}
