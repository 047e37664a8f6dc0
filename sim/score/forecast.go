package score

import "math"

// least bounds a probability away from 0 and 1 in the logarithmic score, so
// that one confident error does not count without end.
const least = 0.001

// Weights returns the weight of each spell in a score at year t: 1/G(T) where
// the event came by t at time T, 1/G(t) where the spell lasted to t at least, 0
// where it was censored before; G(x) is the probability of being watched to x
// at least. Their mean is about 1.
func Weights(spells []Spell, t float64) []float64 {
	watched := Watched(spells)
	w := make([]float64, len(spells))
	for i, s := range spells {
		var g float64
		switch {
		case s.Event && s.Years <= t:
			g = watched.Before(s.Years)
		case s.Years >= t:
			g = watched.Before(t)
		}
		if g > 0 {
			w[i] = 1 / g
		}
	}
	return w
}

// Happened says whether the event came by year t.
func (s Spell) Happened(t float64) bool { return s.Event && s.Years <= t }

// Brier is the squared distance of a forecast from what happened by year t.
func Brier(s Spell, p, t float64) float64 {
	if s.Happened(t) {
		p = 1 - p
	}
	return p * p
}

// Log is minus the logarithm of the probability that the forecast gave to what
// happened by year t; a probability below .001 counts as that.
func Log(s Spell, p, t float64) float64 {
	if !s.Happened(t) {
		p = 1 - p
	}
	return -math.Log(min(max(p, least), 1-least))
}

// Mean is Σ w·x/n, by which censored spells are represented by the others.
func Mean(weights, x []float64) float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * x[i]
	}
	return sum / float64(len(x))
}

// Skill is the share of a baseline's score that a forecast saves: 1 is perfect,
// 0 no better than the baseline, below 0 worse; −∞ or NaN where the baseline
// has no error.
func Skill(of, baseline float64) float64 { return 1 - of/baseline }
