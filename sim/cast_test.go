package sim

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// TestManyFuturesAreThoseOfTheirNumbers: a case with more futures than are
// held together has each future as cast alone, in any order of asking, and
// holds no more fates for it.
func TestManyFuturesAreThoseOfTheirNumbers(t *testing.T) {
	const beyond = 3
	sc := small(t, "", "run.cases=2", `run.design="random"`)
	p, err := newStudy([]*scenario.Scenario{sc}, request{futures: castTogether + beyond})
	if err != nil {
		t.Fatal(err)
	}
	s := newSolver(p, false)
	if len(s.fates) != castTogether {
		t.Errorf("%d fates are held, want %d", len(s.fates), castTogether)
	}
	if _, _, err := s.solve(t.Context(), 0, 0); err != nil {
		t.Fatal(err)
	}
	play := func(f *model.Fate) model.Future { return s.game.Play(f) }
	for _, ask := range []struct{ kase, from, want int }{
		{0, castTogether, beyond}, {1, castTogether, beyond}, {1, castTogether, beyond}, {1, 0, castTogether}, {0, 0, castTogether},
	} {
		fates := s.cast(ask.kase, ask.from)
		if len(fates) != ask.want {
			t.Fatalf("case %d from future %d: %d fates, want %d", ask.kase, ask.from, len(fates), ask.want)
		}
		for f := range fates {
			var alone model.Fate
			alone.Cast(p.seed, ask.kase, ask.from+f)
			if d := cmp.Diff(play(&alone), play(&fates[f])); d != "" {
				t.Fatalf("case %d, future %d:\n%s", ask.kase, ask.from+f, d)
			}
		}
	}
}
