package plots

// Numbers is how a language writes numbers.
type Numbers struct {
	Decimal, Thousands, Minus, Plus string

	Power     Template // of what is too large or too small for digits
	Percent   Template
	Points    Template // of a difference of two percentages
	Billions  Template // of money
	Millions  Template
	Below     Template // a number that something is less than
	Above     Template
	About     Template // of a number only the tens are known
	WithError Template // the number has its unit
	Range     Template

	// Plural chooses the form in which so many things are counted.
	Plural func(f Forms, n float64) Template
}

// Calendar is how a language names months, January first.
type Calendar struct {
	MonthNames, ShortMonthNames [12]string

	MonthOfYear Template
}

// Counts are things that are counted.
type Counts struct {
	Years, Months              Forms
	Cases, Futures             Forms
	Packages, OtherPackages    Forms
	Pairs                      Forms // of packages
	Factors, Parameters        Forms
	Values                     Forms // of a parameter
	Trajectories, BasePoints   Forms // what a method of sensitivity analysis works through
	Draws, Arrangements        Forms // of a backtest
	Dyads, Wars                Forms
	Probes, Stakes, Span, Rank Template
}

// Lists is what stands between the parts of a list, between clauses, and after a
// sentence before the next.
type Lists struct {
	Comma, Semicolon, Space string
}

// Terms are words that several figures share.
type Terms struct {
	Ceasefire           Template
	CeasefireBetween    Template
	Challenger, Protege Template // where the scenario does not name them
	Tied                Template
	MeanAfter           Template // what is measured, at the end of the horizon
	MeanBy              Template // the same with its date
	OfCases             Template // above bars at the right
	Bands               Template
	BarsAtTheEnd        Template
	Followed            Template // a number before its word, on one line or two
	WithUnit            Template // a parameter with its unit
	MoreEvents          Template

	InForce, AtAnEnd, Lapsed Template // events of instruments, one or several

	TiesKnownAt Template // of a figure drawn to an earlier year
}

// FooterWords are below every figure.
type FooterWords struct {
	Line           Template
	CasesOfFutures Template
}

// BreachWords are those of Breach.
type BreachWords struct {
	Title, Subtitle Template
	Alt, AltOne     Template // of several packages, of one
	Reached         Template // how far a package gets
}

// CompareWords are those of Compare.
type CompareWords struct {
	Title, TitleOne     Template
	Subtitle            Template
	Ties                Template
	White, Black        Template // the tick of the sampling error
	Alt, AltOne         Template
	AltPackage, AltWord Template
	AltTies             Template // behind Alt
}

// FuturesWords are those of Futures.
type FuturesWords struct {
	Title, TitleOne       Template
	Subtitle, SubtitleOne Template
	Caption               Template
	Major, Limited, Held  Template // what a future ends in
	Alt, AltPackage       Template
}

// DifferenceWords are those of Difference.
type DifferenceWords struct {
	Title                    Template
	Subtitle, Ties           Template
	OfFutures, OfCases       Template // of the numbers at the right
	HeadFutures, HeadCases   Template
	HeadPoints, HeadInterval Template
	Better, Worse            Template
	Interval                 Template
	IntervalTied             Template // behind Interval
	Alt, AltOne              Template
	AltPackage               Template
}

// TradeoffWords are those of Tradeoff.
type TradeoffWords struct {
	Title                Template
	X, Y                 Template
	Subtitle, Ranges     Template
	Lines, LinesAgreed   Template
	OfBoth, Of           Template // whose consent
	Peace                Template // on a line
	Alt                  Template
	Frontier, OnFrontier Template // several packages on it, one
	AltPackage           Template
}

// CostWords are those of Cost.
type CostWords struct {
	Title                  Template
	X, Y                   Template
	Subtitle               Template
	FrontierLine, Ranges   Template
	PerPoint, PerPointTied Template // along the frontier
	Alt                    Template
	Frontier, OnFrontier   Template
	AltPackage             Template
	AltStep, AltSteps      Template // behind the frontier
}

// CausesWords are those of Causes.
type CausesWords struct {
	Title, Subtitle                          Template
	Ends, Follows, Overlap, InAll            Template
	Deliberate, Escalated, Accident          Template
	NobodyFights, Clash, Broken, Defeat      Template
	Alt, AltOne, AltPackage, AltCause, AltIn Template
}

// HazardWords are those of Hazard.
type HazardWords struct {
	Title, Subtitle          Template
	LastStep, Sorting        Template
	Entry, Expiry, Elections Template
	Level                    Template // in every year the same
	PeakLast, PeakThen       Template
	Alt, AltOne, AltPackage  Template
}
