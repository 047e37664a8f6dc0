package backtest

import (
	"context"
	"io/fs"
	"math"
	"slices"
)

// A Model is one of the historical models that the debate on Ukraine names: an
// arrangement of the record, and the scenario that argues it by itself.
type Model struct {
	Name     string `json:"name"`
	ID       string `json:"id"`       // of the arrangement
	Scenario string `json:"scenario"` // shipped file
	Package  string `json:"package"`  // its package for the arrangement

	Outcome Outcome `json:"outcome"` // of war
	// Happened is what happened within 15 years or the time observed, if that
	// is less: war, or none.
	Happened string `json:"happened"`
	// Chance is what the rule gave to that, the arrangement's dyad left out of
	// the fit; Argued what the scenario gives.
	Chance float64 `json:"chance"`
	Argued float64 `json:"argued"`
	// ByDate is the probability of war by the observed date, by the rule.
	ByDate float64 `json:"by_observed_date"`
}

// models lists the seven models of the sources. Some are two arrangements.
func models() []Model {
	return []Model{
		{Name: "Budapest 1994", ID: "BUD94", Scenario: "budapest", Package: "memorandum"},
		{Name: "Minsk I", ID: "MIN14", Scenario: "minsk", Package: "minsk_1"},
		{Name: "Minsk II", ID: "MIN15", Scenario: "minsk", Package: "minsk_2"},
		{Name: "West Germany", ID: "FRG55", Scenario: "west-germany", Package: "nato"},
		{Name: "South Korea", ID: "KOR53", Scenario: "south-korea", Package: "alliance"},
		{Name: "Israel", ID: "ISR75", Scenario: "israel", Package: "assistance"},
		{Name: "Taiwan", ID: "TWN79", Scenario: "taiwan", Package: "ambiguous"},
		{Name: "Baltics, air policing", ID: "EST04", Scenario: "baltics", Package: "treaty"},
		{Name: "Baltics, battlegroups", ID: "EFP17", Scenario: "baltics", Package: "tripwire"},
	}
}

// modelYears is the time within which an outcome of a model is judged.
const modelYears = 15

// compare fills in the models that the record has.
func (r *Result) compare(ctx context.Context, shipped fs.FS, opt Options) error {
	for _, m := range models() {
		at := slices.IndexFunc(r.Cases, func(c Case) bool { return c.ID == m.ID })
		if at < 0 {
			continue
		}
		c := r.Cases[at]
		m.Scenario = "historical/" + m.Scenario + ".toml"
		m.Outcome = c.Outcomes[0]
		risks := c.Risks[LeaveOut][0]
		m.ByDate = risks.Observed
		years := math.Min(modelYears, m.Outcome.Years)
		within := risks.ByYear[slices.Index(Horizons(), modelYears)]
		switch {
		case m.Outcome.Event && m.Outcome.Years <= modelYears:
			m.Happened, m.Chance, years = "war", within, modelYears
		case years < modelYears:
			m.Happened, m.Chance = "no war", 1-risks.Observed
		default:
			m.Happened, m.Chance = "no war", 1-within
		}
		argued, err := argue(ctx, shipped, m, years, opt)
		if err != nil {
			return err
		}
		m.Argued = argued
		if m.Happened == "no war" {
			m.Argued = 1 - argued
		}
		r.Models = append(r.Models, m)
	}
	return nil
}

// argue is the mean probability of war by a year in a model's own scenario.
func argue(ctx context.Context, shipped fs.FS, m Model, years float64, opt Options) (float64, error) {
	curves, err := means(ctx, shipped, m.Scenario, m.Package, opt)
	if err != nil {
		return 0, err
	}
	return curves[0][min(int(math.Floor(12*years)), len(curves[0]))-1], nil
}
