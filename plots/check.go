package plots

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// check refuses a result that no figure can show: an empty one, one with a
// number that is none, or one that names a package it does not have.
func check(s *result.Set) error {
	if s == nil {
		return errors.New("the result is nil: run a scenario or read a saved result first")
	}
	if len(s.Packages) == 0 {
		return errors.New("the result has no package: at least 1 is needed; run the scenario again")
	}
	if err := checkHorizon(s.Scenario); err != nil {
		return err
	}
	index := map[string]int{}
	for i, p := range s.Packages {
		if p.ID == "" {
			return fmt.Errorf("package %d of the result has no id: run the scenario again", i+1)
		}
		if _, dup := index[p.ID]; dup {
			return fmt.Errorf("package %q is twice in the result: ids must differ; run the scenario again", p.ID)
		}
		index[p.ID] = i
		if err := checkSummary(p.Risk); err != nil {
			return fmt.Errorf("package %q: risk: %w", p.ID, err)
		}
	}
	known := func(id, where string) error {
		if _, ok := index[id]; !ok {
			return fmt.Errorf("%s names package %q, which the result does not have: run the scenario again", where, id)
		}
		return nil
	}
	if b := s.Scenario.Baseline; b != "" {
		if err := known(b, "the baseline"); err != nil {
			return err
		}
	}
	for _, q := range s.Pairs {
		if err := errors.Join(known(q.A, "a pair"), known(q.B, "a pair")); err != nil {
			return err
		}
	}
	for _, m := range s.Scenario.Marks {
		if !estimate.Finite(m.Years) {
			return fmt.Errorf("event %q lies at %g years: a finite number is needed; run the scenario again", m.Label, m.Years)
		}
	}
	return nil
}

func checkHorizon(s result.Scenario) error {
	if h := s.HorizonYears; !(h > 0) || h > 200 {
		return fmt.Errorf("the result has a horizon of %g years: allowed is more than 0 and at most 200; run the scenario again", h)
	}
	return nil
}

func checkSummary(s estimate.Summary) error {
	if err := checkProbabilities(s.P10, s.P25, s.Mean, s.P75, s.P90); err != nil {
		return err
	}
	if !(s.StdErr >= 0) || math.IsInf(s.StdErr, 0) {
		return fmt.Errorf("sampling error %g: a finite number of 0 or more is needed; run the scenario again", s.StdErr)
	}
	if s.P10 > s.P25 || s.P25 > s.P75 || s.P75 > s.P90 {
		return fmt.Errorf("quantiles %g, %g, %g, %g fall: they must rise; run the scenario again", s.P10, s.P25, s.P75, s.P90)
	}
	return nil
}

func checkProbabilities(ps ...float64) error {
	const rounding = 1e-9
	for _, p := range ps {
		if !(p >= -rounding && p <= 1+rounding) {
			return fmt.Errorf("probability %g: a number from 0 to 1 is needed; run the scenario again", p)
		}
	}
	return nil
}

// tidy makes one line of a name.
func tidy(name string) string { return strings.Join(strings.Fields(name), " ") }

// nameOf is what a package is called in a figure.
func nameOf(p result.Package) string { return nameOr(p.Name, p.ID) }

// nameOr is a name, or the id where there is none.
func nameOr(name, id string) string {
	if n := tidy(name); n != "" {
		return n
	}
	return id
}

// ceasefire names the ceasefire in question.
func (w *Words) ceasefire(s result.Scenario) string {
	a, b := tidy(s.Challenger), tidy(s.Protege)
	if a == "" || b == "" {
		return w.Terms.Ceasefire.text()
	}
	return w.Terms.CeasefireBetween.with("challenger", a, "protege", b)
}
