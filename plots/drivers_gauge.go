package plots

import (
	"math"
	"strconv"
	"strings"

	"steadfast/sim/estimate"
)

// A gauge is how the numbers of a figure are written.
type gauge struct {
	lang   *Words
	factor float64  // what a number is multiplied by before it is written
	word   Template // the number with its unit; empty: it has none
	signed bool     // a plus before what is above 0
}

func (w *Words) percentGauge() gauge     { return gauge{lang: w, factor: 100, word: w.Percent} }
func (w *Words) correlationGauge() gauge { return gauge{lang: w, factor: 1, signed: true} }
func (w *Words) plainGauge() gauge       { return gauge{lang: w, factor: 1} }

// say writes a number with the digits that its sampling error allows, at most
// two that count, and its unit.
func (g gauge) say(v, stdErr float64) string { return g.unit(g.number(v, stdErr)) }

func (g gauge) number(v, stdErr float64) string {
	v *= g.factor
	digits := 1
	if a := math.Abs(v); a >= 9.95 {
		digits = 0
	} else if a < 0.995 {
		digits = 2
	}
	if g.factor == 100 {
		digits = min(digits, 1)
	}
	return g.write(v, estimate.Decimals(g.factor*stdErr, digits))
}

// write sets a number, multiplied already, with so many decimals and a true
// minus.
func (g gauge) write(v float64, digits int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', digits, 64)
	switch {
	case strings.Trim(s, "0.") == "":
		return "0"
	case v < 0:
		return g.lang.decimal("-" + s)
	case g.signed:
		return g.lang.Plus + g.lang.decimal(s)
	}
	return g.lang.decimal(s)
}

func (g gauge) unit(number string) string {
	if g.word == "" {
		return number
	}
	return g.word.with("n", number)
}

// bare is a number with its unit less what stands behind the number, which hangs
// over to the right of a tick. A percent sign does not.
func (g gauge) bare(label string) string {
	if g.word == g.lang.Percent {
		return label
	}
	_, behind, _ := strings.Cut(string(g.word), "}")
	return strings.TrimSuffix(label, Template(behind).text())
}

// bound writes a number that nothing exceeds in size: rounded up to one digit
// that counts.
func (g gauge) bound(v float64) string {
	v = math.Abs(v) * g.factor
	if v == 0 {
		return g.unit("0")
	}
	place := int(math.Floor(math.Log10(v)))
	unit := math.Pow(10, float64(place))
	up := math.Ceil(v/unit-1e-9) * unit
	g.signed = false
	return g.unit(g.write(up, max(0, -place)))
}

// parameter writes the value of a parameter with three digits that count.
func (l *Numbers) parameter(v float64) string {
	a := math.Abs(v)
	switch {
	case a != 0 && (a < 1e-4 || a >= 1e9):
		return l.decimal(strconv.FormatFloat(v, 'g', 3, 64))
	case a >= 1000:
		return l.fixed(math.Round(v), 0)
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 3, 64), 64)
	return l.decimal(strconv.FormatFloat(short, 'f', -1, 64))
}

// ticks are round steps from lo to hi that the gauge writes, at most so many,
// 0 among them where it lies between.
func (g gauge) ticks(lo, hi float64, most int) []tick {
	lo, hi = lo*g.factor, hi*g.factor
	place := math.Floor(math.Log10((hi-lo)/float64(most))) - 1
	for ; ; place++ {
		for _, lead := range []float64{1, 2, 5} {
			step := lead * math.Pow(10, place)
			first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
			if int(last-first)+1 > most {
				continue
			}
			var out []tick
			for k := first; k <= last; k++ {
				label := g.write(k*step, max(0, -int(place)))
				if g.word == g.lang.Percent || k == last {
					label = g.unit(label)
				}
				out = append(out, tick{k * step / g.factor, label})
			}
			return out
		}
	}
}
