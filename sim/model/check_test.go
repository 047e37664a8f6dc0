package model

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestCheckAcceptsWhatCanBeComputed: every vector and every arbitrary case, and
// the edges of the ranges.
func TestCheckAcceptsWhatCanBeComputed(t *testing.T) {
	for _, v := range readVectors(t) {
		for i := range v.cases {
			if err := v.cases[i].Check(); err != nil {
				t.Errorf("%s %s: %v", v.name, v.exact[i].ID, err)
			}
		}
	}
	for seed := range uint64(200) {
		c := arbitraryCase(fromSeed(seed))
		if err := c.Check(); err != nil {
			t.Errorf("arbitrary case %d: %v", seed, err)
		}
	}
	for name, change := range map[string]func(c *Case){
		"a month":              func(c *Case) { c.HorizonYears = 1.0 / 12 },
		"two centuries":        func(c *Case) { c.HorizonYears = 200 },
		"no guarantor":         func(c *Case) { c.Guarantors = nil },
		"one state, no matrix": func(c *Case) { c.Backstop = Backstop{Gaps: []float64{0}} },
		"no opportunity":       func(c *Case) { c.Challenger.OpportunitiesPerYear = 0 },
		"least noise":          func(c *Case) { c.Challenger.Noise = .001 },
		"much noise":           func(c *Case) { c.Challenger.Noise = 50 },
	} {
		c := centralCase(t, "trip")
		change(&c)
		if err := c.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out := exactly(c)
		if r := out.Risk(); !(r >= 0 && r <= 1) {
			t.Errorf("%s: the risk is %v", name, r)
		}
	}
}

// TestCheckSaysWhatIsWrong puts one wrong value a time into a sound case and
// wants field, value and what is allowed in the message.
func TestCheckSaysWhatIsWrong(t *testing.T) {
	in := func(change func(in *Instrument)) func(c *Case) {
		return func(c *Case) { *c = c.with(change) }
	}
	for want, change := range map[string]func(c *Case){
		"horizon_years is 0, want 0.0833":                                    func(c *Case) { c.HorizonYears = 0 },
		"horizon_years is NaN":                                               func(c *Case) { c.HorizonYears = math.NaN() },
		"cost_discount_rate is +Inf, want 0 or more":                         func(c *Case) { c.CostDiscountRate = math.Inf(1) },
		"challenger.opportunities_per_year is 53, want 0 to 52":              func(c *Case) { c.Challenger.OpportunitiesPerYear = 53 },
		"challenger.noise is 0.0009, want 0.001 or more":                     func(c *Case) { c.Challenger.Noise = .0009 },
		"challenger.discount_rate is 0, want 0.001 or more":                  func(c *Case) { c.Challenger.DiscountRate = 0 },
		"challenger.planning_years is -1, want 0 to 200":                     func(c *Case) { c.Challenger.PlanningYears = -1 },
		"challenger.status_quo_per_year is 1.5, want -1 to 1":                func(c *Case) { c.Challenger.StatusQuoPerYear = 1.5 },
		"challenger.war_cost is -0.1, want 0 to 10":                          func(c *Case) { c.Challenger.WarCost = -.1 },
		"challenger.clash_cost is 11":                                        func(c *Case) { c.Challenger.ClashCost = 11 },
		"challenger.probe_gain is -2, want -1 to 1":                          func(c *Case) { c.Challenger.ProbeGain = -2 },
		"challenger.probe_cost is NaN, want 0 to 10":                         func(c *Case) { c.Challenger.ProbeCost = math.NaN() },
		"challenger.probe_escalation is 1.1, want 0 to 1":                    func(c *Case) { c.Challenger.ProbeEscalation = 1.1 },
		"challenger.forces.start is 0, want more than 0":                     func(c *Case) { c.Challenger.Forces.Start = 0 },
		"protege.forces.end is +Inf, want more than 0":                       func(c *Case) { c.Protege.Forces.End = math.Inf(1) },
		"protege.forces.half_life_years is 201":                              func(c *Case) { c.Protege.Forces.HalfLifeYears = 201 },
		"battle.exponent is 0, want 0.1 to 10":                               func(c *Case) { c.Battle.Exponent = 0 },
		"battle.fait_accompli_days is 0, want 0.1 or more":                   func(c *Case) { c.Battle.FaitAccompliDays = 0 },
		"coalition.resolve is 2, want 0 to 1":                                func(c *Case) { c.Coalition.Resolve = 2 },
		"coalition.reputation is -1, want 0 to 1":                            func(c *Case) { c.Coalition.Reputation = -1 },
		"coalition.hollow_penalty is 21, want 0 to 20":                       func(c *Case) { c.Coalition.HollowPenalty = 21 },
		"coalition.fatigue_per_year is -1":                                   func(c *Case) { c.Coalition.FatiguePerYear = -1 },
		`coalition.decision_rule is "some", want own, majority`:              func(c *Case) { c.Coalition.DecisionRule = "some" },
		"watch.detection is 1.5, want 0 to 1":                                func(c *Case) { c.Watch.Detection = 1.5 },
		"watch.probe_response is -1, want 0 to 1":                            func(c *Case) { c.Watch.ProbeResponse = -1 },
		"guarantor us occurs twice":                                          func(c *Case) { c.Guarantors = []Guarantor{{ID: "us", Capability: 1}, {ID: "us", Capability: 1}} },
		"guarantor us: capability is 0, want more than 0":                    func(c *Case) { c.Guarantors = []Guarantor{{ID: "us"}} },
		"guarantor us: willingness is 2, want 0 to 1":                        func(c *Case) { c.Guarantors = []Guarantor{{ID: "us", Capability: 1, Willingness: 2}} },
		"guarantor us: backstop_reliance is 12, want 0 to 10":                func(c *Case) { c.Guarantors = []Guarantor{{ID: "us", Capability: 1, BackstopReliance: 12}} },
		"41 guarantors, want at most 40":                                     func(c *Case) { c.Guarantors = make([]Guarantor, 41) },
		"backstop has 0 states, want 1 to 6":                                 func(c *Case) { c.Backstop.Gaps = nil },
		"backstop has 7 states, want 1 to 6":                                 func(c *Case) { c.Backstop.Gaps = make([]float64, 7) },
		"backstop.gaps[0] is -1, want 0 to 20":                               func(c *Case) { c.Backstop.Gaps = []float64{-1, 1, 2} },
		"backstop.initial is 3, want 0 to 2":                                 func(c *Case) { c.Backstop.Initial = 3 },
		"backstop.first_election_years is NaN":                               func(c *Case) { c.Backstop.FirstElectionYears = math.NaN() },
		"backstop.election_every_years is -1, want 0 to 200":                 func(c *Case) { c.Backstop.ElectionEveryYears = -1 },
		"backstop.transition has 1 rows, want 3":                             func(c *Case) { c.Backstop.Transition = [][]float64{{1, 0, 0}} },
		"backstop.transition[1] has 3 entries that sum to 1.5, want 3":       func(c *Case) { c.Backstop.Transition = [][]float64{{1, 0, 0}, {.5, .5, .5}, {0, 0, 1}} },
		"backstop.transition[2] has 2 entries that sum to 1, want 3":         func(c *Case) { c.Backstop.Transition = [][]float64{{1, 0, 0}, {1, 0, 0}, {0, 1}} },
		"backstop.transition[0][1] is -0.5, want 0 to 1":                     func(c *Case) { c.Backstop.Transition = [][]float64{{1.5, -.5, 0}, {1, 0, 0}, {0, 0, 1}} },
		"instrument tripwire: from_years is -201":                            in(func(in *Instrument) { in.FromYears = -201 }),
		"instrument tripwire: until_years is -1, want 0 to 200":              in(func(in *Instrument) { in.UntilYears = -1 }),
		"instrument tripwire: share is 2, want 0 to 1":                       in(func(in *Instrument) { in.Share = 2 }),
		"instrument tripwire: legal is 6, want -5 to 5":                      in(func(in *Instrument) { in.Legal = 6 }),
		"instrument tripwire: severity is NaN, want 0 to 10":                 in(func(in *Instrument) { in.Severity = math.NaN() }),
		"instrument tripwire: credibility is 1.01, want 0 to 1":              in(func(in *Instrument) { in.Credibility = 1.01 }),
		"instrument tripwire: capability_gain is -1, want 0 to 1e+06":        in(func(in *Instrument) { in.CapabilityGain = -1 }),
		"instrument tripwire: local_capability is -1, want 0 to 1e+06":       in(func(in *Instrument) { in.LocalCapability = -1 }),
		"instrument tripwire: accident_multiplier is -1, want 0 to 100":      in(func(in *Instrument) { x := -1.0; in.AccidentMultiplier = &x }),
		"instrument tripwire: entanglement of uk is 11, want 0 to 10":        in(func(in *Instrument) { in.Entanglement = map[string]float64{"uk": 11} }),
		`instrument "tripwire" occurs twice in package "trip"`:               func(c *Case) { c.Package.Instruments = slices.Repeat(c.Package.Instruments, 2) },
		"instrument tripwire: cost_if_called is 2e+06, want 0 to 1e+06":      in(func(in *Instrument) { in.CostIfCalled = 2e6 }),
		"instrument tripwire: accidents_per_year is -0.5, want 0 to 52":      in(func(in *Instrument) { in.AccidentsPerYear = -.5 }),
		"instrument tripwire: gain_decay_half_life_years is 201, want 0 to ": in(func(in *Instrument) { in.GainDecayHalfLifeYears = 201 }),
	} {
		c := centralCase(t, "trip")
		change(&c)
		err := c.Check()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

// TestCheckSaysAllThatIsWrong at once, in the same order every time.
func TestCheckSaysAllThatIsWrong(t *testing.T) {
	c := centralCase(t, "trip").with(func(in *Instrument) {
		in.Share = -1
		in.Entanglement = map[string]float64{"e": -1, "d": -1, "c": -1, "b": -1, "a": -1}
	})
	c.Challenger.Noise, c.Watch.Detection = 0, math.NaN()
	first := c.Check().Error()
	if lines := strings.Split(first, "\n"); len(lines) != 8 {
		t.Errorf("%d complaints, want 8:\n%s", len(lines), first)
	}
	for range 20 {
		if again := c.Check().Error(); again != first {
			t.Fatalf("first\n%s\nthen\n%s", first, again)
		}
	}
}
