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

// The two sizes every figure is made for.
var (
	Slide = Size{1920, 1080}
	Print = Size{3840, 2160} // the same picture at twice the resolution
)

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
