package sim

import (
	"slices"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/sensitivity"
	"steadfast/sim/verdict"
)

// newEvidence is what the cases of a run are evidence of; drivers are given-data
// indices.
func newEvidence(sc *scenario.Scenario, cases *result.Cases, replicates int) *verdict.Evidence {
	ev := &verdict.Evidence{Cases: cases, Replicates: replicates, Horizon: sc.HorizonYears, Scale: describe(sc).Scale}
	for _, p := range sc.Packages {
		ev.Names = append(ev.Names, p.Name)
	}
	ev.Index = "first-order index"
	ev.Drivers = func(p string) ([]string, [][]float64, error) {
		var paths []string
		var inputs [][]float64
		for j, c := range cases.Columns {
			paths = append(paths, c.Path)
			inputs = append(inputs, cases.Drawn(j))
		}
		risks := cases.Risks(slices.Index(cases.Packages, p))
		est, err := sensitivity.GivenWithout(estimate.Over(replicates), inputs, [][]float64{risks})
		return paths, est, err
	}
	return ev
}
