package scenario

import (
	"fmt"
	"strings"

	"steadfast/sim/model"
	"steadfast/sim/schema"
)

// worldNumbers are the numbers of the world and where they go. Their defaults
// stand in the field table.
var worldNumbers = []struct {
	path string
	at   func(*model.Case) *float64
}{
	{"horizon_years", func(c *model.Case) *float64 { return &c.HorizonYears }},
	{"challenger.opportunities_per_year", func(c *model.Case) *float64 { return &c.Challenger.OpportunitiesPerYear }},
	{"challenger.noise", func(c *model.Case) *float64 { return &c.Challenger.Noise }},
	{"challenger.discount_rate", func(c *model.Case) *float64 { return &c.Challenger.DiscountRate }},
	{"challenger.planning_years", func(c *model.Case) *float64 { return &c.Challenger.PlanningYears }},
	{"challenger.status_quo_per_year", func(c *model.Case) *float64 { return &c.Challenger.StatusQuoPerYear }},
	{"challenger.war_cost", func(c *model.Case) *float64 { return &c.Challenger.WarCost }},
	{"challenger.clash_cost", func(c *model.Case) *float64 { return &c.Challenger.ClashCost }},
	{"challenger.probe_gain", func(c *model.Case) *float64 { return &c.Challenger.ProbeGain }},
	{"challenger.probe_cost", func(c *model.Case) *float64 { return &c.Challenger.ProbeCost }},
	{"challenger.probe_escalation", func(c *model.Case) *float64 { return &c.Challenger.ProbeEscalation }},
	{"challenger.forces.start", func(c *model.Case) *float64 { return &c.Challenger.Forces.Start }},
	{"challenger.forces.end", func(c *model.Case) *float64 { return &c.Challenger.Forces.End }},
	{"challenger.forces.half_life_years", func(c *model.Case) *float64 { return &c.Challenger.Forces.HalfLifeYears }},
	{"protege.forces.start", func(c *model.Case) *float64 { return &c.Protege.Forces.Start }},
	{"protege.forces.end", func(c *model.Case) *float64 { return &c.Protege.Forces.End }},
	{"protege.forces.half_life_years", func(c *model.Case) *float64 { return &c.Protege.Forces.HalfLifeYears }},
	{"battle.exponent", func(c *model.Case) *float64 { return &c.Battle.Exponent }},
	{"battle.fait_accompli_days", func(c *model.Case) *float64 { return &c.Battle.FaitAccompliDays }},
	{"coalition.resolve", func(c *model.Case) *float64 { return &c.Coalition.Resolve }},
	{"coalition.hollow_penalty", func(c *model.Case) *float64 { return &c.Coalition.HollowPenalty }},
	{"coalition.fatigue_per_year", func(c *model.Case) *float64 { return &c.Coalition.FatiguePerYear }},
	{"watch.detection", func(c *model.Case) *float64 { return &c.Watch.Detection }},
	{"watch.probe_response", func(c *model.Case) *float64 { return &c.Watch.ProbeResponse }},
}

// compile turns the merged settings into a program. Everything it needs is
// there: the checks have passed.
func (m *merged) compile() *program {
	p := &program{bySetting: map[slotKey]int{}, byVariant: map[string]int{}}
	for _, pkg := range m.packages {
		pkg.overlay = m.shared
		if len(pkg.set.byPath) > 0 {
			pkg.overlay = m.shared.clone()
			for _, s := range pkg.set.all() {
				pkg.overlay.put(s)
			}
		}
		pkg.plan = m.plan(p, pkg)
		p.plans = append(p.plans, pkg.plan)
	}
	return p
}

// plan compiles one package.
func (m *merged) plan(p *program, pkg *mergedPackage) *packagePlan {
	world := pkg.overlay
	plan := &packagePlan{id: pkg.id, feasibility: -1}
	for _, n := range worldNumbers {
		plan.numbers = append(plan.numbers, assign{m.slot(p, world, n.path), n.at})
	}
	reputation := world.thing("coalition.reputation")
	at := m.slot(p, world, "coalition.resolve")
	if reputation != nil {
		at = p.of(reputation, false)
	}
	plan.numbers = append(plan.numbers, assign{at, func(c *model.Case) *float64 { return &c.Coalition.Reputation }})
	plan.rule = m.words(p, world, "coalition.decision_rule")
	if s := pkg.own.thing(joinPath("package", pkg.id, "decision_rule")); s != nil {
		plan.rule = wordsOf(p, s)
	}
	for _, id := range m.packageGuarantors(pkg) {
		path := func(field string) string { return joinPath("guarantor", id, field) }
		plan.guarantors = append(plan.guarantors, guarantorPlan{id: id,
			capability: m.slot(p, world, path("capability")), willingness: m.slot(p, world, path("willingness")),
			reliance: m.slot(p, world, path("backstop_reliance"))})
	}
	plan.backstop = m.backstop(p, world)
	plan.fightOn, plan.dealNoise = m.consent(p, world, "challenger.fight_on", "challenger.deal_noise")
	plan.acceptRisk, plan.acceptNoise = m.consent(p, world, "protege.accept_risk", "protege.accept_noise")
	plan.ambiguity = p.constant(0)
	if s := pkg.own.thing(joinPath("package", pkg.id, "ambiguity")); s != nil {
		plan.ambiguity = p.of(s, false)
	}
	if s := pkg.own.thing(joinPath("package", pkg.id, "feasibility")); s != nil {
		plan.feasibility = p.of(s, false)
	}
	for _, id := range m.packageInstruments(pkg) {
		plan.variants = append(plan.variants, m.variant(p, world, id))
	}
	return plan
}

// slot returns the slot of a number in the model's unit, or of its default.
func (m *merged) slot(p *program, world *store, path string) int {
	s := world.thing(path)
	if s == nil {
		f, _ := schema.Lookup(path)
		v, _ := f.Default.(float64)
		return p.constant(v)
	}
	if s.field.Type == schema.Date {
		s.used = true
		return p.constant(float64(monthsAfter(m.start(), s.value.date)) / 12)
	}
	return p.of(s, false)
}

// words returns an Enum in force, or its default.
func (m *merged) words(p *program, world *store, path string) words {
	s := world.thing(path)
	if s == nil {
		f, _ := schema.Lookup(path)
		v, _ := f.Default.(string)
		return words{slot: -1, values: []string{v}}
	}
	return wordsOf(p, s)
}

func wordsOf(p *program, s *setting) words {
	s.used = true
	switch {
	case s.sample != nil:
		return words{slot: p.of(s, true), values: s.value.texts}
	case s.value.choice != nil:
		return words{slot: p.of(s, true), values: s.value.choice.Values}
	}
	return words{slot: -1, values: []string{s.value.text}}
}

// consent returns the slots of a term of consent and its noise, −1 where the
// term is not given.
func (m *merged) consent(p *program, world *store, term, noise string) (int, int) {
	t, n := world.thing(term), world.thing(noise)
	if t == nil || n == nil {
		return -1, -1
	}
	return p.of(t, false), p.of(n, false)
}

// backstop compiles the politics of the decisive guarantor; without the
// section there is one state with gap 0.
func (m *merged) backstop(p *program, world *store) backstopPlan {
	zero := p.constant(0)
	states := world.thing("backstop.states")
	if states == nil {
		return backstopPlan{states: []string{""}, initial: words{slot: -1, values: []string{""}}, gaps: []int{zero},
			move: [][]int{{p.constant(1)}}, first: zero, each: zero}
	}
	states.used = true
	b := backstopPlan{states: states.value.texts, initial: m.words(p, world, "backstop.initial"), first: zero,
		each: m.slot(p, world, "backstop.election_every_years")}
	elections := world.thing("backstop.election_every_years") != nil
	if elections {
		b.first = m.slot(p, world, "backstop.first_election_years")
	}
	for i, from := range b.states {
		b.gaps = append(b.gaps, m.slot(p, world, joinPath("backstop", "gap", from)))
		var row []int
		for j, to := range b.states {
			path := joinPath("backstop", "move", from, to)
			switch {
			case elections || world.thing(path) != nil:
				row = append(row, m.slot(p, world, path))
			case i == j:
				row = append(row, p.constant(1))
			default:
				row = append(row, zero)
			}
		}
		b.move = append(b.move, row)
	}
	return b
}

// variant compiles one instrument as one package uses it.
func (m *merged) variant(p *program, world *store, id string) int {
	v := &variant{id: id, lists: map[string][]string{}, flags: map[string]bool{}, discount: m.slot(p, world, "challenger.discount_rate"),
		feasibility: p.constant(1)}
	var key strings.Builder
	fmt.Fprintf(&key, "%q %d", id, v.discount)
	for _, s := range m.instrumentSettings(world, id) {
		name := strings.Join(s.parts[2:], ".")
		if s.field.With != "" && !world.given(s.field.With, s.parts) {
			continue // it has no use without the other, and is warned of
		}
		switch {
		case name == "kind":
			v.kind, s.used = s.value.text, true
		case name == "name":
			s.used = true
		case name == "feasibility":
			v.feasibility = p.of(s, false)
			fmt.Fprintf(&key, " feasibility %d", v.feasibility)
		case s.field.Type == schema.Number || s.field.Type == schema.Integer:
			at := p.of(s, true)
			v.numbers = append(v.numbers, namedSlot{name, at})
			fmt.Fprintf(&key, " %s %d", name, at)
		case s.field.Type == schema.Date:
			s.used = true
			at := p.constant(float64(monthsAfter(m.start(), s.value.date)))
			v.numbers = append(v.numbers, namedSlot{name + "_months", at})
			fmt.Fprintf(&key, " %s_months %d", name, at)
		case s.field.Type == schema.Enum:
			w := wordsOf(p, s)
			v.texts = append(v.texts, namedWords{name, w})
			fmt.Fprintf(&key, " %s %d %q", name, w.slot, w.values)
		case s.field.Type == schema.IDs:
			s.used = true
			v.lists[name] = s.value.texts
			fmt.Fprintf(&key, " %s %q", name, s.value.texts)
		case s.field.Type == schema.Bool:
			s.used = true
			v.flags[name] = s.value.flag
			fmt.Fprintf(&key, " %s %t", name, s.value.flag)
		}
	}
	if at, ok := p.byVariant[key.String()]; ok {
		return at
	}
	p.variants = append(p.variants, v)
	p.byVariant[key.String()] = len(p.variants) - 1
	return len(p.variants) - 1
}

// instrumentSettings lists what is set for an instrument.
func (m *merged) instrumentSettings(world *store, id string) []*setting {
	var out []*setting
	for _, s := range world.all() {
		if len(s.parts) > 2 && s.parts[0] == "instrument" && s.parts[1] == id {
			out = append(out, s)
		}
	}
	return out
}
