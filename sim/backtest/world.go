package backtest

import (
	"fmt"
	"io/fs"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/history"
	"steadfast/sim/scenario"
	"steadfast/sim/score"
)

// A world is the record as a scenario, ready to be solved.
type world struct {
	arrangements []history.Arrangement
	scenario     *scenario.Scenario
	design       *design.Design
	spec         design.Spec          // of that design and larger ones
	packages     []int                // place of each arrangement's package
	parameters   []parameter          // that are fitted
	columns      int                  // of the design that the scenario takes
	width        int                  // of the design: one more where the rule's exponent is drawn
	rivals       [kinds]score.Weibull // the curves of the reference class without a guarantee
	workers      int
	progress     func(done, all int)
}

// newWorld loads the record as a scenario and draws its design.
func newWorld(rule Rule, arrangements []history.Arrangement, shipped fs.FS, opt Options) (*world, error) {
	const name = "arrangements-of-the-record.toml"
	read := func(string) ([]byte, error) { return []byte(rule.Scenario(arrangements)), nil }
	s, list := scenario.Load(name, scenario.Options{Shipped: shipped, ReadFile: read})
	if s == nil {
		return nil, fmt.Errorf("the rule's scenario is not valid: %s", list[0].Error())
	}
	w := &world{arrangements: arrangements, scenario: s, workers: opt.Workers}
	var paths []string
	for _, c := range s.Columns() {
		paths = append(paths, c.Path)
	}
	w.columns = len(paths)
	for _, path := range scenarioPaths() {
		at := slices.Index(paths, path)
		if at < 0 {
			return nil, fmt.Errorf("%s is not uncertain in %s: a fit needs a range", path, arrangementsFile)
		}
		w.parameters = append(w.parameters, parameter{path, s.Columns()[at].Number, at})
	}
	if rule.FitsExponent {
		w.parameters = append(w.parameters, parameter{exponentPath, exponents(), len(paths)})
		paths = append(paths, exponentPath)
	}
	w.width = len(paths)
	for i := range arrangements {
		id := PackageID(&arrangements[i])
		w.packages = append(w.packages, slices.IndexFunc(s.Packages, func(p scenario.Package) bool { return p.ID == id }))
	}
	w.spec = design.Spec{Kind: design.Sobol, Seed: opt.Seed, Columns: paths, Correlations: s.DesignCorrelations()}
	var err error
	w.design, err = w.designOf(opt.Draws)
	return w, err
}

// designOf is a design of so many draws.
func (w *world) designOf(draws int) (*design.Design, error) {
	spec := w.spec
	spec.Cases = draws
	return design.New(spec)
}
