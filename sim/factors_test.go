package sim

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// grouped are the groups among the factors, with their paths.
func grouped(t testing.TB, sc *scenario.Scenario, groups ...Group) map[string][]string {
	t.Helper()
	list, columns, err := factors(sc, groups)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for f, factor := range list {
		var paths []string
		for _, j := range columns[f] {
			paths = append(paths, sc.Columns()[j].Path)
		}
		if d := cmp.Diff(factor.Paths, paths); d != "" {
			t.Errorf("%s: paths and columns differ:\n%s", factor.Name, d)
		}
		if f >= len(sc.Columns()) {
			out[factor.Name] = paths
		}
	}
	for f, factor := range list[:len(sc.Columns())] {
		in := ""
		for name, paths := range out {
			if slices.Contains(paths, factor.Name) {
				in = name
			}
		}
		if factor.In != in || !slices.Equal(columns[f], []int{f}) {
			t.Errorf("%s is in %q, want %q", factor.Name, factor.In, in)
		}
	}
	return out
}

func TestGroupsOfParameters(t *testing.T) {
	const more = `
[[correlate]]
between = ["challenger.war_cost", "coalition.resolve"]
rank    = 0.5
[[correlate]]
between = ["coalition.resolve", "challenger.noise"]
rank    = 0.5
`
	plain := tiny(t, "", "challenger.noise={ uniform = [0.1, 0.2] }")
	pairs := tiny(t, more, "challenger.noise={ uniform = [0.1, 0.2] }")
	const noise, cost, resolve, severity = "challenger.noise", "challenger.war_cost", "coalition.resolve", "instrument.snap.severity"
	for _, tt := range []struct {
		what   string
		sc     *scenario.Scenario
		groups []Group
		want   map[string][]string
	}{
		{"none", plain, nil, map[string][]string{}},
		{"by name", plain, []Group{{"g", []string{cost, severity}}}, map[string][]string{"g": {cost, severity}}},
		{"by a star", plain, []Group{{"g", []string{"challenger.*"}}, {"h", []string{resolve}}}, map[string][]string{"g": {cost, noise}, "h": {resolve}}},
		{"one name twice", plain, []Group{{"g", []string{cost}}, {"g", []string{severity}}}, map[string][]string{"g": {cost, severity}}},
		{"drawn together", pairs, nil, map[string][]string{"{challenger,coalition}.{war_cost,resolve,noise}": {cost, resolve, noise}}},
		{"with a group", pairs, []Group{{"g", []string{cost, severity}}}, map[string][]string{"g": {cost, resolve, severity, noise}}},
		{"with two groups", pairs, []Group{{"g", []string{cost}}, {"h", []string{noise, severity}}}, map[string][]string{"g + h": {cost, resolve, severity, noise}}},
		{"by table", plain, GroupByTable(plain, nil), map[string][]string{"challenger": {cost, noise}, "coalition": {resolve}, "instrument.snap": {severity}}},
		{"by table but one", plain, GroupByTable(plain, []Group{{"g", []string{cost}}}),
			map[string][]string{"g": {cost}, "challenger": {noise}, "coalition": {resolve}, "instrument.snap": {severity}}},
	} {
		if d := cmp.Diff(tt.want, grouped(t, tt.sc, tt.groups...)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, d)
		}
	}
	list, _, err := factors(pairs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if want := f.Name == noise || f.Name == cost || f.Name == resolve; f.Correlated != want {
			t.Errorf("%s: correlated %v", f.Name, f.Correlated)
		}
	}
}

// TestAGroupMovesAsOne: a group of all that a package depends on explains it
// whole.
func TestAGroupMovesAsOne(t *testing.T) {
	long(t)
	sc := tiny(t, "")
	plan := quick(result.MethodSobol)
	plan.BasePoints = 64
	plan.Groups = []Group{{"all", []string{"challenger.*", "coalition.*"}}}
	s := analysed(t, sc, plan, Options{})
	all, severity := factorAt(t, s, "all"), factorAt(t, s, "instrument.snap.severity")
	o := outputAt(t, s, ofPackage, "trip")
	whole, part := s.Sobol[o][all].Total, s.Sobol[outputAt(t, s, ofPackage, "snap")][all].Total
	if math.Abs(whole.Mean-1) > 5*whole.StdErr || whole.StdErr > 0.2 {
		t.Errorf("total index of all that trip depends on: %+v", whole)
	}
	if !(part.Mean < whole.Mean) {
		t.Errorf("it explains %v of trip and %v of snap, which also depends on something else", whole.Mean, part.Mean)
	}
	if s.Sobol[o][severity] != (result.Indices{}) || s.Sobol[o][factorAt(t, s, "coalition.resolve")] != (result.Indices{}) {
		t.Error("what is in a group, or not in the package, has an index of its own")
	}
}
