package report

import (
	"fmt"

	"steadfast/sim/result"
)

// sweepMaps draws which package does best over a grid of two parameters, a map
// a measure: the first parameter down, the second across.
func sweepMaps(s *result.Sweep) []grid {
	var maps []grid
	for i, p := range s.Points[0].Preferred {
		maps = append(maps, sweepMap(s, i, bestBy(s, p.Measure)))
	}
	return maps
}

// sweepMap is the map of the i-th measure.
func sweepMap(s *result.Sweep, measure int, what string) grid {
	down, across := &s.Axes[0], &s.Axes[1]
	g := grid{
		title: fmt.Sprintf("%s: %s down, %s across (* tied with another)", what, described(down), described(across)),
		head:  []string{down.Path + " ↓"},
	}
	for j := range across.Len() {
		g.head = append(g.head, axisValue(across, j))
	}
	for i := range down.Len() {
		row := make([]string, 1+across.Len())
		row[0] = axisValue(down, i)
		g.rows = append(g.rows, row)
	}
	for _, point := range s.Points {
		g.rows[point.At[0]][1+point.At[1]] = starred(point.Preferred[measure])
	}
	return g
}

// bestBy says what is best about a package by a measure.
func bestBy(s *result.Sweep, measure string) string {
	switch measure {
	case "risk":
		return fmt.Sprintf("Lowest risk by year %g", s.Scenario.HorizonYears)
	case "peace":
		return "Most peace that holds"
	}
	return "Lowest " + measureWords(measure)
}

// described is a parameter with its unit and the packages that do not follow.
func described(a *result.Axis) string {
	if a.Unit == "" {
		return a.Path + exempt(a)
	}
	return a.Path + " (" + a.Unit + ")" + exempt(a)
}
