package schema

import "steadfast/sim/model"

// snapback grants relief now and promises to take it back at a breach:
//
//	relief_per_year, severity, automaticity, backstop_reliance, delay as given
//	credibility as given, or the probability that the vote passes
//	promise_until = until (the mechanism lapses, the relief stays)
//	until = relief_until
func snapback() kindTable {
	end := Field{Path: "instrument.*.relief_until_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 50,
		UsualSource: "longer terms are written as open-ended", Uncertain: true, spell: moment,
		Meaning: "When the relief itself ends; 0 means never."}.or(0, "relief once granted stays unless the author ends it")
	return kindTable{
		Name:    "snapback",
		Meaning: "Sanctions relief that is granted while the ceasefire holds and taken back, with a punishment, at a breach.",
		Channels: []string{
			"relief_per_year, severity, automaticity, backstop_reliance, delay_years as given",
			"credibility as given, or the probability that the vote passes",
			"promise_until_years = until_years: the mechanism lapses, the relief stays",
			"until_years = relief_until_years",
		},
		fields: append([]Field{relief("What the relief is worth to the challenger each year."), end}, economicPromise()...),
		build: func(r *reader) model.Instrument {
			var in model.Instrument
			in.ReliefPerYear = r.number("relief_per_year")
			r.promise(&in)
			in.UntilYears, _ = r.years("relief_until")
			return in
		},
	}
}
