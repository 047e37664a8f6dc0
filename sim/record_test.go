package sim

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// centralRisk is the risk by year 20 of a package of central.json.
func centralRisk(t *testing.T, id string) (risk float64, vector *result.Outcome) {
	t.Helper()
	file, err := os.Open("model/testdata/central.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases, err := scenario.ReadCases(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("model/testdata/central.json")
	if err != nil {
		t.Fatal(err)
	}
	var published struct {
		Exact []struct {
			ID    string
			Major []float64
		}
	}
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	for i := range cases {
		if cases[i].Package.ID == id {
			g := model.NewGame()
			var o model.Outcome
			g.Solve(&cases[i])
			g.Exact(&o)
			r := record(&o, &cases[i], instrumentIDs(&cases[i]))
			addCurves(&r, &o, []float64{10, 20})
			return published.Exact[i].Major[19], &r
		}
	}
	t.Fatalf("central.json has no package %q", id)
	return 0, nil
}

func instrumentIDs(c *model.Case) []string {
	var ids []string
	for _, in := range c.Package.Instruments {
		ids = append(ids, in.ID)
	}
	return ids
}

// TestPeaceOfTheCentralCase is the check of the model's section 5: central,
// snap, 20 years, F = .75, fallback none, no consent needed.
func TestPeaceOfTheCentralCase(t *testing.T) {
	none, noneOutcome := centralRisk(t, "none")
	snap, snapOutcome := centralRisk(t, "snap")
	row := &result.Row{Outcomes: []result.Outcome{*noneOutcome, *snapOutcome}}
	adopt(row, []scenario.ResolvedPackage{{ID: "none", Feasibility: 1}, {ID: "snap", Feasibility: 0.75}}, &member{})
	o := row.Outcomes[1]
	want := .75*(1-snap) + .25*(1-none)
	if d := o.Peace - want; d < -1e-9 || d > 1e-9 {
		t.Errorf("peace %.12f, want %.12f", o.Peace, want)
	}
	if d := o.Adjusted - (.75*snap + .25*none); d < -1e-9 || d > 1e-9 {
		t.Errorf("adjusted risk %.12f", o.Adjusted)
	}
	near(t, "peace with consent, which nobody asks", o.PeaceIfAgreed, o.Peace)
	near(t, "peace without a guarantee", row.Outcomes[0].Peace, 1-none)
}

// TestAdoptionByCase: adjusted risk and peace are formed in each case, with the
// fallback's own, then averaged.
func TestAdoptionByCase(t *testing.T) {
	long(t)
	const consent = `
[[package]]
id          = "agreed"
name        = "Snapback, if agreed"
instruments = ["snap"]
[package.set]
challenger.fight_on   = { uniform = [0.0, 0.3] }
challenger.deal_noise = 0.1
`
	for _, fallback := range []string{"none", "trip"} {
		set, cases := run(t, small(t, consent, `fallback="`+fallback+`"`), Options{})
		at := map[string]int{}
		for i, id := range cases.Packages {
			at[id] = i
		}
		for i, p := range set.Packages {
			adjusted, peace, agreed := 0.0, 0.0, 0.0
			for _, row := range cases.Rows {
				o, base := row.Outcomes[i], row.Outcomes[at[fallback]]
				adjusted += o.Feasibility*o.Risk + (1-o.Feasibility)*base.Risk
				peace += o.Feasibility*(1-o.Risk) + (1-o.Feasibility)*(1-base.Risk)
				agreed += o.Feasibility*o.Signs*(1-o.Risk) + (1-o.Feasibility)*base.Signs*(1-base.Risk)
			}
			n := float64(len(cases.Rows))
			near(t, p.ID+": adjusted, fallback "+fallback, p.Adjusted.Mean, adjusted/n)
			near(t, p.ID+": peace, fallback "+fallback, p.Peace.Mean, peace/n)
			if asked := p.PeaceIfAgreed != nil; asked != (p.ID == "agreed") {
				t.Errorf("%s: consent asked: %v", p.ID, asked)
			} else if asked {
				near(t, p.ID+": peace if agreed, fallback "+fallback, p.PeaceIfAgreed.Mean, agreed/n)
			}
		}
		feasible := map[string]float64{"none": 1, "snap": 0.75, "trip": 0.6, "both": 0.6, "agreed": 0.75}
		for _, p := range set.Packages {
			near(t, p.ID+": feasibility", p.Feasibility.Mean, feasible[p.ID])
		}
	}
}

// TestTripwireWithoutTroops: a case may lack an instrument of its package; what
// is kept of it is nothing, under its own name.
func TestTripwireWithoutTroops(t *testing.T) {
	const maybe = `
[[package]]
id          = "maybe"
instruments = ["force", "snap"]
[package.set]
instrument.force.troops = { discrete = { values = [0, 10_000] } }
`
	set, cases := run(t, small(t, maybe), Options{})
	var names []string
	for _, p := range byID(t, set, "maybe").Promises {
		names = append(names, p.Instrument)
	}
	if d := cmp.Diff([]string{"snap", result.MilitaryResponse}, names); d != "" {
		t.Errorf("promises:\n%s", d)
	}
	without, with := 0, 0
	for _, row := range cases.Rows {
		o := row.Outcomes[4]
		if len(o.Called) != 3 || o.Called[0] != 0 || o.Called[1] == 0 {
			t.Fatalf("called %v", o.Called)
		}
		if o.Called[2] == 0 {
			without++
		} else {
			with++
		}
	}
	if without == 0 || with == 0 {
		t.Errorf("%d cases without troops, %d with", without, with)
	}
}

// TestResultDescribesItsScenario: what identifies a run is the scenario in
// force, overrides included.
func TestResultDescribesItsScenario(t *testing.T) {
	sc := small(t, "", "coalition.hollow_penalty=2.25")
	set, _ := run(t, sc, Options{})
	d := set.Scenario
	if d.Name != "small" || d.Title != "A small world" || d.Baseline != "none" || d.Challenger != "Redland" || d.Protege != "Blueland" || d.Start != "2027-01-01" || d.HorizonYears != 10 {
		t.Errorf("%+v", d)
	}
	if d.Hash != sc.Hash() || d.Flat != string(sc.Flat()) || !strings.Contains(d.Flat, "2.25") {
		t.Errorf("hash %s of\n%s", d.Hash, d.Flat)
	}
	if len(d.Scale) == 0 || len(d.Marks) == 0 || d.DefaultsUsed != sc.DefaultsUsed() {
		t.Errorf("scale %v, marks %v, %d defaults", d.Scale, d.Marks, d.DefaultsUsed)
	}
	again, list := scenario.Load("flat.toml", scenario.Options{ReadFile: func(string) ([]byte, error) { return []byte(d.Flat), nil }})
	if again == nil {
		t.Fatal(list)
	}
	repeated, _ := run(t, again, Options{})
	sameNumbers(t, "the scenario that a result carries", set, repeated)
}
