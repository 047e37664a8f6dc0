// Package engine runs independent blocks of work on several workers and hands
// their results over in order, so that what is made of them does not depend on
// how many workers there were or which of them was fastest. It knows nothing
// of what a block computes.
//
//	err := engine.Run(ctx, engine.Job[Row]{
//		Blocks: 128, Workers: 2,
//		NewWorker: func() engine.Worker[Row] { … own scratch memory … },
//		Merge:     func(block int, r Row) error { … },
//	})
//
// A long job also has Keep, which puts finished blocks aside, and Restore,
// which gives them back to a run that continues.
package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
)

// A Worker computes one block. It is used by one goroutine at a time and may
// keep scratch memory between blocks, but what it returns must depend on the
// block's number alone. It should return ctx.Err() soon after ctx is done.
type Worker[T any] func(ctx context.Context, block int) (T, error)

// A Job is blocks 0 … Blocks−1 of work. Its functions but NewWorker's workers
// are called by the goroutine that called Run, one at a time.
type Job[T any] struct {
	Blocks    int
	Workers   int // 0: as many as processors
	NewWorker func() Worker[T]

	// Merge is called with the results in the order of their blocks.
	Merge func(block int, result T) error

	// Progress, where it is not nil, is called after each merged block.
	Progress func(done, blocks int)

	// Restore, where it is not nil, returns the result of a block that an
	// earlier run kept; false: it has to be computed. It is asked once a block,
	// in their order, somewhat ahead of Merge. No worker sees a restored block;
	// who needs the rate of the computed ones counts the restored here.
	Restore func(block int) (T, bool, error)

	// Keep, where it is not nil, receives every computed result as soon as it
	// is there, before Merge and in any order, so that an interrupted run has
	// lost nothing that was computed. It must not change the result.
	Keep func(block int, result T) error
}

// backlog is how many blocks a worker may be ahead of the merging: it bounds
// the results that wait.
const backlog = 4

// Run runs the job. It stops at the first error in the order of blocks, of
// Restore, of a worker or of Merge; at Keep's first error; and at ctx's end
// with ctx's error. Then no goroutine of its own is left, and what workers
// finished until then has been kept too. Every block before the failing one
// has been merged unless ctx ended or Keep failed. A panic in a worker becomes
// an error that names the block.
func Run[T any](ctx context.Context, job Job[T]) error {
	if job.Blocks < 0 || job.Workers < 0 {
		panic(fmt.Sprintf("engine: %d blocks on %d workers", job.Blocks, job.Workers))
	}
	workers := job.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, job.Blocks)
	ctx, stop := context.WithCancel(ctx)

	// The channels hold all blocks that may be under way: nobody waits to send.
	ahead := workers * backlog
	todo := make(chan int, ahead)
	done := make(chan outcome[T], ahead)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			var work Worker[T] // made when there is something to do
			for b := range todo {
				if work == nil {
					work = job.NewWorker()
				}
				o := outcome[T]{block: b}
				o.result, o.err = guarded(ctx, work, b)
				done <- o
			}
		})
	}
	m := merging[T]{job: &job, ahead: ahead, todo: todo, done: done, waiting: map[int]outcome[T]{}}
	err := func() error {
		defer close(todo)
		defer stop()
		return m.run(ctx)
	}()
	wg.Wait()
	close(done)
	return m.keepRest(err)
}

// outcome is what a worker made of a block.
type outcome[T any] struct {
	block  int
	result T
	err    error
}

// ErrPanic is wrapped by the error of a worker that panicked.
var ErrPanic = errors.New("worker panicked")

// guarded calls work and turns a panic into an error.
func guarded[T any](ctx context.Context, work Worker[T], block int) (result T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w in block %d: %v", ErrPanic, block, r)
		}
	}()
	if err := ctx.Err(); err != nil {
		return result, err
	}
	return work(ctx, block)
}
