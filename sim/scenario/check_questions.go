package scenario

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"steadfast/sim/claim"
	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// readExpects parses the claims of [[expect]] and the answer.
func (m *merged) readExpects() []Expect {
	var out []Expect
	for _, d := range m.expects {
		words, ok1 := m.requiredText(d.node, d.claim, "expect", "claim", "the conclusion in words")
		that, ok2 := m.requiredText(d.node, d.that, "expect", "that", "the conclusion in the claim language")
		if ok2 {
			expr, err := claim.Parse(that)
			if err != nil {
				m.insideText(d.that, "expect.that", err)
			} else {
				m.claimNames(d.that, "expect.that", expr.Packages(), expr.Paths())
			}
		}
		if ok1 && ok2 {
			out = append(out, Expect{Claim: words, That: that, Origin: origin(d.that)})
		}
	}
	if s := m.shared.thing("answer"); s != nil && !s.value.bad && s.node.kind == scalar {
		answer, err := claim.ParseAnswer(s.value.text)
		if err != nil {
			m.insideText(s.node, "answer", err)
		} else {
			m.claimNames(s.node, "answer", answer.Packages(), answer.Paths())
		}
	}
	return out
}

// claimNames looks up the packages and parameters that a claim names.
func (m *merged) claimNames(n *node, path string, packages, paths []claim.Ref) {
	for _, ref := range packages {
		if !slices.Contains(m.packageIDs(), ref.ID) {
			m.textError(n, path, ref.Offset, "there is no package "+quote(ref.ID), m.nearPackage(ref.ID))
		}
	}
	for _, ref := range paths {
		if why, detail := m.badParameter(ref.ID); why != "" {
			m.textError(n, path, ref.Offset, why, detail)
		}
	}
}

// requiredText reads a text that a table must have.
func (m *merged) requiredText(in, n *node, section, key, meaning string) (string, bool) {
	if n == nil {
		m.at(in.keyRange(), in.src, []string{section, key}, "this "+section+" has no "+key, "add "+key+` = "…", `+meaning)
		return "", false
	}
	if n.broken {
		return "", false
	}
	text, ok := n.value.(string)
	if !ok {
		m.at(n.valueRange(), n.src, []string{section, key}, key+" is "+n.shape()+", and text is needed", "write "+key+` = "…", `+meaning)
	}
	return text, ok
}

// insideText reports an error of the claim language at its place inside a
// text.
func (m *merged) insideText(n *node, path string, err error) {
	var ce *claim.Error
	if !errors.As(err, &ce) {
		m.textError(n, path, 0, err.Error(), "")
		return
	}
	m.textError(n, path, ce.Offset, ce.Msg, "")
}

// textError reports something at a byte offset inside a text; where escapes
// make the place uncertain, at the whole text.
func (m *merged) textError(n *node, path string, offset int, summary, detail string) {
	d := diag.Diagnostic{Summary: summary, Detail: detail, File: n.src.name, Range: n.valueRange(), Path: path,
		Context: fmt.Sprintf("at character %d of the text", characters(n, offset)+1)}
	text, _ := n.value.(string)
	raw := n.text()
	for _, quotes := range []string{`"""`, "'''", `"`, "'"} {
		inner, ok := strings.CutPrefix(raw, quotes)
		if !ok {
			continue
		}
		skipped := len(quotes)
		if len(quotes) == 3 && strings.HasPrefix(inner, "\n") && !strings.HasPrefix(text, "\n") {
			inner, skipped = inner[1:], skipped+1
		}
		if inner == text+quotes && offset <= len(text) {
			from := n.valueFrom + skipped + offset
			d.Range = n.src.at(from, min(from+1, n.valueTo))
		}
		break
	}
	m.list.Add(d)
}

// characters counts the characters of a text before a byte offset.
func characters(n *node, offset int) int {
	text, _ := n.value.(string)
	return len([]rune(text[:min(max(offset, 0), len(text))]))
}

// badParameter says why a path names no parameter of the scenario, "" if it
// does.
func (m *merged) badParameter(path string) (why, detail string) {
	parts, err := schema.SplitPath(path)
	if err != nil {
		return err.Error(), ""
	}
	if len(parts) > 2 && parts[0] == "package" {
		if at := m.find(parts[1]); at < 0 {
			return "there is no package " + quote(parts[1]), m.nearPackage(parts[1])
		}
	}
	if m.exists(parts) {
		return "", ""
	}
	var known []string
	for _, s := range m.shared.all() {
		known = append(known, s.path)
	}
	if near, ok := diag.Nearest(joinPath(parts...), known); ok {
		return "there is no parameter " + quote(path), fmt.Sprintf("did you mean %q?", near)
	}
	return "there is no parameter " + quote(path), "write a path such as challenger.war_cost; `show` lists them"
}

// exists reports whether a path is a field of the scenario: one that is set,
// or one with a default of something that is there.
func (m *merged) exists(parts []string) bool {
	path := joinPath(parts...)
	if path == sampleColumn || m.shared.thing(path) != nil {
		return true
	}
	field, ok := schema.LookupParts(parts)
	if !ok || !field.Overridable() && parts[0] != "package" && parts[0] != "weights" {
		return false
	}
	switch parts[0] {
	case "guarantor", "instrument":
		if !slices.Contains(m.declared(parts[0]), parts[1]) {
			return false
		}
		if parts[0] == "instrument" {
			_, ok = schema.LookupKind(parts, m.kind(m.shared, parts[1]))
			return ok
		}
	case "package":
		return true
	case "backstop":
		if len(parts) > 2 {
			return false // every state's number is given
		}
	}
	return true
}

// readSweeps reads [[sweep]].
func (m *merged) readSweeps() []Sweep {
	var out []Sweep
	for _, d := range m.sweeps {
		s := Sweep{ID: d.id, Origin: origin(d.node)}
		parts := []string{"sweep", d.id}
		if d.title != nil && !d.title.broken {
			title, ok := d.title.value.(string)
			if !ok {
				m.at(d.title.valueRange(), d.title.src, below(parts, "title"), "title is "+d.title.shape()+", and text is needed", `write title = "…"`)
			}
			s.Title = title
		}
		if len(d.vary) < 1 || len(d.vary) > 2 {
			m.at(d.node.keyRange(), d.node.src, below(parts, "vary"), fmt.Sprintf("sweep %s varies %d parameters", quote(d.id), len(d.vary)), "give one [[sweep.vary]] for a line, two for a map")
			continue
		}
		for _, n := range d.vary {
			if v, ok := m.vary(d.id, n); ok {
				s.Vary = append(s.Vary, v)
			}
		}
		if s.Title == "" {
			var paths []string
			for _, v := range s.Vary {
				paths = append(paths, v.Path)
			}
			s.Title = strings.Join(paths, ", ")
		}
		out = append(out, s)
	}
	return out
}

// vary reads one [[sweep.vary]].
func (m *merged) vary(id string, n *node) (Vary, bool) {
	section := []string{"sweep", id, "vary"}
	path, ok := m.requiredText(n, n.child("path"), "sweep.vary", "path", "the path of the parameter that varies")
	if !ok {
		return Vary{}, false
	}
	if why, detail := m.badParameter(path); why != "" {
		m.at(n.child("path").valueRange(), n.src, below(section, "path"), why, detail)
		return Vary{}, false
	}
	parts, _ := schema.SplitPath(path)
	field, known := schema.LookupParts(parts)
	if !known || field.Type != schema.Number && field.Type != schema.Integer {
		m.at(n.child("path").valueRange(), n.src, below(section, "path"), path+" is no number", "a sweep varies numbers")
		return Vary{}, false
	}
	values, from, to := n.child("values"), n.child("from"), n.child("to")
	var grid []float64
	switch {
	case values != nil && from != nil:
		m.at(from.keyRange(), n.src, below(section, "from"), "values and from are both given", "keep the list, or the even grid")
		return Vary{}, false
	case values != nil:
		if values.damaged() {
			return Vary{}, false
		}
		for _, item := range values.items {
			x, good := plainNumber(item)
			if !good {
				m.at(item.valueRange(), n.src, below(section, "values"), "a value is "+item.shown()+", and a number is needed", writeNumber(field))
				return Vary{}, false
			}
			grid = append(grid, x)
		}
		if values.kind != array || len(grid) < 2 {
			m.at(values.valueRange(), n.src, below(section, "values"), "values needs at least two numbers", "write values = [first, second, …]")
			return Vary{}, false
		}
	default:
		if grid, ok = m.grid(n, section, from, to); !ok {
			return Vary{}, false
		}
	}
	at := values
	if at == nil {
		at = from
	}
	for i, x := range grid {
		if x < field.Min || x > field.Max {
			if values != nil {
				at = values.items[i]
			}
			m.at(at.valueRange(), n.src, section, fmt.Sprintf("%s would be %s, outside its range", path, number(x)), writeNumber(field))
			return Vary{}, false
		}
	}
	return Vary{Path: joinPath(parts...), Values: grid, Sets: m.setBy(newSetting(parts, field, n, 0).thing())}, true
}

// grid reads from, to, steps and log.
func (m *merged) grid(n *node, section []string, from, to *node) ([]float64, bool) {
	for _, f := range n.fields {
		if !slices.Contains(varyKeys, f.key) {
			return nil, false // reported as unknown: perhaps the very key that is missing
		}
	}
	steps := n.child("steps")
	if from == nil || to == nil || steps == nil {
		m.at(n.keyRange(), n.src, section, "this sweep has no values", "add values = […], or from, to and steps")
		return nil, false
	}
	lo, ok1 := plainNumber(from)
	hi, ok2 := plainNumber(to)
	count, ok3 := steps.value.(int64)
	log, _ := valueOf(n.child("log")).(bool)
	switch {
	case from.broken || to.broken || steps.broken:
		return nil, false
	case !ok1 || !ok2:
		m.at(from.valueRange(), n.src, section, "from and to are not both numbers", "write from = 0, to = 10")
		return nil, false
	case !ok3 || count < 2 || count > 10000:
		m.at(steps.valueRange(), n.src, section, "steps is "+steps.shown()+", and a whole number from 2 to 10000 is needed", "both ends count")
		return nil, false
	case log && (lo <= 0 || hi <= 0):
		m.at(from.valueRange(), n.src, section, "a logarithmic grid needs from and to above 0", "raise them, or leave log out")
		return nil, false
	}
	grid := make([]float64, count)
	for i := range grid {
		t := float64(i) / float64(count-1)
		if log {
			grid[i] = math.Exp((1-t)*math.Log(lo) + t*math.Log(hi))
		} else {
			grid[i] = (1-t)*lo + t*hi
		}
	}
	grid[0], grid[count-1] = lo, hi
	return grid, true
}

// readPairs reads [[correlate]].
func (m *merged) readPairs() []Correlation {
	var out []Correlation
	for _, d := range m.pairs {
		paths := d.paths()
		if paths == nil {
			at := d.between
			if at == nil {
				at = d.node
			}
			if !at.damaged() {
				m.at(at.valueRange(), at.src, []string{"correlate", "between"}, "a correlation is between two parameters", `write between = ["path", "path"]`)
			}
			continue
		}
		good := true
		for i, path := range paths {
			if why, detail := m.badParameter(path); why != "" {
				m.at(d.between.items[i].valueRange(), d.between.src, []string{"correlate", "between"}, why, detail)
				good = false
			}
		}
		if paths[0] == paths[1] {
			m.at(d.between.valueRange(), d.between.src, []string{"correlate", "between"}, "a parameter is correlated with itself", "name two parameters")
			good = false
		}
		rank, ok := plainNumber(d.rank)
		switch {
		case d.rank == nil:
			m.at(d.node.keyRange(), d.node.src, []string{"correlate", "rank"}, "this correlate has no rank", "add rank = …, a number from -1 to 1")
			good = false
		case d.rank.damaged():
			good = false
		case !ok || rank < -1 || rank > 1:
			m.at(d.rank.valueRange(), d.rank.src, []string{"correlate", "rank"}, "rank is "+d.rank.shown()+", outside its range", "write a number from -1 to 1")
			good = false
		}
		if good {
			out = append(out, Correlation{A: paths[0], B: paths[1], Rank: rank, Origin: origin(d.between)})
		}
	}
	return out
}
