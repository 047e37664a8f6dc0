package engine

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// squares is a job whose blocks finish out of order.
func squares(blocks, workers int, into *[]int) Job[int] {
	return Job[int]{
		Blocks: blocks, Workers: workers,
		NewWorker: func() Worker[int] {
			return func(_ context.Context, b int) (int, error) {
				for range b % 7 * 100 {
					runtime.Gosched()
				}
				return b * b, nil
			}
		},
		Merge: func(_ int, x int) error { *into = append(*into, x); return nil },
	}
}

func TestResultsComeInOrderForAnyNumberOfWorkers(t *testing.T) {
	for _, blocks := range []int{0, 1, 2, 100} {
		var want []int
		for b := range blocks {
			want = append(want, b*b)
		}
		for _, workers := range []int{0, 1, 2, 3, 7, 16} {
			var got []int
			if err := Run(context.Background(), squares(blocks, workers, &got)); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d blocks on %d workers: %v", blocks, workers, got)
			}
		}
	}
}

func TestProgressCountsMergedBlocks(t *testing.T) {
	var got, seen []int
	job := squares(5, 2, &got)
	job.Progress = func(done, blocks int) { seen = append(seen, done*10+blocks) }
	if err := Run(context.Background(), job); err != nil {
		t.Fatal(err)
	}
	if want := []int{15, 25, 35, 45, 55}; !slices.Equal(seen, want) {
		t.Errorf("progress %v, want %v", seen, want)
	}
}

func TestFirstErrorInOrderWins(t *testing.T) {
	bad := errors.New("bad block")
	for _, workers := range []int{1, 2, 7} {
		merged := 0
		err := Run(context.Background(), Job[int]{
			Blocks: 50, Workers: workers,
			NewWorker: func() Worker[int] {
				return func(_ context.Context, b int) (int, error) {
					if b >= 20 {
						return 0, errors.Join(bad, errors.New(string(rune('a'+b-20))))
					}
					return b, nil
				}
			},
			Merge: func(b, _ int) error { merged = b + 1; return nil },
		})
		if !errors.Is(err, bad) || err.Error() != "bad block\na" {
			t.Errorf("%d workers: error %v, want that of block 20", workers, err)
		}
		if merged != 20 {
			t.Errorf("%d workers: %d blocks merged, want 20", workers, merged)
		}
	}
}

func TestMergeErrorStops(t *testing.T) {
	full := errors.New("disk full")
	var got []int
	job := squares(1000, 3, &got)
	job.Merge = func(b, _ int) error {
		if b == 4 {
			return full
		}
		return nil
	}
	if err := Run(context.Background(), job); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
}

func TestPanicBecomesError(t *testing.T) {
	err := Run(context.Background(), Job[int]{
		Blocks: 3, Workers: 2,
		NewWorker: func() Worker[int] {
			return func(_ context.Context, b int) (int, error) {
				if b == 1 {
					panic("boom")
				}
				return b, nil
			}
		},
		Merge: func(int, int) error { return nil },
	})
	if !errors.Is(err, ErrPanic) {
		t.Errorf("error %v, want ErrPanic", err)
	}
}

func TestCancelStopsAndLeavesNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	var begun atomic.Int32
	err := Run(ctx, Job[int]{
		Blocks: 1 << 30, Workers: 3,
		NewWorker: func() Worker[int] {
			return func(ctx context.Context, b int) (int, error) {
				if begun.Add(1) == 5 {
					cancel()
				}
				return b, ctx.Err()
			}
		},
		Merge: func(int, int) error { return nil },
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want Canceled", err)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// TestAFastWorkerWaitsForTheMerge bounds the results that wait.
func TestAFastWorkerWaitsForTheMerge(t *testing.T) {
	var begun, merged atomic.Int32
	const workers = 3
	most := int32(0)
	err := Run(context.Background(), Job[int]{
		Blocks: 500, Workers: workers,
		NewWorker: func() Worker[int] {
			return func(context.Context, int) (int, error) {
				begun.Add(1)
				return 0, nil
			}
		},
		Merge: func(int, int) error {
			if ahead := begun.Load() - merged.Add(1); ahead > most {
				most = ahead
			}
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if limit := int32(workers * (backlog + 1)); most > limit {
		t.Errorf("%d blocks ahead of the merge, limit %d", most, limit)
	}
}
