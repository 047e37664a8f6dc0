package model

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

func withoutCallCosts(c Case) Case {
	c.Package.Instruments = slices.Clone(c.Package.Instruments)
	for i := range c.Package.Instruments {
		c.Package.Instruments[i].CostIfCalled = 0
	}
	return c
}

// TestToyEqualsEnumeration holds a three-month case against the enumeration of
// every branch.
func TestToyEqualsEnumeration(t *testing.T) {
	g := NewGame()
	var out Outcome
	for seed := range uint64(4) {
		c := arbitraryCase(fromSeed(100 + seed))
		c.HorizonYears = 0.25
		c.Challenger.OpportunitiesPerYear = 12
		c.Backstop.FirstElectionYears, c.Backstop.ElectionEveryYears = 1.0/12, 1.0/12
		c.Package.Instruments[0].AccidentsPerYear = 0.5
		c.Package.Instruments[0].FromYears, c.Package.Instruments[0].UntilYears = 1.0/12, 2.0/12
		v := newNaive(&c)
		g.Solve(&c)
		g.Exact(&out)
		o := v.enumerate()
		if d := v.differences(o, &out); len(d) > 0 {
			t.Errorf("case %d: %q", seed, d)
		}
		if math.Abs(out.Deliberate+out.Escalated+out.Accident-out.Risk()) > 1e-12 {
			t.Errorf("case %d: the causes do not sum to the risk", seed)
		}
	}
}

// TestEngineEqualsNaive holds the engine against the naive computation on
// random cases.
func TestEngineEqualsNaive(t *testing.T) {
	cases := 12
	if testing.Short() {
		cases = 4
	}
	g := NewGame()
	var out Outcome
	for seed := range uint64(cases) {
		c := withoutCallCosts(arbitraryCase(fromSeed(seed)))
		v := newNaive(&c)
		g.Solve(&c)
		g.Exact(&out)
		o := v.forward()
		d := v.differences(o, &out)
		if cost := v.cost(o); math.Abs(out.Cost-cost) > 1e-9 {
			d = append(d, fmt.Sprintf("cost = %.12g, naively %.12g", out.Cost, cost))
		}
		if len(d) > 0 {
			t.Errorf("case %d: %q", seed, d)
		}
	}
}

// TestNaiveSeesSmallErrors changes the case by a little and wants the two
// computations to differ, so that their agreement means something.
func TestNaiveSeesSmallErrors(t *testing.T) {
	c := arbitraryCase(fromSeed(4)).with(func(in *Instrument) { in.Credibility, in.Severity, in.Reversibility = 0.5, 0.3, 0.5 })
	v := newNaive(&c)
	o := v.forward()
	for name, change := range map[string]func(c *Case){
		"noise":         func(c *Case) { c.Challenger.Noise *= 1 + 1e-6 },
		"escalation":    func(c *Case) { c.Challenger.ProbeEscalation += 1e-6 },
		"resolve":       func(c *Case) { c.Coalition.Resolve *= 1 - 1e-4 },
		"war cost":      func(c *Case) { c.Challenger.WarCost += 1e-6 },
		"detection":     func(c *Case) { c.Watch.Detection *= 1 - 1e-4 },
		"opportunities": func(c *Case) { c.Challenger.OpportunitiesPerYear *= 1 + 1e-6 },
		"reversibility": func(c *Case) { *c = c.with(func(in *Instrument) { in.Reversibility += 1e-3 }) },
	} {
		changed := c
		change(&changed)
		g := NewGame()
		var out Outcome
		g.Solve(&changed)
		g.Exact(&out)
		if len(v.differences(o, &out)) == 0 {
			t.Errorf("a change of %s is not seen", name)
		}
	}
}
