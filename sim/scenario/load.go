package scenario

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"steadfast/sim/diag"
)

// Load reads a scenario: path is a file, or the name of a shipped scenario.
// Everything that is wrong with it, with the files it extends and with the
// overrides is in the list, sorted by file and position. The Scenario is nil
// if and only if the list holds an error. No input makes Load panic.
func Load(path string, opt Options) (*Scenario, diag.List) {
	ld := &loader{open: newOpener(opt), done: map[string]bool{}}
	s := ld.load(path, opt)
	ld.list.Sort()
	list := ld.list.Dedupe()
	if list.HasErrors() {
		return nil, list
	}
	return s, list
}

// loader reads a file and all that it extends.
type loader struct {
	open   opener
	list   diag.List
	layers []*layer
	done   map[string]bool // files read, by identity
	broken bool            // some file could not be read or parsed
}

func (ld *loader) load(path string, opt Options) *Scenario {
	src, err := ld.open.open(path)
	if err != nil {
		ld.list.Add(unreadable(err, "give the path of a file, or the name of a shipped scenario"))
		return nil
	}
	if !ld.read(src, nil) {
		return nil
	}
	main := len(ld.layers) - 1
	if len(opt.Set) > 0 {
		ld.overrides(opt)
	}
	m := ld.merge(main)
	s := m.scenario(src)
	if s == nil {
		return nil
	}
	for _, l := range ld.layers[:main+1] {
		s.Files = append(s.Files, l.src.name)
	}
	return s
}

// identity tells files apart whatever way they are named.
func identity(src *source) string {
	if src.shipped {
		return src.name
	}
	if full, err := filepath.Abs(src.name); err == nil {
		return full
	}
	return filepath.Clean(src.name)
}

// read parses a file and, before it, what it extends: the weakest comes first.
// A file reached twice counts once, where it is first needed. chain holds the
// files on the way here, to find a cycle. It returns false where the file
// could not be parsed.
func (ld *loader) read(src *source, chain []string) bool {
	id := identity(src)
	ld.done[id] = true
	root := parse(src, &ld.list)
	if root == nil {
		ld.broken = true
		return false
	}
	chain = append(slices.Clone(chain), id)
	for _, n := range ld.extended(src, root) {
		name := n.value.(string)
		base, err := ld.open.relative(src, name)
		if err != nil {
			d := unreadable(err, "write a path relative to this file, or steadfast: and the name of a shipped file")
			d.File, d.Range, d.Path = src.name, n.valueRange(), "extends"
			ld.list.Add(d)
			ld.broken = true
			continue
		}
		baseID := identity(base)
		if at := slices.Index(chain, baseID); at >= 0 {
			ld.list.Add(diag.Diagnostic{Summary: "extends goes in a circle: " + circle(chain[at:], baseID),
				Detail: "take one of the files out of the circle", File: src.name, Range: n.valueRange(), Path: "extends"})
			ld.broken = true
			continue
		}
		if !ld.done[baseID] {
			ld.read(base, chain)
		}
	}
	ld.layers = append(ld.layers, walk(src, len(ld.layers), root, false, &ld.list))
	return true
}

func circle(chain []string, last string) string {
	var names []string
	for _, c := range append(slices.Clone(chain), last) {
		if !strings.HasPrefix(c, shippedPrefix) {
			c = filepath.Base(c)
		}
		names = append(names, c)
	}
	return strings.Join(names, " → ")
}

// extended returns the texts of `extends`. What is no text is left to the
// check of types.
func (ld *loader) extended(src *source, root *node) []*node {
	n := root.child("extends")
	if n == nil {
		return nil
	}
	var out []*node
	for _, c := range append([]*node{n}, n.items...) {
		if _, ok := c.value.(string); ok && !c.broken {
			out = append(out, c)
		}
	}
	return out
}

// overrides reads Options.Set as the strongest layer.
func (ld *loader) overrides(opt Options) {
	src := newSource(setName, false, opt.setText())
	for i, s := range opt.Set {
		if !strings.Contains(s, "=") {
			ld.list.Add(diag.Diagnostic{Summary: fmt.Sprintf("%q is no override", s), Detail: "write path=value, such as coalition.resolve=0.5",
				File: setName, Range: diag.Range{Start: diag.Pos{Line: i + 1, Column: 1}, End: diag.Pos{Line: i + 1, Column: 1}}})
			ld.broken = true
		}
	}
	if ld.broken {
		return
	}
	root := parse(src, &ld.list)
	if root == nil {
		ld.broken = true
		return
	}
	if n := root.child("extends"); n != nil {
		ld.list.Add(diag.Diagnostic{Summary: "an override cannot extend a file: only a file can extend another", Detail: "write extends into the scenario", File: setName,
			Range: n.keyRange(), Path: "extends"})
	}
	ld.layers = append(ld.layers, walk(src, len(ld.layers), root, true, &ld.list))
}
