package schema

import "steadfast/sim/model"

// sanctions is the promise of new or heavier sanctions at a breach: a
// snapback without relief. Its until, too, is the promise's.
func sanctions() kindTable {
	return kindTable{
		Name:    "sanctions",
		Meaning: "New or heavier sanctions that are promised for a breach, without relief before it.",
		Channels: []string{
			"severity, automaticity, backstop_reliance, delay_years as given",
			"credibility as given, or the probability that the vote passes",
			"promise_until_years = until_years",
		},
		fields: economicPromise(),
		build: func(r *reader) model.Instrument {
			var in model.Instrument
			r.promise(&in)
			return in
		},
	}
}
