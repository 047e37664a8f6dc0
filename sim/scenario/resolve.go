package scenario

import (
	"fmt"
	"math"

	"steadfast/sim/model"
	"steadfast/sim/schema"
)

// Resolved is one draw of all that we do not know: a case for each package.
type Resolved struct {
	// Values holds the drawn value of every column, in its unit as written;
	// for a text the place of the word in the column's choice, for a joint
	// sample the row.
	Values   []float64
	Packages []ResolvedPackage // in the scenario's order
}

// ResolvedPackage is one package in one case.
type ResolvedPackage struct {
	ID          string
	Case        model.Case
	Feasibility float64 // chance of adoption
	Consent     Consent
	// InstrumentFeasibility is the chance of adoption of each instrument of
	// Case.Package, in its order.
	InstrumentFeasibility []float64
}

// Consent holds the terms on which the two sides sign.
type Consent struct {
	Challenger bool    // FightOn and DealNoise are given
	FightOn    float64 // what fighting on is worth to the challenger, stakes
	DealNoise  float64

	Protege     bool    // AcceptRisk and AcceptNoise are given
	AcceptRisk  float64 // risk of a major breach by the horizon
	AcceptNoise float64
}

// Resolver turns points of the design into cases. It is for one goroutine;
// [Resolver.Clone] makes one for another.
type Resolver struct {
	program *program
	columns []Column
	product bool    // feasibility rule
	rate    float64 // guarantors' discount rate

	vals  []float64 // of the slots
	built []builtInstrument
}

// builtInstrument is what a variant came to in this draw.
type builtInstrument struct {
	drawn schema.Drawn
	in    model.Instrument
	ok    bool
}

// Resolver returns a resolver of the scenario.
func (s *Scenario) Resolver() *Resolver {
	r := &Resolver{program: s.program, columns: s.columns, product: s.FeasibilityRule == "product", rate: s.weights.discountRate()}
	r.prepare()
	return r
}

// Clone returns a resolver of the same scenario for another goroutine.
func (r *Resolver) Clone() *Resolver {
	c := &Resolver{program: r.program, columns: r.columns, product: r.product, rate: r.rate}
	c.prepare()
	return c
}

// prepare fills in everything that no draw changes.
func (r *Resolver) prepare() {
	p := r.program
	r.vals = make([]float64, len(p.slots))
	for i, x := range p.slots {
		r.vals[i] = x.constant
	}
	r.built = make([]builtInstrument, len(p.variants))
	for i, v := range p.variants {
		b := &r.built[i]
		b.drawn = schema.Drawn{ID: v.id, Kind: v.kind, Numbers: map[string]float64{}, Texts: map[string]string{}, Lists: v.lists, Flags: v.flags}
		if v.fixed {
			// An error shows in Resolve, which the loader has tried.
			_ = r.build(i)
		}
	}
}

// build makes a variant's instrument of the values in the slots.
func (r *Resolver) build(i int) error {
	v, b := r.program.variants[i], &r.built[i]
	for _, n := range v.numbers {
		b.drawn.Numbers[n.name] = r.vals[n.slot]
	}
	for _, t := range v.texts {
		b.drawn.Texts[t.name] = t.words.of(r.vals)
	}
	b.drawn.ChallengerDiscountRate = r.vals[v.discount]
	var err error
	b.in, b.ok, err = schema.Channels(b.drawn)
	return err
}

// Resolve fills dst with the cases at a point of the design: u holds one
// number a column, each strictly between 0 and 1. dst's memory is used again;
// the maps inside instruments are shared between packages and must not be
// modified.
func (r *Resolver) Resolve(u []float64, dst *Resolved) error {
	if len(u) != len(r.columns) {
		return fmt.Errorf("resolve: %d coordinates for %d columns: give one a column", len(u), len(r.columns))
	}
	p := r.program
	dst.Values = sized(dst.Values, len(u))
	for j, x := range u {
		if !(x > 0 && x < 1) {
			return fmt.Errorf("resolve: coordinate of %s is %g: it must lie strictly between 0 and 1", r.columns[j].Path, x)
		}
		dst.Values[j] = r.columns[j].Value(x)
	}
	for i := range p.slots {
		x := &p.slots[i]
		switch {
		case x.column < 0:
		case x.same:
			r.vals[i] = dst.Values[x.column] / x.divisor
		default:
			r.vals[i] = x.draw(u[x.column]) / x.divisor
		}
	}
	for i, v := range p.variants {
		if v.fixed {
			continue
		}
		if err := r.build(i); err != nil {
			return err
		}
	}
	dst.Packages = sized(dst.Packages, len(p.plans))
	for i, plan := range p.plans {
		if err := r.fill(plan, &dst.Packages[i]); err != nil {
			return err
		}
	}
	return nil
}

// fill writes one package's case.
func (r *Resolver) fill(plan *packagePlan, dst *ResolvedPackage) error {
	vals := r.vals
	c := &dst.Case
	dst.ID = plan.id
	for _, a := range plan.numbers {
		*a.at(c) = vals[a.slot]
	}
	c.Coalition.DecisionRule = model.Rule(plan.rule.of(vals))
	c.Guarantors = sized(c.Guarantors, len(plan.guarantors))
	for i, g := range plan.guarantors {
		c.Guarantors[i] = model.Guarantor{ID: g.id, Capability: vals[g.capability], Willingness: vals[g.willingness], BackstopReliance: vals[g.reliance]}
	}
	if err := fillBackstop(&plan.backstop, vals, &c.Backstop); err != nil {
		return err
	}
	c.CostDiscountRate = r.rate
	c.Package.ID = plan.id
	c.Package.Instruments = c.Package.Instruments[:0]
	dst.InstrumentFeasibility = dst.InstrumentFeasibility[:0]
	dst.Feasibility = 1
	for _, i := range plan.variants {
		if !r.built[i].ok {
			continue
		}
		c.Package.Instruments = append(c.Package.Instruments, r.built[i].in)
		f := vals[r.program.variants[i].feasibility]
		dst.InstrumentFeasibility = append(dst.InstrumentFeasibility, f)
		if r.product {
			dst.Feasibility *= f
		} else {
			dst.Feasibility = min(dst.Feasibility, f)
		}
	}
	if plan.feasibility >= 0 {
		dst.Feasibility = vals[plan.feasibility]
	}
	schema.ApplyAmbiguity(c, vals[plan.ambiguity])
	dst.Consent = Consent{}
	if plan.fightOn >= 0 {
		dst.Consent.Challenger, dst.Consent.FightOn, dst.Consent.DealNoise = true, vals[plan.fightOn], vals[plan.dealNoise]
	}
	if plan.acceptRisk >= 0 {
		dst.Consent.Protege, dst.Consent.AcceptRisk, dst.Consent.AcceptNoise = true, vals[plan.acceptRisk], vals[plan.acceptNoise]
	}
	return nil
}

// fillBackstop writes gaps, times and the transition matrix, whose rows are
// normalised after the draw.
func fillBackstop(plan *backstopPlan, vals []float64, b *model.Backstop) error {
	n := len(plan.states)
	b.Gaps = sized(b.Gaps, n)
	b.Transition = sized(b.Transition, n)
	initial := plan.initial.of(vals)
	for i, state := range plan.states {
		if state == initial {
			b.Initial = i
		}
		b.Gaps[i] = vals[plan.gaps[i]]
		row := sized(b.Transition[i], n)
		sum := 0.0
		for j, slot := range plan.move[i] {
			row[j] = vals[slot]
			sum += row[j]
		}
		if !(sum > 0) || math.IsInf(sum, 1) {
			return fmt.Errorf("backstop.move.%s: the drawn weights sum to %g: a row needs a weight above 0", state, sum)
		}
		for j := range row {
			row[j] /= sum
		}
		b.Transition[i] = row
	}
	b.FirstElectionYears, b.ElectionEveryYears = vals[plan.first], vals[plan.each]
	return nil
}

// sized returns a slice of length n, in the same memory where it fits.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		grown := make([]T, n)
		copy(grown, s[:cap(s)])
		return grown
	}
	return s[:n]
}

// Cases returns the cases at a point of the design, one a package; each has
// memory of its own.
func (s *Scenario) Cases(u []float64) ([]model.Case, error) {
	var r Resolved
	if err := s.Resolver().Resolve(u, &r); err != nil {
		return nil, err
	}
	cases := make([]model.Case, len(r.Packages))
	for i, p := range r.Packages {
		cases[i] = p.Case
	}
	return cases, nil
}
