package report

import (
	"fmt"
	"math"
	"strconv"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// skillGrid lists the scores of one set and kind by some years.
func skillGrid(b *result.Backtest, set, kind string, years ...int) grid {
	by := "by several years"
	if len(years) == 1 {
		by = fmt.Sprintf("within %d years", years[0])
	}
	g := grid{
		title: fmt.Sprintf("%s %s, %s: Brier scores (lower is better) and skill over two baselines", upperFirst(breachName(kind)), by, setName(b, set)),
		head: []string{"forecast", "year", "Brier", "base rate", "post-war curve", "skill over base rate " + intervalMark, "over curve " + intervalMark,
			"log skill over base rate " + intervalMark, "log, over curve " + intervalMark},
	}
	for _, f := range forecastsIn(b) {
		for _, y := range years {
			if s, ok := b.Score(kind, y, set, f); ok {
				g.rows = append(g.rows, []string{forecastName(f), strconv.Itoa(y), hundredths(s.Brier.Value), hundredths(s.BrierBase.Value), hundredths(s.BrierWeibull.Value),
					skillRange(s.BrierSkill.Base), skillRange(s.BrierSkill.Weibull), skillRange(s.LogSkill.Base), skillRange(s.LogSkill.Weibull)})
			}
		}
	}
	return g
}

// timeGrid lists the scores of the exact times.
func timeGrid(b *result.Backtest) grid {
	sets := setsOf(b)
	g := grid{title: "Exact times: bits an arrangement better than the post-war curve (below 0: worse)", head: []string{"forecast", "of"}, wide: []wideColumn{{"of", widestText}}}
	for _, set := range sets {
		g.head = append(g.head, setName(b, set)+" "+intervalMark)
	}
	for _, kind := range result.BreachKinds() {
		for _, f := range forecastsIn(b) {
			row := []string{forecastName(f), breachName(kind)}
			for _, set := range sets {
				cell := "–"
				for _, s := range b.Times {
					if s.Kind == kind && s.Forecast == f && s.Set == set {
						cell = skillRange(s.Bits)
					}
				}
				row = append(row, cell)
			}
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// rightGrid says what the headline's skill would be if forecasts were right, and
// which dyad it hangs on.
func rightGrid(b *result.Backtest) grid {
	g := grid{
		title: fmt.Sprintf("War within %d years, %s: what the skill over the base rate would be if the forecasts were right, and without one dyad", headline, setName(b, result.CoreSet)),
		head:  []string{"forecast", "skill " + intervalMark, "if right " + intervalMark, "records as low or lower, if right", "lowest without a dyad", "highest without a dyad"},
		wide:  []wideColumn{{"lowest without a dyad", widestText}, {"highest without a dyad", widestText}},
	}
	for _, f := range forecastsIn(b) {
		s, ok := b.Score(result.MajorBreach, headline, result.CoreSet, f)
		if !ok || s.Arrangements == 0 {
			continue
		}
		row := []string{forecastName(f), skillRange(s.BrierSkill.Base), "–", "–", "–", "–"}
		if s.IfRight != nil {
			row[2], row[3] = skillRange(s.IfRight.Skill), wholePercent(s.IfRight.AsLow)
		}
		for k, i := range s.Without {
			row[4+k] = fmt.Sprintf("%s (%s)", hundredths(i.Skill), i.Dyad)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// binCells are a bin's cells.
func binCells(b result.Bin) []string {
	return []string{strconv.Itoa(b.Arrangements), strconv.Itoa(b.Events), wholePercent(b.Forecast), wholePercent(b.Observed), fmt.Sprintf("%.0f–%.0f %%", math.Round(100*b.Lo), math.Round(100*b.Hi))}
}

// binHead heads them.
func binHead() []string {
	return []string{"arrangements", "wars", "forecast", "happened", "95 % interval"}
}

// calibrationGrid lists the bins of the headline's forecasts in one set.
func calibrationGrid(b *result.Backtest, set string) grid {
	g := grid{
		title: fmt.Sprintf("Calibration: war within %d years, %s, %s, in bins of rising forecasts; what happened by Kaplan–Meier", headline, setName(b, set), forecastName(result.ByHalves)),
		head:  append([]string{"bin"}, binHead()...),
	}
	for i, bin := range b.Bins(result.MajorBreach, headline, set, result.ByHalves) {
		g.rows = append(g.rows, append([]string{strconv.Itoa(i + 1)}, binCells(bin)...))
	}
	return g
}

// behindGrid compares forecasts with what happened by what stood behind.
func behindGrid(b *result.Backtest) grid {
	g := grid{
		title: fmt.Sprintf("War within %d years by what stood behind, %s; what happened by Kaplan–Meier", headline, forecastName(result.ByHalves)),
		head:  append([]string{"what stood behind", "of"}, binHead()...),
		wide:  []wideColumn{{"of", widestText}},
	}
	for _, s := range b.Behind {
		g.rows = append(g.rows, append([]string{s.Name, setName(b, s.Set)}, binCells(s.Bin)...))
	}
	return g
}

// fitGrid lists the medians that all of the record and its halves fit, with the
// errors of the draws.
func fitGrid(b *result.Backtest) grid {
	g := grid{title: "What the halves fit: medians ± the error of the draws", head: []string{"median of", "as shipped", "fitted to all", "to half A", "to half B"}}
	cell := func(m estimate.Mean) string {
		return estimate.Write(m.Mean, m.StdErr, 3) + " ± " + estimate.Write(m.StdErr, m.StdErr, 3)
	}
	for i, p := range b.FitAll.Parameters {
		g.rows = append(g.rows, []string{p.Path, estimate.Write(p.Shipped, 0, 3), cell(p.Median), cell(b.FitA.Parameters[i].Median), cell(b.FitB.Parameters[i].Median)})
	}
	return g
}

// modelGrid lists the historical models of the debate.
func modelGrid(b *result.Backtest) grid {
	g := grid{
		title: "The models of the sources: the chance of what happened, within 15 years or the time observed",
		head:  []string{"model", "row", "what became of it", "what happened", "chance by the rule", "chance by its scenario", "P(war by the date)"},
		wide:  []wideColumn{{"row", widestText}, {"what became of it", widestText}, {"what happened", widestText}},
	}
	for _, m := range b.Models {
		g.rows = append(g.rows, []string{m.Name, m.ID, fate(m.Outcome), warOrNot(m.Happened), wholePercent(m.Chance), wholePercent(m.Argued), wholePercent(m.ByDate)})
	}
	return g
}

// recordGrid lists every arrangement with its forecast and its fate.
func recordGrid(b *result.Backtest) grid {
	g := grid{
		title: "Each forecast is by ranges fitted to the other half; * marks the core",
		head: []string{"row", "arrangement", "half", "what stood behind", "what became of it", fmt.Sprintf("P(war by %d years)", headline), "P(war by the date)",
			fmt.Sprintf("P(any breach by %d years)", headline)},
		wide: []wideColumn{{"arrangement", widestFactor}, {"half", widestText}, {"what stood behind", widestText}, {"what became of it", widestText}},
	}
	for _, a := range b.Arrangements {
		risks := a.Risks[result.ByHalves]
		name := a.Name
		if a.Core {
			name += " *"
		}
		g.rows = append(g.rows, []string{a.ID, name, a.Half, a.Behind, fate(a.Outcomes[0]), wholePercent(risks[0].By(headline)), wholePercent(risks[0].Observed), wholePercent(risks[1].By(headline))})
	}
	return g
}
