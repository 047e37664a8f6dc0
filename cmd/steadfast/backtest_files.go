package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"steadfast/sim/backtest"
	"steadfast/sim/history"
)

// The files of a backtest. backtestFile marks a folder as one's.
const (
	backtestFile     = "backtest.json"
	backtestReadme   = "README.md"
	posteriorFile    = "posterior.csv"
	forecastsFile    = "forecasts.csv"
	scoresFile       = "scores.csv"
	calibrationFile  = "calibration.csv"
	arrangementsFile = "arrangements-of-the-record.toml"
)

// checkBacktestFolder refuses a folder that holds something else.
func checkBacktestFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("--out: %w; name a folder", err)
	case len(entries) == 0 || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == backtestFile }):
		return nil
	}
	return fmt.Errorf("--out: %s is not empty and holds no %s; name another folder, or empty it", dir, backtestFile)
}

// writeBacktest writes everything that a backtest comes to; the file that marks
// the folder comes last.
func writeBacktest(dir string, r *backtest.Result, arrangements []history.Arrangement) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{arrangementsFile, func(w io.Writer) error {
			_, err := io.WriteString(w, backtest.Current().Scenario(arrangements))
			return err
		}},
		{posteriorFile, r.Posterior.WriteCSV},
		{forecastsFile, func(w io.Writer) error { return writeTable(w, forecastRows(r)) }},
		{scoresFile, func(w io.Writer) error { return writeTable(w, scoreRows(r)) }},
		{calibrationFile, func(w io.Writer) error { return writeTable(w, calibrationRows(r)) }},
		{backtestReadme, func(w io.Writer) error { return backtestPage(w, r) }},
		{backtestFile, func(w io.Writer) error { return backtestJSON(w, r) }},
	}
	for _, f := range files {
		if err := writeWhole(filepath.Join(dir, f.name), f.write); err != nil {
			return fmt.Errorf("--out: %w", err)
		}
	}
	return nil
}

// writeWhole writes a file aside and puts it in place when it is whole.
func writeWhole(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".partial-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := errors.Join(write(tmp), tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

func writeTable(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

// digits writes a number for programs.
func digits(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// forecastRows has a row for every arrangement, kind and method.
func forecastRows(r *backtest.Result) [][]string {
	head := []string{"id", "core", "tier", "dyad", "half", "kind", "method", "observed_years", "event"}
	for _, years := range backtest.Horizons() {
		head = append(head, fmt.Sprintf("p_%d", years))
	}
	rows := [][]string{append(head, "p_observed")}
	for _, c := range r.Cases {
		for k, kind := range []string{backtest.Major, backtest.Limited} {
			for _, m := range backtest.Methods() {
				risks := c.Risks[m][k]
				row := []string{c.ID, strconv.FormatBool(c.Core), c.Tier, c.Dyad, c.Half, kind, string(m), digits(c.Outcomes[k].Years), strconv.FormatBool(c.Outcomes[k].Event)}
				for _, p := range risks.ByYear {
					row = append(row, digits(p))
				}
				rows = append(rows, append(row, digits(risks.Observed)))
			}
		}
	}
	return rows
}

// scoreRows has a row for every score.
func scoreRows(r *backtest.Result) [][]string {
	rows := [][]string{{"kind", "years", "set", "method", "arrangements", "dyads", "events", "censored", "observed",
		"brier", "brier_base_rate", "brier_weibull", "skill_base_rate", "skill_base_rate_lo", "skill_base_rate_hi",
		"skill_weibull", "skill_weibull_lo", "skill_weibull_hi", "log", "log_skill_base_rate", "log_skill_weibull"}}
	for _, s := range r.Scores {
		base, weibull := s.BrierSkill.Base, s.BrierSkill.Weibull
		row := []string{s.Kind, strconv.Itoa(s.Years), s.Set, string(s.Method), strconv.Itoa(s.Arrangements), strconv.Itoa(s.Dyads), strconv.Itoa(s.Events), strconv.Itoa(s.Censored)}
		for _, x := range []float64{s.Observed, s.Brier.Value, s.BrierBase.Value, s.BrierWeibull.Value, base.Value, base.Lo, base.Hi,
			weibull.Value, weibull.Lo, weibull.Hi, s.Log.Value, s.LogSkill.Base.Value, s.LogSkill.Weibull.Value} {
			row = append(row, digits(x))
		}
		rows = append(rows, row)
	}
	return rows
}

// calibrationRows has a row for every bin: the data of a calibration plot.
func calibrationRows(r *backtest.Result) [][]string {
	rows := [][]string{{"kind", "years", "set", "method", "bin", "arrangements", "events", "forecast", "observed", "observed_lo", "observed_hi"}}
	for _, c := range r.Bins {
		for i, b := range c.Bins {
			rows = append(rows, []string{c.Kind, strconv.Itoa(c.Years), c.Set, string(c.Method), strconv.Itoa(i + 1), strconv.Itoa(b.Cases), strconv.Itoa(b.Events),
				digits(b.Forecast), digits(b.Observed), digits(b.Lo), digits(b.Hi)})
		}
	}
	return rows
}
