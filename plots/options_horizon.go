package plots

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/result"
)

// earlier lists the figures whose numbers a result holds at every year, so that
// they can be drawn to an earlier horizon.
func earlier() []string {
	return only(Names(), func(name string) bool { return name == "breach" || name == "compare" || name == "hazard" })
}

// until is a set as at an earlier year: one of those for which every package
// holds a summary of its risk. Of what is known at the horizon only it holds
// nothing, pairs and the words for the risks among it.
func until(s *result.Set, years float64) (*result.Set, error) {
	out := *s
	out.Scenario.HorizonYears = years
	out.Scenario.Marks = only(s.Scenario.Marks, func(m result.Mark) bool { return m.Years <= years })
	out.Pairs, out.Packages = nil, nil
	months := int(math.Round(12 * years))
	for _, p := range s.Packages {
		at := -1
		for i, y := range p.Major {
			if y.Years == years {
				at = i
			}
		}
		if at < 0 {
			return nil, fmt.Errorf("a horizon of %g years: the result holds %s; choose one of these", years, reported(p.Major))
		}
		monthly, err := firstMonths(p.Monthly, months)
		if err != nil {
			return nil, fmt.Errorf("package %q: %w", p.ID, err)
		}
		out.Packages = append(out.Packages, result.Package{
			ID: p.ID, Name: p.Name, Instruments: p.Instruments, Major: p.Major[:at+1],
			Monthly: monthly, Risk: p.Major[at].Summary, Hazard: only(p.Hazard, func(y result.Year) bool { return y.Years <= years }),
		})
	}
	return &out, nil
}

// reported names the years of which a result holds summaries.
func reported(years []result.Year) string {
	if len(years) == 0 {
		return "no years"
	}
	var out []string
	for _, y := range years {
		out = append(out, strconv.FormatFloat(y.Years, 'g', -1, 64))
	}
	return "year " + strings.Join(out, ", ")
}

// firstMonths is the beginning of a curve.
func firstMonths(c result.Curve, n int) (result.Curve, error) {
	out := c
	for _, curve := range []*[]float64{&out.Mean, &out.P10, &out.P25, &out.P50, &out.P75, &out.P90} {
		if len(*curve) < n {
			return c, fmt.Errorf("the monthly curve has %d months, and %d are needed; run the scenario again", len(*curve), n)
		}
		*curve = (*curve)[:n]
	}
	return out, nil
}
