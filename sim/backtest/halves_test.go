package backtest

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/scenarios"
	"steadfast/sim/result"
)

// No rivalry stands in both halves, every arrangement in one, and the order of
// the file does not matter.
func TestHalves(t *testing.T) {
	all := record(t)
	dyad, names := dyads(all)
	a, b := halves(dyad)
	if len(a)+len(b) != len(all) || len(a) == 0 || len(b) == 0 {
		t.Fatalf("%d and %d of %d arrangements", len(a), len(b), len(all))
	}
	in := map[string]string{}
	for half, members := range map[string][]int{"A": a, "B": b} {
		for _, i := range members {
			if other, seen := in[all[i].Dyad]; seen && other != half {
				t.Errorf("%s stands in both halves", all[i].Dyad)
			}
			in[all[i].Dyad] = half
		}
	}
	// The oldest dyad is Belgium's, of 1839; the next Czechoslovakia's or
	// France's: they alternate.
	if in["germany-belgium"] != "A" || in["germany-france"] != "B" || in["germany-czechoslovakia"] != "A" || in["germany-poland"] != "B" {
		t.Errorf("the dyads do not alternate by their earliest start: %v", names[:4])
	}
	turned := slices.Clone(all)
	slices.Reverse(turned)
	_, again := dyads(turned)
	if diff := cmp.Diff(names, again); diff != "" {
		t.Errorf("the order of the file changes the order of the dyads: %s", diff)
	}
	for d := range names {
		left := without(dyad, d)
		if slices.ContainsFunc(left, func(i int) bool { return dyad[i] == d }) || len(left) == len(all) {
			t.Errorf("%s is not left out", names[d])
		}
	}
}

// The curve of the reference class, which is fitted to the record of
// neighbours after a war, is within its standard errors of that.
func TestReferenceCurve(t *testing.T) {
	rivals, err := referenceCurves(context.Background(), scenarios.Files(), Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind  int
		years float64
		share float64
	}{{0, 5, .13}, {0, 10, .25}, {0, 15, .33}, {0, 20, .37}, {1, 5, .42}, {1, 10, .53}, {1, 15, .62}, {1, 20, .66}} {
		if got := rivals[c.kind].At(c.years); got < c.share-.07 || got > c.share+.07 {
			t.Errorf("kind %d by year %v: %.3f, the record has %.2f", c.kind, c.years, got, c.share)
		}
	}
}

func TestSets(t *testing.T) {
	w := &world{arrangements: record(t)}
	for set, want := range map[string]int{result.CoreSet: 40, result.StatesSet: 76, result.AllSet: 86} {
		if got := len(w.inSet(set)); got != want {
			t.Errorf("%s: %d arrangements, want %d", set, got, want)
		}
	}
}
