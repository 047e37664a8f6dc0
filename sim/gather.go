package sim

import (
	"math"
	"slices"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/verdict"
)

// A gathering collects the blocks of a run, in order.
type gathering struct {
	*caseSample
	of      *member
	sampled map[int]bool // cases whose future 0 is shown
	total   counts       // over all cases
	spread  []float64    // by package: Σ over cases of p(1−p), for the error of the simulated risk
	consent []bool       // by package: the challenger's is asked
	sample  [][]byte     // by package: how the sampled futures ended
}

func newGathering(s *study, cases int, pairs []verdict.Pair) *gathering {
	m := s.members[0]
	g := &gathering{
		caseSample: newCaseSample(s, 0, pairs), of: m,
		sampled: sampledCases(cases),
		total:   newCounts(len(m.ids)),
		spread:  make([]float64, len(m.ids)),
		consent: make([]bool, len(m.ids)),
		sample:  make([][]byte, len(m.ids)),
	}
	return g
}

// sampleSize is how many futures a figure of futures shows.
const sampleSize = 100

// sampledCases are up to 100 cases evenly spaced in the design.
func sampledCases(cases int) map[int]bool {
	sampled := map[int]bool{}
	n := min(sampleSize, cases)
	for i := range n {
		sampled[i*cases/n] = true
	}
	return sampled
}

// add takes the next case.
func (g *gathering) add(b caseBlock) {
	c, seen := len(g.cases.Rows), b.Counts
	g.caseSample.add(b)
	for p := range g.of.ids {
		g.total.Major[p] += seen.Major[p]
		g.total.Limited[p] += seen.Limited[p]
		g.consent[p] = g.consent[p] || seen.Consent[p]
		risk := b.Row.Outcomes[p].Risk
		g.spread[p] += risk * (1 - risk)
		if g.sampled[c] && g.study.futures > 0 {
			g.sample[p] = append(g.sample[p], seen.First[p])
		}
	}
	for at := range seen.Better {
		g.total.Better[at] += seen.Better[at]
		g.total.Lower[at] += seen.Lower[at]
	}
}

// set makes the result of what was gathered.
func (g *gathering) set() *result.Set {
	sc, m := g.of.scenario, g.of
	set := &result.Set{
		Schema: result.Schema, Version: Version,
		Scenario: describe(sc),
		Run:      g.study.describe(),
	}
	sampler := estimate.Over(m.design.Replicates())
	for i := range m.ids {
		set.Packages = append(set.Packages, g.summarise(sampler, i))
	}
	if sc.HasWeights() {
		shares := bestShares(sc, g.study.seed, set.Packages)
		for i := range set.Packages {
			set.Packages[i].BestShare = &shares[i]
		}
	}
	set.Pairs = g.pairs(sampler)
	return set
}

// summarise makes the result of one package.
func (g *gathering) summarise(sampler estimate.Sampler, p int) result.Package {
	cases, sc := &g.cases, g.of.scenario
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
		Stopped:        over(func(o *result.Outcome) float64 { return o.Stopped }),
		Lasting:        over(func(o *result.Outcome) float64 { return o.Lasting }),
		DealValue:      over(func(o *result.Outcome) float64 { return o.DealValue }),
		Cost:           over(func(o *result.Outcome) float64 { return o.Cost }),
		RestrictedMean: over(func(o *result.Outcome) float64 { return o.RestrictedMean }),
		Feasibility:    over(func(o *result.Outcome) float64 { return o.Feasibility }),
		Adjusted:       over(func(o *result.Outcome) float64 { return o.Adjusted }),
		Peace:          over(func(o *result.Outcome) float64 { return o.Peace }),
	}
	for y, at := range g.of.years {
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
	futures := g.study.futures
	if futures == 0 {
		return nil
	}
	n := float64(len(g.cases.Rows))
	all := n * float64(futures)
	mean := float64(g.total.Major[p]) / all
	stdErr := math.Sqrt(g.spread[p]/float64(futures)) / n
	s := &result.Simulated{
		Risk:        estimate.Mean{Mean: mean, StdErr: stdErr, Lo: max(0, mean-1.96*stdErr), Hi: min(1, mean+1.96*stdErr)},
		Major:       g.total.Major[p],
		LimitedOnly: g.total.Limited[p],
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
	names := append(slices.Clone(g.of.scenario.Packages[p].Instruments), result.MilitaryResponse)
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
