package backtest

import (
	"math"
	"testing"
	"time"

	"steadfast/sim/history"
	"steadfast/sim/score"
)

// fixed is a contest of many arrangements that are all watched for 20 years, of
// which every one is forecast at p and the base rate is at base.
func fixed(n int, p, base float64) *contest {
	c := &contest{years: 15}
	for range n {
		c.spells = append(c.spells, score.Spell{Years: 20})
		c.given[ours] = append(c.given[ours], p)
		c.given[baseRate] = append(c.given[baseRate], base)
		c.given[curve] = append(c.given[curve], base)
	}
	return c
}

func watchedFor(n int, years float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = years
	}
	return out
}

// If forecasts of p are right, their Brier score is p(1 − p) and that of a base
// rate b is p(1 − p) + (p − b)², in the mean: the skill is known by hand.
func TestIfRightByHand(t *testing.T) {
	const n, p, base = 400, 0.2, 0.5
	const replicas = 500
	got := fixed(n, p, base).ifRight(watchedFor(n, 20), 0, replicas, 1).Skill
	brier := p * (1 - p)
	want := 1 - brier/(brier+(p-base)*(p-base))
	if math.Abs(got.Value-want) > 0.02 || got.Lo >= want || got.Hi <= want {
		t.Errorf("skill if right %+v, by hand %.3f", got, want)
	}
	// A record that is drawn from other forecasts is surprising.
	if low := fixed(n, p, base).ifRight(watchedFor(n, 20), -1, replicas, 1).AsLow; low != 0 {
		t.Errorf("a skill of −1 is as low as %v of records", low)
	}
	if low := fixed(n, p, base).ifRight(watchedFor(n, 20), 1, replicas, 1).AsLow; low != 1 {
		t.Errorf("a skill of 1 is as low as %v of records", low)
	}
	// Censoring before the year leaves the mean where it is.
	watched := watchedFor(n, 20)
	for i := range n / 3 {
		watched[i] = 10
	}
	censored := fixed(n, p, base).ifRight(watched, 0, replicas, 1).Skill
	if math.Abs(censored.Value-want) > 0.03 {
		t.Errorf("with a third watched for 10 years: %+v, by hand %.3f", censored, want)
	}
	for _, none := range []float64{math.NaN(), math.Inf(-1)} {
		if got := fixed(n, p, base).ifRight(watched, none, replicas, 1); got != nil {
			t.Errorf("of a skill of %v: %+v", none, got)
		}
	}
}

func TestReplica(t *testing.T) {
	c := fixed(1, 0.4, 0.5)
	for _, x := range []struct {
		watched, u float64
		want       score.Spell
	}{
		{20, 0.2, score.Spell{Years: 7.5, Event: true}}, // halfway through the chance of 0.4
		{20, 0.4, score.Spell{Years: 20}},
		{20, 0.9, score.Spell{Years: 20}},
		{5, 0.2, score.Spell{Years: 5}}, // out of sight before
		{7.5, 0.2, score.Spell{Years: 7.5, Event: true}},
	} {
		if got := c.replica(0, x.watched, x.u); math.Abs(got.Years-x.want.Years) > 1e-12 || got.Event != x.want.Event {
			t.Errorf("watched %v, draw %v: %+v, want %+v", x.watched, x.u, got, x.want)
		}
	}
}

// A war does not end the time in which another could have been seen; any other
// end does.
func TestWatched(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	w := &world{arrangements: []history.Arrangement{
		{Start: day("2000-01-01"), End: day("2010-01-01"), MajorOn: day("2010-01-01")},
		{Start: day("2000-01-01"), End: day("2010-01-01")},
		{Start: day("2000-01-01"), End: day("2020-01-01")},
	}}
	for k, want := range []float64{20, 10, 20} {
		if got := w.watched([]int{0, 1, 2})[k]; math.Abs(got-want) > 0.01 {
			t.Errorf("arrangement %d: watched for %v years, want %v", k, got, want)
		}
	}
}

// Two arrangements of one dyad that were forecast wrong carry a bad score: the
// skill without them is the highest.
func TestInfluences(t *testing.T) {
	c := fixed(6, 0.1, 0.3)
	w := &world{}
	for i, dyad := range []string{"a", "b", "b", "c", "d", "e"} {
		w.arrangements = append(w.arrangements, history.Arrangement{Dyad: dyad})
		if dyad == "b" {
			c.spells[i] = score.Spell{Years: 3, Event: true}
		}
	}
	got := w.influences(c, []int{0, 1, 2, 3, 4, 5}, []int{0, 1, 1, 2, 3, 4}, 5)
	if got[1].Dyad != "b" || math.Abs(got[1].Skill-(1-0.01/0.09)) > 1e-12 {
		t.Errorf("highest without %s: %v, want without b: %v", got[1].Dyad, got[1].Skill, 1-0.01/0.09)
	}
	brier, base := (3*0.01+2*0.81)/5, (3*0.09+2*0.49)/5
	if got[0].Dyad == "b" || math.Abs(got[0].Skill-(1-brier/base)) > 1e-12 {
		t.Errorf("lowest without %s: %v, want %v", got[0].Dyad, got[0].Skill, 1-brier/base)
	}
}

// Where the base rate makes no mistake that a skill could save, none is named.
func TestInfluencesWithoutSkill(t *testing.T) {
	c := fixed(3, 0.1, 0)
	w := &world{arrangements: []history.Arrangement{{Dyad: "a"}, {Dyad: "b"}, {Dyad: "c"}}}
	if got := w.influences(c, []int{0, 1, 2}, []int{0, 1, 2}, 3); got != nil {
		t.Errorf("they are %+v, want none", got)
	}
}

func TestBehind(t *testing.T) {
	for _, c := range []struct {
		a    history.Arrangement
		want string
	}{
		{history.Arrangement{Monitors: 5000, Advisers: 3000}, "no promise to fight"},
		{history.Arrangement{MutualDefence: history.PoliticalDefence, Troops: 99}, "a political assurance"},
		{history.Arrangement{MutualDefence: history.TreatyDefence}, "a promise to fight, under 100 troops"},
		{history.Arrangement{MutualDefence: history.TreatyDefence, Troops: 100}, "100 to 1,999 troops"},
		{history.Arrangement{Troops: 1999}, "100 to 1,999 troops"},
		{history.Arrangement{Troops: 2000}, "2,000 troops or more"},
	} {
		if got := behind(&c.a); got != c.want {
			t.Errorf("%+v: %s, want %s", c.a, got, c.want)
		}
	}
}
