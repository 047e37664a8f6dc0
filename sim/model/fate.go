package model

import (
	"math"

	"steadfast/sim/chance"
)

// A Fate is everything that chance decides in one future of one case: a
// function of (seed, case, future, purpose, occasion) alone, so that every
// package replayed against it meets the same fate. What all packages need is
// drawn when the Fate is cast, the rest when it is asked for. The zero Fate is
// ready to be Cast, and reuses its memory. It is not safe for concurrent use.
type Fate struct {
	seed, kase, future uint64

	resolve  float64 // decides the coalition's type
	patience float64 // a unit exponential: how much accident hazard passes before an accident
	belief   float64 // decides the rung of the initial belief

	// The opportunities where each month brings one with probability chance,
	// in the first months.
	chance    float64
	months    int
	meetings  []meeting
	gaps      []float64 // logarithms of the draws that decide the gaps between them
	actions   []float64 // the draws that decide the acts, by opportunity
	elections []float64 // the draws that decide the backstop's moves, by election
}

// A meeting is an opportunity: its month, and the draw that decides what the
// challenger does.
type meeting struct {
	month  int
	action float64
}

// words is how many draws the generator makes at a time.
const words = 4

// Cast draws the fate of a future.
func (f *Fate) Cast(seed uint64, kase, future int) {
	f.seed, f.kase, f.future = seed, uint64(kase), uint64(future)
	f.chance = -1
	f.gaps, f.actions, f.elections = f.gaps[:0], f.actions[:0], f.elections[:0]
	f.resolve = f.uniform(chance.Resolve, 0)
	f.belief = f.uniform(chance.Belief, 0)
	f.patience = -math.Log(f.uniform(chance.Accident, 0))
}

// draw draws for the n-th four occasions of a purpose.
func (f *Fate) draw(p chance.Purpose, n int) [words]uint64 {
	return chance.Draw(f.seed, p, f.kase, f.future, uint64(n), 0)
}

// uniform is the draw for the one occasion, named by a number, of a purpose.
func (f *Fate) uniform(p chance.Purpose, occasion uint64) float64 {
	return chance.Unit(chance.Draw(f.seed, p, f.kase, f.future, occasion, 0)[0])
}

// meet returns the opportunities in the first months where each month brings
// one with probability q. The gaps between them are geometric, by inversion,
// so that under another q the n-th opportunity has the same draws at another
// time.
func (f *Fate) meet(q float64, months int) []meeting {
	if q == f.chance && months == f.months {
		return f.meetings
	}
	f.chance, f.months = q, months
	f.meetings = f.meetings[:0]
	if q <= 0 {
		return f.meetings
	}
	perLog := 1 / math.Log1p(-q) // −0 where q = 1: every gap is 0
	month := -1
	for n := 0; ; n++ {
		if n == len(f.gaps) {
			gaps, actions := f.draw(chance.Opportunity, n/words), f.draw(chance.Action, n/words)
			for i := range words {
				f.gaps = append(f.gaps, chance.Unit(gaps[i]))
				f.actions = append(f.actions, chance.Unit(actions[i]))
			}
			latest := f.gaps[n:]
			tables().log(latest, latest)
		}
		gap := f.gaps[n] * perLog
		if gap >= float64(months-1-month) {
			return f.meetings
		}
		month += 1 + int(gap)
		f.meetings = append(f.meetings, meeting{month, f.actions[n]})
	}
}

// election is the draw that decides the n-th move of the backstop.
func (f *Fate) election(n int) float64 {
	for len(f.elections) <= n {
		for _, word := range f.draw(chance.Backstop, len(f.elections)/words) {
			f.elections = append(f.elections, chance.Unit(word))
		}
	}
	return f.elections[n]
}

// probe is the draws that decide what comes of a probe in a month.
func (f *Fate) probe(month int) (escalation, detection, answer, rung float64) {
	w := f.draw(chance.Probing, month)
	return chance.Unit(w[0]), chance.Unit(w[1]), chance.Unit(w[2]), chance.Unit(w[3])
}
