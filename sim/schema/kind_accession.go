package schema

import "steadfast/sim/model"

// accession is the promise that the protégé joins an alliance after a breach,
// against a moratorium until then:
//
//	severity = cost, credibility and delay as given
//	automaticity = .3, backstop_reliance = .7
//	status_quo_per_year = moratorium_value · the challenger's discount rate
func accession() kindTable {
	return kindTable{
		Name:    "accession",
		Meaning: "Membership of an alliance that waits while the ceasefire holds and follows a breach.",
		Channels: []string{
			"severity = cost, credibility and delay_years as given",
			"automaticity = 0.3, backstop_reliance = 0.7",
			"status_quo_per_year = moratorium_value · challenger.discount_rate",
		},
		fields: []Field{
			probability("credibility", "The chance of accession after a breach, the coalition resolute and the backstop supportive."),
			delay("How long after a breach accession takes."),
			{Path: "instrument.*.cost", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: 2,
				UsualSource: "membership is what the war was said to prevent: of the prize's own size", Uncertain: true,
				Meaning: "What the protégé's accession would cost the challenger."},
			Field{Path: "instrument.*.moratorium_value", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: .5,
				UsualSource: "a postponement is worth less than the matter itself", Uncertain: true,
				Meaning: "What it is worth to the challenger that accession is off the table for as long as the ceasefire holds."}.or(0, noEffect),
		},
		refused: map[string]string{"reversibility": "membership once given does not end with the breach: leave it out"},
		build: func(r *reader) model.Instrument {
			in := model.Instrument{Automaticity: .3, BackstopReliance: .7}
			in.FromYears, in.UntilYears = r.term()
			in.Credibility = r.number("credibility")
			in.Severity = r.number("cost")
			in.DelayYears, _ = r.years("delay")
			in.StatusQuoPerYear = r.number("moratorium_value") * r.d.ChallengerDiscountRate
			return in
		},
	}
}
