package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// checkIDs refuses packages that set what does not exist, and too many
// guarantors.
func (m *merged) checkIDs() {
	for _, section := range []string{"guarantor", "instrument"} {
		known := m.declared(section)
		check := func(s *setting) {
			if len(s.parts) < 3 || s.parts[0] != section || slices.Contains(known, s.parts[1]) {
				return
			}
			m.onKey(s, "there is no "+section+" "+quote(s.parts[1]), nearOrAll(s.parts[1], known, section+"s"))
		}
		for _, s := range m.shared.all() {
			if m.layers[s.layer].set {
				check(s)
			}
		}
		for _, p := range m.packages {
			for _, s := range p.set.all() {
				check(s)
			}
		}
	}
	if ids := m.ids("guarantor"); len(ids) > 40 {
		s := m.firstOf("guarantor", ids[40])
		m.onKey(s, fmt.Sprintf("there are %d guarantors, and 40 are allowed", len(ids)), "join some into one")
	}
}

// declared lists the ids of a section that files give, overrides left out.
func (m *merged) declared(section string) []string {
	var out []string
	for _, s := range m.shared.all() {
		if len(s.parts) > 2 && s.parts[0] == section && !m.layers[s.layer].set && !slices.Contains(out, s.parts[1]) {
			out = append(out, s.parts[1])
		}
	}
	// A path that an override replaced was given by a file first.
	for _, l := range m.layers {
		if l.set {
			continue
		}
		for _, s := range l.shared {
			if len(s.parts) > 2 && s.parts[0] == section && !slices.Contains(out, s.parts[1]) {
				out = append(out, s.parts[1])
			}
		}
	}
	return out
}

// firstOf is the first setting of an id, to have a place for a message.
func (m *merged) firstOf(section, id string) *setting {
	for _, s := range m.shared.all() {
		if len(s.parts) > 2 && s.parts[0] == section && s.parts[1] == id {
			return s
		}
	}
	return nil
}

// checkKinds gives instruments' settings the row of their kind, and refuses
// what the kind does not take.
func (m *merged) checkKinds() {
	refine := func(world *store, s *setting) {
		if len(s.parts) < 3 || s.parts[0] != "instrument" {
			return
		}
		kind := m.kind(world, s.parts[1])
		if !slices.Contains(schema.KindNames(), kind) {
			return
		}
		if f, ok := schema.LookupKind(s.parts, kind); ok {
			s.field = f
			return
		}
		name := strings.Join(s.parts[2:], ".")
		detail := schema.Refusal(kind, name)
		if detail == "" {
			allowed := schema.Children([]string{"instrument", s.parts[1]}, kind)
			if near, ok := diag.Nearest(s.parts[2], allowed); ok {
				detail = fmt.Sprintf("did you mean %q?", near)
			} else {
				detail = allowedList(allowed)
			}
		}
		m.onKey(s, fmt.Sprintf("an instrument of kind %s does not take %s", quote(kind), quote(name)), detail)
	}
	for _, s := range m.shared.all() {
		refine(m.shared, s)
	}
	for _, p := range m.packages {
		overlay := m.shared
		if len(p.set.byPath) > 0 {
			overlay = m.shared.clone()
			for _, s := range p.set.all() {
				overlay.put(s)
			}
		}
		for _, s := range p.set.all() {
			refine(overlay, s)
		}
	}
}
