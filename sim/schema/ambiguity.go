package schema

import (
	"math"
	"slices"

	"steadfast/sim/model"
)

// ApplyAmbiguity makes the red lines of a case's package vague by a, 0 … 1:
// the logit of every probe response, the watch's included, rises by a, where a
// response of 0 stays 0; `legal` of every instrument with a share of forces
// falls by a/2. Nothing the case shares with others is modified.
func ApplyAmbiguity(c *model.Case, a float64) {
	if a == 0 {
		return
	}
	c.Watch.ProbeResponse = likelier(c.Watch.ProbeResponse, a)
	c.Package.Instruments = slices.Clone(c.Package.Instruments)
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		in.ProbeResponse = likelier(in.ProbeResponse, a)
		if in.Share > 0 {
			in.Legal -= a / 2
		}
	}
}

// likelier is Λ(logit(p) + a), with p clamped to [1e−9, 1 − 1e−9] as
// everywhere in the model, and 0 where p is 0.
func likelier(p, a float64) float64 {
	if p == 0 {
		return 0
	}
	p = min(max(p, 1e-9), 1-1e-9)
	return 1 / (1 + math.Exp(-(math.Log(p/(1-p)) + a)))
}
