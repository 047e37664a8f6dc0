package plots

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// Size is the size of a picture in pixels; in an SVG, CSS pixels of 1/96 inch.
// A figure can be drawn from 320 × 180 to 16384 × 16384, in any shape between
// 1:2 and 4:1.
type Size struct {
	Width, Height int
}

// The sizes every figure is made for.
var (
	Slide = Size{1920, 1080}
	// Page is 170 × 120 mm at 300 dots per inch: the width between the margins
	// of an A4 page, and a little under half of its height, so that the text
	// that speaks of a figure stands on the page with it.
	Page   = Size{2008, 1417}
	Square = Size{1080, 1080}
	Print  = Size{3840, 2160} // the slide at twice the resolution
)

// sizes by name, the one for who does not choose first.
func sizes() []choice[Size] {
	return []choice[Size]{{"slide", Slide}, {"page", Page}, {"square", Square}, {"print", Print}}
}

// SizeNames lists the names of the sizes.
func SizeNames() []string { return namesOf(sizes()) }

// SizeNamed is the size of a name. It fails for an unknown one.
func SizeNamed(name string) (Size, error) { return find("size", name, sizes()) }

// dpi turns pixels into the points gonum/plot measures in.
const dpi = 96

func (s Size) points() (w, h vg.Length) {
	return vg.Length(s.Width) * vg.Inch / dpi, vg.Length(s.Height) * vg.Inch / dpi
}

func (s Size) check() error {
	const minW, minH, most = 320, 180, 16384
	if s.Width < minW || s.Height < minH || s.Width > most || s.Height > most {
		return fmt.Errorf("size %d × %d: allowed are %d × %d to %d × %d pixels; plots.Slide is %d × %d",
			s.Width, s.Height, minW, minH, most, most, Slide.Width, Slide.Height)
	}
	if s.Width > 4*s.Height || s.Height > 2*s.Width {
		return fmt.Errorf("size %d × %d: the shape must lie between 1:2 and 4:1; plots.Slide is %d × %d",
			s.Width, s.Height, Slide.Width, Slide.Height)
	}
	return nil
}
