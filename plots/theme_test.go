package plots

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
)

// luminance and contrast as WCAG 2.1 defines them.
func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// eachTheme runs a test on every theme by its name.
func eachTheme(t *testing.T, test func(t *testing.T, th Theme)) {
	for _, name := range ThemeNames() {
		th, err := ThemeNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { test(t, th) })
	}
}

func TestContrast(t *testing.T) {
	if got := contrast(hex(0x000000), hex(0xFFFFFF)); math.Abs(got-21) > 1e-9 {
		t.Fatalf("black on white has contrast %g, want 21", got)
	}
	eachTheme(t, func(t *testing.T, th Theme) {
		marks := map[string]color.RGBA{"held": th.Held, "limited": th.Limited, "major": th.Major, "axis": th.Axis}
		words := map[string]color.RGBA{"ink": th.Ink, "quiet": th.Quiet}
		for i, k := range append(th.Palette, th.Baseline) {
			name := string(rune('1' + i))
			marks["package "+name], words["package "+name] = k.Mark, k.Word
		}
		for name, c := range marks {
			if got := contrast(c, th.Paper); got < 3 {
				t.Errorf("mark of %s has contrast %.2f on paper, less than 3", name, got)
			}
		}
		for name, c := range words {
			if got := contrast(c, th.Paper); got < 4.5 {
				t.Errorf("words of %s have contrast %.2f on paper, less than 4.5", name, got)
			}
		}
	})
	// The fills of Okabe and Ito alone would fail on white, which is why there
	// are three colours to a package.
	if th := DefaultTheme(); contrast(th.Palette[0].Fill, th.Paper) >= 3 {
		t.Error("the orange fill has enough contrast for a mark: is it the one of the palette?")
	}
}

// farApart is how far apart two colours must look (CIEDE2000).
const farApart = 10

// Any two of the first six packages look different to every eye. On white, marks
// of enough contrast cannot all be as far apart as the colours of the palette:
// where two come closer to a colour-blind eye, their markers differ.
func TestPaletteIsToldApartByEveryEye(t *testing.T) {
	closest := func(th Theme, of func(look) color.RGBA, exempt func(a, b look) bool) (least float64) {
		least = math.Inf(1)
		looks := th.looks(synthetic(7, name3))[1:]
		for _, s := range sights() {
			for i, a := range looks {
				for _, b := range looks[:i] {
					if !exempt(a, b) {
						least = min(least, ciede2000(s.lab(of(a)), s.lab(of(b))))
					}
				}
			}
		}
		return least
	}
	none := func(a, b look) bool { return false }
	fill, mark := func(k look) color.RGBA { return k.Fill }, func(k look) color.RGBA { return k.Mark }
	eachTheme(t, func(t *testing.T, th Theme) {
		if d := closest(th, fill, none); d < farApart {
			t.Errorf("two fills are %.1f apart, less than %d", d, farApart)
		}
		marker := none
		if th.Palette[0] == DefaultTheme().Palette[0] {
			marker = func(a, b look) bool { return a.marker != b.marker }
		}
		if d := closest(th, mark, marker); d < farApart {
			t.Errorf("two marks are %.1f apart, less than %d", d, farApart)
		}
	})
	// The test must find colours that are confused: the light theme's marks of
	// orange and vermilion, to a deuteranope.
	if d := closest(DefaultTheme(), mark, none); d >= farApart {
		t.Errorf("the light theme's marks are %.1f apart: take the exemption out", d)
	}
}

// In grey, neighbours in the scenario differ by dash, marker or lightness; in the
// theme for print by dash and by lightness.
func TestNeighboursDifferInGrey(t *testing.T) {
	grey := func(k look) float64 { return sights()[0].lab(k.Mark)[0] }
	eachTheme(t, func(t *testing.T, th Theme) {
		looks := th.looks(synthetic(13, name3))
		for i := range looks[1:] {
			a, b := looks[i], looks[i+1]
			if a.marker == b.marker && slices.Equal(a.dash, b.dash) {
				t.Errorf("packages %d and %d have one marker and one dash", i, i+1)
			}
			if !th.DashEach || i == 0 {
				continue
			}
			if slices.Equal(a.dash, b.dash) {
				t.Errorf("packages %d and %d have one dash", i, i+1)
			}
			if d := math.Abs(grey(a) - grey(b)); d < 15 {
				t.Errorf("packages %d and %d are %.1f of 100 apart in grey", i, i+1, d)
			}
		}
	})
}

func TestThemeNamed(t *testing.T) {
	if _, err := ThemeNamed("sepia"); err == nil || !strings.Contains(err.Error(), "light, dark, print") {
		t.Errorf("theme sepia: %v", err)
	}
}

// In grey and to a colour-blind reader, marker and dash must tell packages apart.
func TestPackagesDifferByMoreThanColour(t *testing.T) {
	s := synthetic(37, name3)
	looks := DefaultTheme().looks(s)
	seen := map[[2]any]int{}
	for i, k := range looks {
		key := [2]any{k.Mark, k.marker}
		if j, dup := seen[key]; dup {
			t.Errorf("packages %d and %d share colour and marker", i, j)
		}
		seen[key] = i
	}
	if looks[0].Ink != DefaultTheme().Baseline {
		t.Error("the baseline is not grey")
	}
	for i := range 6 {
		for j := range i {
			if looks[1+i].marker == looks[1+j].marker {
				t.Errorf("packages %d and %d of the first six share a marker", i+1, j+1)
			}
		}
		if looks[1+i].dash != nil || looks[7+i].dash == nil || looks[7+i].Ink != looks[1+i].Ink {
			t.Errorf("package %d: the seventh and later repeat the colours with another dash", i+1)
		}
	}
	// A package keeps its colour whatever is added behind it.
	few := DefaultTheme().looks(synthetic(4, name3))
	for i := range few {
		if few[i].Ink != looks[i].Ink || few[i].marker != looks[i].marker {
			t.Errorf("package %d changes its look when others are added", i)
		}
	}
}

func TestOutcomesDifferInGrey(t *testing.T) {
	eachTheme(t, func(t *testing.T, th Theme) {
		if got := contrast(th.Major, th.Held); got < 1.8 {
			t.Errorf("major and held have contrast %.2f in grey", got)
		}
	})
	if square.corners(0, 0, 1) == nil || triangle.corners(0, 0, 1) == nil || disc.corners(0, 0, 1) != nil {
		t.Error("the outcomes have lost their shapes")
	}
}

// Every marker covers the area of its disc.
func TestMarkersWeighTheSame(t *testing.T) {
	for _, m := range solidMarkers {
		pts := m.corners(3, 4, 10)
		if pts == nil {
			continue
		}
		area := 0.0
		for i, a := range pts {
			b := pts[(i+1)%len(pts)]
			area += (a.x*b.y - b.x*a.y) / 2
		}
		if want := math.Pi * 100; math.Abs(math.Abs(area)-want) > 1e-6 {
			t.Errorf("marker %d has area %g, want %g", m, area, want)
		}
	}
}
