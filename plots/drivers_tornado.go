package plots

import (
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// tornado draws what a factor's ends do to the mean of the output.
type tornado struct {
	driven
	swings []result.Swing
	unit   gauge
	points string
}

func (m tornado) reads() string {
	return m.words().Reads.with("work", m.points)
}

func (m tornado) words() DotWords    { return m.lang.Methods.Tornado.DotWords }
func (m tornado) gauge() gauge       { g := m.unit; g.signed = true; return g }
func (m tornado) size(i int) float64 { return math.Abs(m.swings[i].Difference.Mean) }

func (m tornado) says(i int) string {
	d := m.swings[i].Difference
	return m.gauge().say(d.Mean, d.StdErr)
}

func (m tornado) row(i int, first bool) driverRow {
	w, base := m.swings[i], m.output.Mean
	low, high := w.Low.Mean-base, w.High.Mean-base
	r := driverRow{clear: clearOfZero(w.Difference), number: m.gauge().say(w.Difference.Mean, w.Difference.StdErr)}
	lanes := [2]int{}
	says := m.lang.Methods.Tornado
	from, to, numbers := m.ends(i)
	if sameSide := low*high > 0; (first || sameSide) && numbers {
		from, to = says.LowIs.with("value", from), says.HighIs.with("value", to)
	}
	switch {
	case low*high > 0: // both labels at the farther end
		lanes = [2]int{-1, 1}
		near, far := from, to
		if math.Abs(low) > math.Abs(high) {
			near, far = to, from
		}
		if low > 0 {
			r.right = says.Both.with("near", near, "far", far)
		} else {
			r.left = says.Both.with("near", far, "far", near)
		}
	case low > high:
		r.left, r.right = to, from
	default:
		r.left, r.right = from, to
	}
	r.parts = []part{{lightBar, 0, low, lanes[0]}, {solidBar, 0, high, lanes[1]}}
	if w.Low.Hi > w.High.Lo && w.High.Hi > w.Low.Lo { // intervals that overlap
		lanes = [2]int{-1, 1}
	}
	r.parts = append(r.parts, part{errorBar, w.Low.Lo - base, w.Low.Hi - base, lanes[0]},
		part{errorBar, w.High.Lo - base, w.High.Hi - base, lanes[1]})
	return r
}

// ends are the values of the factor at its ends, in words where it is no number.
func (m tornado) ends(i int) (low, high string, numbers bool) {
	f := m.factors[i]
	if f.Low == nil || f.High == nil {
		return m.lang.Methods.Tornado.Low.text(), m.lang.Methods.Tornado.High.text(), false
	}
	return m.lang.parameter(*f.Low), m.lang.parameter(*f.High), true
}

func (m tornado) rest(n int) string {
	most := smallest(m, len(m.swings), n)
	if most == 0 {
		return m.lang.more(m.words().RestNothing, n, "")
	}
	return m.lang.more(m.words().Rest, n, m.unit.bound(most))
}

func (m tornado) remark() string { return "" }

func (m tornado) columns() []string {
	return strings.Fields("change change_lo change_hi low high mean_low mean_low_lo mean_low_hi mean_high mean_high_lo mean_high_hi")
}

func (m tornado) cells(i int) []any {
	w, f := m.swings[i], m.factors[i]
	cells := append(interval(w.Difference), nil, nil)
	if f.Low != nil && f.High != nil {
		cells[3], cells[4] = *f.Low, *f.High
	}
	return append(append(cells, interval(w.Low)...), interval(w.High)...)
}

func (m tornado) together() []any       { return nil }
func (m tornado) restCells(n int) []any { return []any{smallest(m, len(m.swings), n)} }

func interval(m estimate.Mean) []any { return []any{m.Mean, m.Lo, m.Hi} }

func clearOfZero(m estimate.Mean) bool { return m.Lo > 0 || m.Hi < 0 }

// more is a sentence about the factors that are not drawn.
func (l *Numbers) more(says Forms, n int, most string) string {
	return l.form(says, float64(n)).with("n", l.count(n), "most", most)
}
