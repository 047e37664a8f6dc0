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

// A Job is blocks 0 … Blocks−1 of work.
type Job[T any] struct {
	Blocks    int
	Workers   int // 0: as many as processors
	NewWorker func() Worker[T]

	// Merge is called with the results in the order of their blocks, never
	// concurrently.
	Merge func(block int, result T) error

	// Progress, where it is not nil, is called after each merged block.
	Progress func(done, blocks int)
}

// backlog is how many blocks a worker may be ahead of the merging: it bounds
// the results that wait.
const backlog = 4

// Run runs the job. It stops at the first error in the order of blocks, of a
// worker or of Merge, and at ctx's end with ctx's error; then no goroutine of
// its own is left. Every block before the failing one has been merged unless
// ctx ended. A panic in a worker becomes an error that names the block.
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
	defer stop()

	var (
		todo  = make(chan int)
		done  = make(chan outcome[T], workers)
		ahead = make(chan struct{}, workers*backlog) // a token a block not yet merged
		wg    sync.WaitGroup
	)
	wg.Go(func() {
		defer close(todo)
		for b := range job.Blocks {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- b:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			work := job.NewWorker()
			for b := range todo {
				o := outcome[T]{block: b}
				o.result, o.err = guarded(ctx, work, b)
				select {
				case done <- o:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	err := job.mergeAll(ctx, done, ahead)
	stop()
	wg.Wait()
	return err
}

// outcome is what a worker made of a block.
type outcome[T any] struct {
	block  int
	result T
	err    error
}

// mergeAll merges the outcomes in order as they come.
func (job *Job[T]) mergeAll(ctx context.Context, done <-chan outcome[T], ahead <-chan struct{}) error {
	waiting := map[int]outcome[T]{}
	for next := 0; next < job.Blocks; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case o := <-done:
			waiting[o.block] = o
		}
		for o, ok := waiting[next]; ok; o, ok = waiting[next] {
			delete(waiting, next)
			<-ahead
			if o.err != nil {
				return o.err
			}
			if err := job.Merge(next, o.result); err != nil {
				return err
			}
			next++
			if job.Progress != nil {
				job.Progress(next, job.Blocks)
			}
		}
	}
	return nil
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
