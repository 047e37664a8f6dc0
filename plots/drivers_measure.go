package plots

import (
	"steadfast/sim/result"
)

// A measure is what a sensitivity analysis is about, in words.
type measure struct {
	lang  *Words
	short string   // behind "What drives …"
	bare  string   // without its article
	long  string   // begins the subtitle
	share bool     // a probability, written as per cent
	unit  Template // of other numbers
}

// measureOf is the measure of an analysis, one of result.Measures. One that is
// not listed goes by its name.
func measureOf(w *Words, s *result.Sensitivity) measure {
	name, unit, share := w.measureName(tidy(s.Measure))
	places := []string{
		"ceasefire", w.ceasefire(s.Scenario), "horizon", w.duration(s.Scenario.HorizonYears),
		"challenger", nameOr(s.Scenario.Challenger, w.Terms.Challenger.text()),
		"protege", nameOr(s.Scenario.Protege, w.Terms.Protege.text()), "measure", tidy(s.Measure),
	}
	return measure{w, name.Short.with(places...), name.Bare.with(places...), name.Long.with(places...), share, unit}
}

// measureName is what a measure is called, the unit of its numbers, and whether
// it is a probability.
func (w *Words) measureName(name string) (called MeasureName, unit Template, share bool) {
	m := w.Measures
	for _, is := range []struct {
		name  string
		words MeasureName
	}{
		{"risk", m.Risk}, {"limited_risk", m.LimitedRisk}, {"deliberate", m.Deliberate}, {"escalated", m.Escalated}, {"accident", m.Accident},
		{"clash", m.Clash}, {"defeat", m.Defeat}, {"broken", m.Broken}, {"stopped", m.Stopped}, {"lasting", m.Lasting}, {"feasibility", m.Feasibility},
		{"challenger_signs", m.ChallengerSigns}, {"protege_accepts", m.ProtegeAccepts}, {"adjusted_risk", m.AdjustedRisk},
		{"peace", m.Peace}, {"peace_if_agreed", m.PeaceIfAgreed},
	} {
		if name == is.name {
			return is.words, "", true
		}
	}
	switch name {
	case "probes":
		return m.Probes, w.Counts.Probes, false
	case "deal_value":
		return m.DealValue, w.Counts.Stakes, false
	case "restricted_mean_years":
		return m.TimeToBreach, w.Counts.Span, false
	case "cost_bn":
		return m.Cost, w.Billions, false
	case "loss":
		return m.Loss, "", false
	case "":
		return m.NoName, "", false
	}
	return m.Any, "", false
}

// gauge is how changes of the output are counted: a probability in points. A
// ranking is counted in the ranks its packages move.
func (m measure) gauge(kind string) gauge {
	switch {
	case kind == "ranking":
		return gauge{lang: m.lang, factor: 1, word: m.lang.Counts.Rank}
	case m.share:
		return gauge{lang: m.lang, factor: 100, word: m.lang.Points}
	}
	return gauge{lang: m.lang, factor: 1, word: m.unit}
}

// value writes the output itself.
func (m measure) value(kind string, v float64) string {
	g := m.gauge(kind)
	if m.share && kind == "package" {
		g = m.lang.percentGauge()
	}
	g.signed = kind == "difference"
	return g.say(v, 0)
}
