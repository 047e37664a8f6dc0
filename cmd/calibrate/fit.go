package main

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/optimize"

	"steadfast/sim/model"
)

// A match is how close ranges come to the record.
type match struct {
	Targets   []target
	Achieved  []float64
	Objective float64 // Σ ((achieved − target)/standard error)²
}

// evaluate compares ranges with the targets.
func (w *world) evaluate(r ranges, goals []target) (match, error) {
	war, fatal, err := w.curves(r)
	if err != nil {
		return match{}, err
	}
	return compare(war, fatal, goals), nil
}

// compare compares two curves, by month, with the targets. The shape is that
// of the first 20 years, as in the record.
func compare(war, fatal []float64, goals []target) match {
	m := match{Targets: goals, Achieved: make([]float64, len(goals))}
	for i, g := range goals {
		curve := [...][]float64{war, fatal}[curveIndex(g.Curve)]
		if g.Year == 0 {
			m.Achieved[i] = weibullShape(curve[:min(len(curve), 240)])
		} else {
			m.Achieved[i] = model.AtYear(curve, g.Year)
		}
		m.Objective += math.Pow((m.Achieved[i]-g.Value)/g.StdErr, 2)
	}
	return m
}

// fit searches for the ranges with the smallest objective, in at most trials
// evaluations, and returns them with the number it used.
func (w *world) fit(goals []target, trials int) (ranges, int, error) {
	from := w.shipped.start()
	objective := func(x []float64) float64 {
		m, err := w.evaluate(from.at(x), goals)
		if err != nil || math.IsNaN(m.Objective) {
			return math.Inf(1) // outside what the bounds allow
		}
		return m.Objective
	}
	result, err := optimize.Minimize(optimize.Problem{Func: objective}, from.vector(),
		&optimize.Settings{FuncEvaluations: trials, Converger: &optimize.FunctionConverge{Absolute: 1e-3, Iterations: 40}},
		&optimize.NelderMead{SimplexSize: 0.15})
	if err != nil {
		return nil, 0, fmt.Errorf("fit: %w", err)
	}
	if math.IsInf(result.F, 1) {
		return nil, 0, fmt.Errorf("fit: no trial of %d was possible; widen min and max of the fitted ranges", result.FuncEvaluations)
	}
	return from.at(result.X), result.FuncEvaluations, nil
}

func (m match) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %-28s %6s %9s %7s %9s\n", "", "record", "achieved", "error", "std. err.")
	worst := 0.0
	for i, t := range m.Targets {
		name := map[string]string{"war": "war", "fatal": "any fatal dispute"}[t.Curve]
		if t.Year == 0 {
			name += ", Weibull shape"
		} else {
			name += fmt.Sprintf(" by year %d", t.Year)
			worst = max(worst, math.Abs(m.Achieved[i]-t.Value))
		}
		fmt.Fprintf(&b, "  %-28s %6.2f %9.3f %+7.3f %9.3f\n", name, t.Value, m.Achieved[i], m.Achieved[i]-t.Value, t.StdErr)
	}
	fmt.Fprintf(&b, "  objective %.3f; the shares are within %.3f of the record\n", m.Objective, worst)
	return b.String()
}
