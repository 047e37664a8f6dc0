package plots

import (
	"encoding/binary"
	"fmt"
	"sort"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// subset returns the fonts reduced to the characters of the words, so that an
// SVG embeds some ten kilobytes instead of seven hundred.
func (f Fonts) subset(words []word) (Fonts, error) {
	var used [weights]map[rune]bool
	for i := range used {
		used[i] = map[rune]bool{}
	}
	for _, w := range words {
		for _, r := range w.text {
			used[w.weight][r] = true
		}
	}
	var raw [weights][]byte
	for i := range raw {
		var runes []rune
		for r := range used[i] {
			runes = append(runes, r)
		}
		sort.Slice(runes, func(a, b int) bool { return runes[a] < runes[b] })
		sub, err := subsetTTF(f.raw[i], runes, cssWeight[i])
		if err != nil {
			return Fonts{}, fmt.Errorf("font of weight %d: %w", cssWeight[i], err)
		}
		raw[i] = sub
	}
	return NewFonts(raw[regular], raw[semibold], raw[bold])
}

// subsetTTF writes a TrueType font with the glyphs of runes (ascending, each
// once), their parts and their kerning, without hints and without the layout
// tables Open Sans leaves empty. Format: OpenType 1.9, chapters "glyf", "cmap",
// "kern", "name".
func subsetTTF(raw []byte, runes []rune, w xfont.Weight) ([]byte, error) {
	src, err := readTables(raw)
	if err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(raw)
	if err != nil {
		return nil, err
	}
	var buf sfnt.Buffer
	old := []int{0} // by new glyph: the old one; .notdef first
	fresh := map[int]int{0: 0}
	keep := func(g int) int {
		if _, ok := fresh[g]; !ok {
			fresh[g] = len(old)
			old = append(old, g)
		}
		return fresh[g]
	}
	mapped := make([]int, len(runes))
	for i, r := range runes {
		g, err := font.GlyphIndex(&buf, r)
		if err != nil {
			return nil, err
		}
		mapped[i] = keep(int(g))
	}
	visible := len(old)

	var glyf, loca, hmtx []byte
	for n := 0; n < len(old); n++ { // grows by the parts of composite glyphs
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, err := src.outline(old[n])
		if err != nil {
			return nil, err
		}
		glyf = append(glyf, withoutHints(outline, keep)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = append(hmtx, src.metric(old[n])...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	unitsPerEm := fixed.Int26_6(font.UnitsPerEm())
	kern := kernTable(visible, func(l, r int) int {
		k, err := font.Kern(&buf, sfnt.GlyphIndex(old[l]), sfnt.GlyphIndex(old[r]), unitsPerEm, xfont.HintingNone)
		if err != nil {
			return 0
		}
		return int(k)
	})
	head := patched(src["head"], 50, 1) // long offsets
	binary.BigEndian.PutUint32(head[8:], 0)
	return writeTables(tables{
		"OS/2": src["OS/2"],
		"cmap": cmapTable(runes, mapped),
		"glyf": glyf,
		"head": head,
		"hhea": patched(src["hhea"], 34, uint16(len(old))),
		"hmtx": hmtx,
		"kern": kern,
		"loca": loca,
		"maxp": patched(src["maxp"], 4, uint16(len(old))),
		"name": nameTable(w),
		"post": postTable(src["post"]),
	}), nil
}

// withoutHints copies an outline without its instructions and renumbers the
// parts of a composite one.
func withoutHints(outline []byte, keep func(int) int) []byte {
	if len(outline) == 0 {
		return nil
	}
	be := binary.BigEndian
	contours := int(int16(be.Uint16(outline)))
	if contours >= 0 {
		at := 10 + 2*contours
		n := int(be.Uint16(outline[at:]))
		out := append([]byte(nil), outline[:at]...)
		return append(append(out, 0, 0), outline[at+2+n:]...)
	}
	const (
		words, scale, more, scaleXY, matrix, instructions = 1, 8, 0x20, 0x40, 0x80, 0x100
	)
	out := append([]byte(nil), outline...)
	for at := 10; ; {
		flags := be.Uint16(out[at:])
		be.PutUint16(out[at:], flags&^instructions)
		be.PutUint16(out[at+2:], uint16(keep(int(be.Uint16(out[at+2:])))))
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scaleXY != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return out[:at]
		}
	}
}
