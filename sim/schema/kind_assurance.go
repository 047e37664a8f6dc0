package schema

import "steadfast/sim/model"

// assurance is a weak promise, as in Budapest in 1994: severity and
// credibility as given.
func assurance() kindTable {
	const start = "a starting value, model, section 6: a weak promise, as in Budapest in 1994"
	return kindTable{
		Name:     "assurance",
		Meaning:  "A political promise to respond to a breach, without saying how.",
		Channels: []string{"severity and credibility as given"},
		fields: []Field{
			severity("What the response costs the challenger if it comes.").or(.03, start),
			probability("credibility", "The probability that a resolute coalition responds, the backstop supportive.").or(.2, start),
		},
		build: func(r *reader) model.Instrument {
			var in model.Instrument
			in.FromYears, in.UntilYears = r.term()
			in.Severity, in.Credibility = r.number("severity"), r.number("credibility")
			return in
		},
	}
}
