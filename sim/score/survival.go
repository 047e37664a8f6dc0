package score

import (
	"math"
	"slices"
)

// A Spell is a time observed until an event, or until it was censored.
type Spell struct {
	Years float64
	Event bool
}

// A Survival is the Kaplan–Meier estimate of the probability of lasting longer
// than t: a step function that falls at each event.
type Survival struct {
	times    []float64 // of the steps, rising
	alive    []float64 // from the step on
	variance []float64 // Greenwood's sum Σ d/(n(n − d)) up to and with the step
}

// KaplanMeier estimates survival from spells: ∏ (1 − d/n) over the times of the
// events, d events among n still under observation. Where an event and a
// censoring fall together, the event comes first.
func KaplanMeier(spells []Spell) *Survival { return productLimit(spells, false) }

// Watched estimates the probability of still being under observation at t: the
// Kaplan–Meier estimate with the parts of event and censoring exchanged. Where
// they fall together the event still comes first, so that it has left those at
// risk of being censored.
func Watched(spells []Spell) *Survival { return productLimit(spells, true) }

func productLimit(spells []Spell, censoring bool) *Survival {
	sorted := slices.Clone(spells)
	slices.SortFunc(sorted, func(a, b Spell) int {
		switch {
		case a.Years != b.Years:
			return sign(a.Years - b.Years)
		case a.Event == b.Event:
			return 0
		case a.Event:
			return -1
		}
		return 1
	})
	s := &Survival{}
	left, sum := 1.0, 0.0
	for i := 0; i < len(sorted); {
		// Spells of one time and one kind.
		j := i
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		if sorted[i].Event != censoring {
			n, d := float64(len(sorted)-i), float64(j-i)
			left *= (n - d) / n
			sum += d / (n * (n - d)) // +Inf where none is left; see StdErr
			s.times, s.alive, s.variance = append(s.times, sorted[i].Years), append(s.alive, left), append(s.variance, sum)
		}
		i = j
	}
	return s
}

func sign(x float64) int {
	if x < 0 {
		return -1
	}
	return 1
}

// At is the probability of lasting longer than t.
func (s *Survival) At(t float64) float64 { return s.after(s.search(t, true)) }

// Before is the probability of lasting to t at least: the limit from the left.
func (s *Survival) Before(t float64) float64 { return s.after(s.search(t, false)) }

// search counts the steps before t, and at t where with is true.
func (s *Survival) search(t float64, with bool) int {
	n, _ := slices.BinarySearchFunc(s.times, t, func(step, t float64) int {
		if step < t || with && step == t {
			return -1
		}
		return 1
	})
	return n
}

func (s *Survival) after(steps int) float64 {
	if steps == 0 {
		return 1
	}
	return s.alive[steps-1]
}

// StdErr is Greenwood's standard error of At(t), 0 before the first event and
// where nobody is left (M. Greenwood, "The natural duration of cancer", 1926).
func (s *Survival) StdErr(t float64) float64 {
	n := s.search(t, true)
	if n == 0 || s.alive[n-1] == 0 {
		return 0
	}
	return s.alive[n-1] * math.Sqrt(s.variance[n-1])
}

// Interval is the 95 % interval of At(t) on the complementary log-log scale,
// which keeps it inside (0, 1); At(t) alone where it has no error.
func (s *Survival) Interval(t float64) (lo, hi float64) {
	at, e := s.At(t), s.StdErr(t)
	if e == 0 || at == 1 {
		return at, at
	}
	// log(−log S) has the standard error se/(S·|log S|).
	half := 1.959963984540054 * e / (at * math.Abs(math.Log(at)))
	return math.Pow(at, math.Exp(half)), math.Pow(at, math.Exp(-half))
}
