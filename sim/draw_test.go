package sim

import (
	"strings"
	"testing"

	"steadfast/sim/scenario"
)

// Draw is the row of the run's own design.
func TestDrawIsTheRunsRow(t *testing.T) {
	sc, list := scenario.Load("scenario/testdata/valid/base.toml", scenario.Options{Set: []string{"run.cases=20"}})
	if sc == nil {
		t.Fatal(list)
	}
	p, err := newStudy([]*scenario.Scenario{sc}, request{})
	if err != nil {
		t.Fatal(err)
	}
	if p.cases() != 32 || len(p.columns) == 0 {
		t.Fatalf("%d cases of %d columns, want 32 of some", p.cases(), len(p.columns))
	}
	want := make([]float64, len(p.columns))
	for c := range p.cases() {
		p.members[0].design.Row(c, want)
		got, err := Draw(sc, c)
		if err != nil {
			t.Fatal(err)
		}
		for j := range want {
			if got[j] != want[j] {
				t.Errorf("case %d, %s: %v, want %v", c, p.columns[j].Path, got[j], want[j])
			}
		}
	}
	for _, c := range []int{-1, 32} {
		if _, err := Draw(sc, c); err == nil || !strings.Contains(err.Error(), "numbered from 0 to 31") {
			t.Errorf("case %d: %v", c, err)
		}
	}
}
