package main

import (
	"fmt"
	"io"
	"strings"

	"steadfast/sim/backtest"
	"steadfast/sim/history"
)

// backtestPage writes the page that says what the backtest shows and what it
// cannot show, in Markdown. Every number in it is computed.
func backtestPage(w io.Writer, r *backtest.Result) error {
	p := &leaf{}
	p.text("# The historical backtest")
	p.text("This page is written by `make backtest` (`steadfast backtest`, %d draws, seed %d). `cases.csv` is the record: %s, guarantees and ceasefires from 1839 to 2025, of which 40 are the core. `arrangements.toml` holds the instruments; the rule that turns a row into a package stands in the documentation of `sim/backtest` (`rule.go`).",
		r.Draws, r.Seed, count(len(r.Cases), "arrangement"))
	p.shows(r)
	p.models(r)
	p.limits(r)
	p.fitted(r)
	p.record(r)
	p.provenance()
	_, err := io.WriteString(w, strings.Join(p.blocks, "\n\n")+"\n")
	return err
}

// leaf gathers blocks of Markdown.
type leaf struct{ blocks []string }

func (p *leaf) text(format string, args ...any) {
	p.blocks = append(p.blocks, fmt.Sprintf(format, args...))
}

// shows says what the backtest shows.
func (p *leaf) shows(r *backtest.Result) {
	p.text("## What it shows")
	p.text("%s", strings.Join(verdicts(r), " "))
	p.text("A Brier score is a mean squared distance, lower is better; skill is the share of a baseline's score that a forecast saves, with the 95 %% range over resampled dyads, the forecasts held fixed. The baselines are the share of wars among the arrangements that the forecast could know (Kaplan–Meier), and the post-war curve: the Weibull curve of the reference class without a guarantee, 1 − e^(−%.3f·t^%.2f) for war and 1 − e^(−%.3f·t^%.2f) for any breach, which was fitted to 55 pairs of neighbours after 1945. An arrangement that ended before the year for another reason has no outcome there; those watched long enough count for it, by inverse-probability-of-censoring weights (Graf and others 1999).",
		r.Rivals[0].Lambda, r.Rivals[0].Shape, r.Rivals[1].Lambda, r.Rivals[1].Shape)
	p.text("**The rule was changed once.** The codes of `cases.csv` and the first rule were fixed before any score. The first rule took advisers for a tripwire and let the square root of the ratio of capabilities stand for the ratio on the spot. Its scores were seen, and then two things were changed: advisers count as assistance, and how far the ratio of capabilities counts is no longer a judgement but fitted, from not at all to in full, on the training half. In between, a narrower range of that exponent, about one half, had been tried and scored a little less. What the first rule scored stands in the first row of each table. A reader who distrusts changes made after the fact should go by that row. After the first scores the second baseline was replaced, too: it had been a published curve of wars after wars (.26 by year 15), and is now the curve of the reference class itself.")
	for _, set := range backtest.Sets() {
		p.text("War within %d years, %s:\n\n%s", headline, setName(set), skillTable(r, set, backtest.Major, headline).RenderMarkdown())
	}
	p.text("Any breach, limited or war, within %d years, core 40:\n\n%s", headline, skillTable(r, backtest.Core, backtest.Limited, headline).RenderMarkdown())
	p.text("War by other years, core 40:\n\n%s", skillTable(r, backtest.Core, backtest.Major, 5, 10, 20).RenderMarkdown())
	p.text("The exact times need neither a year nor weights. By the likelihood of each, censored ones included, the model is better than the post-war curve by so many bits an arrangement (below 0: worse):\n\n%s", timeTable(r).RenderMarkdown())
	p.text("Calibration: war within %d years, all arrangements, %s, in five bins of rising forecasts; observed by Kaplan–Meier:\n\n%s", headline, methodName(backtest.Halves), calibrationTable(r, backtest.All, backtest.Major, headline, backtest.Halves).RenderMarkdown())
}

// models shows the historical models of the sources.
func (p *leaf) models(r *backtest.Result) {
	if len(r.Models) == 0 {
		return
	}
	p.text("## The models of the sources")
	p.text("Each of the seven has a scenario in this folder that argues it by itself, and its rows of the record went through the rule like all others. The chance is that of what happened, war or no war, within %d years or the time observed: by the rule, fitted without the dyad, and by the scenario. Beside it stands the rule's probability of war by the date of the war or the end of observation.\n\n%s", headline, modelTable(r).RenderMarkdown())
	p.text("%s", strings.Join(modelVerdicts(r), " "))
}

// limits says what so few cases cannot show.
func (p *leaf) limits(r *backtest.Result) {
	s, ok := r.Score(backtest.Major, headline, backtest.Core, backtest.Halves)
	if !ok || s.Arrangements == 0 {
		return
	}
	base := s.BrierSkill.Base
	p.text("## What n = %d cannot show", s.Arrangements)
	var names []string
	for _, c := range furthest(r, 6) {
		names = append(names, fmt.Sprintf("%s (%s, war within %d years forecast at %s)", c.ID, fate(c.Outcomes[0]), headline, chance(c.Risks[backtest.Halves][0].ByYear[headlinePlace()])))
	}
	for _, line := range []string{
		fmt.Sprintf("**Whether the model forecasts at all.** %s in %s and %s leave an interval of the skill that is %.1f wide. A true skill anywhere from %s to %s would often come out like this.", count(s.Events, "war"), count(s.Arrangements, "arrangement"), count(s.Dyads, "dyad"), base.Hi-base.Lo, decimals(base.Lo), decimals(base.Hi)),
		fmt.Sprintf("**Which arrangement made the difference.** A few rows carry the score. Furthest from what happened were %s.", strings.Join(names, "; ")),
		"**What an instrument does.** Instruments are sent where war is thought likely, and troops where their senders dare to send them. That no war came where 10,000 troops stood is an association. The rule forecasts from the instruments; a good score would not show that they caused the peace, nor a bad one that they did not.",
		"**Which parameter is wrong.** Six medians are fitted to some twenty rivalries a half; the prior decides much of each, and the halves disagree (below).",
		"**Anything about a challenger that is not average.** The rule knows no rival, no quarrel and no leader. A scenario argues these; no row of the record tests that argument.",
		fmt.Sprintf("**The coding.** Most of the dates of these %s were coded from general knowledge and graded (`conf`). A limited breach is where somebody drew the line at 25 dead. The reference class was fitted to wars of neighbours after 1945, some of which are rows here, too.", count(len(r.Cases), "row")),
	} {
		p.text("* %s", line)
	}
}

// fitted shows what the halves fit.
func (p *leaf) fitted(r *backtest.Result) {
	p.text("## What the halves fit")
	p.text("Half A has the dyads at odd places in the order of their earliest start, half B the others; no rivalry stands in both. A forecast of half A rests on ranges fitted to half B, and the other way round. Fitted are the medians, by maximum a posteriori; the prior of each is its own range.\n\n%s", fitTable(r).RenderMarkdown())
	p.text("Half A has %s, half B %s. All forecasts after a fit weigh the same %d draws; the smallest effective number behind one is %.0f.", count(r.FitA.Arrangements, "arrangement"), count(r.FitB.Arrangements, "arrangement"), r.Draws, r.LeastDraws)
	p.text("`posterior.csv` has %d joint draws of %s for a new member of the reference class, given the whole record: a walk through the posterior of the medians (%.0f %% of steps taken; at least %.0f effective draws of a median; at one place in twenty the likelihood itself rests on fewer than %.0f effective draws), and the parameters drawn at each. A scenario draws from it by\n\n```toml\n[sample]\nfile = \"steadfast:historical/posterior.csv\"\n```",
		len(r.Posterior.Rows), strings.Join(r.Posterior.Paths, ", "), 100*r.Posterior.Accepted, r.Posterior.Effective, r.Posterior.LeastDraws)
}

// record lists all arrangements.
func (p *leaf) record(r *backtest.Result) {
	p.text("## The record and the forecasts")
	p.text("Each forecast is by ranges fitted to the other half; * marks the core.\n\n%s", caseTable(r).RenderMarkdown())
}

// provenance says where the record comes from.
func (p *leaf) provenance() {
	p.text("## Provenance of cases.csv")
	p.text("The rows were coded for this project from public history and graded by confidence (`conf`: H, M, L) and by what they rest on (`verified`); observation ends on 2025-12-31. Added here: the row ISR75; the columns `legal_code`, `dyad`, `capability_ratio` with `capability_source`, and `coding_note`, which gives the reason of every correction and doubtful code.")
	p.text("`capability_ratio` is the challenger's over the protégé's Composite Index of National Capability in the year of the start, 2007 where that is later: Correlates of War, National Material Capabilities v4.0 (J. D. Singer, S. Bremer and J. Stuckey, 1972; J. D. Singer, International Interactions 14, 1987). Rows without a state on either side, with either side as challenger, or whose index was not at hand have none, and then the reference's ranges stand.")
	var b strings.Builder
	b.WriteString("| column | meaning |\n| --- | --- |")
	for _, c := range history.Columns() {
		fmt.Fprintf(&b, "\n| `%s` | %s |", c.Name, c.Meaning)
	}
	p.text("%s", b.String())
}
