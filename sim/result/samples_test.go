package result

import (
	"steadfast/sim/estimate"
)

// mixedCases is a small matrix: a number, a text and a column whose name needs
// quotes, two packages, three cases.
func mixedCases() *Cases {
	c := &Cases{
		Columns:  []Column{{Path: "challenger.war_cost"}, {Path: `odd, "path"`}, {Path: "instrument.trip.legal_form", Choices: []string{"treaty", "a, \"b\""}}},
		Packages: []string{"none", "snap+trip"},
		Years:    []float64{1, 2.5},
	}
	for i := range 3 {
		x := float64(i)
		row := Row{Values: []float64{0.1 + x/3, -1e-7 * x, float64(i % 2)}}
		for p := range 2 {
			y := x/7 + float64(p)/11
			row.Outcomes = append(row.Outcomes, Outcome{
				Risk: y, LimitedRisk: y + 0.1, Deliberate: y / 2, Escalated: y / 3, Accident: y / 6, Probes: 3 * y,
				Clash: y / 4, Defeat: y / 5, Broken: y / 8, Stopped: y / 10, Lasting: y / 12, DealValue: -y, RestrictedMean: 10 - y, Cost: 1e3 * y,
				Feasibility: 0.75, Signs: 0.5, Accepts: 1, Adjusted: y / 9, Peace: 1 - y, PeaceIfAgreed: 0.5 - y, Loss: 1e-9 * y,
				Major: []float64{y / 2, y}, Limited: []float64{y / 2, y + 0.1},
			})
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// wholeSet has a value in every field.
func wholeSet() *Set {
	years := 1.5
	share := 0.25
	s := estimate.Summary{Mean: 0.3, StdErr: 0.01, P5: 0.1, P10: 0.12, P25: 0.2, P50: 0.29, P75: 0.4, P90: 0.5, P95: 0.6}
	m := estimate.Mean{Mean: 0.1, StdErr: 0.01, Lo: 0.08, Hi: 0.12}
	pack := Package{
		ID: "none", Name: "No guarantee", Instruments: []string{},
		Major: []Year{{1, s}, {2.5, s}}, Limited: []Year{{1, s}, {2.5, s}},
		Monthly: Curve{Mean: []float64{0.1}, P10: []float64{0.1}, P25: []float64{0.1}, P50: []float64{0.1}, P75: []float64{0.1}, P90: []float64{0.1}},
		Risk:    s, Deliberate: s, Escalated: s, Accident: s, Probes: s, Clash: s, Defeat: s, Broken: s, Stopped: s, Lasting: s, DealValue: s, Cost: s,
		Hazard: []Year{{1, s}, {2.5, s}}, RestrictedMean: s,
		TimeToBreach: []TimeQuantile{{P: 0.1, Years: &years}, {P: 0.9}},
		Promises:     []Promise{{Instrument: MilitaryResponse, Called: m, Kept: m}},
		Feasibility:  s, Adjusted: s, Peace: s, PeaceIfAgreed: &s, Loss: &s, BestShare: &share,
		Word:      "unlikely",
		Simulated: &Simulated{Risk: m, Held: 5, LimitedOnly: 3, Major: 2, Distance: -0.7}, Sample: "hlm",
	}
	return &Set{
		Schema: Schema, Version: "0.0.0-test",
		Scenario: Scenario{
			Name: "x", Title: "Title", Question: "Why?", Hash: "ab", Flat: "format = 1\n", HorizonYears: 2.5, Start: "2027-01-01",
			Baseline: "none", Challenger: "A", Protege: "B", Scale: []Band{{"unlikely", 0, 1}},
			Marks: []Mark{{Years: 1, Kind: "entry", Label: "treaty in force", Packages: []string{"none"}}}, DefaultsUsed: 3,
		},
		Run:      Run{Cases: 16, Futures: 10, Seed: 1 << 60, Design: "sobol", Replicates: 16, Dimensions: 3},
		Packages: []Package{pack},
		Pairs:    []Pair{{A: "none", B: "other", Difference: m, PValue: 0.5, Tied: true, CasesABetter: 0.1, CasesBBetter: 0.2, FuturesABetter: 0.3, FuturesBBetter: 0.4}},
	}
}
