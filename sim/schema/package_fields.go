package schema

// packageFields are the rows of [[package]].
func packageFields() []Field {
	return []Field{
		{Path: "package.*.id", Type: Text, Meaning: "The package's id."},
		{Path: "package.*.name", Type: Text, HasDefault: true, Derived: "the id", Source: ownWord, Meaning: "The package's name in tables and charts."},
		{Path: "package.*.drop", Type: Bool, HasDefault: true, Default: false, Source: noEffect, Meaning: "Whether an inherited package of this id is removed."},
		{Path: "package.*.instruments", Type: IDs, Meaning: "The ids of the instruments that make up the package; an empty list is no guarantee."},
		{Path: "package.*.guarantors", Type: IDs, HasDefault: true, Derived: "all guarantors", Source: "a guarantor stays out only where the author says so",
			Meaning: "The ids of the guarantors that take part."},
		{Path: "package.*.decision_rule", Type: Enum, Values: []string{"own", "majority", "unanimity"}, Uncertain: true,
			HasDefault: true, Derived: "the coalition's", Source: "the field coalition.decision_rule",
			Meaning: "How many of the package's guarantors must say yes before anyone comes."},
		{Path: "package.*.feasibility", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .01, UsualMax: 1,
			UsualSource: "a package that cannot be adopted need not be compared", Uncertain: true,
			HasDefault: true, Derived: "from its instruments, by feasibility_rule", Source: "model, section 5, Adoption",
			Meaning: "The probability that the package can be adopted."},
		{Path: "package.*.ambiguity", Type: Number, Unit: "", Min: 0, Max: 1, UsualMin: 0, UsualMax: 1,
			UsualSource: "from clear red lines to none", Uncertain: true, HasDefault: true, Default: 0.0, Source: noEffect,
			Meaning: "How far red lines are left vague: answers to probes become likelier and military promises less binding."},
		{Path: "package.*.set", Type: Table, HasDefault: true, Derived: "nothing is changed", Source: "a package takes the world as it is unless it says otherwise",
			Meaning: "What the package changes in the world or in an instrument, by path."},
	}
}
