package main

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
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
func BenchmarkRunShipped(b *testing.B) {
	binary := built(b)
	var peak int64
	for b.Loop() {
		_, p := timed(b, binary, "run", "ukraine-options", "--out", filepath.Join(b.TempDir(), "out"))
		peak = max(peak, p)
	}
	b.ReportMetric(float64(peak)/1e6, "MB-peak")
}

// BenchmarkTwoWorkers is how many times faster two workers are than one, on a
// quarter of the shipped cases, measured in turn.
func BenchmarkTwoWorkers(b *testing.B) {
	binary := built(b)
	var one, two time.Duration
	for b.Loop() {
		for workers, sum := range map[int]*time.Duration{1: &one, 2: &two} {
			wall, _ := timed(b, binary, "run", "ukraine-options", "--cases", "512",
				"--workers", strconv.Itoa(workers), "--out", filepath.Join(b.TempDir(), "out"))
			*sum += wall
		}
	}
	b.ReportMetric(one.Seconds()/two.Seconds(), "x-speedup")
}
