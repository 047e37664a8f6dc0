package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

// TestInterruptedCommandsResume: each long command that is interrupted keeps
// its finished blocks and says so; refuses to continue on an edited scenario,
// or with other flags, and loses nothing by it; and then continues to the bytes
// of one that was not interrupted.
func TestInterruptedCommandsResume(t *testing.T) {
	long(t)
	claims := filepath.Join(t.TempDir(), "claims.toml")
	world, err := filepath.Abs(smallWorld)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(claims, []byte("format = 1\ntitle = \"Claims\"\nextends = \""+world+`"
[[expect]]
claim = "one that stays open"
that  = "risk(none) < 73.1 % and top_driver(none) = challenger.war_cost"
`), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		args   []string // but --out
		sub    string   // of --out, in which the results are
		other  []string // flags of another job
		status int
	}{
		"run": {[]string{"run", smallWorld, "--cases", "128", "--futures", "4"}, "", []string{"--futures", "5"}, statusYes},
		"sweep": {[]string{"sweep", smallWorld, "--vary", "coalition.resolve=0.2:0.8:5", "--cases", "64", "--futures", "0"}, "",
			[]string{"--seed", "77"}, statusYes},
		"sensitivity": {[]string{"sensitivity", smallWorld, "--method", "tornado,given,sobol", "--tornado-cases", "32", "--base", "32", "--cases", "64", "--futures", "0"}, "",
			[]string{"--base", "128"}, statusYes},
		"check": {[]string{"check", claims, "--max-cases", "256"}, "claims", []string{"--error-rate", "0.02"}, statusUndecided},
	} {
		whole, cut := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "cut")
		if _, talk, status := command(t, append(tt.args, "--out", whole)...); status != tt.status {
			t.Errorf("%s: exit status %d\n%s", name, status, talk)
			continue
		}
		journal := filepath.Join(cut, tt.sub, ".partial", "journal")
		status, talk := cutShort(t, journal, append(tt.args, "--out", cut, "--workers", "1"))
		if status != statusInterrupted || !strings.Contains(talk, "finished block") || !strings.Contains(talk, "--resume continues") {
			t.Errorf("%s: exit status %d\n%s", name, status, talk)
			continue
		}
		kept := contentsOf(t, journal)
		for _, other := range [][]string{tt.other, {"--set", "challenger.clash_cost=0.45"}} {
			_, talk, status := command(t, append(append(tt.args, "--out", cut, "--resume"), other...)...)
			if status != statusFailure || !strings.Contains(talk, "the interrupted run is another") {
				t.Errorf("%s %q: exit status %d, want 2 and why\n%s", name, other, status, talk)
			}
			if contentsOf(t, journal) != kept {
				t.Errorf("%s %q: the finished blocks have changed", name, other)
			}
		}
		if _, talk, status := command(t, append(tt.args, "--out", cut, "--resume")...); status != tt.status || !strings.Contains(talk, "continuing after ") {
			t.Errorf("%s: resumed, exit status %d\n%s", name, status, talk)
		}
		files := inFolder(t, whole)
		if d := cmp.Diff(files, inFolder(t, cut)); d != "" || len(files) == 0 {
			t.Errorf("%s: other files:\n%s", name, d)
			continue
		}
		for _, file := range files {
			if contentsOf(t, whole, file) != contentsOf(t, cut, file) {
				t.Errorf("%s: %s differs from that of a command that was not interrupted", name, file)
			}
		}
	}
}

// cutShort runs a command and interrupts it as soon as its journal holds
// blocks.
func cutShort(t *testing.T, journal string, args []string) (status int, talk string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() {
		for ctx.Err() == nil {
			if info, err := os.Stat(journal); err == nil && info.Size() > 10_000 {
				stop()
			}
			time.Sleep(time.Millisecond)
		}
	}()
	var out, err bytes.Buffer
	status = run(ctx, args, strings.NewReader(""), &out, &err)
	return status, err.String()
}

// TestBusyFolder: two commands do not share a folder, and the second harms
// nothing.
func TestBusyFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	first, err := result.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Abort()
	if err := first.Write(result.SweepFile, func(f *os.File) error { _, err := f.WriteString("{}"); return err }); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"run", smallWorld}, {"sweep", smallWorld, "--vary", "coalition.resolve=0.2:0.8:2"}, {"sensitivity", smallWorld, "--resume"},
	} {
		_, talk, status := command(t, append(args, "--cases", "16", "--futures", "0", "--out", dir)...)
		if status != statusFailure || !strings.Contains(talk, dir) || !strings.Contains(talk, "wait until it ends, or name another with --out") {
			t.Errorf("%q: exit status %d, want 2 and why\n%s", args, status, talk)
		}
	}
	if err := first.Commit(); err != nil {
		t.Errorf("the first is disturbed: %v", err)
	}
	if d := cmp.Diff([]string{result.SweepFile}, inFolder(t, dir)); d != "" {
		t.Error(d)
	}
}
