package plots

import (
	"fmt"
	"math"
)

// Lengths of a panel of a heat map, in design units.
const (
	heatGapX  = 44
	heatGapY  = 24
	heatBelow = 8 // from the words to the map
	leastHeat = 64
)

// heatPanels is a grid of maps with a name above each; numbers stand left of the
// first column and below the last map of each.
type heatPanels struct {
	cols, rows int
	w, h       float64 // of a map
	head       float64 // height of the tallest words
	gutter     float64 // left of the first column
	below      float64 // under the last row
	size, tick float64
	names      [][]string
	notes      [][]string // that a package sets its own value
	xs, ys     categories
	whole      bool // no word is broken or cut
}

func (l heatPanels) indent() float64   { return 1.02 * l.size }
func (l heatPanels) noteSize() float64 { return math.Max(22, l.size-4) }

// words is the height of the words of a panel.
func (l heatPanels) words(i int) float64 {
	height := blockHeight(len(l.names[i]), l.size)
	if len(l.notes[i]) > 0 {
		height += 4 + blockHeight(len(l.notes[i]), l.noteSize())
	}
	return height
}

// merit weighs the shorter side of a map, as it is seen, against the size of the
// words.
func (l heatPanels) merit() float64 {
	m := math.Min(l.w, 1.7*l.h) * (l.size + 30)
	if !l.whole {
		m /= 2
	}
	return m
}

// fit tries every number of columns and every size of the names, and takes what
// has the most merit.
func (h heatMaps) fit(p *page, in box) (heatPanels, error) {
	n := len(h.names)
	largest := p.theme.Label
	if n > 6 {
		largest -= 4
	}
	var best heatPanels
	for cols := 1; cols <= n; cols++ {
		rows := (n + cols - 1) / cols
		if cols*(rows-1) >= n {
			continue // a row would stay empty
		}
		for _, r := range []rule{{2, true}, {4, true}, {3, false}} {
			for size := largest; size >= p.theme.Least; size -= 2 {
				l := heatPanels{cols: cols, rows: rows, size: size, tick: p.theme.Tick, whole: r.strict}
				if n > 4 {
					l.tick -= 3
				}
				if l, ok := h.set(p, l, in, r); ok && l.merit() > best.merit() {
					best = l
				}
			}
		}
	}
	if best.w == 0 {
		return best, fmt.Errorf("%d maps do not fit: plot fewer packages or on a larger canvas", n)
	}
	return best, nil
}

// set sets the words of all panels and of the axes, and measures what they leave
// for the maps.
func (h heatMaps) set(p *page, l heatPanels, in box, r rule) (_ heatPanels, ok bool) {
	a, b := h.axes[0], h.axes[1]
	cols, rows := float64(l.cols), float64(l.rows)
	var err error
	if b.categorical() {
		if l.ys, err = p.fitCategories(b.texts, 0.14*in.width(), in.height()/rows/float64(b.len())); err != nil {
			return l, false
		}
		l.gutter = l.ys.width + 14
	} else {
		l.gutter = p.gutter(b, l.tick)
	}
	l.w = (in.width() - l.gutter - (cols-1)*heatGapX) / cols
	if l.w < leastHeat {
		return l, false
	}
	l.below = 12 + blockHeight(1, l.tick)
	if a.categorical() {
		if l.xs, err = p.fitCategories(a.texts, l.w/float64(a.len())-8, 0.16*in.height()); err != nil {
			return l, false
		}
		l.below = 12 + l.xs.height
	}
	name, note := style{semibold, l.size, nil}, style{regular, l.noteSize(), nil}
	for i, text := range h.names {
		names, ok := p.setName(text, name, l.w-l.indent(), r)
		if !ok {
			return l, false
		}
		l.names = append(l.names, names)
		l.notes = append(l.notes, p.wrap(h.ownOf(i), note, l.w))
		l.head = math.Max(l.head, l.words(i))
	}
	l.h = (in.height()-l.below-(rows-1)*heatGapY)/rows - l.head - heatBelow
	if l.h < leastHeat {
		return l, false
	}
	if b.categorical() {
		if l.ys, err = p.fitCategories(b.texts, l.gutter-14, l.h/float64(b.len())-4); err != nil {
			return l, false
		}
	}
	l.whole = l.whole && h.allWhole(p, l)
	return l, true
}

// allWhole reports whether no text along an axis is broken or cut.
func (h heatMaps) allWhole(p *page, l heatPanels) bool {
	check := func(a sweptAxis, c categories, width float64) bool {
		st := style{regular, c.size, nil}
		for i, text := range a.texts {
			if !p.wholeWords(text, st, width) || len(p.wrap(text, st, width)) > len(c.texts[i]) {
				return false
			}
		}
		return true
	}
	return check(h.axes[0], l.xs, l.w/float64(h.axes[0].len())-8) && check(h.axes[1], l.ys, l.gutter-14)
}
