package scenario

import (
	"errors"
	"fmt"
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
	inner, prefix := parts, ""
	if len(parts) > 3 && parts[0] == "package" {
		inner, prefix = parts[2:], joinPath(parts[:2]...)+"."
	}
	var known []string
	for _, s := range m.shared.all() {
		known = append(known, s.path)
	}
	if near, ok := diag.Nearest(joinPath(inner...), known); ok {
		return "there is no parameter " + quote(path), fmt.Sprintf("did you mean %q?", prefix+near)
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
		return len(parts) == 3 || m.exists(parts[2:])
	case "backstop":
		if len(parts) > 2 {
			return false // every state's number is given
		}
	}
	return true
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
