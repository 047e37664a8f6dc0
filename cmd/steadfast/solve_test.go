package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"steadfast/sim/model"
)

// vectors are resolved cases with their exact outcomes, made by a separate
// program.
func vectors(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../sim/model/testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vectors (%v)", err)
	}
	return files
}

// near wants two JSON values of the same structure whose numbers differ by no
// more than 1e−9.
func near(t *testing.T, at string, got, want any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(want) {
			t.Errorf("%s: %v, want the fields of %v", at, got, want)
			return
		}
		for key := range want {
			near(t, at+"."+key, g[key], want[key])
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(want) {
			t.Errorf("%s: %v, want %d entries", at, got, len(want))
			return
		}
		for i := range want {
			near(t, at, g[i], want[i])
		}
	case float64:
		if g, ok := got.(float64); !ok || !(math.Abs(g-want) <= 1e-9) {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	default:
		if got != want {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	}
}

// parsed is a JSON text as a value.
func parsed(t *testing.T, data string) map[string]any {
	t.Helper()
	var x map[string]any
	if err := json.Unmarshal([]byte(data), &x); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return x
}

// TestSolveEqualsVectors: what solve prints has the structure and the numbers
// of the vectors' exact outcomes.
func TestSolveEqualsVectors(t *testing.T) {
	for _, file := range vectors(t) {
		stdout, stderr, status := command(t, "solve", file)
		if status != statusYes || stderr != "" {
			t.Errorf("%s: exit status %d\n%s", file, status, stderr)
			continue
		}
		got := parsed(t, stdout)
		near(t, filepath.Base(file), got["exact"], parsed(t, contentsOf(t, file))["exact"])
		if len(got) != 1 {
			t.Errorf("%s: %d things are printed, want the exact outcomes alone", file, len(got))
		}
	}
}

// TestSolveSimulates: the simulated numbers stand beside the exact ones, within
// 5 standard errors; those of another case do not.
func TestSolveSimulates(t *testing.T) {
	long(t)
	const futures = "20000"
	stdout, stderr, status := command(t, "solve", "../../sim/model/testdata/central.json", "--futures", futures, "--seed", "4")
	if status != statusYes {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	var got solved
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.Futures != 20000 || got.Seed != 4 || len(got.Simulated) != len(got.Exact) {
		t.Fatalf("%d futures of seed %d, %d simulated, %d exact", got.Futures, got.Seed, len(got.Simulated), len(got.Exact))
	}
	worst := func(e *exactJSON, s *simulatedJSON) (far float64) {
		check := func(m model.Moment, want float64) {
			if want*20000 < 20 {
				return // too rare for a standard error
			}
			far = max(far, math.Abs(m.Mean-want)/m.StdErr)
		}
		for y := range e.Major {
			check(s.Major[y], e.Major[y])
			check(s.Limited[y], e.Limited[y])
		}
		check(s.Probes, e.Probes)
		check(s.Clash, e.Clash)
		check(s.Defeat, e.Defeat)
		check(s.Deliberate, e.Deliberate)
		check(s.Escalated, e.Escalated)
		check(s.Accident, e.Accident)
		return far
	}
	for i := range got.Exact {
		e, s := &got.Exact[i], &got.Simulated[i]
		if e.ID != s.ID {
			t.Errorf("%s stands beside %s", s.ID, e.ID)
		}
		if far := worst(e, s); far > 5 {
			t.Errorf("%s: %.1f standard errors apart", e.ID, far)
		}
	}
	if far := worst(&got.Exact[0], &got.Simulated[1]); far <= 5 {
		t.Errorf("two different packages are only %.1f standard errors apart: the test sees nothing", far)
	}
}

// TestShowSolves: the cases that show prints are solved as they stand, from a
// file or standard input.
func TestShowSolves(t *testing.T) {
	cases, stderr, status := command(t, "show", "../../sim/model/testdata/kinds.toml", "--json")
	if status != statusYes {
		t.Fatal(stderr)
	}
	var out, talk bytes.Buffer
	if status := run(t.Context(), []string{"solve", "-"}, strings.NewReader(cases), &out, &talk); status != statusYes {
		t.Fatalf("exit status %d\n%s", status, talk.String())
	}
	near(t, "kinds", parsed(t, out.String())["exact"], parsed(t, contentsOf(t, "../../sim/model/testdata/kinds.json"))["exact"])
}

// TestSolveOfReversibleResponses: where some response can end with the breach,
// what becomes of it stands beside the rest, exact and simulated.
func TestSolveOfReversibleResponses(t *testing.T) {
	cases, stderr, status := command(t, "show", smallWorld, "--json", "--set", "instrument.snap.reversibility=0.75")
	if status != statusYes {
		t.Fatal(stderr)
	}
	var out, talk bytes.Buffer
	if status := run(t.Context(), []string{"solve", "-", "--futures", "20000"}, strings.NewReader(cases), &out, &talk); status != statusYes {
		t.Fatalf("exit status %d\n%s", status, talk.String())
	}
	var got solved
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for i, e := range got.Exact {
		s := got.Simulated[i]
		if e.ID != "snap" {
			if e.Aftermath != nil || s.Aftermath != nil {
				t.Errorf("%s: no response of it can end, and one does", e.ID)
			}
			continue
		}
		for what, x := range map[string]struct {
			exact     float64
			simulated model.Moment
		}{"stopped": {e.Stopped, s.Stopped}, "lasting": {e.Lasting, s.Lasting}} {
			if far := math.Abs(x.simulated.Mean-x.exact) / x.simulated.StdErr; far > 5 || x.exact < 0.01 {
				t.Errorf("%s: simulated %v, exact %v: %.1f standard errors", what, x.simulated, x.exact, far)
			}
		}
		if ends := e.Stopped / (e.Stopped + e.Lasting); math.Abs(ends-0.75) > 1e-12 {
			t.Errorf("a response ends with the breach with probability %v, want what was set", ends)
		}
	}
}

// TestSolveMisuse: errors name the file and what is wrong in it.
func TestSolveMisuse(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	corners := contentsOf(t, "../../sim/model/testdata/corners.json")
	for _, tt := range []struct {
		args []string
		says []string
	}{
		{nil, []string{"solve what?"}},
		{[]string{"a.json", "b.json"}, []string{"takes one file, and 2 are given"}},
		{[]string{filepath.Join(dir, "none.json")}, []string{"none.json"}},
		{[]string{"../../sim/model/testdata/central.json", "--futures", "-1"}, []string{"--futures is -1, want 0"}},
		{[]string{write("cut.json", corners[:300])}, []string{"cut.json", "line"}},
		{[]string{write("spelt.json", strings.Replace(corners, `"noise"`, `"nois"`, 1))}, []string{"spelt.json", "nois", "spelling"}},
		{[]string{write("range.json", strings.Replace(corners, `"resolve": 0.7`, `"resolve": 7`, 1))}, []string{"range.json", `package "silent"`, "coalition.resolve is 7, want 0 to 1"}},
		{[]string{write("empty.json", "")}, []string{"empty.json", "empty"}},
	} {
		stdout, stderr, status := command(t, append([]string{"solve"}, tt.args...)...)
		if status != statusFailure || stdout != "" {
			t.Errorf("%q: exit status %d\n%s", tt.args, status, stdout)
		}
		for _, says := range tt.says {
			if !strings.Contains(stderr, says) {
				t.Errorf("%q: %q is not in\n%s", tt.args, says, stderr)
			}
		}
	}
}

// TestSolveIsInterrupted, however many futures are to come.
func TestSolveIsInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var out, talk bytes.Buffer
	status := run(ctx, []string{"solve", "../../sim/model/testdata/central.json", "--futures", "1000000000000"}, strings.NewReader(""), &out, &talk)
	if status != statusInterrupted || out.Len() > 0 {
		t.Errorf("exit status %d\n%s", status, talk.String())
	}
}
