package sim

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// tornadoLow is the lower of the two points of its distribution at which a
// tornado puts a factor; the higher is as far from the other end.
const tornadoLow = 0.05

// A SensitivityPlan says which methods look for what drives a number, and how
// much work each may take.
type SensitivityPlan struct {
	Methods      []string // as result.Method… names them
	Measure      string   // one of result.Measures
	Groups       []Group  // of parameters that move together
	TornadoCases int      // cases with a factor low and high
	Trajectories int      // of Morris
	BasePoints   int      // of Sobol': each asks for 2 and one more point a factor
	GivenCases   int      // for PRCC, given-data indices and PAWN
}

// DefaultSensitivity is the plan where nobody says: it takes some two minutes
// for twelve packages and a hundred parameters on two cores.
func DefaultSensitivity() SensitivityPlan {
	return SensitivityPlan{
		Methods: []string{result.MethodTornado, result.MethodSobol, result.MethodPRCC, result.MethodGiven, result.MethodPAWN},
		Measure: "risk", TornadoCases: 64, Trajectories: 32, BasePoints: 128, GivenCases: 2048,
	}
}

// GivenMethods lists the methods that look at the cases of a run.
func GivenMethods() []string {
	return []string{result.MethodPRCC, result.MethodGiven, result.MethodPAWN}
}

// SensitivityMethods lists the methods there are, in the order of a report.
func SensitivityMethods() []string {
	return append([]string{result.MethodTornado, result.MethodMorris, result.MethodSobol}, GivenMethods()...)
}

// Sensitivity finds which assumption drives which number: for every package,
// for its difference to the baseline, and for the ranking of all. It fails for
// an unknown method or measure, where nothing is uncertain, where a group names
// no parameter, and as [Run] does.
func Sensitivity(ctx context.Context, sc *scenario.Scenario, plan SensitivityPlan, opt Options) (*result.Sensitivity, error) {
	a, err := newSensitivity(sc, plan)
	if err != nil {
		return nil, err
	}
	steps, err := a.steps()
	if err != nil {
		return nil, err
	}
	all := 0
	for _, s := range steps {
		all += s.blocks
	}
	before := 0
	for _, s := range steps {
		if err := s.do(ctx, opt.part(before, all)); err != nil {
			return nil, err
		}
		before += s.blocks
	}
	if err := a.drive(); err != nil {
		return nil, err
	}
	return a.out, nil
}

// SensitivityOf finds the same from the cases of an existing run, without a
// new one, by the methods that can: PRCC, given-data indices, PAWN. Cases hold
// the scenario's columns and packages.
func SensitivityOf(sc *scenario.Scenario, run result.Run, cases *result.Cases, plan SensitivityPlan) (*result.Sensitivity, error) {
	for _, m := range plan.Methods {
		if !slices.Contains(GivenMethods(), m) {
			return nil, fmt.Errorf("sensitivity method %q needs points of its own, which an existing run does not have: from a run there are %s; name the scenario instead of the run for the others",
				m, strings.Join(GivenMethods(), ", "))
		}
	}
	a, err := newSensitivity(sc, plan)
	if err != nil {
		return nil, err
	}
	a.out.Run, a.given = run, newGivenCases(cases, a.measure, run.Replicates)
	if err := a.drive(); err != nil {
		return nil, err
	}
	return a.out, nil
}

// A step is one round of solving.
type step struct {
	blocks int
	do     func(context.Context, Options) error
}

// steps lists the rounds that the methods need.
func (a *sensitivityAnalysis) steps() ([]step, error) {
	var steps []step
	for _, s := range []struct {
		needed bool
		make   func() (step, error)
	}{
		{a.asks(result.MethodTornado), a.tornadoStep},
		{a.asks(result.MethodMorris), a.morrisStep},
		{a.asks(result.MethodSobol), a.sobolStep},
		{a.asks(GivenMethods()...), a.givenStep},
	} {
		if !s.needed {
			continue
		}
		next, err := s.make()
		if err != nil {
			return nil, err
		}
		steps = append(steps, next)
	}
	return steps, nil
}

// asks says whether any of these methods is asked for.
func (a *sensitivityAnalysis) asks(methods ...string) bool {
	return slices.ContainsFunc(methods, func(m string) bool { return slices.Contains(a.plan.Methods, m) })
}

// A sensitivityAnalysis is the analysis as it grows.
type sensitivityAnalysis struct {
	scenario *scenario.Scenario
	study    *study
	plan     SensitivityPlan
	measure  result.Measure
	columns  [][]int // by factor
	outputs  outputs
	given    *givenCases
	out      *result.Sensitivity
}

func newSensitivity(sc *scenario.Scenario, plan SensitivityPlan) (*sensitivityAnalysis, error) {
	for _, m := range plan.Methods {
		if !slices.Contains(SensitivityMethods(), m) {
			return nil, fmt.Errorf("sensitivity method %q is unknown: allowed are %s", m, strings.Join(SensitivityMethods(), ", "))
		}
	}
	if len(sc.Columns()) == 0 {
		return nil, fmt.Errorf("nothing in %s is uncertain, so nothing drives anything: give a parameter a distribution, such as { pert = [0.4, 0.55, 0.75] }", sc.Name)
	}
	a := &sensitivityAnalysis{scenario: sc, plan: plan}
	var err error
	if a.measure, err = measureOf(plan.Measure); err != nil {
		return nil, err
	}
	a.out = &result.Sensitivity{
		Schema: result.Schema, Version: Version, Scenario: describe(sc), Measure: plan.Measure, Packages: named(sc),
	}
	if a.out.Factors, a.columns, err = factors(sc, plan.Groups); err != nil {
		return nil, err
	}
	if a.study, err = newStudy([]*scenario.Scenario{sc}, request{cases: plan.GivenCases}); err != nil {
		return nil, err
	}
	a.out.Run = a.study.describe()
	a.outputs = newOutputs(sc)
	a.out.Outputs = a.outputs.list
	return a, nil
}
