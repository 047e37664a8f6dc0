package score_test

import (
	"math"
	"testing"

	"steadfast/sim/score"
)

// remission is the textbook example: weeks of remission of 21 patients on 6-MP
// (E. A. Gehan, Biometrika 52, 1965), whose estimate and Greenwood errors are
// printed in D. G. Kleinbaum and M. Klein, Survival Analysis, chapter 2.
func remission() []score.Spell {
	var out []score.Spell
	for _, t := range []float64{6, 6, 6, 7, 10, 13, 16, 22, 23} {
		out = append(out, score.Spell{Years: t, Event: true})
	}
	for _, t := range []float64{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35} {
		out = append(out, score.Spell{Years: t})
	}
	return out
}

func TestKaplanMeier(t *testing.T) {
	s := score.KaplanMeier(remission())
	for _, c := range []struct{ t, alive, stdErr float64 }{
		{5, 1, 0}, {6, .857, .0764}, {7, .807, .0869}, {10, .753, .0963}, {13, .690, .107}, {16, .627, .114}, {22, .538, .128}, {23, .448, .135}, {40, .448, .135},
	} {
		if got := s.At(c.t); math.Abs(got-c.alive) > .0006 {
			t.Errorf("at %v: %.4f alive, the book has %v", c.t, got, c.alive)
		}
		if got := s.StdErr(c.t); math.Abs(got-c.stdErr) > .0006 {
			t.Errorf("at %v: standard error %.4f, the book has %v", c.t, got, c.stdErr)
		}
	}
	if before, at := s.Before(6), s.At(6); before != 1 || at >= before {
		t.Errorf("before the first event %v, at it %v", before, at)
	}
	lo, hi := s.Interval(16)
	if !(lo > 0 && lo < s.At(16) && s.At(16) < hi && hi < 1) {
		t.Errorf("interval %v to %v around %v", lo, hi, s.At(16))
	}
}

// By hand: of five, one is censored at 1 (an event falls there, too, and comes
// first), one at 2; events at 1, 3, and one lasts to 4.
func TestWatchedByHand(t *testing.T) {
	spells := []score.Spell{{1, true}, {1, false}, {2, false}, {3, true}, {4, false}}
	watched := score.Watched(spells)
	for _, c := range []struct{ t, before, at float64 }{
		{.5, 1, 1},
		{1, 1, 3.0 / 4},               // 4 left after the event, one censored
		{2, 3.0 / 4, 3.0 / 4 * 2 / 3}, // 3 left, one censored
		{3, .5, .5},
		{4, .5, 0},
	} {
		if b, a := watched.Before(c.t), watched.At(c.t); math.Abs(b-c.before) > 1e-15 || math.Abs(a-c.at) > 1e-15 {
			t.Errorf("at %v: watched %v before and %v at it, want %v and %v", c.t, b, a, c.before, c.at)
		}
	}
	if got := score.KaplanMeier(spells).At(3); math.Abs(got-.8*.5) > 1e-15 {
		t.Errorf("alive after 3: %v, want 0.4", got)
	}
}
