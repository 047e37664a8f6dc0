package plots

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The subset draws every letter and spaces every pair as the whole font does.
func TestSubsetEqualsTheFont(t *testing.T) {
	const text = "AVAToWé ü ł ś Їґщ 34" + nbsp + "% – ≤′×"
	whole := DefaultTheme().Fonts
	var words []word
	for w := range weights {
		words = append(words, word{text: text, weight: w})
	}
	sub, err := whole.subset(words)
	if err != nil {
		t.Fatal(err)
	}
	for w := range weights {
		if got := len(sub.raw[w]); got > 16_000 {
			t.Errorf("weight %d: %d bytes for %d letters", w, got, len(text))
		}
		var a, b sfnt.Buffer
		full, part := whole.face[w], sub.face[w]
		em := fixed.Int26_6(full.UnitsPerEm())
		if part.UnitsPerEm() != full.UnitsPerEm() {
			t.Fatalf("weight %d: %d units an em, want %d", w, part.UnitsPerEm(), full.UnitsPerEm())
		}
		var last [2]sfnt.GlyphIndex
		for i, r := range text {
			g, _ := full.GlyphIndex(&a, r)
			h, _ := part.GlyphIndex(&b, r)
			if h == 0 {
				t.Fatalf("weight %d: no glyph for %q", w, r)
			}
			want, err1 := full.LoadGlyph(&a, g, em, nil)
			got, err2 := part.LoadGlyph(&b, h, em, nil)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if diff := cmp.Diff([]sfnt.Segment(want), []sfnt.Segment(got)); diff != "" {
				t.Errorf("weight %d: outline of %q: %s", w, r, diff)
			}
			aw, _ := full.GlyphAdvance(&a, g, em, xfont.HintingNone)
			bw, _ := part.GlyphAdvance(&b, h, em, xfont.HintingNone)
			if aw != bw {
				t.Errorf("weight %d: %q advances %d, want %d", w, r, bw, aw)
			}
			if i > 0 {
				ak, _ := full.Kern(&a, last[0], g, em, xfont.HintingNone)
				bk, _ := part.Kern(&b, last[1], h, em, xfont.HintingNone)
				if ak != bk {
					t.Errorf("weight %d: kern before %q is %d, want %d", w, r, bk, ak)
				}
			}
			last = [2]sfnt.GlyphIndex{g, h}
		}
		if name, err := part.Name(&b, sfnt.NameIDFamily); err != nil || name != "Open Sans" {
			t.Errorf("weight %d: family %q, %v", w, name, err)
		}
	}
	if got := sub.Missing("z"); len(got) != 1 {
		t.Error("the subset has a letter it was not asked for")
	}
}

// Checksums are those of the file: the whole must sum to the constant of the
// format.
func TestSubsetChecksum(t *testing.T) {
	sub, err := DefaultTheme().Fonts.subset([]word{{text: "steadfast"}})
	if err != nil {
		t.Fatal(err)
	}
	for w, raw := range sub.raw {
		if got := checksum(raw); got != 0xB1B0AFBA {
			t.Errorf("weight %d: file sums to %08X", w, got)
		}
	}
}

func TestBrokenFontsAreErrors(t *testing.T) {
	for name, raw := range map[string][]byte{
		"empty": nil, "text": []byte("not a font, only words"), "cut": regularTTF[:9000],
		"no glyphs": bytes.Replace(regularTTF, []byte("loca"), []byte("loco"), 1),
	} {
		if _, err := NewFonts(raw, semiboldTTF, boldTTF); err == nil {
			t.Errorf("%s: accepted as a font", name)
		}
		if _, err := subsetTTF(raw, []rune("a"), xfont.WeightNormal); err == nil {
			t.Errorf("%s: a subset is made of it", name)
		}
	}
}
