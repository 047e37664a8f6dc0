package schema

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func TestRowsAreComplete(t *testing.T) {
	type place struct{ path, kind string }
	seen := map[place]bool{}
	for _, f := range Fields() {
		kinds := f.Kinds
		if kinds == nil {
			kinds = []string{""}
		}
		for _, k := range kinds {
			if seen[place{f.Path, k}] {
				t.Errorf("%s (%s) stands twice in the table", f.Path, k)
			}
			seen[place{f.Path, k}] = true
			if k != "" && !slices.Contains(KindNames(), k) {
				t.Errorf("%s: kind %q is unknown", f.Path, k)
			}
		}
		if !strings.HasSuffix(f.Meaning, ".") || strings.Contains(strings.TrimSuffix(f.Meaning, "."), ". ") {
			t.Errorf("%s: the meaning is not one sentence: %q", f.Path, f.Meaning)
		}
		if f.Min > f.Max {
			t.Errorf("%s: the range %g … %g is empty", f.Path, f.Min, f.Max)
		}
		if f.UsualMin != 0 || f.UsualMax != 0 {
			if f.UsualMin >= f.UsualMax || f.UsualMin < f.Min || f.UsualMax > f.Max {
				t.Errorf("%s: the usual range %g … %g is not inside %g … %g", f.Path, f.UsualMin, f.UsualMax, f.Min, f.Max)
			}
			if f.UsualSource == "" {
				t.Errorf("%s: the usual range has no reason", f.Path)
			}
		}
		if f.Type == Enum && len(f.Values) == 0 && f.Path != "backstop.initial" {
			t.Errorf("%s: no values", f.Path)
		}
		if f.PerUnit <= 0 {
			t.Errorf("%s: a unit of %g", f.Path, f.PerUnit)
		}
		checkDefault(t, f)
		for _, other := range []string{f.Group, f.With} {
			if other == "" {
				continue
			}
			if g, ok := Lookup(other); !ok || g.Path != other {
				t.Errorf("%s refers to %s, which is not in the table", f.Path, other)
			}
		}
	}
}

func checkDefault(t *testing.T, f Field) {
	t.Helper()
	if !f.HasDefault {
		if f.Default != nil || f.Derived != "" || f.Source != "" {
			t.Errorf("%s has no default but %v, %q, %q", f.Path, f.Default, f.Derived, f.Source)
		}
		return
	}
	if f.Source == "" {
		t.Errorf("%s: the default has no source", f.Path)
	}
	if (f.Default == nil) == (f.Derived == "") {
		t.Errorf("%s: the default must be a constant or derived, not both: %v, %q", f.Path, f.Default, f.Derived)
	}
	switch v := f.Default.(type) {
	case nil:
	case float64:
		if f.Type != Number && f.Type != Integer {
			t.Errorf("%s: a %v defaults to the number %g", f.Path, f.Type, v)
		}
		if v < f.Min || v > f.Max {
			t.Errorf("%s: the default %g is outside %g … %g", f.Path, v, f.Min, f.Max)
		}
		if (f.UsualMin != 0 || f.UsualMax != 0) && (v < f.UsualMin || v > f.UsualMax) {
			t.Errorf("%s: the default %g is outside the usual range %g … %g", f.Path, v, f.UsualMin, f.UsualMax)
		}
	case string:
		if f.Type == Enum && !slices.Contains(f.Values, v) {
			t.Errorf("%s: the default %q is not one of %v", f.Path, v, f.Values)
		}
	case bool:
		if f.Type != Bool {
			t.Errorf("%s: a %v defaults to %t", f.Path, f.Type, v)
		}
	default:
		t.Errorf("%s: a default of type %T", f.Path, v)
	}
}

func TestRowsOfOnePathAgree(t *testing.T) {
	for _, f := range Fields() {
		first, ok := Lookup(f.Path)
		if !ok || first.Path != f.Path {
			t.Errorf("%s is not found in the table", f.Path)
			continue
		}
		if f.Type != first.Type || f.Unit != first.Unit || f.Min != first.Min || f.Max != first.Max || f.PerUnit != first.PerUnit {
			t.Errorf("%s: kinds %v and %v differ in type, unit or hard range", f.Path, first.Kinds, f.Kinds)
		}
	}
}

// The hard ranges are part of the format; the table must not drift from them.
func TestHardRanges(t *testing.T) {
	inf := math.Inf(1)
	for path, want := range map[string][2]float64{
		"coalition.resolve": {0, 1}, "guarantor.uk.willingness": {0, 1}, "watch.detection": {0, 1}, "watch.probe_response": {0, 1},
		"challenger.probe_escalation": {0, 1}, "instrument.x.automaticity": {0, 1}, "instrument.x.share": {0, 1}, "instrument.x.credibility": {0, 1},
		"instrument.x.detection": {0, 1}, "instrument.x.probe_response": {0, 1}, "package.x.feasibility": {0, 1}, "package.x.ambiguity": {0, 1},
		"challenger.noise": {.001, inf}, "challenger.discount_rate": {.001, inf}, "weights.discount_rate": {.001, inf},
		"challenger.probe_gain": {-1, 1}, "challenger.status_quo_per_year": {-1, 1}, "instrument.x.status_quo_per_year": {-1, 1},
		"instrument.x.legal": {-5, 5}, "instrument.x.presence": {-5, 5},
		"guarantor.uk.backstop_reliance": {0, 10}, "instrument.x.backstop_reliance": {0, 10}, "instrument.x.entanglement.uk": {0, 10},
		"instrument.x.severity": {0, 10}, "challenger.war_cost": {0, 10}, "challenger.clash_cost": {0, 10}, "challenger.probe_cost": {0, 10}, "instrument.x.cost": {0, 10},
		"coalition.hollow_penalty": {0, 20}, "backstop.gap.absent": {0, 20}, "challenger.planning_years": {0, 200},
		"instrument.x.from_years": {0, 200}, "instrument.x.until_years": {0, 200}, "instrument.x.delay_years": {0, 200}, "instrument.x.half_life_years": {0, 200},
		"backstop.election_every_years": {0, 200}, "instrument.x.until_months": {0, 2400}, "instrument.x.delay_days": {0, 200 * 365.25},
		"challenger.opportunities_per_year": {0, 52}, "battle.exponent": {.1, 10}, "battle.fait_accompli_days": {.1, inf},
		"challenger.forces.start": {smallest, inf}, "protege.forces.end": {smallest, inf}, "guarantor.uk.capability": {smallest, inf},
	} {
		f, ok := Lookup(path)
		if !ok {
			t.Errorf("%s is not in the table", path)
			continue
		}
		if math.Abs(f.Min-want[0]) > 1e-9 || f.Max != want[1] && math.Abs(f.Max-want[1]) > 1e-9 {
			t.Errorf("%s: %g … %g, want %g … %g", path, f.Min, f.Max, want[0], want[1])
		}
	}
}

// Everything the reference scenario sets is in the table, and what the table
// requires is set there.
func TestTableCoversTheReferenceScenario(t *testing.T) {
	data, err := os.ReadFile("testdata/kinds.toml")
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if _, err := toml.Decode(string(data), &root); err != nil {
		t.Fatal(err)
	}
	kind := map[string]string{}
	for id, in := range root["instrument"].(map[string]any) {
		kind[id] = in.(map[string]any)["kind"].(string)
	}
	leaves := map[string]bool{}
	var walk func(parts []string, v any)
	walk = func(parts []string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, child := range v {
				walk(append(slices.Clone(parts), k), child)
			}
		case []map[string]any:
			for _, child := range v {
				walk(append(slices.Clone(parts), child["id"].(string)), child)
			}
		default:
			k := ""
			if parts[0] == "instrument" {
				k = kind[parts[1]]
			}
			if _, ok := LookupKind(parts, k); !ok {
				t.Errorf("%s (%s) is not in the table", JoinPath(parts), k)
			}
			leaves[JoinPath(parts)] = true
		}
	}
	walk(nil, root)
	for _, f := range Fields() {
		if strings.Contains(f.Path, "*") || !f.Required() || f.With != "" || f.Group != "" && f.Group != f.Path {
			continue
		}
		section, _, nested := strings.Cut(f.Path, ".")
		if nested && slices.Contains([]string{"expect", "correlate"}, section) {
			continue
		}
		if !leaves[f.Path] {
			t.Errorf("%s is required by the table and not set by the reference scenario", f.Path)
		}
	}
}

func TestLookup(t *testing.T) {
	for path, want := range map[string]string{
		"challenger.war_cost":                         "challenger.war_cost",
		"instrument.tripwire.troops":                  "instrument.*.troops",
		`guarantor."x.y z".willingness`:               "guarantor.*.willingness",
		"guarantor.*.willingness":                     "guarantor.*.willingness",
		"backstop.move.supportive.absent":             "backstop.move.*.*",
		"instrument.vote.vote.rank":                   "instrument.*.vote.rank",
		"instrument.t.from":                           "instrument.*.from",
		"sweep.size.vary.values":                      "sweep.*.vary.values",
		"package.trip.name":                           "package.*.name",
		"package.trip.instrument.tripwire.troops":     "instrument.*.troops",
		"package.trip.coalition.hollow_penalty":       "coalition.hollow_penalty",
		"package.trip.run.seed":                       "",
		"package.trip.horizon_years":                  "",
		"package.trip.package.trip.coalition.resolve": "",
		"challenger.warcost":                          "",
		"challenger":                                  "",
		"":                                            "",
		"a..b":                                        "",
		`guarantor."x`:                                "",
	} {
		f, ok := Lookup(path)
		if ok != (want != "") || ok && f.Path != want {
			t.Errorf("Lookup(%q) = %v, %t, want %q", path, f, ok, want)
		}
	}
}

func TestLookupKind(t *testing.T) {
	severity := []string{"instrument", "x", "severity"}
	if f, ok := LookupKind(severity, "assurance"); !ok || f.Default != .03 {
		t.Errorf("an assurance's severity: %v, %t, want the default 0.03", f, ok)
	}
	if f, ok := LookupKind(severity, "snapback"); !ok || f.HasDefault {
		t.Errorf("a snapback's severity: %v, %t, want no default", f, ok)
	}
	if f, ok := LookupKind(severity, "monitoring"); ok {
		t.Errorf("monitoring takes a severity: %v", f)
	}
	for _, name := range []string{"until", "until_years", "until_months", "until_days"} {
		if _, ok := LookupInstrument("frozen_assets", name); ok || Refusal("frozen_assets", name) == "" {
			t.Errorf("frozen_assets takes %s, or refuses it without a reason", name)
		}
	}
	if Refusal("tripwire", "until") != "" {
		t.Error("a tripwire refuses an until")
	}
}

func TestChildren(t *testing.T) {
	for _, tc := range []struct {
		prefix []string
		kind   string
		want   []string
	}{
		{[]string{"battle"}, "", []string{"exponent", "fait_accompli_days"}},
		{[]string{"guarantor"}, "", []string{"*"}},
		{[]string{"guarantor", "uk"}, "", []string{"backstop_reliance", "capability", "name", "willingness"}},
		{[]string{"backstop", "move", "absent"}, "", []string{"*"}},
		{[]string{"instrument", "eyes"}, "monitoring", []string{"cost_if_called", "cost_per_year", "detection", "feasibility", "from", "from_days", "from_months", "from_years", "kind", "name",
			"until", "until_days", "until_months", "until_years"}},
		{[]string{"challengers"}, "", nil},
	} {
		if diff := cmp.Diff(tc.want, Children(tc.prefix, tc.kind)); diff != "" {
			t.Errorf("Children(%v, %q) (-want +got):\n%s", tc.prefix, tc.kind, diff)
		}
	}
	if root := Children(nil, ""); !slices.Contains(root, "challenger") || !slices.Contains(root, "format") {
		t.Errorf("the root's children are %v", root)
	}
}

func TestPaths(t *testing.T) {
	for _, parts := range [][]string{{"a"}, {"a", "b_1", "c-d"}, {"guarantor", "x.y z", "willingness"}, {"a", `quo"te\`, ""}, {"é"}} {
		got, err := SplitPath(JoinPath(parts))
		if err != nil || !slices.Equal(got, parts) {
			t.Errorf("%q joins to %s and splits to %q, %v", parts, JoinPath(parts), got, err)
		}
	}
	if got, err := SplitPath(`guarantor.'x.y'.name`); err != nil || got[1] != "x.y" {
		t.Errorf("single quotes: %q, %v", got, err)
	}
	for _, bad := range []string{"", ".", "a.", ".a", "a..b", `a."b`, `a.'b`, `a."b"c`} {
		if got, err := SplitPath(bad); err == nil {
			t.Errorf("SplitPath(%q) = %q, want an error", bad, got)
		}
	}
}

func TestKindsAndLegalForms(t *testing.T) {
	var names []string
	for _, k := range Kinds() {
		names = append(names, k.Name)
		if len(k.Channels) == 0 || len(k.Fields) < 5 || k.Meaning == "" {
			t.Errorf("kind %s is not documented: %+v", k.Name, k)
		}
	}
	if diff := cmp.Diff(KindNames(), names); diff != "" {
		t.Errorf("the kinds' names differ (-KindNames +Kinds):\n%s", diff)
	}
	want := []LegalForm{{"declaration", 0, 0, ""}, {"memorandum", 0, 0, ""}, {"eu_law", .5, 6, ""}, {"agreement", .5, 9, ""}, {"treaty", 1, 18, ""}, {"integrated_command", 1.5, 24, ""}}
	for i, l := range LegalForms() {
		if l.Name != want[i].Name || l.Logits != want[i].Logits || l.LagMonths != want[i].LagMonths || l.Meaning == "" {
			t.Errorf("legal form %d is %+v, want %+v with a meaning", i, l, want[i])
		}
	}
}
