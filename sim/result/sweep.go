package result

import "steadfast/sim/estimate"

// SweepFile is the name of a sweep in a folder of results.
const SweepFile = "sweep.json"

// A Sweep is every package's outcome at every point of a sweep, on the same
// cases and futures.
type Sweep struct {
	Schema   int      `json:"schema"`
	Version  string   `json:"version"`
	Scenario Scenario `json:"scenario"`
	Run      Run      `json:"run"`
	ID       string   `json:"id"` // of the [[sweep]]; "vary" where the command line says what varies
	Title    string   `json:"title"`

	Packages []Named      `json:"packages"` // in the scenario's order
	Layout   string       `json:"layout"`   // "grid": every combination; "latin", "sobol": a sample of them
	Axes     []Axis       `json:"axes"`     // one or more; of a grid the last varies fastest
	Points   []SweepPoint `json:"points"`
	Base     []SweepValue `json:"base"` // by package: the scenario as it stands, on the same cases

	Asked int `json:"asked"` // packages in cases to be solved
	Done  int `json:"done"`  // of them solved: the others' resolved case had not changed
}

// Named is the id and the name of a package.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// An Axis is one parameter that varies.
type Axis struct {
	Path   string    `json:"path"`
	Unit   string    `json:"unit,omitempty"`
	Values []float64 `json:"values,omitempty"` // in the order of the file; nil where Labels are given
	Labels []string  `json:"labels,omitempty"` // values that are no numbers: texts, lists of instruments
	Texts  []string  `json:"texts,omitempty"`  // what Labels shorten, each in TOML
	Log    bool      `json:"log,omitempty"`    // evenly spaced in the logarithm
	// Own lists the packages that set the path themselves and are left alone.
	Own []string `json:"own,omitempty"`
	// Median is the parameter's median in the scenario as it stands; nil for
	// what is no number.
	Median *float64 `json:"median,omitempty"`
}

// Len is the number of values along the axis.
func (a *Axis) Len() int { return max(len(a.Values), len(a.Labels)) }

// A SweepPoint is one combination of values.
type SweepPoint struct {
	At       []int        `json:"at"`       // by axis: place of its value
	Packages []SweepValue `json:"packages"` // by package
	// Preferred says by measure which package does best here.
	Preferred []Preference `json:"preferred"`
}

// A SweepValue is what one package comes to at one point.
type SweepValue struct {
	Risk           estimate.Summary `json:"risk"` // major breach by the horizon
	Limited        estimate.Mean    `json:"limited"`
	Clash          estimate.Mean    `json:"clash"`
	Defeat         estimate.Mean    `json:"defeat"`
	Stopped        estimate.Mean    `json:"stopped"`
	Lasting        estimate.Mean    `json:"lasting"`
	RestrictedMean estimate.Mean    `json:"restricted_mean"` // years
	Adjusted       estimate.Mean    `json:"adjusted"`        // risk with the chance of adoption
	Peace          estimate.Mean    `json:"peace"`           // peace that holds, consent not required
	Cost           estimate.Mean    `json:"cost"`            // bn EUR
	Loss           *estimate.Mean   `json:"loss,omitempty"`
	// Better is the share of futures in which the baseline fails and this
	// package holds, Worse the opposite; nil where no futures were simulated.
	Better *float64 `json:"better,omitempty"`
	Worse  *float64 `json:"worse,omitempty"`
}

// A Preference is which package does best by one measure.
type Preference struct {
	Measure string `json:"measure"` // "risk", "adjusted", "peace", "loss"
	Package string `json:"package"` // id; of equals the first in the scenario
	// Tied lists the packages that the draws cannot separate from it: paired
	// difference, Holm-adjusted 95 %.
	Tied []string `json:"tied,omitempty"`
}
