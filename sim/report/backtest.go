package report

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// headline is what a backtest is judged by: war within so many years, among the
// core, each half forecast by ranges fitted to the other.
const headline = result.HeadlineYears

// headlineScore is the score of the headline; false where the record has no core.
func headlineScore(b *result.Backtest) (result.Score, bool) {
	s, ok := b.Score(result.MajorBreach, headline, result.CoreSet, result.ByHalves)
	return s, ok && s.Arrangements > 0
}

// Backtest writes what a backtest comes to: the verdict, the scores, what the
// halves fit, and the historical models of the debate.
func Backtest(w io.Writer, b *result.Backtest, f Format) error {
	note := remark(f)
	fmt.Fprintf(w, "%s%s, %d draws of the reference class, seed %d\n\n", note, counted(len(b.Arrangements), "arrangement"), b.Run.Cases, b.Run.Seed)
	for _, line := range slices.Concat(backtestVerdict(b), surprise(b), fewDraws(b)) {
		fmt.Fprintf(w, "%s%s\n", note, line)
	}
	var grids []grid
	if coreSize(b) > 0 {
		grids = append(grids, skillGrid(b, result.CoreSet, result.MajorBreach, headline), skillGrid(b, result.CoreSet, result.LimitedBreach, headline),
			calibrationGrid(b, result.CoreSet))
	}
	grids = append(grids, skillGrid(b, result.AllSet, result.MajorBreach, headline), calibrationGrid(b, result.AllSet), behindGrid(b), fitGrid(b))
	if len(b.Models) > 0 {
		grids = append(grids, modelGrid(b))
	}
	for _, g := range grids {
		fmt.Fprintln(w)
		if err := g.write(w, f); err != nil {
			return err
		}
	}
	for _, line := range modelVerdict(b) {
		if _, err := fmt.Fprintf(w, "%s%s\n", note, line); err != nil {
			return err
		}
	}
	return nil
}

// forecastName says how forecasts came about.
func forecastName(f result.Forecast) string {
	switch f {
	case result.FirstRule:
		return "first rule, ranges as shipped"
	case result.AsShipped:
		return "ranges as shipped"
	case result.ByHalves:
		return "fitted to the other half"
	}
	return "fitted to the other dyads"
}

// forecastsIn lists the forecasts that a backtest has, in the order of tables.
func forecastsIn(b *result.Backtest) []result.Forecast {
	var out []result.Forecast
	for _, f := range result.Forecasts() {
		if _, ok := b.Score(result.MajorBreach, headline, result.AllSet, f); ok {
			out = append(out, f)
		}
	}
	return out
}

// setName is what a set of a backtest's arrangements is called.
func setName(b *result.Backtest, set string) string {
	switch set {
	case result.CoreSet:
		return fmt.Sprintf("core %d", coreSize(b))
	case result.StatesSet:
		return "tiers A and B"
	}
	return "all"
}

// setsOf lists the sets of a backtest: the core first, where there is one.
func setsOf(b *result.Backtest) []string {
	sets := result.BacktestSets()
	if coreSize(b) == 0 {
		return sets[1:]
	}
	return sets
}

// coreSize is how many arrangements the core has.
func coreSize(b *result.Backtest) int {
	n := 0
	for _, a := range b.Arrangements {
		if a.Core {
			n++
		}
	}
	return n
}

func breachName(kind string) string {
	if kind == result.MajorBreach {
		return "war"
	}
	return "any breach"
}

// hundredths writes a score or a skill to two decimals, with a true minus.
func hundredths(x float64) string {
	if math.Abs(x) < .005 {
		x = 0
	}
	return strings.Replace(fmt.Sprintf("%.2f", x), "-", "−", 1)
}

// skillRange writes a skill with its range; a dash where the baseline is without
// error.
func skillRange(i estimate.Interval) string {
	if !estimate.Finite(i.Value) {
		return "–"
	}
	return fmt.Sprintf("%s [%s, %s]", hundredths(i.Value), hundredths(i.Lo), hundredths(i.Hi))
}

// wholePercent writes a probability of so few cases that no decimal is known.
func wholePercent(p float64) string {
	switch {
	case p > 0 && p < .005:
		return "<1 %"
	case p < 1 && p > .995:
		return ">99 %"
	}
	return fmt.Sprintf("%.0f %%", math.Round(100*p)) // %.0f alone takes the even neighbour
}

// fate says what became of an arrangement.
func fate(o result.Observed) string {
	if o.Event {
		return fmt.Sprintf("war after %.1f years", o.Years)
	}
	return fmt.Sprintf("no war in %.1f years", o.Years)
}

// warOrNot says what happened.
func warOrNot(war bool) string {
	if war {
		return "war"
	}
	return "no war"
}
