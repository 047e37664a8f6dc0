package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"steadfast/sim/backtest"
	"steadfast/sim/score"
)

// headline is what the backtest is judged by: war within 15 years, among the
// core 40, each half forecast by ranges fitted to the other.
const headline = 15

// methodName is a method in words.
func methodName(m backtest.Method) string {
	switch m {
	case backtest.Preset:
		return "first rule, ranges as shipped"
	case backtest.Shipped:
		return "ranges as shipped"
	case backtest.Halves:
		return "fitted to the other half"
	}
	return "fitted to the other dyads"
}

func setName(set string) string {
	switch set {
	case backtest.Core:
		return "core 40"
	case backtest.States:
		return "tiers A and B"
	}
	return "all"
}

func kindName(kind string) string {
	if kind == backtest.Major {
		return "war"
	}
	return "any breach"
}

// decimals writes a score or a skill to two decimals, with a true minus.
func decimals(x float64) string {
	if math.Abs(x) < .005 {
		x = 0
	}
	return strings.Replace(fmt.Sprintf("%.2f", x), "-", "−", 1)
}

// withRange writes a skill with its 95 % interval; a dash where the baseline is
// without error.
func withRange(i score.Interval) string {
	if math.IsNaN(i.Value) || math.IsInf(i.Value, 0) {
		return "–"
	}
	return fmt.Sprintf("%s [%s, %s]", decimals(i.Value), decimals(i.Lo), decimals(i.Hi))
}

// backtestGrid begins a table; the first columns hold words.
func backtestGrid(words int, head ...any) table.Writer {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Options = table.OptionsNoBordersAndSeparators
	t.Style().Format.Header = text.FormatDefault
	t.AppendHeader(table.Row(head))
	var columns []table.ColumnConfig
	for i := range head {
		align := text.AlignRight
		if i < words {
			align = text.AlignLeft
		}
		columns = append(columns, table.ColumnConfig{Number: i + 1, Align: align, AlignHeader: align})
	}
	t.SetColumnConfigs(columns)
	return t
}

// skillTable lists the scores of one set and kind by one year or by all.
func skillTable(r *backtest.Result, set, kind string, years ...int) table.Writer {
	t := backtestGrid(1, "forecast", "year", "Brier", "base rate", "post-war curve", "skill over base rate", "skill over curve", "log skill over base", "over curve")
	for _, m := range backtest.Methods() {
		for _, y := range years {
			if s, ok := r.Score(kind, y, set, m); ok {
				t.AppendRow(table.Row{methodName(m), y, decimals(s.Brier.Value), decimals(s.BrierBase.Value), decimals(s.BrierWeibull.Value),
					withRange(s.BrierSkill.Base), withRange(s.BrierSkill.Weibull), withRange(s.LogSkill.Base), withRange(s.LogSkill.Weibull)})
			}
		}
	}
	return t
}

// timeTable lists the scores of the exact times.
func timeTable(r *backtest.Result) table.Writer {
	t := backtestGrid(2, "forecast", "of", "core 40", "tiers A and B", "all")
	for _, kind := range []string{backtest.Major, backtest.Limited} {
		for _, m := range backtest.Methods() {
			row := table.Row{methodName(m), kindName(kind)}
			for _, set := range backtest.Sets() {
				for _, s := range r.Times {
					if s.Kind == kind && s.Method == m && s.Set == set {
						row = append(row, withRange(s.Bits))
					}
				}
			}
			t.AppendRow(row)
		}
	}
	return t
}

// fitTable lists the medians that all of the record and its halves fit.
func fitTable(r *backtest.Result) table.Writer {
	t := backtestGrid(1, "median of", "as shipped", "fitted to all", "to half A", "to half B")
	for i, p := range r.FitAll.Parameters {
		t.AppendRow(table.Row{p.Path, thousandths(p.Shipped), thousandths(p.Median), thousandths(r.FitA.Parameters[i].Median), thousandths(r.FitB.Parameters[i].Median)})
	}
	return t
}

func thousandths(x float64) string { return strings.Replace(fmt.Sprintf("%.3f", x), "-", "−", 1) }

// modelTable lists the models of the sources.
func modelTable(r *backtest.Result) table.Writer {
	t := backtestGrid(4, "model", "row", "what became of it", "within 15 years", "chance by the rule", "chance by its scenario", "P(war by the date)")
	for _, m := range r.Models {
		t.AppendRow(table.Row{m.Name, m.ID, fate(m.Outcome), m.Happened, chance(m.Chance), chance(m.Argued), chance(m.ByDate)})
	}
	return t
}

// fate says what became of an arrangement.
func fate(o backtest.Outcome) string {
	if o.Event {
		return fmt.Sprintf("war after %.1f years", o.Years)
	}
	return fmt.Sprintf("no war in %.1f years", o.Years)
}

// calibrationTable lists the bins of one forecast.
func calibrationTable(r *backtest.Result, set, kind string, years int, m backtest.Method) table.Writer {
	t := backtestGrid(0, "arrangements", "events", "forecast", "observed", "95 % interval")
	for _, c := range r.Bins {
		if c.Set != set || c.Kind != kind || c.Years != years || c.Method != m {
			continue
		}
		for _, b := range c.Bins {
			t.AppendRow(table.Row{b.Cases, b.Events, chance(b.Forecast), chance(b.Observed), fmt.Sprintf("%.0f–%.0f %%", 100*b.Lo, 100*b.Hi)})
		}
	}
	return t
}

// caseTable lists every arrangement with its forecast and its fate.
func caseTable(r *backtest.Result) table.Writer {
	t := backtestGrid(4, "row", "arrangement", "half", "what became of it", "P(war by 15 years)", "P(war by the date)", "P(any breach by 15 years)")
	for _, c := range r.Cases {
		risks := c.Risks[backtest.Halves]
		name := c.Name
		if c.Core {
			name += " *"
		}
		at := headlinePlace()
		t.AppendRow(table.Row{c.ID, name, c.Half, fate(c.Outcomes[0]), chance(risks[0].ByYear[at]), chance(risks[0].Observed), chance(risks[1].ByYear[at])})
	}
	return t
}

// headlinePlace is the place of the headline's year among the horizons.
func headlinePlace() int {
	for i, years := range backtest.Horizons() {
		if years == headline {
			return i
		}
	}
	panic("steadfast: the headline's year is none of the horizons")
}
