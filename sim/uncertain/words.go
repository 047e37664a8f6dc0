package uncertain

import (
	"fmt"
	"math"
)

// Word returns the word for a probability p: the word of its band (of the
// upper one where two meet in p); in a gap, "about" and the nearer band's word
// (the lower one's in the middle); outside all bands, "less than" or "more
// than" and the end word. It panics where p is NaN.
func (s Scale) Word(p float64) string {
	b := s.Bands[s.nearest(p)]
	first, last := s.Bands[0], s.Bands[len(s.Bands)-1]
	switch {
	case p < first.Lo:
		return "less than " + first.Word
	case p > last.Hi:
		return "more than " + last.Word
	case p < b.Lo, p > b.Hi:
		return "about " + b.Word
	}
	return b.Word
}

// Describe returns the words for an estimate of a probability with its
// standard error (≥ 0; NaN: unknown): those of mean − se and mean + se joined
// by "to" where they are of two bands, else [Scale.Word] of the mean.
func (s Scale) Describe(mean, se float64) string {
	if math.IsNaN(se) {
		return s.Word(mean)
	}
	lo, hi := s.nearest(mean-se), s.nearest(mean+se)
	if lo == hi {
		return s.Word(mean)
	}
	return s.Bands[lo].Word + " to " + s.Bands[hi].Word
}

// nearest returns the place of the band that p is in or nearest to: the upper
// one where two meet in p, the lower one in the middle of a gap.
func (s Scale) nearest(p float64) int {
	if math.IsNaN(p) {
		panic(fmt.Sprintf("uncertain: no word of scale %q for NaN", s.Name))
	}
	best, shortest := 0, math.Inf(1)
	for i, b := range s.Bands {
		distance := max(b.Lo-p, p-b.Hi, 0)
		if distance < shortest || p == b.Lo {
			best, shortest = i, distance
		}
	}
	return best
}
