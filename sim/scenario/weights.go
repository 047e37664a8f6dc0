package scenario

import (
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// Weights is what a unit of each outcome costs in the appraisal.
type Weights struct {
	MajorBreach, LimitedBreach, Clash, Defeat, BrokenPromise, LastingResponse float64
	CostPerBn                                                                 float64
	DiscountRate                                                              float64 // the guarantors', a year
}

// weightFields names the fields of Weights in the file.
var weightFields = []struct {
	name string
	at   func(*Weights) *float64
}{
	{"major_breach", func(w *Weights) *float64 { return &w.MajorBreach }},
	{"limited_breach", func(w *Weights) *float64 { return &w.LimitedBreach }},
	{"clash", func(w *Weights) *float64 { return &w.Clash }},
	{"defeat", func(w *Weights) *float64 { return &w.Defeat }},
	{"broken_promise", func(w *Weights) *float64 { return &w.BrokenPromise }},
	{"lasting_response", func(w *Weights) *float64 { return &w.LastingResponse }},
	{"cost_per_bn", func(w *Weights) *float64 { return &w.CostPerBn }},
	{"discount_rate", func(w *Weights) *float64 { return &w.DiscountRate }},
}

// weightProgram holds what the weights are, fixed or drawn.
type weightProgram struct {
	given   bool // the scenario has weights
	fixed   Weights
	columns []Column
	into    []func(*Weights) *float64 // where each column goes
}

// compileWeights reads [weights].
func (m *merged) compileWeights() *weightProgram {
	w := &weightProgram{}
	for _, f := range weightFields {
		path := "weights." + f.name
		s := m.shared.thing(path)
		if s == nil {
			field, _ := schema.Lookup(path)
			*f.at(&w.fixed), _ = field.Default.(float64)
			continue
		}
		s.used = true
		w.given = true
		*f.at(&w.fixed) = s.value.number.Quantile(.5)
		if s.uncertain() {
			w.columns = append(w.columns, Column{Path: path, Number: s.value.number, Unit: s.field.Unit, Source: s.value.source, Origin: origin(s.node), setting: s})
			w.into = append(w.into, f.at)
		}
	}
	order := make([]int, len(w.columns))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(w.columns[a].Path, w.columns[b].Path) })
	columns, into := w.columns, w.into
	w.columns, w.into = nil, nil
	for _, i := range order {
		w.columns, w.into = append(w.columns, columns[i]), append(w.into, into[i])
	}
	return w
}

// discountRate is the guarantors' rate at its median.
func (w *weightProgram) discountRate() float64 { return w.fixed.DiscountRate }

// HasWeights reports whether the scenario gives any weight; else the appraisal
// rests on defaults alone.
func (s *Scenario) HasWeights() bool { return s.weights.given }

// WeightColumns returns the uncertain weights, sorted by path. They are drawn
// in a stream of their own, apart from the design.
func (s *Scenario) WeightColumns() []Column { return s.weights.columns }

// Weights returns the weights at a point: u holds one number a weight column,
// each strictly between 0 and 1; nil gives the central weights, at the
// medians. The discount rate is always the central one where costs were
// computed with it.
func (s *Scenario) Weights(u []float64) Weights {
	w := s.weights.fixed
	for i := range min(len(u), len(s.weights.columns)) {
		*s.weights.into[i](&w) = s.weights.columns[i].Number.Quantile(u[i])
	}
	return w
}
