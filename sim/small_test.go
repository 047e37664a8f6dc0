package sim

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// small loads testdata/small.toml with text appended and overrides.
func small(t testing.TB, more string, set ...string) *scenario.Scenario {
	t.Helper()
	return world(t, "testdata/small.toml", more, set)
}

// world loads a scenario with text appended and overrides.
func world(t testing.TB, file, more string, set []string) *scenario.Scenario {
	t.Helper()
	sc, list := scenario.Load(file, scenario.Options{
		Set: set,
		ReadFile: func(name string) ([]byte, error) {
			data, err := os.ReadFile(name)
			return append(data, more...), err
		},
	})
	if sc == nil {
		t.Fatal(list)
	}
	return sc
}

// edited loads testdata/small.toml with texts replaced: old, new, old, new, …
func edited(t testing.TB, replace ...string) *scenario.Scenario {
	t.Helper()
	sc, list := scenario.Load("testdata/small.toml", scenario.Options{
		ReadFile: func(name string) ([]byte, error) {
			data, err := os.ReadFile(name)
			text := string(data)
			for i := 0; i < len(replace); i += 2 {
				if !strings.Contains(text, replace[i]) {
					t.Fatalf("small.toml does not hold %q", replace[i])
				}
				text = strings.ReplaceAll(text, replace[i], replace[i+1])
			}
			return []byte(text), err
		},
	})
	if sc == nil {
		t.Fatal(list)
	}
	return sc
}

// run runs a scenario.
func run(t testing.TB, sc *scenario.Scenario, opt Options) (*result.Set, *result.Cases) {
	t.Helper()
	set, cases, err := Run(t.Context(), sc, opt)
	if err != nil {
		t.Fatal(err)
	}
	return set, cases
}

// byID returns a package of a set.
func byID(t testing.TB, set *result.Set, id string) *result.Package {
	t.Helper()
	for i := range set.Packages {
		if set.Packages[i].ID == id {
			return &set.Packages[i]
		}
	}
	t.Fatalf("no package %q", id)
	return nil
}

// written returns the result and the table of cases as files hold them.
func written(t testing.TB, set *result.Set, cases *result.Cases) (setJSON, csv []byte) {
	t.Helper()
	var a, b bytes.Buffer
	if err := set.Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := cases.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes()
}

// asJSON is a value as result.json holds it.
func asJSON(t testing.TB, x any) string {
	t.Helper()
	data, err := json.MarshalIndent(x, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// long leaves a test that takes seconds out of short runs, which `make race`
// makes; `make test` runs it.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds")
	}
}
