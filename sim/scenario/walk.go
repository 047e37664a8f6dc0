package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// A layer is what one file says, before it is merged with others.
type layer struct {
	src   *source
	index int
	root  *node
	set   bool // from Options.Set rather than a file
	read  bool // the values have been read, on the layer's own scale

	shared   []*setting
	packages []*packageDecl
	sweeps   []*sweepDecl
	pairs    []*pairDecl
	expects  []*expectDecl
	sample   *node   // [sample]
	joint    *sample // the same, read; nil: not yet
	scale    *node   // scale = "…" or [scale]
	columns  *node   // run.columns
}

// clone returns a copy to be merged anew: merging marks settings and refines
// their fields. What it does not touch is shared.
func (l *layer) clone() *layer {
	c := *l
	c.shared = cloneSettings(l.shared)
	c.packages = make([]*packageDecl, len(l.packages))
	for i, p := range l.packages {
		q := *p
		q.own, q.set = cloneSettings(p.own), cloneSettings(p.set)
		c.packages[i] = &q
	}
	if l.joint != nil {
		c.joint = l.joint.clone()
	}
	return &c
}

func cloneSettings(list []*setting) []*setting {
	all := make([]setting, len(list))
	out := make([]*setting, len(list))
	for i, s := range list {
		all[i] = *s
		out[i] = &all[i]
	}
	return out
}

// packageDecl is one [[package]] as one file gives it.
type packageDecl struct {
	id   string
	node *node
	drop bool
	own  []*setting // package.ID.…
	set  []*setting // [package.set]
}

// walker reads a file's tree into a layer.
type walker struct {
	*reporter
	layer *layer
}

// walk sorts a file's keys by the field table. What is unknown is reported.
func walk(src *source, index int, root *node, set bool, list *diag.List) *layer {
	w := &walker{reporter: &reporter{list: list}, layer: &layer{src: src, index: index, root: root, set: set}}
	for _, f := range root.fields {
		w.top(f)
	}
	return w.layer
}

// top reads one key of the top level.
func (w *walker) top(f *node) {
	l := w.layer
	switch f.key {
	case "package":
		w.packages(f)
	case "sweep":
		l.sweeps = w.sweeps(f)
	case "correlate":
		for _, t := range w.tableList(f, "correlate") {
			l.pairs = append(l.pairs, w.pair(t))
		}
	case "expect":
		for _, t := range w.tableList(f, "expect") {
			l.expects = append(l.expects, w.expect(t))
		}
	case "sample":
		if w.isTable(f, []string{"sample"}) {
			w.known(f, []string{"sample"}, "file", "paths", "rows", "source")
			l.sample = f
		}
	case "scale":
		l.scale = f
	case "run":
		if f.kind == table {
			l.columns = f.child("columns")
		}
		w.key(f, nil, &l.shared)
	default:
		w.key(f, nil, &l.shared)
	}
}

// key reads one key below a path: a parameter, or a section of parameters.
func (w *walker) key(f *node, prefix []string, into *[]*setting) {
	parts := below(prefix, f.key)
	if len(parts) == 2 && parts[0] == "run" && f.key == "columns" {
		return
	}
	if len(parts) == 2 && (parts[0] == "guarantor" || parts[0] == "instrument") {
		if why := badID(f.key); why != "" {
			w.at(f.keyRange(), f.src, parts, why, "use letters, digits, _ and -, or + within quotes")
			return
		}
	}
	field, known := schema.LookupParts(parts)
	switch {
	case known && (field.Type == schema.Vote || field.Type == schema.Entangle):
		if !w.isTable(f, parts) {
			return
		}
		for _, g := range f.fields {
			w.key(g, parts, into)
		}
	case known:
		*into = append(*into, newSetting(parts, field, f, w.layer.index))
	case len(schema.Children(parts, "")) > 0:
		if !w.isTable(f, parts) {
			return
		}
		for _, g := range f.fields {
			w.key(g, parts, into)
		}
	default:
		w.unknown(f, prefix)
	}
}

// unknown reports a key that the field table does not know.
func (w *walker) unknown(f *node, prefix []string) {
	kind := ""
	if len(prefix) == 2 && prefix[0] == "instrument" {
		kind = w.kindHere(prefix[1])
	}
	allowed := slices.DeleteFunc(schema.Children(prefix, kind), func(s string) bool { return s == "*" })
	if len(prefix) == 0 {
		allowed = append(allowed, "scale", "sample", "correlate", "expect")
	}
	w.at(f.keyRange(), f.src, below(prefix, f.key), "unknown key "+quote(f.key), w.meant(f.key, prefix, allowed))
}

// kindHere is the kind that this file gives an instrument, "" if none.
func (w *walker) kindHere(id string) string {
	kind, _ := valueOf(w.layer.root.child("instrument").child(id).child("kind")).(string)
	return kind
}

func valueOf(n *node) any {
	if n == nil {
		return nil
	}
	return n.value
}

// meant says what an unknown key was meant to be: a near miss, the section it
// belongs to, or what is allowed.
func (w *walker) meant(key string, prefix, allowed []string) string {
	if near, ok := diag.Nearest(key, allowed); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	var homes []string
	for _, f := range schema.Fields() {
		if i := strings.LastIndexByte(f.Path, '.'); i > 0 && f.Path[i+1:] == key && !slices.Contains(homes, f.Path[:i]) {
			homes = append(homes, f.Path[:i])
		}
	}
	if len(homes) == 1 && homes[0] != strings.Join(prefix, ".") {
		return fmt.Sprintf("it belongs in [%s]", strings.ReplaceAll(homes[0], "*", "ID"))
	}
	return allowedList(allowed)
}

// allowedList names what may be written, in at most a line or two.
func allowedList(allowed []string) string {
	allowed = slices.Clone(allowed)
	slices.Sort(allowed)
	allowed = slices.Compact(allowed)
	if len(allowed) == 0 {
		return ""
	}
	if len(allowed) > 24 {
		return "allowed are " + strings.Join(allowed[:24], ", ") + ", …"
	}
	return "allowed are " + strings.Join(allowed, ", ")
}

// isTable reports whether a node is a table; if not it says so.
func (w *walker) isTable(f *node, parts []string) bool {
	if f.kind == table {
		return true
	}
	if f.damaged() {
		return false
	}
	path := joinPath(parts...)
	if f.kind == tables {
		w.at(f.keyRange(), f.src, parts, path+" is one table, not a list of tables", "write ["+path+"] with single brackets")
	} else {
		w.at(f.valueRange(), f.src, parts, path+" is "+f.shape()+", and a table of keys is needed", "write a section ["+path+"]; "+allowedList(schema.Children(parts, "")))
	}
	return false
}

// tableList returns the tables of [[name]].
func (w *walker) tableList(f *node, name string) []*node {
	switch {
	case f.kind == tables:
		return f.items
	case f.damaged():
		return nil
	case f.kind == array:
		for _, item := range f.items {
			if item.kind != table {
				w.at(item.valueRange(), f.src, []string{name}, name+" holds "+item.shape()+", and tables are needed", "write [["+name+"]], once for each")
				return nil
			}
		}
		return f.items
	}
	w.at(f.keyRange(), f.src, []string{name}, name+" is "+f.shape()+", and a list of tables is needed", "write [["+name+"]] with two brackets, once for each")
	return nil
}

// known reports the keys of a table that are not among those allowed.
func (w *walker) known(f *node, parts []string, allowed ...string) {
	for _, g := range f.fields {
		if !slices.Contains(allowed, g.key) {
			w.at(g.keyRange(), g.src, below(parts, g.key), "unknown key "+quote(g.key), w.meant(g.key, parts, allowed))
		}
	}
}
