package result

import "steadfast/sim/estimate"

// A Diff says what was edited between two scenarios, and how much of the change
// in each number each edit accounts for.
type Diff struct {
	Schema  int      `json:"schema"`
	Version string   `json:"version"`
	A       Scenario `json:"a"`
	B       Scenario `json:"b"`
	Run     Run      `json:"run"` // A's, for both
	Measure string   `json:"measure"`

	Edits []Edit `json:"edits"`
	// Orders is how many orders of the edits were sampled; 0: all of them
	// count, and the shares are exact but for the draws of cases.
	Orders  int           `json:"orders"`
	Changes []Attribution `json:"changes"` // by package that both have, in A's order
	Asked   int           `json:"asked"`
	Done    int           `json:"done"`
}

// An Edit is one thing in which the scenarios differ.
type Edit struct {
	Name  string   `json:"name"`
	Kind  string   `json:"kind"` // changed, added, removed
	Lines []string `json:"lines"`
}

// An Attribution divides the change of one package's number among the edits.
type Attribution struct {
	Package string        `json:"package"`
	Name    string        `json:"name"`
	A       estimate.Mean `json:"a"`
	B       estimate.Mean `json:"b"`
	Change  estimate.Mean `json:"change"` // B − A, paired
	// Shares are by edit and add up to Change: Shapley values.
	Shares []estimate.Mean `json:"shares"`
}
