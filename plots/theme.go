package plots

import (
	"fmt"
	"image/color"
)

// A Theme is everything about the look of a figure that is not its data. It is a
// value: change a field of a copy to draw differently.
type Theme struct {
	Fonts Fonts
	Words *Words // nil: English

	Paper color.RGBA // the ground
	Ink   color.RGBA // titles and what is read first
	Quiet color.RGBA // subtitles, ticks, footers
	Grid  color.RGBA // grid lines, the only marks that need no contrast
	Axis  color.RGBA // the zero line, guides of events

	Palette  []Ink // by order in the scenario, the baseline left out
	Baseline Ink

	// DashEach takes another dash with every package. Without it the dash
	// changes only where the palette begins again.
	DashEach bool

	// What a future ends in. Shape and fill tell the three apart, too.
	Held, Limited, Major color.RGBA

	// Sizes of words, in 1/1080 of the height of a slide. Labels are set in the
	// largest size from Label down to Least at which they fit.
	Title, Subtitle, Label, Tick, Footer, Least float64

	// order and baseline are the packages that take colours, where a figure
	// shows some of them only; nil: those it shows.
	order    []string
	baseline string
}

// An Ink is a package's colour: for areas, for lines and marks on the paper
// (contrast of 3:1 or more), and for words on it (4.5:1 or more).
type Ink struct {
	Fill, Mark, Word color.RGBA
}

// DefaultTheme is the house style: Open Sans and the palette of Okabe and Ito
// without its yellow.
func DefaultTheme() Theme {
	fonts, err := NewFonts(regularTTF, semiboldTTF, boldTTF)
	if err != nil {
		panic(fmt.Sprintf("plots: the embedded fonts are damaged: %v", err))
	}
	return Theme{
		Fonts: fonts,
		Paper: hex(0xFFFFFF),
		Ink:   hex(0x1C1F23),
		Quiet: hex(0x555B63),
		Grid:  hex(0xE4E7EA),
		Axis:  hex(0x8A9099),
		Palette: []Ink{
			{hex(0xE69F00), hex(0xC48800), hex(0x9D6C00)},
			{hex(0x56B4E9), hex(0x4A9BC9), hex(0x3B7CA1)},
			{hex(0x009E73), hex(0x009D72), hex(0x008662)},
			{hex(0x0072B2), hex(0x0071B1), hex(0x0071B1)},
			{hex(0xD55E00), hex(0xD45D00), hex(0xC25500)},
			{hex(0xCC79A7), hex(0xCB78A6), hex(0xA36186)},
		},
		Baseline: Ink{hex(0x6E6E6E), hex(0x6E6E6E), hex(0x6E6E6E)},
		Held:     hex(0x8A9099),
		Limited:  hex(0x5F6770),
		Major:    hex(0xA01C1C),
		Title:    52, Subtitle: 28, Label: 34, Tick: 27, Footer: 22, Least: 22,
	}
}

func hex(rgb uint32) color.RGBA {
	return color.RGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

// inkWord is what a reader calls the ink.
func (t Theme) inkWord() string {
	light := func(c color.RGBA) int { return int(c.R) + int(c.G) + int(c.B) }
	if light(t.Ink) > light(t.Paper) {
		return t.words().Compare.White.text()
	}
	return t.words().Compare.Black.text()
}

// tint mixes c with the paper: share 1 is c itself, 0 the paper. Areas are
// tinted instead of made transparent, so that they look the same in every
// program that shows the picture.
func (t Theme) tint(c color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*share + float64(b)*(1-share) + 0.5) }
	return color.RGBA{mix(c.R, t.Paper.R), mix(c.G, t.Paper.G), mix(c.B, t.Paper.B), 0xFF}
}

// veil is a colour for bands that lie over each other, of which none may hide
// another.
func veil(c color.RGBA) color.RGBA {
	const alpha = 46
	return color.RGBA{uint8(uint32(c.R) * alpha / 255), uint8(uint32(c.G) * alpha / 255), uint8(uint32(c.B) * alpha / 255), alpha}
}
