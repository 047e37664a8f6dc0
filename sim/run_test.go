package sim

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

// withWeights are uncertain weights of the appraisal.
const withWeights = `
[weights]
major_breach = 100
clash        = { uniform = [20, 400] }
lasting_response = 30
cost_per_bn  = { uniform = [0.1, 3] }
`

// TestSameBytesForAnyWorkers: the result, the table of cases and the stream of
// futures do not depend on the number of workers.
func TestSameBytesForAnyWorkers(t *testing.T) {
	type files struct{ set, csv, futures []byte }
	var first files
	for _, workers := range []int{1, 2, 3, 7, 16} {
		var futures bytes.Buffer
		w := result.NewFutureWriter(&futures)
		set, cases := run(t, small(t, withWeights), Options{Workers: workers, Futures: w})
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		var got files
		got.set, got.csv = written(t, set, cases)
		got.futures = futures.Bytes()
		if workers == 1 {
			first = got
			continue
		}
		if !bytes.Equal(got.set, first.set) {
			t.Errorf("%d workers: result.json differs:\n%s", workers, cmp.Diff(string(first.set), string(got.set)))
		}
		if !bytes.Equal(got.csv, first.csv) {
			t.Errorf("%d workers: cases.csv differs", workers)
		}
		if !bytes.Equal(got.futures, first.futures) {
			t.Errorf("%d workers: futures.parquet differs", workers)
		}
	}
}

// TestSeedsDiffer: another seed gives other numbers, under every design.
func TestSeedsDiffer(t *testing.T) {
	long(t)
	for _, design := range []string{"sobol", "latin", "random"} {
		one, _ := run(t, small(t, "", "run.design='"+design+"'", "run.seed=1"), Options{})
		two, _ := run(t, small(t, "", "run.design='"+design+"'", "run.seed=2"), Options{})
		for i := range one.Packages {
			if a, b := one.Packages[i], two.Packages[i]; a.Risk.Mean == b.Risk.Mean || a.Simulated.Risk.Mean == b.Simulated.Risk.Mean {
				t.Errorf("%s, %s: seeds 1 and 2 give the same risk, exact %v or simulated %v", design, a.ID, a.Risk.Mean, a.Simulated.Risk.Mean)
			}
		}
	}
}

// TestSobolRounds: a Sobol' run has 16·2^k cases; the others have what is asked.
func TestSobolRounds(t *testing.T) {
	long(t)
	for _, tt := range []struct {
		design            string
		asked, got, repls int
	}{
		{"sobol", 1, 16, 16}, {"sobol", 16, 16, 16}, {"sobol", 17, 32, 16}, {"sobol", 40, 64, 16},
		{"latin", 17, 17, 1}, {"random", 17, 17, 1}, {"random", 2, 2, 1},
	} {
		sc := small(t, "", "run.design='"+tt.design+"'", "run.futures=1")
		sc.Run.Cases = tt.asked
		set, cases := run(t, sc, Options{})
		if set.Run.Cases != tt.got || len(cases.Rows) != tt.got || set.Run.Replicates != tt.repls {
			t.Errorf("%s, %d cases asked: %d cases, %d rows, %d replicates; want %d, %d, %d", tt.design, tt.asked,
				set.Run.Cases, len(cases.Rows), set.Run.Replicates, tt.got, tt.got, tt.repls)
		}
	}
}

// TestOneCaseIsRefused: nothing could be said of its sampling error.
func TestOneCaseIsRefused(t *testing.T) {
	sc := small(t, "", "run.design='random'", "run.cases=1")
	if _, _, err := Run(t.Context(), sc, Options{}); err == nil || !strings.Contains(err.Error(), "draw 2 or more") {
		t.Errorf("error %v", err)
	}
}

// TestRunStops: a context that has ended ends the run with its error.
func TestRunStops(t *testing.T) {
	ended, stop := context.WithCancel(t.Context())
	stop()
	if set, _, err := Run(ended, small(t, ""), Options{}); !errors.Is(err, context.Canceled) || set != nil {
		t.Errorf("ended before: set %v, error %v", set, err)
	}
	during, stop := context.WithCancel(t.Context())
	defer stop()
	progress := func(done, cases int) {
		if done >= cases/2 {
			stop()
		}
	}
	if _, _, err := Run(during, small(t, ""), Options{Workers: 2, Progress: progress}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended during: error %v", err)
	}
}

// TestProgressCountsCases up to all of them, never down.
func TestProgressCountsCases(t *testing.T) {
	var seen []int
	run(t, small(t, "", "run.cases=18", "run.design='latin'", "run.futures=0"), Options{Workers: 3, Progress: func(done, cases int) {
		if cases != 18 || len(seen) > 0 && done <= seen[len(seen)-1] {
			t.Errorf("%d of %d after %v", done, cases, seen)
		}
		seen = append(seen, done)
	}})
	if len(seen) == 0 || seen[len(seen)-1] != 18 {
		t.Errorf("progress was %v", seen)
	}
}

// A failing writer takes some bytes, then no more.
type failing struct{ room int }

var errFull = errors.New("no space left on device")

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestFuturesThatCannotBeWritten fail the run or, where little is written late,
// the closing of the file.
func TestFuturesThatCannotBeWritten(t *testing.T) {
	w := result.NewFutureWriter(&failing{room: 10})
	_, _, err := Run(t.Context(), small(t, ""), Options{Futures: w})
	if err == nil {
		err = w.Close()
	}
	if !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// TestNoFutures: without futures there is nothing simulated, and the exact
// numbers are the same.
func TestNoFutures(t *testing.T) {
	with, _ := run(t, small(t, ""), Options{})
	without, _ := run(t, small(t, "", "run.futures=0"), Options{})
	for i := range with.Packages {
		a, b := with.Packages[i], without.Packages[i]
		if b.Simulated != nil || b.Sample != "" {
			t.Errorf("%s: %+v, sample %q without futures", b.ID, b.Simulated, b.Sample)
		}
		a.Simulated, a.Sample = nil, ""
		if d := cmp.Diff(a, b); d != "" {
			t.Errorf("%s: the exact numbers differ:\n%s", a.ID, d)
		}
	}
	for _, p := range without.Pairs {
		if p.FuturesABetter != 0 || p.FuturesBBetter != 0 {
			t.Errorf("%s against %s counts futures", p.A, p.B)
		}
	}
}

// TestOnePackage runs, and has no pairs.
func TestOnePackage(t *testing.T) {
	set, _ := run(t, small(t, "", `packages=["none"]`), Options{})
	if len(set.Packages) != 1 || len(set.Pairs) != 0 {
		t.Errorf("%d packages, %d pairs", len(set.Packages), len(set.Pairs))
	}
}

// certain makes every parameter of small.toml a number.
var certain = []string{
	"{ pert = [0.4, 0.6, 0.9] }", "0.6", "{ uniform = [-0.35, -0.05] }", "-0.2", "{ pert = [1, 5, 15] }", "5",
	"{ uniform = [0.3, 0.8] }", "0.5", "{ beta = [6, 4] }", "0.6", "{ uniform = [5_000, 20_000] }", "10_000",
}

// TestNothingUncertain: every case is the same, and no mean has an error.
func TestNothingUncertain(t *testing.T) {
	set, cases := run(t, edited(t, certain...), Options{})
	if set.Run.Dimensions != 0 || len(cases.Columns) != 0 {
		t.Fatalf("%d dimensions, %d columns", set.Run.Dimensions, len(cases.Columns))
	}
	for _, p := range set.Packages {
		if p.Risk.StdErr != 0 || p.Risk.P5 != p.Risk.Mean || p.Risk.P95 != p.Risk.Mean || p.Risk.Mean != cases.Rows[0].Outcomes[0].Risk && p.ID == "none" {
			t.Errorf("%s: %+v", p.ID, p.Risk)
		}
		if p.Simulated.Risk.StdErr == 0 {
			t.Errorf("%s: its futures have no error", p.ID)
		}
	}
	for _, p := range set.Pairs {
		if p.Difference.StdErr != 0 || p.Tied != (p.Difference.Mean == 0) {
			t.Errorf("%s against %s: %+v, tied %v", p.A, p.B, p.Difference, p.Tied)
		}
	}
}

// TestHorizons: the last reported year is the horizon, whole or not, and its
// number is the headline.
func TestHorizons(t *testing.T) {
	long(t)
	for _, tt := range []struct {
		horizon string
		months  int
		years   []float64
	}{
		{"7.5", 90, []float64{1, 2, 3, 4, 5, 6, 7, 7.5}},
		{"2", 24, []float64{1, 2}},
		{"0.5", 6, []float64{0.5}},
		{"1.26", 15, []float64{1, 1.26}},
	} {
		set, _ := run(t, small(t, "", "horizon_years="+tt.horizon), Options{})
		for _, p := range set.Packages {
			if len(p.Monthly.Mean) != tt.months {
				t.Errorf("%s years: %d months", tt.horizon, len(p.Monthly.Mean))
			}
			for name, of := range map[string][]result.Year{"major": p.Major, "limited": p.Limited, "hazard": p.Hazard} {
				var years []float64
				for _, y := range of {
					years = append(years, y.Years)
				}
				if d := cmp.Diff(tt.years, years); d != "" {
					t.Errorf("%s years, %s:\n%s", tt.horizon, name, d)
				}
			}
			if last := p.Major[len(p.Major)-1]; last.Summary != p.Risk {
				t.Errorf("%s years, %s: %+v at the horizon, the headline is %+v", tt.horizon, p.ID, last.Summary, p.Risk)
			}
			if p.RestrictedMean.Mean > float64(tt.months)/12 || !(p.RestrictedMean.Mean > 0) {
				t.Errorf("%s years, %s: %v years to the breach", tt.horizon, p.ID, p.RestrictedMean.Mean)
			}
		}
	}
}

// TestSampleShowsTheFutures: the sample's letters are those of future 0 of the
// cases it shows, which the table of futures holds, too.
func TestSampleShowsTheFutures(t *testing.T) {
	long(t)
	set, cases := run(t, small(t, ""), Options{})
	for p, pack := range set.Packages {
		if len(pack.Sample) != len(cases.Rows) {
			t.Fatalf("%s: a sample of %d of %d cases", pack.ID, len(pack.Sample), len(cases.Rows))
		}
		for c, letter := range pack.Sample {
			r, err := ReplayFuture(small(t, ""), c, 0)
			if err != nil {
				t.Fatal(err)
			}
			end := r.Stories[p].End
			want := 'h'
			if end.Month >= 0 {
				want = 'm'
			} else if end.Limited >= 0 {
				want = 'l'
			}
			if letter != want {
				t.Errorf("%s, case %d: %c, its story ends with %c", pack.ID, c, letter, want)
			}
			if c == 12 {
				break
			}
		}
		s := pack.Simulated
		if all := s.Held + s.LimitedOnly + s.Major; all != len(cases.Rows)*set.Run.Futures {
			t.Errorf("%s: %d futures", pack.ID, all)
		}
		if got := float64(s.Major) / float64(len(cases.Rows)*set.Run.Futures); math.Abs(got-s.Risk.Mean) > 1e-15 {
			t.Errorf("%s: %v of futures, the mean is %v", pack.ID, got, s.Risk.Mean)
		}
	}
}

// TestReplayKnowsTheRun refuses what the run does not have.
func TestReplayKnowsTheRun(t *testing.T) {
	sc := small(t, "", "run.cases=20", "run.futures=3")
	for want, at := range map[string][2]int{
		"case 32: a run of small has 32 cases, numbered from 0 to 31": {32, 0},
		"case -1: a run of small has 32 cases, numbered from 0 to 31": {-1, 0},
		"future 3: a run of small has futures 0 to 2 in each case":    {0, 3},
		"future -1: a run of small has futures 0 to 2 in each case":   {0, -1},
	} {
		if _, err := ReplayFuture(sc, at[0], at[1]); err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
	none := small(t, "", "run.futures=0")
	if r, err := ReplayFuture(none, 0, 0); err != nil || len(r.Stories) != 4 {
		t.Errorf("future 0 without futures: %v", err)
	}
	if _, err := ReplayFuture(none, 0, 1); err == nil || !strings.Contains(err.Error(), "futures 0 to 0") {
		t.Errorf("future 1 without futures: %v", err)
	}
}
