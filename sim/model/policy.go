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
// probe takes each rung.
func (g *Game) learn(response [2]float64, up, down *[rungs]split) {
	g.ladder.shifts(up, learned(&response, true))
	g.ladder.shifts(down, learned(&response, false))
}

// A choice holds the three utilities at an opportunity, a rung an entry.
type choice struct{ hold, brk, probe [rungs]float64 }

// solveState computes V and the choice probabilities of one month and state
// for every rung.
func (g *Game) solveState(m, k int) {
	var u choice
	g.utilities(m, k, &u)

	// Odds against holding, e^((U − hold)/noise), and their sum with 1.
	perNoise := 1 / g.kase.Challenger.Noise
	var odds [2 * rungs]float64
	for l := range rungs {
		odds[l] = (u.brk[l] - u.hold[l]) * perNoise
		odds[rungs+l] = (u.probe[l] - u.hold[l]) * perNoise
	}
	for _, x := range odds {
		if !(math.Abs(x) <= expRange) {
			g.solveExtreme(m, k, &u)
			return
		}
	}
	g.elementary.exp(odds[:])
	var sum, logs [rungs]float64
	for l := range rungs {
		sum[l] = 1 + odds[l] + odds[rungs+l]
	}
	logs = sum
	g.elementary.log(logs[:])
	scale := g.terms.opportunity * g.kase.Challenger.Noise
	now := g.policy.now[k*rungs:][:rungs]
	for l := range rungs {
		// (1−q)·hold + q·(hold + noise·ln Σ)
		now[l] = u.hold[l] + scale*logs[l]
	}
	if m < g.terms.horizon {
		acts := g.policy.acts[g.place(m, k):][:rungs]
		for l := range rungs {
			per := 1 / sum[l]
			acts[l] = act{brk: odds[l] * per, any: (odds[l] + odds[rungs+l]) * per}
		}
	}
}

// utilities computes what holding, breaking and probing are worth.
func (g *Game) utilities(m, k int, u *choice) {
	t, p, ch := &g.terms, &g.policy, &g.kase.Challenger
	ahead := (*[rungs]float64)(p.mixed[k*rungs:])
	worthHollow, worthResolute := t.breakWorth[t.cell(m, hollow, k)], t.breakWorth[t.cell(m, resolute, k)]
	rhoHollow, rhoResolute := t.response[m][hollow], t.response[m][resolute]
	keep := t.income[m] * t.weight
	delta := t.detection[m]
	for l := range rungs {
		b := g.ladder.belief[l]
		rho := rhoHollow + b*(rhoResolute-rhoHollow)
		brk := worthHollow + b*(worthResolute-worthHollow)
		up, down := &p.up[l], &p.down[l]
		answered := ahead[up.low] + up.up*(ahead[up.low+1]-ahead[up.low])
		ignored := ahead[down.low] + down.up*(ahead[down.low+1]-ahead[down.low])
		after := delta*(rho*answered+(1-rho)*ignored) + (1-delta)*ahead[l]
		u.hold[l] = keep + t.beta*ahead[l]
		u.brk[l] = brk
		u.probe[l] = ch.ProbeGain + ch.ProbeEscalation*brk +
			(1-ch.ProbeEscalation)*(keep-delta*rho*ch.ProbeCost+t.beta*after)
	}
}

// solveExtreme is solveState where utilities lie so many noises apart that the
// odds overflow: it takes them from the best act instead of from holding.
func (g *Game) solveExtreme(m, k int, u *choice) {
	q, noise := g.terms.opportunity, g.kase.Challenger.Noise
	for l := range rungs {
		best := max(u.hold[l], u.brk[l], u.probe[l])
		hold := math.Exp((u.hold[l] - best) / noise)
		brk := math.Exp((u.brk[l] - best) / noise)
		probe := math.Exp((u.probe[l] - best) / noise)
		sum := hold + brk + probe
		g.policy.now[k*rungs+l] = (1-q)*u.hold[l] + q*(best+noise*math.Log(sum))
		if m < g.terms.horizon {
			g.policy.acts[g.place(m, k)+l] = act{brk: brk / sum, any: (brk + probe) / sum}
		}
	}
}
