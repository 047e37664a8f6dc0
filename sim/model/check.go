package model

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// maxGuarantors and maxStates bound a case.
const (
	maxGuarantors   = 40
	maxStates       = 6
	maxHorizonYears = 200
	rowTolerance    = 1e-9
)

// Check says what is wrong with a case: numbers that are not numbers or lie
// outside their hard range, a transition matrix that is none, unknown names.
// All that is wrong is joined into one error, each part with the field's name,
// its value and what is allowed. Solve takes only cases that pass.
func (c *Case) Check() error {
	var k checker
	k.within("horizon_years", c.HorizonYears, stepYears, maxHorizonYears)
	k.atLeast("cost_discount_rate", c.CostDiscountRate, 0)
	ch := &c.Challenger
	k.within("challenger.opportunities_per_year", ch.OpportunitiesPerYear, 0, 52)
	k.atLeast("challenger.noise", ch.Noise, .001)
	k.atLeast("challenger.discount_rate", ch.DiscountRate, .001)
	k.within("challenger.planning_years", ch.PlanningYears, 0, 200)
	k.within("challenger.status_quo_per_year", ch.StatusQuoPerYear, -1, 1)
	k.within("challenger.war_cost", ch.WarCost, 0, 10)
	k.within("challenger.clash_cost", ch.ClashCost, 0, 10)
	k.within("challenger.probe_gain", ch.ProbeGain, -1, 1)
	k.within("challenger.probe_cost", ch.ProbeCost, 0, 10)
	k.within("challenger.probe_escalation", ch.ProbeEscalation, 0, 1)
	k.trajectory("challenger.forces", ch.Forces)
	k.trajectory("protege.forces", c.Protege.Forces)
	k.within("battle.exponent", c.Battle.Exponent, .1, 10)
	k.atLeast("battle.fait_accompli_days", c.Battle.FaitAccompliDays, .1)
	k.within("coalition.resolve", c.Coalition.Resolve, 0, 1)
	k.within("coalition.reputation", c.Coalition.Reputation, 0, 1)
	k.within("coalition.hollow_penalty", c.Coalition.HollowPenalty, 0, 20)
	k.within("coalition.fatigue_per_year", c.Coalition.FatiguePerYear, 0, 20)
	switch c.Coalition.DecisionRule {
	case Own, Majority, Unanimity:
	default:
		k.add("coalition.decision_rule is %q, want own, majority or unanimity", c.Coalition.DecisionRule)
	}
	k.within("watch.detection", c.Watch.Detection, 0, 1)
	k.within("watch.probe_response", c.Watch.ProbeResponse, 0, 1)
	k.guarantors(c)
	k.backstop(&c.Backstop)
	ids := map[string]bool{}
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		if ids[in.ID] {
			k.add("instrument %q occurs twice in package %q", in.ID, c.Package.ID)
		}
		ids[in.ID] = true
		k.instrument(in)
	}
	return errors.Join(k.found...)
}

// A checker collects what is wrong.
type checker struct{ found []error }

func (k *checker) add(format string, args ...any) {
	k.found = append(k.found, fmt.Errorf(format, args...))
}

// within wants lo ≤ x ≤ hi; NaN is not.
func (k *checker) within(name string, x, lo, hi float64) {
	if !(x >= lo && x <= hi) {
		k.add("%s is %v, want %.4g to %.4g", name, x, lo, hi)
	}
}

// atLeast wants a finite x ≥ lo.
func (k *checker) atLeast(name string, x, lo float64) {
	if !(x >= lo) || math.IsInf(x, 0) {
		k.add("%s is %v, want %v or more", name, x, lo)
	}
}

// positive wants a finite x > 0.
func (k *checker) positive(name string, x float64) {
	if !(x > 0) || math.IsInf(x, 0) {
		k.add("%s is %v, want more than 0", name, x)
	}
}

func (k *checker) trajectory(name string, t Trajectory) {
	k.positive(name+".start", t.Start)
	k.positive(name+".end", t.End)
	k.within(name+".half_life_years", t.HalfLifeYears, 0, 200)
}

func (k *checker) guarantors(c *Case) {
	if len(c.Guarantors) > maxGuarantors {
		k.add("%d guarantors, want at most %d", len(c.Guarantors), maxGuarantors)
	}
	ids := map[string]bool{}
	for i := range c.Guarantors {
		g := &c.Guarantors[i]
		name := "guarantor " + g.ID
		if ids[g.ID] {
			k.add("%s occurs twice", name)
		}
		ids[g.ID] = true
		k.positive(name+": capability", g.Capability)
		k.within(name+": willingness", g.Willingness, 0, 1)
		k.within(name+": backstop_reliance", g.BackstopReliance, 0, 10)
	}
}

func (k *checker) backstop(b *Backstop) {
	n := len(b.Gaps)
	if n < 1 || n > maxStates {
		k.add("backstop has %d states, want 1 to %d", n, maxStates)
		return
	}
	for i, g := range b.Gaps {
		k.within(fmt.Sprintf("backstop.gaps[%d]", i), g, 0, 20)
	}
	if b.Initial < 0 || b.Initial >= n {
		k.add("backstop.initial is %d, want 0 to %d", b.Initial, n-1)
	}
	k.within("backstop.first_election_years", b.FirstElectionYears, -maxHorizonYears, maxHorizonYears)
	k.within("backstop.election_every_years", b.ElectionEveryYears, 0, maxHorizonYears)
	if n == 1 && len(b.Transition) == 0 {
		return
	}
	if len(b.Transition) != n {
		k.add("backstop.transition has %d rows, want %d", len(b.Transition), n)
		return
	}
	for i, row := range b.Transition {
		sum := 0.0
		for j, p := range row {
			k.within(fmt.Sprintf("backstop.transition[%d][%d]", i, j), p, 0, 1)
			sum += p
		}
		if len(row) != n || !(math.Abs(sum-1) <= rowTolerance) {
			k.add("backstop.transition[%d] has %d entries that sum to %v, want %d that sum to 1", i, len(row), sum, n)
		}
	}
}

func (k *checker) instrument(in *Instrument) {
	name := "instrument " + in.ID
	for _, x := range []struct {
		field         string
		value, lo, hi float64
	}{
		{"from_years", in.FromYears, -maxHorizonYears, maxHorizonYears},
		{"until_years", in.UntilYears, 0, maxHorizonYears},
		{"promise_until_years", in.PromiseUntilYears, 0, maxHorizonYears},
		{"share", in.Share, 0, 1},
		{"legal", in.Legal, -5, 5},
		{"presence", in.Presence, -5, 5},
		{"response_days", in.ResponseDays, 0, 36525},
		{"probe_response", in.ProbeResponse, 0, 1},
		{"detection", in.Detection, 0, 1},
		{"severity", in.Severity, 0, 10},
		{"relief_per_year", in.ReliefPerYear, 0, 10},
		{"credibility", in.Credibility, 0, 1},
		{"automaticity", in.Automaticity, 0, 1},
		{"backstop_reliance", in.BackstopReliance, 0, 10},
		{"delay_years", in.DelayYears, 0, 200},
		{"reversibility", in.Reversibility, 0, 1},
		{"reversal_years", in.ReversalYears, 0, 200},
		{"gain_half_life_years", in.GainHalfLifeYears, 0, 200},
		{"gain_decay_half_life_years", in.GainDecayHalfLifeYears, 0, 200},
		{"warning_days", in.WarningDays, 0, 36525},
		{"status_quo_per_year", in.StatusQuoPerYear, -1, 1},
		{"accidents_per_year", in.AccidentsPerYear, 0, 52},
		{"cost_per_year", in.CostPerYear, 0, 1e6},
		{"cost_if_called", in.CostIfCalled, 0, 1e6},
	} {
		k.within(name+": "+x.field, x.value, x.lo, x.hi)
	}
	k.within(name+": capability_gain", in.CapabilityGain, 0, 1e6)
	k.within(name+": local_capability", in.LocalCapability, 0, 1e6)
	if in.AccidentMultiplier != nil {
		k.within(name+": accident_multiplier", *in.AccidentMultiplier, 0, 100)
	}
	for _, id := range slices.Sorted(maps.Keys(in.Entanglement)) {
		k.within(name+": entanglement of "+id, in.Entanglement[id], 0, 10)
	}
}
