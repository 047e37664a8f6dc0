package backtest

import (
	"math"
	"slices"

	"steadfast/sim/model"
	"steadfast/sim/uncertain"
)

// mostAdvantage is how far the ratio of strengths on the spot may differ from
// parity.
const mostAdvantage = 3.0

// exponent is the middle of the range of the exponent of the ratio of
// capabilities.
const exponent = 0.5

// exponents is how far a ratio of capabilities counts on the spot: from not at
// all to in full.
func exponents() uncertain.Number {
	n, err := uncertain.NewUniform(0, 1)
	if err != nil {
		panic("backtest: " + err.Error())
	}
	return n
}

// theatre is the ratio of strengths on the spot of states whose capabilities
// stand in the ratio given.
func theatre(ratio, exponent float64) float64 {
	return min(max(math.Pow(ratio, exponent), 1/mostAdvantage), mostAdvantage)
}

// rescale puts another exponent than the text's into a case of the arrangement.
// The case's guarantors are copied, not modified.
func rescale(c *model.Case, ratio, to float64) {
	if ratio == 0 || to == exponent {
		return
	}
	from, s := theatre(ratio, exponent), theatre(ratio, to)
	c.Challenger.Forces.Start *= s / from
	c.Challenger.Forces.End *= s / from
	c.Guarantors = slices.Clone(c.Guarantors)
	for i := range c.Guarantors {
		c.Guarantors[i].Capability *= max(s, 1) / max(from, 1)
	}
}
