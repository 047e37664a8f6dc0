package plots

import (
	"fmt"

	"steadfast/sim/estimate"

	"steadfast/sim/result"
)

// History answers: did the models of the debate happen as the model would have
// had it? It draws, for each historical model that the debate names, the chance
// of what happened, war or no war within 15 years or the time observed: by the
// rule of the backtest, fitted without that dyad, and by the scenario that
// argues the model by itself; and what became of it.
//
// Its reader must not count the rows as successes: for a chance of 60 % both
// outcomes are ordinary, and only a row far to the left would embarrass the
// model. The rows were chosen by the debate and not at random. A scenario was
// written by people who knew what happened; the rule did not.
//
// It fails where the backtest has none of the models, and where it holds a number
// that is none.
func History(b *result.Backtest, t Theme) (*Figure, error) {
	fail := func(err error) (*Figure, error) { return nil, fmt.Errorf("figure history: %w", err) }
	if err := checkBacktest(b); err != nil {
		return fail(err)
	}
	if len(b.Models) == 0 {
		return fail(fmt.Errorf("the record has none of the historical models: at least 1 is needed; run the backtest on the shipped record"))
	}
	for i, m := range b.Models {
		if tidy(m.Name) == "" {
			return fail(fmt.Errorf("model %d has no name; run the backtest again", i+1))
		}
		if err := checkProbabilities(m.Chance, m.Argued, m.ByDate); err != nil {
			return fail(fmt.Errorf("model %s: %w", m.Name, err))
		}
		if !estimate.Finite(m.Outcome.Years) || m.Outcome.Years < 0 {
			return fail(fmt.Errorf("model %s was watched for %g years: a finite number of 0 or more is needed; run the backtest again", m.Name, m.Outcome.Years))
		}
	}
	h := &history{of: b, lang: t.words()}
	says, horizon := h.lang.History, h.lang.duration(result.HeadlineYears)
	f := &Figure{
		Name: "history", Title: says.Title.text(), Subtitle: says.Subtitle.with("horizon", horizon),
		alt: h.alt(), Data: h.table(), theme: t, origin: backtestOrigin(b), body: h.draw,
	}
	return f.finish()
}

type history struct {
	of   *result.Backtest
	lang *Words
}

// fate is what became of a model: two lines.
func (h *history) fate(m result.HistoricalModel) []string {
	says, years := h.lang.History, h.lang.duration(m.Outcome.Years)
	if m.Outcome.Years >= 1 {
		years = h.lang.form(h.lang.Years, m.Outcome.Years).with("n", h.lang.fixed(m.Outcome.Years, 1))
	}
	line := says.NoWar.with("years", years)
	if m.Outcome.Event {
		line = says.War.with("years", years)
	}
	return []string{line, says.ByDate.with("chance", h.lang.percent(m.ByDate, 0.01))}
}

func (h *history) alt() string {
	says := h.lang.History
	var rows string
	for i, m := range h.of.Models {
		if i > 0 {
			rows += h.lang.Semicolon
		}
		rows += says.AltRow.with("model", tidy(m.Name), "fate", h.fate(m)[0], "rule", h.lang.percent(m.Chance, 0.01), "scenario", h.lang.percent(m.Argued, 0.01))
	}
	return says.Alt.with("horizon", h.lang.duration(result.HeadlineYears), "rows", rows)
}

// table has a row a model, in the order drawn.
func (h *history) table() Table {
	t := Table{Header: []string{"row", "id", "model", "scenario", "package", "years", "war", "war_within_15_years", "chance_by_rule", "chance_by_scenario", "war_by_the_date"}}
	flag := map[bool]int{true: 1}
	for i, m := range h.of.Models {
		t.add(i+1, m.ID, tidy(m.Name), m.Scenario, m.Package, m.Outcome.Years, flag[m.Outcome.Event], flag[m.Happened], m.Chance, m.Argued, m.ByDate)
	}
	return t
}
