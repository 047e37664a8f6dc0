package model

import (
	"math"

	"steadfast/sim/chance"
)

// prepareOdds accumulates accident hazard and cost over the months.
func (g *Game) prepareOdds() {
	o, t, c := &g.odds, &g.terms, g.kase
	o.ready = true
	o.hazard, o.spent = grow(o.hazard, t.horizon), grow(o.spent, t.horizon)
	hazard, spent := 0.0, 0.0
	for m := range t.horizon {
		hazard -= math.Log1p(-t.accident[m])
		o.hazard[m] = hazard
		cost := c.discount(m) * stepYears * g.promises.running(c, int(g.promises.at[m]))
		o.spent[m] = spent + cost/2
		spent += cost
	}
	o.allSpent = spent
	o.names = o.names[:0]
	for i := range c.Package.Instruments {
		o.names = append(o.names, chance.Name(c.Package.Instruments[i].ID))
	}
}

// end ends the ceasefire in a month: the promises are kept or broken by their
// own draws, with the terms of that month and the true type and state.
func (g *Game) end(f *Fate, month int, cause Cause, out *Future, w witness) {
	t, c, p := &g.terms, g.kase, &g.promises
	epoch := int(p.at[month])
	at := g.player.kind*t.states + g.player.state
	out.Month, out.Cause = month, cause
	if out.Limited < 0 {
		out.Limited = month
	}
	out.Years = year(month) + stepYears/2
	out.Cost = g.odds.spent[month]

	comers := 0.0
	var r reaction
	if p.fights(c, epoch) {
		military := uint64(1) << min(63, len(c.Package.Instruments))
		out.Called |= military
		if t.reach[month] > 0 {
			comers, out.Clash = g.gather(f, p.yesIn(c, epoch, at))
		}
		if out.Clash {
			out.Kept |= military
			r.add(f, p.militaryReversibility(c, epoch), militaryOccasion)
		} else {
			out.Broken = true
		}
	}
	g.keepPromises(f, epoch, at, month, out, &r)
	prevails := t.alone[month]
	if comers > 0 {
		against := t.capability[month] + t.reach[month]*comers
		prevails = contest(t.forces.values[month], against, c.Battle.Exponent)
	}
	out.Defeat = f.uniform(chance.Prevail, 0) < prevails
	r.settle(out)
	if w != nil {
		w.ends(g, *out)
	}
}

// gather draws which guarantors say yes, and returns what they bring, on the
// grid of the exact computation, and whether anyone comes.
func (g *Game) gather(f *Fate, yes []float64) (capability float64, comes bool) {
	mu := &g.promises.muster
	n, points := 0, 0
	var willing [words]uint64
	for i, p := range yes {
		if i%words == 0 {
			willing = f.draw(chance.Willing, i/words)
		}
		if chance.Unit(willing[i%words]) < p {
			n++
			points += mu.at[i]
			if f.uniform(chance.Rounding, uint64(i)) < mu.up[i] {
				points++
			}
		}
	}
	if n < mu.rule.needed(len(yes)) {
		return 0, false
	}
	return mu.total * float64(min(points, gridPoints-1)) / (gridPoints - 1), true
}

// keepPromises draws which punishments are imposed, and adds them to the
// reaction.
func (g *Game) keepPromises(f *Fate, epoch, at, month int, out *Future, r *reaction) {
	c, p := g.kase, &g.promises
	kept := p.keptIn(epoch, at)
	for i, a := range p.activeIn(epoch) {
		in := &c.Package.Instruments[i]
		imposed := false
		if a.punishes {
			imposed = f.uniform(chance.Promise, g.odds.names[i]) < kept[i]
			bit := uint64(1) << min(63, i)
			out.Called |= bit
			if imposed {
				out.Kept |= bit
				r.add(f, in.Reversibility, g.odds.names[i])
			} else {
				out.Broken = true
			}
		}
		if in.CostIfCalled != 0 && (imposed || !a.punishes && a.inForce && in.Share > 0 && out.Clash) {
			out.Cost += c.discount(month) * in.CostIfCalled
		}
	}
}
