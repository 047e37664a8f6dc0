package page

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// written is a page as text.
func written(t *testing.T, p Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A parsed page: its elements with their attributes, and its words.
type parsed struct {
	elements []xml.StartElement
	text     string // of the body, elements left out
}

// parse reads a page as XML, strictly.
func parse(t *testing.T, html string) parsed {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(html))
	var p parsed
	var text strings.Builder
	body := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			p.text = text.String()
			return p
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			p.elements = append(p.elements, e.Copy())
			body = body || e.Name.Local == "body"
		case xml.CharData:
			if body {
				text.Write(e)
			}
		}
	}
}

// attributes are the values of an attribute, of elements of a name or of all.
func (p parsed) attributes(element, name string) []string {
	var out []string
	for _, e := range p.elements {
		if element != "" && e.Name.Local != element {
			continue
		}
		for _, a := range e.Attr {
			if a.Name.Local == name {
				out = append(out, a.Value)
			}
		}
	}
	return out
}

// count is how often an element occurs.
func (p parsed) count(element string) int {
	n := 0
	for _, e := range p.elements {
		if e.Name.Local == element {
			n++
		}
	}
	return n
}
