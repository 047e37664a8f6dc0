package schema

import (
	"math"

	"steadfast/sim/model"
)

// bufferZone is a strip of w km without armed forces:
//
//	warning = w/4 days, accident_multiplier = e^(−w/60), detection = 1 − e^(−w/40)
func bufferZone() kindTable {
	return kindTable{
		Name:    "buffer_zone",
		Meaning: "A strip along the line without armed forces.",
		Channels: []string{
			"warning_days = width_km/4",
			"accident_multiplier = e^(−width_km/60)",
			"detection = 1 − e^(−width_km/40)",
		},
		fields: []Field{{Path: "instrument.*.width_km", Type: Number, Unit: "km", Min: 0, Max: 1000, UsualMin: 0, UsualMax: 100,
			UsualSource: "demilitarised zones have been a few to some tens of kilometres wide", Uncertain: true, Meaning: "The width of the zone."}},
		build: func(r *reader) model.Instrument {
			w := r.number("width_km")
			calm := math.Exp(-w / 60)
			in := model.Instrument{WarningDays: w / 4, AccidentMultiplier: &calm, Detection: -math.Expm1(-w / 40)}
			in.FromYears, in.UntilYears = r.term()
			return in
		},
	}
}
