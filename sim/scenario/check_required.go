package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// checkRequired reports every field that must be given and is not.
func (m *merged) checkRequired() {
	for _, f := range schema.Fields() {
		parts := strings.Split(f.Path, ".")
		switch parts[0] {
		case "package", "instrument", "sweep", "expect", "correlate", "sample", "scale":
			continue
		case "guarantor":
			for _, id := range m.declared("guarantor") {
				m.require(&f, []string{"guarantor", id, parts[2]})
			}
		case "backstop":
			if len(parts) == 2 {
				m.require(&f, parts)
			}
		default:
			m.require(&f, parts)
		}
	}
	kinds := schema.Kinds()
	for _, id := range m.declared("instrument") {
		m.requireInstrument(id, kinds)
	}
	for _, p := range m.packages {
		f, _ := schema.Lookup("package.*.instruments")
		path := joinPath("package", p.id, "instruments")
		if p.own.thing(path) == nil && p.node.child("instruments") == nil {
			m.missing(f, path, p.node)
		}
	}
}

// requireInstrument asks for a kind, and for what the kind needs.
func (m *merged) requireInstrument(id string, kinds []schema.Kind) {
	section := m.section([]string{"instrument", id})
	kindSetting := m.shared.thing(joinPath("instrument", id, "kind"))
	if kindSetting == nil {
		f, _ := schema.Lookup("instrument.*.kind")
		m.missing(f, joinPath("instrument", id, "kind"), section)
		return
	}
	for _, k := range kinds {
		if k.Name != kindSetting.value.text {
			continue
		}
		for _, f := range k.Fields {
			if strings.HasSuffix(f.Path, ".*") || f.Type == schema.Entangle {
				continue
			}
			m.require(&f, append([]string{"instrument", id}, strings.Split(f.Path, ".")[2:]...))
		}
	}
}

// require reports one field where it is needed and missing.
func (m *merged) require(f *schema.Field, parts []string) {
	if f.HasDefault || f.Group != "" && f.Group != f.Path {
		return
	}
	if f.With != "" && !m.shared.given(f.With, parts) {
		return
	}
	path := joinPath(parts...)
	if m.shared.thing(path) != nil || f.Group != "" && len(m.shared.byFamily[concrete(f.Group, parts)]) > 0 {
		return
	}
	m.missing(f, path, m.section(parts[:len(parts)-1]))
}

// section finds the strongest file's node of a section, the file's own root
// if none has it.
func (m *merged) section(parts []string) *node {
	for _, l := range slices.Backward(m.layers) {
		if l.set {
			continue
		}
		n := l.root
		for _, p := range parts {
			n = n.child(p)
		}
		if n != nil && n != l.root {
			return n
		}
	}
	return m.layers[m.main].root
}

// missing reports a field that must be given, at the section it belongs to.
func (m *merged) missing(f *schema.Field, path string, at *node) {
	if at.damaged() && m.brokenKey(at, path) {
		return
	}
	where := at.src.at(0, 0)
	if at.keyTo > at.keyFrom {
		where = at.keyRange()
	}
	key := path[strings.LastIndexByte(path, '.')+1:]
	detail := "add " + key + " = …"
	if i := strings.LastIndexByte(path, '.'); i > 0 && !strings.HasPrefix(path, "package.") {
		detail += " to [" + path[:i] + "]"
	}
	switch f.Type {
	case schema.Number, schema.Integer:
		detail += ", a number " + rangeText(f)
		if f.Group != "" && f.Group == f.Path && strings.HasSuffix(f.Path, "_years") {
			detail += "; _months or _days do as well"
		}
	case schema.Enum:
		detail += ", one of " + strings.Join(f.Values, ", ")
	case schema.Vote, schema.Entangle:
	case schema.Date:
		detail += ", a date such as 2027-01-01"
	default:
		detail += ", " + wanted(f)
	}
	m.list.Add(diag.Diagnostic{Summary: fmt.Sprintf("missing key %q", path), Detail: strings.TrimSuffix(detail, ", one of ") + ": " + lowerFirst(strings.TrimSuffix(f.Meaning, ".")),
		File: at.src.name, Range: where, Path: path})
}

// brokenKey reports whether a section holds the key, unreadable.
func (m *merged) brokenKey(at *node, path string) bool {
	return at.child(path[strings.LastIndexByte(path, '.')+1:]) != nil
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
