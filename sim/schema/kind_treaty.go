package schema

import "steadfast/sim/model"

// treaty is a standing mutual-defence clause (Article 5 of the North Atlantic
// Treaty, a bilateral treaty, an Article-5-like pact, Article 42(7) of the
// Treaty on European Union):
//
//	share, automaticity as given, legal = the form's logits
//	response = 30 days, probe_response = .35
func treaty() kindTable {
	return kindTable{
		Name:    "treaty",
		Meaning: "A standing clause of mutual defence, as in Article 5 of the North Atlantic Treaty or Article 42(7) of the Treaty on European Union.",
		Channels: []string{
			"share and automaticity as given",
			"legal = the legal form's logits; from_years = its waiting time, unless given",
			"response_days = 30, probe_response = 0.35",
		},
		fields: []Field{
			share("share", "The share of the guarantors' forces that the clause could bring to bear."),
			legalFormField("The legal form of the clause."),
			automaticity("How far the clause triggers itself rather than waits for a political decision."),
		},
		build: func(r *reader) model.Instrument {
			in := model.Instrument{ResponseDays: 30, ProbeResponse: .35}
			in.Share = r.number("share")
			in.Legal, in.FromYears, in.UntilYears = r.binding()
			in.Automaticity = r.number("automaticity")
			return in
		},
	}
}
