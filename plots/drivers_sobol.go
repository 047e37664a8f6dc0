package plots

import (
	"math"
	"strings"

	"steadfast/sim/result"
)

// sobol draws the shares of the variance that a factor explains alone and with
// its interactions.
type sobol struct {
	driven
	indices []result.Indices
	points  string
}

func (m sobol) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m sobol) words() DotWords    { return m.lang.Methods.Sobol.DotWords }
func (m sobol) gauge() gauge       { return m.lang.percentGauge() }
func (m sobol) size(i int) float64 { return m.indices[i].Total.Mean }

func (m sobol) says(i int) string {
	x := m.indices[i]
	return m.lang.Methods.Sobol.Says.with("total", m.gauge().say(x.Total.Mean, x.Total.StdErr), "alone", m.saysAlone(i))
}

func (m sobol) saysAlone(i int) string {
	first := m.indices[i].First
	return m.lang.Methods.Sobol.Alone.with("share", m.gauge().say(first.Mean, first.StdErr))
}

func (m sobol) row(i int, _ bool) driverRow {
	x := m.indices[i]
	return driverRow{
		clear:  x.Total.Lo > 0,
		number: m.gauge().say(x.Total.Mean, x.Total.StdErr),
		note:   m.saysAlone(i),
		parts: []part{
			{solidBar, 0, x.First.Mean, -1}, {hollowBar, 0, x.Total.Mean, 1},
			{errorBar, x.First.Lo, x.First.Hi, -1}, {errorBar, x.Total.Lo, x.Total.Hi, 1},
		},
	}
}

func (m sobol) rest(n int) string {
	most := smallest(m, len(m.indices), n)
	if most == 0 {
		return m.lang.more(m.words().RestNothing, n, "")
	}
	return m.lang.more(m.words().Rest, n, m.gauge().bound(most))
}

func (m sobol) alone() float64 {
	sum := 0.0
	for _, x := range m.indices {
		sum += x.First.Mean
	}
	return sum
}

func (m sobol) remark() string {
	sum, g := m.alone(), m.gauge()
	if sum >= 0.995 {
		return m.lang.Methods.Sobol.Adds.with("share", g.say(sum, 0.01))
	}
	sum = math.Max(sum, 0)
	whole := math.Round(100 * sum)
	return m.lang.Methods.Sobol.Leaves.with("share", g.unit(g.write(whole, 0)), "rest", g.unit(g.write(100-whole, 0)))
}

func (m sobol) columns() []string {
	return strings.Fields("total total_lo total_hi first first_lo first_hi")
}

func (m sobol) cells(i int) []any {
	return append(interval(m.indices[i].Total), interval(m.indices[i].First)...)
}

func (m sobol) together() []any       { return []any{nil, nil, nil, m.alone()} }
func (m sobol) restCells(n int) []any { return []any{smallest(m, len(m.indices), n)} }
