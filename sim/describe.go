package sim

import (
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// Version is steadfast's own; results and figures carry it.
const Version = "0.2.0"

// describe identifies a scenario in a result.
func describe(sc *scenario.Scenario) result.Scenario {
	d := result.Scenario{
		Name: sc.Name, Title: sc.Title, Question: sc.Question,
		Hash: sc.Hash(), Flat: string(sc.Flat()),
		HorizonYears: sc.HorizonYears, Baseline: sc.Baseline,
		Challenger: sc.ChallengerName, Protege: sc.ProtegeName,
		DefaultsUsed: sc.DefaultsUsed(),
	}
	if !sc.Start.IsZero() {
		d.Start = sc.Start.Format("2006-01-02")
	}
	for _, b := range sc.Scale.Bands {
		d.Scale = append(d.Scale, result.Band{Word: b.Word, Lo: b.Lo, Hi: b.Hi})
	}
	for _, m := range sc.Marks() {
		d.Marks = append(d.Marks, result.Mark{Years: m.Years, Kind: m.Kind, Label: m.Label, Packages: m.Packages})
	}
	return d
}
