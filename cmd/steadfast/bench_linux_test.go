package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"steadfast/sim"
	"steadfast/sim/scenario"
)

// built builds the command for a benchmark of whole processes.
func built(b *testing.B) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "steadfast")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// timed runs a command to its end and returns its time and its peak memory.
func timed(b *testing.B, binary string, args ...string) (wall time.Duration, peakBytes int64) {
	b.Helper()
	cmd := exec.Command(binary, args...)
	begin := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	wall = time.Since(begin)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		peakBytes = usage.Maxrss * 1024 // kB on Linux
	}
	return wall, peakBytes
}

// BenchmarkRunShipped is the main job as shipped, charts and files included.
func BenchmarkRunShipped(b *testing.B) { whole(b, "run", "ukraine-options") }

// BenchmarkBacktest is the whole backtest of the shipped record, fits, posterior,
// figures and files included.
func BenchmarkBacktest(b *testing.B) { whole(b, "backtest") }

// whole times a command that writes results, and its peak memory.
func whole(b *testing.B, args ...string) {
	binary := built(b)
	var peak int64
	for b.Loop() {
		_, p := timed(b, binary, append(args, "--out", filepath.Join(b.TempDir(), "out"))...)
		peak = max(peak, p)
	}
	b.ReportMetric(float64(peak)/1e6, "MB-peak")
}

// BenchmarkTwoWorkers is how many times faster two workers compute a quarter
// of the shipped cases than one does, measured in turn. What a run does besides
// (reading, drawing, writing: about a second) is left out.
func BenchmarkTwoWorkers(b *testing.B) {
	sc, found := scenario.Load("ukraine-options", loadOptions([]string{"run.cases=512"}))
	if sc == nil {
		b.Fatal(found)
	}
	var times [3]time.Duration // by number of workers
	for b.Loop() {
		for workers := 1; workers <= 2; workers++ {
			begin := time.Now()
			if _, _, err := sim.Run(context.Background(), sc, sim.Options{Workers: workers}); err != nil {
				b.Fatal(err)
			}
			times[workers] += time.Since(begin)
		}
	}
	b.ReportMetric(times[1].Seconds()/times[2].Seconds(), "x-speedup")
}
