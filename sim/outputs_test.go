package sim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRanksShareThePlacesOfEquals(t *testing.T) {
	// By package, then point.
	got := ranks([][]float64{{.3, .1, .2}, {.1, .1, .2}, {.2, .4, .2}})
	want := [][]float64{{3, 1.5, 2}, {1, 1.5, 2}, {2, 3, 2}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestOutputsAreRisksDifferencesAndTheRanking(t *testing.T) {
	sc := small(t, "")
	o := newOutputs(sc)
	values := make([][]float64, o.packages)
	for p := range values {
		values[p] = []float64{float64(p + 1), float64(10 * (o.packages - p))}
	}
	got := o.of(values)
	if len(got) != len(o.list) || len(o.list) != 2*o.packages {
		t.Fatalf("%d outputs, %d described, want %d", len(got), len(o.list), 2*o.packages)
	}
	for i, d := range o.list {
		switch d.Kind {
		case ofDifference:
			p := i - o.packages
			if p >= o.baseline {
				p++
			}
			want := []float64{values[p][0] - values[o.baseline][0], values[p][1] - values[o.baseline][1]}
			if d.Package != sc.Packages[p].ID || d.Against != sc.Baseline || cmp.Diff([][]float64{want}, got[i]) != "" {
				t.Errorf("output %d, %+v: %v, want %v", i, d, got[i], want)
			}
		case ofRanking:
			if len(got[i]) != o.packages {
				t.Errorf("the ranking has %d components, want %d", len(got[i]), o.packages)
			}
		}
	}
}
