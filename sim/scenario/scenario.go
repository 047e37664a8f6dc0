package scenario

import (
	"time"

	"steadfast/sim/uncertain"
)

// Scenario is a scenario in force: what the file, the files it extends and the
// overrides say together, checked. It is to be read, not modified.
type Scenario struct {
	Name     string // file name without folder and ending
	Title    string
	Question string // "" where the file asks none
	Answer   string // the template of the answer; "" where there is none

	Start        time.Time // when the ceasefire takes effect
	HorizonYears float64   // years reported

	Baseline        string // package id
	Fallback        string // package id
	FeasibilityRule string // "smallest" or "product"

	Scale  uncertain.Scale // what verbal probabilities mean
	Strict bool

	ChallengerName, ProtegeName string

	Run          RunSettings
	Packages     []Package     // in order
	Guarantors   []Named       // in the order of the files
	Instruments  []Named       // those that some package uses, in the order of the files
	Sweeps       []Sweep       // in order
	Expects      []Expect      // in the order of the file
	Correlations []Correlation // in the order of the files

	// Files lists the files read, the weakest first.
	Files []string

	merged  *merged
	program *program
	columns []Column
	weights *weightProgram
	flat    func() []byte    // written at the first call
	parsed  func() *flatText // its layer, read at the first call
}

// RunSettings is the [run] table.
type RunSettings struct {
	Cases, Futures int
	Seed           uint64
	Design         string // random, latin, sobol
}

// Package is one package as the author describes it. What it resolves to is
// in [Resolved].
type Package struct {
	ID, Name    string
	Instruments []string // ids, in the author's order
	Guarantors  []string // ids; all where the author names none
	Sets        []string // paths that the package sets for itself, sorted
}

// Named is the id and the name of a guarantor or an instrument.
type Named struct {
	ID, Name string
	Kind     string // of an instrument
}

// Expect is an [[expect]]: a conclusion to be tested.
type Expect struct {
	Claim  string // in words
	That   string // in the claim language
	Origin Origin
}

// Correlation is a [[correlate]]: two parameters drawn together.
type Correlation struct {
	A, B   string // paths
	Rank   float64
	Origin Origin
}

// Origin is where something was written.
type Origin struct {
	File         string
	Line, Column int // from 1
}

// origin returns the place of a node's key.
func origin(n *node) Origin {
	at := n.keyRange().Start
	return Origin{File: n.src.name, Line: at.Line, Column: at.Column}
}
