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
func (p parameter) at(u, shift float64) float64 { return p.number.Quantile(shifted(u, shift)) }

// shifted is Φ(Φ⁻¹(u) + shift), strictly inside (0, 1).
func shifted(u, shift float64) float64 {
	return min(max(distuv.UnitNormal.CDF(distuv.UnitNormal.Quantile(u)+shift), 0x1p-53), 1-0x1p-53)
}

// A Fit is the maximum a posteriori of the moves.
type Fit struct {
	Arrangements int         `json:"arrangements"` // that it was fitted to
	Parameters   []Parameter `json:"parameters"`
	LogPosterior float64     `json:"log_posterior"` // above that of the ranges as shipped
	Effective    float64     `json:"effective_draws"`

	shift []float64
}

// A Parameter is one fitted range.
type Parameter struct {
	Path    string  `json:"path"`
	Shift   float64 `json:"shift"`   // δ: 0 is the range as shipped, ±1 a standard deviation of the prior
	Shipped float64 `json:"shipped"` // median
	Median  float64 `json:"median"`  // after the move
}

// logPosterior is the logarithm of likelihood and prior of a shift, from the
// arrangements named.
func (t *table) logPosterior(shift []float64, from []int, scratch []float64) float64 {
	weights, _ := t.weigh(shift, scratch)
	sum := 0.0
	for _, i := range from {
		sum += t.logLikelihood(i, weights)
	}
	for _, x := range shift {
		sum -= x * x / 2
	}
	return sum
}

// fit searches for the shift with the greatest posterior, by the simplex of
// Nelder and Mead (Computer Journal 7, 1965) from the table's centre.
func (w *world) fit(t *table, from []int) (Fit, error) {
	scratch := make([]float64, 0, t.draws)
	objective := func(shift []float64) float64 { return -t.logPosterior(shift, from, scratch) }
	result, err := optimize.Minimize(optimize.Problem{Func: objective}, t.centre,
		&optimize.Settings{FuncEvaluations: 2000, Converger: &optimize.FunctionConverge{Absolute: 1e-6, Iterations: 60}},
		&optimize.NelderMead{SimplexSize: 0.3})
	if err != nil {
		return Fit{}, fmt.Errorf("fit: %w", err)
	}
	if math.IsInf(result.F, 0) || math.IsNaN(result.F) {
		return Fit{}, fmt.Errorf("fit: no shift gives all of %d arrangements a probability above 0; widen the ranges of %s", len(from), arrangementsFile)
	}
	f := Fit{Arrangements: len(from), shift: result.X}
	zero := make([]float64, len(t.centre))
	f.LogPosterior = -result.F - t.logPosterior(zero, from, scratch)
	_, f.Effective = t.weigh(f.shift, scratch)
	for j, p := range w.parameters {
		f.Parameters = append(f.Parameters, Parameter{Path: p.path, Shift: f.shift[j], Shipped: p.number.Quantile(0.5), Median: p.at(0.5, f.shift[j])})
	}
	return f, nil
}
