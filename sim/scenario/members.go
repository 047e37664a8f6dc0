package scenario

import (
	"time"
)

// ids lists the ids below a section, in the order in which the files first
// name them.
func (m *merged) ids(section string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range m.shared.all() {
		if len(s.parts) > 2 && s.parts[0] == section && !seen[s.parts[1]] {
			seen[s.parts[1]] = true
			out = append(out, s.parts[1])
		}
	}
	return out
}

// packageInstruments lists the ids of a package's instruments.
func (m *merged) packageInstruments(pkg *mergedPackage) []string {
	if s := pkg.own.thing(joinPath("package", pkg.id, "instruments")); s != nil {
		return s.value.texts
	}
	return nil
}

// packageGuarantors lists the ids of a package's guarantors: those it names,
// in the scenario's order, or all.
func (m *merged) packageGuarantors(pkg *mergedPackage) []string {
	all := m.ids("guarantor")
	s := pkg.own.thing(joinPath("package", pkg.id, "guarantors"))
	if s == nil {
		return all
	}
	var out []string
	for _, id := range all {
		for _, named := range s.value.texts {
			if named == id {
				out = append(out, id)
			}
		}
	}
	return out
}

// start is the day the ceasefire takes effect.
func (m *merged) start() time.Time {
	if s := m.shared.thing("start"); s != nil {
		return s.value.date
	}
	return time.Time{}
}

// text is the text of a shared setting, or a default.
func (m *merged) text(path, otherwise string) string {
	if s := m.shared.thing(path); s != nil && s.value.text != "" {
		s.used = true
		return s.value.text
	}
	return otherwise
}
