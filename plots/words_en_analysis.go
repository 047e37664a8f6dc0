package plots

func (w *Words) speakSweeps() {
	w.Sweep = SweepWords{
		Title:         "How the risk of a major breach changes with {parameter}",
		TitleOfTwo:    "How the risk of a major breach changes with {parameter} and {other}",
		Subtitle:      "{measure}, {varies}. Lines: mean over {cases}. {ranges}",
		SubtitleTexts: "{measure}, {varies}. Markers: mean over {cases}. Bars: the 80~% range over cases.",
		BarsAtTheLast: "Bars at the right: the 80~% range over cases, at the last value.",
		Varies:        "with {parameter} held at each of {values}",
		OfPackage:     "{parameter} of {package}",
		NoText:        "(none)",
		Own:           "sets its own value", OwnBoth: "sets its own values", OwnOne: "sets its own {parameter}",
		NameOwn:     "{package}, {own}",
		Stands:      "scenario as it stands: median {median}",
		StandsLeft:  "scenario as it stands: median {median}, left of here",
		StandsRight: "scenario as it stands: median {median}, right of here",
		Alt:         "Line chart of the probability of a major breach within {horizon} against {parameter} from {first} to {last} under {packages}: {change}.",
		AltTexts: "Dots with bars of the probability of a major breach within {horizon} for {values} of {parameter}, " +
			"\"{first}\" to \"{last}\", under {packages}: {change}.",
		AltSame: "it stays the same, at {risk} under {package}{own}", AltOne: "it goes {most}{own}", AltChanges: "it changes most {most} and least {least}{own}",
		AltFromTo: "from {first} to {last} under {package}",
		AltOwn: Forms{
			One:   "; {packages} sets the value on its own",
			Other: "; {packages} set the value on their own",
		},
		HeatSubtitle: "{measure}, at {columns} × {rows} values of the two. {shown}: mean over {cases}.",
		Contours:     "Colour and contours", Colours: "Colour",
		Outside:    "The medians of the scenario as it stands lie outside.",
		StandsBoth: "the scenario as it stands (medians)", StandsAt: "as it stands: median {parameter}", StandsOnMap: "scenario as it stands (medians)",
		HeatAlt: "Heat maps of the probability of a major breach within {horizon} against {parameter} and {other} under {packages}: " +
			"it is lowest with {least}, and highest with {most}.",
		HeatPlace: "{risk} under {package} at {x} and {y}",
	}
	const ended = "the lowest probability that {ceasefire} has ended in a major breach after {horizon}"
	w.Flip = FlipWords{
		TitleRows: "{question}, as {parameter} changes", TitleMap: "{question}, by {parameter} and {other}",
		SubtitleRows: "Filled: the package with {best}, mean over {cases}.",
		SubtitleMap:  "Colour: the package with {best}, mean over {cases}.",
		Ties:         "Striped: tied, the draws cannot separate the best from another.",
		Changes:      "Numbers above: where the best changes, halfway between two points.",
		Risk:         PreferenceWords{"Which package is safest", ended},
		Adjusted:     PreferenceWords{"Which package is safest, its chance of adoption counted", ended + ", adoption counted"},
		Peace: PreferenceWords{"Which package most probably brings peace that holds",
			"the highest probability of peace that holds over {horizon}"},
		Loss:       PreferenceWords{"Which package has the least expected loss", "the lowest expected loss over {horizon}"},
		Own:        "{package} {own}.",
		OwnFew:     "{packages} and {last} each set their own value.",
		OwnMany:    "{packages} and {others} each set their own value.",
		AltRows:    "Rows of the package with {best} against {parameter}, by points of {points}: {packages}{tied}.",
		AltMap:     "Map of the package with {best} against {parameter} and {other}, by points of {points}: {packages}{tied}.",
		AltPackage: "{package} at {points}", AltTied: "; at {points} it is tied with another", AltFree: "; nowhere is it tied with another",
	}
}

func (w *Words) speakDrivers() {
	w.Drivers = DriversWords{
		Title:     "What drives {what}",
		OfPackage: "{measure} under {package}", OfDifference: "the difference in {measure} between {package} and {rival}",
		OfRanking: "the ranking of the {packages} by {measure}",
		Subtitle:  "{measure}. {reads}", SubtitleConstant: "{measure}.",
		LongDifference: "{measure}, the first minus the second", LongRanking: "{measure}, and the ranks it gives the packages",
		Constant: "{what} is {value} in every case: {none}.", ConstantRanking: "The ranking of the packages is the same in every case: {none}.",
		NothingMovesIt: Forms{One: "the one factor does not move it", Other: "none of the {factors} moves it"},
		Mean:           "mean", MeanIs: "mean~{value}",
		Grouped: "{name} ({parameters})", Path: "{where}: {what}",
		Correlated: "{mark}~Correlated with a parameter of another factor: part of what it does may be the other’s.",
		Note:       "{note}.",
		PValue:     "p~=~{p}", PBelow: "p~<~{p}",
		OfWork: " ({work})", WithWork: ", {work}",
		Drivers: Forms{One: "{n} of all {factors} is a driver.", Other: "{n} of all {factors} are drivers."},
		Alt:     "{chart} of what drives {what} within {horizon}{mean}, by {by}: {factors}.",
		AltMean: ", {value} on average", AltFactor: "{factor} ({says})",
		AltAll: "the factors are {list}", AltOne: "the one factor is {list}", AltLargest: "the largest of {factors} are {list}",
	}
	w.Methods = MethodWords{
		Tornado: TornadoWords{
			DotWords: DotWords{
				Reads: "Its mean{work} with one factor at its low end (5~%, light) or high end (95~%, dark). Lines: 95~% intervals. Pale: change not clear of 0.",
				Chart: "Tornado chart", By: "the change of its mean from the low to the high end of a factor",
				Rest:        Forms{Other: "{n} more move it by at most {most} each."},
				RestNothing: Forms{Other: "{n} more do not move it at all."},
			},
			Low: "low", High: "high", LowIs: "low:~{value}", HighIs: "high:~{value}", Both: "{near}~·~{far}",
		},
		Sobol: SobolWords{
			DotWords: DotWords{
				Reads: "Share of its variance (Sobol’{work}): filled, by the factor alone; outlined and in bold, with its interactions. " +
					"Lines: 95~% intervals. Pale: not clear of 0.",
				Chart: "Bar chart", By: "the share of its variance",
				Rest:        Forms{Other: "{n} more explain at most {most} each, interactions included."},
				RestNothing: Forms{Other: "{n} more explain nothing, alone or in interactions."},
			},
			Alone: "{share} alone", Says: "{total}, {alone}",
			Adds:   "The shares of single factors add up to about {share}, which leaves nothing to interactions.",
			Leaves: "Single factors together explain about {share} of the variance; interactions leave about {rest}.",
		},
		Morris: MorrisWords{
			DotWords: DotWords{
				Reads: "Effect of one factor over its range (Morris{work}). Bar: mean size, with its 95~% interval; " +
					"net: with its sign. Diamond: standard deviation, large where it depends on others.",
				Chart: "Bar chart", By: "the mean size of effects",
				Rest:        Forms{Other: "{n} more have a mean size of at most {most} each."},
				RestNothing: Forms{Other: "{n} more have no effect at all."},
			},
			Net: "net~{effect}",
		},
		PRCC: DotWords{
			Reads: "Partial rank correlation{work}: +1 if it always rises with the factor, all else equal, −1 if it always falls. " +
				"Lines: 95~% intervals. Hollow: not clear of 0.",
			Chart: "Dot chart", By: "partial rank correlation",
			Rest:        Forms{Other: "{n} more have a correlation of at most {most} each, up or down."},
			RestNothing: Forms{Other: "{n} more are not correlated at all."},
		},
		Given: DotWords{
			Reads: "Share of its variance that the factor explains alone, from given data{work}. Lines: 95~% intervals. " +
				"Hollow: not told from chance (p, adjusted for all factors).",
			Chart: "Dot chart", By: "the share of its variance explained alone",
			Rest: Forms{Other: "{n} more explain at most {most} each."},
		},
		PAWN: DotWords{
			Reads: "PAWN{work}: how far its distribution moves, 0 to 1, with the factor held in a slice of its range; " +
				"dot: median slice, line: to the largest. Hollow: not told from chance (p, adjusted).",
			Chart: "Dot chart", By: "the distance between distributions",
			Rest: Forms{Other: "{n} more move it by at most {most} each."},
		},
	}
	w.Measures = englishMeasures()
}

func englishMeasures() MeasureWords {
	const breach = "Probability that {ceasefire} ends in a major breach within {horizon}"
	return MeasureWords{
		Risk: MeasureName{"the risk", "risk", breach},
		LimitedRisk: MeasureName{"the risk of a limited breach", "risk of a limited breach",
			"Probability of a limited or major breach of {ceasefire} within {horizon}"},
		Deliberate: MeasureName{"the risk of a deliberate breach", "risk of a deliberate breach",
			"Probability that {ceasefire} ends within {horizon} because {challenger} chooses to break it"},
		Escalated: MeasureName{"the risk of a probe that escalates", "risk of a probe that escalates",
			"Probability that {ceasefire} ends within {horizon} because a probe escalates"},
		Accident: MeasureName{"the risk of an accident", "risk of an accident", "Probability that {ceasefire} ends within {horizon} by accident"},
		Probes:   MeasureName{"the number of probes", "number of probes", "Expected number of probes of {ceasefire} within {horizon}"},
		Clash:    MeasureName{"the risk of a clash", "risk of a clash", "Probability that a guarantor fights {challenger} within {horizon}"},
		Defeat:   MeasureName{"the risk of defeat", "risk of defeat", "Probability that {protege} is defeated within {horizon}"},
		Broken: MeasureName{"the risk of a broken promise", "risk of a broken promise",
			"Probability of a major breach within {horizon} at which a promise in force is not kept"},
		Stopped: MeasureName{"the chance that a response ends with the breach", "chance that a response ends with the breach",
			"Probability of a major breach within {horizon} that fails, and the response to it ends with it"},
		Lasting: MeasureName{"the risk of a lasting response", "risk of a lasting response",
			"Probability of a major breach within {horizon} that fails, and some response to it goes on"},
		DealValue: MeasureName{"the deal’s value to {challenger}", "deal’s value to {challenger}",
			"What {ceasefire} is worth to {challenger} at its start, in stakes"},
		TimeToBreach: MeasureName{"the time to a breach", "time to a breach", "Years to a major breach of {ceasefire}, at most {horizon}"},
		Cost:         MeasureName{"the guarantors’ cost", "guarantors’ cost", "Guarantors’ discounted cost within {horizon}, in bn EUR"},
		Feasibility:  MeasureName{"feasibility", "feasibility", "Probability that the package is adopted"},
		ChallengerSigns: MeasureName{"the consent of {challenger}", "consent of {challenger}",
			"Probability that {challenger} signs rather than fights on"},
		ProtegeAccepts: MeasureName{"the consent of {protege}", "consent of {protege}",
			"Probability that {protege} accepts the package, given its risk within {horizon}"},
		AdjustedRisk: MeasureName{"the risk, adoption counted", "risk, adoption counted", breach + ", the chance of adoption counted"},
		Peace: MeasureName{"peace that holds", "peace that holds",
			"Peace that holds: probability that {ceasefire} lasts {horizon}, under the package or, if it is not adopted, its fallback"},
		PeaceIfAgreed: MeasureName{"peace that holds, consent counted", "peace that holds, consent counted",
			"Peace that holds: probability that {challenger} signs and {ceasefire} lasts {horizon}, under the package or, if it is not adopted, its fallback"},
		Loss:   MeasureName{"the loss", "loss", "Expected loss within {horizon}, in the scenario’s weights"},
		Any:    MeasureName{"{measure}", "{measure}", "Measure {measure} within {horizon}"},
		NoName: MeasureName{"the output", "output", "Measure the output within {horizon}"},
	}
}
