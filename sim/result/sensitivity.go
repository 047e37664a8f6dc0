package result

import "steadfast/sim/estimate"

// SensitivityFile is the name of a sensitivity analysis in a folder of results.
const SensitivityFile = "sensitivity.json"

// A Sensitivity says which assumption drives which number. Every method's
// matrix is by output, then by factor; nil where the method was not asked for. An
// output's row is nil where the method says nothing of it (all but Sobol' and
// given-data indices of the ranking); an entry is zero where Applies says that
// the method has none for the factor.
type Sensitivity struct {
	Schema   int      `json:"schema"`
	Version  string   `json:"version"`
	Scenario Scenario `json:"scenario"`
	Run      Run      `json:"run"`
	Measure  string   `json:"measure"` // "risk", "limited", "clash", "defeat", "peace", "cost", "loss", …

	Packages []Named  `json:"packages"`
	Factors  []Factor `json:"factors"`
	Outputs  []Driven `json:"outputs"`
	Methods  []Method `json:"methods"` // those used, in the order of the file

	Tornado [][]Swing         `json:"tornado,omitempty"`
	Morris  [][]Elementary    `json:"morris,omitempty"`
	Sobol   [][]Indices       `json:"sobol,omitempty"`
	PRCC    [][]estimate.Mean `json:"prcc,omitempty"` // partial rank correlation
	Given   [][]GivenIndex    `json:"given,omitempty"`
	PAWN    [][]PAWN          `json:"pawn,omitempty"`
}

// A Factor is an uncertain parameter, or several that move together.
type Factor struct {
	Name  string   `json:"name"`  // the path, or the name of the group
	Paths []string `json:"paths"` // one or more
	// Low and High are the 5 % and 95 % points of a single number; nil for a
	// group and for a text.
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	Unit       string   `json:"unit,omitempty"`
	Discrete   bool     `json:"discrete,omitempty"`
	Correlated bool     `json:"correlated,omitempty"` // with another parameter
	// In names the group that moves as a whole where this parameter is part of
	// one: of parameters that are drawn together, or of one that was asked for.
	In string `json:"in,omitempty"`
}

// The methods of a sensitivity analysis.
const (
	MethodTornado = "tornado"
	MethodMorris  = "morris"
	MethodSobol   = "sobol"
	MethodPRCC    = "prcc"
	MethodGiven   = "given"
	MethodPAWN    = "pawn"
)

// Applies says whether a method has entries for a factor. Those that choose
// their points move a group as a whole; those that look at given cases need a
// single number, and know no groups.
func (s *Sensitivity) Applies(method string, factor int) bool {
	f := &s.Factors[factor]
	switch method {
	case MethodTornado, MethodMorris, MethodSobol:
		return f.In == ""
	}
	return len(f.Paths) == 1
}

// Driven is a number, or a ranking, whose drivers are sought.
type Driven struct {
	Kind    string `json:"kind"` // "package", "difference", "ranking"
	Package string `json:"package,omitempty"`
	Against string `json:"against,omitempty"` // of a difference: the baseline
	// Mean and Variance over cases; of a ranking the variance is the sum over
	// packages of the variances of their ranks.
	Mean     float64 `json:"mean"`
	Variance float64 `json:"variance"`
}

// A Method is how much work a method took, and what it cannot say here.
type Method struct {
	Name   string   `json:"name"`   // tornado, morris, sobol, prcc, given, pawn
	Points int      `json:"points"` // base points, trajectories, or cases
	Asked  int      `json:"asked"`  // package solves asked for; 0: from an existing run
	Done   int      `json:"done"`   // of them computed: the others' resolved case had not changed
	Notes  []string `json:"notes,omitempty"`
}

// A Swing is the mean of an output with a factor at its 5 % and at its 95 %
// point, all else drawn.
type Swing struct {
	Low        estimate.Mean `json:"low"`
	High       estimate.Mean `json:"high"`
	Difference estimate.Mean `json:"difference"` // High − Low, paired
}

// Elementary summarises elementary effects (Morris 1991; Campolongo 2007): the
// change of the output on the full way of a factor along the grid.
type Elementary struct {
	Mu     estimate.Mean `json:"mu"`
	MuStar estimate.Mean `json:"mu_star"`
	Sigma  float64       `json:"sigma"`
}

// Indices are variance-based indices (Sobol' 1993; Saltelli 2010; Jansen 1999).
type Indices struct {
	First estimate.Mean `json:"first"`
	Total estimate.Mean `json:"total"`
	// FirstAt and TotalAt are the estimates at a quarter and at half of the
	// base points: whether they have settled.
	FirstAt [2]float64 `json:"first_at"`
	TotalAt [2]float64 `json:"total_at"`
}

// A GivenIndex is a first-order index from given data.
type GivenIndex struct {
	First  estimate.Mean `json:"first"`
	PValue float64       `json:"p_value"` // that the output does not depend on the factor, adjusted for the number of factors
	Driver bool          `json:"driver"`  // PValue is below the stated level
}

// A PAWN is the distance between conditional and unconditional distributions
// (Pianosi and Wagener 2015, 2018), Kolmogorov–Smirnov over slices.
type PAWN struct {
	Median float64 `json:"median"`
	Max    float64 `json:"max"`
	PValue float64 `json:"p_value"`
	Driver bool    `json:"driver"`
}
