package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// backtestVerdict says what the headline score comes to.
func backtestVerdict(b *result.Backtest) []string {
	s, ok := headlineScore(b)
	if !ok {
		return []string{"None of the arrangements belongs to the core, so that there is no headline."}
	}
	base, curve := s.BrierSkill.Base, s.BrierSkill.Weibull
	lines := []string{fmt.Sprintf("War within %d years in the %s, each half forecast by the other: %s in %s of %s, %d censored before.",
		headline, setName(b, result.CoreSet), counted(s.Events, "war"), counted(s.Arrangements, "arrangement"), counted(s.Dyads, "dyad"), s.Censored)}
	if !estimate.Finite(base.Value) || !estimate.Finite(curve.Value) {
		return append(lines, "There is no skill to tell: a baseline makes no error in these arrangements.")
	}
	lines = append(lines, fmt.Sprintf("Brier skill over a constant base rate %s, over the post-war curve %s.", skillRange(base), skillRange(curve)))
	var open []string
	for _, over := range []struct {
		name  string
		skill estimate.Interval
	}{{"the base rate", base}, {"the curve", curve}} {
		if !over.skill.Excludes(0) {
			open = append(open, over.name)
		}
	}
	verdict := "The target, skill above both baselines, is missed"
	if base.Value > 0 && curve.Value > 0 {
		verdict = "The model scores better than either"
	}
	switch len(open) {
	case 2:
		return append(lines, verdict+"; both intervals include 0: so few arrangements cannot tell.")
	case 1:
		return append(lines, fmt.Sprintf("%s; the interval over %s includes 0, the other does not.", verdict, open[0]))
	}
	return append(lines, verdict+"; both intervals exclude 0.")
}

// against is the share of records, if the forecasts were right, below which a
// score speaks against them.
const against = 0.05

// surprise says how surprising the headline score would be if the forecasts were
// right; nothing where there is no skill.
func surprise(b *result.Backtest) []string {
	s, ok := headlineScore(b)
	if !ok || s.IfRight == nil {
		return nil
	}
	line := fmt.Sprintf("If these forecasts were right, records like this one, every arrangement's fate drawn for itself, would give them a skill of %s over the base rate, and %s of such records one as low as was found, or lower",
		skillRange(s.IfRight.Skill), wholePercent(s.IfRight.AsLow))
	if s.IfRight.AsLow < against {
		return []string{line + ": that speaks against the forecasts as they are."}
	}
	return []string{line + ": that does not speak against the forecasts."}
}

// hangs says how much of the headline skill hangs on a single dyad; nothing where
// there is no skill.
func hangs(b *result.Backtest) string {
	s, ok := headlineScore(b)
	if !ok || len(s.Without) != 2 || !estimate.Finite(s.BrierSkill.Base.Value) {
		return ""
	}
	low, high, base := s.Without[0], s.Without[1], s.BrierSkill.Base
	how := "No single dyad carries the score"
	if low.Skill < base.Lo || high.Skill > base.Hi || (low.Skill > 0) != (high.Skill > 0) {
		how = "A single dyad carries the score"
	}
	return fmt.Sprintf("%s: without %s the skill would be %s, without %s %s.", how, low.Dyad, hundredths(low.Skill), high.Dyad, hundredths(high.Skill))
}

// enoughDraws is how many effective draws a fit and the posterior should rest on.
const enoughDraws = 20

// fewDraws warns where the numbers rest on few draws; nothing where they do not.
func fewDraws(b *result.Backtest) []string {
	switch {
	case b.LeastDraws < enoughDraws:
		return []string{fmt.Sprintf("The draws are few: a forecast rests on %.0f effective ones. Take more (--draws).", b.LeastDraws)}
	case b.Posterior.LeastDraws < enoughDraws:
		return []string{fmt.Sprintf("The draws are few for the posterior: at one place in twenty its likelihood rests on fewer than %.0f effective ones. Take more (--draws).", math.Ceil(b.Posterior.LeastDraws))}
	}
	return nil
}

// misses names where mean forecasts lie outside the interval of what happened: of
// the core by what stood behind, and of the core and all in bins of rising
// forecasts.
func misses(b *result.Backtest) []string {
	var out []string
	miss := func(where string, bin result.Bin) {
		if bin.Forecast >= bin.Lo && bin.Forecast <= bin.Hi {
			return
		}
		side := "fewer"
		if bin.Forecast > bin.Hi {
			side = "more"
		}
		out = append(out, fmt.Sprintf("%s it expects %s wars than came (%s forecast, %s happened, %.0f–%.0f %%, in %s)",
			where, side, wholePercent(bin.Forecast), wholePercent(bin.Observed), math.Round(100*bin.Lo), math.Round(100*bin.Hi), counted(bin.Arrangements, "arrangement")))
	}
	for _, s := range b.Behind {
		if s.Set == result.CoreSet {
			miss("behind “"+s.Name+"” in the core", s.Bin)
		}
	}
	for _, set := range []string{result.CoreSet, result.AllSet} {
		for i, bin := range b.Bins(result.MajorBreach, headline, set, result.ByHalves) {
			miss(fmt.Sprintf("in bin %d of the forecasts of %s", i+1, map[string]string{result.CoreSet: "the core", result.AllSet: "all"}[set]), bin)
		}
	}
	return out
}

// modelVerdict says which models gave less than a tenth to what happened.
func modelVerdict(b *result.Backtest) []string {
	var low []string
	for _, m := range b.Models {
		for _, given := range []struct {
			chance float64
			by     string
		}{{m.Chance, "the rule"}, {m.Argued, "its scenario"}} {
			if given.chance < result.LeastChance {
				low = append(low, fmt.Sprintf("%s: %s by %s (%s within %d years), %.0f points short of a tenth.",
					m.Name, wholePercent(given.chance), given.by, warOrNot(m.Happened), headline, 100*(result.LeastChance-given.chance)))
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
		p := a.Risks[result.ByHalves][0].By(headline)
		if war, _ := a.Outcomes[0].By(headline); war {
			return 1 - p
		}
		return p
	}
	var out []result.Arrangement
	for _, a := range b.Arrangements {
		if _, known := a.Outcomes[0].By(headline); a.Core && known {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b result.Arrangement) int { return cmp.Compare(off(b), off(a)) })
	return out[:min(most, len(out))]
}
