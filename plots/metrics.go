package plots

import (
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// metrics measures text in one weight. Wrapping and fitting measure the same
// pairs of letters thousands of times, and a look-up in the font is slow, so each
// is made once.
type metrics struct {
	font  *sfnt.Font
	buf   sfnt.Buffer
	upem  fixed.Int26_6
	glyph map[rune]glyph
	kern  map[[2]sfnt.GlyphIndex]int
}

type glyph struct {
	index   sfnt.GlyphIndex
	advance int // font units
}

func newMetrics(f *sfnt.Font) *metrics {
	return &metrics{
		font: f, upem: fixed.Int26_6(f.UnitsPerEm()),
		glyph: map[rune]glyph{}, kern: map[[2]sfnt.GlyphIndex]int{},
	}
}

// width of s in units of the size, kerning included, as gonum/plot draws it. A
// character without a glyph has that of .notdef; draw refuses it later.
func (m *metrics) width(s string) float64 {
	total := 0
	var last sfnt.GlyphIndex
	for i, r := range s {
		g := m.lookup(r)
		if i > 0 {
			total += m.pair(last, g.index)
		}
		total += g.advance
		last = g.index
	}
	return float64(total) / float64(m.upem)
}

// fit is how many letters of s, from the first, lie within a width.
func (m *metrics) fit(s []rune, most float64) int {
	total := 0
	var last sfnt.GlyphIndex
	for i, r := range s {
		g := m.lookup(r)
		if i > 0 {
			total += m.pair(last, g.index)
		}
		total += g.advance
		if float64(total) > most*float64(m.upem) {
			return i
		}
		last = g.index
	}
	return len(s)
}

func (m *metrics) lookup(r rune) glyph {
	g, ok := m.glyph[r]
	if !ok {
		// At a size of one unit an em, 26.6 numbers are font units. Both calls
		// fail only for a damaged font, whose glyphs then have no width.
		g.index, _ = m.font.GlyphIndex(&m.buf, r)
		advance, _ := m.font.GlyphAdvance(&m.buf, g.index, m.upem, xfont.HintingNone)
		g.advance = int(advance)
		m.glyph[r] = g
	}
	return g
}

func (m *metrics) pair(a, b sfnt.GlyphIndex) int {
	key := [2]sfnt.GlyphIndex{a, b}
	k, ok := m.kern[key]
	if !ok {
		if v, err := m.font.Kern(&m.buf, a, b, m.upem, xfont.HintingNone); err == nil {
			k = int(v)
		}
		m.kern[key] = k
	}
	return k
}
