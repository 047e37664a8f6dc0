package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// rounding is what the arithmetic of a choice probability may lose.
const rounding = 1e-11

// solved returns the policy of a case: V at month 0, and P(break) in every
// month and state at an opportunity.
func solved(g *Game, c *Case) (value, brk []float64) {
	g.Solve(c)
	for _, a := range g.policy.acts[:g.place(g.Months(), 0)] {
		brk = append(brk, a.brk)
	}
	return slices.Clone(g.policy.value[:g.terms.states*rungs]), brk
}

// with returns the case with its first instrument changed.
func (c Case) with(change func(in *Instrument)) Case {
	c.Package.Instruments = slices.Clone(c.Package.Instruments)
	change(&c.Package.Instruments[0])
	return c
}

// neverRises fails the test where a number of after is above that of before.
func neverRises(t interface{ Fatalf(string, ...any) }, what string, before, after []float64) {
	if len(before) != len(after) {
		t.Fatalf("%s: %d numbers became %d", what, len(before), len(after))
	}
	for i := range before {
		if after[i] > before[i]+rounding {
			t.Fatalf("%s rises from %.15g to %.15g at %d", what, before[i], after[i], i)
		}
	}
}

// TestSeverityNeverRaisesTheValue: a harsher punishment never makes the deal
// worth more to the challenger, whatever else is in the case.
func TestSeverityNeverRaisesTheValue(t *testing.T) {
	g := NewGame()
	rapid.Check(t, func(t *rapid.T) {
		draw := fromRapid(t)
		c := arbitraryCase(draw).with(func(in *Instrument) { in.Credibility = draw("credible", 0.05, 0.98) })
		harsher := draw("harsher by", 0, 2)
		before, _ := solved(g, &c)
		d := c.with(func(in *Instrument) { in.Severity += harsher })
		after, _ := solved(g, &d)
		neverRises(t, "V", before, after)
	})
}

// forGood returns the case with responses that do not end with the breach.
func (c Case) forGood() Case {
	c.Package.Instruments = slices.Clone(c.Package.Instruments)
	for i := range c.Package.Instruments {
		c.Package.Instruments[i].Reversibility = 0
	}
	return c
}

// TestMyopicDeterrence: without look-ahead, raising what deters never raises
// the probability of a break in any month and state. For what makes guarantors
// come, the responses must be for good: TestLiftingMayTurnForcesAround.
func TestMyopicDeterrence(t *testing.T) {
	g := NewGame()
	raises := []struct {
		name string
		rule bool // only where each guarantor decides for itself
		by   func(draw drawer, c Case) Case
	}{
		{"severity", false, func(draw drawer, c Case) Case {
			x := draw("more", 0, 2)
			return c.with(func(in *Instrument) { in.Severity += x })
		}},
		{"credibility", false, func(draw drawer, c Case) Case {
			x := draw("more", 0, 1)
			return c.with(func(in *Instrument) { in.Credibility += x * (0.99 - in.Credibility) })
		}},
		{"legal", true, func(draw drawer, c Case) Case {
			x := draw("more", 0, 2)
			return c.with(func(in *Instrument) { in.Legal += x })
		}},
		{"presence", true, func(draw drawer, c Case) Case {
			x := draw("more", 0, 2)
			return c.with(func(in *Instrument) { in.Presence += x })
		}},
		{"willingness", true, func(draw drawer, c Case) Case {
			c.Guarantors = slices.Clone(c.Guarantors)
			w := &c.Guarantors[0].Willingness
			*w += draw("more", 0, 1) * (0.995 - *w)
			return c
		}},
	}
	for _, raise := range raises {
		t.Run(raise.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				draw := fromRapid(t)
				c := arbitraryCase(draw).with(func(in *Instrument) {
					in.Credibility, in.Share = draw("credible", 0.05, 0.9), draw("forces", 0.1, 1)
				})
				c.Challenger.PlanningYears = 0
				if raise.rule {
					c.Coalition.DecisionRule = Own
					c = c.forGood()
				}
				d := raise.by(draw, c)
				_, before := solved(g, &c)
				_, after := solved(g, &d)
				neverRises(t, "P(break)", before, after)
			})
		})
	}
}

// TestReversibilityNeverDeters: a punishment that may be lifted never makes the
// deal worth less to the challenger than one for good.
func TestReversibilityNeverDeters(t *testing.T) {
	g := NewGame()
	rapid.Check(t, func(t *rapid.T) {
		draw := fromRapid(t)
		c := arbitraryCase(draw).with(func(in *Instrument) {
			in.Credibility, in.Severity = draw("credible", 0.05, 0.98), draw("severity", 0, 1)
		})
		kept, _ := solved(g, &c)
		d := c.with(func(in *Instrument) { in.Reversibility = 1 - (1-in.Reversibility)*draw("closer to 1", 0, 1) })
		lifted, _ := solved(g, &d)
		neverRises(t, "V", lifted, kept)
	})
}

// TestLiftingMayTurnForcesAround: where what a challenger would lose for good
// outweighs the prize, and is given back to one that failed, a guarantor that
// makes failure likelier makes a breach likelier, too.
func TestLiftingMayTurnForcesAround(t *testing.T) {
	breaks := func(willingness, reversibility float64) float64 {
		c := centralCase(t, "trip")
		c.Challenger.PlanningYears, c.Challenger.ClashCost = 0, 0
		c.Guarantors = slices.Clone(c.Guarantors)
		for i := range c.Guarantors {
			c.Guarantors[i].Willingness = willingness
		}
		c.Package.Instruments = append(slices.Clone(c.Package.Instruments),
			Instrument{ID: "all", Severity: 5, Credibility: 0.99, Automaticity: 1, Reversibility: reversibility})
		o := exactly(c)
		return o.Risk()
	}
	if ready, loath := breaks(0.9, 0), breaks(0.1, 0); !(ready <= loath) {
		t.Errorf("for good: risk %.4g with willing guarantors, %.4g with unwilling; want it no higher", ready, loath)
	}
	if ready, loath := breaks(0.9, 1), breaks(0.1, 1); !(ready > loath) {
		t.Errorf("lifted: risk %.4g with willing guarantors, %.4g with unwilling; want it higher", ready, loath)
	}
}

// centralCase returns a package of central.json.
func centralCase(t *testing.T, id string) Case {
	t.Helper()
	for _, c := range central(t) {
		if c.Package.ID == id {
			return c
		}
	}
	t.Fatalf("central.json has no package %q", id)
	return Case{}
}

// exactly solves a case.
func exactly(c Case) Outcome {
	g := NewGame()
	var out Outcome
	g.Solve(&c)
	g.Exact(&out)
	return out
}

// TestDetectionMayRaiseTheRisk: a challenger that would rather probe than break
// is kept from probing by a watch whose reports are answered, and breaks.
func TestDetectionMayRaiseTheRisk(t *testing.T) {
	c := centralCase(t, "none")
	c.Challenger.PlanningYears = 0
	c.Challenger.ProbeGain, c.Challenger.ProbeCost, c.Challenger.ProbeEscalation = 0.1, 1, 0
	c.Challenger.WarCost = 0.7
	c.Watch.ProbeResponse = 0.9
	risk := func(detection float64) (major, limited float64) {
		c.Watch.Detection = detection
		o := exactly(c)
		return o.Risk(), o.LimitedRisk()
	}
	blind, seenLess := risk(0.1)
	watched, seenMore := risk(0.9)
	if !(watched > blind+0.05) {
		t.Errorf("risk with detection .1: %.3f, with .9: %.3f; want it raised", blind, watched)
	}
	if !(seenMore < seenLess) {
		t.Errorf("limited or major breach with detection .1: %.3f, with .9: %.3f; want probes deterred", seenLess, seenMore)
	}
}

// TestAnnouncedGuaranteeMayRaiseTheRiskBefore: a challenger that looks ahead
// strikes before a guarantee enters into force; one that does not takes no
// notice of it.
func TestAnnouncedGuaranteeMayRaiseTheRiskBefore(t *testing.T) {
	const enters = 36 // months
	before := func(planning float64, announced bool) float64 {
		c := centralCase(t, "none")
		c.Challenger.PlanningYears = planning
		if announced {
			c.Package.Instruments = []Instrument{{ID: "treaty", FromYears: enters / 12, LocalCapability: 3}}
		}
		return exactly(c).Major[enters-1]
	}
	if with, without := before(10, true), before(10, false); !(with > without+0.02) {
		t.Errorf("risk in the three years before the guarantee: %.4f, without it %.4f; want it raised", with, without)
	}
	if with, without := before(0, true), before(0, false); with != without {
		t.Errorf("without look-ahead: %.12f with the guarantee to come, %.12f without; want no difference", with, without)
	}
}
