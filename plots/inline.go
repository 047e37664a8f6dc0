package plots

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// InlineSVG returns the figure as an svg element to stand in an HTML page: the
// picture of WriteSVG without prolog, namespaces, metadata and fonts, as wide
// as its place, with the alt text as its label. It holds no id and no class, so
// that many fit into one page, and takes its letters from Fonts.FaceCSS.
func (f *Figure) InlineSVG(size Size) (string, error) {
	if err := size.check(); err != nil {
		return "", f.named(err)
	}
	width, height := size.points()
	c := vgsvg.NewWith(vgsvg.UseWH(width, height))
	p := newPage(draw.New(c), f.theme, f.theme.Fonts)
	p.rect(box{0, 0, p.w, p.h}, f.theme.Paper)
	if err := f.draw(p); err != nil {
		return "", f.named(err)
	}
	var buf bytes.Buffer
	if _, err := c.WriteTo(&buf); err != nil {
		return "", f.named(fmt.Errorf("writing the SVG: %w", err))
	}
	drawing := buf.String()
	drawing = drawing[strings.Index(drawing, "<g "):]
	for i := range f.theme.Fonts.face {
		// A cut may name its weight in its family; the page knows one family.
		drawing = strings.ReplaceAll(drawing, `style="font-family:`+f.theme.Fonts.family(weight(i))+";",
			`style="font-family:`+inlineFamilies+";")
	}
	drawing = strings.ReplaceAll(drawing, `xlink:href="`, `href="`)
	var alt bytes.Buffer
	// Writing to a bytes.Buffer cannot fail.
	_ = xml.EscapeText(&alt, []byte(f.Alt()))
	return fmt.Sprintf(`<svg viewBox="0 0 %.5g %.5g" role="img" aria-label="%s">`+"\n%s",
		width.Points(), height.Points(), alt.String(), drawing), nil
}

// inlineFamily names the typeface within a page.
const inlineFamily = "Open Sans"

// inlineFamilies are the typeface and what to fall back to.
const inlineFamilies = "'" + inlineFamily + "','Noto Sans',Arial,sans-serif"

// family is the name of a cut's family as its file says, "" where it does not.
func (f Fonts) family(w weight) string {
	var buf sfnt.Buffer
	name, err := f.face[w].Name(&buf, sfnt.NameIDFamily)
	if err != nil {
		return ""
	}
	return name
}

// FaceCSS returns @font-face rules that embed the three cuts, reduced to the
// characters of a text that they have: what one page needs for its words and
// for every InlineSVG in it.
func (f Fonts) FaceCSS(text string) (string, error) {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	var runes []rune
	for r := range seen {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	missing := f.Missing(string(runes))
	runes = slices.DeleteFunc(runes, func(r rune) bool { return r < ' ' || slices.Contains(missing, r) })
	var b strings.Builder
	for i, raw := range f.raw {
		subset, err := subsetTTF(raw, runes, cssWeight[i])
		if err != nil {
			return "", fmt.Errorf("font of weight %d: %w", cssWeight[i], err)
		}
		fmt.Fprintf(&b, "@font-face{font-family:'%s';font-style:normal;font-weight:%d;src:url(data:font/ttf;base64,%s) format('truetype')}\n",
			inlineFamily, 400+100*int(cssWeight[i]), base64.StdEncoding.EncodeToString(subset))
	}
	return b.String(), nil
}
