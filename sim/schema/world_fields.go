package schema

import "math"

// smallest stands in the hard range where every positive number is allowed.
const smallest = math.SmallestNonzeroFloat64

// worldFields are the rows of the challenger, the protégé, the battle, the
// coalition, the guarantors and the watch.
func worldFields() []Field {
	rows := []Field{
		{Path: "challenger.name", Type: Text, HasDefault: true, Derived: "the challenger", Source: ownWord, Meaning: "The challenger's name in tables and charts."},
		{Path: "challenger.war_cost", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: .1, UsualMax: 1.5,
			UsualSource: "below, war is nearly free; above, even certain victory is not worth it", Uncertain: true,
			Meaning: "What breaking the ceasefire costs the challenger, win or lose."},
		{Path: "challenger.clash_cost", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: 3,
			UsualSource: "a fight with the whole coalition is dreaded more than the prize is wanted, within reason", Uncertain: true,
			Meaning: "What fighting the whole coalition at once would cost the challenger on top of the war."},
		{Path: "challenger.noise", Type: Number, Unit: "stakes", Min: .001, Max: inf, UsualMin: .01, UsualMax: .3,
			UsualSource: "below, choices are all but mechanical; above, shocks are worth more than policy", Uncertain: true,
			Meaning: "The scale of the challenger's choice shocks, seen by it and not by us."},
		{Path: "challenger.discount_rate", Type: Number, Unit: "1/year", Min: .001, Max: inf, UsualMin: .02, UsualMax: .3,
			UsualSource: "from a patient state's borrowing rate to a ruler's yearly risk of losing office", Uncertain: true,
			Meaning: "The challenger's yearly discount rate."},
		{Path: "challenger.planning_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 30,
			UsualSource: "from no look-ahead at all to a generation", Uncertain: true, spell: duration,
			Meaning: "How far the challenger looks ahead; 0 is the classical expected-utility challenger."},
		{Path: "challenger.opportunities_per_year", Type: Number, Unit: "1/year", Min: 0, Max: 52, UsualMin: .2, UsualMax: 6,
			UsualSource: "serious occasions come about once a year; shocks are worth something in themselves", Uncertain: true,
			Meaning: "How often a serious occasion to probe or to break arises."},
		{Path: "challenger.status_quo_per_year", Type: Number, Unit: "stakes/year", Min: -1, Max: 1, UsualMin: -.05, UsualMax: .05,
			UsualSource: "over a decade, not more than half the prize", Uncertain: true, HasDefault: true, Default: 0.0, Source: noEffect,
			Meaning: "What peace as such is worth to the challenger each year; negative where it is a grievance."},
		{Path: "challenger.probe_gain", Type: Number, Unit: "stakes", Min: -1, Max: 1, UsualMin: -.9, UsualMax: .3,
			UsualSource: "net of what a probe costs its author, so normally negative", Uncertain: true,
			Meaning: "What a probe is worth to the challenger in itself, net of its effort."},
		{Path: "challenger.probe_cost", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: .3,
			UsualSource: "an answer to a probe is a fraction of a war", Uncertain: true,
			Meaning: "What an answered probe costs the challenger."},
		{Path: "challenger.probe_escalation", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: 0, UsualMax: .1,
			UsualSource: "most crises between rivals end without war", Uncertain: true,
			Meaning: "The probability that a probe escalates to a major breach against its author's intention."},
		{Path: "challenger.fight_on", Type: Number, Unit: "stakes", Min: -10, Max: 10, UsualMin: -1, UsualMax: 1,
			UsualSource: "at most the prize, won or lost", Uncertain: true, HasDefault: true, Derived: "none: the challenger's consent is not asked",
			Source:  "model, section 5, Consent: asked only where a value is given",
			Meaning: "What fighting on instead of signing is worth to the challenger."},
		{Path: "challenger.deal_noise", Type: Number, Unit: "stakes", Min: .001, Max: inf, UsualMin: .01, UsualMax: .5,
			UsualSource: "below, consent is a step; above, a coin's toss", Uncertain: true, With: "challenger.fight_on",
			Meaning: "How blurred the challenger's choice between signing and fighting on is."},
	}
	rows = append(rows, forces("challenger", "challenger")...)
	rows = append(rows, Field{Path: "protege.name", Type: Text, HasDefault: true, Derived: "the protégé", Source: ownWord, Meaning: "The protégé's name in tables and charts."})
	rows = append(rows, forces("protege", "protégé")...)
	return append(rows, []Field{
		{Path: "protege.accept_risk", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .05, UsualMax: .9,
			UsualSource: "a state at war accepts some risk and not every risk", Uncertain: true,
			HasDefault: true, Derived: "none: the protégé's consent is not asked", Source: "model, section 5, Consent: asked only where a value is given",
			Meaning: "The risk of a major breach by the horizon at which the protégé is as likely as not to sign."},
		{Path: "protege.accept_noise", Type: Number, Unit: "probability", Min: .001, Max: inf, UsualMin: .01, UsualMax: .5,
			UsualSource: "below, consent is a step; above, a coin's toss", Uncertain: true, With: "protege.accept_risk",
			Meaning: "How blurred the protégé's choice about signing is."},

		{Path: "battle.exponent", Type: Number, Unit: "", Min: .1, Max: 10, UsualMin: .5, UsualMax: 3,
			UsualSource: "contest functions fitted to battles lie between square root and cube (Hirshleifer 1989; Dupuy 1987)", Uncertain: true,
			Meaning: "How decisive superior strength is in the contest function."},
		{Path: "battle.fait_accompli_days", Type: Number, Unit: "days", Min: .1, Max: inf, UsualMin: 3, UsualMax: 365,
			UsualSource: "from an airborne coup to a long campaign", Uncertain: true,
			Meaning: "How much time the protégé's resistance gives a response before the matter is settled."},

		{Path: "coalition.resolve", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .05, UsualMax: .95,
			UsualSource: "certainty about resolve is a strong claim", Uncertain: true,
			Meaning: "The probability that the coalition is resolute rather than hollow."},
		{Path: "coalition.reputation", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .05, UsualMax: .95,
			UsualSource: "certainty about resolve is a strong claim", Uncertain: true, HasDefault: true, Derived: "the drawn resolve",
			Source:  "model, section 2: a challenger without illusions",
			Meaning: "The challenger's initial belief that the coalition is resolute."},
		{Path: "coalition.hollow_penalty", Type: Number, Unit: "logits", Min: 0, Max: 20, UsualMin: .5, UsualMax: 6,
			UsualSource: "below, types hardly differ; above, a hollow coalition never keeps its word", Uncertain: true,
			Meaning: "How much less likely a hollow coalition is to keep a promise that waits for a decision."},
		{Path: "coalition.fatigue_per_year", Type: Number, Unit: "logits/year", Min: 0, Max: 20, UsualMin: 0, UsualMax: .3,
			UsualSource: "over 15 years, .3 a year turns a likely promise into a remote one", Uncertain: true,
			HasDefault: true, Default: 0.0, Source: noEffect,
			Meaning: "How much a promise wears with each whole year in force."},
		{Path: "coalition.decision_rule", Type: Enum, Values: []string{"own", "majority", "unanimity"}, Uncertain: true,
			HasDefault: true, Default: "own", Source: "as in Article 5 of the North Atlantic Treaty, each ally takes the action it deems necessary",
			Meaning: "How many guarantors must say yes before anyone comes: one, more than half, or all."},

		{Path: "guarantor.*.name", Type: Text, HasDefault: true, Derived: "the id", Source: ownWord, Meaning: "The guarantor's name in tables and charts."},
		{Path: "guarantor.*.capability", Type: Number, Unit: "capability", Min: smallest, Max: inf, UsualMin: .01, UsualMax: 5,
			UsualSource: "from a battalion's worth to several times the protégé's army", Uncertain: true,
			Meaning: "The strength the guarantor could bring, in units of the protégé's when the ceasefire begins; greater than 0."},
		{Path: "guarantor.*.willingness", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .01, UsualMax: .95,
			UsualSource: "no state is certain to fight for another", Uncertain: true,
			Meaning: "The probability that the guarantor would fight, its coalition resolute and the backstop supportive."},
		{Path: "guarantor.*.backstop_reliance", Type: Number, Unit: "logits per gap", Min: 0, Max: 10, UsualMin: 0, UsualMax: 3,
			UsualSource: "at 3, a gap of 1 turns a coin's toss into one in twenty", Uncertain: true,
			Meaning: "How much the guarantor's will falls with each unit of gap in the decisive guarantor's support."},

		{Path: "watch.detection", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .05, UsualMax: .95,
			UsualSource: "national means see much and not everything", Uncertain: true,
			Meaning: "The probability that a probe is detected and attributed without any instrument."},
		{Path: "watch.probe_response", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: 0, UsualMax: .9,
			UsualSource: "between looking away and answering every incident", Uncertain: true,
			Meaning: "The probability that a resolute coalition answers a detected probe without any instrument."},
	}...)
}

// forces are the rows of a trajectory of armed strength.
func forces(section, who string) []Field {
	const why = "from a rump to several times the protégé's strength"
	return []Field{
		{Path: section + ".forces.start", Type: Number, Unit: "capability", Min: smallest, Max: inf, UsualMin: .1, UsualMax: 10, UsualSource: why, Uncertain: true,
			Meaning: "The " + who + "'s armed strength when the ceasefire begins, in units of the protégé's; greater than 0."},
		{Path: section + ".forces.end", Type: Number, Unit: "capability", Min: smallest, Max: inf, UsualMin: .1, UsualMax: 10, UsualSource: why, Uncertain: true,
			Meaning: "The armed strength that the " + who + " tends to; greater than 0."},
		{Path: section + ".forces.half_life_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: .5, UsualMax: 20,
			UsualSource: "rearmament takes years and not generations", Uncertain: true, spell: duration,
			Meaning: "The time in which half the way from start to end is covered; 0 means at once."},
	}
}
