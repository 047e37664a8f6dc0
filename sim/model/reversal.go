package model

import "steadfast/sim/chance"

// What becomes of a response once the breach has ended: §4 of the model. A
// breach ends where the challenger does not prevail; where it does, the breach
// stands, and so does every response to it.

// attack is how an attack goes, given coalition type, state of the backstop and
// month.
type attack struct {
	prevails float64 // P(the challenger prevails)
	comes    float64 // P(somebody comes)
	alone    float64 // P(the challenger prevails) where nobody comes
}

// settled is P(a breach ends, there was a response to it, and all of it ended
// too) and P(a breach ends, and some response to it goes on). Given type and
// state the responses begin, and end, independently of one another; who comes
// also decides who prevails.
func (p *promises) settled(c *Case, epoch, at int, a attack) (stopped, lasting float64) {
	none, quiet := 1.0, 1.0 // of the punishments: none is imposed; none goes on
	kept := p.keptIn(epoch, at)
	for i, now := range p.activeIn(epoch) {
		if now.punishes {
			none *= 1 - kept[i]
			quiet *= 1 - kept[i]*(1-c.Package.Instruments[i].Reversibility)
		}
	}
	unopposed := (1 - a.comes) * (1 - a.alone)
	fought := max(1-a.prevails-unopposed, 0)
	ends := quiet * p.militaryReversibility(c, epoch) // where there was a fight
	return unopposed*(quiet-none) + fought*ends, unopposed*(1-quiet) + fought*(1-ends)
}

// militaryReversibility is P(the military response, once begun, ends when the
// breach ends): of the promises behind it the one that is hardest to stop
// governs.
func (p *promises) militaryReversibility(c *Case, epoch int) float64 {
	least := 1.0
	for i, now := range p.activeIn(epoch) {
		if in := &c.Package.Instruments[i]; now.inForce && in.Share > 0 {
			least = min(least, in.Reversibility)
		}
	}
	return least
}

// militaryOccasion names the military response among the draws of a reversal,
// whose other occasions are the names of instruments.
const militaryOccasion = 0

// A reaction is what there was in response to one breach.
type reaction struct {
	begun   bool // anything at all
	lasting bool // some of it does not end with a breach that fails
}

// add adds a response that has begun; occasion names it among the draws.
func (r *reaction) add(f *Fate, reversibility float64, occasion uint64) {
	r.begun = true
	switch {
	case reversibility == 0:
		r.lasting = true
	case reversibility < 1 && !r.lasting:
		r.lasting = f.uniform(chance.Reversal, occasion) >= reversibility
	}
}

// settle says what became of the reaction where the breach has ended.
func (r reaction) settle(out *Future) {
	if !out.Defeat {
		out.Stopped, out.Lasting = r.begun && !r.lasting, r.lasting
	}
}
