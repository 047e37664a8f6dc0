package sim

import (
	"context"
	"fmt"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// Sweep solves every package at every point of a sweep on the same cases and
// futures, those of the scenario's design, and as the scenario stands. It fails
// where a point makes no valid scenario (saying which and why), and as [Run]
// does.
func Sweep(ctx context.Context, sc *scenario.Scenario, sweep scenario.Sweep, opt Options) (*result.Sweep, error) {
	grid, err := layOut(sc, sweep)
	if err != nil {
		return nil, err
	}
	points, err := variants(sc, grid.overrides)
	if err != nil {
		return nil, fmt.Errorf("sweep %s: %w", sweep.ID, err)
	}
	study, err := newStudy(append([]*scenario.Scenario{sc}, points...), request{futures: sc.Run.Futures})
	if err != nil {
		return nil, err
	}
	if study.cases() < 2 {
		return nil, tooFewCases(sc)
	}
	g := newSweepGathering(study)
	err = work(ctx, study, opt, job[sweepBlock]{blocks: study.cases(), do: g.solve, merge: g.add})
	if err != nil {
		return nil, err
	}
	out := &result.Sweep{
		Schema: result.Schema, Version: Version, Scenario: describe(sc),
		Run: study.describe(), ID: sweep.ID, Title: sweep.Title, Packages: named(sc),
		Layout: grid.name, Axes: grid.axes,
		Asked: g.asked, Done: g.done,
	}
	out.Base = g.values(0)
	for i, at := range grid.at {
		out.Points = append(out.Points, result.SweepPoint{At: at, Packages: g.values(i + 1), Preferred: g.preferred(i + 1)})
	}
	return out, nil
}

// named lists the scenario's packages.
func named(sc *scenario.Scenario) []result.Named {
	var out []result.Named
	for _, p := range sc.Packages {
		out = append(out, result.Named{ID: p.ID, Name: p.Name})
	}
	return out
}

// sweepMeasures are the numbers that a sweep keeps of every case.
func sweepMeasures() []func(*result.Outcome) float64 {
	return []func(*result.Outcome) float64{
		func(o *result.Outcome) float64 { return o.Risk },
		func(o *result.Outcome) float64 { return o.LimitedRisk },
		func(o *result.Outcome) float64 { return o.Clash },
		func(o *result.Outcome) float64 { return o.Defeat },
		func(o *result.Outcome) float64 { return o.Stopped },
		func(o *result.Outcome) float64 { return o.Lasting },
		func(o *result.Outcome) float64 { return o.RestrictedMean },
		func(o *result.Outcome) float64 { return o.Adjusted },
		func(o *result.Outcome) float64 { return o.Peace },
		func(o *result.Outcome) float64 { return o.Cost },
		func(o *result.Outcome) float64 { return o.Loss },
	}
}

// The places of what preferences are formed of among sweepMeasures.
const (
	sweptRisk     = 0
	sweptAdjusted = 7
	sweptPeace    = 8
	sweptLoss     = 10
)

// A sweepBlock is one case at every point: what a worker makes at a time.
type sweepBlock struct {
	Numbers       []float64 // by point (the scenario as it stands first), package and measure
	Better, Worse []int     // by point and package: futures against the baseline
	Asked, Done   int
}

// A sweepGathering collects the cases of a sweep.
type sweepGathering struct {
	study         *study
	sampler       estimate.Sampler
	packages      int
	baseline      int
	weighed       bool
	measures      []func(*result.Outcome) float64
	numbers       [][]float64 // by point, package and measure, then case
	better, worse []int       // by point and package
	asked, done   int
}

func newSweepGathering(s *study) *sweepGathering {
	first := s.members[0]
	g := &sweepGathering{
		study: s, sampler: estimate.Over(first.design.Replicates()),
		packages: len(first.ids), weighed: first.scenario.HasWeights(), measures: sweepMeasures(),
	}
	for i, id := range first.ids {
		if id == first.scenario.Baseline {
			g.baseline = i
		}
	}
	points := len(s.members) * g.packages
	g.numbers = make([][]float64, points*len(g.measures))
	for i := range g.numbers {
		g.numbers[i] = make([]float64, 0, s.cases())
	}
	g.better, g.worse = make([]int, points), make([]int, points)
	return g
}

// solve computes a case at every point.
func (g *sweepGathering) solve(ctx context.Context, s *solver, c int) (sweepBlock, error) {
	var b sweepBlock
	for m := range g.study.members {
		row, seen, err := s.solve(ctx, m, c)
		if err != nil {
			return b, err
		}
		for p := range g.packages {
			for _, of := range g.measures {
				b.Numbers = append(b.Numbers, of(&row.Outcomes[p]))
			}
			b.Better = append(b.Better, seen.Better[p*g.packages+g.baseline])
			b.Worse = append(b.Worse, seen.Better[g.baseline*g.packages+p])
		}
	}
	b.Asked, b.Done = s.asked, s.done
	return b, nil
}

// add takes the next case.
func (g *sweepGathering) add(_ int, b sweepBlock) error {
	for i, x := range b.Numbers {
		g.numbers[i] = append(g.numbers[i], x)
	}
	for i := range b.Better {
		g.better[i] += b.Better[i]
		g.worse[i] += b.Worse[i]
	}
	g.asked += b.Asked
	g.done += b.Done
	return nil
}

// over returns a measure of a package at a point in every case.
func (g *sweepGathering) over(point, pack, measure int) []float64 {
	return g.numbers[(point*g.packages+pack)*len(g.measures)+measure]
}

// values describes every package at a point.
func (g *sweepGathering) values(point int) []result.SweepValue {
	var out []result.SweepValue
	futures := float64(g.study.futures * g.study.cases())
	for p := range g.packages {
		v := result.SweepValue{Risk: g.sampler.Summarise(g.over(point, p, sweptRisk))}
		for i, mean := range []*estimate.Mean{&v.Limited, &v.Clash, &v.Defeat, &v.Stopped, &v.Lasting, &v.RestrictedMean, &v.Adjusted, &v.Peace, &v.Cost} {
			*mean = g.sampler.Mean(g.over(point, p, sweptRisk+1+i))
		}
		if g.weighed {
			loss := g.sampler.Mean(g.over(point, p, sweptLoss))
			v.Loss = &loss
		}
		if futures > 0 {
			better, worse := float64(g.better[point*g.packages+p])/futures, float64(g.worse[point*g.packages+p])/futures
			v.Better, v.Worse = &better, &worse
		}
		out = append(out, v)
	}
	return out
}

// preferred says by measure which package does best at a point, and which the
// draws cannot separate from it.
func (g *sweepGathering) preferred(point int) []result.Preference {
	out := []result.Preference{
		g.prefer(point, "risk", sweptRisk, 1),
		g.prefer(point, "adjusted", sweptAdjusted, 1),
		g.prefer(point, "peace", sweptPeace, -1),
	}
	if g.weighed {
		out = append(out, g.prefer(point, "loss", sweptLoss, 1))
	}
	return out
}

// prefer finds the package with the least mean of a measure times sign.
func (g *sweepGathering) prefer(point int, name string, measure int, sign float64) result.Preference {
	ids := g.study.members[0].ids
	best := 0
	for p := range ids {
		if sign*(g.mean(point, p, measure)-g.mean(point, best, measure)) < 0 {
			best = p
		}
	}
	out := result.Preference{Measure: name, Package: ids[best]}
	var values []float64
	var others []int
	difference := make([]float64, g.study.cases())
	for p := range ids {
		if p == best {
			continue
		}
		for c, x := range g.over(point, p, measure) {
			difference[c] = x - g.over(point, best, measure)[c]
		}
		others = append(others, p)
		values = append(values, g.sampler.PValue(difference))
	}
	for i, adjusted := range estimate.Holm(values) {
		if adjusted >= 1-estimate.Confidence {
			out.Tied = append(out.Tied, ids[others[i]])
		}
	}
	return out
}

func (g *sweepGathering) mean(point, pack, measure int) float64 {
	return g.sampler.Mean(g.over(point, pack, measure)).Mean
}
