package result

import (
	"path/filepath"
	"slices"
	"strings"
)

// SetFile is the name of a set in a folder of results.
const SetFile = "result.json"

// The names of the other files of a run. Figures begin with FigurePrefix.
const (
	CasesCSV       = "cases.csv"
	CasesParquet   = "cases.parquet"
	FuturesParquet = "futures.parquet"
	SweepCSV       = "sweep.csv"
	SensitivityCSV = "sensitivity.csv"
	IndexHTML      = "index.html"
	FigurePrefix   = "figure-"
)

// markers are the files of which any makes a folder steadfast's, in the order
// in which they are put in place.
func markers() []string {
	return []string{CheckFile, SensitivityFile, SweepFile, BacktestFile, SetFile}
}

// made says whether a name is of a file that runs make, in a folder that holds a
// backtest or does not: what a backtest calls its tables, a user may call one of
// his own beside another result.
func made(name string, backtest bool) bool {
	switch name {
	case CasesCSV, CasesParquet, FuturesParquet, SweepCSV, SensitivityCSV, IndexHTML:
		return true
	case BacktestPage, PosteriorCSV, RulePosteriorCSV, ForecastsCSV, ScoresCSV, CalibrationCSV, ArrangementsTOML:
		return backtest
	}
	return slices.Contains(markers(), name) ||
		strings.HasPrefix(name, FigurePrefix) && slices.Contains([]string{".png", ".svg", ".csv"}, filepath.Ext(name))
}
