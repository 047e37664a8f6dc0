package schema

import (
	"slices"

	"steadfast/sim/model"
)

// punishingKinds promise a punishment, and fightingKinds forces: responses that
// may end when the breach ends.
func punishingKinds() []string {
	return []string{"snapback", "sanctions", "frozen_assets", "assurance", "custom"}
}

func fightingKinds() []string { return []string{"air_naval", "tripwire", "treaty"} }

// reversalFields are the rows of what becomes of a response once the breach has
// ended.
func reversalFields() []Field {
	const p = "instrument.*."
	ends := Field{Path: p + "reversibility", Type: Number, Unit: "probability", Min: 0, Max: 1, Uncertain: true,
		HasDefault: true, Default: 0.0, Source: "a response is for good unless the author says how it ends",
		Kinds:   append(punishingKinds(), fightingKinds()...),
		Meaning: "The probability that the response, once begun, ends when the breach ends; 0: it is for good."}
	after := Field{Path: p + "reversal_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: .1, UsualMax: 5,
		UsualSource: "wars between states have mostly lasted from weeks to a few years", Uncertain: true, spell: duration,
		HasDefault: true, Default: 1.0, Source: "a starting value, model, section 2: an attack that fails is given up within months, and the response undone in some more",
		With: ends.Path, Kinds: punishingKinds(),
		Meaning: "How long after a breach began a punishment ends that ends with it."}
	return []Field{ends, after}
}

// reversal reads them, where the kind takes them.
func (r *reader) reversal(in *model.Instrument) {
	punishes := slices.Contains(punishingKinds(), r.d.Kind)
	if !punishes && !slices.Contains(fightingKinds(), r.d.Kind) {
		return
	}
	in.Reversibility = r.number("reversibility")
	if punishes && in.Reversibility > 0 {
		in.ReversalYears, _ = r.years("reversal")
	}
}
