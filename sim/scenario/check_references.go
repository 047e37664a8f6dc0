package scenario

import (
	"fmt"
	"slices"

	"steadfast/sim/diag"
)

// checkReferences looks up every id that a value names.
func (m *merged) checkReferences() {
	instruments, guarantors := m.declared("instrument"), m.declared("guarantor")
	for _, p := range m.packages {
		m.known(p.own.thing(joinPath("package", p.id, "instruments")), instruments, "instrument")
		m.known(p.own.thing(joinPath("package", p.id, "guarantors")), guarantors, "guarantor")
		for _, s := range p.set.all() {
			m.instrumentReferences(s, guarantors)
		}
	}
	for _, s := range m.shared.all() {
		m.instrumentReferences(s, guarantors)
	}
	ids := m.packageIDs()
	for _, path := range []string{"baseline", "fallback"} {
		s := m.shared.thing(path)
		if s == nil || s.value.bad || slices.Contains(ids, s.value.text) {
			continue
		}
		m.onValue(s, fmt.Sprintf("%s is %s, and there is no such package", path, quote(s.value.text)), m.nearPackage(s.value.text))
	}
	if len(m.packages) == 0 {
		src := m.layers[m.main].src
		m.list.Add(diag.Diagnostic{Summary: "the scenario has no packages", Detail: "add [[package]] with an id and a list of instruments",
			File: src.name, Range: src.at(0, 0), Path: "package"})
	}
}

// instrumentReferences checks the guarantors that an instrument names.
func (m *merged) instrumentReferences(s *setting, guarantors []string) {
	if len(s.parts) < 3 || s.parts[0] != "instrument" {
		return
	}
	switch s.parts[2] {
	case "contributors":
		m.known(s, guarantors, "guarantor")
	case "entanglement":
		if len(s.parts) == 4 && !slices.Contains(guarantors, s.parts[3]) {
			m.onKey(s, "there is no guarantor "+quote(s.parts[3]), nearOrAll(s.parts[3], guarantors, "guarantors"))
		}
	}
}

// known checks the items of a list of ids.
func (m *merged) known(s *setting, ids []string, what string) {
	if s == nil {
		return
	}
	list := s.node
	if v := list.child("value"); list.kind == table && v != nil {
		list = v
	}
	for _, item := range list.items {
		if id, ok := item.value.(string); ok && !slices.Contains(ids, id) {
			m.onNode(s, item, "there is no "+what+" "+quote(id), nearOrAll(id, ids, what+"s"))
		}
	}
}
