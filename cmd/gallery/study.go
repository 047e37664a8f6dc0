package main

import (
	"context"
	"fmt"
	"slices"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// A study is what the pages say of one scenario.
type study struct {
	*entry
	hash   string // of the scenario as its file says it
	set    *result.Set
	cases  *result.Cases // nil but of the main scenario
	ran    string        // the command that prints the answer
	check  *result.Check // nil where it claims nothing
	charts []*picture
}

// study runs a scenario and tests what it claims; nil where it asks nothing.
func (w *workshop) study(ctx context.Context, e *entry) (*study, error) {
	whole, err := w.load(e, 0)
	if err != nil || whole.Question == "" {
		return nil, err
	}
	most := w.settings.cases
	if e.name == mainScenario {
		most = w.mainCases
	}
	sc, err := w.load(e, most)
	if err != nil {
		return nil, err
	}
	out := &study{entry: e, hash: whole.Hash(), ran: "steadfast run " + e.command() + fewer(sc, whole)}
	w.doing(e, "run, %d cases", sc.Run.Cases)
	set, cases, err := sim.Run(ctx, sc, w.options())
	if err != nil {
		return nil, err
	}
	out.set = set
	if e.name == mainScenario {
		out.cases = cases
	}
	if len(whole.Expects) > 0 {
		w.doing(e, "%d claims", len(whole.Expects))
		if out.check, err = sim.Check(ctx, whole, sim.CICheck(), w.options()); err != nil {
			return nil, err
		}
	}
	out.charts, err = w.charts(ctx, out, whole)
	return out, err
}

// fewer is the flag that takes fewer cases than a file says, with a blank before
// it; "" where none are left out.
func fewer(sc, whole *scenario.Scenario) string {
	if sc.Run.Cases == whole.Run.Cases {
		return ""
	}
	return fmt.Sprintf(" --cases %d", sc.Run.Cases)
}

// charts draws the figures that show a scenario's answer: those that the list of
// questions names, else that of its first sweep, else compare. What the scenario
// has nothing to show in is left out.
func (w *workshop) charts(ctx context.Context, s *study, whole *scenario.Scenario) ([]*picture, error) {
	at := slices.IndexFunc(whole.Sweeps, drawable)
	names := s.figures
	switch {
	case names == nil && at >= 0:
		names = []string{ofSweep}
	case names == nil:
		names = []string{"compare"}
	}
	var out []*picture
	for _, name := range names {
		var err error
		p := &picture{command: s.ran}
		switch {
		case name == ofSweep && at >= 0:
			var res *result.Sweep
			if res, p.command, err = w.sweep(ctx, s.entry, whole.Sweeps[at]); err == nil {
				p.Figure, err = plots.BuildSweep("sweep", res, plots.DefaultTheme())
			}
		case slices.Contains(plots.Applicable(s.set), name):
			p.Figure, err = plots.Build(name, s.set, plots.DefaultTheme())
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		p.file = s.picture() + "-" + name + ".png"
		out = append(out, p)
	}
	return out, nil
}

// drawable says whether a sweep has a figure: one parameter or two, at every
// combination of their values.
func drawable(s scenario.Sweep) bool {
	return s.Design == scenario.GridSweep && len(s.Vary) <= 2
}

// sweep runs a sweep of a scenario and says by which command.
func (w *workshop) sweep(ctx context.Context, e *entry, sweep scenario.Sweep) (*result.Sweep, string, error) {
	sc, err := w.load(e, w.sweepCases)
	if err != nil {
		return nil, "", err
	}
	w.doing(e, "sweep %s, %d cases", sweep.ID, sc.Run.Cases)
	res, err := sim.Sweep(ctx, sc, sweep, w.options())
	if err != nil {
		return nil, "", err
	}
	return res, fmt.Sprintf("steadfast sweep %s %s --cases %d", e.command(), sweep.ID, sc.Run.Cases), nil
}
