package plots

import (
	"strings"

	"steadfast/sim/result"
)

// pawn draws distances between distributions.
type pawn struct {
	driven
	distances []result.PAWN
	points    string
}

func (m pawn) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m pawn) words() DotWords    { return m.lang.Methods.PAWN }
func (m pawn) gauge() gauge       { return m.lang.plainGauge() }
func (m pawn) size(i int) float64 { return m.distances[i].Median }
func (m pawn) says(i int) string  { return m.gauge().say(m.distances[i].Median, 0) }

func (m pawn) row(i int, _ bool) driverRow {
	x := m.distances[i]
	return driverRow{
		clear: x.Driver, number: m.says(i), note: m.lang.chanceOf(x.PValue),
		parts: []part{{stem, 0, x.Median, 0}, {errorBar, x.Median, x.Max, 0}, dotOf(x.Median, x.Driver)},
	}
}

func (m pawn) rest(n int) string {
	return m.lang.more(m.words().Rest, n, m.gauge().bound(smallest(m, len(m.distances), n)))
}

func (m pawn) remark() string { return m.lang.driversIn(m.drivers(), len(m.distances)) }

func (m pawn) drivers() int {
	n := 0
	for _, x := range m.distances {
		n += oneIf(x.Driver)
	}
	return n
}

func (m pawn) columns() []string     { return strings.Fields("median max p_value driver") }
func (m pawn) together() []any       { return []any{nil, nil, nil, m.drivers()} }
func (m pawn) restCells(n int) []any { return []any{smallest(m, len(m.distances), n)} }

func (m pawn) cells(i int) []any {
	x := m.distances[i]
	return []any{x.Median, x.Max, x.PValue, oneIf(x.Driver)}
}
