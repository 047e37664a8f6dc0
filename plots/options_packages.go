package plots

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/result"
)

// checkKept refuses packages that the result does not have, and none.
func checkKept(s Source, ids []string) error {
	if len(ids) == 0 {
		return fmt.Errorf("no package is to be drawn: name one or more of %s", strings.Join(s.packageIDs(), ", "))
	}
	for i, id := range ids {
		if !slices.Contains(s.packageIDs(), id) {
			return fmt.Errorf("package %q is not in the result: allowed are %s", id, strings.Join(s.packageIDs(), ", "))
		}
		if slices.Contains(ids[:i], id) {
			return fmt.Errorf("package %q is named twice: name each once", id)
		}
	}
	return nil
}

// inOrder are those of all that are among some, in the order of all.
func inOrder(all, some []string) []string {
	var out []string
	for _, id := range all {
		if slices.Contains(some, id) {
			out = append(out, id)
		}
	}
	return out
}

// keep is the result with some of its packages. A sensitivity analysis stays as
// it is: a figure of it is about one package or difference anyway, and the
// others are left out by their names.
func (s Source) keep(ids []string) Source {
	switch {
	case s.Set != nil:
		s.Set = keptSet(s.Set, ids)
	case s.Sweep != nil:
		s.Sweep = keptSweep(s.Sweep, ids)
	}
	return s
}

// keptSet is a set with some of its packages, their pairs, and the events that
// concern them. Pairs are tied as among all packages, which is the stricter
// test.
func keptSet(s *result.Set, ids []string) *result.Set {
	keeps := func(id string) bool { return slices.Contains(ids, id) }
	out := *s
	out.Packages = only(s.Packages, func(p result.Package) bool { return keeps(p.ID) })
	out.Pairs = only(s.Pairs, func(q result.Pair) bool { return keeps(q.A) && keeps(q.B) })
	out.Scenario = keptScenario(s.Scenario, ids)
	return &out
}

func keptScenario(s result.Scenario, ids []string) result.Scenario {
	var marks []result.Mark
	for _, m := range s.Marks {
		if m.Packages == nil {
			marks = append(marks, m)
		} else if m.Packages = inOrder(m.Packages, ids); m.Packages != nil {
			marks = append(marks, m)
		}
	}
	s.Marks = marks
	if !slices.Contains(ids, s.Baseline) {
		s.Baseline = ""
	}
	return s
}

// keptSweep is a sweep with some of its packages. Which is preferred stays as
// among all: see keptBest.
func keptSweep(s *result.Sweep, ids []string) *result.Sweep {
	keeps := func(id string) bool { return slices.Contains(ids, id) }
	values := func(all []result.SweepValue) (out []result.SweepValue) {
		for i, v := range all {
			if keeps(s.Packages[i].ID) {
				out = append(out, v)
			}
		}
		return out
	}
	out := *s
	out.Packages = only(s.Packages, func(p result.Named) bool { return keeps(p.ID) })
	out.Base = values(s.Base)
	out.Scenario = keptScenario(s.Scenario, ids)
	out.Axes = slices.Clone(s.Axes)
	for i := range out.Axes {
		out.Axes[i].Own = inOrder(s.Axes[i].Own, ids)
	}
	out.Points = slices.Clone(s.Points)
	for i := range out.Points {
		p := &out.Points[i]
		p.Packages, p.Preferred = values(p.Packages), slices.Clone(p.Preferred)
		for j := range p.Preferred {
			p.Preferred[j].Tied = inOrder(p.Preferred[j].Tied, ids)
		}
	}
	return &out
}

// keptBest refuses to leave out a package that does best at some point: which of
// the others would, and what the draws could not separate it from, the sweep
// does not say.
func keptBest(s *result.Sweep, ids []string) error {
	for i := range s.Points {
		for _, p := range s.Points[i].Preferred {
			if p.Measure == flipMeasureName && !slices.Contains(ids, p.Package) {
				return fmt.Errorf("package %q does best at a point, and the sweep does not say which would without it: keep it among the packages", p.Package)
			}
		}
	}
	return nil
}

// flipMeasureName is the measure by which BuildSweep draws flip.
const flipMeasureName = "risk"

// drivenNames lists the figures of the outputs that are about these packages
// only.
func drivenNames(s *result.Sensitivity, ids []string) []string {
	var out []string
	for i, name := range SensitivityNames(s) {
		o := s.Outputs[i]
		if slices.Contains(ids, o.Package) && (o.Against == "" || slices.Contains(ids, o.Against)) {
			out = append(out, name)
		}
	}
	return out
}

func only[T any](all []T, keeps func(T) bool) []T {
	var out []T
	for _, v := range all {
		if keeps(v) {
			out = append(out, v)
		}
	}
	return out
}
