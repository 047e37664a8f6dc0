package sim

import (
	"context"
	"fmt"

	"steadfast/sim/journal"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// Options says how to run, not what: nothing here changes a number.
type Options struct {
	Workers  int                   // 0: as many as processors
	Progress func(done, cases int) // called as cases are finished; may be nil
	Futures  *result.FutureWriter  // receives every simulated future; may be nil
	// Journal keeps finished blocks, and gives back those that an interrupted
	// run of the same job kept; may be nil.
	Journal *journal.Journal

	from int // number of a job's first block in the journal
}

// Run draws the cases of a scenario, solves every package in each, plays its
// futures, and returns what it leaves behind: the result, and the matrix of
// cases. The same scenario gives the same bytes on any number of workers.
// It fails where the design cannot be made or has a single case, which says
// nothing of the sampling error; where an outcome is not a number (naming the
// case); where a future cannot be written; and with ctx's error when ctx ends.
func Run(ctx context.Context, sc *scenario.Scenario, opt Options) (*result.Set, *result.Cases, error) {
	study, err := newStudy([]*scenario.Scenario{sc}, request{futures: sc.Run.Futures, curves: true})
	if err != nil {
		return nil, nil, err
	}
	if study.cases() < 2 {
		return nil, nil, tooFewCases(sc)
	}
	answer, err := parseAnswer(sc)
	if err != nil {
		return nil, nil, err
	}
	gathered := newGathering(study, study.cases(), answer.needs.Better)
	err = work(ctx, study, opt, job[caseBlock]{
		blocks: study.cases(),
		do: func(ctx context.Context, s *solver, c int) (caseBlock, error) {
			row, seen, err := s.solve(ctx, 0, c)
			return caseBlock{Row: row, Counts: seen, Futures: s.futures}, err
		},
		merge: func(_ int, b caseBlock) error {
			gathered.add(b)
			if opt.Futures != nil {
				return opt.Futures.Write(b.Futures)
			}
			return nil
		},
	})
	if err != nil {
		return nil, nil, err
	}
	set := gathered.set()
	set.Scenario.Answer, err = answer.fill(gathered.evidence(sc))
	return set, &gathered.cases, err
}

func tooFewCases(sc *scenario.Scenario) error {
	return fmt.Errorf("a run of %s has 1 case, which does not tell how far chance in the draws moves a mean; draw 2 or more with run.cases or --cases", sc.Name)
}

// A caseBlock is a case of a run: what a worker makes at a time. One takes some
// milliseconds: enough to be worth handing over, and little to hold while it
// waits to be merged, its futures where they are kept among it.
type caseBlock struct {
	Row     result.Row
	Counts  counts
	Futures []result.FutureRow

	Asked, Done int // where they are counted
}
