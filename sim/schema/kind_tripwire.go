package schema

import (
	"math"

	"steadfast/sim/model"
)

// tripwire is a force on the protégé's soil. Of n > 0 troops:
//
//	share = 1, legal = the form's logits
//	entanglement of each contributor = 2.5·(1 − e^(−n/8000))
//	local_capability = .1·n/15000, a third of it if they may not fight back
//	response = 20 days, probe_response = .4
//	accidents_per_year = .0015, status_quo_per_year = −.002
//
// 0 troops make no instrument.
func tripwire() kindTable {
	return kindTable{
		Name:    "tripwire",
		Meaning: "Guarantors' troops on the protégé's soil, whose losses would draw their states in.",
		Channels: []string{
			"share = 1",
			"legal = the legal form's logits; from_years = its waiting time, unless given",
			"entanglement of each contributor = 2.5·(1 − e^(−troops/8000))",
			"local_capability = 0.1·troops/15000, a third of it if they may not fight back",
			"response_days = 20, probe_response = 0.4",
			"accidents_per_year = 0.0015, status_quo_per_year = −0.002",
			"0 troops make no instrument",
		},
		fields: []Field{
			{Path: "instrument.*.troops", Type: Number, Unit: "troops", Min: 0, Max: 2e6, UsualMin: 0, UsualMax: 300_000,
				UsualSource: "from none to the allied forces in West Germany", Uncertain: true, Meaning: "How many troops stand on the protégé's soil."},
			{Path: "instrument.*.contributors", Type: IDs, Meaning: "The ids of the guarantors that send them."},
			legalFormField("The legal form of the force's mandate."),
			{Path: "instrument.*.may_fight_back", Type: Bool, HasDefault: true, Default: true, Source: "a starting value, model, section 6",
				Meaning: "Whether the troops may fight for the protégé rather than for themselves alone."},
		},
		build: func(r *reader) model.Instrument {
			in := model.Instrument{Share: 1, ResponseDays: 20, ProbeResponse: .4, AccidentsPerYear: .0015, StatusQuoPerYear: -.002}
			n := r.number("troops")
			r.none = n <= 0
			contributors, ok := r.d.Lists["contributors"]
			if !ok {
				r.fail("contributors is missing: give a list of the guarantors that send the troops")
			}
			in.Legal, in.FromYears, in.UntilYears = r.binding()
			in.Entanglement = make(map[string]float64, len(contributors))
			for _, id := range contributors {
				in.Entanglement[id] = -2.5 * math.Expm1(-n/8000)
			}
			in.LocalCapability = .1 * n / 15000
			if !r.flag("may_fight_back") {
				in.LocalCapability /= 3
			}
			return in
		},
	}
}
