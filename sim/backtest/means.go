package backtest

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/engine"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
	"steadfast/sim/score"
)

// meanCases is how many cases of a shipped scenario a mean is taken over.
const meanCases = 256

// means returns the mean cumulative curves, by month, of one package of a
// shipped scenario: of major, and of limited or major breaches.
func means(ctx context.Context, shipped fs.FS, file, pack string, opt Options) ([kinds][]float64, error) {
	var curves [kinds][]float64
	s, list := scenario.Load("steadfast:"+file, scenario.Options{Shipped: shipped})
	if s == nil {
		return curves, fmt.Errorf("%s is not valid: %s", file, list[0].Error())
	}
	place := slices.IndexFunc(s.Packages, func(p scenario.Package) bool { return p.ID == pack })
	if place < 0 {
		return curves, fmt.Errorf("%s has no package %s", file, pack)
	}
	var paths []string
	for _, c := range s.Columns() {
		paths = append(paths, c.Path)
	}
	d, err := design.New(design.Spec{Kind: design.Sobol, Cases: meanCases, Seed: opt.Seed, Columns: paths, Correlations: s.DesignCorrelations()})
	if err != nil {
		return curves, err
	}
	err = engine.Run(ctx, engine.Job[[kinds][]float64]{
		Blocks: d.Len(), Workers: opt.Workers,
		NewWorker: func() engine.Worker[[kinds][]float64] {
			resolver, game := s.Resolver(), model.NewGame()
			var resolved scenario.Resolved
			u := make([]float64, len(paths))
			return func(_ context.Context, b int) ([kinds][]float64, error) {
				var out model.Outcome
				d.Row(b, u)
				if err := resolver.Resolve(u, &resolved); err != nil {
					return [kinds][]float64{}, err
				}
				game.Solve(&resolved.Packages[place].Case)
				game.Exact(&out)
				return [kinds][]float64{out.Major, out.Limited}, nil
			}
		},
		Merge: func(_ int, made [kinds][]float64) error {
			for k, curve := range made {
				if curves[k] == nil {
					curves[k] = make([]float64, len(curve))
				}
				for m, x := range curve {
					curves[k][m] += x / float64(d.Len())
				}
			}
			return nil
		},
	})
	return curves, err
}

// referenceCurves are the Weibull curves that best describe the reference class
// without a guarantee over 20 years.
func referenceCurves(ctx context.Context, shipped fs.FS, opt Options) ([kinds]score.Weibull, error) {
	var out [kinds]score.Weibull
	curves, err := means(ctx, shipped, "base/reference.toml", "none", opt)
	if err != nil {
		return out, err
	}
	for k, curve := range curves {
		out[k] = score.FitWeibull(curve[:min(len(curve), 12*horizonYears)])
	}
	return out, nil
}
