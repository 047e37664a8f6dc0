package model

import (
	"math/rand/v2"

	"pgregory.net/rapid"
)

// A drawer draws a number between lo and hi.
type drawer func(name string, lo, hi float64) float64

// fromRapid draws for a property test.
func fromRapid(t *rapid.T) drawer {
	return func(name string, lo, hi float64) float64 { return rapid.Float64Range(lo, hi).Draw(t, name) }
}

// fromSeed draws a fixed sequence.
func fromSeed(seed uint64) drawer {
	r := rand.New(rand.NewPCG(seed, 0))
	return func(_ string, lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }
}

// chosen draws one of several values.
func chosen[T any](draw drawer, name string, from ...T) T {
	return from[min(int(draw(name, 0, float64(len(from)))), len(from)-1)]
}

// arbitraryCase draws a case in which every channel of the model is at work in
// some draws: two or three guarantors, up to three instruments that enter into
// force and lapse, a backstop of one to three states.
func arbitraryCase(draw drawer) Case {
	c := Case{
		HorizonYears:     draw("horizon", 0.5, 4),
		CostDiscountRate: draw("cost discount rate", 0, 0.05),
		Challenger: Challenger{
			OpportunitiesPerYear: draw("opportunities", 0.3, 6),
			Noise:                draw("noise", 0.02, 0.3),
			DiscountRate:         draw("discount rate", 0.02, 0.2),
			PlanningYears:        chosen(draw, "plans", 0, draw("planning years", 0.5, 20)),
			StatusQuoPerYear:     draw("status quo", -0.02, 0.03),
			WarCost:              draw("war cost", 0.2, 0.9),
			ClashCost:            draw("clash cost", 0, 1),
			ProbeGain:            draw("probe gain", -0.3, 0.1),
			ProbeCost:            draw("probe cost", 0, 0.2),
			ProbeEscalation:      draw("probe escalation", 0, 0.2),
			Forces:               arbitraryForces(draw, "challenger"),
		},
		Protege: Protege{Forces: arbitraryForces(draw, "protégé")},
		Battle:  Battle{Exponent: draw("exponent", 0.5, 3), FaitAccompliDays: draw("fait accompli", 3, 90)},
		Coalition: Coalition{
			Resolve: draw("resolve", 0, 1), Reputation: draw("reputation", 0.01, 0.99),
			HollowPenalty: draw("hollow penalty", 0, 5), FatiguePerYear: chosen(draw, "tires", 0, draw("fatigue", 0, 0.3)),
			DecisionRule: chosen(draw, "rule", Own, Majority, Unanimity),
		},
		Watch: Watch{Detection: draw("detection", 0, 1), ProbeResponse: chosen(draw, "watch answers", 0, draw("watch response", 0, 0.9))},
	}
	for _, id := range []string{"a", "b", "c"}[:chosen(draw, "guarantors", 2, 3)] {
		c.Guarantors = append(c.Guarantors, Guarantor{
			ID: id, Capability: draw("capability", 0.05, 2), Willingness: draw("willingness", 0.01, 0.99),
			BackstopReliance: draw("guarantor's reliance", 0, 2),
		})
	}
	arbitraryBackstop(draw, &c.Backstop)
	c.Package.ID = "p"
	for _, id := range []string{"x", "y", "z"}[:chosen(draw, "instruments", 1, 2, 3)] {
		c.Package.Instruments = append(c.Package.Instruments, arbitraryInstrument(draw, id))
	}
	return c
}

func arbitraryForces(draw drawer, name string) Trajectory {
	return Trajectory{
		Start: draw(name+" start", 0.5, 2), End: draw(name+" end", 0.5, 2),
		HalfLifeYears: chosen(draw, name+" grows", 0, draw(name+" half-life", 0.5, 6)),
	}
}

func arbitraryBackstop(draw drawer, b *Backstop) {
	n := chosen(draw, "states", 1, 2, 3)
	for range n {
		b.Gaps = append(b.Gaps, draw("gap", 0, 3))
		row, sum := make([]float64, n), 0.0
		for j := range row {
			row[j] = draw("move", 0.1, 1)
			sum += row[j]
		}
		for j := range row {
			row[j] /= sum
		}
		b.Transition = append(b.Transition, row)
	}
	b.Initial = min(int(draw("initial", 0, float64(n))), n-1)
	b.FirstElectionYears = draw("first election", -1, 2)
	b.ElectionEveryYears = chosen(draw, "elections", 0, draw("between elections", 0.1, 2))
}

func arbitraryInstrument(draw drawer, id string) Instrument {
	// What only some instruments do.
	some := func(name string, x float64) float64 { return chosen(draw, name+"?", 0, x) }
	multiplier := draw("accident multiplier", 0.2, 2)
	return Instrument{
		ID:                id,
		FromYears:         some("late", draw("from", 0, 3)),
		UntilYears:        some("lapses", draw("until", 0.2, 5)),
		PromiseUntilYears: some("promise lapses", draw("promise until", 0.2, 5)),

		Share: some("forces", draw("share", 0.05, 1)), Legal: draw("legal", -1, 2), Presence: draw("presence", -1, 2),
		Entanglement: map[string]float64{"a": draw("entanglement", 0, 3)},
		ResponseDays: draw("response days", 0, 60), ProbeResponse: some("answers", draw("response", 0.02, 0.9)),
		Detection: some("sees", draw("instrument's detection", 0, 0.9)),

		Severity: some("punishes", draw("severity", 0, 0.8)), ReliefPerYear: some("relieves", draw("relief", 0, 0.05)),
		Credibility: some("promises", draw("credibility", 0.02, 0.98)), Automaticity: chosen(draw, "automatic", 1, draw("automaticity", 0, 1)),
		BackstopReliance: draw("instrument's reliance", 0, 2), DelayYears: draw("delay", 0, 1),

		CapabilityGain: some("arms", draw("gain", 0, 1)), GainHalfLifeYears: some("slow", draw("gain half-life", 0.2, 3)),
		GainDecayHalfLifeYears: some("decays", draw("gain decay", 0.2, 3)), LocalCapability: draw("local", 0, 0.3),
		WarningDays: draw("warning", 0, 20), StatusQuoPerYear: draw("instrument's status quo", -0.02, 0.02),
		AccidentsPerYear: some("accidents", draw("accidents a year", 0, 0.1)), AccidentMultiplier: &multiplier,
		CostPerYear: draw("cost a year", 0, 5), CostIfCalled: draw("cost if called", 0, 50),

		Reversibility: some("ends", chosen(draw, "surely", 1, draw("reversibility", 0, 1))), ReversalYears: draw("reversal", 0, 4),
	}
}
