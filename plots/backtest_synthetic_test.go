package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// modelNames have the lengths of those of the debate.
var modelNames = []string{"Budapest 1994", "Minsk I", "Minsk II", "West Germany", "South Korea", "Israel", "Taiwan", "Baltics, air policing", "Baltics, battlegroups"}

func modelName(i int) string { return modelNames[i%len(modelNames)] }

// backtested makes a backtest by formula: n arrangements, of which every second
// is of the core, with forecasts that spread from a few per cent to 80, wars at
// the rate of their forecasts, watched for 2 to 40 years; so many models.
func backtested(n, models int, name func(int) string) *result.Backtest {
	b := &result.Backtest{
		Schema: result.Schema, Version: "0.1.0",
		Scenario: result.Scenario{
			Name: "cases", Title: "The historical record", HorizonYears: 20,
			Hash: "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de",
		},
		Run: result.Run{Cases: 512, Seed: 1},
	}
	part := func(k int, factor float64) float64 { _, f := math.Modf(float64(k)*factor + 0.37); return f }
	for k := range n {
		p := 0.04 + 0.76*part(k, 0.6180339887)
		war := part(k, 0.7548776662) < p
		var by []float64
		for _, years := range result.BacktestYears() {
			by = append(by, 1-math.Pow(1-p, float64(years)/15))
		}
		a := result.Arrangement{ID: fmt.Sprintf("ARR%02d", k), Core: k%2 == 0, Half: "AB"[k%2 : k%2+1]}
		a.Outcomes[0] = result.Observed{Years: 2 + 38*part(k, 0.5698402910), Event: war}
		a.Outcomes[1] = a.Outcomes[0]
		risks := result.Risks{ByYear: by, Observed: p}
		a.Risks = map[result.Forecast][2]result.Risks{result.ByHalves: {risks, risks}}
		b.Arrangements = append(b.Arrangements, a)
	}
	for _, set := range []string{result.CoreSet, result.AllSet} {
		of := n
		if set == result.CoreSet {
			of = (n + 1) / 2
		}
		for _, years := range result.BacktestYears() {
			b.Scores = append(b.Scores, result.Score{
				Kind: result.MajorBreach, Years: years, Set: set, Forecast: result.ByHalves,
				Arrangements: of, Dyads: (2*of + 2) / 3, Events: of / 3,
				BrierSkill: result.Skills{Base: estimate.Interval{Value: -0.13, Lo: -0.42, Hi: 0.11}},
			})
			c := result.Calibration{Kind: result.MajorBreach, Years: years, Set: set, Forecast: result.ByHalves}
			for k := range min(5, of) {
				at := (float64(k) + 0.5) / 5
				c.Bins = append(c.Bins, result.Bin{
					Arrangements: of/5 + 1, Events: k, Forecast: 0.7 * at * at, Observed: 0.2 + 0.4*at,
					Lo: 0.1 * at, Hi: 0.6 + 0.35*at,
				})
			}
			b.Calibration = append(b.Calibration, c)
		}
	}
	for i := range models {
		war := i == 1 || i == 2
		b.Models = append(b.Models, result.HistoricalModel{
			Name: name(i), ID: fmt.Sprintf("ARR%02d", i), Scenario: "historical/one.toml", Package: "one",
			Outcome: result.Observed{Years: []float64{27.2, 0.42, 7, 35.3}[i%4], Event: i%4 < 3}, Happened: war,
			Chance: 0.42 + 0.52*part(i, 0.6180339887), Argued: 0.36 + 0.6*part(i, 0.7548776662), ByDate: 0.04 + 0.6*part(i, 0.569),
		})
	}
	return b
}

// drawBacktest builds a figure in the default theme.
func drawBacktest(t testing.TB, name string, b *result.Backtest) *Figure {
	t.Helper()
	f, err := BuildBacktest(name, b, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// backtestFigures draws backtests in which the figures say all that they can,
// with user texts that hold no Latin letter.
func backtestFigures(t testing.TB, th Theme) []shownFigure {
	var out []shownFigure
	add := func(what string, b *result.Backtest) {
		foreign(&b.Scenario, &b.Version)
		for _, name := range BacktestNames(b) {
			f, err := BuildBacktest(name, b, th)
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			out = append(out, shownFigure{what + ", " + name, f})
		}
	}
	foreignModel := func(i int) string { return cyrillic(modelName(i)) }
	add("86 arrangements", backtested(86, 9, foreignModel))
	add("one arrangement", backtested(1, 1, foreignModel))
	one := backtested(1, 0, foreignModel)
	one.Run.Cases = 1
	for i := range one.Scores {
		one.Scores[i].Events, one.Scores[i].BrierSkill.Base = 1, estimate.Interval{Value: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}
	}
	add("one war", one)
	return out
}

// said are the words of a figure on a slide, on one line, spaces plain.
func said(t testing.TB, f *Figure) string {
	t.Helper()
	p, err := f.layout(Slide)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(allWords(p), nbsp, " ")
}
