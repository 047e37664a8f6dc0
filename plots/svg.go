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
	svg := f.describe(buf.String())
	texts := f.text()
	if f.provenance != nil {
		more, err := f.provenance.texts(size, sum([]byte(svg)))
		if err != nil {
			return f.named(err)
		}
		texts = append(texts, more...)
	}
	_, err = io.WriteString(w, withMetadata(svg, texts))
	return err
}

// describe adds title and description behind the opening tag, and names the
// fonts to fall back to.
func (f *Figure) describe(svg string) string {
	var b strings.Builder
	element(&b, "<title>", f.Title, "</title>\n")
	element(&b, "<desc>", f.Alt(), descEnd)
	const namespace = `xmlns:xlink="http://www.w3.org/1999/xlink">` + "\n"
	svg = strings.Replace(svg, namespace,
		strings.Replace(namespace, ">", ` role="img">`, 1)+b.String(), 1)
	return strings.ReplaceAll(svg, `style="font-family:Open Sans;`,
		`style="font-family:'Open Sans','Noto Sans',Arial,sans-serif;`)
}

func element(b *strings.Builder, open, text, close string) {
	b.WriteString(open)
	_ = xml.EscapeText(b, []byte(text)) // writing to a strings.Builder cannot fail
	b.WriteString(close)
}
