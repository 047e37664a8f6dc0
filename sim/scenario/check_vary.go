package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// listed reads the list of a parameter's values.
func (m *merged) listed(y *varySpec, s *setting, v *Vary) bool {
	if y.values.damaged() {
		return false
	}
	if y.values.kind != array || len(y.values.items) < 2 {
		m.at(y.values.valueRange(), y.values.src, below(y.section, "values"), "values needs at least two values, and has "+count(y.values), "write values = [first, second, …]")
		return false
	}
	numbers := true
	first := map[string]bool{}
	for _, item := range y.values.items {
		if !m.takes(s, item) {
			return false
		}
		text := nodeText(item)
		same := text
		if x, ok := plainNumber(item); ok {
			v.Values = append(v.Values, x)
			v.Labels = append(v.Labels, number(x))
			same = exact(x)
		} else {
			numbers = false
			v.Labels = append(v.Labels, label(item))
		}
		if first[same] {
			m.at(item.valueRange(), item.src, below(y.section, "values"), text+" is given twice", "keep one of the two")
			return false
		}
		first[same] = true
		v.Texts = append(v.Texts, text)
	}
	if !numbers {
		v.Values = nil
	}
	return true
}

// count says how many items a value has, for messages.
func count(n *node) string {
	if n.kind != array {
		return n.shape()
	}
	return fmt.Sprint(len(n.items))
}

// spanned reads from, to, steps and log.
func (m *merged) spanned(y *varySpec, s *setting, v *Vary, design string) bool {
	for _, f := range y.at.fields {
		if !slices.Contains(varyKeys, f.key) {
			return false // reported as unknown: perhaps the very key that is missing
		}
	}
	sampled := design != GridSweep
	if y.from == nil || y.to == nil || y.steps == nil && !sampled {
		detail := "add values = […], or from, to and steps"
		if sampled {
			detail = "add from and to, or values = […]"
		}
		m.at(y.at.keyRange(), y.at.src, y.section, "this sweep has no values", detail)
		return false
	}
	if y.from.broken || y.to.broken || y.steps != nil && y.steps.broken || y.log != nil && y.log.broken {
		return false
	}
	if s.field.Type != schema.Number && s.field.Type != schema.Integer {
		m.at(y.from.keyRange(), y.from.src, below(y.section, "from"), v.Path+" is no number, and has nothing between two values", "list them: values = [first, second, …]")
		return false
	}
	lo, ok1 := plainNumber(y.from)
	hi, ok2 := plainNumber(y.to)
	for _, end := range []struct {
		n  *node
		ok bool
	}{{y.from, ok1}, {y.to, ok2}} {
		if !end.ok {
			m.at(end.n.valueRange(), end.n.src, below(y.section, end.n.key), end.n.key+" is "+end.n.shown()+", and a finite number is needed", "write from = 0, to = 10")
			return false
		}
	}
	var steps int64
	if y.steps != nil {
		var whole bool
		steps, whole = y.steps.value.(int64)
		switch {
		case sampled:
			m.at(y.steps.keyRange(), y.steps.src, below(y.section, "steps"), "steps is given, and a sample takes its values from the whole range", "remove it; the sweep's points says how many")
			return false
		case !whole || steps < 2 || steps > maxSweepSteps:
			m.at(y.steps.valueRange(), y.steps.src, below(y.section, "steps"), "steps is "+y.steps.shown()+", and a whole number from 2 to "+number(maxSweepSteps)+" is needed", "both ends count")
			return false
		}
	}
	if y.log != nil {
		flag, ok := y.log.value.(bool)
		if !ok {
			m.at(y.log.valueRange(), y.log.src, below(y.section, "log"), "log is "+y.log.shown()+", and true or false is needed", "write log = true")
			return false
		}
		v.Log = flag
	}
	switch {
	case lo == hi:
		m.at(y.to.valueRange(), y.to.src, below(y.section, "to"), "from and to are both "+number(lo), "write two different numbers")
		return false
	case v.Log && (lo <= 0 || hi <= 0):
		m.at(y.from.valueRange(), y.from.src, y.section, "a logarithmic grid needs from and to above 0", "raise them, or leave log out")
		return false
	}
	v.Values = []float64{lo, hi}
	v.Range = sampled
	if !sampled {
		v.Values = evenly(lo, hi, int(steps), v.Log)
	}
	for i, x := range v.Values {
		near := *y.from
		if i == len(v.Values)-1 {
			near = *y.to
		}
		near.value = x
		if !m.takes(s, &near) {
			return false
		}
		v.Texts = append(v.Texts, exact(x))
		v.Labels = append(v.Labels, number(x))
	}
	if len(slices.Compact(slices.Clone(v.Values))) < len(v.Values) {
		m.at(y.to.valueRange(), y.to.src, below(y.section, "to"), "from and to are too close for so many steps", "lower steps, or move them apart")
		return false
	}
	return true
}

// takes reports whether a parameter may have a value; if not it says why, at
// the value.
func (m *merged) takes(s *setting, n *node) bool {
	x := *s
	x.node = n
	before := m.list.Errors()
	r := &reading{reporter: m.reporter, scale: m.readScale()}
	r.read(&x)
	for _, w := range r.words {
		m.list.Add(w.what)
	}
	if x.value.bad {
		return false
	}
	switch guarantors := m.declared("guarantor"); {
	case x.parts[0] == "package" && x.parts[2] == "instruments":
		m.known(&x, m.declared("instrument"), "instrument")
	case x.parts[0] == "package" && x.parts[2] == "guarantors":
		m.known(&x, guarantors, "guarantor")
	case x.path == "fallback" && !slices.Contains(m.packageIDs(), x.value.text):
		m.onValue(&x, "there is no package "+quote(x.value.text), m.nearPackage(x.value.text))
	case x.path == "backstop.initial":
		if states := m.shared.thing("backstop.states"); states != nil {
			m.backstopState(&x, states, states.value.texts)
		}
	default:
		m.instrumentReferences(&x, guarantors)
	}
	return m.list.Errors() == before
}

// label is a value in a few characters.
func label(n *node) string {
	switch text, ok := n.value.(string); {
	case ok:
		return text
	case n.kind == array && len(n.items) == 0:
		return "none"
	case n.kind == array:
		parts := make([]string, len(n.items))
		for i, item := range n.items {
			parts[i] = label(item)
		}
		return strings.Join(parts, " + ")
	case n.kind == table:
		return strings.ReplaceAll(bareText(n), " = ", " ")
	}
	return n.shown()
}
