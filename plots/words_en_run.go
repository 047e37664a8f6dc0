package plots

func (w *Words) speakRun() {
	w.Breach = BreachWords{
		Title:    "How the risk of a major breach builds up over {horizon}",
		Subtitle: "Cumulative probability that {ceasefire} has ended, by month, over {horizon}. Lines: mean over {cases}. {ranges}",
		Alt:      "Line chart of the cumulative probability of a major breach over {horizon} under {packages}: it reaches from {least} to {most}.",
		AltOne:   "Line chart of the cumulative probability of a major breach over {horizon}: it reaches {reached}.",
		Reached:  "{risk} with {package} (80~% range over cases {lo} to {hi})",
	}
	w.Compare = CompareWords{
		Title:    "Risk of a major breach within {horizon}, safest package first",
		TitleOne: "Risk of a major breach within {horizon}",
		Subtitle: "{measure}. Marker: mean over {cases}; {ink} tick: plus and minus its sampling error. Thick bar: 50~% of cases, thin bar: 80~%.",
		Ties:     "Dots joined at the right: tied, the draws cannot separate them.",
		White:    "white", Black: "black",
		Alt:        "Rows with the probability of a major breach within {horizon} under {packages}, from {first} to {last}{ties}.",
		AltOne:     "Rows with the probability of a major breach within {horizon}: {first}.",
		AltPackage: "{package} with {risk}", AltWord: "{package} with {risk} ({word})",
		AltTies: "; {tied} of {pairs} tied",
	}
	w.Futures = FuturesWords{
		Title:    "What the risk looks like: the same {futures} under each package",
		TitleOne: "What the risk looks like in {futures}",
		Subtitle: "{shown} of {futures} of {ceasefire} over {horizon}, not chosen to fit, each in the same place in every panel. " +
			"With each name: how many end in a major breach here, and in all.",
		SubtitleOne: "{shown} of {futures} of {ceasefire} over {horizon}, not chosen to fit: {here} end in a major breach here, {all} in all.",
		Caption:     "{here}~here, {all}~in~all",
		Major:       "major breach: the ceasefire ends", Limited: "limited breach only", Held: "held throughout",
		Alt:        "Panels of {shown} of {futures} over {horizon}, and how many of them end in a major breach under each package: {packages}.",
		AltPackage: "{package}: {here} ({all} in all)",
	}
	w.Difference = DifferenceWords{
		Title: "Change in risk under each package, against {rival}",
		Subtitle: "Percentage points of the risk that {ceasefire} ends in a major breach within {horizon}. " +
			"Bar: 95~% interval of the paired difference of means over {cases}.",
		Ties:        "Hollow: tied, the draws cannot separate the two.",
		OfFutures:   "At the right: in how many of 100 futures one holds where the other fails.",
		OfCases:     "At the right: in how many of 100 cases the risk is lower or higher, as no futures were simulated.",
		HeadFutures: "of 100 futures", HeadCases: "of 100 cases",
		HeadPoints: "points", HeadInterval: "95~% interval", Better: "better", Worse: "worse",
		Interval: "{lo} to {hi}", IntervalTied: "{lo} to {hi}, tied",
		Alt: "Rows with the change in the risk of a major breach within {horizon} against {rival}, in percentage points: " +
			"from {first} to {last}; {tied} of {packages} tied with it.",
		AltOne:     "Rows with the change in the risk of a major breach within {horizon} against {rival}, in percentage points: {first}.",
		AltPackage: "{points} for {package} (95~% interval {interval})",
	}
	w.Tradeoff = TradeoffWords{
		Title: "Desirable or possible: risk if adopted, and chance of adoption",
		X:     "Chance that the package is adopted", Y: "Risk of a major breach if it is adopted",
		Subtitle: "Risk that {ceasefire} ends in a major breach within {horizon}; means over {cases}. " +
			"Steps and bold names: the frontier, beaten by none in both.",
		Ranges:      "Bars: 80~% of cases.",
		Lines:       "Thin lines: chance of a peace that holds, if the parties sign.",
		LinesAgreed: "Thin lines: chance of a peace that holds, if the parties sign; with the consent {of} counted, at most {peace} ({package}).",
		OfBoth:      "of both", Of: "of {party}",
		Peace: "peace {peace}",
		Alt: "Scatter of the risk of a major breach within {horizon} against the chance of adoption, for {packages}: {frontier}; " +
			"the chance of a peace that holds, if the parties sign, is highest with {package} at {peace}.",
		Frontier: "{n} are on the frontier, from {first} to {last}", OnFrontier: "only {first} is on the frontier",
		AltPackage: "{package} (chance of adoption {chance}, risk {risk})",
	}
	w.Cost = CostWords{
		Title: "What safety costs: risk reduction and the guarantors’ cost",
		X:     "Discounted cost to the guarantors, bn EUR", Y: "Percentage points less risk than under {package}",
		Subtitle: "Fall of the risk that {ceasefire} ends in a major breach within {horizon}; means over {cases}.",
		FrontierLine: "Line and bold names: the frontier, and what each further point costs along it; " +
			"below it, other packages or a mixture of two do better.",
		Ranges:   "Bars: cost in 80~% of cases; 95~% interval of the fall.",
		PerPoint: "{cost}~a~point", PerPointTied: "{cost}~a~point, tied",
		Alt: "Scatter of the fall of the risk of a major breach within {horizon} from the {risk} under {package} " +
			"against the guarantors’ discounted cost, for {packages}: {frontier}{steps}.",
		Frontier: "{n} are on the frontier, from {first} to {last}", OnFrontier: "only {first} is on the frontier",
		AltPackage: "{package} ({points} for {cost})",
		AltStep:    "; a further point costs {cost}", AltSteps: "; a further point costs from {first} to {last} along it",
	}
	w.Causes = CausesWords{
		Title: "What a major breach within {horizon} comes from, and what follows",
		Subtitle: "Probability that {ceasefire} ends by choice, by a probe that escalates or by accident, and of what then happens. " +
			"Bars at the right: a third of the scale. Means over {cases}; 95~% sampling error: at most ±{error}.",
		Ends: "How it ends", Follows: "What follows", Overlap: "these overlap: do not add them up", InAll: "in all",
		Deliberate: "deliberate", Escalated: "escalated", Accident: "accident",
		NobodyFights: "nobody comes to fight", Clash: "a guarantor fights", Broken: "a promise is broken", Defeat: "{protege} is defeated",
		Alt:        "Stacked bars of the probability of a major breach within {horizon} by its cause under {packages}, from {first} to {last}; at most, {most}.",
		AltOne:     "Stacked bars of the probability of a major breach within {horizon} by its cause: {first}; {most}.",
		AltPackage: "{package} with {risk} ({causes})", AltCause: "{risk} {cause}", AltIn: "{what} in {risk}",
	}
	w.Hazard = HazardWords{
		Title: "Risk of a major breach in each year, if there was none before",
		Subtitle: "Probability that {ceasefire} ends within a year, if it has held until then, over {horizon}. " +
			"Lines: mean over {cases}; bands: 95~% sampling error.",
		LastStep: "Last {length}: at a yearly rate.",
		Sorting:  "Part of a fall is sorting: the weakest cases end first.",
		Entry:    "an instrument enters into force", Expiry: "an instrument expires", Elections: "elections",
		Level:    "{risk} in every year",
		PeakLast: "peak {peak} in year~{year}, the last", PeakThen: "peak {peak} in year~{year}, last {risk}",
		Alt:        "Steps of the probability of a major breach in each year, given none before, over {horizon} under {packages}: {captions}.",
		AltOne:     "Steps of the probability of a major breach in each year, given none before, over {horizon}: {captions}.",
		AltPackage: "{package}: {caption}",
	}
}
