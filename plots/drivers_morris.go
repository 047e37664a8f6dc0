package plots

import (
	"strings"

	"steadfast/sim/result"
)

// morris draws the mean size of elementary effects and how much they vary.
type morris struct {
	driven
	effects []result.Elementary
	unit    gauge
	points  string
}

func (m morris) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m morris) words() DotWords    { return m.lang.Methods.Morris.DotWords }
func (m morris) gauge() gauge       { return m.unit }
func (m morris) size(i int) float64 { return m.effects[i].MuStar.Mean }

func (m morris) says(i int) string {
	e := m.effects[i].MuStar
	return m.unit.say(e.Mean, e.StdErr)
}

func (m morris) row(i int, _ bool) driverRow {
	e, net := m.effects[i], m.unit
	net.signed = true
	return driverRow{
		clear:  e.MuStar.Lo > 0,
		number: m.says(i),
		note:   m.lang.Methods.Morris.Net.with("effect", net.number(e.Mu.Mean, e.Mu.StdErr)),
		parts:  []part{{solidBar, 0, e.MuStar.Mean, 0}, {errorBar, e.MuStar.Lo, e.MuStar.Hi, -1}, {gem, e.Sigma, e.Sigma, 1}},
	}
}

func (m morris) rest(n int) string {
	most := smallest(m, len(m.effects), n)
	if most == 0 {
		return m.lang.more(m.words().RestNothing, n, "")
	}
	return m.lang.more(m.words().Rest, n, m.unit.bound(most))
}

func (m morris) remark() string { return "" }

func (m morris) columns() []string {
	return strings.Fields("mu_star mu_star_lo mu_star_hi sigma mu")
}

func (m morris) cells(i int) []any {
	e := m.effects[i]
	return append(interval(e.MuStar), e.Sigma, e.Mu.Mean)
}

func (m morris) together() []any       { return nil }
func (m morris) restCells(n int) []any { return []any{smallest(m, len(m.effects), n)} }
