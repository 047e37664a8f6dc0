package main

import (
	"context"
	"fmt"
	"path"
	"slices"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// A kind is a kind of figure with what is shown in it.
type kind struct {
	meaning
	Pictures []pictureView
}

// figures draws every figure of the main scenario, and writes their page, which
// shows those of the record, too.
func (w *workshop) figures(ctx context.Context, made *files, studies []*study) error {
	at := slices.IndexFunc(studies, func(s *study) bool { return s.name == mainScenario })
	if at < 0 {
		return fmt.Errorf("is not among the shipped scenarios that ask a question")
	}
	s := studies[at]
	var pictures []*picture
	for _, part := range []func(context.Context, *study) ([]*picture, error){w.ofRun, w.ofSweeps, w.ofDrivers} {
		drawn, err := part(ctx, s)
		if err != nil {
			return err
		}
		pictures = append(pictures, drawn...)
	}
	var views []pictureView
	for _, p := range pictures {
		if err := p.draw(made, figuresDir); err != nil {
			return err
		}
		views = append(views, viewOf(p, ""))
	}
	record, err := w.ofRecord()
	if err != nil {
		return err
	}
	kinds, err := byKind(w.root, append(views, record...))
	if err != nil {
		return err
	}
	return made.page(path.Join(figuresDir, "README.md"), figuresPage, figuresView{Scenario: s.entry.command(), Title: s.set.Scenario.Title, Size: report.RunSize(s.set.Run), Kinds: kinds})
}

// byKind puts pictures of a kind together, in the order of their first.
func byKind(root string, pictures []pictureView) ([]kind, error) {
	means, err := meanings(root)
	if err != nil {
		return nil, err
	}
	var out []kind
	for _, p := range pictures {
		m, ok := means[kindOf(p.Figure)]
		if !ok {
			return nil, fmt.Errorf("figure %s: package plots has no comment that says which question it answers and what its reader must not take it for", p.Figure)
		}
		if len(out) == 0 || out[len(out)-1].Name != m.Name {
			out = append(out, kind{meaning: m})
		}
		last := &out[len(out)-1]
		last.Pictures = append(last.Pictures, p)
	}
	return out, nil
}

// ofRun draws what the run shows.
func (w *workshop) ofRun(_ context.Context, s *study) ([]*picture, error) {
	var out []*picture
	for _, name := range plots.Applicable(s.set) {
		f, err := plots.Build(name, s.set, plots.DefaultTheme())
		if err != nil {
			return nil, err
		}
		out = append(out, &picture{Figure: f, file: s.picture() + "-" + name + ".png", command: s.ran})
	}
	return out, nil
}

// ofSweeps draws what the sweeps show, figure by figure.
func (w *workshop) ofSweeps(ctx context.Context, s *study) ([]*picture, error) {
	sc, err := w.load(s.entry, w.sweepCases)
	if err != nil {
		return nil, err
	}
	out := make([]*picture, 0, 4)
	for _, sweep := range sc.Sweeps {
		if !drawable(sweep) {
			continue
		}
		res, command, err := w.sweep(ctx, s.entry, sweep)
		if err != nil {
			return nil, err
		}
		for _, name := range plots.SweepNames() {
			f, err := plots.BuildSweep(name, res, plots.DefaultTheme())
			if err != nil {
				return nil, err
			}
			out = append(out, &picture{Figure: f, file: s.picture() + "-" + name + "-" + sweep.ID + ".png", command: command})
		}
	}
	slices.SortStableFunc(out, func(a, b *picture) int {
		return slices.Index(plots.SweepNames(), a.Name) - slices.Index(plots.SweepNames(), b.Name)
	})
	return out, nil
}

// A search is one sensitivity analysis, and the output of it that is drawn.
type search struct {
	plan    sim.SensitivityPlan
	method  string // that is drawn
	of      func(*result.Driven) bool
	most    int // cases, at most
	command string
}

// searches are three: a tornado of the baseline's risk, variance-based indices
// of the safest package's, each table of the scenario as one factor, and
// given-data indices of the ranking, from the cases of the run.
func (w *workshop) searches(sc *scenario.Scenario, s *study) []search {
	plan := func(methods ...string) sim.SensitivityPlan {
		p := sim.DefaultSensitivity()
		p.Methods, p.TornadoCases, p.BasePoints = methods, w.tornado, w.base
		return p
	}
	risk := func(pack string) func(*result.Driven) bool {
		return func(d *result.Driven) bool { return d.Against == "" && d.Package == pack }
	}
	command := "steadfast sensitivity " + s.command()
	tornado := search{
		plan: plan(result.MethodTornado, result.MethodGiven), method: result.MethodTornado,
		of: risk(s.set.Scenario.Baseline), most: w.sweepCases,
		command: fmt.Sprintf("%s --method tornado,given --tornado-cases %d --cases %d", command, w.tornado, min(w.sweepCases, sc.Run.Cases)),
	}
	sobol := search{
		plan: plan(result.MethodSobol), method: result.MethodSobol, of: risk(safest(s.set)), most: w.mainCases,
		command: fmt.Sprintf("%s --method sobol --base %d --by table", command, w.base),
	}
	sobol.plan.Groups = sim.GroupByTable(sc, nil)
	ranking := search{
		plan: plan(sim.GivenMethods()...), method: result.MethodGiven, most: w.mainCases,
		of:      func(d *result.Driven) bool { return d.Kind == "ranking" },
		command: s.ran + " && steadfast sensitivity out/" + sc.Name,
	}
	return []search{tornado, sobol, ranking}
}

// ofDrivers draws which assumptions matter.
func (w *workshop) ofDrivers(ctx context.Context, s *study) ([]*picture, error) {
	whole, err := w.load(s.entry, w.mainCases)
	if err != nil {
		return nil, err
	}
	var out []*picture
	for _, search := range w.searches(whole, s) {
		res, err := w.find(ctx, s, search)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(res.Outputs, func(d result.Driven) bool { return search.of(&d) })
		if at < 0 {
			continue // a single package has no ranking
		}
		f, err := plots.Drivers(res, at, search.method, plots.DefaultTheme())
		if err != nil {
			return nil, err
		}
		out = append(out, &picture{Figure: f, file: s.picture() + "-" + f.Name + ".png", command: search.command})
	}
	return out, nil
}

// find does one sensitivity analysis; where all its methods look at the cases of
// a run, of the run that is there.
func (w *workshop) find(ctx context.Context, s *study, of search) (*result.Sensitivity, error) {
	sc, err := w.load(s.entry, of.most)
	if err != nil {
		return nil, err
	}
	if of.method == result.MethodGiven {
		return sim.SensitivityOf(sc, s.set.Run, s.cases, of.plan)
	}
	of.plan.GivenCases = sc.Run.Cases
	w.doing(s.entry, "sensitivity, %s", of.method)
	return sim.Sensitivity(ctx, sc, of.plan, w.options())
}

// safest is the package with the lowest risk.
func safest(set *result.Set) string {
	best := 0
	for i, p := range set.Packages {
		if p.Risk.Mean < set.Packages[best].Risk.Mean {
			best = i
		}
	}
	return set.Packages[best].ID
}
