package model

import "math"

// contest is the challenger's chance to prevail, C^x / (C^x + E^x), for its
// forces C against E (the ratio form of the contest success function, Tullock
// 1980, Hirshleifer 1989).
func contest(forces, against, exponent float64) float64 {
	return 1 / (1 + math.Exp(exponent*math.Log(against/forces)))
}

// A contestTable holds that chance against every summed capability of the grid.
type contestTable struct {
	prevail [gridPoints]float64
}

// fill sets prevail[j] to the chance against the protégé's capability and the
// share j/64 of what the whole coalition brings.
func (t *contestTable) fill(e *elementary, forces, capability, coalition, exponent float64) {
	step := coalition / (gridPoints - 1) / forces
	row := &t.prevail
	for j := range row {
		row[j] = capability/forces + step*float64(j)
	}
	e.log(row[:], row[:])
	for j := range row {
		row[j] *= exponent
	}
	if row[0] < -expRange || row[gridPoints-1] > expRange {
		for j := range row {
			row[j] = min(max(row[j], -expRange), expRange)
		}
	}
	e.exp(row[:])
	for j := range row {
		row[j] = 1 / (1 + row[j])
	}
}
