package result

import "fmt"

// Cases is the matrix that a run leaves behind: a row a case, with the drawn
// value of every uncertain parameter, and the outcomes of every package.
type Cases struct {
	Columns  []Column
	Packages []string // ids
	Years    []float64
	Rows     []Row
}

// A Column is one uncertain parameter.
type Column struct {
	Path string
	// Choices are the texts that the values number, where the parameter is a
	// text; nil where it is a number.
	Choices []string
}

// A Row is one case.
type Row struct {
	Values   []float64 // by column, in the parameter's unit
	Outcomes []Outcome // by package
}

// An Outcome is what the exact computation gives for one package of one case.
// Probabilities are unconditional, by the horizon.
type Outcome struct {
	Risk, LimitedRisk               float64 // major breach; limited or major breach
	Deliberate, Escalated, Accident float64
	Probes                          float64 // expected number
	Clash, Defeat, Broken           float64
	Stopped, Lasting                float64 // the response to a breach that failed ended with it; went on
	DealValue                       float64 // stakes
	RestrictedMean                  float64 // years
	Cost                            float64 // bn EUR, discounted
	Feasibility, Signs, Accepts     float64
	Adjusted                        float64 // risk with the chance of adoption
	Peace, PeaceIfAgreed            float64
	Loss                            float64 // at central weights

	Major, Limited []float64 // cumulative, at Cases.Years
	Called, Kept   []float64 // by instrument of the package, then the military response
	Monthly        []float32 // cumulative major breach, by month
}

// A Measure is one number of an Outcome, with the name that files and flags
// give it.
type Measure struct {
	Name string
	Unit string // "probability", "years", "stakes", "bn EUR", "loss", or "" of a count

	field func(*Outcome) *float64
}

// Of is the number.
func (m Measure) Of(o *Outcome) float64 { return *m.field(o) }

// Measures lists the numbers of an Outcome at the horizon, in the order of the
// files.
func Measures() []Measure {
	const p = "probability"
	return []Measure{
		{"risk", p, func(o *Outcome) *float64 { return &o.Risk }},
		{"limited_risk", p, func(o *Outcome) *float64 { return &o.LimitedRisk }},
		{"deliberate", p, func(o *Outcome) *float64 { return &o.Deliberate }},
		{"escalated", p, func(o *Outcome) *float64 { return &o.Escalated }},
		{"accident", p, func(o *Outcome) *float64 { return &o.Accident }},
		{"probes", "", func(o *Outcome) *float64 { return &o.Probes }},
		{"clash", p, func(o *Outcome) *float64 { return &o.Clash }},
		{"defeat", p, func(o *Outcome) *float64 { return &o.Defeat }},
		{"broken", p, func(o *Outcome) *float64 { return &o.Broken }},
		{"stopped", p, func(o *Outcome) *float64 { return &o.Stopped }},
		{"lasting", p, func(o *Outcome) *float64 { return &o.Lasting }},
		{"deal_value", "stakes", func(o *Outcome) *float64 { return &o.DealValue }},
		{"restricted_mean_years", "years", func(o *Outcome) *float64 { return &o.RestrictedMean }},
		{"cost_bn", "bn EUR", func(o *Outcome) *float64 { return &o.Cost }},
		{"feasibility", p, func(o *Outcome) *float64 { return &o.Feasibility }},
		{"challenger_signs", p, func(o *Outcome) *float64 { return &o.Signs }},
		{"protege_accepts", p, func(o *Outcome) *float64 { return &o.Accepts }},
		{"adjusted_risk", p, func(o *Outcome) *float64 { return &o.Adjusted }},
		{"peace", p, func(o *Outcome) *float64 { return &o.Peace }},
		{"peace_if_agreed", p, func(o *Outcome) *float64 { return &o.PeaceIfAgreed }},
		{"loss", "loss", func(o *Outcome) *float64 { return &o.Loss }},
	}
}

// outcomeFields lists what the files hold of an Outcome: its measures, and the
// risks by year.
func outcomeFields(years []float64) []Measure {
	fields := Measures()
	for i, y := range years {
		fields = append(fields,
			Measure{fmt.Sprintf("major_by_year_%g", y), "probability", func(o *Outcome) *float64 { return &o.Major[i] }},
			Measure{fmt.Sprintf("limited_by_year_%g", y), "probability", func(o *Outcome) *float64 { return &o.Limited[i] }})
	}
	return fields
}

// Risks returns the headline number of package p in every case.
func (c *Cases) Risks(p int) []float64 {
	return c.Each(p, func(o *Outcome) float64 { return o.Risk })
}

// Drawn returns the value of column j in every case.
func (c *Cases) Drawn(j int) []float64 {
	values := make([]float64, len(c.Rows))
	for i := range c.Rows {
		values[i] = c.Rows[i].Values[j]
	}
	return values
}

// Each returns a number of package p's outcome in every case.
func (c *Cases) Each(p int, of func(*Outcome) float64) []float64 {
	values := make([]float64, len(c.Rows))
	for i := range c.Rows {
		values[i] = of(&c.Rows[i].Outcomes[p])
	}
	return values
}
