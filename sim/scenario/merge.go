package scenario

import (
	"fmt"
	"slices"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// merged is the scenario in force before it is checked as a whole.
type merged struct {
	*reporter
	open   opener
	layers []*layer
	main   int // index of the scenario's own file among the layers

	// incomplete: a file it extends could not be read, so that what is missing
	// cannot be told.
	incomplete bool

	shared   *store
	packages []*mergedPackage // in force, in order
	seen     []string         // package ids in first-seen order, dropped ones included
	sweeps   []*sweepDecl
	pairs    []*pairDecl
	expects  []*expectDecl
	scale    *node
	columns  *node
	sample   *sample

	firstUncertain map[string]int // path -> first layer that makes it uncertain
}

// mergedPackage is one package with everything files say about it.
type mergedPackage struct {
	id   string
	node *node // of the strongest file that gives it
	own  *store
	set  *store

	overlay *store // shared with set on top, filled in by compile
	plan    *packagePlan
}

// merge joins the layers, the strongest last, reads all values and runs every
// check.
func (ld *loader) merge(main int) *merged {
	m := &merged{reporter: &reporter{list: &ld.list}, open: ld.open, layers: ld.layers, main: main, incomplete: ld.broken,
		shared: newStore(), firstUncertain: map[string]int{}}
	for _, l := range m.layers {
		if l.scale != nil {
			m.scale = l.scale
		}
	}
	r := &reading{reporter: m.reporter, scale: m.readScale()}
	for _, l := range m.layers {
		if !l.read || l.scale != m.scale {
			r.layer(l)
		}
	}
	for _, l := range m.layers {
		m.join(l)
	}
	for _, w := range r.words {
		if m.holds(w.setting) {
			m.list.Add(w.what)
		}
	}
	return m
}

// holds reports whether a setting is in force.
func (m *merged) holds(s *setting) bool {
	if m.shared.byPath[s.path] == s {
		return true
	}
	return slices.ContainsFunc(m.packages, func(p *mergedPackage) bool { return p.own.byPath[s.path] == s || p.set.byPath[s.path] == s })
}

// join puts one layer on top of the weaker ones.
func (m *merged) join(l *layer) {
	own := l.index >= m.main
	for _, s := range l.shared {
		if notInherited[s.path] && !own {
			continue
		}
		m.place(m.shared, s)
		if _, seen := m.firstUncertain[s.thing()]; !seen && s.uncertain() {
			m.firstUncertain[s.thing()] = l.index
		}
	}
	if l.sample != nil {
		m.useSample(l)
	}
	m.joinPackages(l)
	m.keepPackages(l)
	m.joinSweeps(l)
	m.joinPairs(l)
	if own {
		m.expects = append(m.expects, l.expects...)
	}
	if l.columns != nil {
		m.columns = l.columns
	}
}

// notInherited names what a file says for itself alone.
var notInherited = map[string]bool{"question": true, "answer": true, "extends": true, "packages": true}

// place puts a setting into a store and reports a thing said twice.
func (m *merged) place(into *store, s *setting) {
	if old := into.put(s); old != nil {
		m.onKey(s, fmt.Sprintf("%s and %s say the same thing, in two ways", old.path, s.path), "keep one; the other is on line "+lineText(old.node))
	}
}

// find returns the place of a package in force, −1 if there is none.
func (m *merged) find(id string) int {
	return slices.IndexFunc(m.packages, func(p *mergedPackage) bool { return p.id == id })
}

func (m *merged) joinPackages(l *layer) {
	for _, d := range l.packages {
		at := m.find(d.id)
		switch {
		case d.drop && at < 0:
			m.at(d.node.child("drop").keyRange(), l.src, []string{"package", d.id}, "there is no package "+quote(d.id)+" to drop", m.nearPackage(d.id))
		case d.drop:
			m.packages = slices.Delete(m.packages, at, at+1)
		case at < 0 && l.set:
			m.at(d.node.keyRange(), l.src, []string{"package", d.id}, "there is no package "+quote(d.id), m.nearPackage(d.id))
		default:
			if at < 0 {
				m.packages = append(m.packages, &mergedPackage{id: d.id, own: newStore(), set: newStore()})
				at = len(m.packages) - 1
				if !slices.Contains(m.seen, d.id) {
					m.seen = append(m.seen, d.id)
				}
			}
			p := m.packages[at]
			p.node = d.node
			for _, s := range d.own {
				m.place(p.own, s)
			}
			for _, s := range d.set {
				m.place(p.set, s)
			}
		}
	}
}

// keepPackages applies `packages = […]` of a layer to what is there so far.
func (m *merged) keepPackages(l *layer) {
	for _, s := range l.shared {
		if s.path != "packages" || s.value.bad {
			continue
		}
		var kept []*mergedPackage
		for _, item := range s.node.items {
			id, _ := item.value.(string)
			at := m.find(id)
			if at < 0 {
				m.onNode(s, item, "there is no package "+quote(id), m.nearPackage(id))
				continue
			}
			kept = append(kept, m.packages[at])
		}
		m.packages = kept
	}
}

// packageIDs lists the packages in force.
func (m *merged) packageIDs() []string {
	ids := make([]string, len(m.packages))
	for i, p := range m.packages {
		ids[i] = p.id
	}
	return ids
}

func (m *merged) nearPackage(id string) string { return nearOrAll(id, m.packageIDs(), "packages") }

// nearOrAll says what an id was meant to be, or which there are.
func nearOrAll(id string, known []string, what string) string {
	if near, ok := diag.Nearest(id, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return "there are no " + what
	}
	return "the " + what + " are " + listed(known)
}

func (m *merged) joinSweeps(l *layer) {
	for _, d := range l.sweeps {
		at := slices.IndexFunc(m.sweeps, func(s *sweepDecl) bool { return s.id == d.id })
		switch {
		case d.drop && at >= 0:
			m.sweeps = slices.Delete(m.sweeps, at, at+1)
		case d.drop:
			m.at(d.node.child("drop").keyRange(), l.src, []string{"sweep", d.id}, "there is no sweep "+quote(d.id)+" to drop", "remove this table")
		case at < 0:
			m.sweeps = append(m.sweeps, d)
		default:
			old := *m.sweeps[at]
			old.node = d.node
			if d.title != nil {
				old.title = d.title
			}
			if d.vary != nil {
				old.vary = d.vary
			}
			if d.design != nil {
				old.design, old.points = d.design, nil
			}
			if d.points != nil {
				old.points = d.points
			}
			m.sweeps[at] = &old
		}
	}
}

func (m *merged) joinPairs(l *layer) {
	here := map[string]*pairDecl{}
	for _, d := range l.pairs {
		key := d.key()
		if key == "" {
			m.pairs = append(m.pairs, d)
			continue
		}
		if old := here[key]; old != nil {
			m.at(d.between.valueRange(), l.src, []string{"correlate", "between"}, "this pair is given twice in this file", "keep one; the other is on line "+lineText(old.between))
			continue
		}
		here[key] = d
		at := slices.IndexFunc(m.pairs, func(p *pairDecl) bool { return p.key() == key })
		if at < 0 {
			m.pairs = append(m.pairs, d)
		} else {
			m.pairs[at] = d
		}
	}
}

// key is the same for a pair in either order, "" where it is not a pair.
func (d *pairDecl) key() string {
	paths := d.paths()
	if len(paths) != 2 {
		return ""
	}
	return min(paths[0], paths[1]) + "\n" + max(paths[0], paths[1])
}

// paths are the two paths in their canonical spelling, nil where there are not
// two texts.
func (d *pairDecl) paths() []string {
	if d.between == nil || d.between.kind != array || len(d.between.items) != 2 {
		return nil
	}
	var out []string
	for _, item := range d.between.items {
		text, ok := item.value.(string)
		if !ok {
			return nil
		}
		if parts, err := schema.SplitPath(text); err == nil {
			text = joinPath(parts...)
		}
		out = append(out, text)
	}
	return out
}
