package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// copyOf puts the shipped file with one text replaced into a folder of its own.
func copyOf(t *testing.T, old, replacement string) string {
	t.Helper()
	text, err := os.ReadFile(shippedFile)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q", shippedFile, old)
	}
	path := filepath.Join(t.TempDir(), "reference.toml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), old, replacement, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRun(t *testing.T) {
	for name, c := range map[string]struct {
		args   []string
		status int
		says   string // on stdout where the status is 0 or 1, else on stderr
	}{
		"evaluate":       {[]string{"-file", shippedFile, "-cases", "32", "-trials", "0"}, 0, "war by year 15"},
		"stray argument": {[]string{"reference.toml"}, 2, "unexpected argument"},
		"unknown flag":   {[]string{"-wirte"}, 2, "wirte"},
		"no file":        {[]string{"-file", "nowhere.toml"}, 2, "nowhere.toml"},
		"short horizon":  {[]string{"-file", copyOf(t, "horizon_years = 20", "horizon_years = 15")}, 2, "horizon_years"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			status := run(c.args, &stdout, &stderr)
			if status != c.status {
				t.Errorf("exit status %d, want %d\n%s", status, c.status, stderr.String())
			}
			out := stdout.String()
			if status == 2 {
				out = stderr.String()
			}
			if !strings.Contains(out, c.says) {
				t.Errorf("output has no %q:\n%s", c.says, out)
			}
		})
	}
}

// A file whose ranges are not the fit is found out, and -write mends it.
func TestRunFindsAndMendsAMisfit(t *testing.T) {
	long(t)
	path := copyOf(t, "war_cost               = { normal = [", "war_cost               = { normal = [0.9, 0.05], min = 0.05, max = 1.5, source = \"x\" }\n# [")
	args := []string{"-file", path, "-cases", "16", "-trials", "60"}
	var stdout, stderr bytes.Buffer
	if status := run(args, &stdout, &stderr); status != 1 {
		t.Fatalf("exit status %d for a war that costs nearly the whole prize, want 1\n%s%s", status, stdout.String(), stderr.String())
	}
	if status := run(append(args, "-write"), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d with -write, want 0\n%s", status, stderr.String())
	}
	if status := run(args, &stdout, &stderr); status != 0 {
		t.Errorf("exit status %d after -write, want 0: the file holds the fit\n%s", status, stdout.String())
	}
}

// long leaves a test that takes seconds out of short runs, which `make race`
// makes; `make test` runs it.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds")
	}
}
