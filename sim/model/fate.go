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

	chance    float64 // the probability of an opportunity a month that meetings is for
	months    int     // and the months
	meetings  []meeting
	elections []float64 // decides the backstop's moves, by election
}

// A meeting is an opportunity, and the draws that decide what comes of it.
type meeting struct {
	month                            int
	action, escalate, detect, answer float64
}

// Cast draws the fate of a future.
func (f *Fate) Cast(seed uint64, kase, future int) {
	f.seed, f.kase, f.future = seed, uint64(kase), uint64(future)
	f.chance = -1
	f.elections = f.elections[:0]
	w := f.draw(chance.Resolve, 0, 0)
	f.resolve = chance.Unit(w[0])
	f.belief = chance.Unit(w[1])
	f.patience = -math.Log(chance.Unit(f.draw(chance.Accident, 0, 0)[0]))
}

func (f *Fate) draw(p chance.Purpose, occasion, n uint64) [4]uint64 {
	return chance.Draw(f.seed, p, f.kase, f.future, occasion, n)
}

// meet returns the opportunities in the first months where each month brings
// one with probability q: the gaps between them are geometric, by inversion,
// so that another q meets the same draws. The draws of an opportunity belong
// to its month.
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
	for n := uint64(0); ; n++ {
		for _, word := range f.draw(chance.Opportunity, n, 0) {
			gap := math.Log(chance.Unit(word)) * perLog
			if gap >= float64(months) {
				return f.meetings
			}
			month += 1 + int(gap)
			if month >= months {
				return f.meetings
			}
			w := f.draw(chance.Action, uint64(month), 0)
			f.meetings = append(f.meetings, meeting{
				month:    month,
				action:   chance.Unit(w[0]),
				escalate: chance.Unit(w[1]),
				detect:   chance.Unit(w[2]),
				answer:   chance.Unit(w[3]),
			})
		}
	}
}

// election is the draw that decides the n-th move of the backstop.
func (f *Fate) election(n int) float64 {
	for len(f.elections) <= n {
		for _, word := range f.draw(chance.Backstop, uint64(len(f.elections)/4), 0) {
			f.elections = append(f.elections, chance.Unit(word))
		}
	}
	return f.elections[n]
}

// learned is the draw that decides the rung of a belief moved in a month.
func (f *Fate) learned(month int) float64 {
	return chance.Unit(f.draw(chance.Belief, uint64(month), 0)[0])
}

// guarantor is the draws that decide whether guarantor i says yes at a breach,
// and on which grid point its capability falls.
func (f *Fate) guarantor(i int) (willing, rounding float64) {
	w := f.draw(chance.Willing, uint64(i), 0)
	return chance.Unit(w[0]), chance.Unit(w[1])
}

// promise is the draw that decides whether the punishment of the instrument
// with that name is imposed at a breach.
func (f *Fate) promise(name uint64) float64 {
	return chance.Unit(f.draw(chance.Promise, name, 0)[0])
}

// prevail is the draw that decides whether the challenger prevails.
func (f *Fate) prevail() float64 {
	return chance.Unit(f.draw(chance.Prevail, 0, 0)[0])
}
