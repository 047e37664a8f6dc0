package sim

import (
	"context"
	"fmt"

	"steadfast/sim/appraise"
	"steadfast/sim/design"
	"steadfast/sim/engine"
	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// Options says how to run, not what: nothing here changes a number.
type Options struct {
	Workers  int                   // 0: as many as processors
	Progress func(done, cases int) // called as cases are finished; may be nil
	Futures  *result.FutureWriter  // receives every simulated future; may be nil
}

// blockCases is how many cases a worker takes at a time. One takes some
// milliseconds: enough to be worth handing over, and little to hold while it
// waits to be merged, its futures where they are kept among it.
const blockCases = 1

// Run draws the cases of a scenario, solves every package in each, plays its
// futures, and returns what it leaves behind: the result, and the matrix of
// cases. The same scenario gives the same bytes on any number of workers.
// It fails where the design cannot be made or has a single case, which says
// nothing of the sampling error; where an outcome is not a number (naming the
// case); where a future cannot be written; and with ctx's error when ctx ends.
func Run(ctx context.Context, sc *scenario.Scenario, opt Options) (*result.Set, *result.Cases, error) {
	plan, err := newPlan(sc)
	if err != nil {
		return nil, nil, err
	}
	if plan.design.Len() < 2 {
		return nil, nil, fmt.Errorf("a run of %s has 1 case, which does not tell how far chance in the draws moves a mean; draw 2 or more with run.cases or --cases", sc.Name)
	}
	gathered := newGathering(plan)
	blocks := (plan.design.Len() + blockCases - 1) / blockCases
	err = engine.Run(ctx, engine.Job[block]{
		Blocks: blocks, Workers: opt.Workers,
		NewWorker: func() engine.Worker[block] { return newSolver(plan, opt.Futures != nil).block },
		Merge: func(_ int, b block) error {
			gathered.add(b)
			if opt.Futures != nil {
				return opt.Futures.Write(b.futures)
			}
			return nil
		},
		Progress: func(done, _ int) {
			if opt.Progress != nil {
				opt.Progress(min(done*blockCases, plan.design.Len()), plan.design.Len())
			}
		},
	})
	if err != nil {
		return nil, nil, err
	}
	set, err := gathered.set()
	return set, &gathered.cases, err
}

// A plan is what every worker of a run shares and none changes.
type plan struct {
	scenario *scenario.Scenario
	design   *design.Design
	resolver *scenario.Resolver
	columns  []scenario.Column
	ids      []string // of the packages
	fallback int      // place of the package that applies where one is not adopted
	weights  appraise.Weights
	years    []float64 // at which outcomes are reported: 1, 2, … and the horizon
	futures  int
	seed     uint64
	sampled  map[int]bool // cases whose future 0 is shown
}

func newPlan(sc *scenario.Scenario) (*plan, error) {
	p := &plan{scenario: sc, columns: sc.Columns(), futures: sc.Run.Futures, seed: sc.Run.Seed}
	var err error
	if p.design, err = newDesign(sc); err != nil {
		return nil, err
	}
	p.resolver = sc.Resolver()
	for i, pack := range sc.Packages {
		p.ids = append(p.ids, pack.ID)
		if pack.ID == sc.Fallback {
			p.fallback = i
		}
	}
	p.weights = lossWeights(sc.Weights(nil))
	p.years = reportedYears(sc.HorizonYears)
	p.sampled = sampledCases(p.design.Len())
	return p, nil
}

// reportedYears is 1, 2, … and the horizon.
func reportedYears(horizon float64) []float64 {
	var years []float64
	for y := 1.0; y < horizon-1e-9; y++ {
		years = append(years, y)
	}
	return append(years, horizon)
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

// block is what a worker makes of a few consecutive cases.
type block struct {
	first   int
	rows    []result.Row
	counts  []counts // by case
	futures []result.FutureRow
}

// castTogether is how many fates a worker holds at a time, so that its memory
// does not grow with the number of futures.
const castTogether = 2048

// A solver computes blocks of cases with memory of its own.
type solver struct {
	plan     *plan
	resolver *scenario.Resolver
	game     *model.Game
	fates    []model.Fate // of consecutive futures of a case
	kase     int          // the case whose fates they are; -1: none yet
	from     int          // the first of those futures
	u        []float64
	resolved scenario.Resolved
	outcome  model.Outcome
	keep     bool // the futures
}

func newSolver(p *plan, keep bool) *solver {
	s := &solver{
		plan: p, resolver: p.resolver.Clone(), game: model.NewGame(),
		fates: make([]model.Fate, min(p.futures, castTogether)), kase: -1, u: make([]float64, len(p.columns)), keep: keep,
	}
	return s
}

// block computes the b-th block of cases.
func (s *solver) block(ctx context.Context, b int) (block, error) {
	out := block{first: b * blockCases}
	for c := out.first; c < min(out.first+blockCases, s.plan.design.Len()); c++ {
		if err := s.solve(ctx, c, &out); err != nil {
			return block{}, err
		}
	}
	return out, nil
}

// solve computes one case: every package exactly, and its futures.
func (s *solver) solve(ctx context.Context, c int, out *block) error {
	p := s.plan
	p.design.Row(c, s.u)
	if err := s.resolver.Resolve(s.u, &s.resolved); err != nil {
		return fmt.Errorf("case %d: %w", c, err)
	}
	row := result.Row{
		Values:   append([]float64(nil), s.resolved.Values...),
		Outcomes: make([]result.Outcome, len(p.ids)),
	}
	seen := newCounts(len(p.ids), p.futures)
	for i := range s.resolved.Packages {
		pack := &s.resolved.Packages[i]
		s.game.Solve(&pack.Case)
		s.game.Exact(&s.outcome)
		seen.consent[i] = pack.Consent.Challenger
		row.Outcomes[i] = record(&s.outcome, &pack.Case, p.scenario.Packages[i].Instruments, p.years)
		if !finite(&row.Outcomes[i]) {
			return fmt.Errorf("case %d, package %q: the outcome is not a number; look at the case with: steadfast show %s --json --case %d",
				c, p.ids[i], p.scenario.Name, c)
		}
		for from := 0; from < p.futures; from += castTogether {
			if err := ctx.Err(); err != nil {
				return err
			}
			fates := s.cast(c, from)
			for f := range fates {
				future := s.game.Play(&fates[f])
				seen.add(i, from+f, &future)
				if s.keep {
					out.futures = append(out.futures, futureRow(c, from+f, p.ids[i], &future))
				}
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	adopt(&row, s.resolved.Packages, p)
	seen.compare(&row)
	out.rows = append(out.rows, row)
	out.counts = append(out.counts, seen)
	return nil
}

// cast returns the fates of a case's futures from one on, as many as are held
// together. Those of the package before are taken again where they are still
// there.
func (s *solver) cast(c, from int) []model.Fate {
	fates := s.fates[:min(len(s.fates), s.plan.futures-from)]
	if s.kase == c && s.from == from {
		return fates
	}
	for f := range fates {
		fates[f].Cast(s.plan.seed, c, from+f)
	}
	s.kase, s.from = c, from
	return fates
}

func futureRow(c, f int, id string, x *model.Future) result.FutureRow {
	return result.FutureRow{
		Case: int32(c), Future: int32(f), Package: id,
		Month: int32(x.Month), Limited: int32(x.Limited), Cause: x.Cause.String(),
		Probes: int32(x.Probes), Clash: x.Clash, Defeat: x.Defeat,
	}
}
