package main

import (
	"math"

	"steadfast/sim/score"
)

// weibullShape returns the shape of the Weibull distribution that best
// describes a cumulative curve given by month. A curve that never rises has no
// shape: NaN.
func weibullShape(curve []float64) float64 {
	if len(curve) == 0 || curve[len(curve)-1] <= 0 {
		return math.NaN()
	}
	return score.FitWeibull(curve).Shape
}
