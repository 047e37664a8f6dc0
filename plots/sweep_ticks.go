package plots

import (
	"math"
	"slices"
)

// numberTicks divides an axis of numbers into at most so many round steps, and
// gives the ticks that lie on it. On a logarithmic axis they stand at 1, 2 and 5
// times, 1 and 3 times, or 1 times powers of ten, or at every few powers.
func (l *Numbers) numberTicks(lo, hi float64, log bool, most int) []tick {
	if log && hi/lo > 4 {
		for _, factors := range [][]float64{{1, 2, 5}, {1, 3}, {1}} {
			if ts := l.logTicks(lo, hi, factors, 1); len(ts) >= 2 && len(ts) <= most+1 {
				return ts
			}
		}
		for every := 2; every < 700; every++ {
			if ts := l.logTicks(lo, hi, []float64{1}, every); len(ts) <= most+1 && len(ts) > 0 {
				return ts
			}
		}
	}
	unit := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(most)))-1)
	for {
		for _, factor := range []float64{1, 2, 2.5, 5} {
			step := factor * unit
			first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
			if last-first > float64(most) {
				continue
			}
			digits := max(0, int(math.Ceil(-math.Log10(unit)-1e-9)))
			if factor == 2.5 {
				digits++ // 0.25 of 0.1, and 2.5 of 1
			}
			var ts []tick
			for k := first; k <= last; k++ {
				ts = append(ts, tick{k * step, l.fixed(k*step, digits)})
			}
			return ts
		}
		unit *= 10
	}
}

func (l *Numbers) logTicks(lo, hi float64, factors []float64, every int) []tick {
	var ts []tick
	for e := int(math.Floor(math.Log10(lo))); e <= int(math.Ceil(math.Log10(hi))); e++ {
		if e%every != 0 {
			continue
		}
		for _, f := range factors {
			if v := f * math.Pow(10, float64(e)); v >= lo*(1-1e-9) && v <= hi*(1+1e-9) {
				ts = append(ts, tick{v, l.shortNumber(v)})
			}
		}
	}
	return ts
}

// A placedTick is a tick with its place along the axis and that of its label,
// which may be moved inwards at an end.
type placedTick struct {
	label   []string
	at      float64
	middle  float64
	missing bool // no room for the label
}

// placeTicks labels an axis of numbers as densely as its labels, of a width or
// height given by extent, keep clear of each other between lo and hi, in at most
// so many steps. Where there is no room for two round numbers, it labels the ends.
func (s sweptScale) placeTicks(extent func(label string) float64, gap, lo, hi float64, dense int) []placedTick {
	first, last := s.values[0], s.values[s.len()-1]
	for most := dense; most >= 1; most-- {
		if out, clear := s.setTicks(s.lang.numberTicks(first, last, s.log, most), extent, gap, lo, hi); clear && len(out) > 1 {
			return out
		}
	}
	out, _ := s.setTicks([]tick{{first, s.lang.shortNumber(first)}, {last, s.lang.shortNumber(last)}}, extent, gap, lo, hi)
	return out
}

// setTicks places labels from the left or from the top; clear is false where one
// is missing for want of room.
func (s sweptScale) setTicks(ticks []tick, extent func(label string) float64, gap, lo, hi float64) (out []placedTick, clear bool) {
	if s.scale.b < s.scale.a { // rising upwards
		slices.Reverse(ticks)
	}
	clear = true
	edge := math.Inf(-1)
	for _, tk := range ticks {
		at, half := s.at(tk.value), extent(tk.label)/2
		middle := math.Min(math.Max(at, lo+half), hi-half)
		missing := middle-half < edge
		if missing {
			clear = false
		} else {
			edge = middle + half + gap
		}
		out = append(out, placedTick{[]string{tk.label}, at, middle, missing})
	}
	return out, clear
}
