package scenarios_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"steadfast/scenarios"
	"steadfast/sim/diag"
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

// What a scenario that answers a question must carry: at least three claims, and
// a sweep, its own or inherited. The worlds under base/ ask none of the list.
func TestAnswersAreClaimedAndSwept(t *testing.T) {
	for _, name := range shipped(t) {
		if strings.HasPrefix(name, "base/") {
			continue
		}
		s := load(t, name)
		if len(s.Expects) < 3 {
			t.Errorf("%s: %d claims, want at least 3", name, len(s.Expects))
		}
		if len(s.Sweeps) == 0 {
			t.Errorf("%s has no sweep that answers its question", name)
		}
	}
}

// Every number that a file adds, fixed ones too, has a source or says that it is
// a judgement.
func TestEveryNumberHasASource(t *testing.T) {
	for _, name := range shipped(t) {
		text, err := fs.ReadFile(scenarios.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range sourceless(t, path.Base(name), string(text)) {
			t.Errorf("%s, line %d: %s", name, d.Range.Start.Line-1, d.Message())
		}
	}
}

// The twin: a number and a sample without a source are found.
func TestANumberWithoutASourceIsFoundOut(t *testing.T) {
	text, err := fs.ReadFile(scenarios.Files(), "historical/updated.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{`, source = "judgement: a battalion`, "\nsource = \"make backtest"} {
		before, after, found := strings.Cut(string(text), what)
		if !found {
			t.Fatalf("updated.toml has no %q", what)
		}
		_, after, _ = strings.Cut(after, "\"")
		if got := sourceless(t, "updated.toml", before+after); len(got) != 1 {
			t.Errorf("without %q: %d are found, want 1", what, len(got))
		}
	}
}

// sourceless lists what is said of numbers of a file that name no source.
func sourceless(t *testing.T, name, text string) diag.List {
	t.Helper()
	strict := strings.Replace(text, "\nformat ", "\nstrict = true\nformat ", 1)
	if strict == text {
		t.Fatalf("%s: no line begins with format", name)
	}
	_, found := scenario.Load(path.Join("mine", name), scenario.Options{
		Shipped: scenarios.Files(), ReadFile: func(string) ([]byte, error) { return []byte(strict), nil },
	})
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return !strings.Contains(d.Message(), "has no source") })
}
