package main

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestVectorAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r ranges
		for _, p := range parameters() {
			f := fitted{Path: p.path, Mean: rapid.Float64Range(.001, 2).Draw(t, "mean"), SD: rapid.Float64Range(.001, 1).Draw(t, "sd"), Min: -3, Max: 3}
			if !p.logMean && rapid.Bool().Draw(t, "negative") {
				f.Mean = -f.Mean
			}
			r = append(r, f)
		}
		got := r.start().at(r.vector())
		for i := range r {
			if got[i].Path != r[i].Path || got[i].Min != r[i].Min || got[i].Max != r[i].Max ||
				math.Abs(got[i].Mean-r[i].Mean) > 1e-12 || math.Abs(got[i].SD-r[i].SD) > 1e-12 {
				t.Fatalf("%+v became %+v", r[i], got[i])
			}
		}
	})
}

func TestRounded(t *testing.T) {
	r := ranges{{Mean: -.258_61, SD: .011_249}}.rounded()
	if r[0].Mean != -.259 || r[0].SD != .0112 {
		t.Errorf("rounded to %g ± %g, want -0.259 ± 0.0112", r[0].Mean, r[0].SD)
	}
}

func TestNumberRefuses(t *testing.T) {
	for _, f := range []fitted{
		{Path: "p", Mean: 0, SD: -1, Min: -1, Max: 1},
		{Path: "p", Mean: math.NaN(), SD: 1, Min: -1, Max: 1},
		{Path: "p", Mean: 50, SD: .1, Min: -1, Max: 1},
	} {
		if _, err := f.number(); err == nil {
			t.Errorf("%+v: no error", f)
		}
	}
}
