package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"steadfast/sim/scenario"
	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// A group is one section of the scenario with its parameters.
type group struct {
	header string // as in a file, with the name of what it describes
	about  string // a line below; may be empty
	params []shown
}

// shown is one parameter as show lists it.
type shown struct {
	scenario.Param
	name  string // the path below the group's header
	value string
	note  string // source and note
	idle  bool   // no package's case depends on it, although one might
}

// parameters lists what the model or the appraisal takes: everything in force
// but the texts, which only describe.
func parameters(sc *scenario.Scenario) []scenario.Param {
	return slices.DeleteFunc(sc.Params(), func(p scenario.Param) bool {
		f, ok := schema.Lookup(p.Path)
		return ok && f.Type == schema.Text
	})
}

// sharedGroups lists everything in force by section: the world, the
// instruments, the packages with what they set for themselves.
func sharedGroups(sc *scenario.Scenario) []group {
	byKey := map[string][]shown{}
	for _, p := range parameters(sc) {
		key, name := groupOf(p.Path)
		if p.Package != "" {
			name += " in " + p.Package
		}
		byKey[key] = append(byKey[key], describeParam(p, name))
	}
	keys := slices.Collect(maps.Keys(byKey))
	for _, p := range sc.Packages {
		// A package is listed also where it sets nothing.
		if key := packageKey(p.ID); byKey[key] == nil {
			keys = append(keys, key)
		}
	}
	rank := groupRank(sc)
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	var out []group
	for _, key := range keys {
		header, about := groupHeader(sc, key)
		out = append(out, group{header, about, byKey[key]})
	}
	return out
}

// packageGroups lists what one package sets for itself, each beside the shared
// value that it replaces.
func packageGroups(sc *scenario.Scenario, id string) []group {
	shared := map[string]string{}
	for _, p := range parameters(sc) {
		if p.Package == "" {
			shared[p.Path] = describeParam(p, "").value
		}
	}
	key := packageKey(id)
	own := group{}
	own.header, own.about = groupHeader(sc, key)
	set := group{header: "[package.set]"}
	for _, p := range parameters(sc) {
		in, name := groupOf(p.Path)
		switch {
		case p.Package == id:
			x := describeParam(p, p.Path)
			if was := shared[p.Path]; was != "" {
				x.note = joinNotes("instead of "+was, x.note)
			} else {
				x.note = joinNotes("no shared value has this path", x.note)
			}
			set.params = append(set.params, x)
		case in == key:
			own.params = append(own.params, describeParam(p, name))
		}
	}
	if len(set.params) == 0 {
		set.about = "nothing: the package takes the world and its instruments as they are"
	}
	return []group{own, set}
}

func packageKey(id string) string { return schema.JoinPath([]string{"package", id}) }

// describeParam words a parameter.
func describeParam(p scenario.Param, name string) shown {
	x := shown{Param: p, name: name, value: p.Value, note: p.Source}
	if _, fixed := p.Number.(uncertain.Constant); p.Number != nil && !fixed && strings.HasPrefix(p.Value, `"`) {
		x.value = fmt.Sprintf("%s = %s", p.Value, p.Number)
	}
	if p.Note != "" {
		x.note = joinNotes(x.note, "note: "+p.Note)
	}
	f, ok := schema.Lookup(p.Path)
	x.idle = ok && f.Overridable() && !p.Used
	if x.idle {
		x.note = joinNotes("nothing uses it", x.note)
	}
	return x
}

func joinNotes(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// place is where a parameter was set.
func (x *shown) place(nameOf func(file string) string) string {
	switch x.Origin.File {
	case "":
		return "default"
	case "--set":
		return x.Origin.File
	}
	return fmt.Sprintf("%s:%d", nameOf(x.Origin.File), x.Origin.Line)
}
