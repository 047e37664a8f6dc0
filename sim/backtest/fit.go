package backtest

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/uncertain"
)

// scenarioPaths lists the paths whose ranges are moved: what war costs the
// challenger, what small breaches are worth to it, how blurred its choices are,
// how often coalitions are resolute, and how willing a resolute patron is.
func scenarioPaths() []string {
	return append(referencePaths(), "guarantor.patron.willingness")
}

// referencePaths are those of them that every scenario has which extends
// base/reference.toml.
func referencePaths() []string {
	return []string{"challenger.war_cost", "challenger.probe_gain", "challenger.noise", "coalition.resolve"}
}

// exponentPath names the exponent of the rule among the fitted parameters.
const exponentPath = "rule.capability_exponent"

// A parameter is one that is fitted.
type parameter struct {
	path   string
	number uncertain.Number // as shipped
	column int              // of the design
}

// at is the quantile of the parameter's range moved by a shift.
func (p parameter) at(u, shift float64) float64 {
	return p.number.Quantile(probability(distuv.UnitNormal.Quantile(u) + shift))
}

// probability is Φ(y), strictly inside (0, 1).
func probability(y float64) float64 {
	return min(max(distuv.UnitNormal.CDF(y), 0x1p-53), 1-0x1p-53)
}

// logPosterior is the logarithm of likelihood and prior of a shift, from the
// arrangements named, one group of draws left out.
func (t *table) logPosterior(shift []float64, from []int, left int, scratch []float64) float64 {
	weights, _ := t.weigh(shift, left, scratch)
	sum := 0.0
	for _, i := range from {
		sum += t.logLikelihood(i, weights)
	}
	for _, x := range shift {
		sum -= x * x / 2
	}
	return sum
}

// A shift is a fit: where the posterior is greatest.
type shift struct {
	at           []float64
	arrangements int
	above        float64 // logarithm of the posterior, above that of the ranges as shipped
	effective    float64 // draws
}

// mostEvaluations bounds the search for a fit, which takes some hundreds.
const mostEvaluations = 4000

// fit searches for the shift with the greatest posterior, one group of draws left
// out, by the simplex of Nelder and Mead (Computer Journal 7, 1965).
func (t *table) fit(start []float64, from []int, left int) (shift, error) {
	return t.fitWithin(mostEvaluations, start, from, left)
}

// fitWithin is fit with so many evaluations at most; it fails where they do not
// suffice.
func (t *table) fitWithin(evaluations int, start []float64, from []int, left int) (shift, error) {
	scratch := make([]float64, 0, t.draws)
	objective := func(at []float64) float64 { return -t.logPosterior(at, from, left, scratch) }
	found, err := optimize.Minimize(optimize.Problem{Func: objective}, start,
		&optimize.Settings{FuncEvaluations: evaluations, Converger: &optimize.FunctionConverge{Absolute: 1e-6, Iterations: 60}},
		&optimize.NelderMead{SimplexSize: 0.3})
	if err != nil {
		return shift{}, fmt.Errorf("fit: %w", err)
	}
	if math.IsInf(found.F, 0) || math.IsNaN(found.F) {
		return shift{}, fmt.Errorf("fit: no shift gives all of %d arrangements a probability above 0; widen the ranges of %s", len(from), arrangementsFile)
	}
	if found.Status.Early() {
		return shift{}, fmt.Errorf("fit to %d arrangements: no maximum within %d evaluations; take more --draws, which make the likelihood smoother", len(from), evaluations)
	}
	s := shift{at: found.X, arrangements: len(from)}
	s.above = -found.F - t.logPosterior(make([]float64, len(start)), from, left, scratch)
	_, s.effective = t.weigh(s.at, left, scratch)
	return s, nil
}
