package model

import "math"

// An act is how the challenger acts at an opportunity: it breaks the ceasefire
// with probability brk, probes with probability any − brk, and else holds.
type act struct{ brk, any float64 }

// policy holds the challenger's choice probabilities in the reported months,
// by (month, state of the backstop, rung).
type policy struct {
	acts  []act
	most  []float64 // by month: the highest probability of any act but holding, over states and rungs
	value []float64 // V at month 0 by (state, rung)

	next, now []float64 // what a month is worth to the month before: φ·V + (1−φ)·F; at month 0, V
	mixed     []float64 // next, over an election's move
	lessons   []lesson  // what is learned from probes, latest months first
	learned   []int32   // by month: its lesson
	choice    choice    // scratch
}

// probabilitySlack makes most a bound whatever the rounding.
const probabilitySlack = 1e-12

// A lesson is where an answered (up) and an unanswered (down) detected probe
// take each rung, under given answers by coalition type.
type lesson struct {
	response [2]float64
	up, down [rungs]split
}

// place is where the row of rungs of (month, state) begins.
func (g *Game) place(month, state int) int { return (month*g.terms.states + state) * rungs }

// solvePolicy computes the policy by backward induction: §3 of the model.
func (g *Game) solvePolicy() {
	t, p, c := &g.terms, &g.policy, g.kase
	size := t.states * rungs
	p.acts = grow(p.acts, t.horizon*size)
	p.most = grow(p.most, t.horizon)
	clear(p.most)
	p.next, p.now, p.mixed = grow(p.next, size), grow(p.now, size), grow(p.mixed, size)
	lookAhead := 0.0
	if c.Challenger.PlanningYears > 0 {
		lookAhead = math.Exp(-stepYears / c.Challenger.PlanningYears)
	}
	// The month after the last is worth the income as scheduled, planned or not.
	for i := range p.next {
		p.next[i] = t.worth[t.months]
	}
	p.lessons = p.lessons[:0]
	p.learned = grow(p.learned, t.months)
	for m := t.months - 1; m >= 0; m-- {
		ahead := p.next
		if g.electionAt(m+1) && t.states > 1 {
			g.mixStates(p.mixed, p.next)
			ahead = p.mixed
		}
		planned := lookAhead
		if m == 0 {
			planned = 1
		}
		if n := len(p.lessons); n == 0 || p.lessons[n-1].response != t.response[m] {
			g.learn(t.response[m])
		}
		p.learned[m] = int32(len(p.lessons) - 1)
		for k := range t.states {
			g.solveState(m, k, (*[rungs]float64)(ahead[k*rungs:]), planned)
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

// learn adds a lesson.
func (g *Game) learn(response [2]float64) {
	p := &g.policy
	if len(p.lessons) < cap(p.lessons) {
		p.lessons = p.lessons[:len(p.lessons)+1]
	} else {
		p.lessons = append(p.lessons, lesson{})
	}
	l := &p.lessons[len(p.lessons)-1]
	l.response = response
	g.ladder.shifts(&l.up, learned(&response, true))
	g.ladder.shifts(&l.down, learned(&response, false))
}

// A choice holds the three utilities at an opportunity, a rung an entry, and
// what follows from them.
type choice struct {
	hold [rungs]float64
	odds [2 * rungs]float64 // U of breaking, then of probing; then odds against holding
	sum  [rungs]float64     // of the odds, with 1 for holding
	log  [rungs]float64     // ln of the sum
}

// solveState computes what one month and state is worth and the choice
// probabilities for every rung, from what the next month is worth. planned is
// φ, the weight of V against F in what the month is worth to the one before.
func (g *Game) solveState(m, k int, ahead *[rungs]float64, planned float64) {
	u := &g.policy.choice
	g.utilities(m, k, ahead, u)

	// Odds against holding, e^((U − hold)/noise).
	noise := g.kase.Challenger.Noise
	perNoise, extreme := 1/noise, false
	for l := range rungs {
		brk := (u.odds[l] - u.hold[l]) * perNoise
		probe := (u.odds[rungs+l] - u.hold[l]) * perNoise
		u.odds[l], u.odds[rungs+l] = brk, probe
		if brk > expRange || brk < -expRange || probe > expRange || probe < -expRange {
			extreme = true
		}
	}
	if extreme {
		g.solveExtreme(m, k, u, planned)
		return
	}
	g.elementary.exp(u.odds[:])
	for l := range rungs {
		u.sum[l] = 1 + u.odds[l] + u.odds[rungs+l]
	}
	g.elementary.log(u.log[:], u.sum[:])
	// V = (1−q)·hold + q·(hold + noise·ln Σ)
	scale := g.terms.opportunity * noise
	now := (*[rungs]float64)(g.policy.now[k*rungs:])
	written := (1 - planned) * g.terms.worth[m]
	for l := range rungs {
		now[l] = planned*(u.hold[l]+scale*u.log[l]) + written
	}
	if m < g.terms.horizon {
		acts := (*[rungs]act)(g.policy.acts[g.place(m, k):])
		// 1/Σ is the probability of holding.
		hold := 1.0
		for l := range rungs {
			per := 1 / u.sum[l]
			acts[l] = act{brk: u.odds[l] * per, any: (u.odds[l] + u.odds[rungs+l]) * per}
			if per < hold {
				hold = per
			}
		}
		g.policy.most[m] = max(g.policy.most[m], 1-hold+probabilitySlack)
	}
}

// utilities computes what holding, breaking and probing are worth.
func (g *Game) utilities(m, k int, ahead *[rungs]float64, u *choice) {
	t, p, ch := &g.terms, &g.policy, &g.kase.Challenger
	lesson := &p.lessons[p.learned[m]]
	worth := t.breakWorth[t.cell(m, hollow, k)]
	worthSlope := t.breakWorth[t.cell(m, resolute, k)] - worth
	rho0 := t.response[m][hollow]
	rhoSlope := t.response[m][resolute] - rho0
	beta, delta := t.beta, t.detection[m]
	keep := t.income[m] * t.weight
	escalate, calm := ch.ProbeEscalation, 1-ch.ProbeEscalation
	gain := ch.ProbeGain + calm*keep
	cost := calm * delta * ch.ProbeCost
	seen, unseen := calm*beta*delta, calm*beta*(1-delta)
	for l := range rungs {
		b := g.ladder.belief[l]
		rho := rho0 + b*rhoSlope
		brk := worth + b*worthSlope
		up, down := &lesson.up[l], &lesson.down[l]
		answered := ahead[up.low] + up.up*(ahead[up.low+1]-ahead[up.low])
		ignored := ahead[down.low] + down.up*(ahead[down.low+1]-ahead[down.low])
		u.hold[l] = keep + beta*ahead[l]
		u.odds[l] = brk
		u.odds[rungs+l] = gain + escalate*brk - cost*rho + (seen*(ignored+rho*(answered-ignored)) + unseen*ahead[l])
	}
}

// solveExtreme is solveState where utilities lie so many noises apart that the
// odds overflow: it takes them from the best act instead of from holding.
func (g *Game) solveExtreme(m, k int, u *choice, planned float64) {
	q, noise := g.terms.opportunity, g.kase.Challenger.Noise
	for l := range rungs {
		best := max(0, u.odds[l], u.odds[rungs+l])
		hold := math.Exp(-best)
		brk := math.Exp(u.odds[l] - best)
		probe := math.Exp(u.odds[rungs+l] - best)
		sum := hold + brk + probe
		value := u.hold[l] + q*noise*(best+math.Log(sum))
		g.policy.now[k*rungs+l] = planned*value + (1-planned)*g.terms.worth[m]
		if m < g.terms.horizon {
			g.policy.acts[g.place(m, k)+l] = act{brk: brk / sum, any: (brk + probe) / sum}
			g.policy.most[m] = 1
		}
	}
}
