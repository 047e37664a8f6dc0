package model

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"
)

// standardErrors is how far a simulated number may lie from the exact one.
const standardErrors = 5

// rareEvents is the expected number of events below which a count is too
// skewed to be judged by its standard error.
const rareEvents = 20

// futuresPerPackage is 200,000, or what STEADFAST_FUTURES says (make slow).
func futuresPerPackage(t *testing.T) int {
	if s := os.Getenv("STEADFAST_FUTURES"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if testing.Short() {
		return 20_000
	}
	return 200_000
}

// A tally collects the moments of named quantities over futures.
type tally struct {
	n     int
	sum   map[string]float64
	sum2  map[string]float64
	flags map[string]bool // quantities that are events
}

func newTally() *tally {
	return &tally{sum: map[string]float64{}, sum2: map[string]float64{}, flags: map[string]bool{}}
}

func (s *tally) add(name string, x float64) {
	if x != 0 {
		s.sum[name] += x
		s.sum2[name] += x * x
	}
}

// distance is how many standard errors the mean of a quantity is from want.
func (s *tally) distance(name string, want float64) float64 {
	n := float64(s.n)
	if s.flags[name] && want*n < rareEvents && s.sum[name] < 10*rareEvents {
		return 0 // too rare for standard errors to describe
	}
	mean := s.sum[name] / n
	variance := s.sum2[name]/n - mean*mean
	if s.flags[name] || s.sum[name] == 0 {
		variance = want * (1 - want) // of an event, known without sampling
	}
	gap := math.Abs(mean - want)
	if gap <= 1e-12*max(1, math.Abs(want)) {
		return 0
	}
	return gap / math.Sqrt(variance/n)
}

func (s *tally) count(f *Future, horizon, instruments int) {
	s.n++
	flag := func(name string, is bool) {
		if is {
			s.add(name, 1)
			s.flags[name] = true
		}
	}
	if f.Month >= 0 {
		flag(fmt.Sprintf("major in year %d", f.Month/12+1), true)
		flag(fmt.Sprintf("major in month %d", f.Month), true)
		flag("major", true)
	}
	if f.Limited >= 0 {
		flag(fmt.Sprintf("limited in year %d", f.Limited/12+1), true)
	}
	flag("deliberate", f.Cause == Deliberate)
	flag("escalated", f.Cause == Escalated)
	flag("accident", f.Cause == Accidental)
	s.add("probes", float64(f.Probes))
	flag("clash", f.Clash)
	flag("defeat", f.Defeat)
	flag("broken", f.Broken)
	flag("stopped", f.Stopped)
	flag("lasting", f.Lasting)
	s.add("years to breach", f.Years)
	s.add("cost", f.Cost)
	for i := 0; i <= instruments; i++ {
		flag(fmt.Sprintf("promise %d called", i), f.Called>>i&1 == 1)
		flag(fmt.Sprintf("promise %d kept", i), f.Kept>>i&1 == 1)
	}
}

// expectations lists the exact values of the quantities of a tally.
func expectations(o *Outcome) map[string]float64 {
	e := map[string]float64{
		"major": o.Risk(), "deliberate": o.Deliberate, "escalated": o.Escalated, "accident": o.Accident,
		"probes": o.Probes, "clash": o.Clash, "defeat": o.Defeat, "broken": o.Broken,
		"stopped": o.Stopped, "lasting": o.Lasting,
		"years to breach": o.RestrictedMean, "cost": o.Cost,
	}
	for m := 0; m < len(o.Major); m += 12 {
		end, before, beforeLimited := min(m+12, len(o.Major)), 0.0, 0.0
		if m > 0 {
			before, beforeLimited = o.Major[m-1], o.Limited[m-1]
		}
		e[fmt.Sprintf("major in year %d", m/12+1)] = o.Major[end-1] - before
		e[fmt.Sprintf("limited in year %d", m/12+1)] = o.Limited[end-1] - beforeLimited
	}
	for m, p := range o.Major {
		if m > 0 {
			p -= o.Major[m-1]
		}
		e[fmt.Sprintf("major in month %d", m)] = p
	}
	for i := range o.Called {
		e[fmt.Sprintf("promise %d called", i)] = o.Called[i]
		e[fmt.Sprintf("promise %d kept", i)] = o.Kept[i]
	}
	return e
}

// withAllChannels gives every instrument what the vectors lack: a cost, and a
// response that may end with the breach.
func withAllChannels(c Case) Case {
	c.CostDiscountRate = 0.03
	instruments := append([]Instrument(nil), c.Package.Instruments...)
	for i := range instruments {
		instruments[i].CostPerYear = 1 + float64(i)
		instruments[i].CostIfCalled = 10 + float64(i)
		instruments[i].Reversibility = 0.9 - 0.3*float64(i%3)
		instruments[i].ReversalYears = 0.5
	}
	c.Package.Instruments = instruments
	return c
}

// simulate plays n futures of the solved game.
func simulate(g *Game, seed uint64, n int) *tally {
	s := newTally()
	var fate Fate
	for i := range n {
		fate.Cast(seed, 0, i)
		f := g.Play(&fate)
		s.count(&f, g.Months(), len(g.kase.Package.Instruments))
	}
	return s
}

// TestFuturesAgreeWithExact holds simulated futures against the exact
// computation on every vector and every reported quantity.
func TestFuturesAgreeWithExact(t *testing.T) {
	n := futuresPerPackage(t)
	for _, v := range readVectors(t) {
		for i := range v.cases {
			t.Run(v.name+"/"+v.exact[i].ID, func(t *testing.T) {
				t.Parallel()
				c := withAllChannels(v.cases[i])
				g := NewGame()
				var out Outcome
				g.Solve(&c)
				g.Exact(&out)
				s := simulate(g, 1, n)
				for name, want := range expectations(&out) {
					if d := s.distance(name, want); d > standardErrors {
						t.Errorf("%s: simulated %.6f, exact %.6f: %.1f standard errors", name, s.sum[name]/float64(s.n), want, d)
					}
				}
				checkHazard(t, s, &out)
			})
		}
	}
}

// checkHazard holds the yearly hazard, P(breach in year i | none before).
func checkHazard(t *testing.T, s *tally, out *Outcome) {
	t.Helper()
	alive := float64(s.n)
	before := 0.0
	for y := 1; y*12 <= len(out.Major); y++ {
		ended := s.sum[fmt.Sprintf("major in year %d", y)]
		now := AtYear(out.Major, y)
		want := (now - before) / (1 - before)
		se := math.Sqrt(want * (1 - want) / alive)
		if d := math.Abs(ended/alive - want); d > standardErrors*se {
			t.Errorf("hazard of year %d: simulated %.6f, exact %.6f: %.1f standard errors", y, ended/alive, want, d/se)
		}
		alive -= ended
		before = now
	}
}

// TestSmallErrorsAreSeen puts the smallest errors that matter into the exact
// computation, one at a time, and wants the futures to disagree with it.
func TestSmallErrorsAreSeen(t *testing.T) {
	long(t)
	twins := []struct {
		name   string
		pack   string             // of central.json
		stress func(*Case)        // makes the case one in which the error matters
		err    func(*Case, *Game) // the error
	}{
		{
			"opportunities three per cent too frequent", "none", func(*Case) {},
			func(_ *Case, g *Game) { g.terms.opportunity *= 1.03 },
		},
		{
			"elections a month late", "nato", func(c *Case) {
				c.Backstop.Gaps = []float64{0, 5, 10}
				c.Challenger.PlanningYears = 0
			},
			func(_ *Case, g *Game) { g.elections.first++ },
		},
		{
			"escalation after detection", "none", func(*Case) {},
			func(c *Case, g *Game) { c.Challenger.ProbeEscalation *= g.terms.detection[0] },
		},
		{
			"responses that never end with the breach", "trip", func(c *Case) { *c = withAllChannels(*c) },
			func(c *Case, g *Game) {
				*c = c.with(func(in *Instrument) { in.Reversibility = 0 })
			},
		},
		{
			"promises kept by the wrong type", "trip", func(c *Case) { c.Coalition.Resolve = 0.6 },
			func(c *Case, g *Game) { c.Coalition.Resolve = 1 - c.Coalition.Resolve },
		},
	}
	n := max(200_000, futuresPerPackage(t))
	for _, twin := range twins {
		t.Run(twin.name, func(t *testing.T) {
			t.Parallel()
			g := NewGame()
			for _, v := range readVectors(t) {
				for i := range v.cases {
					if v.name != "central.json" || v.exact[i].ID != twin.pack {
						continue
					}
					c := v.cases[i]
					twin.stress(&c)
					g.Solve(&c)
					s := simulate(g, 1, n)
					twin.err(&c, g)
					var out Outcome
					g.Exact(&out)
					worst := 0.0
					for name, want := range expectations(&out) {
						worst = max(worst, s.distance(name, want))
					}
					if worst <= standardErrors {
						t.Errorf("not seen: at most %.1f standard errors", worst)
					}
					t.Logf("seen at %.1f standard errors", worst)
				}
			}
		})
	}
}
