package result

import "steadfast/sim/estimate"

// A Threshold is where a claim turns as one parameter varies.
type Threshold struct {
	Schema   int      `json:"schema"`
	Version  string   `json:"version"`
	Scenario Scenario `json:"scenario"`
	Run      Run      `json:"run"`
	Axis     Axis     `json:"axis"` // the parameter; Values are the points of the scan
	Until    string   `json:"until"`

	Points []ThresholdPoint `json:"points"` // all that were solved, by value, those of the search between them
	Turns  []TurningPoint   `json:"turns"`  // by value; empty: the claim does not turn within the range
	Asked  int              `json:"asked"`
	Done   int              `json:"done"`
}

// A ThresholdPoint is how far the claim holds with the parameter at a value.
type ThresholdPoint struct {
	Value  float64       `json:"value"`
	Margin estimate.Mean `json:"margin"` // above 0 it holds; in the unit of what it compares
}

// A TurningPoint is a value of the parameter at which the claim turns.
type TurningPoint struct {
	// Value with its 95 % interval, from the replicates of the design. Where a
	// part of them does not turn within the range, the end of the range stands
	// for that end of the interval, and Open says so.
	Value estimate.Mean `json:"value"`
	Open  bool          `json:"open,omitempty"`
	// Holds says on which side the claim holds: above the value, or below.
	HoldsAbove bool `json:"holds_above"`
}
