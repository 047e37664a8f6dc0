package scenario

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Flat returns the scenario in force as one TOML file: extended files merged,
// overrides applied, sources and notes kept. It is the same for the same
// scenario, and loads to the same cases. The order of the design, which the
// single file no longer shows, stands in run.columns; a joint sample in
// sample.paths and sample.rows. Comments list the defaults in force, so that a
// change of a default changes the hash.
func (s *Scenario) Flat() []byte { return bytes.Clone(s.flat()) }

// Hash returns the SHA-256 of Flat in hexadecimal.
func (s *Scenario) Hash() string {
	sum := sha256.Sum256(s.flat())
	return hex.EncodeToString(sum[:])
}

// flatten writes the scenario.
func (s *Scenario) flatten() []byte {
	m := s.merged
	var b bytes.Buffer
	for _, path := range []string{"format", "title", "question", "answer", "start", "horizon_years", "baseline", "fallback", "feasibility_rule", "strict"} {
		if x := m.shared.thing(path); x != nil {
			fmt.Fprintf(&b, "%s = %s\n", x.path, valueText(x))
		}
	}
	if m.scale != nil && m.scale.kind == scalar {
		fmt.Fprintf(&b, "scale = %s\n", nodeText(m.scale))
	}
	if m.scale != nil && m.scale.kind == table {
		b.WriteString("\n[scale]\n")
		for _, band := range s.Scale.Bands {
			fmt.Fprintf(&b, "%s = %s\n", joinPath(band.Word), nodeText(m.scale.child(band.Word)))
		}
	}
	s.flatSections(&b)
	s.flatPackages(&b)
	s.flatQuestions(&b)
	s.flatRun(&b)
	s.flatDefaults(&b)
	return b.Bytes()
}

// flatSections writes the world and the instruments: sections sorted, but
// guarantors and instruments in the order of the files, which computation and
// tables follow.
func (s *Scenario) flatSections(b *bytes.Buffer) {
	m := s.merged
	bySection := map[string][]*setting{}
	var sections []string
	for _, x := range m.shared.all() {
		if len(x.parts) < 2 || x.sample != nil || x.parts[0] == "run" {
			continue
		}
		name := joinPath(x.parts[:len(x.parts)-1]...)
		if bySection[name] == nil {
			sections = append(sections, name)
		}
		bySection[name] = append(bySection[name], x)
	}
	rank := func(name string) (section string, place int) {
		parts := bySection[name][0].parts
		if section = parts[0]; section == "guarantor" || section == "instrument" {
			place = slices.Index(m.ids(section), parts[1])
		}
		return section, place
	}
	slices.SortFunc(sections, func(a, c string) int {
		sa, pa := rank(a)
		sc, pc := rank(c)
		return cmp.Or(strings.Compare(sa, sc), cmp.Compare(pa, pc), strings.Compare(a, c))
	})
	for _, name := range sections {
		fmt.Fprintf(b, "\n[%s]\n", name)
		list := bySection[name]
		slices.SortFunc(list, func(a, c *setting) int { return strings.Compare(a.path, c.path) })
		for _, x := range list {
			fmt.Fprintf(b, "%s = %s\n", joinPath(x.parts[len(x.parts)-1]), valueText(x))
		}
	}
}

// flatPackages writes [[package]], in order.
func (s *Scenario) flatPackages(b *bytes.Buffer) {
	for _, p := range s.merged.packages {
		fmt.Fprintf(b, "\n[[package]]\nid = %s\n", quote(p.id))
		own := p.own.all()
		slices.SortFunc(own, func(a, c *setting) int { return strings.Compare(a.path, c.path) })
		for _, x := range own {
			fmt.Fprintf(b, "%s = %s\n", joinPath(x.parts[2:]...), valueText(x))
		}
		set := p.set.all()
		if len(set) == 0 {
			continue
		}
		slices.SortFunc(set, func(a, c *setting) int { return strings.Compare(a.path, c.path) })
		b.WriteString("[package.set]\n")
		for _, x := range set {
			fmt.Fprintf(b, "%s = %s\n", x.path, valueText(x))
		}
	}
}

// flatQuestions writes correlations, sweeps, expectations and the joint sample.
func (s *Scenario) flatQuestions(b *bytes.Buffer) {
	for _, c := range s.Correlations {
		fmt.Fprintf(b, "\n[[correlate]]\nbetween = [%s, %s]\nrank = %s\n", quote(c.A), quote(c.B), exact(c.Rank))
	}
	for _, d := range s.merged.sweeps {
		fmt.Fprintf(b, "\n[[sweep]]\nid = %s\n", quote(d.id))
		for _, n := range []*node{d.title, d.design, d.points} {
			if n != nil {
				fmt.Fprintf(b, "%s = %s\n", n.key, nodeText(n))
			}
		}
		for _, v := range d.vary {
			b.WriteString("[[sweep.vary]]\n")
			for _, f := range v.fields {
				fmt.Fprintf(b, "%s = %s\n", f.key, nodeText(f))
			}
		}
	}
	for _, e := range s.Expects {
		fmt.Fprintf(b, "\n[[expect]]\nclaim = %s\nthat = %s\n", quote(e.Claim), quote(e.That))
	}
	s.flatSample(b)
}

// flatSample writes what is in force of the joint sample: columns that an
// override replaced are left out.
func (s *Scenario) flatSample(b *bytes.Buffer) {
	smp := s.merged.sample
	if smp == nil {
		return
	}
	settings := slices.DeleteFunc(slices.Clone(smp.settings), func(x *setting) bool { return s.merged.shared.byPath[x.path] != x })
	if len(settings) == 0 {
		return
	}
	list := func(text func(x *setting) string) {
		for i, x := range settings {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(text(x))
		}
	}
	b.WriteString("\n[sample]\n")
	if smp.source != "" {
		fmt.Fprintf(b, "source = %s\n", quote(smp.source))
	}
	b.WriteString("paths = [")
	list(func(x *setting) string { return quote(x.path) })
	b.WriteString("]\nrows = [\n")
	for i := range smp.rows {
		b.WriteString("  [")
		list(func(x *setting) string {
			if x.value.texts != nil {
				return quote(x.value.texts[int(x.sample[i])])
			}
			return exact(x.sample[i])
		})
		b.WriteString("],\n")
	}
	b.WriteString("]\n")
}

// flatRun writes [run] with the order of the design.
func (s *Scenario) flatRun(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n[run]\ncases = %d\nfutures = %d\nseed = %d\ndesign = %s\n", s.Run.Cases, s.Run.Futures, s.Run.Seed, quote(s.Run.Design))
	if len(s.columns) == 0 {
		return
	}
	b.WriteString("columns = [\n")
	for _, c := range s.columns {
		fmt.Fprintf(b, "  %s,\n", quote(c.Path))
	}
	b.WriteString("]\n")
}

// flatDefaults lists the defaults in force, as comments.
func (s *Scenario) flatDefaults(b *bytes.Buffer) {
	defaults := s.merged.defaults()
	if len(defaults) == 0 {
		return
	}
	b.WriteString("\n# Defaults in force:\n")
	for _, d := range defaults {
		fmt.Fprintf(b, "# %s = %s\n", joinPath(d.parts...), strings.Join(strings.Fields(d.text), " "))
	}
}

// valueText is a setting's value as one line of TOML.
func valueText(x *setting) string { return nodeText(x.node) }

// nodeText writes a value on one line: numbers and dates as written, texts in
// double quotes, tables inline.
func nodeText(n *node) string {
	switch n.kind {
	case scalar:
		if s, ok := n.value.(string); ok {
			return quote(s)
		}
		return n.text()
	case table:
		var parts []string
		for _, f := range n.fields {
			parts = append(parts, joinPath(f.key)+" = "+nodeText(f))
		}
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	var parts []string
	for _, item := range n.items {
		parts = append(parts, nodeText(item))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// exact writes a number so that it reads back as the same.
func exact(x float64) string {
	s := strconv.FormatFloat(x, 'g', -1, 64)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}
