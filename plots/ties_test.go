package plots

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func TestTieGroups(t *testing.T) {
	row := map[string]int{"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}
	pair := func(a, b string) result.Pair { return result.Pair{A: a, B: b, Tied: true} }
	for _, c := range []struct {
		name  string
		pairs []result.Pair
		want  []tieGroup
	}{
		{"none", []result.Pair{{A: "a", B: "b"}}, nil},
		{"one pair", []result.Pair{pair("b", "a")}, []tieGroup{{rows: []int{0, 1}}}},
		{"not transitive", []result.Pair{pair("a", "b"), pair("b", "c")},
			[]tieGroup{{rows: []int{0, 1}}, {rows: []int{1, 2}, lane: 1}}},
		{"three", []result.Pair{pair("a", "b"), pair("c", "b"), pair("a", "c"), pair("d", "e")},
			[]tieGroup{{rows: []int{0, 1, 2}}, {rows: []int{3, 4}}}},
		{"over a gap", []result.Pair{pair("a", "d"), pair("b", "c")},
			[]tieGroup{{rows: []int{0, 3}}, {rows: []int{1, 2}, lane: 1}}},
	} {
		if diff := cmp.Diff(c.want, tieGroups(c.pairs, row), cmp.AllowUnexported(tieGroup{})); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
