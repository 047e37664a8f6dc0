package scenario

import (
	"cmp"
	"slices"
	"strings"

	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// Param is one parameter in force.
type Param struct {
	Path      string
	Package   string           // the package whose set says so; "" shared
	Text      string           // the value as written; of a default, the default
	Value     string           // the same without braces, source and note
	Number    uncertain.Number // nil if it is not a number
	Choice    *uncertain.Choice
	Origin    Origin // zero for a default
	IsDefault bool
	Source    string // the author's; of a default, the field table's
	Note      string
	Unit      string
	Meaning   string
	Used      bool // some package's case depends on it
}

// Params returns every parameter in force, defaults included, sorted by path;
// of one path the shared value comes first, then packages' own, in their
// order.
func (s *Scenario) Params() []Param {
	m := s.merged
	var out []Param
	for _, x := range m.inForce() {
		if heading[x.parts[0]] || x.parts[0] == "package" && presentation(x.field) {
			continue
		}
		p := Param{Path: x.path, Package: x.owner, Text: valueText(x), Value: bareText(x.node), Number: x.value.number, Choice: x.value.choice,
			Origin: origin(x.node), Source: x.value.source, Note: x.value.note, Unit: x.field.Unit, Meaning: x.field.Meaning, Used: x.used}
		if x.sample != nil {
			p.Text = "a column of the joint sample"
			p.Value = p.Text
		}
		out = append(out, p)
	}
	for _, d := range m.defaults() {
		p := Param{Path: joinPath(d.parts...), Text: d.text, Value: d.text, IsDefault: true, Source: d.field.Source, Unit: d.field.Unit, Meaning: d.field.Meaning, Used: true}
		if v, ok := d.field.Default.(float64); ok {
			p.Number = uncertain.Constant{Value: v}
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Param) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), min(len(a.Package), 1)-min(len(b.Package), 1))
	})
	return out
}

// DefaultsUsed counts the parameters whose default is in force: those that
// Params marks as defaults.
func (s *Scenario) DefaultsUsed() int { return len(s.merged.defaults()) }

// heading names what describes the scenario rather than the world.
var heading = map[string]bool{"format": true, "title": true, "question": true, "answer": true, "extends": true, "packages": true,
	"baseline": true, "fallback": true, "run": true}

// presentation reports whether a package's field only describes it.
func presentation(f *schema.Field) bool {
	return f.Type == schema.Text || f.Type == schema.IDs && strings.HasSuffix(f.Path, ".instruments")
}

// bareText is a value as one line without what only comments on it:
// "pert = [1, 2, 3]" of { pert = [1, 2, 3], source = "…" }, and 4 of
// { value = 4, source = "…" }.
func bareText(n *node) string {
	if n.kind != table {
		return nodeText(n)
	}
	if v := n.child("value"); v != nil {
		return nodeText(v)
	}
	var parts []string
	for _, f := range n.fields {
		if f.key != "source" && f.key != "note" {
			parts = append(parts, joinPath(f.key)+" = "+nodeText(f))
		}
	}
	return strings.Join(parts, ", ")
}
