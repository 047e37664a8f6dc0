package engine

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"
	"testing"
)

// kept is what an earlier run left of squares, by block.
type kept map[int]int

// over makes a job restore from and keep in k; into counts the restored blocks.
func (k kept) over(job Job[int], restored *int) Job[int] {
	job.Restore = func(b int) (int, bool, error) {
		x, ok := k[b]
		if ok && restored != nil {
			*restored++
		}
		return x, ok, nil
	}
	job.Keep = func(b, x int) error {
		if _, twice := k[b]; twice {
			return fmt.Errorf("block %d is kept twice", b)
		}
		k[b] = x
		return nil
	}
	return job
}

func TestRestoredBlocksChangeNothing(t *testing.T) {
	const blocks = 60
	all := kept{}
	var want []int
	for b := range blocks {
		all[b] = b * b
		want = append(want, b*b)
	}
	for name, k := range map[string]kept{
		"none":        {},
		"the first":   {0: 0, 1: 1, 2: 4},
		"the last":    {59: 59 * 59},
		"every third": {0: 0, 3: 9, 6: 36, 9: 81, 30: 900, 33: 33 * 33},
		"all":         all,
	} {
		for workers := 1; workers <= 5; workers++ {
			k := maps.Clone(k)
			had, restored := len(k), 0
			var got []int
			job := k.over(squares(blocks, workers, &got), &restored)
			var computed atomic.Int32
			before := maps.Clone(k)
			newWorker := job.NewWorker
			job.NewWorker = func() Worker[int] {
				work := newWorker()
				return func(ctx context.Context, b int) (int, error) {
					if _, ok := before[b]; ok {
						t.Errorf("%s: a worker got block %d, which was restored", name, b)
					}
					computed.Add(1)
					return work(ctx, b)
				}
			}
			if err := Run(context.Background(), job); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) || !maps.Equal(k, all) {
				t.Errorf("%s, %d workers: merged %v, kept %v", name, workers, got, k)
			}
			if restored != had || int(computed.Load()) != blocks-had {
				t.Errorf("%s, %d workers: %d restored, %d computed, had %d of %d", name, workers, restored, computed.Load(), had, blocks)
			}
		}
	}
}

// TestAllRestoredMakesNoWorker: its memory is not needed.
func TestAllRestoredMakesNoWorker(t *testing.T) {
	var got []int
	job := kept{0: 0, 1: 1}.over(squares(2, 2, &got), nil)
	job.NewWorker = func() Worker[int] { t.Error("a worker is made"); return nil }
	if err := Run(context.Background(), job); err != nil || !slices.Equal(got, []int{0, 1}) {
		t.Errorf("%v, %v", got, err)
	}
}

// TestCancelThenResume: however often and wherever a run is interrupted, the
// last gives the same, and no block that was kept is computed again.
func TestCancelThenResume(t *testing.T) {
	const blocks = 40
	for workers := 1; workers <= 5; workers++ {
		k := kept{}
		runs := 0
		for {
			runs++
			ctx, cancel := context.WithCancel(context.Background())
			var got []int
			had := len(k)
			job := k.over(squares(blocks, workers, &got), nil)
			keep := job.Keep
			job.Keep = func(b, x int) error {
				if len(k) == had+5 {
					cancel()
				}
				return keep(b, x)
			}
			err := Run(ctx, job)
			cancel()
			if err == nil {
				var want []int
				for b := range blocks {
					want = append(want, b*b)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%d workers, %d runs: %v", workers, runs, got)
				}
				break
			}
			if !errors.Is(err, context.Canceled) || len(k) < had+6 {
				t.Fatalf("%d workers: %v, %d kept after %d", workers, err, len(k), had)
			}
		}
		if runs < 3 {
			t.Errorf("%d workers: %d runs, so none was interrupted twice", workers, runs)
		}
	}
}

// TestWhatIsFinishedAtTheEndIsKept, though it comes after the run has failed.
func TestWhatIsFinishedAtTheEndIsKept(t *testing.T) {
	bad := errors.New("bad block")
	k := kept{}
	ended := make(chan struct{})
	var begun atomic.Int32
	job := k.over(Job[int]{
		Blocks: 20, Workers: 3,
		NewWorker: func() Worker[int] {
			return func(ctx context.Context, b int) (int, error) {
				if begun.Add(1) == 3 {
					close(ended)
				}
				<-ended // all three are under way
				if b == 0 {
					return 0, bad
				}
				<-ctx.Done()
				return b * b, nil
			}
		},
		Merge: func(int, int) error { return nil },
	}, nil)
	if err := Run(context.Background(), job); !errors.Is(err, bad) {
		t.Errorf("error %v", err)
	}
	// The third worker may have begun another block before the run stopped.
	delete(k, 3)
	if want := (kept{1: 1, 2: 4}); !maps.Equal(k, want) {
		t.Errorf("kept %v, want %v", k, want)
	}

	// Where that cannot be kept, both are said.
	full := errors.New("disk full")
	begun.Store(0)
	ended = make(chan struct{})
	calls := 0
	job.Keep = func(int, int) error { calls++; return full }
	if err := Run(context.Background(), job); !errors.Is(err, bad) || !errors.Is(err, full) || calls != 1 {
		t.Errorf("error %v after %d calls", err, calls)
	}
}

func TestKeepErrorStops(t *testing.T) {
	full := errors.New("disk full")
	for workers := 1; workers <= 5; workers++ {
		var got []int
		job := squares(1000, workers, &got)
		calls := 0
		job.Keep = func(int, int) error {
			if calls++; calls == 7 {
				return full
			}
			return nil
		}
		if err := Run(context.Background(), job); !errors.Is(err, full) || calls != 7 || len(got) > 6 {
			t.Errorf("%d workers: error %v after %d calls and %d merged", workers, err, calls, len(got))
		}
	}
}

// TestRestoreErrorComesInOrder: blocks before it are merged, none after.
func TestRestoreErrorComesInOrder(t *testing.T) {
	damaged := errors.New("damaged")
	for workers := 1; workers <= 5; workers++ {
		var got []int
		job := squares(30, workers, &got)
		job.Restore = func(b int) (int, bool, error) {
			if b == 4 {
				return 0, false, damaged
			}
			return b * b, b%2 == 1, nil
		}
		if err := Run(context.Background(), job); !errors.Is(err, damaged) || !slices.Equal(got, []int{0, 1, 4, 9}) {
			t.Errorf("%d workers: error %v, merged %v", workers, err, got)
		}
	}
}

// TestRestoreWaitsForTheMerge, so that what is restored is not all held at once.
func TestRestoreWaitsForTheMerge(t *testing.T) {
	const workers = 2
	asked, merged, most := 0, 0, 0
	err := Run(context.Background(), Job[int]{
		Blocks: 300, Workers: workers,
		NewWorker: func() Worker[int] { return func(_ context.Context, b int) (int, error) { return b, nil } },
		Restore: func(b int) (int, bool, error) {
			if b != asked {
				t.Errorf("asked for block %d, want %d", b, asked)
			}
			asked++
			most = max(most, asked-merged)
			return b, b%3 != 0, nil
		},
		Merge: func(int, int) error { merged++; return nil },
	})
	if err != nil || asked != 300 {
		t.Fatalf("%d asked, %v", asked, err)
	}
	if most > workers*backlog {
		t.Errorf("%d blocks ahead of the merge, limit %d", most, workers*backlog)
	}
}
