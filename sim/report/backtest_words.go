package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"steadfast/sim/result"
)

// backtestVerdict says what the headline score comes to.
func backtestVerdict(b *result.Backtest) []string {
	s, ok := b.Score(result.MajorBreach, headline, result.CoreSet, result.ByHalves)
	if !ok || s.Arrangements == 0 {
		return []string{"None of the arrangements belongs to the core 40, so that there is no headline."}
	}
	base, curve := s.BrierSkill.Base, s.BrierSkill.Weibull
	lines := []string{
		fmt.Sprintf("War within %d years in the core 40, each half forecast by the other: %s in %s of %s, %d censored before.",
			headline, counted(s.Events, "war"), counted(s.Arrangements, "arrangement"), counted(s.Dyads, "dyad"), s.Censored),
		fmt.Sprintf("Brier skill over a constant base rate %s, over the post-war curve %s.", skillRange(base), skillRange(curve)),
	}
	switch better, open := base.Value > 0 && curve.Value > 0, !base.Excludes(0) || !curve.Excludes(0); {
	case better && !open:
		return append(lines, "The model forecasts better than either.")
	case better:
		return append(lines, "The model scores better than either, and the intervals do not tell it from no skill.")
	case base.Value <= 0 && curve.Value <= 0 && !open:
		return append(lines, "The model forecasts worse than either: the target, skill above both, is missed.")
	case open:
		return append(lines, "The target, skill above both baselines, is missed; the intervals include 0, so that skill is not ruled out either.")
	}
	return append(lines, "The target, skill above both baselines, is missed.")
}

// surprise says how surprising the headline score would be if the forecasts were
// right.
func surprise(b *result.Backtest) string {
	s, ok := b.Score(result.MajorBreach, headline, result.CoreSet, result.ByHalves)
	if !ok || s.Arrangements == 0 {
		return ""
	}
	line := fmt.Sprintf("If these forecasts were right, records like this one would give them a skill of %s over the base rate, and %s of such records one as low as was found, or lower",
		skillRange(s.IfRight), shareOfRecords(s.AsLow))
	if s.AsLow < 0.025 {
		return line + ": they are more confident than the record lets them be."
	}
	return line + ": the record does not rule them out."
}

// misses names, of what stood behind arrangements of the core, where the
// forecasts lie outside the interval of what happened.
func misses(b *result.Backtest) []string {
	var out []string
	for _, s := range b.Behind {
		if s.Set != result.CoreSet || s.Forecast >= s.Lo && s.Forecast <= s.Hi {
			continue
		}
		side := "fewer"
		if s.Forecast > s.Hi {
			side = "more"
		}
		out = append(out, fmt.Sprintf("behind “%s” it expects %s wars than came (%s forecast, %s happened, %.0f–%.0f %%, in %s)",
			s.Name, side, wholePercent(s.Forecast), wholePercent(s.Observed), math.Round(100*s.Lo), math.Round(100*s.Hi), counted(s.Arrangements, "arrangement")))
	}
	return out
}

// leastChance is what a historical model should give to what happened.
const leastChance = 0.1

// modelVerdict says which models gave less than a tenth to what happened.
func modelVerdict(b *result.Backtest) []string {
	var low []string
	for _, m := range b.Models {
		for _, given := range []struct {
			chance float64
			by     string
		}{{m.Chance, "the rule"}, {m.Argued, "its scenario"}} {
			if given.chance < leastChance {
				low = append(low, fmt.Sprintf("%s: %s by %s (%s within %d years), %.0f points short of a tenth.",
					m.Name, wholePercent(given.chance), given.by, warOrNot(m.Happened), headline, 100*(leastChance-given.chance)))
			}
		}
	}
	if len(low) == 0 && len(b.Models) > 0 {
		return []string{"Each of them gave at least 10 % to what happened within 15 years or the time observed, by the rule and by its own scenario."}
	}
	return low
}

// furthest lists the core's known outcomes by the headline's year that its
// forecasts were furthest from, the furthest first.
func furthest(b *result.Backtest, most int) []result.Arrangement {
	off := func(a result.Arrangement) float64 {
		p := a.Risks[result.ByHalves][0].ByYear[headlinePlace()]
		if o := a.Outcomes[0]; o.Event && o.Years <= headline {
			return 1 - p
		}
		return p
	}
	var out []result.Arrangement
	for _, a := range b.Arrangements {
		if o := a.Outcomes[0]; a.Core && (o.Event || o.Years >= headline) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b result.Arrangement) int { return cmp.Compare(off(b), off(a)) })
	return out[:min(most, len(out))]
}
