package backtest

import (
	"math"
	"testing"

	"steadfast/sim/history"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// The likelihood of every spell is the share of simulated futures that end
// like it, within five standard errors; the twin, which is one month off, is
// not.
func TestLikelihoodAgainstFutures(t *testing.T) {
	n := 60_000
	if testing.Short() {
		n = 20_000
	}
	w := small(t, Current(), 16)
	var resolved scenario.Resolved
	if err := w.scenario.Resolver().Resolve(w.scenario.Medians(), &resolved); err != nil {
		t.Fatal(err)
	}
	// Minsk II: breaches of both kinds are frequent.
	kase := resolved.Packages[w.packages[idOf(t, w, "MIN15")]].Case
	kase.HorizonYears = 3
	game := model.NewGame()
	game.Solve(&kase)
	var out model.Outcome
	game.Exact(&out)
	months := len(out.Major)
	counts := [kinds][]int{make([]int, months+1), make([]int, months+1)}
	var fate model.Fate
	for i := range n {
		fate.Cast(7, 0, i)
		f := game.Play(&fate)
		for k, m := range [kinds]int{f.Month, f.Limited} {
			if m < 0 {
				m = months
			}
			counts[k][m]++
		}
	}
	apart := 0
	for k, curve := range [kinds][]float64{out.Major, out.Limited} {
		for m := range months {
			p := likelihood(curve, history.Spell{Months: m, Event: true})
			share := float64(counts[k][m]) / float64(n)
			if e := math.Sqrt(p * (1 - p) / float64(n)); math.Abs(share-p) > 5*e {
				t.Errorf("kind %d, month %d: likelihood %.5f, of futures %.5f ± %.5f", k, m, p, share, e)
			}
		}
		lasts := likelihood(curve, history.Spell{Months: months})
		share := float64(counts[k][months]) / float64(n)
		e := math.Sqrt(lasts * (1 - lasts) / float64(n))
		if math.Abs(share-lasts) > 5*e {
			t.Errorf("kind %d: lasts with %.5f, of futures %.5f ± %.5f", k, lasts, share, e)
		}
		if twin := likelihood(curve, history.Spell{Months: months - 12}); math.Abs(share-twin) > 5*e {
			apart++
		}
		if by := byTheEnd(curve, history.Spell{Months: months - 1, Event: true}); math.Abs(by+lasts-1) > 1e-12 {
			t.Errorf("kind %d: by the end %v and not by the end %v", k, by, lasts)
		}
	}
	if apart != kinds {
		t.Errorf("a survival one year shorter passes for %d of %d kinds", kinds-apart, kinds)
	}
}

func TestLikelihoodOfTheFirstMonth(t *testing.T) {
	curve := []float64{.1, .3, .4}
	for _, c := range []struct {
		spell      history.Spell
		want, till float64
	}{
		{history.Spell{Months: 0, Event: true}, .1, .1},
		{history.Spell{Months: 1, Event: true}, .2, .3},
		{history.Spell{Months: 0}, 1, 0},
		{history.Spell{Months: 2}, .7, .3},
		{history.Spell{Months: 3}, .6, .4},
	} {
		if got := likelihood(curve, c.spell); math.Abs(got-c.want) > 1e-15 {
			t.Errorf("%+v: likelihood %v, want %v", c.spell, got, c.want)
		}
		if got := byTheEnd(curve, c.spell); got != c.till {
			t.Errorf("%+v: by the end %v, want %v", c.spell, got, c.till)
		}
	}
}

// idOf is the place of an arrangement.
func idOf(t *testing.T, w *world, id string) int {
	t.Helper()
	for i := range w.arrangements {
		if w.arrangements[i].ID == id {
			return i
		}
	}
	t.Fatalf("no %s", id)
	return 0
}
