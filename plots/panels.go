package plots

import "fmt"

// Lengths of a panel of futures, in design units.
const (
	side       = 10 // dots in a row
	panelGapX  = 56
	panelGapY  = 34
	besideGap  = 24 // between dots and words beside them
	textGap    = 14 // between words and dots below them
	captionGap = 5
	leastDots  = 110 // the side of a square of dots that can still be told apart
)

// panels is a grid of panels with words above the dots or beside them.
type panels struct {
	cols         int
	beside       bool
	cellW, cellH float64
	dots         float64 // the side of the square of dots
	size         float64 // of name and caption
	text         float64 // height of the tallest words
	names        [][]string
	captions     [][]string
}

func (l panels) swatchGap() float64 { return 0.42 * l.size }

// spare is the height that a cell leaves over.
func (l panels) spare() float64 {
	if l.beside {
		return l.cellH - max(l.dots, l.text)
	}
	return l.cellH - l.text - textGap - l.dots
}

func (l panels) textHeight(i int) float64 {
	return blockHeight(len(l.names[i]), l.size) + captionGap + blockHeight(len(l.captions[i]), l.size)
}

// fit tries every number of columns, both places for the words and every size of
// them, and takes what gives the largest dots, where larger words count, too:
// from the back row, a picture is read by its words first. Names take at most four
// lines, by the rules of fitEndLabels.
func (f futures) fit(p *page, in box) (panels, error) {
	n := len(f.set.Packages)
	largest := p.theme.Label
	if n <= 4 {
		largest = 1.3 * p.theme.Label
	}
	for _, r := range []rule{{4, true}, {4, false}} {
		var best panels
		for cols := 1; cols <= n; cols++ {
			rows := (n + cols - 1) / cols
			if cols*(rows-1) >= n {
				continue // a row would stay empty
			}
			cell := panels{
				cols:  cols,
				cellW: (in.width() - float64(cols-1)*panelGapX) / float64(cols),
				cellH: (in.height() - float64(rows-1)*panelGapY) / float64(rows),
			}
			for cell.size = largest; cell.size >= p.theme.Least; cell.size -= 2 {
				best = f.better(p, best, cell, r)
			}
		}
		if best.dots > 0 {
			return best, nil
		}
	}
	return panels{}, fmt.Errorf("%d panels do not fit: plot fewer packages or on a larger canvas", n)
}

func (l panels) merit() float64 { return l.dots * (l.size + 6) }

// better sets one grid in one size, words above the dots or beside them in
// several widths, and returns the best of these and the best so far. Words are
// wrapped only where there is room for better dots.
func (f futures) better(p *page, best, cell panels, r rule) panels {
	for _, share := range []float64{1, 0.3, 0.36, 0.42, 0.48, 0.54, 0.6} {
		cell.beside = share < 1
		cell.dots = min(cell.cellW, cell.cellH)
		if cell.beside {
			cell.dots = min(cell.cellH, cell.cellW*(1-share)-besideGap)
		}
		if cell.dots < leastDots || cell.merit() <= best.merit() {
			continue
		}
		l, ok := f.setWords(p, cell, share*cell.cellW, r)
		if !ok || l.beside && l.text > l.cellH {
			continue
		}
		if !l.beside {
			l.dots = min(l.dots, l.cellH-l.text-textGap)
		}
		if l.dots >= leastDots && l.merit() > best.merit() {
			best = l
		}
	}
	return best
}

// setWords wraps the words of all panels into a width.
func (f futures) setWords(p *page, l panels, width float64, r rule) (_ panels, ok bool) {
	st, counts := style{semibold, l.size, nil}, style{regular, l.size, nil}
	indent := 0.6*l.size + l.swatchGap()
	for i, pkg := range f.set.Packages {
		name, caption := nameOf(pkg), f.caption(i)
		names, ok := p.setName(name, st, width-indent, r)
		if !ok || r.strict && !p.wholeWords(caption, counts, width) {
			return l, false
		}
		l.names = append(l.names, names)
		l.captions = append(l.captions, p.wrap(caption, counts, width))
		l.text = max(l.text, l.textHeight(i))
	}
	return l, true
}
