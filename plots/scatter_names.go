package plots

import (
	"image/color"
)

// besideUpTo is the number of marks whose names are tried beside them.
const besideUpTo = 24

// A note is words that belong to a point of a plot.
type note struct {
	blocks  []textBlock // ways to break the lines, the best first
	style   style
	anchors []point // where it may belong, the best first
	radius  float64 // of the mark there
	leader  color.Color
}

// A textBlock is words broken into lines, and the width they take.
type textBlock struct {
	lines []string
	width float64
}

// A placedNote is a note with the room it takes, and the line to its anchor where
// it stands far from it.
type placedNote struct {
	note  *note
	lines []string
	align align
	box   box
	from  point // end of the leader at the anchor
	to    point // and at the words
	led   bool
	cost  float64 // how ill it stands by itself
}

func (n placedNote) drawLeader(p *page) {
	if n.led {
		p.line(pen{color: n.note.leader, width: 2}, n.from, n.to)
	}
}

func (n placedNote) drawWords(p *page) {
	p.lines(n.lines, n.box.x0+float64(n.align)*n.box.width(), n.box.y0, n.align, n.note.style)
}

// labelRoom is where words may stand, and what is there already.
type labelRoom struct {
	frame box
	marks []box     // never covered
	lines [][]point // covered only where there is no better place
}

const (
	ledFrom = 22.0  // distance from the mark from which a name needs a leader
	airy    = 30.0  // mean cost of a layout that needs no smaller names
	crowded = 140.0 // and of one that is no better than none
)

// nameSpots sets the names of marks beside them, in the largest size at which
// they stand well, together with other notes. ok is false where they collide or
// crowd in every size.
func (p *page) nameSpots(spots []spot, at []point, radius float64, others []note, room labelRoom) (best []placedNote, ok bool) {
	largest := p.theme.Label
	if len(spots) > 5 {
		largest = 30
	}
	least := crowded
	for _, r := range nameRules()[:3] {
		for size := largest; size >= p.theme.Least && least >= airy; size -= 4 {
			notes, fits := p.spotNotes(spots, at, radius, size, r)
			if !fits {
				continue
			}
			placed, cost, clear := placeNotes(append(notes, others...), room)
			if cost += 4 * (largest - size); clear && cost < least {
				best, least = placed, cost
			}
		}
		if best != nil {
			return best, true
		}
	}
	return nil, false
}

// spotNotes breaks the names by a rule, each in the ways that several widths give.
func (p *page) spotNotes(spots []spot, at []point, radius, size float64, r rule) (notes []note, ok bool) {
	for i, sp := range spots {
		n := note{style: style{regular, size, sp.look.Word}, anchors: []point{at[i]}, radius: radius, leader: sp.look.Mark}
		if sp.leading {
			n.style.weight = bold
		}
		for _, share := range []float64{0.34, 0.19, 0.12} {
			ls, ok := p.setName(sp.name, n.style, share*p.w, r)
			if k := len(n.blocks); ok && (k == 0 || len(ls) > len(n.blocks[k-1].lines)) {
				n.blocks = append(n.blocks, textBlock{ls, p.widest(ls, n.style)})
			}
		}
		if len(n.blocks) == 0 {
			return nil, false
		}
		notes = append(notes, n)
	}
	return notes, true
}

// placeLoose places notes one after the other, and leaves out those that have no
// place.
func (p *page) placeLoose(notes []note, room labelRoom) []placedNote {
	var out []placedNote
	for _, n := range notes {
		placed, _, ok := placeNotes([]note{n}, room)
		if !ok {
			continue
		}
		out = append(out, placed[0])
		room.marks = append(room.marks[:len(room.marks):len(room.marks)], placed[0].box)
	}
	return out
}

// The costs of a place, in design units of distance.
const (
	costOfCollision = 1e6
	costOfCrossing  = 400 // of a leader with a name or another leader
	costOfLine      = 150 // under a name
	costOfDoubt     = 40  // a name nearer to another mark
	costOfLeader    = 25
)

// placeNotes finds places for notes that belong to points, so that none covers
// another or a mark. It starts with the best place of each and moves one at a
// time to where it stands best among the others, until none moves. cost is the
// mean of all; ok is false where some still collide.
//
// Source: the candidate places and costs of Christensen, Marks and Shieber, An
// empirical study of algorithms for point-feature label placement, ACM Trans.
// Graph. 14 (1995), with steepest descent by single moves.
func placeNotes(notes []note, room labelRoom) (placed []placedNote, cost float64, ok bool) {
	all := make([][]placedNote, len(notes))
	for i := range notes {
		if all[i] = notes[i].places(room); len(all[i]) == 0 {
			return nil, 0, false
		}
		placed = append(placed, all[i][0])
	}
	among := func(i int, c placedNote) float64 {
		sum := c.cost
		for j := range placed {
			if j != i {
				sum += c.disturbs(placed[j])
			}
		}
		return sum
	}
	const rounds = 12
	for range rounds {
		moved := false
		for i := range placed {
			least := among(i, placed[i])
			for _, c := range all[i] {
				if c.cost >= least {
					break
				}
				if v := among(i, c); v < least-1e-9 {
					placed[i], least, moved = c, v, true
				}
			}
		}
		if !moved {
			break
		}
	}
	for i := range placed {
		v := among(i, placed[i])
		if v >= costOfCollision {
			return nil, 0, false
		}
		cost += v / float64(len(placed))
	}
	return placed, cost, true
}

// disturbs is the cost of two places side by side.
func (n placedNote) disturbs(o placedNote) float64 {
	const air = 5
	cost := 0.0
	if apart(n.box, o.box) < air {
		cost += costOfCollision
	}
	if n.led && crosses(n.from, n.to, o.box) {
		cost += costOfCrossing
	}
	if o.led && crosses(o.from, o.to, n.box) {
		cost += costOfCrossing
	}
	if n.led && o.led && cross(n.from, n.to, o.from, o.to) {
		cost += costOfCrossing
	}
	return cost
}

// cross says whether two segments cut each other.
func cross(a, b, c, d point) bool {
	side := func(p, q, r point) float64 { return (q.x-p.x)*(r.y-p.y) - (q.y-p.y)*(r.x-p.x) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}
