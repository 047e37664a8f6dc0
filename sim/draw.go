package sim

import (
	"fmt"

	"steadfast/sim/design"
	"steadfast/sim/scenario"
)

// Draw returns the point of the design at which a run of the scenario takes
// case c: one number a column of the scenario, each strictly between 0 and 1.
// Resolved there, the scenario gives the very cases of that run. It fails where
// the design cannot be made, and where the run has no such case: cases count
// from 0.
func Draw(sc *scenario.Scenario, c int) ([]float64, error) {
	d, err := newDesign(sc)
	if err != nil {
		return nil, err
	}
	if c < 0 || c >= d.Len() {
		return nil, fmt.Errorf("case %d: a run of this scenario has %d cases, numbered from 0 to %d", c, d.Len(), d.Len()-1)
	}
	u := make([]float64, len(sc.Columns()))
	d.Row(c, u)
	return u, nil
}

// newDesign lays out the cases of a run.
func newDesign(sc *scenario.Scenario) (*design.Design, error) {
	spec := design.Spec{
		Kind: design.Kind(sc.Run.Design), Cases: sc.Run.Cases, Seed: sc.Run.Seed,
		Correlations: sc.DesignCorrelations(),
	}
	for _, c := range sc.Columns() {
		spec.Columns = append(spec.Columns, c.Path)
	}
	return design.New(spec)
}
