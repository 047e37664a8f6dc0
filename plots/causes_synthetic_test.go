package plots

import (
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// addCauses gives a package of a risk what it ends by and what follows: the
// baseline only deliberate breaches and nobody who comes, the others by formula.
func addCauses(p *result.Package, i int) {
	risk := p.Risk.Mean
	summary := func(mean float64) estimate.Summary {
		return estimate.Summary{Mean: mean, StdErr: 0.2*p.Risk.StdErr + 0.0001, P10: 0.4 * mean, P25: 0.6 * mean,
			P50: 0.9 * mean, P75: 1.1 * mean, P90: 1.3 * mean}
	}
	escalated := math.Min(0.006+0.001*float64(i%4), 0.3*risk)
	accident := 0.0
	if i%3 == 2 {
		accident = math.Min(0.02+0.006*float64(i%7), 0.4*risk)
	}
	p.Escalated, p.Accident = summary(escalated), summary(accident)
	p.Deliberate = summary(risk - escalated - accident)
	p.Defeat = summary(risk * (0.62 - 0.02*float64(i%9)))
	if i > 0 {
		p.Clash = summary(risk * 0.55 * float64(i%3) / 2)
		p.Broken = summary(risk * (0.1 + 0.13*float64(i%5)))
	}
}

// addHazard reads a package's hazard from its monthly curve.
func addHazard(p *result.Package, horizon float64) {
	p.Hazard = nil
	before := 0.0
	for from := 0.0; from < horizon-1e-9; from++ {
		to := math.Min(from+1, horizon)
		now := p.Monthly.Mean[int(math.Round(12*to))-1]
		h := 0.0
		if before < 1 {
			h = (now - before) / (1 - before)
		}
		y := result.Year{Years: to, Summary: estimate.Summary{Mean: h, StdErr: 0.0005 + 0.03*h, P10: 0.2 * h, P90: math.Min(1, 2.2*h)}}
		p.Hazard = append(p.Hazard, y)
		before = now
	}
}

// lasting stretches a result to another horizon; its risks by then stay.
func lasting(s *result.Set, horizon float64) *result.Set {
	months := int(math.Round(12 * horizon))
	scale := horizon / s.Scenario.HorizonYears
	s.Scenario.HorizonYears = horizon
	for i := range s.Packages {
		p := &s.Packages[i]
		for _, c := range []*[]float64{&p.Monthly.Mean, &p.Monthly.P10, &p.Monthly.P25, &p.Monthly.P50, &p.Monthly.P75, &p.Monthly.P90} {
			old, at := *c, make([]float64, months)
			for m := range at {
				at[m] = old[min(len(old)-1, int(float64(m)/scale))]
			}
			at[months-1] = old[len(old)-1]
			*c = at
		}
		addHazard(p, horizon)
	}
	return s
}
