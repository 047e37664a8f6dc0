package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A point in design units, from the top left corner.
type point struct{ x, y float64 }

// A box in design units: x0 ≤ x1, y0 ≤ y1, y downwards.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// A page draws in design units on a gonum canvas and remembers where it put
// words and marks, so that a test can ask whether any of them collide.
type page struct {
	theme Theme
	lang  *Words
	fonts Fonts // the theme's, or the subset of them an SVG embeds
	dc    draw.Canvas
	scale float64 // points per design unit
	w, h  float64 // of the whole canvas, at least 1920 × 1080

	metrics [weights]*metrics
	cut     map[tokenKey][]token

	words []word
	marks []box
}

// A word is one piece of text as drawn.
type word struct {
	text   string
	weight weight
	size   float64
	box    box
}

func newPage(dc draw.Canvas, t Theme, f Fonts) *page {
	size := dc.Size()
	w, h := size.X.Points(), size.Y.Points()
	scale := math.Min(w/float64(Slide.Width), h/float64(Slide.Height))
	p := &page{theme: t, lang: t.words(), fonts: f, dc: dc, scale: scale, w: w / scale, h: h / scale, cut: map[tokenKey][]token{}}
	for i, face := range t.Fonts.face {
		p.metrics[i] = newMetrics(face)
	}
	return p
}

func (p *page) length(u float64) vg.Length { return vg.Length(u * p.scale) }

func (p *page) at(x, y float64) vg.Point {
	return vg.Point{X: p.dc.Min.X + p.length(x), Y: p.dc.Max.Y - p.length(y)}
}

// occupy notes that a mark the reader must see lies in b.
func (p *page) occupy(b box) { p.marks = append(p.marks, b) }

func (p *page) polygon(pts []point, c color.Color) {
	path := make([]vg.Point, len(pts))
	for i, q := range pts {
		path[i] = p.at(q.x, q.y)
	}
	p.dc.FillPolygon(c, path)
}

func (p *page) rect(b box, c color.Color) {
	p.polygon([]point{{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}}, c)
}

func (p *page) disc(x, y, r float64, c color.Color) {
	p.dc.SetColor(c)
	p.dc.Fill(p.round(x, y, r))
}

func (p *page) circle(x, y, r float64, st pen) {
	p.dc.SetLineStyle(draw.LineStyle{Color: st.color, Width: p.length(st.width)})
	p.dc.Stroke(p.round(x, y, r))
}

func (p *page) round(x, y, r float64) vg.Path {
	path := make(vg.Path, 0, 3)
	centre := p.at(x, y)
	path.Move(vg.Point{X: centre.X + p.length(r), Y: centre.Y})
	path.Arc(centre, p.length(r), 0, 2*math.Pi)
	path.Close()
	return path
}

// A pen is the style of a line, in design units.
type pen struct {
	color color.Color
	width float64
	dash  []float64
}

// chunk bounds the points of one stroke: the rasteriser's work grows with the
// square of them.
const chunk = 64

// line strokes a polyline. Long ones are drawn in chunks, a dash pattern
// continuing from one to the next.
func (p *page) line(st pen, pts ...point) {
	sty := draw.LineStyle{Color: st.color, Width: p.length(st.width)}
	for _, d := range st.dash {
		sty.Dashes = append(sty.Dashes, p.length(d))
	}
	var run float64
	for len(pts) > 1 {
		n := min(len(pts), chunk)
		path := make([]vg.Point, n)
		length := 0.0
		for i, q := range pts[:n] {
			path[i] = p.at(q.x, q.y)
			if i > 0 {
				length += math.Hypot(q.x-pts[i-1].x, q.y-pts[i-1].y)
			}
		}
		sty.DashOffs = p.length(run)
		p.dc.StrokeLines(sty, path)
		run += length
		pts = pts[n-1:]
	}
}
