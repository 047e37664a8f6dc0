package main

import (
	"context"
	"io"
	"os"

	"steadfast/plots"
	"steadfast/sim/backtest"
	"steadfast/sim/history"
	"steadfast/sim/report"
	"steadfast/sim/result"
)

// writeBacktest writes everything that a backtest comes to.
func writeBacktest(ctx context.Context, folder *result.Folder, r *result.Backtest, arrangements []history.Arrangement) error {
	pictures := map[string]*report.PagePicture{}
	source := plots.Source{Backtest: r}
	for _, name := range source.Names() {
		figure, err := plots.Options{}.Build(name, source)
		if err != nil {
			return err
		}
		if err := writeFigure(ctx, folder, name, figure); err != nil {
			return err
		}
		pictures[name] = &report.PagePicture{File: result.FigurePrefix + name + ".png", Alt: figure.Alt()}
	}
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{result.ArrangementsTOML, func(w io.Writer) error {
			_, err := io.WriteString(w, backtest.Current().Scenario(arrangements))
			return err
		}},
		{result.PosteriorCSV, r.Posterior.WriteCSV},
		{result.ForecastsCSV, r.WriteForecasts},
		{result.ScoresCSV, r.WriteScores},
		{result.CalibrationCSV, r.WriteCalibration},
		{result.BacktestPage, func(w io.Writer) error {
			return report.BacktestPage(w, r, recordColumns(), pictures["calibration"], pictures["history"])
		}},
		{result.BacktestFile, r.Write},
	} {
		if err := folder.Write(f.name, func(w *os.File) error { return f.write(w) }); err != nil {
			return err
		}
	}
	return nil
}

// recordColumns are the columns of the record, for its page.
func recordColumns() []report.PageColumn {
	var out []report.PageColumn
	for _, c := range history.Columns() {
		out = append(out, report.PageColumn{Name: c.Name, Meaning: c.Meaning})
	}
	return out
}
