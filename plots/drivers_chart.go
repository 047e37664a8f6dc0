package plots

import (
	"math"
	"sort"

	"steadfast/sim/result"
)

// A driverMethod is how one method of sensitivity analysis is drawn. Factors go
// by their place in the analysis.
type driverMethod interface {
	reads() string                   // what the marks mean, for the subtitle
	gauge() gauge                    // of the axis
	size(i int) float64              // by which factors are sorted, the largest first
	row(i int, first bool) driverRow // the marks of one factor, in the first row or below
	says(i int) string               // its number in words, for the alt text
	words() DotWords                 // what every method has words for
	rest(n int) string               // of the n smallest factors, which are not drawn
	remark() string                  // of all factors together; may be empty
	columns() []string               // of the twin, behind kind, row, factor and factors
	cells(i int) []any               // of one factor
	together() []any                 // the cells of all factors together; nil: none
	restCells(n int) []any           // of the n smallest
}

// drivers is one output of an analysis by one method.
type drivers struct {
	s       *result.Sensitivity
	lang    *Words
	output  result.Driven
	method  driverMethod
	work    result.Method
	measure measure
	ink     Ink
	names   []string // in words, with units
	bare    []string // without
	order   []int    // factors, the largest first
	shown   int
}

func newDrivers(s *result.Sensitivity, output int, method string, t Theme) drivers {
	lang := t.words()
	d := drivers{s: s, lang: lang, output: s.Outputs[output], measure: measureOf(lang, s), ink: Ink{t.Quiet, t.Quiet, t.Ink}}
	ids := make([]string, len(s.Packages))
	for i, p := range s.Packages {
		ids[i] = p.ID
	}
	for i, k := range t.looksOf(ids, s.Scenario.Baseline) {
		if ids[i] == d.output.Package {
			d.ink = k.Ink
		}
	}
	for _, m := range s.Methods {
		if m.Name == method {
			d.work = m
		}
	}
	d.bare, d.names = factorNames(lang, s.Factors)
	work := func(says Template, of Forms) string {
		if d.work.Points < 1 {
			return ""
		}
		return says.with("work", lang.counted(of, d.work.Points))
	}
	alone, inside := lang.Drivers.OfWork, lang.Drivers.WithWork
	g := d.measure.gauge(d.output.Kind)
	base := driven{lang: lang, factors: s.Factors, output: d.output}
	switch method {
	case "tornado":
		d.method = tornado{base, s.Tornado[output], g, work(alone, lang.Cases)}
	case "morris":
		d.method = morris{base, s.Morris[output], g, work(inside, lang.Trajectories)}
	case "sobol":
		d.method = sobol{base, s.Sobol[output], work(inside, lang.BasePoints)}
	case "prcc":
		d.method = prcc{base, s.PRCC[output], work(alone, lang.Cases)}
	case "given":
		d.method = given{base, s.Given[output], work(alone, lang.Cases)}
	case "pawn":
		d.method = pawn{base, s.PAWN[output], work(alone, lang.Cases)}
	}
	for i := range s.Factors {
		d.order = append(d.order, i)
	}
	sort.Slice(d.order, func(a, b int) bool {
		i, j := d.order[a], d.order[b]
		if x, y := d.method.size(i), d.method.size(j); x != y {
			return x > y
		}
		return s.Factors[i].Name < s.Factors[j].Name
	})
	d.shown = len(d.order)
	if d.shown > driversShown+1 { // one more says less in words than in a row
		d.shown = driversShown
	}
	return d
}

// driven is what every method knows of its output.
type driven struct {
	lang    *Words
	factors []result.Factor
	output  result.Driven
}

// smallest is the largest size among the n smallest of so many factors.
func smallest(m driverMethod, factors, n int) float64 {
	sizes := make([]float64, factors)
	for i := range sizes {
		sizes[i] = m.size(i)
	}
	sort.Float64s(sizes)
	return math.Max(sizes[n-1], 0)
}
