package result

import (
	"io"

	"steadfast/sim/estimate"
)

// The statuses of a claim.
const (
	Holds     = "holds"
	Fails     = "fails"
	Undecided = "undecided" // at the largest sample allowed
)

// A Check is what the test of a scenario's conclusions found.
type Check struct {
	Schema   int      `json:"schema"`
	Version  string   `json:"version"`
	Scenario Scenario `json:"scenario"`
	Run      Run      `json:"run"` // Cases: of the largest sample that was drawn
	// ErrorRate is the probability, at most, that any claim is decided wrongly:
	// over all claims and all looks at the growing sample.
	ErrorRate float64 `json:"error_rate"`
	Looks     []int   `json:"looks"` // the sample sizes at which claims were looked at
	Drivers   string  `json:"drivers,omitempty"`
	Asked     int     `json:"asked"` // packages in cases to be solved
	Done      int     `json:"done"`  // of them solved

	Claims []CheckedClaim `json:"claims"`
}

// A CheckedClaim is one [[expect]].
type CheckedClaim struct {
	Claim  string `json:"claim"` // in words
	That   string `json:"that"`  // in the claim language
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Status string `json:"status"`
	Cases  int    `json:"cases"` // in the sample at which it was decided, or given up

	Comparisons []Comparison `json:"comparisons"`
	Turning     int          `json:"turning"` // place of the comparison on which it turns

	// Turn is the assumption that most nearly turns the claim; nil where none
	// comes nearer than another, and where it holds.
	Turn *Turn `json:"turn,omitempty"`
}

// A Comparison is one of those that a claim is made of.
type Comparison struct {
	Text       string        `json:"text"`
	Status     string        `json:"status"`
	LeftText   string        `json:"left_text,omitempty"`
	RightText  string        `json:"right_text,omitempty"`
	Left       estimate.Mean `json:"left"` // with 95 % intervals
	Right      estimate.Mean `json:"right"`
	Difference estimate.Mean `json:"difference"` // left − right, paired
	// UsedLo and UsedHi are the interval of the difference at the level by
	// which it was decided.
	UsedLo float64 `json:"used_lo"`
	UsedHi float64 `json:"used_hi"`
	Level  float64 `json:"level"`
	Note   string  `json:"note,omitempty"`
}

// A Turn is the slice of a parameter's draws in which a claim comes nearest to
// turning.
type Turn struct {
	Path string `json:"path"`
	Unit string `json:"unit,omitempty"`
	// Lo and Hi are the ends of the slice; Word stands instead where the
	// parameter is a text.
	Lo     float64 `json:"lo"`
	Hi     float64 `json:"hi"`
	Word   string  `json:"word,omitempty"`
	Cases  int     `json:"cases"`
	Margin float64 `json:"margin"` // of the claim there: above 0 it holds
	All    float64 `json:"all"`    // the margin of all cases
	Past   bool    `json:"past"`   // the claim turns there
	Clear  bool    `json:"clear"`  // by more than chance in the draws
}

// CheckFile is the name of a check in a folder of results.
const CheckFile = "check.json"

// Write writes the check as check.json.
func (c *Check) Write(w io.Writer) error { return writeJSON(w, c) }
