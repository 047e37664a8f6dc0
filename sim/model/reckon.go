package model

import "math"

// reckon computes what follows from when, and under which type and state, the
// ceasefire ends: who comes, who prevails, what is kept and what it costs.
func (g *Game) reckon(out *Outcome) {
	t, c, p := &g.terms, g.kase, &g.promises
	n := len(c.Package.Instruments)
	out.Called, out.Kept = grow(out.Called, n+1), grow(out.Kept, n+1)
	clear(out.Called)
	clear(out.Kept)
	alive := 1.0
	for m := range t.horizon {
		epoch := int(p.at[m])
		discount := c.discount(m)
		fights := p.fights(c, epoch)
		ended := 0.0
		for at := range 2 * t.states {
			cell := t.cell(m, 0, 0) + at
			end := g.exact.ends[cell]
			if end == 0 {
				continue
			}
			ended += end
			out.Clash += end * t.comes[cell]
			out.Defeat += end * t.prevails[cell]
			out.Broken += end * (1 - p.allKept(c, epoch, at, t.comes[cell]))
			stopped, lasting := p.settled(c, epoch, at, attack{prevails: t.prevails[cell], comes: t.comes[cell], alone: t.alone[m]})
			out.Stopped += end * stopped
			out.Lasting += end * lasting
			if fights {
				out.Called[n] += end
				out.Kept[n] += end * t.comes[cell]
			}
			g.reckonPromises(epoch, at, end, t.comes[cell], discount, out)
		}
		out.Cost += discount * stepYears * (alive - ended/2) * p.running(c, epoch)
		alive -= ended
	}
}

// reckonPromises adds what a breach with probability end, given type and
// state, calls, keeps and costs.
func (g *Game) reckonPromises(epoch, at int, end, comes, discount float64, out *Outcome) {
	c, p := g.kase, &g.promises
	kept := p.keptIn(epoch, at)
	for i, a := range p.activeIn(epoch) {
		in := &c.Package.Instruments[i]
		if a.punishes {
			out.Called[i] += end
			out.Kept[i] += end * kept[i]
		}
		if in.CostIfCalled != 0 {
			out.Cost += discount * end * in.CostIfCalled * a.answers(in, kept[i], comes)
		}
	}
}

// answers is P(the instrument is called upon and delivers at a breach): its
// punishment is imposed or, where it only promises forces, somebody comes.
func (a activity) answers(in *Instrument, kept, comes float64) float64 {
	switch {
	case a.punishes:
		return kept
	case a.inForce && in.Share > 0:
		return comes
	}
	return 0
}

// running is what the instruments in force cost a year, bn EUR.
func (p *promises) running(c *Case, epoch int) float64 {
	sum := 0.0
	for i, a := range p.activeIn(epoch) {
		if a.inForce {
			sum += c.Package.Instruments[i].CostPerYear
		}
	}
	return sum
}

// discount is the guarantors' discount factor for the middle of a month.
func (c *Case) discount(month int) float64 {
	return math.Exp(-c.CostDiscountRate * (year(month) + stepYears/2))
}
