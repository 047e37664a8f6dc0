package schema

import (
	"strings"

	"steadfast/sim/model"
)

// custom sets the model's channels themselves; what is not given has no effect.
func custom() kindTable {
	logits := func(name, meaning string) Field {
		return Field{Path: "instrument.*." + name, Type: Number, Unit: "logits", Min: -5, Max: 5, UsualMin: -2, UsualMax: 3,
			UsualSource: "3 logits turn one in four into seven in eight", Uncertain: true, Meaning: meaning}.or(0, noEffect)
	}
	days := func(name, meaning string) Field {
		return Field{Path: "instrument.*." + name, Type: Number, Unit: "days", Min: 0, Max: 36525, UsualMin: 0, UsualMax: 365,
			UsualSource: "responses and warnings beyond a year come after the event", Uncertain: true, Meaning: meaning}.or(0, noEffect)
	}
	until := Field{Path: "instrument.*.promise_until_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 50,
		UsualSource: "longer terms are written as open-ended", Uncertain: true, spell: moment,
		Meaning: "When the promise to punish lapses; 0 means with the instrument."}.or(0, noEffect)
	response := probability("probe_response", "The probability that a resolute coalition answers a detected probe.").or(0, noEffect)
	response.UsualMin = 0
	credible := probability("credibility", "The probability that a resolute coalition keeps the promise to punish, the backstop supportive.").or(0, noEffect)
	credible.UsualMin = 0
	forces := share("share", "The share of the guarantors' forces that would respond.").or(0, noEffect)
	forces.UsualMin, forces.UsualMax, forces.UsualSource = 0, 0, ""
	return kindTable{
		Name:     "custom",
		Meaning:  "Any channels of the model, set by hand.",
		Channels: []string{"every channel as given; what is not given has no effect"},
		fields: []Field{
			until,
			forces,
			logits("legal", "What the promise's legal form adds to each guarantor's willingness."),
			logits("presence", "What presence on the spot adds to each guarantor's willingness."),
			{Path: "instrument.*.entanglement", Type: Entangle, HasDefault: true, Derived: "none", Source: noEffect,
				Meaning: "What having troops at risk adds to the willingness of single guarantors."},
			{Path: "instrument.*.entanglement.*", Type: Number, Unit: "logits", Min: 0, Max: 10, UsualMin: 0, UsualMax: 4,
				UsualSource: "4 logits turn one in four into nineteen in twenty", Uncertain: true, With: "instrument.*.entanglement",
				Meaning: "What having troops at risk adds to this guarantor's willingness."},
			days("response_days", "How long the military response takes to arrive."),
			response,
			detection("The probability that a probe is detected and attributed.").or(0, noEffect),
			severity("What the punishment costs the challenger if it is imposed.").or(0, noEffect),
			relief("What the instrument gives the challenger each year while the ceasefire holds.").or(0, noEffect),
			credible,
			automaticity("How far the promise triggers itself rather than waits for a political decision."),
			reliance(),
			delay("How long after the breach the punishment takes hold.").or(0, noEffect),
			capabilityGain("The strength the instrument adds to the protégé in the end.").or(0, noEffect),
			halfLife("gain_half_life_years", "The time in which half of the gain arrives; 0 means at once.").or(0, noEffect),
			halfLife("gain_decay_half_life_years", "The time in which half of the gain is lost once the instrument ends; 0 means at once.").or(0, noEffect),
			Field{Path: "instrument.*.local_capability", Type: Number, Unit: "capability", Min: 0, Max: 100, UsualMin: 0, UsualMax: 2,
				UsualSource: "forces on the spot beyond twice the protégé's own are a strong claim", Uncertain: true,
				Meaning: "The strength on the spot that fights beside the protégé from the first day."}.or(0, noEffect),
			days("warning_days", "How much warning the instrument gives before the matter is settled."),
			Field{Path: "instrument.*.status_quo_per_year", Type: Number, Unit: "stakes/year", Min: -1, Max: 1, UsualMin: -.05, UsualMax: .05,
				UsualSource: "over a decade, not more than half the prize", Uncertain: true,
				Meaning: "What the instrument's being there is worth to the challenger each year; negative where it provokes."}.or(0, noEffect),
			Field{Path: "instrument.*.accidents_per_year", Type: Number, Unit: "1/year", Min: 0, Max: 52, UsualMin: 0, UsualMax: .05,
				UsualSource: "armed forces in contact have very rarely stumbled into war", Uncertain: true,
				Meaning: "How many accidents a year would end the ceasefire."}.or(0, noEffect),
			Field{Path: "instrument.*.accident_multiplier", Type: Number, Unit: "factor", Min: 0, Max: 10, UsualMin: .1, UsualMax: 2,
				UsualSource: "calming measures prevent some accidents and not nearly all", Uncertain: true,
				Meaning: "What all instruments' accidents are multiplied by; 1 has no effect."}.or(1, noEffect),
		},
		build: buildCustom,
	}
}

func buildCustom(r *reader) model.Instrument {
	var in model.Instrument
	in.FromYears, in.UntilYears = r.term()
	in.PromiseUntilYears, _ = r.years("promise_until")
	in.Share = r.number("share")
	in.Legal, in.Presence = r.number("legal"), r.number("presence")
	for name, v := range r.d.Numbers {
		if id, ok := strings.CutPrefix(name, "entanglement."); ok {
			if in.Entanglement == nil {
				in.Entanglement = map[string]float64{}
			}
			in.Entanglement[id] = v
		}
	}
	in.ResponseDays, in.ProbeResponse = r.number("response_days"), r.number("probe_response")
	in.Detection = r.number("detection")
	in.Severity, in.ReliefPerYear = r.number("severity"), r.number("relief_per_year")
	in.Credibility, in.Automaticity = r.number("credibility"), r.number("automaticity")
	in.BackstopReliance = r.number("backstop_reliance")
	in.DelayYears, _ = r.years("delay")
	in.CapabilityGain = r.number("capability_gain")
	in.GainHalfLifeYears, _ = r.years("gain_half_life")
	in.GainDecayHalfLifeYears, _ = r.years("gain_decay_half_life")
	in.LocalCapability, in.WarningDays = r.number("local_capability"), r.number("warning_days")
	in.StatusQuoPerYear = r.number("status_quo_per_year")
	in.AccidentsPerYear = r.number("accidents_per_year")
	if r.has("accident_multiplier") {
		factor := r.number("accident_multiplier")
		in.AccidentMultiplier = &factor
	}
	return in
}
