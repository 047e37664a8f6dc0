package schema

import "steadfast/sim/model"

// assistance is continued military aid, which outlasts its own end for a while:
//
//	capability_gain = capability_gain · credibility, the share delivered
//	gain_half_life = half_life, gain_decay_half_life = decay_half_life
func assistance() kindTable {
	return kindTable{
		Name:    "assistance",
		Meaning: "Arms, training and money that build up the protégé's own forces.",
		Channels: []string{
			"capability_gain = capability_gain · credibility",
			"gain_half_life_years = half_life_years",
			"gain_decay_half_life_years = decay_half_life_years",
		},
		fields: []Field{
			capabilityGain("The strength that the promised aid would add in the end, if all of it were delivered."),
			halfLife("half_life_years", "The time in which half of the aid takes effect; 0 means at once."),
			probability("credibility", "The share of the promised aid that is delivered."),
			halfLife("decay_half_life_years", "The time in which half of what the aid built is lost once it ends; 0 means at once.").
				or(3, "a starting value, model, section 6: equipment and trained men are lost within a few years"),
		},
		build: func(r *reader) model.Instrument {
			var in model.Instrument
			in.FromYears, in.UntilYears = r.term()
			in.CapabilityGain = r.number("capability_gain") * r.number("credibility")
			in.GainHalfLifeYears, _ = r.years("half_life")
			in.GainDecayHalfLifeYears, _ = r.years("decay_half_life")
			return in
		},
	}
}
