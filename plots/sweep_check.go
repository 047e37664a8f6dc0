package plots

import (
	"errors"
	"fmt"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A sweepGrid is a sweep over a grid of one or two axes, in the order drawn.
type sweepGrid struct {
	sweep *result.Sweep
	lang  *Words
	axes  []sweptAxis
	looks []look
	names []string
	at    [][]*result.SweepPoint // by place on the first axis, then on the second (one if there is none)
}

const runAgain = "run the sweep again"

// gridOf checks a sweep and puts it in the order drawn. It refuses one that no
// figure can show: an empty one, a sample, more than two axes, an axis of one
// value, a missing point, a number that is none.
func gridOf(s *result.Sweep, t Theme) (sweepGrid, error) {
	g := sweepGrid{sweep: s, lang: t.words()}
	if err := checkSwept(s); err != nil {
		return g, err
	}
	for i := range s.Axes {
		g.axes = append(g.axes, newSweptAxis(g.lang, &s.Axes[i]))
	}
	if err := g.fill(); err != nil {
		return g, err
	}
	ids := make([]string, len(s.Packages))
	for i, p := range s.Packages {
		ids[i] = p.ID
		g.names = append(g.names, nameOr(p.Name, p.ID))
	}
	g.looks = t.looksOf(ids, s.Scenario.Baseline)
	return g, nil
}

func checkSwept(s *result.Sweep) error {
	if s == nil {
		return errors.New("the sweep is nil: run one or read a saved one first")
	}
	if err := checkHorizon(s.Scenario); err != nil {
		return err
	}
	if len(s.Packages) == 0 {
		return errors.New("the sweep has no package: at least 1 is needed; " + runAgain)
	}
	ids := map[string]bool{}
	for i, p := range s.Packages {
		if p.ID == "" {
			return fmt.Errorf("package %d of the sweep has no id: %s", i+1, runAgain)
		}
		if ids[p.ID] {
			return fmt.Errorf("package %q is twice in the sweep: ids must differ; %s", p.ID, runAgain)
		}
		ids[p.ID] = true
	}
	if b := s.Scenario.Baseline; b != "" && !ids[b] {
		return fmt.Errorf("the baseline names package %q, which the sweep does not have: %s", b, runAgain)
	}
	if n := len(s.Axes); n == 0 {
		return errors.New("the sweep has no parameter: allowed are 1 or 2; vary one with --vary path=from:to:steps")
	} else if n > 2 {
		return fmt.Errorf("the sweep has %d parameters: a figure shows 1 or 2; choose one or two, with --vary or a [[sweep]] of its own", n)
	}
	if s.Layout != "grid" {
		return fmt.Errorf("the sweep is a sample of layout %q: a figure needs every combination, layout \"grid\"; choose one or two parameters and sweep them without a sample", s.Layout)
	}
	for i := range s.Axes {
		if err := checkAxis(&s.Axes[i], ids); err != nil {
			return fmt.Errorf("parameter %q: %w", s.Axes[i].Path, err)
		}
	}
	return nil
}

func checkAxis(a *result.Axis, ids map[string]bool) error {
	if tidy(a.Path) == "" {
		return errors.New("it has no path: " + runAgain)
	}
	if len(a.Values) > 0 && len(a.Labels) > 0 {
		return fmt.Errorf("it has %d numbers and %d texts: allowed is one kind; %s", len(a.Values), len(a.Labels), runAgain)
	}
	if n := a.Len(); n < 2 {
		return fmt.Errorf("it has %d values: a figure needs 2 or more; give the sweep more values or leave the parameter out", n)
	}
	seen := map[any]bool{}
	once := func(v any) error {
		if seen[v] {
			return fmt.Errorf("the value %v is given twice: values must differ; take one out", v)
		}
		seen[v] = true
		return nil
	}
	for _, v := range a.Values {
		switch {
		case !estimate.Finite(v):
			return fmt.Errorf("it has the value %g: finite numbers are needed; %s", v, runAgain)
		case a.Log && v <= 0:
			return fmt.Errorf("it has the value %g on a logarithmic axis: only numbers above 0 are allowed; sweep it without log", v)
		}
		if err := once(v); err != nil {
			return err
		}
	}
	for _, l := range a.Labels {
		if err := once(tidy(l)); err != nil {
			return err
		}
	}
	for _, id := range a.Own {
		if !ids[id] {
			return fmt.Errorf("package %q is said to set it, which the sweep does not have: %s", id, runAgain)
		}
	}
	if m := a.Median; m != nil && !estimate.Finite(*m) {
		return fmt.Errorf("it has the median %g: a finite number is needed; %s", *m, runAgain)
	}
	return nil
}

// fill puts every point where it is drawn, each exactly once.
func (g *sweepGrid) fill() error {
	nx, ny := g.axes[0].len(), 1
	if len(g.axes) > 1 {
		ny = g.axes[1].len()
	}
	if n := len(g.sweep.Points); n != nx*ny {
		return fmt.Errorf("the sweep has %d points: its grid needs %d; %s", n, nx*ny, runAgain)
	}
	g.at = make([][]*result.SweepPoint, nx)
	for i := range g.at {
		g.at[i] = make([]*result.SweepPoint, ny)
	}
	for k := range g.sweep.Points {
		pt := &g.sweep.Points[k]
		if len(pt.At) != len(g.axes) {
			return fmt.Errorf("point %d names %d places: the sweep has %d parameters; %s", k+1, len(pt.At), len(g.axes), runAgain)
		}
		place := [2]int{}
		for a, i := range pt.At {
			if i < 0 || i >= g.axes[a].len() {
				return fmt.Errorf("point %d stands at value %d of %q: allowed are 0 to %d; %s", k+1, i, g.axes[a].path, g.axes[a].len()-1, runAgain)
			}
			place[a] = g.axes[a].place[i]
		}
		if g.at[place[0]][place[1]] != nil {
			return fmt.Errorf("point %d stands at %v, where another does: points must differ; %s", k+1, pt.At, runAgain)
		}
		g.at[place[0]][place[1]] = pt
		if n := len(pt.Packages); n != len(g.sweep.Packages) {
			return fmt.Errorf("point %d has numbers of %d packages: the sweep has %d; %s", k+1, n, len(g.sweep.Packages), runAgain)
		}
		for i, v := range pt.Packages {
			if err := checkSummary(v.Risk); err != nil {
				return fmt.Errorf("package %q at point %d: risk: %w", g.sweep.Packages[i].ID, k+1, err)
			}
		}
	}
	return nil
}

// ownOf says in a few words which of the parameters a package sets itself; ""
// for none.
func (g *sweepGrid) ownOf(pkg int) string { return g.ownIn(g.lang, pkg) }

// ownCell is ownOf for the twin, which is in one language.
func (g *sweepGrid) ownCell(pkg int) string {
	english := English()
	return g.ownIn(&english, pkg)
}

func (g *sweepGrid) ownIn(lang *Words, pkg int) string {
	id := g.sweep.Packages[pkg].ID
	var own []sweptAxis
	for _, a := range g.axes {
		if a.own[id] {
			own = append(own, a)
		}
	}
	switch {
	case len(own) == 0:
		return ""
	case len(g.axes) == 1:
		return lang.Sweep.Own.text()
	case len(own) == len(g.axes):
		return lang.Sweep.OwnBoth.text()
	}
	return lang.Sweep.OwnOne.with("parameter", own[0].last())
}

func (g *sweepGrid) anyOwn() bool {
	for i := range g.names {
		if g.ownOf(i) != "" {
			return true
		}
	}
	return false
}
