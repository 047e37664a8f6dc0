package score_test

import (
	"math"
	"testing"

	"steadfast/sim/score"
)

func TestFitWeibull(t *testing.T) {
	for _, want := range []score.Weibull{{Lambda: .042, Shape: .72}, {Lambda: .148, Shape: .63}, {Lambda: .02, Shape: 1}, {Lambda: .01, Shape: 1.5}} {
		curve := make([]float64, 240)
		for m := range curve {
			curve[m] = want.At(float64(m+1) / 12)
		}
		got := score.FitWeibull(curve)
		// Months are not moments: the first one's middle stands for all of it.
		if math.Abs(got.Shape-want.Shape) > .02 || math.Abs(got.At(15)-want.At(15)) > .003 {
			t.Errorf("%+v is fitted as %+v", want, got)
		}
	}
	if got := score.FitWeibull(make([]float64, 240)); got.At(20) != 0 {
		t.Errorf("a curve that never rises is fitted as %+v", got)
	}
}
