package backtest

import (
	"context"
	"io/fs"
	"math"
	"slices"

	"steadfast/sim/result"
)

// A historical is one model of the sources with the dyad of its arrangement: a row
// of a user's own may have the same id.
type historical struct {
	dyad string
	result.HistoricalModel
}

// models lists the seven models of the sources. Some are two arrangements.
func models() []historical {
	return []historical{
		{"russia-ukraine", result.HistoricalModel{Name: "Budapest 1994", ID: "BUD94", Scenario: "budapest", Package: "memorandum"}},
		{"russia-ukraine", result.HistoricalModel{Name: "Minsk I", ID: "MIN14", Scenario: "minsk", Package: "minsk_1"}},
		{"russia-ukraine", result.HistoricalModel{Name: "Minsk II", ID: "MIN15", Scenario: "minsk", Package: "minsk_2"}},
		{"ussr-frg", result.HistoricalModel{Name: "West Germany", ID: "FRG55", Scenario: "west-germany", Package: "nato"}},
		{"prk-rok", result.HistoricalModel{Name: "South Korea", ID: "KOR53", Scenario: "south-korea", Package: "alliance"}},
		{"israel-syria", result.HistoricalModel{Name: "Israel", ID: "ISR75", Scenario: "israel", Package: "assistance"}},
		{"prc-taiwan", result.HistoricalModel{Name: "Taiwan", ID: "TWN79", Scenario: "taiwan", Package: "ambiguous"}},
		{"russia-baltics", result.HistoricalModel{Name: "Baltics, air policing", ID: "EST04", Scenario: "baltics", Package: "treaty"}},
		{"russia-baltics", result.HistoricalModel{Name: "Baltics, battlegroups", ID: "EFP17", Scenario: "baltics", Package: "tripwire"}},
	}
}

// compare describes the models that the record has.
func (w *world) compare(ctx context.Context, r *result.Backtest, shipped fs.FS, opt Options) error {
	for _, m := range models() {
		at := slices.IndexFunc(r.Arrangements, func(a result.Arrangement) bool { return a.ID == m.ID && a.Dyad == m.dyad })
		if at < 0 {
			continue
		}
		a := r.Arrangements[at]
		m.Scenario = "historical/" + m.Scenario + ".toml"
		m.Outcome = a.Outcomes[0]
		risks := a.Risks[result.LeaveOut][0]
		m.ByDate = risks.Observed
		var known bool
		m.Happened, known = m.Outcome.By(result.HeadlineYears)
		years, chance := float64(result.HeadlineYears), risks.By(result.HeadlineYears)
		if !known {
			years, chance = m.Outcome.Years, risks.Observed
		}
		argued, err := argue(ctx, shipped, m.HistoricalModel, years, opt)
		if err != nil {
			return err
		}
		if m.Chance, m.Argued = chance, argued; !m.Happened {
			m.Chance, m.Argued = 1-chance, 1-argued
		}
		r.Models = append(r.Models, m.HistoricalModel)
	}
	return nil
}

// argue is the mean probability of war by a year in a model's own scenario.
func argue(ctx context.Context, shipped fs.FS, m result.HistoricalModel, years float64, opt Options) (float64, error) {
	curves, err := means(ctx, shipped, m.Scenario, m.Package, opt)
	if err != nil {
		return 0, err
	}
	months := min(int(math.Floor(12*years)), len(curves[0]))
	if months == 0 {
		return 0, nil
	}
	return curves[0][months-1], nil
}
