package plots

import (
	"errors"
	"fmt"
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// checkSensitivity refuses an analysis that no figure can show.
func checkSensitivity(s *result.Sensitivity) error {
	if s == nil {
		return errors.New("the analysis is nil: run or read a sensitivity analysis first")
	}
	if len(s.Factors) == 0 {
		return errors.New("the analysis has no factor: nothing in the scenario is uncertain; give a parameter a distribution")
	}
	if len(s.Outputs) == 0 {
		return errors.New("the analysis has no output: at least 1 is needed; run it again")
	}
	if err := checkHorizon(s.Scenario); err != nil {
		return err
	}
	ids, factors := map[string]bool{}, map[string]bool{}
	for i, p := range s.Packages {
		if p.ID == "" || ids[p.ID] {
			return fmt.Errorf("package %d of the analysis has the id %q: ids must differ and not be empty; run it again", i+1, p.ID)
		}
		ids[p.ID] = true
	}
	for i, f := range s.Factors {
		if tidy(f.Name) == "" || factors[f.Name] {
			return fmt.Errorf("factor %d of the analysis is called %q: names must differ and not be empty; run it again", i+1, f.Name)
		}
		factors[f.Name] = true
		for _, v := range []*float64{f.Low, f.High} {
			if v != nil && !estimate.Finite(*v) {
				return fmt.Errorf("factor %q has an end of %g: a finite number is needed; run the analysis again", f.Name, *v)
			}
		}
	}
	for i, o := range s.Outputs {
		if err := checkDriven(o, ids); err != nil {
			return fmt.Errorf("output %d: %w", i, err)
		}
	}
	return nil
}

func checkDriven(o result.Driven, ids map[string]bool) error {
	named := []string{}
	switch o.Kind {
	case "package":
		named = []string{o.Package}
	case "difference":
		named = []string{o.Package, o.Against}
	case "ranking":
	default:
		return fmt.Errorf("kind %q is unknown: allowed are package, difference and ranking", o.Kind)
	}
	for _, id := range named {
		if !ids[id] {
			return fmt.Errorf("it names package %q, which the analysis does not have: run it again", id)
		}
	}
	if !estimate.Finite(o.Mean) || !estimate.Finite(o.Variance) || o.Variance < 0 {
		return fmt.Errorf("mean %g, variance %g: finite numbers are needed, the variance 0 or more; run the analysis again", o.Mean, o.Variance)
	}
	return nil
}

func checkMean(m estimate.Mean) error {
	if !estimate.Finite(m.Mean) || !estimate.Finite(m.Lo) || !estimate.Finite(m.Hi) || !(m.StdErr >= 0) || math.IsInf(m.StdErr, 0) {
		return fmt.Errorf("%g with error %g and interval %g to %g: finite numbers are needed; run the analysis again", m.Mean, m.StdErr, m.Lo, m.Hi)
	}
	if m.Lo > m.Hi {
		return fmt.Errorf("interval %g to %g: it must rise; run the analysis again", m.Lo, m.Hi)
	}
	return nil
}
