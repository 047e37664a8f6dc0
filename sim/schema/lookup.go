package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// index is the expanded table with what finds a row in it.
type index struct {
	fields []Field
	split  [][]string           // of each field's path
	byName map[kindName]*Field  // instrument fields by kind and name below instrument.*
	kinds  map[string]kindTable // by name
}

type kindName struct{ kind, name string }

var (
	tableOnce sync.Once
	tableOf   *index
)

// table builds the index at its first use; nothing changes it afterwards.
func table() *index {
	tableOnce.Do(func() { tableOf = newIndex() })
	return tableOf
}

func newIndex() *index {
	rows := slices.Concat(scenarioFields(), worldFields(), backstopFields(), instrumentFields())
	ix := &index{byName: map[kindName]*Field{}, kinds: map[string]kindTable{}}
	for _, k := range kindTables() {
		ix.kinds[k.Name] = k
		for _, f := range k.fields {
			f.Kinds = []string{k.Name}
			rows = append(rows, f)
		}
	}
	rows = append(rows, packageFields()...)
	ix.fields = expand(rows)
	for i := range ix.fields {
		f := &ix.fields[i]
		ix.split = append(ix.split, strings.Split(f.Path, "."))
		if name, ok := strings.CutPrefix(f.Path, "instrument.*."); ok {
			for _, k := range KindNames() {
				if f.takenBy(k) {
					ix.byName[kindName{k, name}] = f
				}
			}
		}
	}
	return ix
}

func (f *Field) takenBy(kind string) bool { return f.Kinds == nil || slices.Contains(f.Kinds, kind) }

// Fields returns the whole table, in the order of the documentation. The
// slice is the caller's; what its rows refer to is shared and read-only.
func Fields() []Field { return slices.Clone(table().fields) }

// Lookup returns the row of a concrete path (instrument.tripwire.troops,
// guarantor."x y".willingness) or of a path of the table itself
// (guarantor.*.willingness). Of an instrument's field it is the first row of
// any kind: type, unit and hard range hold for all kinds, default and meaning
// need [LookupKind]. A path inside a package, as in
// package.trip.instrument.tripwire.troops, gives the row of what it overrides.
func Lookup(path string) (*Field, bool) {
	parts, err := SplitPath(path)
	if err != nil {
		return nil, false
	}
	return LookupParts(parts)
}

// LookupParts is Lookup for a path already split, ids unquoted.
func LookupParts(parts []string) (*Field, bool) { return LookupKind(parts, "") }

// LookupKind is LookupParts for an instrument of the given kind: it finds only
// what the kind takes, with the kind's own default and meaning. An empty kind
// means any.
func LookupKind(parts []string, kind string) (*Field, bool) {
	ix := table()
	for i := range ix.fields {
		f := &ix.fields[i]
		if matches(ix.split[i], parts) && (kind == "" || parts[0] != "instrument" || f.takenBy(kind)) {
			return f, true
		}
	}
	if len(parts) > 3 && parts[0] == "package" && parts[2] != "package" {
		if f, ok := LookupKind(parts[2:], kind); ok && f.Overridable() {
			return f, true
		}
	}
	return nil, false
}

// matches tells whether a concrete path fits a table path.
func matches(pattern, parts []string) bool {
	if len(pattern) != len(parts) {
		return false
	}
	for i, p := range pattern {
		if p != "*" && p != parts[i] {
			return false
		}
	}
	return true
}

// Children returns the keys that may stand directly below a path, sorted and
// without duplicates: what a misspelt key is compared with. The root is an
// empty slice. Where ids stand below the path the result holds "*".
// kind restricts an instrument's keys to one kind; "" means any.
func Children(prefix []string, kind string) []string {
	ix := table()
	var out []string
	for i := range ix.fields {
		pattern := ix.split[i]
		if len(pattern) <= len(prefix) || !matches(pattern[:len(prefix)], prefix) {
			continue
		}
		if kind != "" && pattern[0] == "instrument" && !ix.fields[i].takenBy(kind) {
			continue
		}
		out = append(out, pattern[len(prefix)])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Overridable tells whether a [package.set] and a sweep may change the field:
// the world and the instruments, not the horizon, the start, the run or the
// weights.
func (f *Field) Overridable() bool {
	section, _, nested := strings.Cut(f.Path, ".")
	if !nested {
		return false
	}
	switch section {
	case "challenger", "protege", "battle", "coalition", "guarantor", "backstop", "watch", "instrument":
		return true
	}
	return false
}

// SplitPath splits a dotted path; an element may be quoted as a TOML key is,
// in which case its quotes are removed.
func SplitPath(path string) ([]string, error) {
	var parts []string
	rest := path
	for {
		var part string
		switch {
		case strings.HasPrefix(rest, `"`):
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, fmt.Errorf("path %s: a quoted id does not end: close it with \"", path)
			}
			if part, err = strconv.Unquote(quoted); err != nil {
				return nil, fmt.Errorf("path %s: the quoted id %s is malformed", path, quoted)
			}
			rest = rest[len(quoted):]
		case strings.HasPrefix(rest, `'`):
			end := strings.IndexByte(rest[1:], '\'')
			if end < 0 {
				return nil, fmt.Errorf("path %s: a quoted id does not end: close it with '", path)
			}
			part, rest = rest[1:1+end], rest[end+2:]
		default:
			end := strings.IndexByte(rest, '.')
			if end < 0 {
				end = len(rest)
			}
			part, rest = strings.TrimSpace(rest[:end]), rest[end:]
			if part == "" {
				return nil, fmt.Errorf("path %q: an element is empty: write names joined by single dots, as in challenger.war_cost", path)
			}
		}
		parts = append(parts, part)
		if rest == "" {
			return parts, nil
		}
		if rest[0] != '.' {
			return nil, fmt.Errorf("path %s: %q follows a quoted id: only a dot may", path, rest)
		}
		rest = rest[1:]
	}
}

// JoinPath is the inverse of SplitPath; elements that are not bare TOML keys
// are quoted.
func JoinPath(parts []string) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte('.')
		}
		if p == "*" || isBare(p) {
			b.WriteString(p)
		} else {
			b.WriteString(strconv.Quote(p))
		}
	}
	return b.String()
}

func isBare(s string) bool {
	for _, r := range s {
		bare := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' || r == '-'
		if !bare {
			return false
		}
	}
	return s != ""
}
