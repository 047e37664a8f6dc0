package plots

import "math"

// A regionLabel is a package's name within its region or, on paper and with a
// leader from the region, near it.
type regionLabel struct {
	region int
	lines  []string
	size   float64
	box    box // of marker and words
	near   bool
	from   point // of the leader
}

// pole is a place in a region that nothing stands on, nor level with it on the
// right up to x, as near as there is to the middle of the roomiest rectangle.
func pole(r region, taken []box, x float64) point {
	at := func(b box, share float64) point { return point{(b.x0 + b.x1) / 2, b.y0 + share*b.height()} }
	for _, b := range r.rects {
		for _, share := range []float64{0.5, 0.35, 0.65, 0.2, 0.8} {
			if q := at(b, share); clear(box{q.x, q.y, math.Max(q.x, x), q.y}, taken, 10) {
				return q
			}
		}
	}
	return at(r.rects[0], 0.5)
}

func clear(b box, of []box, by float64) bool {
	for _, o := range of {
		if apart(b, o) < by {
			return false
		}
	}
	return true
}

// place finds room for a package's marker and name within a region, in the
// largest size.
func (f flipMap) place(p *page, r region, taken []box, least float64) (regionLabel, bool) {
	const padX, padY = 14, 10
	for size := p.theme.Label + 4; size >= least; size -= 2 {
		indent := 1.02 * size
		st := style{semibold, size, nil}
		for _, rect := range r.rects {
			w, h := rect.width()-2*padX, rect.height()-2*padY
			if w < 2*indent || h < size {
				continue
			}
			ls, ok := p.setName(f.names[r.pkg], st, w-indent, rule{4, true})
			width, height := indent+p.widest(ls, st), blockHeight(len(ls), size)
			if !ok || height > h {
				continue
			}
			for _, fy := range []float64{0.5, 0.3, 0.7, 0.1, 0.9, 0, 1} {
				for _, fx := range []float64{0.5, 0.3, 0.7, 0.1, 0.9, 0, 1} {
					x, y := rect.x0+padX+fx*(w-width), rect.y0+padY+fy*(h-height)
					if b := (box{x, y, x + width, y + height}); clear(b, taken, 8) {
						return regionLabel{lines: ls, size: size, box: b}, true
					}
				}
			}
		}
	}
	return regionLabel{}, false
}

const nearPad = 9 // of paper around a label near its region

// placeNear finds room for a package's marker and name on the map beside its
// region, level with a point in it or above or below that.
func (f flipMap) placeNear(p *page, r region, taken []box, plot box) (regionLabel, bool) {
	const size, pad = 26, nearPad
	q := pole(r, taken, 0)
	if !clear(box{q.x - 7, q.y - 7, q.x + 7, q.y + 7}, taken, 2) {
		return regionLabel{}, false
	}
	st := style{semibold, size, nil}
	ls := p.wrap(f.names[r.pkg], st, 0.2*p.w)
	w, h := 1.02*size+p.widest(ls, st), blockHeight(len(ls), size)
	own := r.rects[0]
	right, left := math.Max(own.x1-q.x, 0)+36, math.Max(q.x-own.x0, 0)+36
	below, above := math.Max(own.y1-q.y, 0)+30, math.Max(q.y-own.y0, 0)+30
	for _, more := range []float64{0, 30, 60, 100, 150} {
		for _, d := range []point{
			{right + more + w/2, 0}, {-left - more - w/2, 0}, {0, below + more + h/2}, {0, -above - more - h/2},
		} {
			m := point{q.x + d.x, q.y + d.y}
			if d.x == 0 { // above or below: pushed inwards at the sides
				m.x = math.Min(math.Max(m.x, plot.x0+w/2+2*pad), plot.x1-w/2-2*pad)
			}
			l := regionLabel{lines: ls, size: size, box: box{m.x - w/2, m.y - h/2, m.x + w/2, m.y + h/2}, near: true, from: q}
			b := box{l.box.x0 - pad, l.box.y0 - pad, l.box.x1 + pad, l.box.y1 + pad}
			if b.x0 < plot.x0+4 || b.y0 < plot.y0+4 || b.x1 > plot.x1-4 || b.y1 > plot.y1-4 {
				continue
			}
			if clear(b, taken, 2) && clear(l.leader(), taken, 2) {
				return l, true
			}
		}
	}
	return regionLabel{}, false
}

// tip is where the leader of a label near its region meets its paper.
func (l regionLabel) tip() point {
	b := box{l.box.x0 - nearPad, l.box.y0 - nearPad, l.box.x1 + nearPad, l.box.y1 + nearPad}
	return point{math.Min(math.Max(l.from.x, b.x0), b.x1), math.Min(math.Max(l.from.y, b.y0), b.y1)}
}

// leader is what the leader covers.
func (l regionLabel) leader() box {
	const half = 5
	q, t := l.from, l.tip()
	return box{math.Min(q.x, t.x) - half, math.Min(q.y, t.y) - half, math.Max(q.x, t.x) + half, math.Max(q.y, t.y) + half}
}

const standingSize = 24

// placeStanding finds a place for the words beside the mark of the scenario as it
// stands, and returns what names must stay clear of.
func (f flipMap) placeStanding(p *page, v *flipView, plot box) []box {
	s := f.standing()
	words := f.standingWords(s)
	if words == "" {
		return nil
	}
	if s.x && s.y {
		words = p.lang.Sweep.StandsOnMap.text()
	}
	v.stands = []string{words}
	st := style{semibold, standingSize, nil}
	w, h := p.width(words, st)+16, 1.5*standingSize
	const arm = 22
	var q point
	var taken []box
	switch {
	case s.x && s.y:
		q = point{v.x.at(*v.x.median), v.y.at(*v.y.median)}
		taken = []box{{q.x - arm, q.y - arm, q.x + arm, q.y + arm}}
	case s.x:
		q = point{v.x.at(*v.x.median), plot.y0 + h}
		taken = []box{{q.x - 4, plot.y0, q.x + 4, plot.y1}}
	default:
		q = point{plot.x0 + w/2 + 10, v.y.at(*v.y.median)}
		taken = []box{{plot.x0, q.y - 4, plot.x1, q.y + 4}}
	}
	fits := func(b box) bool {
		return b.x0 >= plot.x0+4 && b.x1 <= plot.x1-4 && b.y0 >= plot.y0+4 && b.y1 <= plot.y1-4
	}
	for _, d := range []point{{arm + w/2, 0}, {-arm - w/2, 0}, {0, -arm - h/2}, {0, arm + h/2}} {
		m := point{q.x + d.x, q.y + d.y}
		if s.x != s.y && s.y && d.y == 0 {
			continue // above or below a level line
		}
		v.plate = box{m.x - w/2, m.y - h/2, m.x + w/2, m.y + h/2}
		if fits(v.plate) {
			break
		}
	}
	if !fits(v.plate) { // in a corner: pushed inwards along the edge
		x0 := math.Min(math.Max(q.x-w/2, plot.x0+4), plot.x1-4-w)
		y0 := q.y - arm - h
		if y0 < plot.y0+4 {
			y0 = q.y + arm
		}
		v.plate = box{x0, y0, x0 + w, y0 + h}
	}
	return append(taken, v.plate)
}
