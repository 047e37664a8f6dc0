package scenario

import (
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// defaulted is one parameter whose default is in force.
type defaulted struct {
	parts []string
	field *schema.Field
	text  string // the value, or what stands for it
}

// defaults lists the parameters of the model whose default is in force, of
// the world, of the guarantors and instruments that packages use, and of the
// weights where the scenario weighs anything.
//
// A default counts where it puts an assumption into the model. What merely is
// not there does not: an instrument without cost, hurdle, delay or end, a
// channel that is absent, a package that changes nothing, consent that is not
// asked.
func (m *merged) defaults() []defaulted {
	var out []defaulted
	add := func(f schema.Field, parts []string, neutral bool) {
		if !f.HasDefault || f.Group != "" && f.Group != f.Path {
			return
		}
		switch f.Type {
		case schema.Number, schema.Integer, schema.Enum, schema.Bool:
		default:
			return
		}
		if m.shared.thing(joinPath(parts...)) != nil || f.With != "" && !m.shared.given(f.With, parts) {
			return
		}
		if neutral && harmless(f) {
			return
		}
		out = append(out, defaulted{parts, &f, defaultText(&f)})
	}
	var guarantors, instruments []string
	for _, p := range m.packages {
		guarantors = append(guarantors, m.packageGuarantors(p)...)
		instruments = append(instruments, m.packageInstruments(p)...)
	}
	weighed := slices.ContainsFunc(m.shared.all(), func(s *setting) bool { return s.parts[0] == "weights" })
	kinds := schema.Kinds()
	for _, f := range schema.Fields() {
		parts := strings.Split(f.Path, ".")
		switch parts[0] {
		case "challenger", "protege", "battle", "coalition", "watch":
			if f.Path != "challenger.fight_on" && f.Path != "protege.accept_risk" {
				add(f, parts, false)
			}
		case "weights":
			if weighed {
				add(f, parts, true)
			}
		case "guarantor":
			for _, id := range m.ids("guarantor") {
				if slices.Contains(guarantors, id) {
					add(f, []string{"guarantor", id, parts[2]}, false)
				}
			}
		}
	}
	for _, id := range m.ids("instrument") {
		if !slices.Contains(instruments, id) {
			continue
		}
		for _, k := range kinds {
			if k.Name != m.kind(m.shared, id) {
				continue
			}
			for _, f := range k.Fields {
				add(f, append([]string{"instrument", id}, strings.Split(f.Path, ".")[2:]...), true)
			}
		}
	}
	slices.SortFunc(out, func(a, b defaulted) int { return strings.Compare(joinPath(a.parts...), joinPath(b.parts...)) })
	return out
}

// harmless reports whether a default adds nothing to the model: 0, no hurdle,
// or nothing at all.
func harmless(f schema.Field) bool {
	switch v := f.Default.(type) {
	case float64:
		return v == 0 || strings.HasSuffix(f.Path, ".feasibility") && v == 1 || strings.HasSuffix(f.Path, ".accident_multiplier") && v == 1
	case nil:
		return !strings.HasSuffix(f.Path, ".from_years")
	}
	return false
}

// defaultText writes a default as a file would, or says what stands for it.
func defaultText(f *schema.Field) string {
	switch v := f.Default.(type) {
	case float64:
		return number(v)
	case string:
		return quote(v)
	case bool:
		if v {
			return "true"
		}
		return "false"
	}
	return f.Derived
}
