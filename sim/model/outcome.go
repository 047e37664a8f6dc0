package model

// An Outcome is what happens under one package of one case, over all chance.
// Probabilities are unconditional, by the horizon unless said otherwise.
type Outcome struct {
	Major   []float64 // cumulative P(the ceasefire has ended) at the end of month 1 … N
	Limited []float64 // cumulative P(the first probe or the end, whichever is first)

	Deliberate float64 // the three causes of a major breach; they sum to Major
	Escalated  float64
	Accident   float64

	Probes    float64 // expected number, escalating ones included
	Clash     float64 // P(a major breach at which a guarantor fights)
	Defeat    float64 // P(a major breach in which the challenger prevails)
	Broken    float64 // P(a major breach at which some promise in force is not kept)
	Stopped   float64 // P(a major breach that fails, and the response to it ends with it)
	Lasting   float64 // P(a major breach that fails, and some response to it goes on)
	DealValue float64 // V at month 0, stakes

	RestrictedMean float64 // years to the breach, at most the horizon
	Cost           float64 // the guarantors' expected discounted cost, bn EUR

	// Called and Kept have an entry an instrument, and a last one for the
	// military response: P(a major breach while the promise is in force), and
	// P(that, and it is kept).
	Called, Kept []float64
}

// Risk is P(major breach by the horizon).
func (o *Outcome) Risk() float64 { return last(o.Major) }

// LimitedRisk is P(a limited or major breach by the horizon).
func (o *Outcome) LimitedRisk() float64 { return last(o.Limited) }

func last(s []float64) float64 {
	if len(s) == 0 {
		return 0
	}
	return s[len(s)-1]
}

// AtYear is the value of a cumulative curve at the end of the given year, 1, 2, …;
// past the horizon, the last one.
func AtYear(curve []float64, years int) float64 {
	return curve[min(years*monthsPerYear, len(curve))-1]
}
