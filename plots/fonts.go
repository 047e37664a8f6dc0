package plots

import (
	_ "embed"
	"fmt"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

var (
	//go:embed fonts/OpenSans-Regular.ttf
	regularTTF []byte
	//go:embed fonts/OpenSans-Semibold.ttf
	semiboldTTF []byte
	//go:embed fonts/OpenSans-Bold.ttf
	boldTTF []byte
)

// A weight is one of the three cuts a theme has.
type weight int

const (
	regular weight = iota
	semibold
	bold
	weights
)

var cssWeight = [weights]xfont.Weight{xfont.WeightNormal, xfont.WeightSemiBold, xfont.WeightBold}

// Fonts are the three cuts of one typeface, each a TrueType file with a glyph
// for every character drawn: gonum/plot leaves a missing one out in silence, so
// a figure is refused rather than drawn without it.
type Fonts struct {
	raw  [weights][]byte
	face [weights]*opentype.Font
}

// NewFonts parses three TrueType files.
func NewFonts(regularTTF, semiboldTTF, boldTTF []byte) (Fonts, error) {
	f := Fonts{raw: [weights][]byte{regularTTF, semiboldTTF, boldTTF}}
	for i, raw := range f.raw {
		face, err := opentype.Parse(raw)
		if err != nil {
			return Fonts{}, fmt.Errorf("font of weight %d: %w", cssWeight[i], err)
		}
		f.face[i] = face
	}
	return f, nil
}

// at is the face of a weight at a size, in the points of the canvas.
func (f Fonts) at(w weight, size vg.Length) font.Face {
	return font.Face{
		Font: font.Font{Typeface: "Open Sans", Weight: cssWeight[w], Size: size},
		Face: f.face[w],
	}
}

// Missing returns the characters of s that the typeface cannot show, each once,
// in the order they occur.
func (f Fonts) Missing(s string) []rune {
	var (
		buf  sfnt.Buffer
		out  []rune
		seen = map[rune]bool{}
	)
	for _, r := range s {
		if seen[r] {
			continue
		}
		seen[r] = true
		for _, face := range f.face {
			if g, err := face.GlyphIndex(&buf, r); err != nil || g == 0 {
				out = append(out, r)
				break
			}
		}
	}
	return out
}
