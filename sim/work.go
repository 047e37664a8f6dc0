package sim

import (
	"context"

	"steadfast/sim/engine"
	"steadfast/sim/journal"
	"steadfast/sim/result"
)

// A job is blocks of work on a study: do computes one with a solver that has
// forgotten the last, merge takes what they came to, in order.
type job[T any] struct {
	blocks int
	do     func(ctx context.Context, s *solver, block int) (T, error)
	merge  func(block int, t T) error
}

// work does a job on several workers.
func work[T any](ctx context.Context, study *study, opt Options, j job[T]) error {
	return engine.Run(ctx, engine.Job[T]{
		Blocks: j.blocks, Workers: opt.Workers,
		NewWorker: func() engine.Worker[T] {
			s := newSolver(study, opt.Futures != nil)
			return func(ctx context.Context, block int) (T, error) {
				s.begin()
				return j.do(ctx, s, block)
			}
		},
		Merge: j.merge, Progress: opt.Progress,
		Restore: journal.Restore[T](opt.Journal, opt.from),
		Keep:    journal.Keep[T](opt.Journal, opt.from),
	})
}

// part is the options of one of several jobs that make a whole of so many
// blocks, before of which are done.
func (o Options) part(before, all int) Options {
	o.from += before
	if whole := o.Progress; whole != nil {
		o.Progress = func(done, _ int) { whole(before+done, all) }
	}
	return o
}

// A pointBlock is the values of packages at the points of a block: by point,
// then package.
type pointBlock struct {
	Values      []float64
	Asked, Done int
}

// A pointJob solves several points a block, and keeps one number of every
// package at each.
type pointJob struct {
	study   *study
	measure result.Measure
	blocks  int
	points  int // a block
	row     func(s *solver, block, point int, dst []float64)
}

// A pointTable is what a pointJob comes to.
type pointTable struct {
	values      [][][]float64 // by point, package and block
	asked, done int
}

// run does the job.
func (j pointJob) run(ctx context.Context, opt Options) (*pointTable, error) {
	packages := len(j.study.members[0].ids)
	t := &pointTable{values: make([][][]float64, j.points)}
	for i := range t.values {
		t.values[i] = make([][]float64, packages)
		for p := range t.values[i] {
			t.values[i][p] = make([]float64, j.blocks)
		}
	}
	err := work(ctx, j.study, opt, job[pointBlock]{
		blocks: j.blocks,
		do: func(ctx context.Context, s *solver, block int) (pointBlock, error) {
			var b pointBlock
			u := make([]float64, len(j.study.columns))
			for i := range j.points {
				j.row(s, block, i, u)
				row, _, err := s.at(ctx, 0, block, u)
				if err != nil {
					return b, err
				}
				for p := range row.Outcomes {
					b.Values = append(b.Values, j.measure.Of(&row.Outcomes[p]))
				}
			}
			b.Asked, b.Done = s.asked, s.done
			return b, nil
		},
		merge: func(block int, b pointBlock) error {
			for i, x := range b.Values {
				t.values[i/packages][i%packages][block] = x
			}
			t.asked += b.Asked
			t.done += b.Done
			return nil
		},
	})
	return t, err
}
