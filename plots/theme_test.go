package plots

import (
	"image/color"
	"math"
	"testing"
)

// luminance and contrast as WCAG 2.1 defines them.
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func TestContrast(t *testing.T) {
	th := DefaultTheme()
	if got := contrast(hex(0x000000), hex(0xFFFFFF)); math.Abs(got-21) > 1e-9 {
		t.Fatalf("black on white has contrast %g, want 21", got)
	}
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
	// The fills of Okabe and Ito alone would fail, which is why there are three.
	if got := contrast(th.Palette[0].Fill, th.Paper); got >= 3 {
		t.Errorf("the orange fill has contrast %.2f: is it the one of the palette?", got)
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
	th := DefaultTheme()
	if got := contrast(th.Major, th.Held); got < 1.8 {
		t.Errorf("major and held have contrast %.2f in grey", got)
	}
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
