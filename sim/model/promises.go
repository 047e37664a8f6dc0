package model

import "math"

// promises holds which promises are in force in each month and how probably
// each is kept. That changes only when an instrument enters into force,
// lapses, or has been in force for another whole year: the months between two
// changes are an epoch.
type promises struct {
	states int
	epochs int
	at     []int32    // epoch by month
	active []activity // by (epoch, instrument)
	kept   []float64  // P(the punishment is imposed), by (epoch, type, state, instrument)
	yes    []float64  // P(the guarantor says yes), by (epoch, type, state, guarantor)

	response   [2]float64 // ρ by coalition type, in the latest epoch
	laws       []law      // of the military response in the latest epoch, by (type, state)
	muster     muster
	now        []activity // scratch, by instrument
	watchYears float64    // whole years of the watch, for its fatigue

	credibility []float64 // log-odds of the instruments' credibility
	willingness []float64 // log-odds of willingness and bonus, by (instrument, guarantor)
	delay       []float64 // e^(−r·delay), by instrument
	lifted      []float64 // reversibility·e^(−r·max(reversal, delay)), by instrument
}

// activity is what decides the probability that an instrument's promise is kept.
type activity struct {
	inForce  bool
	punishes bool    // its punishment is in force
	age      float64 // whole years in force
}

func (p *promises) reset(c *Case, states, months int) {
	n := len(c.Package.Instruments)
	p.states, p.epochs, p.watchYears = states, 0, 0
	p.at = grow(p.at, months)
	p.active, p.kept, p.yes = p.active[:0], p.kept[:0], p.yes[:0]
	p.now = grow(p.now, n)
	p.laws = grow(p.laws, 2*states)
	p.credibility, p.delay, p.lifted = grow(p.credibility, n), grow(p.delay, n), grow(p.lifted, n)
	for i := range c.Package.Instruments {
		in, rate := &c.Package.Instruments[i], c.Challenger.DiscountRate
		p.credibility[i] = logit(in.Credibility)
		p.delay[i] = math.Exp(-rate * in.DelayYears)
		p.lifted[i] = in.Reversibility * math.Exp(-rate*max(in.ReversalYears, in.DelayYears))
	}
	p.willingness = p.willingness[:0]
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		for j := range c.Guarantors {
			gu := &c.Guarantors[j]
			base := 0.0
			if in.Share > 0 {
				base = logit(gu.Willingness) + in.Legal + in.Presence + in.Entanglement[gu.ID]
			}
			p.willingness = append(p.willingness, base)
		}
	}
	if len(c.Guarantors) > 0 {
		p.muster.reset(c)
	}
}

// update brings the promises to month m, whose year is y: it begins an epoch
// where something has changed.
func (p *promises) update(c *Case, m int, y float64) {
	first := p.epochs == 0
	changed, punishment, military, watch := first, first, first, first
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		now := activity{inForce: in.inForce(y)}
		if now.inForce {
			now.punishes = in.Credibility > 0 && !in.promiseLapsed(y)
			if c.Coalition.FatiguePerYear != 0 {
				now.age = wholeYears(y - in.FromYears)
			}
		}
		if first || now != p.now[i] {
			p.now[i] = now
			changed = true
			punishment = punishment || in.Credibility > 0
			military = military || in.Share > 0
			watch = watch || in.ProbeResponse > 0
		}
	}
	if c.Coalition.FatiguePerYear != 0 && wholeYears(y) != p.watchYears {
		p.watchYears = wholeYears(y)
		watch = true
	}
	if watch {
		p.updateResponse(c)
	}
	if changed {
		p.begin(c, punishment, military)
	}
	p.at[m] = int32(p.epochs - 1)
}

// begin begins an epoch: what has changed is computed, the rest carried over.
func (p *promises) begin(c *Case, punishment, military bool) {
	kept, yes := p.kept, p.yes
	p.epochs++
	p.active = append(p.active, p.now...)
	for kind := range 2 {
		for k := range p.states {
			if punishment {
				for i := range c.Package.Instruments {
					p.kept = append(p.kept, p.imposed(c, i, kind, k))
				}
			}
			if military {
				for i := range c.Guarantors {
					p.yes = append(p.yes, p.willing(c, i, kind, k))
				}
			}
		}
	}
	if !punishment {
		p.kept = append(p.kept, kept[len(kept)-2*p.states*len(p.now):]...)
	}
	if !military {
		p.yes = append(p.yes, yes[len(yes)-2*p.states*len(c.Guarantors):]...)
	} else if len(c.Guarantors) > 0 && p.fights(c, p.epochs-1) {
		for at := range p.laws {
			p.muster.compute(p.yesIn(c, p.epochs-1, at), &p.laws[at])
		}
	}
}

// doubt is H·[hollow] + d·g + φ·⌊A⌋, in logits.
func doubt(c *Case, kind, state int, reliance, age float64) float64 {
	x := reliance*c.Backstop.Gaps[state] + c.Coalition.FatiguePerYear*age
	if kind == hollow {
		x += c.Coalition.HollowPenalty
	}
	return x
}

// imposed is P(the punishment of instrument i is imposed), given type and state.
func (p *promises) imposed(c *Case, i, kind, state int) float64 {
	if !p.now[i].punishes {
		return 0
	}
	in := &c.Package.Instruments[i]
	return keptLogit(p.credibility[i], in.Automaticity, doubt(c, kind, state, in.BackstopReliance, p.now[i].age))
}

// willing is P(guarantor i says yes), given type and state. Of several
// promises by one guarantor the stronger governs.
func (p *promises) willing(c *Case, i, kind, state int) float64 {
	gu := &c.Guarantors[i]
	if gu.Willingness == 0 {
		return 0
	}
	yes := 0.0
	for j := range c.Package.Instruments {
		in := &c.Package.Instruments[j]
		if in.Share > 0 && p.now[j].inForce {
			base := p.willingness[j*len(c.Guarantors)+i]
			yes = max(yes, keptLogit(base, in.Automaticity, doubt(c, kind, state, gu.BackstopReliance, p.now[j].age)))
		}
	}
	return yes
}

// updateResponse computes the answer to a detected probe: the strongest of the
// watch's and the instruments'.
func (p *promises) updateResponse(c *Case) {
	for kind := range 2 {
		rho := kept(c.Watch.ProbeResponse, 0, 0, doubt(c, kind, 0, 0, p.watchYears))
		for i := range c.Package.Instruments {
			if p.now[i].inForce {
				rho = max(rho, kept(c.Package.Instruments[i].ProbeResponse, 0, 0, doubt(c, kind, 0, 0, p.now[i].age)))
			}
		}
		p.response[kind] = rho
	}
}

// fights says whether a military promise is in force in an epoch.
func (p *promises) fights(c *Case, epoch int) bool {
	if len(c.Guarantors) == 0 {
		return false
	}
	for i, a := range p.activeIn(epoch) {
		if a.inForce && c.Package.Instruments[i].Share > 0 {
			return true
		}
	}
	return false
}

// activeIn has an entry an instrument.
func (p *promises) activeIn(epoch int) []activity {
	n := len(p.now)
	return p.active[epoch*n:][:n]
}

// keptIn has an entry an instrument: P(its punishment is imposed) given
// (type, state), numbered as cells are within a month.
func (p *promises) keptIn(epoch, at int) []float64 {
	n := len(p.now)
	return p.kept[(epoch*2*p.states+at)*n:][:n]
}

// yesIn has an entry a guarantor: P(it says yes) given (type, state).
func (p *promises) yesIn(c *Case, epoch, at int) []float64 {
	n := len(c.Guarantors)
	return p.yes[(epoch*2*p.states+at)*n:][:n]
}

// breachWorth is what the punishments and the relief are worth to a challenger
// that breaks the ceasefire at year y and prevails with a given probability:
// Σ (1 − a)·L − a·severity. What is lifted once a breach that failed has ended
// counts only until then.
func (p *promises) breachWorth(c *Case, epoch, at int, y, prevails float64) float64 {
	sum := 0.0
	kept := p.keptIn(epoch, at)
	for i, a := range p.activeIn(epoch) {
		in := &c.Package.Instruments[i]
		if !a.inForce || in.ReliefPerYear == 0 && in.Severity == 0 {
			continue
		}
		x := kept[i] * (p.delay[i] - (1-prevails)*p.lifted[i])
		sum += (1-x)*in.reliefLeft(y, c.Challenger.DiscountRate) - x*in.Severity
	}
	return sum
}

// reliefLeft is the worth at year y of the relief that is still to come.
func (in *Instrument) reliefLeft(y, rate float64) float64 {
	if in.ReliefPerYear == 0 {
		return 0
	}
	if in.UntilYears == 0 {
		return in.ReliefPerYear / rate
	}
	return -in.ReliefPerYear * math.Expm1(-rate*(in.UntilYears-y)) / rate
}

// allKept is P(every promise in force is kept), given type and state; comes
// is P(somebody comes). Without a promise in force it is 1.
func (p *promises) allKept(c *Case, epoch, at int, comes float64) float64 {
	all := 1.0
	kept := p.keptIn(epoch, at)
	for i, a := range p.activeIn(epoch) {
		if a.punishes {
			all *= kept[i]
		}
	}
	if p.fights(c, epoch) {
		all *= comes
	}
	return all
}
