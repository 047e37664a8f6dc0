package scenario

import (
	"strings"

	"steadfast/sim/diag"
)

// nodeKind is the shape of a TOML value.
type nodeKind int

const (
	scalar nodeKind = iota
	array           // [ … ]
	table           // { … }, [section], or made by a dotted key
	tables          // [[section]]
)

// A node is one value of a TOML file with its place.
type node struct {
	kind nodeKind
	key  string // last element of its path; "" for the root and array items
	src  *source

	keyFrom, keyTo     int // bytes of the key as written
	valueFrom, valueTo int // bytes of the value; of the header for a section

	value    any // bool, int64, float64, string or time.Time of a scalar
	dateLike bool
	dateOnly bool // a TOML local date

	broken bool // its text did not parse: already reported

	items  []*node // of an array, of [[tables]]
	fields []*node // of a table, as written
	byKey  map[string]*node

	header bool // opened by its own [header]
	inline bool // written as { … }
}

// child returns the field of a table by its exact key, or nil.
func (n *node) child(key string) *node {
	if n == nil {
		return nil
	}
	return n.byKey[key]
}

// add appends a field to a table.
func (n *node) add(f *node) {
	if n.byKey == nil {
		n.byKey = map[string]*node{}
	}
	n.byKey[f.key] = f
	n.fields = append(n.fields, f)
}

// keyRange is the place of the key; of the value where there is none.
func (n *node) keyRange() diag.Range {
	if n.keyTo > n.keyFrom {
		return n.src.at(n.keyFrom, n.keyTo)
	}
	return n.valueRange()
}

// valueRange is the place of the value; of the key for a section.
func (n *node) valueRange() diag.Range {
	if n.valueTo > n.valueFrom {
		return n.src.at(n.valueFrom, n.valueTo)
	}
	return n.src.at(n.keyFrom, n.keyTo)
}

// line is the line of the key, or of the value of an item.
func (n *node) line() int { return n.keyRange().Start.Line }

// text is the value as written.
func (n *node) text() string {
	if n.valueTo <= n.valueFrom || n.valueTo > len(n.src.data) {
		return ""
	}
	return string(n.src.data[n.valueFrom:n.valueTo])
}

// damaged reports whether the node or anything in it did not parse.
func (n *node) damaged() bool {
	if n == nil {
		return false
	}
	if n.broken {
		return true
	}
	for _, f := range n.fields {
		if f.damaged() {
			return true
		}
	}
	for _, i := range n.items {
		if i.damaged() {
			return true
		}
	}
	return false
}

// shape names what a value is, for messages.
func (n *node) shape() string {
	switch n.kind {
	case array:
		return "a list"
	case table:
		return "a table"
	case tables:
		return "a list of tables"
	}
	switch n.value.(type) {
	case bool:
		return "true or false"
	case int64, float64:
		return "a number"
	case string:
		return "text"
	}
	if n.dateOnly {
		return "a date"
	}
	return "a time"
}

// shown is the value as written, on one line and not longer than a message
// should be.
func (n *node) shown() string {
	s := strings.Join(strings.Fields(n.text()), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:59]) + "…"
	}
	return s
}
