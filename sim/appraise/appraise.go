// Package appraise turns a package's outcomes into what a decision turns on:
// the chance that it is adopted and agreed to, the peace that holds, and the
// expected loss. All formulas are of §5 of the model.
package appraise

import "math"

// An Adoption is one package's way into force.
type Adoption struct {
	Feasibility float64 // F: P(it is adopted)
	Signs       float64 // G of the challenger: P(it signs), 1 where none is asked
	Accepts     float64 // G of the protégé, 1 where none is asked
	Risk        float64 // R: P(major breach by the horizon)
}

// Signs is P(the challenger signs): Λ((V − fightOn)/noise), V the value of the
// deal to it and fightOn that of fighting on, in stakes; noise > 0.
func Signs(dealValue, fightOn, noise float64) float64 {
	return 1 / (1 + math.Exp(-(dealValue-fightOn)/noise))
}

// Accepts is P(the protégé accepts): Λ((acceptable − risk)/noise); noise > 0.
func Accepts(risk, acceptable, noise float64) float64 {
	return 1 / (1 + math.Exp(-(acceptable-risk)/noise))
}

// Adjusted is the risk with the chance that the package is not adopted and the
// fallback applies: F·R + (1 − F)·R₀.
func (a Adoption) Adjusted(fallback Adoption) float64 {
	return a.Feasibility*a.Risk + (1-a.Feasibility)*fallback.Risk
}

// Peace is the probability of a peace that holds, F·G·S + (1 − F)·G₀·S₀ with
// S = 1 − R; no deal counts as no peace. The challenger's consent counts only
// where it is required.
func (a Adoption) Peace(fallback Adoption, consent bool) float64 {
	return a.Feasibility*a.holds(consent) + (1-a.Feasibility)*fallback.holds(consent)
}

// holds is G·S.
func (a Adoption) holds(consent bool) float64 {
	p := a.Accepts * (1 - a.Risk)
	if consent {
		p *= a.Signs
	}
	return p
}

// Weights says what a unit of each outcome costs the guarantors, in any unit
// of loss.
type Weights struct {
	MajorBreach   float64
	LimitedBreach float64
	Clash         float64
	Defeat        float64
	BrokenPromise float64
	// LastingResponse is a response that goes on after the breach has ended.
	LastingResponse float64
	CostPerBn       float64 // of discounted cost, bn EUR
}

// An Account is what Weights weigh: probabilities by the horizon, and cost.
type Account struct {
	MajorBreach     float64
	LimitedBreach   float64
	Clash           float64
	Defeat          float64
	BrokenPromise   float64
	LastingResponse float64
	Cost            float64 // bn EUR
}

// Loss is the expected loss.
func (w Weights) Loss(a Account) float64 {
	return w.MajorBreach*a.MajorBreach + w.LimitedBreach*a.LimitedBreach + w.Clash*a.Clash +
		w.Defeat*a.Defeat + w.BrokenPromise*a.BrokenPromise + w.LastingResponse*a.LastingResponse + w.CostPerBn*a.Cost
}
