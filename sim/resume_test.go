package sim

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/journal"
	"steadfast/sim/result"
)

// TestInterruptedWorkContinues: every long command, stopped after any number of
// blocks and resumed, ends in the same bytes.
func TestInterruptedWorkContinues(t *testing.T) {
	long(t)
	sc := tiny(t, expecting("risk(none) > 0.86", "top_driver(none) = challenger.war_cost", "better(snap, none) > 0.99"),
		"run.cases=8", "run.futures=2")
	other := with(t, sc, "coalition.resolve=0.3", "challenger.noise=0.2", "challenger.war_cost=0.4", "watch.detection=0.5", "coalition.hollow_penalty=1",
		"instrument.snap.severity=0.1", "instrument.force.troops=8000")
	plan := quick(result.MethodTornado, result.MethodSobol, result.MethodPRCC)
	plan.TornadoCases, plan.BasePoints, plan.GivenCases = 4, 4, 16
	for name, compute := range map[string]func(context.Context, Options) (any, error){
		"run": func(ctx context.Context, opt Options) (any, error) {
			set, _, err := Run(ctx, sc, opt)
			return set, err
		},
		"sweep": func(ctx context.Context, opt Options) (any, error) {
			return Sweep(ctx, sc, gridOf(t, sc, "coalition.resolve=0.3,0.6"), opt)
		},
		"sensitivity": func(ctx context.Context, opt Options) (any, error) { return Sensitivity(ctx, sc, plan, opt) },
		"check": func(ctx context.Context, opt Options) (any, error) {
			c, err := Check(ctx, sc, CheckPlan{FirstCases: 8, MaxCases: 16, ErrorRate: 0.05}, opt)
			if err == nil && len(c.Looks) != 2 {
				t.Errorf("check: looks %v, want two", c.Looks)
			}
			return c, err
		},
		"threshold": func(ctx context.Context, opt Options) (any, error) {
			return Threshold(ctx, sc, varying(t, sc, "instrument.snap.severity=0.1,0.12"), "risk(snap) < 0.41", opt)
		},
		"diff": func(ctx context.Context, opt Options) (any, error) {
			return Diff(ctx, with(t, sc, "run.cases=2"), other, DiffPlan{ByKey: true, Measure: "risk"}, opt)
		},
	} {
		whole, err := compute(t.Context(), Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := asJSON(t, whole)
		header := journal.Header{Version: "test", Key: "key", Job: name}
		path := filepath.Join(t.TempDir(), "journal")
		kept, err := journal.Create(path, header)
		if err != nil {
			t.Fatal(err)
		}
		kept.Close()
		interrupted := 0
		for ; ; interrupted++ {
			if kept, err = journal.Resume(path, header); err != nil {
				t.Fatal(err)
			}
			before := kept.Done()
			ctx, stop := context.WithCancel(t.Context())
			got, err := compute(ctx, Options{Journal: kept, Progress: func(int, int) {
				if kept.Done() >= before+3<<interrupted { // so many new blocks at a time
					stop()
				}
			}})
			stop()
			kept.Close()
			if err == nil {
				if d := cmp.Diff(want, asJSON(t, got)); d != "" {
					t.Errorf("%s, resumed %d times:\n%s", name, interrupted, d)
				}
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%s: %v", name, err)
			}
			if kept.Done() == before {
				t.Fatalf("%s: nothing new was kept", name)
			}
		}
		if interrupted == 0 {
			t.Errorf("%s was never interrupted", name)
		}
		// All is kept now: a job that finds it so computes nothing.
		if kept, err = journal.Resume(path, header); err != nil {
			t.Fatal(err)
		}
		blocks := kept.Done()
		if got, err := compute(t.Context(), Options{Journal: kept}); err != nil || asJSON(t, got) != want || kept.Done() != blocks {
			t.Errorf("%s from what is kept: %v, %d blocks and before %d", name, err, kept.Done(), blocks)
		}
		kept.Close()
	}
}

// TestBlocksComeFromTheJournal and are not computed anew: those of another
// scenario give its numbers. (Who opens a journal sees to it that it is the
// same one's.)
func TestBlocksComeFromTheJournal(t *testing.T) {
	header := journal.Header{Version: "test", Key: "key", Job: "sweep"}
	path := filepath.Join(t.TempDir(), "journal")
	kept, err := journal.Create(path, header)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	one, two := tiny(t, "", "run.cases=4"), tiny(t, "", "run.cases=4", "challenger.noise=0.2")
	const text = "coalition.resolve=0.3,0.6"
	want := swept(t, one, gridOf(t, one, text), Options{Journal: kept})
	got := swept(t, two, gridOf(t, two, text), Options{Journal: kept})
	numbers := func(s *result.Sweep) []any { return []any{s.Base, s.Points, s.Asked, s.Done} }
	if d := cmp.Diff(numbers(want), numbers(got)); d != "" {
		t.Errorf("the blocks were computed anew:\n%s", d)
	}
	if cmp.Equal(numbers(want), numbers(swept(t, two, gridOf(t, two, text), Options{}))) {
		t.Error("the two scenarios have the same numbers")
	}
}
