package plots

import (
	"cmp"
	"math"
	"slices"
)

// placesKept bounds the places of a note that are weighed against the others'.
const placesKept = 120

// places lists where a note may stand, the best first.
func (n *note) places(room labelRoom) []placedNote {
	var out []placedNote
	for _, b := range n.blocks {
		w, h := b.width, blockHeight(len(b.lines), n.style.size)
		for k, a := range n.anchors {
			for _, gap := range []float64{10, 16, 30, 55, 85, 120, 165, 220, 290, 380} {
				for _, dx := range []float64{1, 0, -1, 0.5, -0.5} {
					for _, dy := range []float64{0, -1, 1, -0.5, 0.5} {
						if math.Abs(dx) != 1 && math.Abs(dy) != 1 {
							continue
						}
						x, y := a.x+dx*(w/2+n.radius+gap), a.y+dy*(h/2+n.radius+gap)
						c := placedNote{
							note: n, lines: b.lines, align: align(0.5 - math.Trunc(dx)/2),
							box: box{x - w/2, y - h/2, x + w/2, y + h/2},
						}
						if !c.stands(a, room) {
							continue
						}
						c.cost += 12*float64(k) + 3*float64(len(b.lines)-1)
						if dx != 1 || dy != 0 {
							c.cost += 2 + 2*math.Abs(dx*dy) // right of the mark is where names are looked for
						}
						out = append(out, c)
					}
				}
			}
		}
	}
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(out[a].cost, out[b].cost), cmp.Compare(a, b)) })
	var best []placedNote
	for _, i := range order[:min(len(order), placesKept)] {
		best = append(best, out[i])
	}
	return best
}

// stands weighs a place by itself and draws its leader. It is false where the
// words cannot stand.
func (n *placedNote) stands(a point, room labelRoom) bool {
	const air = 4
	b := n.box
	if b.x0 < room.frame.x0 || b.x1 > room.frame.x1 || b.y0 < room.frame.y0 || b.y1 > room.frame.y1 {
		return false
	}
	for _, m := range room.marks {
		if apart(b, m) < air {
			return false
		}
	}
	near := point{math.Min(math.Max(a.x, b.x0), b.x1), math.Min(math.Max(a.y, b.y0), b.y1)}
	distance := math.Hypot(near.x-a.x, near.y-a.y) - n.note.radius
	n.cost = distance
	for _, l := range room.lines {
		for i := 1; i < len(l); i++ {
			if crosses(l[i-1], l[i], box{b.x0 - air, b.y0 - air, b.x1 + air, b.y1 + air}) {
				n.cost += costOfLine
			}
		}
	}
	own := box{a.x - n.note.radius, a.y - n.note.radius, a.x + n.note.radius, a.y + n.note.radius}
	doubtful := false
	for _, m := range room.marks {
		if m != own && apart(b, m) < distance+6 {
			doubtful = true
		}
	}
	if doubtful {
		n.cost += costOfDoubt
	}
	if n.led = distance > ledFrom || doubtful && distance > 10; !n.led {
		return true
	}
	n.cost += costOfLeader
	n.from, n.to = n.leaderTo(a, near)
	for _, m := range room.marks {
		if m != own && crosses(n.from, n.to, m) {
			n.cost += costOfCrossing
		}
	}
	return true
}

// leaderTo is the line from the rim of the mark to a little before the words: to
// the middle of the first line where they stand beside it.
func (n *placedNote) leaderTo(a, near point) (from, to point) {
	const before = 6
	to = near
	b, half := n.box, blockHeight(1, n.note.style.size)/2
	if near.x == b.x0 || near.x == b.x1 {
		to.y = math.Min(math.Max(a.y, b.y0+half), b.y1-half)
	} else {
		to.x = math.Min(math.Max(a.x, b.x0+half), b.x1-half)
	}
	length := math.Hypot(to.x-a.x, to.y-a.y)
	ux, uy := (to.x-a.x)/length, (to.y-a.y)/length
	return point{a.x + ux*n.note.radius, a.y + uy*n.note.radius}, point{to.x - ux*before, to.y - uy*before}
}
