package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// checkBackstop checks the states, what refers to them, and that every row of
// weights has something to move to.
func (m *merged) checkBackstop() {
	states := m.shared.thing("backstop.states")
	if states == nil {
		for _, s := range m.shared.all() {
			if s.parts[0] == "backstop" {
				m.onKey(s, s.path+" is given without backstop.states", `add states = ["…", "…"] to [backstop]`)
				return
			}
		}
		return
	}
	if states.value.bad {
		return
	}
	names := states.value.texts
	if len(names) < 1 || len(names) > 6 {
		m.onValue(states, fmt.Sprintf("backstop.states has %d states", len(names)), "give one to six")
		return
	}
	for i, name := range names {
		if why := badID(name); why != "" {
			m.onNode(states, states.node.items[i], why, "use letters, digits, _ and -")
		}
	}
	stores := []*store{m.shared}
	for _, p := range m.packages {
		stores = append(stores, p.set)
	}
	for _, st := range stores {
		for _, s := range st.all() {
			if ofReplacedState(s, states) {
				st.remove(s)
				continue
			}
			m.backstopState(s, states, names)
		}
	}
	if s := m.shared.thing("backstop.election_every_years"); s == nil {
		for _, f := range []string{"backstop.gap"} {
			m.requireStates(f, names, nil)
		}
		return
	}
	m.requireStates("backstop.gap", names, nil)
	m.requireStates("backstop.move", names, names)
	for _, from := range names {
		m.rowHasWeight(from, names)
	}
}

// ofReplacedState reports whether a setting speaks of a state that a stronger
// file's list of states no longer has.
func ofReplacedState(s, states *setting) bool {
	if s.parts[0] != "backstop" || s.layer >= states.layer {
		return false
	}
	return slices.ContainsFunc(s.parts[min(2, len(s.parts)):], func(name string) bool { return !slices.Contains(states.value.texts, name) })
}

// backstopState checks that a setting names states that there are.
func (m *merged) backstopState(s, states *setting, names []string) {
	if s.parts[0] != "backstop" || s.value.bad {
		return
	}
	if s.path == "backstop.initial" {
		words := []string{s.value.text}
		if s.value.choice != nil {
			words = s.value.choice.Values
		} else if s.sample != nil {
			words = s.value.texts
		}
		for _, w := range words {
			if !slices.Contains(names, w) {
				m.onValue(s, fmt.Sprintf("backstop.initial is %s, which is not one of the states", quote(w)), nearOrAll(w, names, "states"))
			}
		}
		return
	}
	for _, name := range s.parts[min(2, len(s.parts)):] {
		if slices.Contains(names, name) {
			continue
		}
		m.onKey(s, "there is no state "+quote(name), nearOrAll(name, names, "states"))
	}
}

// requireStates asks for a number for every state, or every pair.
func (m *merged) requireStates(section string, names, to []string) {
	f, _ := schema.Lookup(section + strings.Repeat(".*", map[bool]int{true: 2, false: 1}[to != nil]))
	if to == nil {
		to = []string{""}
	}
	for _, a := range names {
		for _, b := range to {
			parts := append(strings.Split(section, "."), a)
			if b != "" {
				parts = append(parts, b)
			}
			if path := joinPath(parts...); m.shared.thing(path) == nil {
				m.missing(f, path, m.section(parts[:len(parts)-1]))
			}
		}
	}
}

// rowHasWeight refuses a row of weights that are all zero.
func (m *merged) rowHasWeight(from string, names []string) {
	var last *setting
	for _, to := range names {
		s := m.shared.thing(joinPath("backstop", "move", from, to))
		if s == nil || s.value.number == nil {
			return
		}
		if _, hi := s.value.number.Support(); hi > 0 {
			return
		}
		last = s
	}
	if last != nil {
		m.onKey(last, fmt.Sprintf("every weight of backstop.move.%s is 0", from), "give at least one state a weight above 0")
	}
}
