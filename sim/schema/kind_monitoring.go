package schema

import "steadfast/sim/model"

// monitoring sees probes and calms accidents: detection as given,
// accident_multiplier = .8.
func monitoring() kindTable {
	return kindTable{
		Name:     "monitoring",
		Meaning:  "Observers and sensors along the line who see and attribute probes.",
		Channels: []string{"detection as given", "accident_multiplier = 0.8"},
		fields:   []Field{detection("The probability that the mission detects and attributes a probe.")},
		build: func(r *reader) model.Instrument {
			calm := .8
			in := model.Instrument{AccidentMultiplier: &calm}
			in.FromYears, in.UntilYears = r.term()
			in.Detection = r.number("detection")
			return in
		},
	}
}
