package sim

import (
	"fmt"

	"steadfast/sim/scenario"
)

// Draw returns the point of the design at which a run of the scenario takes
// case c: one number a column of the scenario, each strictly between 0 and 1.
// Resolved there, the scenario gives the very cases of that run. It fails where
// the design cannot be made, and where the run has no such case: cases count
// from 0.
func Draw(sc *scenario.Scenario, c int) ([]float64, error) {
	u, _, err := drawRow(sc, c)
	return u, err
}

// drawRow returns a case's row of the design, and how many cases there are.
func drawRow(sc *scenario.Scenario, c int) (u []float64, cases int, err error) {
	d, err := newDesign(sc, sc.Columns(), sc.Run)
	if err != nil {
		return nil, 0, err
	}
	if c < 0 || c >= d.Len() {
		return nil, 0, fmt.Errorf("case %d: a run of %s has %d cases, numbered from 0 to %d", c, sc.Name, d.Len(), d.Len()-1)
	}
	u = make([]float64, len(sc.Columns()))
	d.Row(c, u)
	return u, d.Len(), nil
}
