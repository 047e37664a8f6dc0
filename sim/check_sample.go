package sim

import (
	"context"
	"slices"

	"steadfast/sim/claim"
	"steadfast/sim/scenario"
	"steadfast/sim/verdict"
)

const (
	// trendPoints is how many points of a parameter's 5 to 95 % range
	// monotone(…) looks at.
	trendPoints = 9
	// trendCases is how many cases are solved at each of them, at most:
	// differences between points are paired, and need few.
	trendCases = 512
	// driverPoints is how many base points total indices start from.
	driverPoints = 64
	// casesPerPoint is how many cases of the sample there are for each base
	// point as it grows: a base point costs as much as a hundred cases.
	casesPerPoint = 8
	// afterCases is the number of the first base point's block in the journal,
	// beyond all cases that a check draws.
	afterCases = 1 << 24
)

// A checkSample is the growing sample that claims are tested on.
type checkSample struct {
	scenario *scenario.Scenario
	study    *study
	needs    verdict.Needs
	base     *caseSample
	trends   []pinned      // by needs.Monotone
	steps    [][][]float64 // by trend, point, then case
	drivers  map[string]*driverSample
	given    bool
	asked    int
	done     int
}

// pinned is a package and the column that is moved.
type pinned struct{ pack, column int }

func newCheckSample(sc *scenario.Scenario, claims []*claim.Expr, plan CheckPlan) (*checkSample, error) {
	s := &checkSample{scenario: sc, needs: verdict.NeedsOf(sc.HorizonYears, claims...), given: plan.GivenDrivers, drivers: map[string]*driverSample{}}
	want := request{cases: plan.MaxCases, design: growing(sc.Run.Design), curves: true, packages: s.needs.Packages}
	if len(s.needs.Better) > 0 {
		want.futures = sc.Run.Futures
	}
	var err error
	if s.study, err = newStudy([]*scenario.Scenario{sc}, want); err != nil {
		return nil, err
	}
	ids := s.study.members[0].ids
	for _, t := range s.needs.Monotone {
		s.trends = append(s.trends, pinned{slices.Index(ids, t.Package), columnOf(sc, t.Package, t.Path)})
		s.steps = append(s.steps, make([][]float64, trendPoints))
	}
	if !s.given {
		for _, p := range s.needs.Drivers {
			if s.drivers[p], err = newDriverSample(sc, p); err != nil {
				return nil, err
			}
		}
	}
	s.base = newCaseSample(s.study, 0, s.needs.Better)
	return s, nil
}

// size is the number of cases drawn.
func (s *checkSample) size() int { return len(s.base.cases.Rows) }

// driversFrom says where top_driver comes from, "" where no claim has it.
func (s *checkSample) driversFrom() string {
	switch {
	case len(s.needs.Drivers) == 0:
		return ""
	case s.given:
		return "first-order indices from the same cases"
	}
	return "total indices from points of their own"
}

// A checkBlock is one case and the points around it.
type checkBlock struct {
	Case  caseBlock
	Steps [][]float64 // by trend, then point; nil beyond trendCases
}

// grow draws cases up to a number.
func (s *checkSample) grow(ctx context.Context, size int, opt Options) error {
	have := s.size()
	size = min(s.study.rounded(size), s.study.cases())
	cases := opt
	cases.from = have
	err := work(ctx, s.study, cases, job[checkBlock]{
		blocks: size - have,
		do: func(ctx context.Context, v *solver, b int) (checkBlock, error) {
			return s.solve(ctx, v, have+b)
		},
		merge: func(_ int, b checkBlock) error { s.add(b); return nil },
	})
	if err != nil {
		return err
	}
	for i, p := range s.needs.Drivers {
		if d := s.drivers[p]; d != nil {
			points := opt
			points.from = (i + 1) * afterCases
			if err := d.grow(ctx, max(driverPoints, size/casesPerPoint), points); err != nil {
				return err
			}
		}
	}
	return nil
}

// solve computes case c, and its packages along the parameters that are moved.
func (s *checkSample) solve(ctx context.Context, v *solver, c int) (checkBlock, error) {
	var b checkBlock
	row, seen, err := v.solve(ctx, 0, c)
	if err != nil {
		return b, err
	}
	b.Case = caseBlock{Row: row, Counts: seen}
	if c < trendCases {
		u := make([]float64, len(s.study.columns))
		for _, t := range s.trends {
			var steps []float64
			for i := range trendPoints {
				s.study.members[0].design.Row(c, u)
				u[t.column] = tornadoLow + (1-2*tornadoLow)*float64(i)/(trendPoints-1)
				risk, err := v.riskAt(ctx, c, t.pack, u)
				if err != nil {
					return b, err
				}
				steps = append(steps, risk)
			}
			b.Steps = append(b.Steps, steps)
		}
	}
	b.Case.Asked, b.Case.Done = v.asked, v.done
	return b, nil
}

// add takes the next case.
func (s *checkSample) add(b checkBlock) {
	s.base.add(b.Case)
	for t, steps := range b.Steps {
		for i, x := range steps {
			s.steps[t][i] = append(s.steps[t][i], x)
		}
	}
	s.asked += b.Case.Asked
	s.done += b.Case.Done
}

// evidence is what claims are evaluated on.
func (s *checkSample) evidence() *verdict.Evidence {
	ev := s.base.evidence(s.scenario)
	ev.Steps = func(p, path string) ([][]float64, error) {
		return s.steps[slices.Index(s.needs.Monotone, verdict.Trend{Package: p, Path: path})], nil
	}
	if !s.given {
		ev.Index = ""
		ev.Drivers = func(p string) ([]string, [][]float64, error) { return s.drivers[p].totals() }
	}
	return ev
}
