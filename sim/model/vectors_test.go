package model

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// A vector is a file made by a separate program: a case, with several packages
// or one, and its exact outcomes.
type vector struct {
	name  string
	cases []Case
	exact []expected
}

type expected struct {
	ID                              string
	Major, Limited                  []float64
	Probes, Clash, Defeat           float64
	DealValue                       float64 `json:"deal_value"`
	Deliberate, Escalated, Accident float64
}

func readVectors(t testing.TB) []vector {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vectors: %v", err)
	}
	type packaged struct {
		Case
		Packages []Package
	}
	var vectors []vector
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Case     *packaged
			Resolved []packaged
			Exact    []expected
		}
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if read.Case != nil {
			read.Resolved = append(read.Resolved, *read.Case)
		}
		v := vector{name: filepath.Base(file), exact: read.Exact}
		for _, p := range read.Resolved {
			for _, pack := range p.Packages {
				c := p.Case
				c.Package = pack
				v.cases = append(v.cases, c)
			}
		}
		if len(v.cases) != len(v.exact) {
			t.Fatalf("%s: %d packages, %d outcomes", file, len(v.cases), len(v.exact))
		}
		vectors = append(vectors, v)
	}
	return vectors
}

// TestExactEqualsVectors holds the exact computation against the outcomes of a
// separate program, to 1e−9.
func TestExactEqualsVectors(t *testing.T) {
	const tolerance = 1e-9
	g := NewGame()
	var out Outcome
	for _, v := range readVectors(t) {
		for i := range v.cases {
			g.Solve(&v.cases[i])
			g.Exact(&out)
			want := v.exact[i]
			check := func(what string, got, want float64) {
				t.Helper()
				if !(math.Abs(got-want) <= tolerance) {
					t.Errorf("%s %s: %s = %.12g, want %.12g", v.name, v.exact[i].ID, what, got, want)
				}
			}
			for y := range want.Major {
				check("major", AtYear(out.Major, y+1), want.Major[y])
				check("limited", AtYear(out.Limited, y+1), want.Limited[y])
			}
			check("probes", out.Probes, want.Probes)
			check("clash", out.Clash, want.Clash)
			check("defeat", out.Defeat, want.Defeat)
			check("deal value", out.DealValue, want.DealValue)
			check("deliberate", out.Deliberate, want.Deliberate)
			check("escalated", out.Escalated, want.Escalated)
			check("accident", out.Accident, want.Accident)
		}
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
