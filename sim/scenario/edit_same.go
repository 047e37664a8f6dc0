package scenario

import (
	"slices"

	"steadfast/sim/schema"
)

// sameSettings reports whether two sides give the same values, sources, notes
// and ways of writing apart.
func sameSettings(a, b []*setting) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		at := slices.IndexFunc(b, func(y *setting) bool { return y.path == x.path })
		if at < 0 || (x.sample != nil) != (b[at].sample != nil) {
			return false
		}
		if x.field.Type == schema.IDs {
			if !sameSet(x.value.texts, b[at].value.texts) {
				return false
			}
		} else if !sameNode(x.node, b[at].node) {
			return false
		}
	}
	return true
}

// sameSet compares lists whose order means nothing.
func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// sameNode compares two values.
func sameNode(a, b *node) bool {
	a, b = plainValue(a), plainValue(b)
	if x, ok := plainNumber(a); ok {
		y, also := plainNumber(b)
		return also && x == y
	}
	if a.kind == tables || b.kind == tables {
		return slices.EqualFunc(a.items, b.items, sameNode)
	}
	if a.kind != b.kind {
		return false
	}
	switch a.kind {
	case scalar:
		return a.value == b.value
	case array:
		return slices.EqualFunc(a.items, b.items, sameNode)
	}
	return partOf(a, b) && partOf(b, a)
}

// partOf reports whether b has every key of a with the same value.
func partOf(a, b *node) bool {
	for _, f := range a.fields {
		if f.key == "source" || f.key == "note" {
			continue
		}
		if g := b.child(f.key); g == nil || !sameNode(f, g) {
			return false
		}
	}
	return true
}

// plainValue is the value inside { value = …, source = … }.
func plainValue(n *node) *node {
	if n.kind == table {
		if v := n.child("value"); v != nil {
			return v
		}
	}
	return n
}
