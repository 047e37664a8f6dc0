package sim

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// A Group is parameters that are to move together: everything that the
// challenger is, all of a country's politics.
type Group struct {
	Name  string
	Paths []string // of parameters; one that ends in ".*" takes all that begin so
}

// GroupByTable adds to groups those of the tables that all other parameters
// stand in: challenger, coalition, guarantor.uk, instrument.tripwire.
func GroupByTable(sc *scenario.Scenario, groups []Group) []Group {
	groups = slices.Clone(groups)
	place, taken := map[string]int{}, map[int]bool{}
	for _, g := range groups {
		for _, path := range g.Paths {
			for _, i := range matching(sc.Columns(), path) {
				taken[i] = true
			}
		}
	}
	for i, c := range sc.Columns() {
		if taken[i] {
			continue
		}
		parts := strings.Split(c.Path, ".")
		depth := 1
		if parts[0] == "guarantor" || parts[0] == "instrument" || parts[0] == "package" {
			depth = 2
		}
		if len(parts) <= depth {
			continue
		}
		name := strings.Join(parts[:depth], ".")
		at, known := place[name]
		if !known {
			at = len(groups)
			place[name] = at
			groups = append(groups, Group{Name: name})
		}
		groups[at].Paths = append(groups[at].Paths, c.Path)
	}
	return groups
}

// factors lists what is varied: every uncertain parameter, and the groups, one
// a name. A parameter is in at most one group; parameters that are drawn
// together are one, or come into one where a member is. It returns, beside the
// factors, the columns of each.
func factors(sc *scenario.Scenario, groups []Group) ([]result.Factor, [][]int, error) {
	columns := sc.Columns()
	group := make([]int, len(columns)) // of a column; −1: none
	for i := range group {
		group[i] = -1
	}
	var names []string
	for _, g := range groups {
		at := slices.Index(names, g.Name)
		if at < 0 {
			at = len(names)
			names = append(names, g.Name)
		}
		named := 0
		for _, path := range g.Paths {
			found := matching(columns, path)
			if len(found) == 0 {
				return nil, nil, unknownParameter(sc, g.Name, path)
			}
			for _, i := range found {
				if group[i] >= 0 && group[i] != at {
					return nil, nil, fmt.Errorf("group %q and group %q both hold %s; a parameter can be in one group", names[group[i]], g.Name, columns[i].Path)
				}
				group[i] = at
				named++
			}
		}
		if named == 0 {
			return nil, nil, fmt.Errorf("group %q has no parameter; write NAME=PATH, or NAME=PATH.* for all below", g.Name)
		}
	}
	correlated := make([]bool, len(columns))
	for _, pair := range sc.DesignCorrelations() {
		correlated[pair.A], correlated[pair.B] = true, true
		names = joinPair(group, pair.A, pair.B, names)
	}
	members := make([][]int, len(names))
	for i, g := range group {
		if g >= 0 {
			members[g] = append(members[g], i)
		}
	}
	var out []result.Factor
	var cols [][]int
	for i, c := range columns {
		f := result.Factor{Name: c.Path, Paths: []string{c.Path}, Unit: c.Unit, Discrete: c.Choice != nil || c.Whole, Correlated: correlated[i]}
		if c.Number != nil {
			low, high := c.Number.Quantile(tornadoLow), c.Number.Quantile(1-tornadoLow)
			f.Low, f.High = &low, &high
		}
		out, cols = append(out, f), append(cols, []int{i})
	}
	for g, name := range names {
		if len(members[g]) == 0 {
			continue
		}
		f := result.Factor{Name: name}
		for _, i := range members[g] {
			f.Paths = append(f.Paths, columns[i].Path)
			f.Discrete = f.Discrete || out[i].Discrete
		}
		if f.Name == "" {
			f.Name = together(f.Paths)
		}
		for _, i := range members[g] {
			out[i].In = f.Name
		}
		out, cols = append(out, f), append(cols, members[g])
	}
	return out, cols, nil
}

// joinPair puts two columns into one group: that of either, or a new one
// without a name. It returns the names of the groups.
func joinPair(group []int, a, b int, names []string) []string {
	switch ga, gb := group[a], group[b]; {
	case ga < 0 && gb < 0:
		group[a], group[b] = len(names), len(names)
		return append(names, "")
	case ga < 0:
		group[a] = gb
	case gb < 0:
		group[b] = ga
	case ga != gb:
		keep, drop := ga, gb
		if names[keep] == "" && names[drop] != "" {
			keep, drop = drop, keep
		}
		for i := range group {
			if group[i] == drop {
				group[i] = keep
			}
		}
		if names[drop] != "" {
			names[keep] += " + " + names[drop]
		}
	}
	return names
}

// together names parameters that are drawn together by what their paths share
// and where they differ: guarantor.{uk,fr}.willingness.
func together(paths []string) string {
	parts := make([][]string, len(paths))
	for i, p := range paths {
		parts[i] = strings.Split(p, ".")
		if len(parts[i]) != len(parts[0]) {
			return strings.Join(paths, " + ")
		}
	}
	name := make([]string, len(parts[0]))
	for k := range parts[0] {
		var differ []string
		for _, p := range parts {
			if !slices.Contains(differ, p[k]) {
				differ = append(differ, p[k])
			}
		}
		name[k] = differ[0]
		if len(differ) > 1 {
			name[k] = "{" + strings.Join(differ, ",") + "}"
		}
	}
	return strings.Join(name, ".")
}

// matching lists the columns that a path of a group names.
func matching(columns []scenario.Column, path string) []int {
	prefix, all := strings.CutSuffix(path, "*")
	var found []int
	for i, c := range columns {
		if c.Path == path || all && strings.HasPrefix(c.Path, prefix) {
			found = append(found, i)
		}
	}
	return found
}

func unknownParameter(sc *scenario.Scenario, group, path string) error {
	var known []string
	for _, c := range sc.Columns() {
		known = append(known, c.Path)
	}
	hint := ""
	if near, ok := diag.Nearest(path, known); ok {
		hint = fmt.Sprintf("; did you mean %s?", near)
	}
	return fmt.Errorf("group %q: no uncertain parameter is called %s%s; steadfast show %s lists them", group, path, hint, sc.Name)
}
