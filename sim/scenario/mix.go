package scenario

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"steadfast/sim/diag"
)

// Mix returns scenario a with those of its edits to b applied whose bits are
// set in taken: edit i is bit i. Without any it is a, with all it is b, but for
// texts, sweeps, expectations, order and the run, which are a's. Columns follow
// a's order; those of b alone come after. Name and title are a's.
//
// It fails for more than [MaxEdits] edits, and where a mixture breaks a rule
// that holds for each of the two.
func Mix(a, b *Scenario, edits []Edit, taken uint64) (*Scenario, error) {
	if len(edits) > MaxEdits {
		return nil, fmt.Errorf("the two scenarios differ in %d edits, and at most %d can be told apart: compare by table rather than by key, or files that are closer", len(edits), MaxEdits)
	}
	if taken>>len(edits) != 0 {
		return nil, fmt.Errorf("edit %d is taken, and there are %d", bits.Len64(taken)-1, len(edits))
	}
	c := compare(a, b)
	fromB := map[string]bool{}
	for i, e := range edits {
		for _, key := range e.keys {
			if c.byKey[key] == nil {
				return nil, fmt.Errorf("edit %s is not one of these two scenarios: take the edits of the same two", e.Name)
			}
			fromB[key] = taken>>i&1 == 1
		}
	}
	t := &flatText{src: a.merged.layers[a.merged.main].src, layer: c.mixed(fromB)}
	s, list := t.load(a.Name, nil)
	if s == nil {
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Warning })
		return nil, fmt.Errorf("the mixture of %s and %s is no valid scenario: %s", a.Name, b.Name, list[0].Message())
	}
	s.Files = slices.Clone(a.Files)
	for _, f := range b.Files {
		if !slices.Contains(s.Files, f) {
			s.Files = append(s.Files, f)
		}
	}
	return s, nil
}

// mixed puts together one layer: the atoms that fromB names are b's, the others
// a's, all in a's order with b's own after it.
func (c *comparison) mixed(fromB map[string]bool) *layer {
	a, b := c.a.merged, c.b.merged
	l := &layer{src: a.layers[a.main].src, root: &node{kind: table, src: a.layers[a.main].src}, read: c.byKey["scale"] == nil, scale: a.scale}
	if fromB["scale"] {
		l.scale = b.scale
	}
	written := map[*atom]bool{}
	take := func(x *atom) []*setting {
		if written[x] {
			return nil
		}
		written[x] = true
		side := x.a
		if fromB[x.key] {
			side = x.b
		}
		side = cloneSettings(slices.DeleteFunc(slices.Clone(side), func(s *setting) bool { return s.sample != nil }))
		for _, s := range side {
			s.layer, s.used = 0, false
		}
		return side
	}
	for _, s := range a.shared.all() {
		if kept := s.parts[0]; kept == "format" || kept == "title" || kept == "run" {
			x := *s
			x.layer, x.used = 0, false
			l.shared = append(l.shared, &x)
		}
	}
	for _, x := range []string{"baseline", "fallback"} {
		l.shared = append(l.shared, take(c.byKey[x])...)
	}
	for _, m := range []*merged{a, b} {
		for _, s := range m.shared.all() {
			if !apart(s) {
				l.shared = append(l.shared, take(c.byKey[atomKey(s)])...)
			}
		}
	}
	c.mixedPackages(l, fromB, take)
	l.pairs = a.pairs
	if fromB["correlate"] {
		l.pairs = b.pairs
	}
	c.mixedSample(l, fromB["sample"])
	c.mixedColumns(l)
	return l
}

// mixedPackages adds the packages that the mixture has.
func (c *comparison) mixedPackages(l *layer, fromB map[string]bool, take func(*atom) []*setting) {
	for _, m := range []*merged{c.a.merged, c.b.merged} {
		for _, p := range m.packages {
			if slices.ContainsFunc(l.packages, func(d *packageDecl) bool { return d.id == p.id }) {
				continue
			}
			object := packagePrefix + p.id
			if c.lone[object] && fromB[joinPath("package", p.id, "instruments")] != c.inB[object] {
				continue
			}
			d := &packageDecl{id: p.id, node: p.node}
			for _, x := range c.atoms {
				switch {
				case x.object != object:
				case x.owner == "":
					d.own = append(d.own, take(x)...)
				default:
					d.set = append(d.set, take(x)...)
				}
			}
			l.packages = append(l.packages, d)
		}
	}
}

// mixedSample gives the layer one side's joint sample.
func (c *comparison) mixedSample(l *layer, fromB bool) {
	m := c.a.merged
	if fromB {
		m = c.b.merged
	}
	settings := m.sampleInForce()
	if len(settings) == 0 {
		return
	}
	l.sample = settings[0].node
	l.joint = &sample{rows: m.sample.rows, source: m.sample.source, settings: cloneSettings(settings)}
	for _, s := range l.joint.settings {
		s.layer, s.used = 0, false
	}
}

// mixedColumns gives the order of the design: a's columns, then b's own.
func (c *comparison) mixedColumns(l *layer) {
	l.columns = &node{kind: array, src: l.src}
	seen := map[string]bool{}
	for _, s := range []*Scenario{c.a, c.b} {
		for _, col := range s.columns {
			if !seen[col.Path] {
				seen[col.Path] = true
				l.columns.items = append(l.columns.items, &node{src: l.src, value: col.Path})
			}
		}
	}
}

// Texts lists the texts in which two scenarios differ and that change no
// number, by path, sorted: title, question, answer, and names. What is asked of
// the result counts as one, "expect" and "sweep".
func Texts(a, b *Scenario) []string {
	var out []string
	for path, differ := range map[string]bool{
		"title": a.Title != b.Title, "question": a.Question != b.Question, "answer": a.Answer != b.Answer,
		"expect": !slices.EqualFunc(a.Expects, b.Expects, func(x, y Expect) bool { return x.Claim == y.Claim && x.That == y.That }),
		"sweep":  !slices.EqualFunc(a.Sweeps, b.Sweeps, sameSweep),
	} {
		if differ {
			out = append(out, path)
		}
	}
	c := compare(a, b)
	for _, x := range c.atoms {
		if x.text && !x.changed && !sameSettings(x.a, x.b) {
			out = append(out, x.key)
		}
	}
	slices.SortFunc(out, strings.Compare)
	return out
}

func sameSweep(x, y Sweep) bool {
	return x.ID == y.ID && x.Title == y.Title && x.Design == y.Design && x.Points == y.Points &&
		slices.EqualFunc(x.Vary, y.Vary, func(v, w Vary) bool { return v.Path == w.Path && v.Log == w.Log && slices.Equal(v.Texts, w.Texts) })
}
