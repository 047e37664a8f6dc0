package result

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"steadfast/sim/estimate"
)

// The files of a backtest beside BacktestFile and its figures.
const (
	BacktestPage     = "backtest.md"                // for readers
	PosteriorCSV     = "posterior.csv"              // of what every scenario has
	RulePosteriorCSV = "posterior-arrangements.csv" // of what those have that extend historical/arrangements.toml
	ForecastsCSV     = "forecasts.csv"
	ScoresCSV        = "scores.csv"
	CalibrationCSV   = "calibration.csv"
	ArrangementsTOML = "arrangements-of-the-record.toml" // all packages as a scenario
)

// WriteShared writes the part of the sample that every scenario can draw from
// which extends the reference, as WriteCSV does.
func (p *Posterior) WriteShared(w io.Writer) error { return p.write(w, p.Shared) }

// WriteCSV writes the sample as a table that [sample] of a scenario reads: the
// columns are paths, the rows joint draws.
func (p *Posterior) WriteCSV(w io.Writer) error { return p.write(w, len(p.Paths)) }

// write writes the first columns.
func (p *Posterior) write(w io.Writer, columns int) error {
	rows := [][]string{p.Paths[:columns]}
	for _, row := range p.Rows {
		cells := make([]string, columns)
		for j := range cells {
			cells[j] = strconv.FormatFloat(row[j], 'g', 5, 64)
		}
		rows = append(rows, cells)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// sixDigits writes a number for programs; nothing where it is none.
func sixDigits(x float64) string {
	if !estimate.Finite(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

// forecastsOf lists the forecasts that an arrangement has, in the order of
// tables.
func forecastsOf(a *Arrangement) []Forecast {
	var out []Forecast
	for _, f := range Forecasts() {
		if _, ok := a.Risks[f]; ok {
			out = append(out, f)
		}
	}
	return out
}

// WriteForecasts writes a row for every arrangement, kind of breach and forecast.
func (b *Backtest) WriteForecasts(w io.Writer) error {
	head := []string{"id", "core", "tier", "dyad", "half", "behind", "kind", "method", "observed_years", "event"}
	for _, years := range BacktestYears() {
		head = append(head, fmt.Sprintf("p_%d", years))
	}
	rows := [][]string{append(head, "p_observed")}
	for i := range b.Arrangements {
		a := &b.Arrangements[i]
		for k, kind := range BreachKinds() {
			for _, f := range forecastsOf(a) {
				risks := a.Risks[f][k]
				row := []string{a.ID, strconv.FormatBool(a.Core), a.Tier, a.Dyad, a.Half, a.Behind, kind, string(f),
					sixDigits(a.Outcomes[k].Years), strconv.FormatBool(a.Outcomes[k].Event)}
				for _, p := range risks.ByYear {
					row = append(row, sixDigits(p))
				}
				rows = append(rows, append(row, sixDigits(risks.Observed)))
			}
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// WriteScores writes a row for every score.
func (b *Backtest) WriteScores(w io.Writer) error {
	rows := [][]string{{"kind", "years", "set", "method", "arrangements", "dyads", "events", "censored", "observed",
		"brier", "brier_base_rate", "brier_weibull", "skill_base_rate", "skill_base_rate_lo", "skill_base_rate_hi",
		"skill_weibull", "skill_weibull_lo", "skill_weibull_hi", "log", "log_skill_base_rate", "log_skill_weibull",
		"skill_if_right", "skill_if_right_lo", "skill_if_right_hi", "as_low_if_right"}}
	for _, s := range b.Scores {
		base, weibull := s.BrierSkill.Base, s.BrierSkill.Weibull
		row := []string{s.Kind, strconv.Itoa(s.Years), s.Set, string(s.Forecast), strconv.Itoa(s.Arrangements), strconv.Itoa(s.Dyads), strconv.Itoa(s.Events), strconv.Itoa(s.Censored)}
		for _, x := range []float64{s.Observed, s.Brier.Value, s.BrierBase.Value, s.BrierWeibull.Value, base.Value, base.Lo, base.Hi,
			weibull.Value, weibull.Lo, weibull.Hi, s.Log.Value, s.LogSkill.Base.Value, s.LogSkill.Weibull.Value} {
			row = append(row, sixDigits(x))
		}
		if right := s.IfRight; right != nil {
			row = append(row, sixDigits(right.Skill.Value), sixDigits(right.Skill.Lo), sixDigits(right.Skill.Hi), sixDigits(right.AsLow))
		} else {
			row = append(row, "", "", "", "") // known of the headline only
		}
		rows = append(rows, row)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// WriteCalibration writes a row for every bin.
func (b *Backtest) WriteCalibration(w io.Writer) error {
	rows := [][]string{{"kind", "years", "set", "method", "bin", "arrangements", "events", "forecast", "observed", "observed_lo", "observed_hi"}}
	for _, c := range b.Calibration {
		for i, bin := range c.Bins {
			rows = append(rows, []string{c.Kind, strconv.Itoa(c.Years), c.Set, string(c.Forecast), strconv.Itoa(i + 1), strconv.Itoa(bin.Arrangements), strconv.Itoa(bin.Events),
				sixDigits(bin.Forecast), sixDigits(bin.Observed), sixDigits(bin.Lo), sixDigits(bin.Hi)})
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}
