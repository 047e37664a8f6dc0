package model

import "math"

// An act is how the challenger acts at an opportunity: it breaks the ceasefire
// with probability brk, probes with probability any − brk, and else holds.
type act struct{ brk, any float64 }

// policy holds the challenger's choice probabilities in the reported months,
// by (month, state of the backstop, rung).
type policy struct {
	acts  []act
	value []float64 // V at month 0 by (state, rung)

	next, now []float64 // V′ and V while solving
	mixed     []float64 // E[V′] over the election's move
	up, down  [rungs]split
	moved     [2]float64 // the responses that up and down are for
}

// place is where the row of rungs of (month, state) begins.
func (g *Game) place(month, state int) int { return (month*g.terms.states + state) * rungs }

// solvePolicy computes the policy by backward induction: §3 of the model.
func (g *Game) solvePolicy() {
	t, p, c := &g.terms, &g.policy, g.kase
	size := t.states * rungs
	p.acts = grow(p.acts, t.horizon*size)
	p.next, p.now, p.mixed = grow(p.next, size), grow(p.now, size), grow(p.mixed, size)
	for i := range p.next {
		p.next[i] = t.worth[t.months]
	}
	lookAhead := 0.0
	if c.Challenger.PlanningYears > 0 {
		lookAhead = math.Exp(-stepYears / c.Challenger.PlanningYears)
	}
	p.moved = [2]float64{-1, -1}
	for m := t.months - 1; m >= 0; m-- {
		ahead := p.next
		if g.electionAt(m + 1) {
			g.mixStates(p.mixed, p.next)
			ahead = p.mixed
		}
		for i := range ahead {
			p.mixed[i] = lookAhead*ahead[i] + (1-lookAhead)*t.worth[m+1]
		}
		if t.response[m] != p.moved {
			p.moved = t.response[m]
			g.learn(p.moved, &p.up, &p.down)
		}
		for k := range t.states {
			g.solveState(m, k)
		}
		p.next, p.now = p.now, p.next
	}
	p.value = p.next
}

// electionAt says whether an election takes effect at the start of a month.
func (g *Game) electionAt(month int) bool {
	e := &g.elections
	return e.every > 0 && month > 0 && month >= e.first && (month-e.first)%e.every == 0
}

// mixStates sets dst to the expectation of src over the move of the backstop.
func (g *Game) mixStates(dst, src []float64) {
	n := g.terms.states
	if n == 1 {
		copy(dst, src)
		return
	}
	for k := range n {
		row := g.kase.Backstop.Transition[k]
		for l := range rungs {
			sum := 0.0
			for j := range n {
				sum += row[j] * src[j*rungs+l]
			}
			dst[k*rungs+l] = sum
		}
	}
}

// learn computes where an answered (up) and an unanswered (down) detected
// probe takes each rung: by the log-likelihood ratio of the two types.
func (g *Game) learn(response [2]float64, up, down *[rungs]split) {
	answered, unanswered := 0.0, 0.0
	if response[hollow] > 0 || response[resolute] > 0 {
		answered = math.Log(response[resolute] / response[hollow])
		unanswered = math.Log((1 - response[resolute]) / (1 - response[hollow]))
	}
	g.ladder.shifts(up, answered)
	g.ladder.shifts(down, unanswered)
}

// solveState computes V and the choice probabilities of one month and state
// for every rung.
func (g *Game) solveState(m, k int) {
	t, p, ch := &g.terms, &g.policy, &g.kase.Challenger
	ahead := p.mixed[k*rungs : (k+1)*rungs]
	now := p.now[k*rungs : (k+1)*rungs]
	worthHollow, worthResolute := t.breakWorth[t.cell(m, hollow, k)], t.breakWorth[t.cell(m, resolute, k)]
	keep := t.income[m] * t.weight
	delta := t.detection[m]
	q, noise := t.opportunity, ch.Noise
	for l := range rungs {
		b := g.ladder.belief[l]
		rho := b*t.response[m][resolute] + (1-b)*t.response[m][hollow]
		hold := keep + t.beta*ahead[l]
		brk := b*worthResolute + (1-b)*worthHollow
		up, down := p.up[l], p.down[l]
		answered := (1-up.up)*ahead[up.low] + up.up*ahead[up.low+1]
		ignored := (1-down.up)*ahead[down.low] + down.up*ahead[down.low+1]
		after := delta*(rho*answered+(1-rho)*ignored) + (1-delta)*ahead[l]
		probe := ch.ProbeGain + ch.ProbeEscalation*brk + (1-ch.ProbeEscalation)*(keep-delta*rho*ch.ProbeCost+t.beta*after)

		best := max(hold, brk, probe)
		eHold := math.Exp((hold - best) / noise)
		eBreak := math.Exp((brk - best) / noise)
		eProbe := math.Exp((probe - best) / noise)
		sum := eHold + eBreak + eProbe
		now[l] = (1-q)*hold + q*(best+noise*math.Log(sum))
		if m < t.horizon {
			p.acts[g.place(m, k)+l] = act{brk: eBreak / sum, any: (eBreak + eProbe) / sum}
		}
	}
}
