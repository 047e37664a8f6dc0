package plots

import (
	"strings"

	"steadfast/sim/result"
)

// given draws first-order indices from cases that were drawn for another end.
type given struct {
	driven
	indices []result.GivenIndex
	points  string
}

func (m given) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m given) words() DotWords    { return m.lang.Methods.Given }
func (m given) gauge() gauge       { return m.lang.percentGauge() }
func (m given) size(i int) float64 { return m.indices[i].First.Mean }

func (m given) says(i int) string {
	return m.gauge().say(m.indices[i].First.Mean, m.indices[i].First.StdErr)
}

func (m given) row(i int, _ bool) driverRow {
	x := m.indices[i]
	return driverRow{
		clear: x.Driver, number: m.says(i), note: m.lang.chanceOf(x.PValue),
		parts: []part{{stem, 0, x.First.Mean, 0}, {errorBar, x.First.Lo, x.First.Hi, 0}, dotOf(x.First.Mean, x.Driver)},
	}
}

// chanceOf writes a p-value.
func (w *Words) chanceOf(p float64) string {
	if p < 0.001 {
		return w.Drivers.PBelow.with("p", w.fixed(0.001, 3))
	}
	return w.Drivers.PValue.with("p", w.plainGauge().write(p, 3-min(1, int(p*10))))
}

func (m given) rest(n int) string {
	return m.lang.more(m.words().Rest, n, m.gauge().bound(smallest(m, len(m.indices), n)))
}

func (m given) remark() string { return m.lang.driversIn(m.drivers(), len(m.indices)) }

func (m given) drivers() int {
	n := 0
	for _, x := range m.indices {
		n += oneIf(x.Driver)
	}
	return n
}

// driversIn says how many factors are drivers, drawn or not.
func (w *Words) driversIn(drivers, factors int) string {
	return w.form(w.Drivers.Drivers, float64(drivers)).with("n", w.count(drivers), "factors", w.counted(w.Factors, factors))
}

func (m given) columns() []string     { return strings.Fields("first first_lo first_hi p_value driver") }
func (m given) together() []any       { return []any{nil, nil, nil, nil, m.drivers()} }
func (m given) restCells(n int) []any { return []any{smallest(m, len(m.indices), n)} }

func (m given) cells(i int) []any {
	x := m.indices[i]
	return append(interval(x.First), x.PValue, oneIf(x.Driver))
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
