package main

import (
	"context"
	"io"
	"io/fs"

	"steadfast/plots"
	"steadfast/scenarios"
	"steadfast/sim/backtest"
	"steadfast/sim/history"
	"steadfast/sim/report"
	"steadfast/sim/result"
)

// writeBacktest writes everything that a backtest comes to. The page says of the
// shipped record how it was made, and of others that it does not know.
func writeBacktest(ctx context.Context, folder *result.Folder, r *result.Backtest, arrangements []history.Arrangement) error {
	text, err := fs.ReadFile(scenarios.Files(), shippedRecord)
	if err != nil {
		return err
	}
	figures, err := writeFigures(ctx, folder, plots.Source{Backtest: r})
	if err != nil {
		return err
	}
	pictures := map[string]*report.PagePicture{}
	for _, f := range figures {
		pictures[f.Name] = &report.PagePicture{File: result.FigurePrefix + f.Name + ".png", Alt: f.Alt()}
	}
	return writeAll(ctx, folder,
		resultFile{result.ArrangementsTOML, func(w io.Writer) error {
			_, err := io.WriteString(w, backtest.Current().Scenario(arrangements))
			return err
		}},
		resultFile{result.PosteriorCSV, r.Posterior.WriteShared}, resultFile{result.RulePosteriorCSV, r.Posterior.WriteCSV},
		resultFile{result.ForecastsCSV, r.WriteForecasts},
		resultFile{result.ScoresCSV, r.WriteScores}, resultFile{result.CalibrationCSV, r.WriteCalibration},
		resultFile{result.BacktestPage, func(w io.Writer) error {
			return report.BacktestPage(w, r, report.PageOptions{
				Columns: recordColumns(), Rule: backtest.Current().Lines(), Calibration: pictures["calibration"], History: pictures["history"], Shipped: r.Scenario.Flat == string(text),
			})
		}},
		resultFile{result.BacktestFile, r.Write})
}

// recordColumns are the columns of the record, for its page.
func recordColumns() []report.PageColumn {
	var out []report.PageColumn
	for _, c := range history.Columns() {
		out = append(out, report.PageColumn{Name: c.Name, Meaning: c.Meaning})
	}
	return out
}
