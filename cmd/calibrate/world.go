package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"steadfast/sim/design"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
	"steadfast/sim/uncertain"
)

// A world is the scenario on one design: every case resolved, and for the
// fitted parameters the uniforms that draw them, so that a trial replaces
// their ranges and nothing else.
type world struct {
	design  *design.Design
	cases   []model.Case
	u       [][]float64 // by case, then fitted parameter
	shipped ranges
}

// newWorld resolves a scenario with one package. It fails where a fitted
// parameter is not a truncated normal distribution.
func newWorld(s *scenario.Scenario, cases int) (*world, error) {
	if len(s.Packages) != 1 {
		return nil, fmt.Errorf("%d packages, want 1: the reference is a world without a guarantee", len(s.Packages))
	}
	if s.HorizonYears < 20 {
		return nil, fmt.Errorf("horizon_years is %g, want at least 20: the record is compared up to year 20", s.HorizonYears)
	}
	columns := s.Columns()
	paths := make([]string, len(columns))
	for i, c := range columns {
		paths[i] = c.Path
	}
	w := &world{}
	var at []int
	for _, p := range parameters() {
		i := slices.Index(paths, p.path)
		if i < 0 {
			return nil, fmt.Errorf("%s is not uncertain, want normal = [mean, sd] with min and max", p.path)
		}
		cut, ok := columns[i].Number.(uncertain.Truncated)
		if !ok {
			return nil, fmt.Errorf("%s is %v, want normal = [mean, sd] with min and max", p.path, columns[i].Number)
		}
		normal, ok := cut.Of.(uncertain.Normal)
		if !ok {
			return nil, fmt.Errorf("%s is %v, want normal = [mean, sd] with min and max", p.path, columns[i].Number)
		}
		w.shipped = append(w.shipped, fitted{Path: p.path, Mean: normal.Mu, SD: normal.SD, Min: cut.Min, Max: cut.Max})
		at = append(at, i)
	}
	var err error
	w.design, err = design.New(design.Spec{Kind: design.Sobol, Cases: cases, Seed: s.Run.Seed, Columns: paths, Correlations: s.DesignCorrelations()})
	if err != nil {
		return nil, err
	}
	resolver := s.Resolver()
	row := make([]float64, len(columns))
	for c := range w.design.Len() {
		w.design.Row(c, row)
		var drawn scenario.Resolved
		if err := resolver.Resolve(row, &drawn); err != nil {
			return nil, fmt.Errorf("case %d: %w", c, err)
		}
		w.cases = append(w.cases, drawn.Packages[0].Case)
		u := make([]float64, len(at))
		for i, column := range at {
			u[i] = row[column]
		}
		w.u = append(w.u, u)
	}
	return w, nil
}

// curves returns the mean over cases of the cumulative probability of a major
// breach (war) and of a limited or major breach (fatal dispute), by month.
func (w *world) curves(r ranges) (war, fatal []float64, err error) {
	numbers := make([]uncertain.Number, len(r))
	for i, f := range r {
		n, err := f.number()
		if err != nil {
			return nil, nil, err
		}
		numbers[i] = n
	}
	outcomes := make([]model.Outcome, len(w.cases))
	workers := min(runtime.GOMAXPROCS(0), len(w.cases))
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Go(func() {
			game := model.NewGame()
			for c := worker; c < len(w.cases); c += workers {
				kase := w.cases[c]
				for i, p := range parameters() {
					*p.at(&kase.Challenger) = numbers[i].Quantile(w.u[c][i])
				}
				game.Solve(&kase)
				game.Exact(&outcomes[c])
			}
		})
	}
	wait.Wait()
	// Summed in the order of the cases, so that the workers leave no trace.
	n := float64(len(outcomes))
	war = make([]float64, len(outcomes[0].Major))
	fatal = make([]float64, len(war))
	for i := range outcomes {
		for m := range war {
			war[m] += outcomes[i].Major[m] / n
			fatal[m] += outcomes[i].Limited[m] / n
		}
	}
	return war, fatal, nil
}
