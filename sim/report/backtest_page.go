package report

import (
	"fmt"
	"io"
	"strings"

	"steadfast/sim/result"
)

// A PageColumn is a column of the record, for the page that documents it.
type PageColumn struct{ Name, Meaning string }

// A PagePicture is a figure for a page: its file, and what it says to who cannot
// see it.
type PagePicture struct{ File, Alt string }

// BacktestPage writes, in Markdown, the page that says what a backtest shows and
// what it cannot show. Every number in it is computed. columns are those of the
// record; pictures are the figures of the calibration and of the historical
// models, each left out where it is nil.
func BacktestPage(w io.Writer, b *result.Backtest, columns []PageColumn, calibration, history *PagePicture) error {
	p := &leaf{of: b}
	p.text("# The historical backtest")
	p.text("This page is written by `make backtest` (`steadfast backtest`, %d draws, seed %d). `cases.csv` is the record: %s, guarantees and ceasefires that began from %s to %s, of which %d are the core. `arrangements.toml` holds the instruments; the rule that turns a row into a package stands in the documentation of `sim/backtest` (`rule.go`).",
		b.Run.Cases, b.Run.Seed, counted(len(b.Arrangements), "arrangement"), p.firstYear(), p.lastYear(), p.core())
	p.shows(calibration)
	p.history(history)
	p.limits()
	p.fitted()
	p.text("## The record and the forecasts")
	p.grid(recordGrid(b))
	p.provenance(columns)
	if p.err != nil {
		return p.err
	}
	_, err := io.WriteString(w, strings.Join(p.blocks, "\n\n")+"\n")
	return err
}

// leaf gathers blocks of Markdown.
type leaf struct {
	of     *result.Backtest
	blocks []string
	err    error
}

func (p *leaf) text(format string, args ...any) {
	p.blocks = append(p.blocks, fmt.Sprintf(format, args...))
}

func (p *leaf) grid(g grid) {
	var b strings.Builder
	if err := g.write(&b, Markdown); err != nil && p.err == nil {
		p.err = err
	}
	p.blocks = append(p.blocks, strings.TrimRight(b.String(), "\n"))
}

func (p *leaf) picture(of *PagePicture) {
	if of != nil {
		p.text("![%s](%s)", strings.NewReplacer("[", "\\[", "]", "\\]").Replace(of.Alt), of.File)
	}
}

func (p *leaf) firstYear() string {
	first := p.of.Arrangements[0].Start
	for _, a := range p.of.Arrangements {
		first = min(first, a.Start)
	}
	return first[:4]
}

func (p *leaf) lastYear() string {
	last := ""
	for _, a := range p.of.Arrangements {
		last = max(last, a.Start)
	}
	return last[:4]
}

func (p *leaf) core() int {
	n := 0
	for _, a := range p.of.Arrangements {
		if a.Core {
			n++
		}
	}
	return n
}

// shows says what the backtest shows.
func (p *leaf) shows(calibration *PagePicture) {
	b := p.of
	p.text("## What it shows")
	p.text("%s", strings.Join(append(backtestVerdict(b), surprise(b)), " "))
	p.picture(calibration)
	p.text("A Brier score is a mean squared distance, lower is better; skill is the share of a baseline's score that a forecast saves, with the 95 %% range over resampled dyads, the forecasts held fixed. The baselines are the share of wars among the arrangements that the forecast could know (Kaplan–Meier), and the post-war curve: the Weibull curve of the reference class without a guarantee, 1 − e^(−%.3f·t^%.2f) for war and 1 − e^(−%.3f·t^%.2f) for any breach, which was fitted to 55 pairs of neighbours after 1945. An arrangement that ended before the year for another reason has no outcome there; those watched long enough count for it, by inverse-probability-of-censoring weights (Graf and others 1999).",
		b.Weibull[0].Lambda, b.Weibull[0].Shape, b.Weibull[1].Lambda, b.Weibull[1].Shape)
	p.text("**The rule was changed once.** The codes of `cases.csv` and the first rule were fixed before any score. The first rule took advisers for a tripwire and let the square root of the ratio of capabilities stand for the ratio on the spot. Its scores were seen, and then two things were changed: advisers count as assistance, and how far the ratio of capabilities counts is no longer a judgement but fitted, from not at all to in full, on the training half. In between, a narrower range of that exponent, about one half, had been tried and scored a little less. After the first scores the second baseline was replaced, too: it had been a published curve of wars after wars, and is now the curve of the reference class itself. What the first rule scores stands in the first row of each table. A reader who distrusts changes made after the fact should go by that row.")
	for _, set := range []string{result.CoreSet, result.StatesSet, result.AllSet} {
		p.grid(skillGrid(b, set, result.MajorBreach, headline))
	}
	p.grid(skillGrid(b, result.CoreSet, result.LimitedBreach, headline))
	p.grid(skillGrid(b, result.CoreSet, result.MajorBreach, 5, 10, 20))
	p.text("The exact times need neither a year nor weights: the likelihood of each counts, those watched without a breach included.")
	p.grid(timeGrid(b))
	p.text("**Where it goes wrong.** %s", p.wrong())
	p.grid(behindGrid(b))
	p.grid(calibrationGrid(b, result.CoreSet))
	p.grid(calibrationGrid(b, result.AllSet))
}

// wrong says behind what the forecasts of the core are furthest from what
// happened.
func (p *leaf) wrong() string {
	if out := misses(p.of); len(out) > 0 {
		return "Sorted by what stood behind the arrangements of the core, " + strings.Join(out, "; ") + ". Each class is small, and its forecasts were fitted to the other half."
	}
	return "Sorted by what stood behind the arrangements of the core, every mean forecast lies within the 95 % interval of what happened; each class is small."
}

// history shows the historical models of the sources.
func (p *leaf) history(picture *PagePicture) {
	if len(p.of.Models) == 0 {
		return
	}
	p.text("## The models of the sources")
	p.text("Each of the models that the sources name has a scenario in this folder that argues it by itself, and its rows of the record went through the rule like all others. The chance is that of what happened, war or no war, within %d years or the time observed: by the rule, fitted without the dyad, and by the scenario. Beside it stands the rule's probability of war by the date of the war or the end of observation.", headline)
	p.picture(picture)
	p.grid(modelGrid(p.of))
	p.text("%s", strings.Join(modelVerdict(p.of), " "))
}

// limits says what so few cases cannot show.
func (p *leaf) limits() {
	s, ok := p.of.Score(result.MajorBreach, headline, result.CoreSet, result.ByHalves)
	if !ok || s.Arrangements == 0 {
		return
	}
	base := s.BrierSkill.Base
	p.text("## What n = %d cannot show", s.Arrangements)
	var names []string
	for _, a := range furthest(p.of, 6) {
		names = append(names, fmt.Sprintf("%s (%s, war within %d years forecast at %s)", a.ID, fate(a.Outcomes[0]), headline, wholePercent(a.Risks[result.ByHalves][0].ByYear[headlinePlace()])))
	}
	for _, line := range []string{
		fmt.Sprintf("**Whether the model forecasts at all.** %s in %s and %s leave an interval of the skill that is %.1f wide. A true skill anywhere from %s to %s would often come out like this. Even forecasts that were right, as confident as these, would score anywhere from %s to %s.",
			upperFirst(counted(s.Events, "war")), counted(s.Arrangements, "arrangement"), counted(s.Dyads, "dyad"), base.Hi-base.Lo, hundredths(base.Lo), hundredths(base.Hi), hundredths(s.IfRight.Lo), hundredths(s.IfRight.Hi)),
		fmt.Sprintf("**Which arrangement made the difference.** A few rows carry the score: without the dyad %s the skill would be %s, without %s %s. Furthest from what happened were %s.",
			s.Without[0].Dyad, hundredths(s.Without[0].Skill), s.Without[1].Dyad, hundredths(s.Without[1].Skill), strings.Join(names, "; ")),
		"**What an instrument does.** Instruments are sent where war is thought likely, and troops where their senders dare to send them. That no war came where 10,000 troops stood is an association. The rule forecasts from the instruments; a good score would not show that they caused the peace, nor a bad one that they did not.",
		fmt.Sprintf("**Which parameter is wrong.** %s are fitted to some twenty rivalries a half; the prior decides much of each, and the halves disagree (below).", upperFirst(counted(len(p.of.FitAll.Parameters), "median"))),
		"**Anything about a challenger that is not average.** The rule knows no rival, no quarrel and no leader. A scenario argues these; no row of the record tests that argument.",
		fmt.Sprintf("**The coding.** Most of the dates of these %s were coded from general knowledge and graded (`conf`). A limited breach is where somebody drew the line at 25 dead. The reference class was fitted to wars of neighbours after 1945, some of which are rows here, too.", counted(len(p.of.Arrangements), "row")),
	} {
		p.text("* %s", line)
	}
	p.grid(rightGrid(p.of))
}

// fitted shows what the halves fit.
func (p *leaf) fitted() {
	b := p.of
	p.text("## What the halves fit")
	p.text("Half A has the dyads at odd places in the order of their earliest start, half B the others; no rivalry stands in both. A forecast of half A rests on ranges fitted to half B, and the other way round. Fitted are the medians, by maximum a posteriori; the prior of each is its own range.")
	p.grid(fitGrid(b))
	p.text("Half A has %s, half B %s. All forecasts after a fit weigh the same draws, %d at the ranges as shipped and as many at a first fit; the smallest effective number behind one is %.0f.",
		counted(b.FitA.Arrangements, "arrangement"), counted(b.FitB.Arrangements, "arrangement"), b.Run.Cases, b.LeastDraws)
	p.text("`posterior.csv` has %d joint draws of %s for a new member of the reference class, given the whole record: a walk through the posterior of the medians (%.0f %% of steps taken; at least %.0f effective draws of a median; at one place in twenty the likelihood itself rests on fewer than %.0f effective draws), and the parameters drawn at each. A scenario draws from it by\n\n```toml\n[sample]\nfile = \"steadfast:historical/posterior.csv\"\n```\n\nas `updated.toml` in this folder does.",
		b.Posterior.Draws, strings.Join(b.Posterior.Paths, ", "), 100*b.Posterior.Accepted, b.Posterior.Effective, b.Posterior.LeastDraws)
}

// provenance says where the record comes from.
func (p *leaf) provenance(columns []PageColumn) {
	p.text("## Provenance of cases.csv")
	p.text("The rows were coded for this project from public history and graded by confidence (`conf`: H, M, L) and by what they rest on (`verified`); observation ends on 2025-12-31. Added here: the row ISR75; the columns `legal_code`, `dyad`, `capability_ratio` with `capability_source`, and `coding_note`, which gives the reason of every correction and doubtful code.")
	p.text("`capability_ratio` is the challenger's over the protégé's Composite Index of National Capability in the year of the start, 2007 where that is later: Correlates of War, National Material Capabilities v4.0 (J. D. Singer, S. Bremer and J. Stuckey, 1972; J. D. Singer, International Interactions 14, 1987). Rows without a state on either side, with either side as challenger, or whose index was not at hand have none, and then the reference's ranges stand.")
	var b strings.Builder
	b.WriteString("| column | meaning |\n| --- | --- |")
	for _, c := range columns {
		fmt.Fprintf(&b, "\n| `%s` | %s |", c.Name, c.Meaning)
	}
	p.text("%s", b.String())
}

// upperFirst writes the first letter as a capital.
func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
