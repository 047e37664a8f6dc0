package page

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

var update = flag.Bool("update", false, "rewrite the golden page")

// golden compares a text with a file below testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// about is a summary over cases: mean, its error, and a range about it.
func about(mean, stdErr float64) estimate.Summary {
	return estimate.Summary{Mean: mean, StdErr: stdErr, P5: mean * 0.4, P10: mean * 0.5, P25: mean * 0.7, P50: mean, P75: mean * 1.2, P90: mean * 1.5, P95: mean * 1.6}
}

// pack is a package whose numbers follow from its risk.
func pack(id, name string, risk float64) result.Package {
	part := func(x float64) estimate.Summary { return about(risk*x, 0.004*x) }
	p := result.Package{
		ID: id, Name: name, Word: "unlikely", Risk: part(1), Deliberate: part(0.6), Escalated: part(0.3), Accident: part(0.1), Clash: part(0.2), Defeat: part(0.5),
		Feasibility: about(0.6, 0.01), Adjusted: part(1), Peace: about(1-risk, 0.004), Cost: about(12, 0.3), Simulated: &result.Simulated{Distance: 0.7},
	}
	for y := 1.0; y <= 6; y++ {
		p.Major = append(p.Major, result.Year{Years: y, Summary: part(y / 6)})
	}
	return p
}

// small is a page of two packages and one figure.
func small() Page {
	none, trip := pack("none", "No guarantee", 0.45), pack("trip", "Tripwire", 0.22)
	return Page{
		Set: &result.Set{
			Schema: result.Schema, Version: "0.1.0",
			Scenario: result.Scenario{
				Name: "small", Title: "A small world", Question: "Which promise keeps the peace?", Answer: "Tripwire: 22 % ± 1 %.",
				Hash: "9b74c9897bac770ffc029102a200c5de", Flat: "format = 1\ntitle = \"A small world\"\n", HorizonYears: 6, Start: "2027-01-01", Baseline: "none",
				Challenger: "Redland", Protege: "Blueland", Scale: []result.Band{{Word: "unlikely", Lo: 0.2, Hi: 0.45}, {Word: "likely", Lo: 0.55, Hi: 0.8}},
			},
			Run:      result.Run{Cases: 2048, Futures: 100, Seed: 7, Design: "sobol", Replicates: 16, Dimensions: 3},
			Packages: []result.Package{none, trip},
			Pairs: []result.Pair{{
				A: "none", B: "trip", Difference: estimate.Mean{Mean: 0.23, StdErr: 0.002, Lo: 0.226, Hi: 0.234},
				CasesABetter: 0.1, CasesBBetter: 0.9, FuturesABetter: 0.02, FuturesBBetter: 0.25,
			}},
		},
		Figures: []Figure{{
			SVG: `<svg viewBox="0 0 2 1" role="img" aria-label="Two rows."><path d="M0,0L2,1"/></svg>` + "\n",
			Alt: "Two rows.", CSV: "figure-compare.csv", PNG: "figure-compare.png",
		}},
		Notes: []Note{{Name: "Parties", Text: "Redland challenges Blueland."}, {Name: "Weights", Items: []string{"clash: 100 loss", "major_breach: 100 loss"}}},
		Assumptions: []Group{
			{Name: "[challenger] Redland", Parameters: []Parameter{
				{Path: "challenger.war_cost", Value: "pert = [0.4, 0.6, 0.9]", Unit: "stakes", Place: "small.toml:12", Source: "judgement", Note: "wide on purpose"},
				{Path: "challenger.noise", Value: "0.06", Source: "a starting value", Default: true},
			}},
			{Name: "[[package]] none: No guarantee", About: "no instruments; the baseline"},
			{Name: "[[package]] trip: Tripwire", About: "tripwire", Parameters: []Parameter{
				{Path: "instrument.tripwire.troops", Package: "trip", Value: "30_000", Unit: "troops", Place: "--set", Unused: true},
			}},
		},
	}
}
