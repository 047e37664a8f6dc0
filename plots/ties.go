package plots

import (
	"sort"

	"steadfast/sim/result"
)

// A tieGroup is a set of rows of which every two are tied, ascending, and the
// lane its line is drawn in.
type tieGroup struct {
	rows []int
	lane int
}

// tieGroups returns the largest groups of packages of which every pair is tied,
// by row: row[id] is where a package stands. Being tied is not transitive, so a
// row can belong to several groups. A group takes the first lane whose groups it
// does not overlap.
//
// Source: Bron and Kerbosch, Algorithm 457, CACM 16 (1973), with pivots; the
// display is the compact letter display of Piepho, J. Comput. Graph. Stat. 13
// (2004), with lines for letters.
func tieGroups(pairs []result.Pair, row map[string]int) []tieGroup {
	n := len(row)
	tied := make([][]bool, n)
	for i := range tied {
		tied[i] = make([]bool, n)
	}
	for _, q := range pairs {
		if q.Tied {
			a, b := row[q.A], row[q.B]
			tied[a][b], tied[b][a] = true, true
		}
	}
	var groups []tieGroup
	var expand func(group, candidates, done []int)
	expand = func(group, candidates, done []int) {
		if len(candidates) == 0 && len(done) == 0 {
			if len(group) > 1 {
				rows := append([]int(nil), group...)
				sort.Ints(rows)
				groups = append(groups, tieGroup{rows: rows})
			}
			return
		}
		pivot, most := -1, -1
		for _, v := range append(append([]int(nil), candidates...), done...) {
			if k := len(neighbours(tied[v], candidates)); k > most {
				pivot, most = v, k
			}
		}
		for _, v := range append([]int(nil), candidates...) {
			if tied[pivot][v] {
				continue
			}
			expand(append(append([]int(nil), group...), v), neighbours(tied[v], candidates), neighbours(tied[v], done))
			candidates = without(candidates, v)
			done = append(done, v)
		}
	}
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	expand(nil, all, nil)

	sort.Slice(groups, func(i, j int) bool { return before(groups[i].rows, groups[j].rows) })
	var lanes []int // last row taken
	for g := range groups {
		rows := groups[g].rows
		lane := 0
		for lane < len(lanes) && lanes[lane] >= rows[0] {
			lane++
		}
		if lane == len(lanes) {
			lanes = append(lanes, 0)
		}
		lanes[lane] = rows[len(rows)-1]
		groups[g].lane = lane
	}
	return groups
}

func neighbours(tied []bool, of []int) []int {
	var out []int
	for _, v := range of {
		if tied[v] {
			out = append(out, v)
		}
	}
	return out
}

func without(vs []int, v int) []int {
	var out []int
	for _, w := range vs {
		if w != v {
			out = append(out, w)
		}
	}
	return out
}

func before(a, b []int) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return len(a) < len(b)
}
