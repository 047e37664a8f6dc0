package backtest

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/scenarios"
	"steadfast/sim/history"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
	"steadfast/sim/uncertain"
)

// medians resolves the packages of arrangements at the medians of everything.
func medians(t *testing.T, rule Rule, arrangements ...history.Arrangement) map[string]model.Case {
	t.Helper()
	w, err := newWorld(rule, arrangements, scenarios.Files(), Options{Draws: 16, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	cases, err := w.scenario.Cases(w.scenario.Medians())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]model.Case{}
	for i, p := range w.scenario.Packages {
		out[p.ID] = cases[i]
	}
	return out
}

// instrument returns the instrument of a case, or none.
func instrument(c model.Case, id string) (model.Instrument, bool) {
	at := slices.IndexFunc(c.Package.Instruments, func(in model.Instrument) bool { return in.ID == id })
	if at < 0 {
		return model.Instrument{}, false
	}
	return c.Package.Instruments[at], true
}

// Each column moves what it should and nothing else.
func TestRuleByColumn(t *testing.T) {
	bare := few(t)[0]
	bare = history.Arrangement{ID: "AAA01", Name: `with "quotes"`, Dyad: "a-b", Start: bare.Start, End: bare.End, Legal: history.Treaty}
	with := func(change func(*history.Arrangement)) history.Arrangement {
		a := bare
		change(&a)
		return a
	}
	uses := func(id string) func(*testing.T, model.Case) {
		return func(t *testing.T, c model.Case) {
			if _, ok := instrument(c, id); !ok || len(c.Package.Instruments) != 1 {
				t.Errorf("instruments %+v, want %s alone", c.Package.Instruments, id)
			}
		}
	}
	near := func(t *testing.T, what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-6*math.Abs(want) {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	none := medians(t, Current(), bare)["none"]
	for name, c := range map[string]struct {
		a    history.Arrangement
		rule Rule
		want func(*testing.T, model.Case)
	}{
		"assist":          {with(func(a *history.Arrangement) { a.Assistance = true }), Current(), uses("assistance")},
		"sanctions":       {with(func(a *history.Arrangement) { a.Sanctions = true }), Current(), uses("sanctions")},
		"air_naval":       {with(func(a *history.Arrangement) { a.AirNaval = true }), Current(), uses("air_naval")},
		"mutual_def 1":    {with(func(a *history.Arrangement) { a.MutualDefence = history.PoliticalDefence }), Current(), uses("assurance")},
		"mutual_def 2":    {with(func(a *history.Arrangement) { a.MutualDefence = history.TreatyDefence }), Current(), uses("defence_clause")},
		"advisers":        {with(func(a *history.Arrangement) { a.Advisers = 500 }), Current(), uses("assistance")},
		"advisers, first": {with(func(a *history.Arrangement) { a.Advisers = 500 }), First(), uses("troops")},
		"nothing": {bare, Current(), func(t *testing.T, c model.Case) {
			c.Package.ID = none.Package.ID
			if diff := cmp.Diff(none, c, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		}},
		"guarantor_troops": {with(func(a *history.Arrangement) { a.Troops, a.Advisers = 8000, 500 }), Current(), func(t *testing.T, c model.Case) {
			in, _ := instrument(c, "troops")
			near(t, "the patron's entanglement", in.Entanglement["patron"], 2.5*(1-math.Exp(-1)))
			near(t, "legal", in.Legal, 1)
			near(t, "from", in.FromYears, 0)
			if _, ok := instrument(c, "assistance"); !ok {
				t.Error("advisers bring no assistance")
			}
		}},
		"monitors": {with(func(a *history.Arrangement) { a.Monitors = 300 }), Current(), func(t *testing.T, c model.Case) {
			in, _ := instrument(c, "monitors")
			near(t, "detection", in.Detection, .6*(1-math.Exp(-1)))
		}},
		"dmz_km": {with(func(a *history.Arrangement) { a.BufferKM = 40 }), Current(), func(t *testing.T, c model.Case) {
			in, _ := instrument(c, "buffer")
			near(t, "warning", in.WarningDays, 10)
		}},
		"nuclear": {with(func(a *history.Arrangement) { a.Nuclear = true }), Current(), func(t *testing.T, c model.Case) {
			if c.Challenger.ClashCost < 2*none.Challenger.ClashCost || len(c.Package.Instruments) != 0 {
				t.Errorf("clash cost %v, without nuclear weapons %v", c.Challenger.ClashCost, none.Challenger.ClashCost)
			}
		}},
		"capability_ratio": {with(func(a *history.Arrangement) { a.CapabilityRatio = 4 }), Current(), func(t *testing.T, c model.Case) {
			near(t, "the challenger's start", c.Challenger.Forces.Start, 2)
			near(t, "the challenger's end", c.Challenger.Forces.End, 2*none.Challenger.Forces.End)
			near(t, "the patron's capability", c.Guarantors[0].Capability, 2*none.Guarantors[0].Capability)
		}},
		"capability_ratio, weak": {with(func(a *history.Arrangement) { a.CapabilityRatio = .25 }), Current(), func(t *testing.T, c model.Case) {
			near(t, "the challenger's start", c.Challenger.Forces.Start, .5)
			near(t, "the patron's capability", c.Guarantors[0].Capability, none.Guarantors[0].Capability)
		}},
		"capability_ratio, beyond": {with(func(a *history.Arrangement) { a.CapabilityRatio = 100 }), Current(), func(t *testing.T, c model.Case) {
			near(t, "the challenger's start", c.Challenger.Forces.Start, 3)
		}},
	} {
		t.Run(name, func(t *testing.T) { c.want(t, medians(t, c.rule, c.a)["aaa01"]) })
	}
}

func TestLegalForms(t *testing.T) {
	a := few(t)[0]
	a.MutualDefence, a.AirNaval, a.Troops = history.TreatyDefence, true, 100
	for code, logits := range map[history.Legal]float64{history.NoUndertaking: 0, history.Declaration: 0, history.Memorandum: 0, history.Agreement: .5, history.Treaty: 1, history.Integrated: 1.5} {
		a.Legal = code
		c := medians(t, Current(), a)[PackageID(&a)]
		for _, id := range []string{"air_naval", "troops", "defence_clause"} {
			if in, ok := instrument(c, id); !ok || in.Legal != logits {
				t.Errorf("%s: %s has %v logits, want %v", code, id, in.Legal, logits)
			}
		}
	}
}

// What the rule reads is not what came of it.
func TestRuleDoesNotSeeTheOutcome(t *testing.T) {
	for _, a := range few(t) {
		blind := a
		blind.LimitedOn, blind.MajorOn, blind.End = a.Start, a.Start, a.Start.AddDate(1, 0, 0)
		blind.Core, blind.Tier, blind.Dyad, blind.Protege, blind.Challenger, blind.Guarantors = !a.Core, "C", "", "", "", ""
		if diff := cmp.Diff(Current().Package(&a), Current().Package(&blind)); diff != "" {
			t.Errorf("%s: %s", a.ID, diff)
		}
	}
}

// The ranges that the rule scales are those of the files.
func TestScaledRangesAreThoseOfTheFiles(t *testing.T) {
	s, list := scenario.Load(arrangementsFile, scenario.Options{Shipped: scenarios.Files()})
	if s == nil {
		t.Fatal(list[0].Error())
	}
	for path, want := range map[string][3]float64{"challenger.forces.end": challengerEnd(), "guarantor.patron.capability": patronCapability()} {
		at := slices.IndexFunc(s.Columns(), func(c scenario.Column) bool { return c.Path == path })
		number, ok := s.Columns()[at].Number.(uncertain.PERT)
		if !ok || [3]float64{number.Min, number.Mode, number.Max} != want {
			t.Errorf("%s is %v in the files, the rule scales %v", path, s.Columns()[at].Number, want)
		}
	}
}

// rescale by an exponent is what the text would have said with it.
func TestRescale(t *testing.T) {
	c := model.Case{Guarantors: []model.Guarantor{{Capability: 1}}}
	for _, x := range []struct{ ratio, to, forces, patron float64 }{
		{4, .5, 2, 2}, {4, 0, 1, 1}, {4, 1, 3, 3}, {.25, 1, 1.0 / 3, 1}, {.25, 0, 1, 1}, {0, 1, 1, 1},
	} {
		s := theatre(x.ratio, exponent)
		if x.ratio == 0 {
			s = 1
		}
		c.Challenger.Forces = model.Trajectory{Start: s, End: 1.1 * s}
		c.Guarantors = []model.Guarantor{{Capability: max(1, s)}}
		before := c.Guarantors
		rescale(&c, x.ratio, x.to)
		if math.Abs(c.Challenger.Forces.Start-x.forces) > 1e-12 || math.Abs(c.Challenger.Forces.End-1.1*x.forces) > 1e-12 || math.Abs(c.Guarantors[0].Capability-x.patron) > 1e-12 {
			t.Errorf("ratio %v to the power %v: forces %v, patron %v", x.ratio, x.to, c.Challenger.Forces, c.Guarantors[0].Capability)
		}
		if before[0].Capability != max(1, s) {
			t.Error("the drawn guarantors were modified")
		}
	}
}

func TestScenarioOfTheRecordIsValid(t *testing.T) {
	for name, rule := range map[string]Rule{"first": First(), "current": Current()} {
		text := rule.Scenario(record(t))
		s, list := scenario.Load("x.toml", scenario.Options{Shipped: scenarios.Files(), ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
		if s == nil {
			t.Fatalf("%s: %s", name, list[0].Error())
		}
		if want := len(record(t)) + 1; len(s.Packages) != want || strings.Count(text, "[[package]]") != want+2 {
			t.Errorf("%s: %d packages, want %d", name, len(s.Packages), want)
		}
	}
}
