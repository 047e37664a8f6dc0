package main

import (
	"bytes"
	"context"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/sim"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// kinds is a scenario with one instrument of every kind, and the cases that it
// must resolve to.
const (
	kinds     = "../../sim/scenario/testdata/kinds.toml"
	kindsJSON = "../../sim/scenario/testdata/kinds.json"
	small     = "testdata/show/small.toml"
)

func TestShowGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"small.txt":   nil,
		"small.md":    {"--format", "markdown"},
		"small.csv":   {"--format", "csv"},
		"package.txt": {"--package", "big"},
		"bare.txt":    {"--package", "none"},
		"set.txt":     {"--package", "eyes", "--set", "package.eyes.ambiguity=0.3"},
	} {
		out, talk, status := command(t, append([]string{"show", small}, args...)...)
		if status != statusYes {
			t.Errorf("%s: exit status %d: %s", name, status, talk)
		}
		golden(t, "show/"+name, out)
	}
}

// Every parameter in force is shown once, with its place.
func TestShowIsComplete(t *testing.T) {
	sc, list := scenario.Load("ukraine-options", loadOptions(nil))
	if sc == nil {
		t.Fatal(list)
	}
	out, _, _ := command(t, "show", "ukraine-options", "--format", "csv")
	rows := strings.Count(out, "\n") - 1
	if want := len(parameters(sc)); rows != want {
		t.Errorf("%d rows, want %d", rows, want)
	}
	for _, c := range sc.Columns() {
		if !strings.Contains(out, "\n"+c.Path+",") {
			t.Errorf("%s is drawn and not shown", c.Path)
		}
	}
	defaults := strings.Count(out, ",true,true,")
	if defaults != sc.DefaultsUsed() {
		t.Errorf("%d defaults are shown, %d are in force", defaults, sc.DefaultsUsed())
	}
}

// sameCases compares cases as cases: numbers to 1e−12, an absent channel equal
// to its no-effect value. The guarantors' discount rate is written only where
// something costs.
func sameCases(t *testing.T, want, got []model.Case) {
	t.Helper()
	close := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) })
	one := cmp.Transformer("multiplier", func(p *float64) float64 {
		if p == nil {
			return 1
		}
		return *p
	})
	if diff := cmp.Diff(want, got, close, one, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(model.Case{}, "CostDiscountRate")); diff != "" {
		t.Errorf("cases differ (-want +got):\n%s", diff)
	}
}

func readCases(t *testing.T, data []byte) []model.Case {
	t.Helper()
	cases, err := scenario.ReadCases(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestShowJSONIsAsPublished(t *testing.T) {
	published, err := os.ReadFile(kindsJSON)
	if err != nil {
		t.Fatal(err)
	}
	out, _, status := command(t, "show", kinds, "--json")
	if status != statusYes {
		t.Fatalf("exit status %d", status)
	}
	sameCases(t, readCases(t, published), readCases(t, []byte(out)))
}

// --case N gives what a run draws as its case N, and no other.
func TestShowCaseIsTheRuns(t *testing.T) {
	for _, design := range []string{"sobol", "latin", "random"} {
		set := []string{"run.design=" + `"` + design + `"`, "run.seed=5"}
		sc, list := scenario.Load(small, loadOptions(set))
		if sc == nil {
			t.Fatal(list)
		}
		_, cases, err := sim.Run(context.Background(), sc, sim.Options{Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		column := map[string]int{}
		for i, c := range cases.Columns {
			column[c.Path] = i
		}
		for _, n := range []string{"0", "7", "31"} {
			out, talk, status := command(t, "show", small, "--design", design, "--seed", "5", "--case", n)
			if status != statusYes {
				t.Fatalf("exit status %d: %s", status, talk)
			}
			row := cases.Rows[map[string]int{"0": 0, "7": 7, "31": 31}[n]]
			for _, c := range readCases(t, []byte(out)) {
				shown := map[string]float64{
					"challenger.war_cost":               c.Challenger.WarCost,
					"coalition.resolve":                 c.Coalition.Resolve,
					"challenger.opportunities_per_year": c.Challenger.OpportunitiesPerYear,
				}
				for _, g := range c.Guarantors {
					shown["guarantor."+g.ID+".willingness"] = g.Willingness
				}
				for path, x := range shown {
					if drawn := row.Values[column[path]]; x != drawn {
						t.Errorf("%s, case %s, package %s: %s is shown as %v, drawn as %v", design, n, c.Package.ID, path, x, drawn)
					}
				}
			}
		}
	}
}

// A challenger to whom nothing brings or costs anything is indifferent: every
// option is worth 0 without shocks, and the best of three shocks of scale s at
// an opportunity is worth s·ln 3.
func TestShocksPart(t *testing.T) {
	even := model.Trajectory{Start: 1, End: 1}
	c := model.Case{
		HorizonYears: 5,
		Challenger:   model.Challenger{OpportunitiesPerYear: 6, Noise: .3, DiscountRate: .05, WarCost: .5, Forces: even},
		Protege:      model.Protege{Forces: even},
		Battle:       model.Battle{Exponent: 1, FaitAccompliDays: 30},
		Coalition:    model.Coalition{Resolve: .5, Reputation: .5, DecisionRule: model.Own},
		Backstop:     model.Backstop{Gaps: []float64{0}, Transition: [][]float64{{1}}},
	}
	q := 1 - math.Exp(-6.0/12)
	want := q * (.3 - quietNoise) * math.Log(3)
	if got := shocksPart(model.NewGame(), c); math.Abs(got-want) > 1e-9 {
		t.Errorf("the shocks' part is %v, want %v", got, want)
	}
	c.Challenger.Noise = quietNoise
	if got := shocksPart(model.NewGame(), c); got != 0 {
		t.Errorf("the shocks' part is %v where there are next to none, want 0", got)
	}
}

func TestShowWarnsOfShocks(t *testing.T) {
	const words = "the shocks' part of the deal's value passes 0.1 stake"
	_, talk, status := command(t, "show", small, "--set", "challenger.noise=0.3", "--set", "challenger.opportunities_per_year=6")
	if status != statusYes || !strings.Contains(talk, words) || !strings.Contains(talk, "none (") {
		t.Errorf("exit status %d; no warning in:\n%s", status, talk)
	}
	_, talk, _ = command(t, "show", small, "--set", "challenger.noise=0.01")
	if strings.Contains(talk, words) {
		t.Errorf("a warning without cause:\n%s", talk)
	}
}
