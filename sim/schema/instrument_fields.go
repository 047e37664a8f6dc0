package schema

import "slices"

// instrumentFields are the rows that instruments of every kind share. What a
// kind sets by itself stands in the kind's own file.
func instrumentFields() []Field {
	const p = "instrument.*."
	term := Field{Path: p + "until_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 50,
		UsualSource: "longer terms are written as open-ended", Uncertain: true, spell: moment,
		HasDefault: true, Default: 0.0, Source: "an instrument lasts unless the author ends it"}
	from := Field{Path: p + "from_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 20,
		UsualSource: "guarantees for later than that are not under discussion", Uncertain: true, spell: moment,
		HasDefault: true, Meaning: "When the instrument enters into force."}

	promise := term
	promise.Kinds = []string{"snapback", "sanctions"}
	promise.Meaning = "When the promise to punish lapses; 0 means never, and whatever relief was granted stays."
	lasting := term
	lasting.Kinds = kindsBut("snapback", "sanctions", "frozen_assets")
	lasting.Meaning = "When the instrument lapses; 0 means never."
	legal := from
	legal.Kinds = []string{"air_naval", "tripwire", "treaty"}
	legal.Derived, legal.Source = "the waiting time of the legal form", "legal forms, model, section 6"
	plain := from
	plain.Kinds = kindsBut(legal.Kinds...)
	plain.Default, plain.Source = 0.0, "in force from the start unless the author delays it"

	return append([]Field{
		{Path: p + "kind", Type: Enum, Values: KindNames(), Meaning: "The kind of instrument, which decides what else may be set."},
		{Path: p + "name", Type: Text, HasDefault: true, Derived: "the id", Source: ownWord, Meaning: "The instrument's name in tables and charts."},
		plain, legal, lasting, promise,
		{Path: p + "feasibility", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .01, UsualMax: 1,
			UsualSource: "an instrument that cannot be adopted need not be compared", Uncertain: true,
			HasDefault: true, Default: 1.0, Source: noHurdle, Meaning: "The probability that the instrument can be adopted."},
		{Path: p + "cost_per_year", Type: Number, Unit: "bn EUR/year", Min: 0, Max: 1e6, UsualMin: 0, UsualMax: 200,
			UsualSource: "the European Union's whole budget is about 200 bn EUR a year", Uncertain: true,
			HasDefault: true, Default: 0.0, Source: noCost, Meaning: "What the instrument costs the guarantors each year while it is in force and the ceasefire lasts."},
		{Path: p + "cost_if_called", Type: Number, Unit: "bn EUR", Min: 0, Max: 1e6, UsualMin: 0, UsualMax: 2000,
			UsualSource: "from a reprimand to a year of a great power's war economy", Uncertain: true,
			HasDefault: true, Default: 0.0, Source: noCost, Meaning: "What keeping the promise at a major breach costs the guarantors."},
	}, reversalFields()...)
}

func kindsBut(excluded ...string) []string {
	return slices.DeleteFunc(KindNames(), func(k string) bool { return slices.Contains(excluded, k) })
}

// Rows that several kinds set, each with the kind's own sentence.

func probability(name, meaning string) Field {
	return Field{Path: "instrument.*." + name, Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .01, UsualMax: .99,
		UsualSource: "certainty is a strong claim", Uncertain: true, Meaning: meaning}
}

func severity(meaning string) Field {
	return Field{Path: "instrument.*.severity", Type: Number, Unit: "stakes", Min: 0, Max: 10, UsualMin: 0, UsualMax: 1,
		UsualSource: "a punishment beyond the whole prize is a strong claim", Uncertain: true, Meaning: meaning}
}

func relief(meaning string) Field {
	return Field{Path: "instrument.*.relief_per_year", Type: Number, Unit: "stakes/year", Min: 0, Max: 10, UsualMin: 0, UsualMax: .05,
		UsualSource: "over a decade, not more than half the prize", Uncertain: true, Meaning: meaning}
}

// automaticity is a share: both ends are ordinary values.
func automaticity(meaning string) Field {
	return Field{Path: "instrument.*.automaticity", Type: Number, Unit: "share", Min: 0, Max: 1, Uncertain: true,
		HasDefault: true, Default: 0.0, Source: noEffect, Meaning: meaning}
}

func reliance() Field {
	return Field{Path: "instrument.*.backstop_reliance", Type: Number, Unit: "logits per gap", Min: 0, Max: 10, UsualMin: 0, UsualMax: 3,
		UsualSource: "at 3, a gap of 1 turns a coin's toss into one in twenty", Uncertain: true,
		HasDefault: true, Default: 0.0, Source: noEffect, Meaning: "How much the promise weakens with each unit of gap in the decisive guarantor's support."}
}

func delay(meaning string) Field {
	return Field{Path: "instrument.*.delay_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 5,
		UsualSource: "punishments take days to a few years to take hold", Uncertain: true, spell: duration, Meaning: meaning}
}

func share(name, meaning string) Field {
	return Field{Path: "instrument.*." + name, Type: Number, Unit: "share", Min: 0, Max: 1, UsualMin: .01, UsualMax: 1,
		UsualSource: "a share of nothing needs no instrument", Uncertain: true, Meaning: meaning}
}

func detection(meaning string) Field {
	f := probability("detection", meaning)
	f.UsualMin, f.UsualSource = 0, "no system sees everything"
	return f
}

func capabilityGain(meaning string) Field {
	return Field{Path: "instrument.*.capability_gain", Type: Number, Unit: "capability", Min: 0, Max: 100, UsualMin: 0, UsualMax: 2,
		UsualSource: "aid beyond twice the protégé's own strength is a strong claim", Uncertain: true, Meaning: meaning}
}

func halfLife(name, meaning string) Field {
	return Field{Path: "instrument.*." + name, Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 20,
		UsualSource: "armies are built and worn down in years and not generations", Uncertain: true, spell: duration, Meaning: meaning}
}

func legalFormField(meaning string) Field {
	return Field{Path: "instrument.*.legal_form", Type: Enum, Values: legalFormNames(), Uncertain: true,
		HasDefault: true, Default: "declaration", Source: "the weakest form, model, section 6", Meaning: meaning}
}

// or gives a row a default.
func (f Field) or(value float64, source string) Field {
	f.HasDefault, f.Default, f.Source = true, value, source
	return f
}
