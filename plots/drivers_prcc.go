package plots

import (
	"math"
	"strings"

	"steadfast/sim/estimate"
)

// prcc draws partial rank correlations.
type prcc struct {
	driven
	ranks  []estimate.Mean
	points string
}

func (m prcc) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m prcc) words() DotWords    { return m.lang.Methods.PRCC }
func (m prcc) gauge() gauge       { return m.lang.correlationGauge() }
func (m prcc) size(i int) float64 { return math.Abs(m.ranks[i].Mean) }
func (m prcc) says(i int) string  { return m.gauge().say(m.ranks[i].Mean, m.ranks[i].StdErr) }

func (m prcc) row(i int, _ bool) driverRow {
	c := m.ranks[i]
	r := driverRow{clear: clearOfZero(c), number: m.says(i)}
	r.parts = []part{{stem, 0, c.Mean, 0}, {errorBar, c.Lo, c.Hi, 0}, dotOf(c.Mean, r.clear)}
	return r
}

func (m prcc) rest(n int) string {
	most := smallest(m, len(m.ranks), n)
	if most == 0 {
		return m.lang.more(m.words().RestNothing, n, "")
	}
	return m.lang.more(m.words().Rest, n, m.gauge().bound(most))
}

func (m prcc) remark() string        { return "" }
func (m prcc) columns() []string     { return strings.Fields("prcc prcc_lo prcc_hi") }
func (m prcc) cells(i int) []any     { return interval(m.ranks[i]) }
func (m prcc) together() []any       { return nil }
func (m prcc) restCells(n int) []any { return []any{smallest(m, len(m.ranks), n)} }

// dotOf is a dot, filled where the factor is a driver.
func dotOf(at float64, driver bool) part {
	if driver {
		return part{filledDot, at, at, 0}
	}
	return part{hollowDot, at, at, 0}
}
