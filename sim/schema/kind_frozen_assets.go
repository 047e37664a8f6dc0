package schema

import "steadfast/sim/model"

// frozenAssets releases the challenger's assets A in equal parts over T years;
// what is not yet released is lost at a breach if the promise is kept:
//
//	relief_per_year = A/T from `from` until `from` + T
func frozenAssets() kindTable {
	const own = "the release ends years after it begins: leave it out and set years"
	refused := map[string]string{}
	for _, name := range []string{"until", "until_years", "until_months", "until_days"} {
		refused[name] = own
	}
	return kindTable{
		Name:    "frozen_assets",
		Meaning: "The challenger's frozen assets, released year by year while the ceasefire holds.",
		Channels: []string{
			"relief_per_year = amount / years",
			"until_years = from_years + years",
			"credibility, automaticity, backstop_reliance as given",
		},
		fields: []Field{
			{Path: "instrument.*.amount", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: .5,
				UsualSource: "assets worth more than half the prize are a strong claim", Uncertain: true,
				Meaning: "What all the frozen assets are worth to the challenger."},
			{Path: "instrument.*.years", Type: Number, Unit: "years", Min: 1.0 / 12, Max: 200, UsualMin: 1, UsualMax: 20,
				UsualSource: "a release over months is a payment; over generations, a seizure", Uncertain: true,
				Meaning: "Over how many years the assets are released in equal parts, one month at least."},
			probability("credibility", "The probability that a resolute coalition keeps what is not yet released, the backstop supportive."),
			automaticity("How far the assets are kept by themselves rather than by a political decision."),
			reliance(),
		},
		refused: refused,
		build: func(r *reader) model.Instrument {
			var in model.Instrument
			amount, years := r.number("amount"), r.number("years")
			if r.err == nil && !(years > 0) {
				r.fail("years is %g: assets are released over some time, give a number above 0", years)
			}
			in.FromYears, _ = r.years("from")
			in.UntilYears = in.FromYears + years
			in.ReliefPerYear = amount / years
			in.Credibility = r.number("credibility")
			in.Automaticity = r.number("automaticity")
			in.BackstopReliance = r.number("backstop_reliance")
			return in
		},
	}
}
