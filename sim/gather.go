package sim

import (
	"math"
	"slices"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A gathering collects the blocks of a run, in order.
type gathering struct {
	plan    *plan
	cases   result.Cases
	total   counts    // over all cases
	spread  []float64 // by package: Σ over cases of p(1−p), for the error of the simulated risk
	consent []bool    // by package: the challenger's is asked
	sample  [][]byte  // by package: how the sampled futures ended
}

func newGathering(p *plan) *gathering {
	g := &gathering{
		plan:    p,
		cases:   result.Cases{Packages: p.ids, Years: p.years},
		total:   newCounts(len(p.ids), 0),
		spread:  make([]float64, len(p.ids)),
		consent: make([]bool, len(p.ids)),
		sample:  make([][]byte, len(p.ids)),
	}
	for _, c := range p.columns {
		column := result.Column{Path: c.Path}
		if c.Choice != nil {
			column.Choices = c.Choice.Values
		}
		g.cases.Columns = append(g.cases.Columns, column)
	}
	return g
}

func (g *gathering) add(b block) {
	for i, row := range b.rows {
		c, seen := b.first+i, b.counts[i]
		g.cases.Rows = append(g.cases.Rows, row)
		for p := range g.plan.ids {
			g.total.major[p] += seen.major[p]
			g.total.limited[p] += seen.limited[p]
			g.consent[p] = g.consent[p] || seen.consent[p]
			risk := row.Outcomes[p].Risk
			g.spread[p] += risk * (1 - risk)
			if g.plan.sampled[c] && g.plan.futures > 0 {
				g.sample[p] = append(g.sample[p], seen.first[p])
			}
		}
		for at := range seen.better {
			g.total.better[at] += seen.better[at]
			g.total.lower[at] += seen.lower[at]
		}
	}
}

// set makes the result of what was gathered.
func (g *gathering) set() (*result.Set, error) {
	sc, p := g.plan.scenario, g.plan
	set := &result.Set{
		Schema: result.Schema, Version: Version,
		Scenario: describe(sc),
		Run: result.Run{
			Cases: len(g.cases.Rows), Futures: p.futures, Seed: p.seed, Design: sc.Run.Design,
			Replicates: p.design.Replicates(), Dimensions: len(p.columns),
		},
	}
	sampler := estimate.Over(p.design.Replicates())
	for i := range p.ids {
		set.Packages = append(set.Packages, g.summarise(sampler, i))
	}
	if sc.HasWeights() {
		shares := bestShares(sc, g.plan.seed, set.Packages)
		for i := range set.Packages {
			set.Packages[i].BestShare = &shares[i]
		}
	}
	set.Pairs = g.pairs(sampler)
	return set, nil
}

// summarise makes the result of one package.
func (g *gathering) summarise(sampler estimate.Sampler, p int) result.Package {
	cases, sc := &g.cases, g.plan.scenario
	over := func(of func(*result.Outcome) float64) estimate.Summary {
		return sampler.Summarise(cases.Each(p, of))
	}
	out := result.Package{
		ID: sc.Packages[p].ID, Name: sc.Packages[p].Name, Instruments: sc.Packages[p].Instruments,
		Monthly: monthly(cases, p),

		Risk:           over(func(o *result.Outcome) float64 { return o.Risk }),
		Deliberate:     over(func(o *result.Outcome) float64 { return o.Deliberate }),
		Escalated:      over(func(o *result.Outcome) float64 { return o.Escalated }),
		Accident:       over(func(o *result.Outcome) float64 { return o.Accident }),
		Probes:         over(func(o *result.Outcome) float64 { return o.Probes }),
		Clash:          over(func(o *result.Outcome) float64 { return o.Clash }),
		Defeat:         over(func(o *result.Outcome) float64 { return o.Defeat }),
		Broken:         over(func(o *result.Outcome) float64 { return o.Broken }),
		DealValue:      over(func(o *result.Outcome) float64 { return o.DealValue }),
		Cost:           over(func(o *result.Outcome) float64 { return o.Cost }),
		RestrictedMean: over(func(o *result.Outcome) float64 { return o.RestrictedMean }),
		Feasibility:    over(func(o *result.Outcome) float64 { return o.Feasibility }),
		Adjusted:       over(func(o *result.Outcome) float64 { return o.Adjusted }),
		Peace:          over(func(o *result.Outcome) float64 { return o.Peace }),
	}
	for y, at := range g.plan.years {
		out.Major = append(out.Major, result.Year{Years: at, Summary: over(func(o *result.Outcome) float64 { return o.Major[y] })})
		out.Limited = append(out.Limited, result.Year{Years: at, Summary: over(func(o *result.Outcome) float64 { return o.Limited[y] })})
	}
	out.Hazard = hazard(sampler, cases, p)
	out.TimeToBreach = timesToBreach(out.Monthly.Mean)
	out.Promises = g.promises(sampler, p)
	if g.consent[p] {
		agreed := over(func(o *result.Outcome) float64 { return o.PeaceIfAgreed })
		out.PeaceIfAgreed = &agreed
	}
	if sc.HasWeights() {
		loss := over(func(o *result.Outcome) float64 { return o.Loss })
		out.Loss = &loss
	}
	out.Word = sc.Scale.Describe(out.Risk.Mean, out.Risk.StdErr)
	out.Simulated = g.simulated(p, out.Risk.Mean)
	out.Sample = string(g.sample[p])
	return out
}

// simulated compares a package's futures with the exact headline number. Given
// the cases, the futures of each are independent, so the error is binomial
// within cases.
func (g *gathering) simulated(p int, exact float64) *result.Simulated {
	futures := g.plan.futures
	if futures == 0 {
		return nil
	}
	n := float64(len(g.cases.Rows))
	all := n * float64(futures)
	mean := float64(g.total.major[p]) / all
	stdErr := math.Sqrt(g.spread[p]/float64(futures)) / n
	s := &result.Simulated{
		Risk:        estimate.Mean{Mean: mean, StdErr: stdErr, Lo: max(0, mean-1.96*stdErr), Hi: min(1, mean+1.96*stdErr)},
		Major:       g.total.major[p],
		LimitedOnly: g.total.limited[p],
	}
	s.Held = int(all) - s.Major - s.LimitedOnly
	if stdErr > 0 {
		s.Distance = (mean - exact) / stdErr
	}
	return s
}

// promises says how the package's promises fare at breaches; those that are
// never called upon are left out.
func (g *gathering) promises(sampler estimate.Sampler, p int) []result.Promise {
	var out []result.Promise
	names := append(slices.Clone(g.plan.scenario.Packages[p].Instruments), result.MilitaryResponse)
	for i, name := range names {
		called := g.cases.Each(p, func(o *result.Outcome) float64 { return o.Called[i] })
		kept := g.cases.Each(p, func(o *result.Outcome) float64 { return o.Kept[i] })
		promise := result.Promise{Instrument: name, Called: sampler.Mean(called), Kept: sampler.Mean(kept)}
		if promise.Called.Mean > 0 {
			out = append(out, promise)
		}
	}
	return out
}
