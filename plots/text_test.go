package plots

import (
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
	"pgregory.net/rapid"
)

func blank() *page {
	w, h := Slide.points()
	t := DefaultTheme()
	return newPage(draw.NewCanvas(new(recorder.Canvas), w, h), t, t.Fonts)
}

// Widths are those with which gonum/plot draws.
func TestWidthIsThatOfTheFont(t *testing.T) {
	p := blank()
	for _, s := range []string{"", "A", "Tripwire force, AV To", "Łódź – 34 % ≤ ′é", "Україна"} {
		for w := range weights {
			face := p.theme.Fonts.at(w, vg.Length(30))
			got, want := p.width(s, style{weight: w, size: 30}), float64(face.Width(s))
			if d := got - want; d > 1e-6 || d < -1e-6 {
				t.Errorf("%q in weight %d: %g, want %g", s, w, got, want)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	p := blank()
	st := style{weight: regular, size: 30}
	for _, c := range []struct {
		s     string
		width float64
		want  string // lines joined by |
	}{
		{"", 100, ""},
		{"one", 1000, "one"},
		{"Assistance and snapback", 200, "Assistance|and snapback"},
		{"NATO-membership contingency", 300, "NATO-membership|contingency"},
		{"NATO-membership contingency", 190, "NATO-|membership|contingency"},
		{"34" + nbsp + "% in all", 90, "34" + nbsp + "%|in all"},
		{"Assistance + snapback", 200, "Assistance +|snapback"},
		{"long_package_name_of_an_id", 240, "long_package_|name_of_an_id"},
		{"unbreakableword", 120, "unbreak|ablewor|d"},
		{"x", 1, "x"},
	} {
		if got := strings.Join(p.wrap(c.s, st, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %g) = %q, want %q", c.s, c.width, got, c.want)
		}
	}
}

func TestWrapKeepsTextAndWidth(t *testing.T) {
	p := blank()
	st := style{weight: semibold, size: 28}
	rapid.Check(t, func(t *rapid.T) {
		s := tidy(rapid.StringMatching(`([A-Za-zéłї]{1,14}[ \-/_]?){1,12}`).Draw(t, "text"))
		width := rapid.Float64Range(60, 900).Draw(t, "width")
		ls := p.wrap(s, st, width)
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := strings.Join(ls, ""); bare(got) != bare(s) {
			t.Fatalf("%q became %q", s, ls)
		}
		for _, l := range ls {
			// A kern across a break of tokens is not counted while filling.
			if p.width(l, st) > width+2 {
				t.Fatalf("%q is %g wide, more than %g", l, p.width(l, st), width)
			}
		}
		if cut := p.elide(ls, 2, st, width); len(cut) > 2 || len(ls) > 2 && !strings.HasSuffix(cut[1], "…") {
			t.Fatalf("%q cut to two lines is %q", ls, cut)
		}
	})
}

func TestFontsCoverTheLanguagesOfTheScenarios(t *testing.T) {
	const needed = "ABCXYZabcxyz0123456789 .,:;!?()[]%&/+-–—±≥≤≈<>′″…·×“”‘’„«»€°½§\u00a0" +
		"éèêëüöäßåøæçñíóúãõðþ łśżźćńąęŁŚŻ čřšžěůďťň őű ășț ğışİ āēīūķļņ ėįų " +
		"АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя эыъё αβγδΛΦ"
	fonts := DefaultTheme().Fonts
	if miss := fonts.Missing(needed); len(miss) > 0 {
		t.Errorf("missing: %q", miss)
	}
	if got := string(fonts.Missing("a→b中→\t")); got != "→中\t" {
		t.Errorf("missing characters reported as %q", got)
	}
}
