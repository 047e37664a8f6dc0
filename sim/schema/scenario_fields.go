package schema

import "math"

var inf = math.Inf(1)

// What several rows say.
const (
	noEffect   = "an absent channel has no effect"
	noHurdle   = "nothing stands in the way unless the author says so"
	noCost     = "no cost is counted unless the author states one"
	ownWord    = "the author's text; nothing is computed from it"
	fileOrder  = "the order of the file"
	unitChoice = "a unit, not a finding: losses are counted in hundredths of a major breach"
)

// scenarioFields are the rows of what surrounds the world: the heading, the
// scale, the run, the weights, and what is asked of the result.
func scenarioFields() []Field {
	return []Field{
		{Path: "format", Type: Integer, Min: 1, Max: 1, Meaning: "The version of the scenario format."},
		{Path: "title", Type: Text, Meaning: "The scenario's title, printed above tables and charts."},
		{Path: "question", Type: Text, HasDefault: true, Default: "", Source: ownWord,
			Meaning: "The question the scenario answers; never inherited."},
		{Path: "answer", Type: Text, HasDefault: true, Default: "", Source: ownWord,
			Meaning: "The answer in words, with values of the result between braces; never inherited."},
		{Path: "extends", Type: Texts, HasDefault: true, Derived: "no other file", Source: "a scenario stands alone unless it says otherwise",
			Meaning: "The file or files this one builds on, relative to it; steadfast: is the shipped copy."},
		{Path: "start", Type: Date, HasDefault: true, Derived: "none: times are written as durations", Source: "a calendar is needed only where dates are written",
			Meaning: "The day the ceasefire takes effect; dates become months after it."},
		{Path: "horizon_years", Type: Number, Unit: "years", Min: 1.0 / 12, Max: 200, UsualMin: 5, UsualMax: 30,
			UsualSource: "the guarantees under discussion run for 15 or 20 years",
			Meaning:     "How long results are reported for, from one month on.", spell: duration},
		{Path: "baseline", Type: Text, HasDefault: true, Derived: "the first package", Source: fileOrder,
			Meaning: "The id of the package that the others are compared with."},
		{Path: "scale", Type: Text, HasDefault: true, Default: "icd203", Source: "Intelligence Community Directive 203, Analytic Standards (2015)",
			Meaning: "What verbal probabilities mean: icd203, phia, nato, or a [scale] table."},
		{Path: "scale.*", Type: Interval, Unit: "probability", Min: 0, Max: 1, HasDefault: true, Derived: "the named scale", Source: "the field scale",
			Meaning: "The lowest and the highest probability that a word of the author's own scale stands for."},
		{Path: "strict", Type: Bool, HasDefault: true, Default: false, Source: "defaults are listed rather than refused unless the author asks",
			Meaning: "Whether defaults are refused and missing sources warned of."},
		{Path: "fallback", Type: Text, HasDefault: true, Derived: "the baseline", Source: "model, section 5, Adoption",
			Meaning: "The id of the package that applies where another is not adopted."},
		{Path: "feasibility_rule", Type: Enum, Values: []string{"smallest", "product"}, HasDefault: true, Default: "smallest",
			Source:  "model, section 5, Adoption: hurdles are taken to be shared; product takes them as independent",
			Meaning: "How the feasibility of a package follows from that of its instruments."},
		{Path: "packages", Type: IDs, HasDefault: true, Derived: "all packages, in the order of the file", Source: fileOrder,
			Meaning: "The ids of the packages to keep, in this order."},

		{Path: "run.cases", Type: Integer, Min: 1, Max: 1e8, UsualMin: 64, UsualMax: 65536, UsualSource: "fewer cases give ranges that move with the seed; more rarely move a printed digit",
			HasDefault: true, Default: 2048.0, Source: "16 scrambles of 128 points: sampling error of the mean risk well below one percentage point",
			Meaning: "How many draws are made of what we do not know."},
		{Path: "run.futures", Type: Integer, Min: 0, Max: 1e8, UsualMin: 10, UsualMax: 10000, UsualSource: "futures check the exact computation and count in how many of them one package does better",
			HasDefault: true, Default: 100.0, Source: "with 2,048 cases, about 200,000 futures: shares of futures to within a quarter of a percentage point",
			Meaning: "How many futures are drawn in each case."},
		// Every whole number to 2^53 is a float64, as which a setting travels.
		{Path: "run.seed", Type: Integer, Min: 0, Max: 1e15, HasDefault: true, Default: 1.0, Source: "any number serves; a fixed one makes a run repeatable",
			Meaning: "The number that all randomness is derived from."},
		{Path: "run.design", Type: Enum, Values: []string{"random", "latin", "sobol"}, HasDefault: true, Default: "sobol",
			Source:  "Owen (1998): scrambled nets are never much worse than random points and usually far better",
			Meaning: "How the cases are spread over what we do not know."},

		weight("major_breach", 100, unitChoice, "What a major breach by the horizon weighs."),
		weight("limited_breach", 0, "not weighed unless the author says so", "What a limited breach by the horizon weighs."),
		weight("clash", 0, "not weighed unless the author says so", "What a fight between a guarantor and the challenger weighs."),
		weight("defeat", 0, "not weighed unless the author says so", "What the protégé's defeat weighs."),
		weight("broken_promise", 0, "not weighed unless the author says so", "What a promise broken at a major breach weighs."),
		weight("lasting_response", 0, "not weighed unless the author says so", "What a response weighs that goes on after the breach has ended."),
		weight("cost_per_bn", 0, "not weighed unless the author says so", "What a discounted billion euros of cost weighs."),
		{Path: "weights.discount_rate", Type: Number, Unit: "1/year", Min: .001, Max: inf, UsualMin: .01, UsualMax: .08,
			UsualSource: "public discount rates in Europe lie between 1 and 5 %, market rates somewhat higher", Uncertain: true,
			HasDefault: true, Default: .03, Source: "social discount rate of the European Commission's Better Regulation Toolbox (2021), 3 %",
			Meaning: "The guarantors' yearly discount rate, applied to what instruments cost."},

		{Path: "sweep.*.id", Type: Text, Meaning: "The sweep's id."},
		{Path: "sweep.*.drop", Type: Bool, HasDefault: true, Default: false, Source: noEffect, Meaning: "Whether an inherited sweep of this id is removed."},
		{Path: "sweep.*.title", Type: Text, HasDefault: true, Derived: "the paths that vary", Source: ownWord, Meaning: "The title of the sweep's chart."},
		{Path: "sweep.*.design", Type: Enum, Values: []string{"grid", "latin", "sobol"}, HasDefault: true, Default: "grid",
			Source:  "every combination can be drawn as a line or a map; a sample serves many parameters",
			Meaning: "How the points are chosen: every combination of the values, or a sample of the ranges."},
		{Path: "sweep.*.points", Type: Integer, Min: 2, Max: 1e6, UsualMin: 16, UsualMax: 4096, UsualSource: "each point repeats the run",
			HasDefault: true, Derived: "every combination of a grid", Source: "a sample is as large as the author says",
			Meaning: "How many points a sample has: needed with the designs latin and sobol, of no use with a grid."},
		{Path: "sweep.*.vary.path", Type: Text, Meaning: "The path of the parameter that varies: a number, a word, a date or a list of ids; package.ID.PATH is one package's own."},
		{Path: "sweep.*.vary.values", Type: Values, Group: "sweep.*.vary.values",
			Meaning: "The values the parameter takes, each as a file may write it: numbers, words, dates, distributions, or lists within the list."},
		{Path: "sweep.*.vary.from", Type: Number, Group: "sweep.*.vary.values", Min: -inf, Max: inf, Meaning: "The first value of an even grid, or the lower end of what is sampled."},
		{Path: "sweep.*.vary.to", Type: Number, With: "sweep.*.vary.from", Min: -inf, Max: inf, Meaning: "The last value of an even grid, or the upper end of what is sampled."},
		{Path: "sweep.*.vary.steps", Type: Integer, With: "sweep.*.vary.from", Min: 2, Max: 10000, UsualMin: 3, UsualMax: 100, UsualSource: "each step repeats the run",
			HasDefault: true, Derived: "of a sample, its points", Source: "a grid is as fine as the author says",
			Meaning: "How many values an even grid has, both ends counted: needed with a grid, of no use in a sample."},
		{Path: "sweep.*.vary.log", Type: Bool, With: "sweep.*.vary.from", HasDefault: true, Default: false, Source: "values are even on the plain scale unless the author asks",
			Meaning: "Whether the values are even on the logarithmic scale."},

		{Path: "expect.claim", Type: Text, Meaning: "The conclusion in words."},
		{Path: "expect.that", Type: Text, Meaning: "The conclusion in the claim language, tested on the result."},

		{Path: "correlate.between", Type: Texts, Meaning: "The paths of the two parameters that are drawn together."},
		{Path: "correlate.rank", Type: Number, Unit: "rank correlation", Min: -1, Max: 1, UsualMin: -.9, UsualMax: .9,
			UsualSource: "beyond it, one parameter in two guises is the clearer model", Meaning: "The rank correlation between the two."},

		{Path: "sample.file", Type: Text, HasDefault: true, Derived: "no file", Source: "parameters are drawn from their own distributions unless a sample is given",
			Meaning: "A CSV file of joint draws whose columns are paths; each case takes one row whole."},
		{Path: "sample.source", Type: Text, HasDefault: true, Derived: "not said", Source: "an author may know no source; strict asks for one",
			Meaning: "Where the draws come from: document and place, or the command that made them."},
	}
}

func weight(name string, value float64, source, meaning string) Field {
	return Field{Path: "weights." + name, Type: Number, Unit: "loss", Min: 0, Max: inf, Uncertain: true,
		HasDefault: true, Default: value, Source: source, Meaning: meaning}
}
