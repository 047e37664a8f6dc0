package scenario

import (
	"slices"

	"steadfast/sim/schema"
)

// packages reads [[package]]; of a --set, package.ID.….
func (w *walker) packages(f *node) {
	if w.layer.set && f.kind == table {
		for _, p := range f.fields {
			if w.isTable(p, []string{"package", p.key}) {
				w.layer.packages = append(w.layer.packages, w.addressed(p))
			}
		}
		return
	}
	first := map[string]*node{}
	for _, t := range w.tableList(f, "package") {
		id, ok := w.id(t, "package")
		if !ok {
			continue
		}
		if old := first[id]; old != nil {
			w.at(t.child("id").valueRange(), t.src, []string{"package", id},
				"package "+quote(id)+" is given twice in this file; the first is on line "+lineText(old), "give one of them another id, or remove it")
			continue
		}
		first[id] = t.child("id")
		w.layer.packages = append(w.layer.packages, w.declared(t, id))
	}
}

// id reads the id of a [[package]] or [[sweep]].
func (w *walker) id(t *node, what string) (string, bool) {
	n := t.child("id")
	if n == nil {
		if t.damaged() {
			return "", false
		}
		w.at(t.keyRange(), t.src, []string{what}, "this "+what+" has no id", `add id = "…", a short name for claims and tables`)
		return "", false
	}
	if n.broken {
		return "", false
	}
	id, ok := n.value.(string)
	if !ok {
		w.at(n.valueRange(), n.src, []string{what, "id"}, "the id is "+n.shape()+", and text is needed", "write id = \"…\"")
		return "", false
	}
	if why := badID(id); why != "" {
		w.at(n.valueRange(), n.src, []string{what, "id"}, why, "use letters, digits, _, - and +")
		return "", false
	}
	return id, true
}

// declared reads one [[package]].
func (w *walker) declared(t *node, id string) *packageDecl {
	p := &packageDecl{id: id, node: t}
	prefix := []string{"package", id}
	for _, f := range t.fields {
		switch f.key {
		case "id":
		case "drop":
			flag, ok := f.value.(bool)
			if !ok && !f.broken {
				w.at(f.valueRange(), f.src, below(prefix, f.key), "drop is "+f.shape()+", and true or false is needed", "write drop = true to remove the inherited package")
			}
			p.drop = flag
		case "set":
			if w.isTable(f, below(prefix, "set")) {
				for _, g := range f.fields {
					w.override(g, nil, p)
				}
			}
		default:
			w.key(f, prefix, &p.own)
		}
	}
	if p.drop && len(t.fields) > 2 {
		w.at(t.child("drop").keyRange(), t.src, below(prefix, "drop"), "package "+quote(id)+" is dropped and given at the same time", "keep id and drop alone, or take drop away")
	}
	return p
}

// addressed reads package.ID of a --set: the package's own keys and, by their
// path, what it sets.
func (w *walker) addressed(t *node) *packageDecl {
	p := &packageDecl{id: t.key, node: t}
	for _, f := range t.fields {
		parts := []string{"package", t.key, f.key}
		if f.key == "set" && f.kind == table {
			for _, g := range f.fields {
				w.override(g, nil, p)
			}
			continue
		}
		if field, ok := schema.LookupParts(parts); ok && field.Type != schema.Table {
			w.key(f, parts[:2], &p.own)
			continue
		}
		w.override(f, nil, p)
	}
	return p
}

// override reads one key of [package.set]. Quoted keys with dots mean the
// same as dotted keys.
func (w *walker) override(f *node, prefix []string, p *packageDecl) {
	parts, err := schema.SplitPath(f.key)
	if err != nil {
		w.at(f.keyRange(), f.src, []string{"package", p.id, "set"}, err.Error(), "")
		return
	}
	full := append(slices.Clone(prefix), parts...)
	if field, ok := schema.LookupParts(full); ok && !field.Overridable() || fixedForAll[full[0]] || joinPath(full...) == "backstop.states" {
		w.at(f.keyRange(), f.src, append([]string{"package", p.id, "set"}, full...), "a package may not set "+joinPath(full...),
			"horizon, start, run, weights and the backstop's states are the same for all packages; a package's own keys stand in [[package]]")
		return
	}
	if field, ok := schema.LookupParts(full); ok && (field.Type == schema.Vote || field.Type == schema.Entangle) ||
		!ok && len(schema.Children(full, "")) > 0 {
		if w.isTable(f, full) {
			for _, g := range f.fields {
				w.override(g, full, p)
			}
		}
		return
	}
	renamed := *f
	renamed.key = full[len(full)-1]
	from := len(p.set)
	w.key(&renamed, full[:len(full)-1], &p.set)
	for _, s := range p.set[from:] {
		s.owner = p.id
	}
	for _, s := range p.set[from:] {
		for _, old := range p.set[:from] {
			if old.path == s.path {
				w.onKey(s, s.path+" is given twice; the other is on line "+lineText(old.node), "keep one of the two")
			}
		}
	}
}

// fixedForAll names the sections that no package may change.
var fixedForAll = map[string]bool{"run": true, "weights": true, "start": true, "horizon_years": true, "horizon_months": true, "horizon_days": true,
	"package": true, "sweep": true, "expect": true, "correlate": true, "sample": true, "scale": true}
