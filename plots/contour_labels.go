package plots

import (
	"math"
)

// A contourLine is a level's line in one panel and, if there is room, its label.
type contourLine struct {
	level int // of the levels drawn
	pts   []point
}

// A contourLabel is a level's name on its line.
type contourLabel struct {
	text   string
	box    box
	middle point
}

// placeContourLabels finds a place on the longest line of every level, within
// the frame, where the name hides no other line, no other name and none of the
// marks, and, of these places, where it stands clearest. A level that has none
// stays without a name.
func (p *page) placeContourLabels(lines []contourLine, names []string, st style, frame box, marks []box) []contourLabel {
	const steps = 24
	var out []contourLabel
	for level, name := range names {
		best, clearest := contourLabel{text: name}, 0.0
		w, h := p.width(name, st)/2+5, 0.5*st.size+3
		for _, l := range lines {
			length := lengthOf(l.pts)
			if l.level != level || length < 2*w {
				continue
			}
			for k := 1; k < steps; k++ {
				q := along(l.pts, length*float64(k)/steps)
				b := box{q.x - w, q.y - h, q.x + w, q.y + h}
				if b.x0 < frame.x0+2 || b.y0 < frame.y0+2 || b.x1 > frame.x1-2 || b.y1 > frame.y1-2 {
					continue
				}
				// Long lines are named before short ones, and in their middle.
				score := (p.room(b, level, lines, out, marks) - 2) * length * (1.5 - math.Abs(float64(k)/steps-0.5))
				if score > clearest {
					best.box, best.middle, clearest = b, q, score
				}
			}
		}
		if clearest > 0 {
			out = append(out, best)
		}
	}
	return out
}

// room is how far a box is from all that it must not touch, at most 14.
func (p *page) room(b box, level int, lines []contourLine, labels []contourLabel, marks []box) float64 {
	room := 14.0
	for _, l := range labels {
		room = math.Min(room, apart(b, l.box))
	}
	for _, m := range marks {
		room = math.Min(room, apart(b, m))
	}
	for _, l := range lines {
		if l.level == level {
			continue
		}
		for i := 1; i < len(l.pts) && room > 0; i++ {
			if grown := (box{b.x0 - room, b.y0 - room, b.x1 + room, b.y1 + room}); !crosses(l.pts[i-1], l.pts[i], grown) {
				continue
			}
			for room > 0 && crosses(l.pts[i-1], l.pts[i], box{b.x0 - room, b.y0 - room, b.x1 + room, b.y1 + room}) {
				room -= 2
			}
		}
	}
	return room
}

// apart is the gap between two boxes, negative where they overlap.
func apart(a, b box) float64 {
	return math.Max(math.Max(a.x0-b.x1, b.x0-a.x1), math.Max(a.y0-b.y1, b.y0-a.y1))
}

// within is the part of a segment that lies in a box, as shares of its length;
// ok is false where there is none.
//
// Source: Liang and Barsky, ACM Trans. Graph. 3 (1984).
func within(a, b point, in box) (from, to float64, ok bool) {
	from, to = 0, 1
	dx, dy := b.x-a.x, b.y-a.y
	for _, e := range [][2]float64{{-dx, a.x - in.x0}, {dx, in.x1 - a.x}, {-dy, a.y - in.y0}, {dy, in.y1 - a.y}} {
		d, q := e[0], e[1]
		switch {
		case d == 0 && q < 0:
			return 0, 0, false
		case d < 0:
			from = math.Max(from, q/d)
		case d > 0:
			to = math.Min(to, q/d)
		}
	}
	return from, to, from <= to
}

func crosses(a, b point, in box) bool {
	_, _, ok := within(a, b, in)
	return ok
}

// outside cuts out of a polyline what lies in a box.
func outside(pts []point, in box) [][]point {
	var out [][]point
	var run []point
	flush := func() {
		if len(run) > 1 {
			out = append(out, run)
		}
		run = nil
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		at := func(share float64) point { return point{a.x + share*(b.x-a.x), a.y + share*(b.y-a.y)} }
		if run == nil {
			run = []point{a}
		}
		from, to, ok := within(a, b, in)
		if !ok {
			run = append(run, b)
			continue
		}
		if from > 0 {
			run = append(run, at(from))
		} else {
			run = nil
		}
		flush()
		if to < 1 {
			run = []point{at(to), b}
		}
	}
	flush()
	return out
}

func lengthOf(pts []point) float64 {
	var sum float64
	for i := 1; i < len(pts); i++ {
		sum += math.Hypot(pts[i].x-pts[i-1].x, pts[i].y-pts[i-1].y)
	}
	return sum
}

// along is the point of a polyline at a distance from its start.
func along(pts []point, distance float64) point {
	for i := 1; i < len(pts); i++ {
		step := math.Hypot(pts[i].x-pts[i-1].x, pts[i].y-pts[i-1].y)
		if distance <= step && step > 0 {
			s := distance / step
			return point{pts[i-1].x + s*(pts[i].x-pts[i-1].x), pts[i-1].y + s*(pts[i].y-pts[i-1].y)}
		}
		distance -= step
	}
	return pts[len(pts)-1]
}
