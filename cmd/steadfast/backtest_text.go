package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"steadfast/sim/backtest"
)

// backtestText prints a backtest for a terminal.
func backtestText(w io.Writer, r *backtest.Result) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d draws of the reference class, seed %d\n\n", count(len(r.Cases), "arrangement"), r.Draws, r.Seed)
	for _, line := range verdicts(r) {
		b.WriteString(line + "\n")
	}
	fmt.Fprintf(&b, "\nWar within %d years, core 40\n%s\n", headline, skillTable(r, backtest.Core, backtest.Major, headline).Render())
	fmt.Fprintf(&b, "\nWar within %d years, all\n%s\n", headline, skillTable(r, backtest.All, backtest.Major, headline).Render())
	fmt.Fprintf(&b, "\nAny breach within %d years, core 40\n%s\n", headline, skillTable(r, backtest.Core, backtest.Limited, headline).Render())
	fmt.Fprintf(&b, "\nCalibration: war within %d years, all, %s\n%s\n", headline, methodName(backtest.Halves), calibrationTable(r, backtest.All, backtest.Major, headline, backtest.Halves).Render())
	fmt.Fprintf(&b, "\nWhat the halves fit\n%s\n", fitTable(r).Render())
	if len(r.Models) > 0 {
		fmt.Fprintf(&b, "\nThe models of the sources\n%s\n", modelTable(r).Render())
	}
	for _, line := range modelVerdicts(r) {
		b.WriteString(line + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// verdicts say what the headline score comes to.
func verdicts(r *backtest.Result) []string {
	s, ok := r.Score(backtest.Major, headline, backtest.Core, backtest.Halves)
	if !ok || s.Arrangements == 0 {
		return []string{"None of the arrangements belongs to the core 40, so that there is no headline."}
	}
	base, curve := s.BrierSkill.Base, s.BrierSkill.Weibull
	lines := []string{fmt.Sprintf("War within %d years in the core 40, each half forecast by the other: %s in %s of %s, %d censored before.",
		headline, count(s.Events, "war"), count(s.Arrangements, "arrangement"), count(s.Dyads, "dyad"), s.Censored)}
	lines = append(lines, fmt.Sprintf("Brier skill over a constant base rate %s, over the post-war curve %s.", withRange(base), withRange(curve)))
	switch better, open := base.Value > 0 && curve.Value > 0, !base.Excludes(0) || !curve.Excludes(0); {
	case better && !open:
		lines = append(lines, "The model forecasts better than either.")
	case better:
		lines = append(lines, "The model scores better than either, and the intervals do not tell it from no skill.")
	case base.Value <= 0 && curve.Value <= 0 && !open:
		lines = append(lines, "The model forecasts worse than either: the target, skill above both, is missed.")
	case open:
		lines = append(lines, "The target, skill above both baselines, is missed; the intervals include 0, so that skill is not ruled out either.")
	default:
		lines = append(lines, "The target, skill above both baselines, is missed.")
	}
	return lines
}

// leastChance is what a historical model should give to what happened.
const leastChance = 0.1

// modelVerdicts say which models gave less than a tenth to what happened.
func modelVerdicts(r *backtest.Result) []string {
	var low []string
	for _, m := range r.Models {
		if m.Chance < leastChance {
			low = append(low, fmt.Sprintf("%s: %s by the rule (%s within %d years), %.0f points short of a tenth.", m.Name, chance(m.Chance), m.Happened, headline, 100*(leastChance-m.Chance)))
		}
		if m.Argued < leastChance {
			low = append(low, fmt.Sprintf("%s: %s by its scenario (%s within %d years), %.0f points short of a tenth.", m.Name, chance(m.Argued), m.Happened, headline, 100*(leastChance-m.Argued)))
		}
	}
	if len(low) == 0 && len(r.Models) > 0 {
		return []string{"Each of them gave at least 10 % to what happened within 15 years or the time observed, by the rule and by its own scenario."}
	}
	return low
}

// furthest lists the core's known outcomes by 15 years that the headline's
// forecasts were furthest from, the furthest first.
func furthest(r *backtest.Result, most int) []backtest.Case {
	off := func(c backtest.Case) float64 {
		p := c.Risks[backtest.Halves][0].ByYear[headlinePlace()]
		if o := c.Outcomes[0]; o.Event && o.Years <= headline {
			return 1 - p
		}
		return p
	}
	var out []backtest.Case
	for _, c := range r.Cases {
		if o := c.Outcomes[0]; c.Core && (o.Event || o.Years >= headline) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b backtest.Case) int { return cmp.Compare(off(b), off(a)) })
	return out[:min(most, len(out))]
}
