package plots

// SweepWords are those of Sweep, and what Flip has in common with it.
type SweepWords struct {
	Title, TitleOfTwo           Template
	Subtitle, SubtitleTexts     Template // of numbers, of texts
	BarsAtTheLast               Template
	Varies                      Template
	OfPackage                   Template // a parameter that belongs to one package
	NoText                      Template // a value that is an empty text
	Own, OwnBoth, OwnOne        Template // a package sets the parameter itself; both; this one
	NameOwn                     Template // a name, and that it does
	Stands, StandsLeft          Template // the median on an axis; beyond its left end
	StandsRight                 Template // and beyond its right end
	Alt, AltTexts               Template
	AltSame, AltOne, AltChanges Template
	AltFromTo                   Template
	AltOwn                      Forms // behind the others

	HeatSubtitle                      Template
	Contours, Colours                 Template // what shows the risk
	Outside                           Template
	StandsBoth, StandsAt, StandsOnMap Template
	HeatAlt, HeatPlace                Template
}

// FlipWords are those of Flip.
type FlipWords struct {
	TitleRows, TitleMap          Template
	SubtitleRows, SubtitleMap    Template
	Ties, Changes                Template
	Risk, Adjusted, Peace, Loss  PreferenceWords
	Own                          Template // one package
	OwnFew, OwnMany              Template // two or three; more
	AltRows, AltMap              Template
	AltPackage, AltTied, AltFree Template
}

// PreferenceWords are those of what packages are preferred by.
type PreferenceWords struct {
	Question Template
	Best     Template // what the preferred package has
}

// DriversWords are those of Drivers, whatever the method.
type DriversWords struct {
	Title                              Template
	OfPackage, OfDifference, OfRanking Template // what is driven
	Subtitle, SubtitleConstant         Template
	LongDifference, LongRanking        Template // the measure of these
	Constant, ConstantRanking          Template
	NothingMovesIt                     Forms
	Mean, MeanIs                       Template // above the line that bars begin at
	Grouped                            Template // a group with how many it holds
	Path                               Template // of a parameter: where it is and what
	Correlated, Note                   Template
	PValue, PBelow                     Template
	OfWork, WithWork                   Template // cases, trajectories: alone, after a word
	Drivers                            Forms
	Alt                                Template
	AltMean                            Template // in Alt
	AltAll, AltOne, AltLargest         Template
	AltFactor                          Template
}

// MethodWords are those of each method that Drivers draws.
type MethodWords struct {
	Tornado TornadoWords
	Sobol   SobolWords
	Morris  MorrisWords
	PRCC    DotWords
	Given   DotWords
	PAWN    DotWords
}

// DotWords are those of a method that draws a number a factor.
type DotWords struct {
	Reads       Template // what the marks mean
	Chart, By   Template // for the alt text
	Rest        Forms    // of the factors that are not drawn, {most} being the largest number
	RestNothing Forms    // where that is 0
}

// TornadoWords are those of the method tornado.
type TornadoWords struct {
	DotWords
	Low, High     Template // the ends of what is no number
	LowIs, HighIs Template
	Both          Template // two ends on one side
}

// SobolWords are those of the method sobol.
type SobolWords struct {
	DotWords
	Alone, Says Template
	Adds        Template // where interactions explain nothing
	Leaves      Template
}

// MorrisWords are those of the method morris.
type MorrisWords struct {
	DotWords
	Net Template
}

// MeasureWords are what an analysis can be about.
type MeasureWords struct {
	Risk, LimitedRisk, Deliberate, Escalated, Accident, Probes MeasureName
	Clash, Defeat, Broken, DealValue, TimeToBreach, Cost       MeasureName
	Stopped, Lasting                                           MeasureName
	Feasibility, ChallengerSigns, ProtegeAccepts, AdjustedRisk MeasureName
	Peace, PeaceIfAgreed, Loss                                 MeasureName
	Any, NoName                                                MeasureName // one not listed, one without a name
}

// A MeasureName is what a measure is called. All may name {ceasefire}, {horizon},
// {challenger}, {protege}, and Any the {measure}.
type MeasureName struct {
	Short Template // behind "What drives …"
	Bare  Template // the same without an article
	Long  Template // begins the subtitle
}
