package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"steadfast/plots"
	"steadfast/sim/result"
)

// smallWorld is a scenario of four packages that runs at once.
const smallWorld = "../../sim/testdata/small.toml"

// quick runs smallWorld with few cases into a new folder.
func quick(t *testing.T, args ...string) (dir, stdout, stderr string, status int) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "out", "small")
	stdout, stderr, status = command(t, append([]string{"run", smallWorld, "--out", dir, "--cases", "16", "--futures", "2", "--set", "horizon_years=6"}, args...)...)
	return dir, stdout, stderr, status
}

// inFolder lists the files below a folder.
func inFolder(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// contentsOf reads a file.
func contentsOf(t *testing.T, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// results are the files of a run with futures, sorted.
func results() []string {
	names := []string{"cases.csv", "cases.parquet", "index.html", "result.json"}
	for _, figure := range plots.Names() {
		for _, ending := range []string{".csv", ".png", ".svg"} {
			names = append(names, "figure-"+figure+ending)
		}
	}
	slices.Sort(names)
	return names
}

// TestRunWithEveryFlag: each flag does what it says, and the files are those
// of the run that was asked for.
func TestRunWithEveryFlag(t *testing.T) {
	dir, stdout, stderr, status := quick(t, "--seed", "9", "--design", "latin", "--workers", "2", "--keep-futures",
		"--set", "coalition.resolve=0.7", "--set", "package.trip.coalition.hollow_penalty=1", "--format", "text")
	if status != statusYes {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	if d := cmp.Diff(append(results(), "futures.parquet"), inFolder(t, dir), cmp.Transformer("sort", func(x []string) []string { return slices.Sorted(slices.Values(x)) })); d != "" {
		t.Errorf("files:\n%s", d)
	}
	set, err := result.Read(strings.NewReader(contentsOf(t, dir, "result.json")))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(result.Run{Cases: 16, Futures: 2, Seed: 9, Design: "latin", Replicates: 1, Dimensions: 5}, set.Run); d != "" {
		t.Errorf("the run:\n%s", d)
	}
	if f := set.Scenario.Flat; set.Scenario.HorizonYears != 6 || !strings.Contains(f, "resolve = 0.7") || !strings.Contains(f, "hollow_penalty = 1") {
		t.Errorf("the overrides are not in the scenario:\n%s", f)
	}
	if n := strings.Count(contentsOf(t, dir, "cases.csv"), "\n"); n != 1+16*4 {
		t.Errorf("cases.csv has %d lines, want %d", n, 1+16*4)
	}
	data := contentsOf(t, dir, "futures.parquet")
	futures, err := parquet.Read[result.FutureRow](strings.NewReader(data), int64(len(data)))
	if err != nil || len(futures) != 16*2*4 {
		t.Errorf("%d futures, want %d (error %v)", len(futures), 16*2*4, err)
	}
	for _, want := range []string{"A small world\nWhich of three promises", "16 cases (latin; 5 uncertain parameters) × 2 futures, seed 9", "\nKey judgements\n1. ", "\n5. The strongest caveat", "Simulated against exact risk by year 6"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is not in\n%s", want, stdout)
		}
	}
	if want := "results and charts are in " + dir + "\n"; !strings.HasSuffix(stderr, want) || strings.ContainsAny(stderr, "\r\x1b") {
		t.Errorf("stderr is %q, want %q at its end and no progress in a pipe", stderr, want)
	}
}

// TestRunFormats: json prints the very result.json; the others hold the tables
// and what is said about them, and no number of workers shows anywhere.
func TestRunFormats(t *testing.T) {
	long(t)
	dir, stdout, _, status := quick(t, "--format", "json", "--workers", "1")
	written := contentsOf(t, dir, "result.json")
	if status != statusYes || stdout != written {
		t.Errorf("exit status %d; --format json differs from result.json:\n%s", status, cmp.Diff(written, stdout))
	}
	dir, stdout, _, status = quick(t, "--format", "markdown", "--workers", "3")
	if status != statusYes || !strings.Contains(stdout, "| package |") || !strings.Contains(stdout, "|:--- |") {
		t.Errorf("markdown, exit status %d:\n%s", status, stdout)
	}
	if d := cmp.Diff(written, contentsOf(t, dir, "result.json")); d != "" {
		t.Errorf("3 workers, another folder and another format:\n%s", d)
	}
	_, stdout, _, status = quick(t, "--format", "csv", "--futures", "0")
	if status != statusYes {
		t.Errorf("csv: exit status %d", status)
	}
	for line := range strings.Lines(stdout) {
		if !strings.HasPrefix(line, "#") && line != "\n" && !strings.Contains(line, ",") {
			t.Errorf("csv: %q is no line of a table and no comment", line)
		}
	}
}

// TestRunWithoutFutures draws no figure of them.
func TestRunWithoutFutures(t *testing.T) {
	dir, stdout, stderr, status := quick(t, "--futures", "0")
	if status != statusYes {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	if names := strings.Join(inFolder(t, dir), " "); strings.Contains(names, "futures") || !strings.Contains(names, "figure-compare.svg") {
		t.Errorf("files: %s", names)
	}
	if strings.Contains(stdout, "futures") || strings.Contains(stdout, "Simulated") {
		t.Errorf("futures are spoken of:\n%s", stdout)
	}
}

// TestRunSaysWhatItRounds, and writes where it is not told to.
func TestRunSaysWhatItRounds(t *testing.T) {
	path, err := filepath.Abs(smallWorld)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	stdout, stderr, status := command(t, "run", path, "--cases", "17", "--futures", "1", "--set", `packages=["none"]`)
	if status != statusYes || !strings.Contains(stdout, "cases asked for: 17; a Sobol' design has 16·2^k, so 32 were drawn") {
		t.Errorf("exit status %d\n%s%s", status, stdout, stderr)
	}
	if _, err := os.Stat(filepath.Join("out", "small", "result.json")); err != nil {
		t.Error(err)
	}
}

// TestRunMisuse: exit status 2, a word of help, and nothing written.
func TestRunMisuse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	for _, tt := range []struct {
		args []string
		says string
	}{
		{nil, "give a scenario"},
		{[]string{smallWorld, smallWorld}, "takes one scenario, and 2 are given"},
		{[]string{smallWorld, "--formatt", "csv"}, "did you mean --format?"},
		{[]string{smallWorld, "--format", "jsn"}, "did you mean json?"},
		{[]string{smallWorld, "--workers", "-1"}, "--workers is -1, want 1 or more"},
		{[]string{smallWorld, "--set", `challenger.name="日本"`}, `no character '日'`},
		{[]string{smallWorld, "--cases", "0"}, "--cases is 0, want a whole number from 1 to 100,000,000"},
		{[]string{smallWorld, "--futures", "-1"}, "--futures is -1, want a whole number from 0"},
		{[]string{smallWorld, "--design", "sobl"}, "did you mean sobol?"},
		{[]string{smallWorld, "--seed", "18446744073709551615"}, "--seed is 18446744073709551615, want a whole number from 0"},
		{[]string{smallWorld, "--cases", "many"}, `--cases is "many", want a whole number`},
		{[]string{smallWorld, "--cases", "1", "--design", "random"}, "draw 2 or more"},
		{[]string{"no-such-scenario.toml"}, "no-such-scenario.toml"},
	} {
		stdout, stderr, status := command(t, append([]string{"run", "--out", dir}, tt.args...)...)
		if status != statusFailure || !strings.Contains(stderr, tt.says) || stdout != "" {
			t.Errorf("%q: exit status %d, want 2 and %q\n%s%s", tt.args, status, tt.says, stdout, stderr)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q leaves a folder behind", tt.args)
		}
	}
}

// TestRunInvalid: a wrong file or override never starts a run; exit status 1.
func TestRunInvalid(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	wrong := filepath.Join(t.TempDir(), "wrong.toml")
	if err := os.WriteFile(wrong, []byte(strings.Replace(contentsOf(t, smallWorld), "war_cost  ", "war_cots  ", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{wrong}, "war_cost"},
		{[]string{smallWorld, "--set", "coalition.resolve=1.5"}, "coalition.resolve"},
		{[]string{smallWorld, "--set", "coalition.resolv=0.5"}, `did you mean "resolve"?`},
		{[]string{smallWorld, "--set", "run.cases=0"}, "run.cases is 0"},
	} {
		_, stderr, status := command(t, append([]string{"run", "--out", dir}, tt.args...)...)
		if status != statusNo || !strings.Contains(stderr, tt.says) || !strings.Contains(stderr, "nothing was run") {
			t.Errorf("%q: exit status %d, want 1 and %q\n%s", tt.args, status, tt.says, stderr)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q leaves a folder behind", tt.args)
		}
	}
}

// TestRunRefusesForeignFolders, which stay as they are; exit status 2.
func TestRunRefusesForeignFolders(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{dir, mine} {
		_, stderr, status := command(t, "run", smallWorld, "--out", out)
		if status != statusFailure || !strings.Contains(stderr, out) || !strings.Contains(stderr, "--out") {
			t.Errorf("%s: exit status %d\n%s", out, status, stderr)
		}
	}
	if d := cmp.Diff([]string{"notes.txt"}, inFolder(t, dir)); d != "" || contentsOf(t, mine) != "mine" {
		t.Errorf("the folder has changed:\n%s", d)
	}
}

// TestRunIsInterrupted: exit status 130, at once, with nothing written into a
// new folder and earlier results as they were.
func TestRunIsInterrupted(t *testing.T) {
	ended, stop := context.WithCancel(t.Context())
	stop()
	short, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	earlier, _, stderr, status := quick(t)
	if status != statusYes {
		t.Fatal(stderr)
	}
	before := contentsOf(t, earlier, "result.json")
	for name, ctx := range map[string]context.Context{"before": ended, "during": short} {
		for _, dir := range []string{filepath.Join(t.TempDir(), "new"), earlier} {
			for _, keep := range []string{"--keep-futures=false", "--keep-futures"} {
				var out, talk bytes.Buffer
				begun := time.Now()
				status := run(ctx, []string{"run", smallWorld, "--cases", "1000000", "--out", dir, keep}, strings.NewReader(""), &out, &talk)
				if took := time.Since(begun); took > 5*time.Second {
					t.Errorf("%s: it took %v to stop", name, took)
				}
				if status != statusInterrupted || out.Len() > 0 || !strings.Contains(talk.String(), "interrupted; nothing was written") {
					t.Errorf("%s: exit status %d\n%s%s", name, status, out.String(), talk.String())
				}
				if _, err := os.Stat(dir); dir != earlier && err == nil {
					t.Errorf("%s: the new folder is left behind", name)
				}
			}
		}
	}
	if d := cmp.Diff(results(), inFolder(t, earlier)); d != "" || contentsOf(t, earlier, "result.json") != before {
		t.Errorf("earlier results have changed:\n%s", d)
	}
}

// TestRunSeesAFullDisk: results that cannot be printed are a failure.
func TestRunSeesAFullDisk(t *testing.T) {
	long(t)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	for _, format := range []string{"json", "text"} {
		var talk bytes.Buffer
		status := run(t.Context(), []string{"run", smallWorld, "--cases", "16", "--futures", "0", "--out", t.TempDir(), "--format", format},
			strings.NewReader(""), full, &talk)
		if status != statusFailure || !strings.Contains(talk.String(), "no space left") {
			t.Errorf("%s: exit status %d\n%s", format, status, talk.String())
		}
	}
}
