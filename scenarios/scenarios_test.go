package scenarios_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"steadfast/scenarios"
	"steadfast/sim/scenario"
)

// shipped lists the embedded scenario files.
func shipped(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(scenarios.Files(), ".", func(file string, _ fs.DirEntry, err error) error {
		if err == nil && path.Ext(file) == ".toml" {
			names = append(names, file)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("no embedded files (error %v)", err)
	}
	return names
}

// load reads an embedded file, which must be without errors.
func load(t *testing.T, name string) *scenario.Scenario {
	t.Helper()
	s, list := scenario.Load("steadfast:"+name, scenario.Options{Shipped: scenarios.Files()})
	if s == nil {
		for _, d := range list {
			t.Errorf("%s:%d: %s", d.File, d.Range.Start.Line, d.Message())
		}
		t.FailNow()
	}
	return s
}

// Every shipped file loads, puts a question, answers it, and gives every
// uncertain parameter of its own or inherited a source.
func TestShippedScenariosAreComplete(t *testing.T) {
	for _, name := range shipped(t) {
		t.Run(name, func(t *testing.T) {
			s := load(t, name)
			if !strings.HasSuffix(s.Question, "?") || s.Answer == "" {
				t.Errorf("question %q, answer %q: both are needed", s.Question, s.Answer)
			}
			for _, c := range s.Columns() {
				if c.Source == "" {
					t.Errorf("%s is uncertain and has no source", c.Path)
				}
			}
		})
	}
}

// The twin: the same check finds what is wrong in a file that is not shipped.
func TestABrokenScenarioIsFoundOut(t *testing.T) {
	text, err := fs.ReadFile(scenarios.Files(), "base/reference.toml")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"base/reference.toml": {Data: []byte(strings.Replace(string(text), "exponent", "exponnent", 1))}}
	if s, list := scenario.Load("steadfast:base/reference.toml", scenario.Options{Shipped: files}); s != nil || !list.HasErrors() {
		t.Error("a misspelt parameter is not found")
	}
}
