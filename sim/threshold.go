package sim

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/verdict"
)

const (
	// searchSteps bounds the points that refine one change of sign.
	searchSteps = 12
	// searchWidth is how near the ends of a change of sign come, as a share of
	// the range that was scanned.
	searchWidth = 1e-3
)

// Threshold finds the values of a parameter at which a claim turns: it looks at
// every value of the scan on the same cases, and narrows each change of sign
// down. Claims of drivers and of trends have no threshold here. It fails where
// the parameter is no number, a value makes no valid scenario, or the claim
// asks for what is not there, and as [Run] does.
func Threshold(ctx context.Context, sc *scenario.Scenario, vary scenario.Vary, until string, opt Options) (*result.Threshold, error) {
	if vary.Values == nil {
		return nil, fmt.Errorf("%s is no number: a threshold lies between numbers; steadfast sweep compares the words", vary.Path)
	}
	expr, err := claim.Parse(until)
	if err != nil {
		return nil, err
	}
	t := &thresholdSearch{
		scenario: sc, vary: vary, claim: expr, needs: verdict.NeedsOf(sc.HorizonYears, expr), opt: opt,
		out: &result.Threshold{
			Schema: result.Schema, Version: Version, Scenario: describe(sc), Until: until,
			Axis: result.Axis{Path: vary.Path, Unit: vary.Unit, Values: vary.Values, Log: vary.Log, Own: vary.Sets, Median: medianOf(sc, vary.Path)},
		},
	}
	if len(t.needs.Drivers) > 0 || len(t.needs.Monotone) > 0 {
		return nil, fmt.Errorf("the claim %q is of drivers or trends, which have no threshold: name a value, such as risk(p) < 20 %%", until)
	}
	values := slices.Sorted(slices.Values(vary.Values))
	if err := t.solve(ctx, values); err != nil {
		return nil, err
	}
	for i := 1; i < len(values); i++ {
		if err := t.narrow(ctx, values[i-1], values[i]); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(t.points, func(a, b scanned) int { return cmp.Compare(a.value, b.value) })
	for _, p := range t.points {
		t.out.Points = append(t.out.Points, result.ThresholdPoint{Value: p.value, Margin: t.jackknife(p.margins)})
	}
	t.turns()
	return t.out, nil
}

// A thresholdSearch is the search as it goes.
type thresholdSearch struct {
	scenario *scenario.Scenario
	vary     scenario.Vary
	claim    *claim.Expr
	needs    verdict.Needs
	opt      Options
	sampler  estimate.Sampler
	cases    int
	points   []scanned
	out      *result.Threshold
}

// scanned is the margins of the claim at a value: of all cases, then without
// each group of them.
type scanned struct {
	value   float64
	margins []float64
}

// solve computes the claim at values.
func (t *thresholdSearch) solve(ctx context.Context, values []float64) error {
	var overrides [][]string
	for _, x := range values {
		overrides = append(overrides, []string{t.vary.Path + "=" + strconv.FormatFloat(x, 'g', -1, 64)})
	}
	members, err := variants(t.scenario, overrides)
	if err != nil {
		return err
	}
	want := request{cases: t.scenario.Run.Cases, curves: true, packages: t.needs.Packages}
	if len(t.needs.Better) > 0 {
		want.futures = t.scenario.Run.Futures
	}
	study, err := newStudy(append([]*scenario.Scenario{t.scenario}, members...), want)
	if err != nil {
		return err
	}
	if study.cases() < 2 {
		return tooFewCases(t.scenario)
	}
	t.sampler, t.cases = estimate.Over(study.members[0].design.Replicates()), study.cases()
	t.out.Run = study.describe()
	at := make([]*caseSample, len(members))
	for i := range at {
		at[i] = newCaseSample(study, i+1, t.needs.Better)
	}
	err = work(ctx, study, t.opt, job[[]caseBlock]{
		blocks: study.cases(),
		do: func(ctx context.Context, s *solver, c int) ([]caseBlock, error) {
			var blocks []caseBlock
			for i := range at {
				row, seen, err := s.solve(ctx, i+1, c)
				if err != nil {
					return nil, err
				}
				blocks = append(blocks, caseBlock{Row: row, Counts: seen})
			}
			blocks[0].Asked, blocks[0].Done = s.asked, s.done
			return blocks, nil
		},
		merge: func(_ int, blocks []caseBlock) error {
			for i, b := range blocks {
				at[i].add(b)
				t.out.Asked += b.Asked
				t.out.Done += b.Done
			}
			return nil
		},
	})
	if err != nil {
		return err
	}
	t.opt.from += study.cases() // the next round's blocks are others
	for i, x := range values {
		margins, err := verdict.Margins(t.claim, at[i].evidence(members[i]))
		if err != nil {
			return err
		}
		t.points = append(t.points, scanned{x, margins})
	}
	return nil
}

// narrow brings the ends of a change of sign together by halving; the margin
// may jump.
func (t *thresholdSearch) narrow(ctx context.Context, lo, hi float64) error {
	width := searchWidth * t.span()
	below := t.at(lo)
	if !turned(below, t.at(hi)) {
		return nil
	}
	for range searchSteps {
		if hi-lo <= width {
			return nil
		}
		middle := t.middle(lo, hi)
		if middle <= lo || middle >= hi {
			return nil
		}
		if err := t.solve(ctx, []float64{middle}); err != nil {
			return err
		}
		if turned(below, t.at(middle)) {
			hi = middle
		} else {
			lo = middle
		}
	}
	return nil
}

// span is the width of the range that is scanned.
func (t *thresholdSearch) span() float64 {
	return slices.Max(t.vary.Values) - slices.Min(t.vary.Values)
}

// middle halves a range, in the logarithm where the scan is logarithmic.
func (t *thresholdSearch) middle(lo, hi float64) float64 {
	x := lo + (hi-lo)/2
	if t.vary.Log {
		x = math.Sqrt(lo * hi)
	}
	if t.vary.Whole {
		x = math.Round(x)
	}
	return x
}

// at is the margin of all cases at a value that was solved.
func (t *thresholdSearch) at(value float64) float64 {
	for _, p := range t.points {
		if p.value == value {
			return p.margins[0]
		}
	}
	panic(fmt.Sprintf("sim: no point at %g", value))
}

// turned says whether a claim holds at the one and not at the other. At a
// margin of 0 it is at its boundary, which counts as not holding.
func turned(a, b float64) bool { return (a > 0) != (b > 0) }

// jackknife is a margin with its interval.
func (t *thresholdSearch) jackknife(margins []float64) estimate.Mean {
	return t.sampler.Jackknife(t.cases, func(g int) float64 { return margins[g+1] })
}

// turns finds the turning points on the margins between the points solved, of
// all cases and without each group of them: the interval is the jackknife's.
func (t *thresholdSearch) turns() {
	lo, hi := t.points[0].value, t.points[len(t.points)-1].value
	for i := 1; i < len(t.points); i++ {
		a, b := t.points[i-1], t.points[i]
		if !turned(a.margins[0], b.margins[0]) {
			continue
		}
		value := crossing(a, b, 0)
		turn := result.TurningPoint{HoldsAbove: b.margins[0] > 0}
		open := false
		turn.Value = t.sampler.Jackknife(t.cases, func(g int) float64 {
			x, ok := t.nearest(value, g+1, turn.HoldsAbove)
			open = open || !ok
			return x
		})
		turn.Value.Lo, turn.Value.Hi = max(lo, turn.Value.Lo), min(hi, turn.Value.Hi)
		if open {
			turn.Value.Lo, turn.Value.Hi, turn.Open = lo, hi, true
		}
		t.out.Turns = append(t.out.Turns, turn)
	}
}

// nearest is the turning point of one row of margins in a direction that is
// nearest to a value; false where there is none.
func (t *thresholdSearch) nearest(value float64, row int, above bool) (float64, bool) {
	best, found := value, false
	for i := 1; i < len(t.points); i++ {
		a, b := t.points[i-1], t.points[i]
		if !turned(a.margins[row], b.margins[row]) || (b.margins[row] > 0) != above {
			continue
		}
		if x := crossing(a, b, row); !found || math.Abs(x-value) < math.Abs(best-value) {
			best, found = x, true
		}
	}
	return best, found
}

// crossing is where the straight line between two points crosses 0.
func crossing(a, b scanned, row int) float64 {
	x, y := a.margins[row], b.margins[row]
	if math.IsInf(x, 0) || math.IsInf(y, 0) || x == y {
		return (a.value + b.value) / 2
	}
	return a.value + (b.value-a.value)*x/(x-y)
}
