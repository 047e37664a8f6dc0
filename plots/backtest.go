package plots

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/result"
)

// BacktestKinds lists the figures that a backtest can have, in the order of its
// page.
func BacktestKinds() []string { return []string{"calibration", "history"} }

// BacktestNames lists the figures of a backtest, in the same order: history only
// where it has a historical model.
func BacktestNames(b *result.Backtest) []string {
	if len(b.Models) == 0 {
		return BacktestKinds()[:1]
	}
	return BacktestKinds()
}

// BuildBacktest makes the figure of a name, for breaches within
// result.HeadlineYears. It
// fails for an unknown name, and where the figure does.
func BuildBacktest(name string, b *result.Backtest, t Theme) (*Figure, error) {
	return buildBacktest(name, b, result.HeadlineYears, t)
}

// buildBacktest is BuildBacktest for breaches within some years.
func buildBacktest(name string, b *result.Backtest, years int, t Theme) (*Figure, error) {
	switch name {
	case "calibration":
		return Calibration(b, years, t)
	case "history":
		return History(b, t)
	}
	return nil, fmt.Errorf("figure %q is unknown: allowed are %s", name, strings.Join(BacktestKinds(), " and "))
}

// backtestYears lists, in words, the years by which a backtest forecasts.
func backtestYears() string {
	var out []string
	for _, y := range result.BacktestYears() {
		out = append(out, strconv.Itoa(y))
	}
	return strings.Join(out, ", ")
}

// checkBacktestYears refuses a year by which a backtest does not forecast.
func checkBacktestYears(years float64) error {
	if place := result.BacktestPlace(int(years)); place < 0 || years != math.Trunc(years) {
		return fmt.Errorf("%g years: the backtest forecasts for years %s; choose one of these", years, backtestYears())
	}
	return nil
}

// checkBacktest refuses a backtest that no figure can show.
func checkBacktest(b *result.Backtest) error {
	if b == nil {
		return errors.New("the backtest is nil: run or read one first")
	}
	if len(b.Arrangements) == 0 {
		return errors.New("the backtest has no arrangements: at least 1 is needed; run it again")
	}
	for _, a := range b.Arrangements {
		for _, kinds := range a.Risks {
			for _, r := range kinds {
				if len(r.ByYear) != len(result.BacktestYears()) {
					return fmt.Errorf("arrangement %s has forecasts for %d years, want those of years %s; run the backtest again", a.ID, len(r.ByYear), backtestYears())
				}
				if err := checkProbabilities(append(slices.Clone(r.ByYear), r.Observed)...); err != nil {
					return fmt.Errorf("arrangement %s: %w", a.ID, err)
				}
			}
		}
		for _, o := range a.Outcomes {
			if !(o.Years >= 0) || math.IsInf(o.Years, 0) {
				return fmt.Errorf("arrangement %s was watched for %g years: a finite number of 0 or more is needed; run the backtest again", a.ID, o.Years)
			}
		}
	}
	return nil
}

// backtestOrigin is what it takes to draw a figure of a backtest again.
func backtestOrigin(b *result.Backtest) origin {
	o := newOrigin(b.Scenario, b.Run, b.Version)
	o.analysis, o.draws = true, true
	return o
}
