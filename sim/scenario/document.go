package scenario

import (
	"time"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"steadfast/sim/diag"
)

// parse reads one TOML source into a tree of nodes. The tree is nil where the
// text cannot be understood well enough to look at its meaning; otherwise it
// holds everything that parsed, and what did not is marked as broken.
//
// go-toml's parser gives the structure and every position, BurntSushi/toml
// the values, one by one, and the last word on whether the whole is TOML.
func parse(src *source, list *diag.List) *node {
	text, patches, ok := repair(src, list)
	if !ok {
		return nil
	}
	b := &builder{src: src, list: list, patches: patches}
	b.root = &node{kind: table, src: src}
	found := len(*list)
	var p unstable.Parser
	p.Reset(text)
	here := b.root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			here = b.section(keyParts(e.Key()), e.Kind == unstable.ArrayTable)
		case unstable.KeyValue:
			b.keyValue(here, e)
		}
	}
	if len(*list) > found || len(patches) > 0 {
		return b.root
	}
	var all map[string]any
	if _, err := toml.Decode(string(text), &all); err != nil {
		list.Add(syntaxError(src, err))
		return nil
	}
	return b.root
}

// builder turns expressions into nodes.
type builder struct {
	src     *source
	list    *diag.List
	patches map[int]bool // byte offsets of values that repair replaced
	root    *node
}

// part is one element of a key with its place.
type part struct {
	name     string
	from, to int
}

func keyParts(it unstable.Iterator) []part {
	var parts []part
	for it.Next() {
		n := it.Node()
		from := int(n.Raw.Offset)
		parts = append(parts, part{string(n.Data), from, from + int(n.Raw.Length)})
	}
	return parts
}

// section opens [a.b] or [[a.b]] and returns its table. A section that cannot
// be opened is reported and returned detached, so that its keys are read but
// go nowhere.
func (b *builder) section(parts []part, many bool) *node {
	last := parts[len(parts)-1]
	parent := b.walk(b.root, parts[:len(parts)-1])
	fresh := &node{kind: table, key: last.name, src: b.src, header: true, keyFrom: parts[0].from, keyTo: last.to}
	if parent == nil {
		return fresh
	}
	old := parent.child(last.name)
	switch {
	case old == nil && many:
		list := &node{kind: tables, key: last.name, src: b.src, keyFrom: fresh.keyFrom, keyTo: fresh.keyTo}
		parent.add(list)
		list.items = append(list.items, fresh)
	case many && old.kind == tables:
		old.items = append(old.items, fresh)
	case old == nil:
		parent.add(fresh)
	case !many && old.kind == table && !old.header && !old.inline:
		old.header = true
		old.keyFrom, old.keyTo = fresh.keyFrom, fresh.keyTo
		return old
	case !many && old.kind == tables:
		b.report(fresh, "["+joinPath(names(parts)...)+"] is a list of tables elsewhere in this file", "write [["+joinPath(names(parts)...)+"]] with two brackets")
	default:
		b.twice(fresh, old, joinPath(names(parts)...))
	}
	return fresh
}

// keyValue reads key = value into a table.
func (b *builder) keyValue(into *node, e *unstable.Node) {
	parts := keyParts(e.Key())
	last := parts[len(parts)-1]
	from := b.valueStart(last.to)
	to := int(e.Raw.Offset) + int(e.Raw.Length)
	value := b.value(e.Value(), from, to)
	value.key = last.name
	value.keyFrom, value.keyTo = parts[0].from, last.to
	parent := b.walk(into, parts[:len(parts)-1])
	if parent == nil {
		return
	}
	if old := parent.child(last.name); old != nil {
		b.twice(value, old, last.name)
		return
	}
	parent.add(value)
}

// walk goes down from a table by keys, making tables on the way.
func (b *builder) walk(n *node, parts []part) *node {
	for _, p := range parts {
		next := n.child(p.name)
		if next == nil {
			next = &node{kind: table, key: p.name, src: b.src, keyFrom: p.from, keyTo: p.to}
			n.add(next)
		}
		if next.kind == tables {
			next = next.items[len(next.items)-1]
		}
		if next.kind != table || next.inline {
			at := &node{src: b.src, keyFrom: p.from, keyTo: p.to}
			b.report(at, "key \""+p.name+"\" already has a value, on line "+lineText(next)+", and cannot be a table as well",
				"keep one of the two")
			return nil
		}
		n = next
	}
	return n
}

// value makes the node of a value between two byte offsets.
func (b *builder) value(v *unstable.Node, from, to int) *node {
	n := &node{src: b.src, valueFrom: from, valueTo: to, broken: b.patches[from]}
	switch v.Kind {
	case unstable.Array:
		n.kind = array
		it := v.Children()
		for it.Next() {
			item := it.Node()
			start, end := extent(item)
			if end <= start {
				start, end = from, to // of an empty list the parser does not tell
			}
			n.items = append(n.items, b.value(item, start, end))
		}
	case unstable.InlineTable:
		n.kind, n.inline = table, true
		it := v.Children()
		for it.Next() {
			b.keyValue(n, it.Node())
		}
	default:
		n.dateOnly = v.Kind == unstable.LocalDate
		if !n.broken {
			b.scalar(n, string(b.src.data[v.Raw.Offset:v.Raw.Offset+v.Raw.Length]))
		}
	}
	return n
}

// scalar decodes the text of a value.
func (b *builder) scalar(n *node, text string) {
	var one struct{ V any }
	if _, err := toml.Decode("V = "+text, &one); err != nil {
		n.broken = true
		d := valueCure(text)
		if d == "" {
			d = message(err)
		}
		b.report(n, "cannot read the value "+n.shown(), d)
		return
	}
	n.value = one.V
	_, n.dateLike = one.V.(time.Time)
}

// extent returns the bytes that an item of an array covers, as far as the
// parser tells.
func extent(v *unstable.Node) (from, to int) {
	from, to = int(v.Raw.Offset), int(v.Raw.Offset+v.Raw.Length)
	known := v.Raw.Length > 0
	it := v.Children()
	for it.Next() {
		a, z := extent(it.Node())
		if z <= a {
			continue
		}
		if !known {
			from, known = a, true
		}
		to = max(to, z)
	}
	return from, to
}

// valueStart finds the first byte of the value after a key.
func (b *builder) valueStart(i int) int {
	for data := b.src.data; i < len(data); i++ {
		switch data[i] {
		case ' ', '\t', '=':
			continue
		}
		break
	}
	return i
}

// twice reports a key that a file gives more than once.
func (b *builder) twice(again, first *node, path string) {
	b.report(again, "key \""+path+"\" is given twice; the first is on line "+lineText(first), "keep one of the two")
}

func (b *builder) report(n *node, summary, detail string) {
	b.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: b.src.name, Range: n.keyRange(), Path: n.key})
}

func names(parts []part) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = p.name
	}
	return out
}
