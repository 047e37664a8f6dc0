package model

import (
	"context"
	"errors"
	"math"
	"testing"
)

// distances returns by how many standard errors the simulated quantities
// differ from the exact ones. Of an event the standard error is that of its
// exact probability; rare ones are left out.
func distances(s *Simulation, o *Outcome, n int) map[string]float64 {
	d := map[string]float64{"probes": math.Abs(s.Probes.Mean-o.Probes) / s.Probes.StdErr}
	event := func(name string, got Moment, want float64) {
		if want*float64(n) >= rareEvents {
			d[name] = math.Abs(got.Mean-want) / math.Sqrt(want*(1-want)/float64(n))
		}
	}
	event("major", s.Major[len(s.Major)-1], o.Risk())
	event("limited", s.Limited[len(s.Limited)-1], o.LimitedRisk())
	event("major in mid-time", s.Major[len(s.Major)/2], o.Major[len(o.Major)/2])
	event("deliberate", s.Deliberate, o.Deliberate)
	event("escalated", s.Escalated, o.Escalated)
	event("accident", s.Accident, o.Accident)
	event("clash", s.Clash, o.Clash)
	event("defeat", s.Defeat, o.Defeat)
	event("stopped", s.Stopped, o.Stopped)
	event("lasting", s.Lasting, o.Lasting)
	return d
}

// TestSimulationAgreesWithExact holds Simulate within 5 standard errors of the
// exact outcome, and wants it to disagree with that of a slightly riskier case.
func TestSimulationAgreesWithExact(t *testing.T) {
	const n = 20_000
	g := NewGame()
	var out, riskier Outcome
	seen := 0.0
	for _, c := range central(t) {
		c = withAllChannels(c)
		g.Solve(&c)
		g.Exact(&out)
		s, err := g.Simulate(t.Context(), 3, n)
		if err != nil {
			t.Fatal(err)
		}
		for name, d := range distances(&s, &out, n) {
			if d > standardErrors {
				t.Errorf("%s: %s is %.1f standard errors off", c.Package.ID, name, d)
			}
		}
		c.Challenger.WarCost *= 0.95
		g.Solve(&c)
		g.Exact(&riskier)
		for _, d := range distances(&s, &riskier, n) {
			seen = max(seen, d)
		}
	}
	if seen <= standardErrors {
		t.Errorf("war cost lower by 5 %% is seen at %.1f standard errors only", seen)
	}
}

// TestSimulationCounts holds Simulate against a plain count of the same
// futures.
func TestSimulationCounts(t *testing.T) {
	const n = 3000
	g := NewGame()
	c := withAllChannels(centralCase(t, "trip"))
	g.Solve(&c)
	got, err := g.Simulate(t.Context(), 11, n)
	if err != nil {
		t.Fatal(err)
	}
	var fate Fate
	var probes []float64
	count := func(is func(f *Future) bool) Moment {
		k := 0.0
		for i := range n {
			fate.Cast(11, 0, i)
			if f := g.Play(&fate); is(&f) {
				k++
			}
		}
		p := k / n
		return Moment{p, math.Sqrt(p * (1 - p) / n)}
	}
	for _, m := range []int{0, 11, 90, g.Months() - 1} {
		if want := count(func(f *Future) bool { return f.Month >= 0 && f.Month <= m }); got.Major[m] != want {
			t.Errorf("major by month %d: %+v, want %+v", m, got.Major[m], want)
		}
		if want := count(func(f *Future) bool { return f.Limited >= 0 && f.Limited <= m }); got.Limited[m] != want {
			t.Errorf("limited by month %d: %+v, want %+v", m, got.Limited[m], want)
		}
	}
	for cause, moment := range map[Cause]Moment{Deliberate: got.Deliberate, Escalated: got.Escalated, Accidental: got.Accident} {
		if want := count(func(f *Future) bool { return f.Cause == cause }); moment != want {
			t.Errorf("%v: %+v, want %+v", cause, moment, want)
		}
	}
	if want := count(func(f *Future) bool { return f.Clash }); got.Clash != want {
		t.Errorf("clash: %+v, want %+v", got.Clash, want)
	}
	if want := count(func(f *Future) bool { return f.Defeat }); got.Defeat != want {
		t.Errorf("defeat: %+v, want %+v", got.Defeat, want)
	}
	if want := count(func(f *Future) bool { return f.Stopped }); got.Stopped != want {
		t.Errorf("stopped: %+v, want %+v", got.Stopped, want)
	}
	if want := count(func(f *Future) bool { return f.Lasting }); got.Lasting != want {
		t.Errorf("lasting: %+v, want %+v", got.Lasting, want)
	}
	for i := range n {
		fate.Cast(11, 0, i)
		f := g.Play(&fate)
		probes = append(probes, float64(f.Probes))
	}
	mean, sum2 := 0.0, 0.0
	for _, x := range probes {
		mean += x / n
	}
	for _, x := range probes {
		sum2 += (x - mean) * (x - mean)
	}
	if want := math.Sqrt(sum2/n) / math.Sqrt(n); math.Abs(got.Probes.Mean-mean) > 1e-12 || math.Abs(got.Probes.StdErr-want) > 1e-12 {
		t.Errorf("probes: %+v, want {%v %v}", got.Probes, mean, want)
	}
}

// TestSimulationStops at the end of its context.
func TestSimulationStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	g := NewGame()
	c := centralCase(t, "none")
	g.Solve(&c)
	if _, err := g.Simulate(ctx, 1, 1<<40); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
