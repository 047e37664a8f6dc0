package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"steadfast/sim/result"
)

// A PageColumn is a column of the record, for the page that documents it.
type PageColumn struct{ Name, Meaning string }

// A PagePicture is a figure for a page: its file, and what it says to who cannot
// see it.
type PagePicture struct{ File, Alt string }

// PageOptions are what the page of a backtest holds beside its numbers.
type PageOptions struct {
	Columns              []PageColumn // of the record
	Rule                 []string     // that turns its rows into packages
	Calibration, History *PagePicture // nil: left out
	// Shipped says that the record is the one that comes with steadfast, of which
	// it is known how it was coded and what was changed after a score was seen.
	Shipped bool
}

// BacktestPage writes, in Markdown, the page that says what a backtest shows and
// what it cannot show. Every number in it is computed.
func BacktestPage(w io.Writer, b *result.Backtest, page PageOptions) error {
	p := &leaf{of: b, page: page}
	p.text("# The historical backtest")
	how := "`steadfast backtest --record`"
	if page.Shipped {
		how = "`make backtest` (`steadfast backtest`)"
	}
	p.text("This page is written by %s: %d draws, seed %d. `%s.csv` is the record: %s, guarantees and ceasefires that began from %s to %s, of which %d are the core. `arrangements.toml`, among the historical scenarios of steadfast, holds the instruments.",
		how, b.Run.Cases, b.Run.Seed, b.Scenario.Name, counted(len(b.Arrangements), "arrangement"), p.firstYear(), p.lastYear(), coreSize(b))
	p.text("## The rule")
	p.text("One rule turns every row into a package. It reads these columns and no other, the breaches least of all (`sim/backtest/rule.go`):")
	for _, line := range page.Rule {
		p.text("* %s", line)
	}
	p.shows()
	p.history()
	p.limits()
	p.fitted()
	p.text("## The record and the forecasts")
	p.grid(recordGrid(b))
	p.provenance()
	if p.err != nil {
		return p.err
	}
	_, err := io.WriteString(w, strings.Join(p.blocks, "\n\n")+"\n")
	return err
}

// leaf gathers blocks of Markdown.
type leaf struct {
	of     *result.Backtest
	page   PageOptions
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

// shows says what the backtest shows.
func (p *leaf) shows() {
	b := p.of
	p.text("## What it shows")
	p.text("%s", strings.Join(slices.Concat(backtestVerdict(b), surprise(b), fewDraws(b)), " "))
	p.picture(p.page.Calibration)
	p.text("A Brier score is a mean squared distance, lower is better; skill is the share of a baseline's score that a forecast saves, with the 95 %% range over resampled dyads, the forecasts held fixed. The baselines are the share of wars among the arrangements that the forecast could know (Kaplan–Meier), and the post-war curve: the Weibull curve of the reference class without a guarantee, 1 − e^(−%.3f·t^%.2f) for war and 1 − e^(−%.3f·t^%.2f) for any breach, which was fitted to 55 pairs of neighbours after 1945. An arrangement that ended before the year for another reason has no outcome there; those watched long enough count for it, by inverse-probability-of-censoring weights (Graf and others 1999).",
		b.Weibull[0].Lambda, b.Weibull[0].Shape, b.Weibull[1].Lambda, b.Weibull[1].Shape)
	if p.page.Shipped {
		p.text("**The rule was changed once.** The codes of `cases.csv` and the first rule were fixed before any score. The first rule took advisers for a tripwire and let the square root of the ratio of capabilities stand for the ratio on the spot. Its scores were seen, and then two things were changed: advisers count as assistance, and how far the ratio of capabilities counts is no longer a judgement but fitted, from not at all to in full, on the training half. In between, a narrower range of that exponent, about one half, had been tried and scored a little less. After the first scores the second baseline was replaced, too: it had been a published curve of wars after wars, and is now the curve of the reference class itself. What the first rule scores stands in the first row of each table. A reader who distrusts changes made after the fact should go by that row.")
	}
	core := coreSize(b) > 0
	for _, set := range setsOf(b) {
		p.grid(skillGrid(b, set, result.MajorBreach, headline))
	}
	if core {
		p.grid(skillGrid(b, result.CoreSet, result.LimitedBreach, headline))
		p.grid(skillGrid(b, result.CoreSet, result.MajorBreach, 5, 10, 20))
	}
	p.text("The exact times need neither a year nor weights: the likelihood of each counts, those watched without a breach included.")
	p.grid(timeGrid(b))
	p.text("**Where it goes wrong.** %s", p.wrong())
	p.grid(behindGrid(b))
	if core {
		p.grid(calibrationGrid(b, result.CoreSet))
	}
	p.grid(calibrationGrid(b, result.AllSet))
}

// wrong says where forecasts are furthest from what happened.
func (p *leaf) wrong() string {
	const sorted = "Sorted by what stood behind the arrangements of the core, and by the forecasts themselves (the tables below), "
	if out := misses(p.of); len(out) > 0 {
		return sorted + strings.Join(out, "; ") + ". Elsewhere the mean forecast lies within the 95 % interval of what happened; each class is small."
	}
	return sorted + "every mean forecast lies within the 95 % interval of what happened; each class is small, and the intervals are wide."
}

// history shows the historical models of the sources.
func (p *leaf) history() {
	if len(p.of.Models) == 0 {
		return
	}
	p.text("## The models of the sources")
	p.text("Each of the models that the sources name has a scenario that argues it by itself (`steadfast scenarios` lists them under `historical/`), and its rows of the record went through the rule like all others. The chance is that of what happened, war or no war, within %d years or the time observed: by the rule, fitted without the dyad, and by the scenario. Beside it stands the rule's probability of war by the date of the war or the end of observation.", headline)
	p.picture(p.page.History)
	p.grid(modelGrid(p.of))
	p.text("%s", strings.Join(modelVerdict(p.of), " "))
}
