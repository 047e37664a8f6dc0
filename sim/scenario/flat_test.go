package scenario

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everything that loads.
func loadable(t *testing.T) []string {
	return slices.Concat(fixtures(t, "valid"), fixtures(t, "warned"), []string{"testdata/kinds.toml"})
}

func TestFlatIsTheSameScenario(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, file := range loadable(t) {
		t.Run(file, func(t *testing.T) {
			s := load(t, file, Options{Set: []string{"run.futures=7"}})
			again := load(t, "flat.toml", Options{ReadFile: files(map[string]string{"flat.toml": string(s.Flat())})})
			if d := cmp.Diff(string(s.Flat()), string(again.Flat())); d != "" {
				t.Errorf("the flat form of the flat form differs:\n%s", d)
			}
			if s.Hash() != again.Hash() || len(s.Hash()) != 64 {
				t.Errorf("hashes %s and %s", s.Hash(), again.Hash())
			}
			if d := cmp.Diff(paths(s.Columns()), paths(again.Columns())); d != "" {
				t.Errorf("columns differ:\n%s", d)
			}
			for _, d := range []string{
				cmp.Diff(s.Packages, again.Packages), cmp.Diff(s.Run, again.Run), cmp.Diff(s.Scale, again.Scale), cmp.Diff(s.Marks(), again.Marks()),
				cmp.Diff(s.Question+s.Answer+s.Title+s.Baseline+s.Fallback+s.FeasibilityRule, again.Question+again.Answer+again.Title+again.Baseline+again.Fallback+again.FeasibilityRule),
				cmp.Diff(s.DesignCorrelations(), again.DesignCorrelations()), cmp.Diff(s.Weights(nil), again.Weights(nil)), cmp.Diff(s.DefaultsUsed(), again.DefaultsUsed()),
				cmp.Diff(s.Guarantors, again.Guarantors), cmp.Diff(s.Instruments, again.Instruments),
			} {
				if d != "" {
					t.Errorf("it says something else when read again:\n%s", d)
				}
			}
			for range 5 {
				u := make([]float64, len(s.Columns()))
				for i := range u {
					u[i] = .001 + .998*rng.Float64()
				}
				if d := cmp.Diff(resolved(t, s, u), resolved(t, again, u)); d != "" {
					t.Fatalf("cases differ:\n%s", d)
				}
			}
		})
	}
}

func paths(columns []Column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.Path)
	}
	return out
}

// The order of the design outlives flattening although one file alone would
// sort it otherwise.
func TestFlatKeepsTheDesign(t *testing.T) {
	s := load(t, "testdata/valid/extended.toml", Options{})
	p := paths(s.Columns())
	if slices.Index(p, "challenger.clash_cost") < slices.Index(p, "watch.detection") {
		t.Fatal("the fixture no longer has a column that sorting would move")
	}
	without := strings.Join(slices.DeleteFunc(strings.Split(string(s.Flat()), "\n"), func(l string) bool { return strings.HasPrefix(l, "  \"") }), "\n")
	again := load(t, "flat.toml", Options{ReadFile: files(map[string]string{"flat.toml": without})})
	if slices.Equal(p, paths(again.Columns())) {
		t.Error("run.columns makes no difference")
	}
}

func TestHashTellsScenariosApart(t *testing.T) {
	seen := map[string]string{}
	for _, set := range []string{"", "coalition.resolve=0.5", "coalition.resolve=0.6", "run.seed=2", "package.aid.ambiguity=0.1", "instrument.snap.severity=0.1"} {
		opt := Options{}
		if set != "" {
			opt.Set = []string{set}
		}
		h := load(t, base, opt).Hash()
		if seen[h] != "" {
			t.Errorf("%q and %q have the same hash", set, seen[h])
		}
		seen[h] = "--set " + set
	}
	if a, b := load(t, base, Options{}), load(t, base, Options{}); !bytes.Equal(a.Flat(), b.Flat()) {
		t.Error("the flat form differs between two loads")
	}
}
