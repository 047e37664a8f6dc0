package scenario

import (
	"errors"
	"fmt"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/diag"
	"steadfast/sim/model"
	"steadfast/sim/schema"
)

// checkCorrelations warns of correlations without effect and refuses those
// that cannot hold together.
func (m *merged) checkCorrelations(s *Scenario) {
	drawn := map[string]bool{}
	for _, c := range s.columns {
		drawn[c.Path] = true
	}
	var inEffect []Correlation
	for _, c := range s.Correlations {
		missing := c.A
		if drawn[c.A] {
			missing = c.B
		}
		if drawn[c.A] && drawn[c.B] {
			inEffect = append(inEffect, c)
			continue
		}
		why, cure := missing+" is not drawn", "it is fixed, or nothing uses it; remove the correlation, or make it uncertain"
		if x := m.shared.byPath[missing]; x != nil && x.sample != nil {
			if c.Origin.File != x.node.src.name {
				continue // whoever puts a sample in the place of what a base draws knows that its rows are taken whole
			}
			why, cure = missing+" comes from the joint sample", "rows of a sample are taken whole; remove the correlation, or the column"
		}
		p := diag.Pos{Line: c.Origin.Line, Column: c.Origin.Column}
		m.list.Add(diag.Diagnostic{Severity: diag.Warning, Summary: "this correlation has no effect: " + why, Detail: cure,
			File: c.Origin.File, Range: diag.Range{Start: p, End: p}, Path: "correlate.between"})
	}
	err := design.CheckCorrelations(len(s.columns), designCorrelations(inEffect, s.columns))
	if err == nil {
		return
	}
	summary, at := err.Error(), inEffect[0].Origin
	var ce *design.CorrelationError
	if errors.As(err, &ce) {
		a, b := s.columns[ce.A].Path, s.columns[ce.B].Path
		summary = fmt.Sprintf("the correlations contradict each other: that of %s and %s, %s, cannot hold with the others", a, b, number(ce.Rank))
		for _, c := range inEffect {
			if c.A == a && c.B == b || c.A == b && c.B == a {
				at = c.Origin
			}
		}
	}
	p := diag.Pos{Line: at.Line, Column: at.Column}
	m.list.Add(diag.Diagnostic{Summary: summary, Detail: "move it towards 0, or weaken the others that share a parameter with it", File: at.File,
		Range: diag.Range{Start: p, End: p}, Path: "correlate.between"})
}

// checkResolves builds every instrument at the medians: what its kind refuses
// is reported, and an instrument that lapses before it begins is warned of.
func (m *merged) checkResolves(s *Scenario) {
	r := s.Resolver()
	var dst Resolved
	u := s.Medians()
	for i := range s.program.slots {
		if x := &s.program.slots[i]; x.column >= 0 {
			r.vals[i] = x.draw(u[x.column]) / x.divisor
		}
	}
	for i, v := range s.program.variants {
		at := m.section([]string{"instrument", v.id})
		if err := r.build(i); err != nil {
			m.at(at.keyRange(), at.src, []string{"instrument", v.id}, err.Error(), "")
			continue
		}
		if end := lapse(r.built[i].in); r.built[i].ok && end > 0 && end <= r.built[i].in.FromYears {
			m.warn(at.keyRange(), at.src, joinPath("instrument", v.id),
				fmt.Sprintf("instrument %s lapses before it begins: from year %s, until year %s", quote(v.id), number(r.built[i].in.FromYears), number(end)),
				"move its end after its beginning, or take it out of the packages")
		}
	}
	if m.list.HasErrors() {
		return
	}
	if err := r.Resolve(u, &dst); err != nil {
		m.list.Add(diag.Diagnostic{Summary: err.Error(), File: m.layers[m.main].src.name})
	}
}

// lapse is the year in which an instrument or, before it, its promise ends; 0
// if neither does.
func lapse(in model.Instrument) float64 {
	switch {
	case in.PromiseUntilYears == 0:
		return in.UntilYears
	case in.UntilYears == 0:
		return in.PromiseUntilYears
	}
	return min(in.UntilYears, in.PromiseUntilYears)
}

// checkUsed warns of what nothing uses, in the scenario's own file: an
// inherited file may hold more than one scenario needs.
func (m *merged) checkUsed(s *Scenario) {
	inUse := map[string]bool{}
	for _, p := range s.Packages {
		for _, id := range p.Instruments {
			inUse["instrument."+id] = true
		}
		for _, id := range p.Guarantors {
			inUse["guarantor."+id] = true
		}
	}
	warned := map[string]bool{}
	for _, x := range m.shared.all() {
		if x.used || x.layer < m.main || !x.field.Overridable() || x.sample != nil {
			continue
		}
		if x.parts[0] == "instrument" || x.parts[0] == "guarantor" {
			id := x.parts[0] + "." + x.parts[1]
			if !inUse[id] {
				if !warned[id] {
					warned[id] = true
					at := m.section(x.parts[:2])
					m.warn(at.keyRange(), at.src, joinPath(x.parts[:2]...), x.parts[0]+" "+quote(x.parts[1])+" is in no package", "add it to one, or remove it")
				}
				continue
			}
		}
		if x.field.Type == schema.Text {
			continue
		}
		detail := "remove it"
		if x.field.With != "" && x.parts[0] == "instrument" {
			detail = "it has no use without " + concrete(x.field.With, x.parts) + "; add that, or remove this"
		}
		if by := m.setBy(x.thing()); len(by) > 0 {
			detail = "every package that could use it sets its own: " + listed(by)
		}
		m.warn(x.node.keyRange(), x.node.src, x.path, "nothing uses "+x.path, detail)
	}
	for _, p := range m.packages {
		for _, x := range slices.Concat(p.own.all(), p.set.all()) {
			if x.owner != "" && !x.used && x.layer >= m.main {
				m.warn(x.node.keyRange(), x.node.src, x.name(), "setting "+x.path+" changes nothing in package "+quote(p.id), "the package does not use it; remove it")
			}
		}
	}
	for _, x := range m.shared.all() {
		if by := m.setBy(x.thing()); m.layers[x.layer].set && len(by) > 0 && x.used {
			m.warn(x.node.keyRange(), x.node.src, x.path, "this override does not reach "+listed(by), "packages that set "+x.path+" themselves keep their own; address one as package.ID."+x.path)
		}
	}
}

// checkStrict refuses defaults and warns of missing sources, where the
// scenario is strict.
func (m *merged) checkStrict() {
	if !m.strict() {
		return
	}
	for _, d := range m.defaults() {
		at := m.shared.thing("strict").node
		m.at(at.keyRange(), at.src, d.parts, fmt.Sprintf("strict: %s is a default, %s", joinPath(d.parts...), d.text), "state it with its source; the default's is: "+d.field.Source)
	}
	if smp := m.sample; smp != nil && smp.source == "" && len(smp.settings) > 0 {
		n := smp.settings[0].node
		m.warn(n.keyRange(), n.src, "sample", "strict: the joint sample has no source", `add source = "…" to [sample]`)
	}
	for _, s := range m.inForce() {
		if s.value.number == nil || s.value.source != "" || !s.used || s.sample != nil {
			continue
		}
		switch s.parts[0] {
		case "run", "format", "horizon_years", "horizon_months", "horizon_days":
			continue
		}
		m.warn(s.node.keyRange(), s.node.src, s.name(), "strict: "+s.path+" has no source", `write { …, source = "…" }, or { value = …, source = "…" } for a fixed number`)
	}
}
