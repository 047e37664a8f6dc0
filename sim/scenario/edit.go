package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// MaxEdits is the largest number of edits that [Mix] takes.
const MaxEdits = 63

// An Edit is one thing in which two scenarios differ, and which can be taken
// over from the second into the first by itself: see [Edits].
type Edit struct {
	Name string // "challenger", "instrument.tripwire", "package trip"; by key "challenger.war_cost"
	Kind string // "changed", "added" or "removed"
	// Lines say what was edited, one parameter each:
	// "war_cost: pert [0.40, 0.55, 0.75] → pert [0.45, 0.60, 0.80]".
	Lines []string

	keys []string // of the atoms
}

// Edits lists what differs from a to b where it can change a number, sorted by
// name; whatever subset of it is applied to a leaves a valid scenario.
//
// An edit is a table (the challenger with its forces, a guarantor, the
// backstop, an instrument, the weights), a package with all that it sets, or a
// key that stands above all tables. With byKey it is a single key. What cannot
// be told apart stays one edit in either case: the spellings of one thing, an
// instrument of another kind, a row of the backstop's weights, all that changes
// with the list of its states; all correlations, for a part of them may be no
// correlation matrix; a joint sample. An instrument, a guarantor or a package
// that only one of the two has is one edit, together with everything that names
// it: the new package and the instruments it needs.
//
// Two scenarios are compared as they are in force, whatever files they come
// from. Titles, names, questions and answers, sources and notes, sweeps,
// expectations and the order of lists are no edits. Nor is the run: cases,
// futures, seed and design are a's in every mixture, so that all of them are
// computed on the same draws.
func Edits(a, b *Scenario, byKey bool) []Edit {
	c := compare(a, b)
	units := c.units(byKey)
	type group struct {
		names []string
		atoms []*atom
	}
	groups := map[string]*group{}
	var roots []string
	for _, x := range c.atoms {
		if !x.changed {
			continue
		}
		unit := c.unitOf(x, byKey)
		root := units.find(unit)
		g := groups[root]
		if g == nil {
			g = &group{}
			groups[root] = g
			roots = append(roots, root)
		}
		g.atoms = append(g.atoms, x)
		if !slices.Contains(g.names, unit) {
			g.names = append(g.names, unit)
		}
	}
	var out []Edit
	for _, root := range roots {
		g := groups[root]
		slices.SortFunc(g.names, packagesFirst)
		e := Edit{Name: strings.Join(g.names, ", "), Kind: c.kindOf(g.names, byKey), Lines: c.lines(g.atoms, g.names)}
		for _, x := range g.atoms {
			e.keys = append(e.keys, x.key)
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(x, y Edit) int { return strings.Compare(x.Name, y.Name) })
	return out
}

// packagesFirst puts a package before the instruments it brings.
func packagesFirst(x, y string) int {
	px, py := strings.HasPrefix(x, packagePrefix), strings.HasPrefix(y, packagePrefix)
	switch {
	case px && !py:
		return -1
	case py && !px:
		return 1
	}
	return strings.Compare(x, y)
}

// kindOf says whether all of an edit is new, or gone: whether one side has
// nothing of any of its parts.
func (c *comparison) kindOf(names []string, byKey bool) string {
	added, removed := true, true
	for _, x := range c.atoms {
		if slices.Contains(names, c.unitOf(x, byKey)) {
			added = added && !x.inA()
			removed = removed && !x.inB()
		}
	}
	switch {
	case added:
		return "added"
	case removed:
		return "removed"
	}
	return "changed"
}

// lines say what an edit consists of. A thing that only one side has is one
// line.
func (c *comparison) lines(atoms []*atom, names []string) []string {
	var out []string
	told := map[string]bool{}
	for _, x := range atoms {
		if c.lone[x.object] {
			if !told[x.object] {
				told[x.object] = true
				out = append(out, c.loneLine(x.object))
			}
			continue
		}
		if x.line != "" {
			out = append(out, x.line)
			continue
		}
		prefix := ""
		if len(names) == 1 {
			prefix = names[0] + "."
			if strings.HasPrefix(names[0], packagePrefix) {
				prefix = joinPath("package", x.object[len(packagePrefix):]) + "."
			}
		}
		out = append(out, x.difference(prefix))
	}
	return out
}

// loneLine tells of something that only one side has.
func (c *comparison) loneLine(object string) string {
	how, m := "removed", c.a.merged
	if c.inB[object] {
		how, m = "added", c.b.merged
	}
	if id, ok := strings.CutPrefix(object, packagePrefix); ok {
		return fmt.Sprintf("%s: %s, of %s", object, how, listOr(m.packageInstruments(m.packages[m.find(id)]), "no instruments"))
	}
	for _, id := range m.ids("instrument") {
		if joinPath("instrument", id) == object {
			return fmt.Sprintf("%s: %s, of kind %s", object, how, m.kind(m.shared, id))
		}
	}
	return object + ": " + how
}

func listOr(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return listed(names)
}

// difference writes "war_cost: 0.5 → 0.6"; paths without the prefix.
func (x *atom) difference(prefix string) string {
	short := func(s *setting) string { return strings.TrimPrefix(s.name(), prefix) }
	if len(x.a) <= 1 && len(x.b) <= 1 {
		name := ""
		same := true
		for _, s := range slices.Concat(x.a, x.b) {
			same = same && (name == "" || name == short(s))
			name = short(s)
		}
		if same {
			return name + ": " + sideText(x.a, nil) + " → " + sideText(x.b, nil)
		}
	}
	return sideText(x.a, short) + " → " + sideText(x.b, short)
}

// sideText writes what one side says, with names where short is given.
func sideText(side []*setting, short func(*setting) string) string {
	if len(side) == 0 {
		return "not given"
	}
	var parts []string
	for _, s := range side {
		text := "from the sample"
		if s.sample == nil {
			text = label(s.node)
		}
		if short != nil {
			text = short(s) + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}
