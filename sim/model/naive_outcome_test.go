package model

import (
	"fmt"
	"math"
)

// A place is where a future stands at the start of a month.
type naivePlace struct {
	kind, k, rung int
	calm          bool // nothing has happened yet
}

// naiveOutcome collects what the branches come to, by month.
type naiveOutcome struct {
	major, limited                  []float64 // in the month
	deliberate, escalated, accident float64
	probes, clash, defeat, broken   float64
	stopped, lasting                float64
	called, kept                    []float64
}

func (v *naive) newOutcome() *naiveOutcome {
	n := len(v.c.Package.Instruments) + 1
	return &naiveOutcome{
		major: make([]float64, v.n), limited: make([]float64, v.n),
		called: make([]float64, n), kept: make([]float64, n),
	}
}

// start goes through where a future may begin.
func (v *naive) start(each func(at naivePlace, p float64)) {
	resolve := v.c.Coalition.Resolve
	for kind, p := range []float64{1 - resolve, resolve} {
		for _, l := range naiveLand(naiveLogit(v.c.Coalition.Reputation)) {
			each(naivePlace{kind, v.c.Backstop.Initial, l.rung, true}, p*l.p)
		}
	}
}

// branch goes through everything that chance and the challenger may do in a
// month, and calls next with where the ceasefire stands at the next month's
// start where it lasts.
func (v *naive) branch(m int, at naivePlace, p float64, o *naiveOutcome, next func(at naivePlace, p float64)) {
	if p == 0 {
		return
	}
	t, c := &v.terms[m], v.c
	q := 1 - math.Exp(-c.Challenger.OpportunitiesPerYear/12)
	o.accident += p * t.accident
	v.end(m, at, p*t.accident, o)
	p *= 1 - t.accident
	last := func(at naivePlace, p float64) {
		if !v.votes(m + 1) {
			next(at, p)
			return
		}
		for j, move := range c.Backstop.Transition[at.k] {
			to := at
			to.k = j
			next(to, p*move)
		}
	}
	last(at, p*(1-q))
	acts := v.acts[m][at.k*21+at.rung]
	last(at, p*q*acts[0])
	o.deliberate += p * q * acts[2]
	v.end(m, at, p*q*acts[2], o)
	p *= q * acts[1]
	o.probes += p
	escalates := p * c.Challenger.ProbeEscalation
	o.escalated += escalates
	v.end(m, at, escalates, o)
	p -= escalates
	if at.calm {
		o.limited[m] += p
		at.calm = false
	}
	last(at, p*(1-t.detection))
	for _, answered := range []bool{true, false} {
		share := t.answer[at.kind]
		if !answered {
			share = 1 - share
		}
		for _, l := range naiveLearn(at.rung, t.answer, answered) {
			to := at
			to.rung = l.rung
			last(to, p*t.detection*share*l.p)
		}
	}
}

// end counts a major breach.
func (v *naive) end(m int, at naivePlace, p float64, o *naiveOutcome) {
	if p == 0 {
		return
	}
	t, c := &v.terms[m], v.c
	o.major[m] += p
	if at.calm {
		o.limited[m] += p
	}
	o.clash += p * t.comes[at.kind][at.k]
	o.defeat += p * t.winsIfBreak[at.kind][at.k]
	all, military := 1.0, false
	for i, on := range t.force {
		in := &c.Package.Instruments[i]
		military = military || on && in.Share > 0 && len(c.Guarantors) > 0
		word := t.keepsWord[at.kind][at.k][i]
		if !math.IsNaN(word) {
			o.called[i] += p
			o.kept[i] += p * word
			all *= word
		}
	}
	if military {
		o.called[len(t.force)] += p
		o.kept[len(t.force)] += p * t.comes[at.kind][at.k]
		all *= t.comes[at.kind][at.k]
	}
	o.broken += p * (1 - all)
	v.settle(t, at, p, o)
}

// settle goes through who came to a breach that failed, which punishments were
// imposed, and which of all these responses ended with it.
func (v *naive) settle(t *naiveMonth, at naivePlace, p float64, o *naiveOutcome) {
	var visit func(i int, p float64, begun, goesOn bool)
	visit = func(i int, p float64, begun, goesOn bool) {
		switch {
		case i < len(t.force):
			word := t.keepsWord[at.kind][at.k][i]
			if math.IsNaN(word) {
				visit(i+1, p, begun, goesOn)
				return
			}
			ends := v.c.Package.Instruments[i].Reversibility
			visit(i+1, p*(1-word), begun, goesOn)
			visit(i+1, p*word*ends, true, goesOn)
			visit(i+1, p*word*(1-ends), true, true)
		case goesOn:
			o.lasting += p
		case begun:
			o.stopped += p
		}
	}
	visit(0, p*t.failsAlone[at.kind][at.k], false, false)
	forces := 1.0 // the military response ends with the breach
	for i, on := range t.force {
		if in := &v.c.Package.Instruments[i]; on && in.Share > 0 {
			forces = math.Min(forces, in.Reversibility)
		}
	}
	fought := p * t.failsFought[at.kind][at.k]
	visit(0, fought*forces, true, false)
	visit(0, fought*(1-forces), true, true)
}

// enumerate follows every branch of every future.
func (v *naive) enumerate() *naiveOutcome {
	o := v.newOutcome()
	var follow func(m int, at naivePlace, p float64)
	follow = func(m int, at naivePlace, p float64) {
		if m < v.n {
			v.branch(m, at, p, o, func(to naivePlace, p float64) { follow(m+1, to, p) })
		}
	}
	v.start(func(at naivePlace, p float64) { follow(0, at, p) })
	return o
}

// forward follows the branches, those that meet in a place together.
func (v *naive) forward() *naiveOutcome {
	o := v.newOutcome()
	here := map[naivePlace]float64{}
	v.start(func(at naivePlace, p float64) { here[at] += p })
	for m := range v.n {
		there := map[naivePlace]float64{}
		for at, p := range here {
			v.branch(m, at, p, o, func(to naivePlace, p float64) { there[to] += p })
		}
		here = there
	}
	return o
}

// dealValue is V at month 0 over the split initial belief.
func (v *naive) dealValue() float64 {
	sum := 0.0
	for _, l := range naiveLand(naiveLogit(v.c.Coalition.Reputation)) {
		sum += l.p * v.value[0][v.c.Backstop.Initial*21+l.rung]
	}
	return sum
}

// cost is the guarantors' expected discounted cost: a month's running cost is
// due in its middle, by half where the ceasefire ends in it.
func (v *naive) cost(o *naiveOutcome) float64 {
	sum, alive := 0.0, 1.0
	for m := range v.n {
		discount := math.Exp(-v.c.CostDiscountRate * (float64(m) + 0.5) / 12)
		for i, on := range v.terms[m].force {
			if on {
				sum += discount / 12 * (alive - o.major[m]/2) * v.c.Package.Instruments[i].CostPerYear
			}
		}
		alive -= o.major[m]
	}
	return sum
}

// differences lists where the engine differs from the naive computation by
// more than 1e−9.
func (v *naive) differences(o *naiveOutcome, got *Outcome) []string {
	var found []string
	check := func(what string, got, want float64) {
		if !(math.Abs(got-want) <= 1e-9) {
			found = append(found, fmt.Sprintf("%s = %.12g, naively %.12g", what, got, want))
		}
	}
	major, limited, restricted := 0.0, 0.0, 0.0
	for m := range v.n {
		restricted += (1 - major - o.major[m]/2) / 12
		major += o.major[m]
		limited += o.limited[m]
		check(fmt.Sprintf("major in month %d", m), got.Major[m], major)
		check(fmt.Sprintf("limited in month %d", m), got.Limited[m], limited)
	}
	check("deliberate", got.Deliberate, o.deliberate)
	check("escalated", got.Escalated, o.escalated)
	check("accident", got.Accident, o.accident)
	check("probes", got.Probes, o.probes)
	check("clash", got.Clash, o.clash)
	check("defeat", got.Defeat, o.defeat)
	check("broken", got.Broken, o.broken)
	check("stopped", got.Stopped, o.stopped)
	check("lasting", got.Lasting, o.lasting)
	check("deal value", got.DealValue, v.dealValue())
	check("restricted mean", got.RestrictedMean, restricted)
	for i := range o.called {
		check(fmt.Sprintf("promise %d called", i), got.Called[i], o.called[i])
		check(fmt.Sprintf("promise %d kept", i), got.Kept[i], o.kept[i])
	}
	return found
}

// withoutCallCosts leaves running costs alone.
