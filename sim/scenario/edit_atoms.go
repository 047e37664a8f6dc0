package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// packagePrefix begins the name of a package among the objects of a
// comparison; others are named by their section, as in instrument.trip.
const packagePrefix = "package "

// An atom is the smallest part in which two scenarios are compared: a
// parameter in any of its spellings, or one of the wholes "scale", "correlate"
// and "sample".
type atom struct {
	key     string
	table   string // the edit it is part of where edits are tables
	object  string // the guarantor, instrument or package it belongs to, "" for none
	owner   string // package whose set it is part of
	text    bool   // changes no number
	a, b    []*setting
	changed bool
	line    string // what changed, of a whole
	gone    [2]bool
}

func (x *atom) inA() bool { return len(x.a) > 0 || x.whole() && !x.gone[0] }
func (x *atom) inB() bool { return len(x.b) > 0 || x.whole() && !x.gone[1] }

// whole reports whether the atom is no parameter.
func (x *atom) whole() bool { return x.key == "scale" || x.key == "correlate" || x.key == "sample" }

// comparison holds two scenarios part by part.
type comparison struct {
	a, b  *Scenario
	atoms []*atom // sorted by key
	byKey map[string]*atom
	inA   map[string]bool // objects
	inB   map[string]bool
	lone  map[string]bool // objects that one side has
	// newKind holds the instruments whose kind differs.
	newKind map[string]bool
	// otherSample: the joint samples differ.
	otherSample bool
}

// compare takes two scenarios apart.
func compare(a, b *Scenario) *comparison {
	c := &comparison{a: a, b: b, byKey: map[string]*atom{}, inA: objects(a.merged), inB: objects(b.merged), lone: map[string]bool{}, newKind: map[string]bool{}}
	for o := range c.inA {
		if !c.inB[o] {
			c.lone[o] = true
		} else if id, ok := strings.CutPrefix(o, "instrument."); ok {
			parts, _ := schema.SplitPath(id)
			c.newKind[o] = a.merged.kind(a.merged.shared, parts[0]) != b.merged.kind(b.merged.shared, parts[0])
		}
	}
	for o := range c.inB {
		if !c.inA[o] {
			c.lone[o] = true
		}
	}
	c.collect(a, func(x *atom) *[]*setting { return &x.a })
	c.collect(b, func(x *atom) *[]*setting { return &x.b })
	c.otherSample = !sameSample(a.merged, b.merged)
	for _, x := range c.atoms {
		switch {
		case c.lone[x.object]:
			x.changed = true
		case x.text:
		case sampled(x.a) && sampled(x.b):
		default:
			x.changed = !sameSettings(x.a, x.b)
		}
	}
	c.wholes()
	slices.SortFunc(c.atoms, func(x, y *atom) int { return strings.Compare(x.key, y.key) })
	return c
}

// objects lists guarantors, instruments and packages.
func objects(m *merged) map[string]bool {
	out := map[string]bool{}
	for _, section := range []string{"guarantor", "instrument"} {
		for _, id := range m.ids(section) {
			out[joinPath(section, id)] = true
		}
	}
	for _, id := range m.packageIDs() {
		out[packagePrefix+id] = true
	}
	return out
}

// apart names the settings that are no part of the comparison: they are texts,
// or belong to the run.
func apart(s *setting) bool {
	switch s.parts[0] {
	case "format", "title", "question", "answer", "extends", "packages", "strict", "run", "baseline", "fallback":
		return true
	}
	return false
}

// collect takes one side's settings apart.
func (c *comparison) collect(s *Scenario, side func(*atom) *[]*setting) {
	put := func(key, table, object, owner string, x *setting) {
		at := c.byKey[key]
		if at == nil {
			at = &atom{key: key, table: table, object: object, owner: owner, text: x.field.Type == schema.Text && key != "baseline" && key != "fallback"}
			c.byKey[key] = at
			c.atoms = append(c.atoms, at)
		}
		into := side(at)
		*into = append(*into, x)
	}
	m := s.merged
	for _, x := range m.shared.all() {
		if apart(x) {
			continue
		}
		key, table, object := atomKey(x), x.parts[0], ""
		switch {
		case len(x.parts) == 1:
			table = key
		case table == "guarantor" || table == "instrument":
			table = joinPath(x.parts[:2]...)
			object = table
		}
		put(key, table, object, "", x)
	}
	put("baseline", "baseline", "", "", m.idSetting("baseline", s.Baseline))
	put("fallback", "fallback", "", "", m.idSetting("fallback", s.Fallback))
	for _, p := range m.packages {
		object := packagePrefix + p.id
		for _, x := range p.own.all() {
			put(x.path, object, object, "", x)
		}
		for _, x := range p.set.all() {
			put(joinPath("package", p.id)+"."+atomKey(x), object, object, p.id, x)
		}
	}
}

// atomKey is the same for all spellings of one thing.
func atomKey(x *setting) string {
	if x.family != "" {
		return x.family
	}
	return x.path
}

// idSetting is the setting of a package's id, made where none is written.
func (m *merged) idSetting(path, id string) *setting {
	if s := m.shared.thing(path); s != nil {
		return s
	}
	field, _ := schema.Lookup(path)
	s := newSetting([]string{path}, field, &node{kind: scalar, key: path, src: m.layers[m.main].src, value: id}, 0)
	s.value.text = id
	return s
}

// wholes adds what is compared as one: the scale, the correlations, the joint
// sample.
func (c *comparison) wholes() {
	add := func(key, line string, gone [2]bool) {
		x := &atom{key: key, table: key, changed: true, line: line, gone: gone}
		c.byKey[key] = x
		c.atoms = append(c.atoms, x)
	}
	if a, b := c.a.Scale, c.b.Scale; !slices.EqualFunc(a.Bands, b.Bands, sameBand) {
		add("scale", scaleLine(a, b), [2]bool{})
	}
	if lines := correlationLines(c.a.Correlations, c.b.Correlations); len(lines) > 0 {
		add("correlate", strings.Join(lines, "; "), [2]bool{len(c.a.Correlations) == 0, len(c.b.Correlations) == 0})
	}
	if c.otherSample {
		text := func(m *merged) string {
			if list := m.sampleInForce(); len(list) > 0 {
				return fmt.Sprintf("%d rows of %d parameters", m.sample.rows, len(list))
			}
			return "not given"
		}
		add("sample", "sample: "+text(c.a.merged)+" → "+text(c.b.merged), [2]bool{len(c.a.merged.sampleInForce()) == 0, len(c.b.merged.sampleInForce()) == 0})
	}
}

func sameBand(x, y uncertain.Band) bool {
	return x.Word == y.Word && slices.Equal(x.Synonyms, y.Synonyms) && x.Lo == y.Lo && x.Hi == y.Hi
}

// scaleLine names two scales; of one's own, the words that mean something else.
func scaleLine(a, b uncertain.Scale) string {
	if a.Name != b.Name {
		return "scale: " + a.Name + " → " + b.Name
	}
	text := func(s uncertain.Scale, word string) string {
		for _, x := range s.Bands {
			if x.Word == word {
				return "[" + number(x.Lo) + ", " + number(x.Hi) + "]"
			}
		}
		return "not given"
	}
	var parts []string
	for _, x := range slices.Concat(a.Bands, b.Bands) {
		if was, is := text(a, x.Word), text(b, x.Word); was != is {
			parts = append(parts, x.Word+" "+was+" → "+is)
		}
	}
	slices.Sort(parts)
	return "scale: " + strings.Join(slices.Compact(parts), "; ")
}

// correlationLines say which pairs differ, sorted.
func correlationLines(a, b []Correlation) []string {
	rank := func(list []Correlation, p Correlation) string {
		for _, c := range list {
			if c.A == p.A && c.B == p.B || c.A == p.B && c.B == p.A {
				return number(c.Rank)
			}
		}
		return "not given"
	}
	var out []string
	for _, p := range slices.Concat(a, b) {
		if x, y := rank(a, p), rank(b, p); x != y {
			out = append(out, min(p.A, p.B)+" and "+max(p.A, p.B)+": "+x+" → "+y)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sampled(side []*setting) bool { return len(side) > 0 && side[0].sample != nil }

// sampleInForce lists the columns of the joint sample that nothing stronger
// replaces.
func (m *merged) sampleInForce() []*setting {
	if m.sample == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.sample.settings), func(x *setting) bool { return m.shared.byPath[x.path] != x })
}

func sameSample(a, b *merged) bool {
	return slices.EqualFunc(a.sampleInForce(), b.sampleInForce(), func(x, y *setting) bool {
		return x.path == y.path && slices.Equal(x.sample, y.sample) && slices.Equal(x.value.texts, y.value.texts)
	})
}
