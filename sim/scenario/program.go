package scenario

import (
	"math"

	"steadfast/sim/model"
	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// program is what a scenario compiles to: slots that hold one drawn number
// each, and plans that put slots into cases. It is read-only once built.
type program struct {
	slots    []slot
	variants []*variant
	plans    []*packagePlan

	bySetting map[slotKey]int
	byVariant map[string]int
}

// slot is one number of the program.
type slot struct {
	constant float64
	setting  *setting // nil: constant
	number   uncertain.Number
	choice   *uncertain.Choice
	sample   []float64
	whole    bool    // rounded after the draw
	divisor  float64 // from the unit as written to that of the model
	column   int     // of the design; −1: constant
	same     bool    // the column's own value before division serves
}

type slotKey struct {
	setting *setting
	raw     bool
}

// assign puts a slot into a field of a case.
type assign struct {
	slot int
	at   func(*model.Case) *float64
}

// packagePlan says how a package's case is filled in.
type packagePlan struct {
	id         string
	numbers    []assign
	rule       words
	guarantors []guarantorPlan
	backstop   backstopPlan
	variants   []int

	feasibility int // slot; −1: from the instruments
	ambiguity   int // slot
	// Slots of the terms of consent; −1: not given.
	fightOn, dealNoise, acceptRisk, acceptNoise int
}

// words is an Enum in force: fixed, or a slot that holds a place in values.
type words struct {
	slot   int // −1: fixed
	values []string
}

func (w words) of(vals []float64) string {
	if w.slot < 0 {
		return w.values[0]
	}
	return w.values[int(vals[w.slot])]
}

type guarantorPlan struct {
	id                                string
	capability, willingness, reliance int
}

type backstopPlan struct {
	states      []string
	initial     words
	gaps        []int
	move        [][]int
	first, each int
}

// variant is one instrument with one set of settings, shared by all packages
// that use it so.
type variant struct {
	id, kind    string
	numbers     []namedSlot
	texts       []namedWords
	lists       map[string][]string
	flags       map[string]bool
	discount    int
	feasibility int
	fixed       bool // none of its slots is drawn
}

type namedSlot struct {
	name string
	slot int
}

type namedWords struct {
	name  string
	words words
}

// constant returns a slot that always holds x.
func (p *program) constant(x float64) int {
	for i, s := range p.slots {
		if s.setting == nil && math.Float64bits(s.constant) == math.Float64bits(x) {
			return i
		}
	}
	p.slots = append(p.slots, slot{constant: x, divisor: 1, column: -1})
	return len(p.slots) - 1
}

// of returns the slot of a setting, in the model's unit or raw, and marks the
// setting as used.
func (p *program) of(s *setting, raw bool) int {
	s.used = true
	key := slotKey{s, raw}
	if at, ok := p.bySetting[key]; ok {
		return at
	}
	x := slot{setting: s, number: s.value.number, choice: s.value.choice, sample: s.sample,
		whole: s.field.Type == schema.Integer, divisor: 1, column: -1}
	if !raw {
		x.divisor = divisor(s.field)
	}
	if !s.uncertain() {
		switch {
		case s.value.number != nil:
			x.constant = s.value.number.Mean()
			if x.whole {
				x.constant = math.Round(x.constant)
			}
			x.constant /= x.divisor
		}
	}
	p.slots = append(p.slots, x)
	p.bySetting[key] = len(p.slots) - 1
	return len(p.slots) - 1
}

// divisor turns a duration as written into years.
func divisor(f *schema.Field) float64 {
	if f.Group == "" || f.PerUnit == 0 || f.PerUnit == 1 {
		return 1
	}
	switch f.Unit {
	case "months":
		return 12
	case "days":
		return 365.25
	}
	return 1 / f.PerUnit
}

// draw returns the value of the slot at a point of the design, in the unit as
// written.
func (x *slot) draw(u float64) float64 {
	switch {
	case x.sample != nil:
		return x.sample[rowOf(u, len(x.sample))]
	case x.choice != nil:
		return float64(x.choice.Index(u))
	}
	v := x.number.Quantile(u)
	if x.whole {
		v = math.Round(v)
	}
	return v
}

// rowOf is the row of a joint sample that a uniform picks.
func rowOf(u float64, rows int) int { return min(int(u*float64(rows)), rows-1) }
