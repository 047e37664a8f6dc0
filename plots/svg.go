package plots

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// WriteSVG draws the figure as an SVG of the size in CSS pixels. Words stay words
// (to be searched, copied and read aloud), set in the glyphs of Open Sans that
// they use, which the file embeds; a program that ignores embedded fonts falls
// back to another sans serif. Title, alt text and origin are in the file, too.
func (f *Figure) WriteSVG(w io.Writer, size Size) error {
	if err := size.check(); err != nil {
		return f.named(err)
	}
	dry, err := f.layout(size)
	if err != nil {
		return f.named(err)
	}
	fonts, err := f.theme.Fonts.subset(dry.words)
	if err != nil {
		return f.named(err)
	}
	width, height := size.points()
	c := vgsvg.NewWith(vgsvg.UseWH(width, height), vgsvg.EmbedFonts(true))
	p := newPage(draw.New(c), f.theme, fonts)
	p.rect(box{0, 0, p.w, p.h}, f.theme.Paper)
	if err := f.draw(p); err != nil {
		return f.named(err)
	}
	var buf bytes.Buffer
	if _, err := c.WriteTo(&buf); err != nil {
		return f.named(fmt.Errorf("writing the SVG: %w", err))
	}
	_, err = io.WriteString(w, f.describe(buf.String()))
	return err
}

// describe adds title, description and origin behind the opening tag, and names
// the fonts to fall back to.
func (f *Figure) describe(svg string) string {
	var b strings.Builder
	element := func(open, text, close string) {
		b.WriteString(open)
		// Writing to a strings.Builder cannot fail.
		_ = xml.EscapeText(&b, []byte(text))
		b.WriteString(close)
	}
	element("<title>", f.Title, "</title>\n")
	element("<desc>", f.Alt(), "</desc>\n")
	b.WriteString("<metadata>\n")
	for _, t := range f.text() {
		if key, ok := strings.CutPrefix(t.Key, "steadfast."); ok {
			element("  <"+key+` xmlns="urn:steadfast">`, t.Value, "</"+key+">\n")
		}
	}
	b.WriteString("</metadata>\n")

	const namespace = `xmlns:xlink="http://www.w3.org/1999/xlink">` + "\n"
	svg = strings.Replace(svg, namespace,
		strings.Replace(namespace, ">", ` role="img">`, 1)+b.String(), 1)
	return strings.ReplaceAll(svg, `style="font-family:Open Sans;`,
		`style="font-family:'Open Sans','Noto Sans',Arial,sans-serif;`)
}
