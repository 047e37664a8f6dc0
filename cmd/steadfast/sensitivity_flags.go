package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// verify finds what is wrong with the flags.
func (f *sensitivityFlags) verify() error {
	switch {
	case !slices.Contains(tableFormats(), f.format):
		return unknownFormat(f.format, tableFormats())
	case f.by != byParameter && f.by != byTable:
		return fmt.Errorf("--by is %q, want %s or %s", f.by, byParameter, byTable)
	case len(f.plan.Methods) == 0:
		return fmt.Errorf("--method names none; write one or more of %s", strings.Join(sim.SensitivityMethods(), ", "))
	}
	for i, m := range f.plan.Methods {
		if !slices.Contains(sim.SensitivityMethods(), m) {
			return fmt.Errorf("--method %q is unknown%s; there are %s", m, didYouMean(m, sim.SensitivityMethods(), ""), strings.Join(sim.SensitivityMethods(), ", "))
		}
		if slices.Contains(f.plan.Methods[:i], m) {
			return fmt.Errorf("--method names %s twice; name each once", m)
		}
	}
	return cmp.Or(
		checkMeasure(f.plan.Measure),
		atLeast("base", f.plan.BasePoints, 2, "indices are shares of a variance between points"),
		atLeast("trajectories", f.plan.Trajectories, 2, "one path has no sampling error"),
		atLeast("tornado-cases", f.plan.TornadoCases, 2, "one draw has no sampling error"),
		checkWorkers(f.workers),
	)
}

// grouped are the groups of parameters that move together.
func (f *sensitivityFlags) grouped(sc *scenario.Scenario) ([]sim.Group, error) {
	var groups []sim.Group
	for _, text := range f.groups {
		name, paths, ok := strings.Cut(text, "=")
		if !ok || strings.TrimSpace(name) == "" || paths == "" {
			return nil, fmt.Errorf("--group is %q, want NAME=PATH,PATH or NAME=PATH.*", text)
		}
		groups = append(groups, sim.Group{Name: strings.TrimSpace(name), Paths: strings.Split(paths, ",")})
	}
	if f.by == byTable {
		groups = sim.GroupByTable(sc, groups)
	}
	return groups, nil
}

// Values of --of that are no package.
const (
	allOutputs    = "all"
	rankingOutput = "ranking"
)

// rankingMethods are those that say what drives the ranking.
func rankingMethods() []string { return []string{result.MethodSobol, result.MethodGiven} }

// outputNames are the values of --of: packages, their differences to the
// baseline, and the ranking.
func outputNames(sc *scenario.Scenario) []string {
	ids := packageIDs(sc)
	names := slices.Clone(ids)
	if len(ids) > 1 {
		for _, id := range ids {
			if id != sc.Baseline {
				names = append(names, id+"-"+sc.Baseline)
			}
		}
		names = append(names, rankingOutput)
	}
	return append(names, allOutputs)
}

// checkOf refuses, before anything is computed, to print what there is not.
func (f *sensitivityFlags) checkOf(sc *scenario.Scenario) error {
	names := outputNames(sc)
	for _, name := range f.of {
		if !slices.Contains(names, name) {
			return fmt.Errorf("--of %s is no output%s; there are %s", name, didYouMean(name, names, ""), strings.Join(names, ", "))
		}
		if name == rankingOutput && !slices.ContainsFunc(f.plan.Methods, func(m string) bool { return slices.Contains(rankingMethods(), m) }) {
			return fmt.Errorf("--of %s: %s says nothing of the ranking, which is no single number; add --method %s",
				name, strings.Join(f.plan.Methods, ", "), strings.Join(rankingMethods(), " or "))
		}
	}
	return nil
}

// shown are the places of the outputs to be printed.
func (f *sensitivityFlags) shown(res *result.Sensitivity) []int {
	unexplained := func(i int) bool { return !explained(res, i) }
	if len(f.of) == 0 {
		return slices.DeleteFunc(report.MainOutputs(res), unexplained)
	}
	var shown []int
	for i, o := range res.Outputs {
		name := cmp.Or(o.Package, o.Kind)
		if o.Against != "" {
			name += "-" + o.Against
		}
		if slices.Contains(f.of, name) || slices.Contains(f.of, allOutputs) {
			shown = append(shown, i)
		}
	}
	return slices.DeleteFunc(shown, unexplained)
}

// explained says whether any method says anything of an output.
func explained(res *result.Sensitivity, output int) bool {
	return says(res.Tornado, output) || says(res.Morris, output) || says(res.Sobol, output) ||
		says(res.PRCC, output) || says(res.Given, output) || says(res.PAWN, output)
}

func says[T any](matrix [][]T, output int) bool { return output < len(matrix) && matrix[output] != nil }

// suit reads what the flags name in the scenario: groups, and what is printed.
func (f *sensitivityFlags) suit(sc *scenario.Scenario) (err error) {
	if f.plan.Groups, err = f.grouped(sc); err != nil {
		return err
	}
	return f.checkOf(sc)
}
