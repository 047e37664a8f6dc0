package schema

// backstopFields are the rows of the politics of the decisive guarantor: a
// Markov chain that moves at elections. Without the section there is one
// state with gap 0, which is a backstop without effect.
func backstopFields() []Field {
	return []Field{
		{Path: "backstop.states", Type: IDs, HasDefault: true, Derived: "one state with gap 0 and no elections", Source: noEffect,
			Meaning: "The states of the decisive guarantor's politics, one to six."},
		{Path: "backstop.initial", Type: Enum, Uncertain: true, With: "backstop.states",
			Meaning: "The state in which the ceasefire begins, one of the states."},
		{Path: "backstop.election_every_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 10,
			UsualSource: "terms of office, or none", HasDefault: true, Default: 0.0, Source: "no elections unless the author gives their rhythm", With: "backstop.states",
			Uncertain: true, spell: duration, Meaning: "The time from one election to the next; 0 means none."},
		{Path: "backstop.first_election_years", Type: Number, Unit: "years", Min: 0, Max: 200, UsualMin: 0, UsualMax: 10,
			UsualSource: "terms of office", With: "backstop.election_every_years", Uncertain: true, spell: moment,
			Meaning: "When a new government can first act."},
		{Path: "backstop.gap.*", Type: Number, Unit: "gap", Min: 0, Max: 20, UsualMin: 0, UsualMax: 4,
			UsualSource: "the unit is free; a gap of 1 is read as a reluctant backstop", Uncertain: true, With: "backstop.states",
			Meaning: "How far the decisive guarantor's support falls short in a state."},
		{Path: "backstop.move.*.*", Type: Number, Unit: "relative weight", Min: 0, Max: inf, Uncertain: true, With: "backstop.election_every_years",
			Meaning: "How likely an election is to move the backstop from the first state to the second, relative to the others in the row."},
	}
}
