package scenario

import (
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// unionFind joins names that cannot be told apart.
type unionFind map[string]string

func (u unionFind) find(x string) string {
	for u[x] != "" {
		x = u[x]
	}
	return x
}

// join makes the smaller name the root, so that the order of joining does not
// matter.
func (u unionFind) join(x, y string) {
	x, y = u.find(x), u.find(y)
	if x != y {
		u[max(x, y)] = min(x, y)
	}
}

// unitOf names the edit that an atom belongs to before edits are joined.
func (c *comparison) unitOf(x *atom, byKey bool) string {
	switch {
	case c.lone[x.object] || c.newKind[x.object]:
		return x.object
	case c.otherSample && sampled(x.a) != sampled(x.b):
		return "sample"
	case !byKey:
		return x.table
	case x.table == "backstop" && c.statesChanged():
		return "backstop"
	}
	for _, s := range slices.Concat(x.a, x.b) {
		if s.parts[0] == "backstop" && len(s.parts) == 4 {
			return strings.TrimSuffix(x.key, "."+joinPath(s.parts[3])) // a row of weights
		}
	}
	return x.key
}

func (c *comparison) statesChanged() bool {
	x := c.byKey["backstop.states"]
	return x != nil && x.changed
}

// units joins edits of which one without the other would leave something
// unsaid, or named that is not there.
func (c *comparison) units(byKey bool) unionFind {
	u := unionFind{}
	unit := func(x *atom) string { return c.unitOf(x, byKey) }
	joinKey := func(x *atom, key string) {
		if other := c.byKey[key]; other != nil && other.changed {
			u.join(unit(x), unit(other))
		}
	}
	for _, x := range c.atoms {
		if !x.changed {
			continue
		}
		if c.lone[x.object] && c.otherSample && sampled(x.a) != sampled(x.b) {
			joinKey(x, "sample")
		}
		for _, o := range c.dependsOn(x) {
			if o == "backstop" {
				joinKey(x, "backstop.states")
			} else {
				u.join(unit(x), o)
			}
		}
		c.joinPartners(x, joinKey)
		if c.needsScale(x) {
			joinKey(x, "scale")
		}
		if c.needsStart(x) {
			joinKey(x, "start")
		}
	}
	// A fallback that nobody names is the baseline.
	if x := c.byKey["fallback"]; x.changed && (c.a.merged.shared.thing("fallback") == nil || c.b.merged.shared.thing("fallback") == nil) {
		joinKey(x, "baseline")
	}
	return u
}

// dependsOn lists the objects that one side lacks, or has of another kind, and
// that an atom names; "backstop" stands for its states.
func (c *comparison) dependsOn(x *atom) []string {
	var out []string
	look := func(m *merged, side []*setting, here, there map[string]bool, states, others []string) {
		var names []string
		switch {
		case x.key == "correlate":
			for _, d := range m.pairs {
				for _, path := range d.paths() {
					names = append(names, pathObjects(path)...)
				}
			}
		case x.key == "sample":
			for _, s := range m.sampleInForce() {
				names = append(names, pathObjects(s.path)...)
				if s.path == "backstop.initial" {
					names = append(names, stateNames(s.value.texts)...)
				}
			}
		default:
			for _, s := range side {
				names = append(names, settingObjects(s)...)
			}
		}
		for _, o := range names {
			if state, ok := strings.CutPrefix(o, "state "); ok {
				if slices.Contains(states, state) && !slices.Contains(others, state) {
					out = append(out, "backstop")
				}
				continue
			}
			if here[o] && !there[o] || c.newKind[o] {
				out = append(out, o)
			}
		}
	}
	a, b := c.a.merged, c.b.merged
	statesA, statesB := a.states(), b.states()
	look(a, x.a, c.inA, c.inB, statesA, statesB)
	look(b, x.b, c.inB, c.inA, statesB, statesA)
	return out
}

// states lists the backstop's states, none where there is no backstop.
func (m *merged) states() []string {
	if s := m.shared.thing("backstop.states"); s != nil {
		return s.value.texts
	}
	return nil
}

func stateNames(states []string) []string {
	var out []string
	for _, s := range states {
		out = append(out, "state "+s)
	}
	return out
}

// pathObjects lists the objects in a path.
func pathObjects(path string) []string {
	parts, err := schema.SplitPath(path)
	if err != nil {
		return nil
	}
	var out []string
	if parts[0] == "package" && len(parts) > 2 {
		out = append(out, packagePrefix+parts[1])
		parts = parts[2:]
	}
	return append(out, partsObjects(parts)...)
}

func partsObjects(parts []string) []string {
	var out []string
	switch {
	case (parts[0] == "guarantor" || parts[0] == "instrument") && len(parts) > 1:
		out = append(out, joinPath(parts[:2]...))
		if len(parts) == 4 && parts[2] == "entanglement" {
			out = append(out, joinPath("guarantor", parts[3]))
		}
	case parts[0] == "backstop" && len(parts) > 2:
		out = stateNames(parts[2:])
	}
	return out
}

// settingObjects lists the objects that a setting names.
func settingObjects(s *setting) []string {
	section, key := s.parts[0], s.parts[len(s.parts)-1]
	switch {
	case s.path == "baseline" || s.path == "fallback":
		return []string{packagePrefix + s.value.text}
	case section == "package" && (key == "instruments" || key == "guarantors"):
		var out []string
		for _, id := range s.value.texts {
			out = append(out, joinPath(strings.TrimSuffix(key, "s"), id))
		}
		return out
	}
	out := partsObjects(s.parts)
	switch {
	case section == "instrument" && key == "contributors":
		for _, id := range s.value.texts {
			out = append(out, joinPath("guarantor", id))
		}
	case s.path == "backstop.initial":
		words := []string{s.value.text}
		if s.value.choice != nil {
			words = s.value.choice.Values
		}
		out = append(out, stateNames(words)...)
	}
	return out
}

// joinPartners joins parameters of which one has no meaning, or is asked for,
// only with the other, where both come or go.
func (c *comparison) joinPartners(x *atom, join func(*atom, string)) {
	partner := func(key string) {
		if y := c.byKey[key]; y != nil && y.changed && y.inA() != y.inB() {
			join(x, key)
		}
	}
	for _, s := range slices.Concat(x.a, x.b) {
		if x.owner == "" && x.inA() == x.inB() {
			return
		}
		if s.field.With != "" {
			partner(concrete(s.field.With, s.parts))
		}
		for _, term := range consentTerms {
			if x.owner != "" && s.path == term[0] {
				partner(term[1])
			}
		}
	}
}

// needsScale reports whether an atom says a word that only one of two scales
// has.
func (c *comparison) needsScale(x *atom) bool {
	for _, s := range slices.Concat(x.a, x.b) {
		if s.field.Type != schema.Number || s.sample != nil {
			continue
		}
		for _, w := range wordsIn(s.node) {
			if _, ok := c.a.Scale.Number(w); !ok {
				return true
			}
			if _, ok := c.b.Scale.Number(w); !ok {
				return true
			}
		}
	}
	return false
}

// wordsIn lists the texts of a value, source and note apart.
func wordsIn(n *node) []string {
	if text, ok := n.value.(string); ok {
		return []string{text}
	}
	var out []string
	for _, f := range slices.Concat(n.fields, n.items) {
		if f.key != "source" && f.key != "note" {
			out = append(out, wordsIn(f)...)
		}
	}
	return out
}

// needsStart reports whether an atom is a date where only one side says when
// the ceasefire begins.
func (c *comparison) needsStart(x *atom) bool {
	if c.a.Start.IsZero() == c.b.Start.IsZero() {
		return false
	}
	return slices.ContainsFunc(slices.Concat(x.a, x.b), func(s *setting) bool { return s.field.Type == schema.Date && s.path != "start" })
}
