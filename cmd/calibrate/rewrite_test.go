package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReplaceRanges(t *testing.T) {
	const before = `# war_cost = { normal = [9, 9] }
[protege]
war_cost = { normal = [7, 7] }
[challenger]  # the one that chooses
war_cost  = { normal = [0.64, 0.17], min = 0.05, source = "fitted [1, 2]" }
probe_gain = {normal=[-0.2,0.3], min = -1}
[challenger.forces]
noise = { normal = [5, 5] }
`
	const after = `# war_cost = { normal = [9, 9] }
[protege]
war_cost = { normal = [7, 7] }
[challenger]  # the one that chooses
war_cost  = { normal = [0.618, 0.117], min = 0.05, source = "fitted [1, 2]" }
probe_gain = {normal=[-0.259, 0.362], min = -1}
[challenger.forces]
noise = { normal = [5, 5] }
`
	got, err := replaceRanges(before, ranges{
		{Path: "challenger.war_cost", Mean: .618, SD: .117},
		{Path: "challenger.probe_gain", Mean: -.259, SD: .362},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, got); diff != "" {
		t.Error(diff)
	}
	for _, path := range []string{"challenger.noise", "watch.noise"} {
		if _, err := replaceRanges(before, ranges{{Path: path, Mean: 1, SD: 1}}); err == nil {
			t.Errorf("%s: no error, though the file has no such range there", path)
		}
	}
}

// A rewrite that the loader refuses leaves the file, and nothing beside it.
func TestRewriteIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "reference.toml")
	text, err := os.ReadFile(shippedFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := rewrite(path, ranges{{Path: "challenger.war_cost", Mean: 99, SD: .1}}); err == nil {
		t.Error("a war cost of 99 is written without an error")
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(text) {
		t.Errorf("a refused rewrite has changed the file (error %v)", err)
	}
	if err := rewrite(path, ranges{{Path: "challenger.war_cost", Mean: .5, SD: .25}}); err != nil {
		t.Fatal(err)
	}
	now, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(now), "normal = [0.5, 0.25], min = 0.05") {
		t.Errorf("the fitted range is not in the file (error %v)", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files after two rewrites, want the scenario alone (error %v)", len(entries), err)
	}
}
