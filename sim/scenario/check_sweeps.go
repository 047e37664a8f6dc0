package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/schema"
)

// maxSweepPoints and maxSweepSteps bound what a file may ask for.
const (
	maxSweepPoints = 1_000_000
	maxSweepSteps  = 10_000
)

// readSweeps reads [[sweep]].
func (m *merged) readSweeps() []Sweep {
	var out []Sweep
	for _, d := range m.sweeps {
		s := Sweep{ID: d.id, Origin: origin(d.node), Title: m.sweepTitle(d)}
		if !m.sweepDesign(d, &s) {
			continue
		}
		if len(d.vary) == 0 {
			m.at(d.node.keyRange(), d.node.src, []string{"sweep", d.id, "vary"}, fmt.Sprintf("sweep %s varies nothing", quote(d.id)),
				"give a [[sweep.vary]] for each parameter: one for a line, two for a map")
			continue
		}
		things := map[string]bool{}
		for _, n := range d.vary {
			v, ok := m.vary(m.varyTable(d.id, n), s.Design)
			if !ok {
				continue
			}
			if thing := m.thingOf(v.Path); things[thing] {
				at := n.child("path")
				m.at(at.valueRange(), at.src, []string{"sweep", d.id, "vary", "path"}, "this sweep varies "+v.Path+" twice", "take one of the two out")
				continue
			} else {
				things[thing] = true
			}
			s.Vary = append(s.Vary, v)
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

func (m *merged) sweepTitle(d *sweepDecl) string {
	if d.title == nil || d.title.broken {
		return ""
	}
	title, ok := d.title.value.(string)
	if !ok {
		m.at(d.title.valueRange(), d.title.src, []string{"sweep", d.id, "title"}, "title is "+d.title.shape()+", and text is needed", `write title = "…"`)
	}
	return title
}

// sweepDesign reads how the points of a sweep are chosen, and how many.
func (m *merged) sweepDesign(d *sweepDecl, s *Sweep) bool {
	s.Design = GridSweep
	designs := []string{GridSweep, LatinSweep, SobolSweep}
	if n := d.design; n != nil {
		if n.broken {
			return false
		}
		word, _ := n.value.(string)
		if !slices.Contains(designs, word) {
			m.at(n.valueRange(), n.src, []string{"sweep", d.id, "design"}, "the design of a sweep is "+n.shown()+", which is not one of its words", nearOrAll(word, designs, "words"))
			return false
		}
		s.Design = word
	}
	n := d.points
	switch {
	case n == nil && s.Design == GridSweep:
		return true
	case n == nil:
		m.at(d.design.keyRange(), d.design.src, []string{"sweep", d.id, "points"}, "a sample has no size", "add points = …, a whole number from 2 to "+number(maxSweepPoints))
		return false
	case n.broken:
		return false
	case s.Design == GridSweep:
		m.at(n.keyRange(), n.src, []string{"sweep", d.id, "points"}, "points is given, and a grid has as many as its values make",
			`remove it, or add design = "latin" or "sobol" for a sample`)
		return false
	}
	count, ok := n.value.(int64)
	if !ok || count < 2 || count > maxSweepPoints {
		m.at(n.valueRange(), n.src, []string{"sweep", d.id, "points"}, "points is "+n.shown()+", outside its range", "write a whole number from 2 to "+number(maxSweepPoints))
		return false
	}
	s.Points = int(count)
	return true
}

// varySpec is what varies, from [[sweep.vary]] or from a command line.
type varySpec struct {
	section         []string // for messages
	at              *node    // the whole
	path            *node
	values          *node // a list; nil: a range
	from, to, steps *node
	log             *node
}

// varyTable reads the keys of one [[sweep.vary]].
func (m *merged) varyTable(id string, n *node) *varySpec {
	return &varySpec{section: []string{"sweep", id, "vary"}, at: n, path: n.child("path"), values: n.child("values"),
		from: n.child("from"), to: n.child("to"), steps: n.child("steps"), log: n.child("log")}
}

// vary reads what varies and checks every value.
func (m *merged) vary(y *varySpec, design string) (Vary, bool) {
	path, ok := m.requiredText(y.at, y.path, "sweep.vary", "path", "the path of the parameter that varies")
	if !ok {
		return Vary{}, false
	}
	s, ok := m.varied(y, path)
	if !ok {
		return Vary{}, false
	}
	v := Vary{Path: s.name(), Unit: s.field.Unit, Whole: s.field.Type == schema.Integer, Sets: m.setBy(s.thing())}
	if s.owner != "" {
		v.Sets = nil
	}
	switch {
	case y.values != nil && (y.from != nil || y.to != nil || y.steps != nil || y.log != nil):
		other := y.values
		for _, n := range []*node{y.log, y.steps, y.to, y.from} {
			if n != nil {
				other = n
			}
		}
		m.at(other.keyRange(), other.src, below(y.section, other.key), "values and "+other.key+" are both given", "keep the list, or from and to")
		return Vary{}, false
	case y.values != nil:
		ok = m.listed(y, s, &v)
	default:
		ok = m.spanned(y, s, &v, design)
	}
	return v, ok
}

// varied makes the setting that the values will be read into. It refuses what
// is no parameter, and what cannot vary.
func (m *merged) varied(y *varySpec, path string) (*setting, bool) {
	refuse := func(why, detail string) (*setting, bool) {
		m.at(y.path.valueRange(), y.path.src, below(y.section, "path"), why, detail)
		return nil, false
	}
	parts, err := schema.SplitPath(path)
	if err != nil {
		return refuse(err.Error(), "")
	}
	inner, owner := parts, ""
	if len(parts) > 3 && parts[0] == "package" {
		inner, owner = parts[2:], parts[1]
	}
	field, known := schema.LookupParts(inner)
	if known && !sweepable(field) {
		return refuse(joinPath(parts...)+" cannot vary", "a sweep varies what a run computes with: the world, instruments and packages, weights, start and horizon")
	}
	if why, detail := m.badParameter(path); why != "" && (!known || len(parts) > 1) {
		return refuse(why, detail)
	}
	if !known {
		return refuse(joinPath(parts...)+" cannot vary", "name one parameter: the row of a joint sample is none")
	}
	if inner[0] == "instrument" {
		if f, ok := schema.LookupKind(inner, m.kind(m.shared, inner[1])); ok {
			field = f
		}
	}
	s := newSetting(inner, field, y.at, m.main)
	s.owner = owner
	return s, true
}

// sweepable reports whether a parameter may take values in turn. An
// instrument's kind decides what else it takes, so that it cannot vary alone.
func sweepable(f *schema.Field) bool {
	section, rest, _ := strings.Cut(f.Path, ".")
	switch {
	case f.Type == schema.Text && f.Path != "fallback", f.Type == schema.Table, f.Type == schema.Vote, f.Type == schema.Entangle:
		return false
	case f.Path == "instrument.*.kind" || strings.HasSuffix(rest, ".drop"):
		return false
	case f.Overridable(), section == "package", section == "weights":
		return true
	}
	return section == "start" || section == "fallback" || section == "feasibility_rule" || strings.HasPrefix(section, "horizon_")
}

// thingOf is what a path speaks of, in whichever spelling, package included.
func (m *merged) thingOf(path string) string {
	parts, err := schema.SplitPath(path)
	if err != nil {
		return path
	}
	prefix := ""
	if len(parts) > 3 && parts[0] == "package" {
		prefix, parts = joinPath(parts[:2]...)+".", parts[2:]
	}
	if field, ok := schema.LookupParts(parts); ok {
		return prefix + newSetting(parts, field, nil, 0).thing()
	}
	return prefix + joinPath(parts...)
}
