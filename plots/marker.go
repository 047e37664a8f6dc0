package plots

import (
	"image/color"
	"math"
)

// A marker is the shape that goes with a package's colour, or with what a future
// ends in.
type marker int

const (
	disc marker = iota
	square
	triangle
	diamond
	wedge // a triangle standing on its point
	hexagon
	ring
)

// solidMarkers are the shapes packages take in turn; the ring is the baseline's.
var solidMarkers = []marker{disc, square, triangle, diamond, wedge, hexagon}

// corners returns a regular shape of the area of a disc of radius r, so that no
// marker looks heavier than another; nil for round ones.
func (m marker) corners(x, y, r float64) []point {
	var n int
	var turn float64 // of the first corner, from straight up
	switch m {
	case square:
		n, turn = 4, math.Pi/4
	case triangle:
		n = 3
	case diamond:
		n = 4
	case wedge:
		n, turn = 3, math.Pi
	case hexagon:
		n, turn = 6, math.Pi/6
	default:
		return nil
	}
	step := 2 * math.Pi / float64(n)
	radius := r * math.Sqrt(2*math.Pi/(float64(n)*math.Sin(step)))
	pts := make([]point, n)
	for i := range pts {
		sin, cos := math.Sincos(turn + float64(i)*step)
		pts[i] = point{x + radius*sin, y - radius*cos}
	}
	return pts
}

// mark draws a marker of the area of a disc of radius r, with a rim of paper
// that sets it off from what lies beneath.
func (p *page) mark(m marker, x, y, r float64, c color.Color) {
	const rim = 2.5
	if m == ring {
		p.disc(x, y, r+rim, p.theme.Paper)
		p.disc(x, y, r, c)
		p.disc(x, y, r*0.52, p.theme.Paper)
	} else if pts := m.corners(x, y, r); pts != nil {
		p.polygon(m.corners(x, y, r+rim*1.4), p.theme.Paper)
		p.polygon(pts, c)
	} else {
		p.disc(x, y, r+rim, p.theme.Paper)
		p.disc(x, y, r, c)
	}
	p.occupy(box{x - r, y - r, x + r, y + r})
}
