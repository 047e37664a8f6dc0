package schema

import "steadfast/sim/model"

// airNaval is an air and naval mission:
//
//	share = share_of_forces, legal = the form's logits, presence = .5
//	local_capability = .05, response = 7 days, probe_response = .45
//	accidents_per_year = incidents_per_year · escalation
func airNaval() kindTable {
	const start = "a starting value, model, section 6"
	return kindTable{
		Name:    "air_naval",
		Meaning: "Patrols in the air and at sea: a small presence that answers fast and meets the challenger often.",
		Channels: []string{
			"share = share_of_forces",
			"legal = the legal form's logits; from_years = its waiting time, unless given",
			"presence = 0.5, local_capability = 0.05",
			"response_days = 7, probe_response = 0.45",
			"accidents_per_year = incidents_per_year · escalation",
		},
		fields: []Field{
			share("share_of_forces", "The share of the guarantors' forces that the mission could bring to bear.").or(.4, start),
			{Path: "instrument.*.incidents_per_year", Type: Number, Unit: "1/year", Min: 0, Max: 1000, UsualMin: 0, UsualMax: 50,
				UsualSource: "reported close encounters of a patrol area number from none to dozens a year", Uncertain: true,
				HasDefault: true, Default: 3.0, Source: start, Meaning: "How many dangerous encounters the mission has in a year."},
			Field{Path: "instrument.*.escalation", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: 0, UsualMax: .01,
				UsualSource: "very few encounters between armed forces have led to war", Uncertain: true,
				Meaning: "The probability that one dangerous encounter ends the ceasefire."}.or(.0007, start),
			legalFormField("The legal form of the mission's mandate."),
		},
		build: func(r *reader) model.Instrument {
			in := model.Instrument{Presence: .5, LocalCapability: .05, ResponseDays: 7, ProbeResponse: .45}
			in.Share = r.number("share_of_forces")
			in.Legal, in.FromYears, in.UntilYears = r.binding()
			in.AccidentsPerYear = r.number("incidents_per_year") * r.number("escalation")
			return in
		},
	}
}
