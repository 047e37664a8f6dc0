package model

import (
	"math"
	"testing"
)

// reversible returns package snap of central.json with a punishment that may be
// lifted.
func reversible(t *testing.T, reversibility, years float64) Case {
	t.Helper()
	return centralCase(t, "snap").with(func(in *Instrument) { in.Reversibility, in.ReversalYears = reversibility, years })
}

// By hand, of one month: nobody comes, one punishment. Of breaches that fail
// the share kept·(1 − v) sees it go on, kept·v sees it end.
func TestSettledByHand(t *testing.T) {
	c := reversible(t, 0.25, 1)
	g := NewGame()
	g.Solve(&c)
	const month = 40
	at := 1 // hollow or resolute: any cell serves
	epoch := int(g.promises.at[month])
	cell := g.terms.cell(month, 0, 0) + at
	stopped, lasting := g.promises.settled(&c, epoch, at, attack{prevails: g.terms.prevails[cell], comes: g.terms.comes[cell], alone: g.terms.alone[month]})
	kept, fails := g.promises.keptIn(epoch, at)[0], 1-g.terms.alone[month]
	if math.Abs(lasting-fails*kept*0.75) > 1e-15 || math.Abs(stopped-fails*kept*0.25) > 1e-15 {
		t.Errorf("stopped %v, lasting %v; by hand %v, %v", stopped, lasting, fails*kept*0.25, fails*kept*0.75)
	}
	if !(kept > 0.1 && fails > 0.1) {
		t.Fatalf("the case says nothing: kept %v, fails %v", kept, fails)
	}
}

// By hand: a punishment lifted after T years costs a challenger that fails
// e^(−r·delay) − e^(−r·T) of what one for good does.
func TestLiftedPunishmentByHand(t *testing.T) {
	worth := func(c Case) (w, prevails, kept float64) {
		g := NewGame()
		g.Solve(&c)
		return g.terms.breakWorth[0], g.terms.prevails[0], g.promises.keptIn(0, 0)[0]
	}
	c := reversible(t, 0, 2)
	forGood, prevails, kept := worth(c)
	lifted, _, _ := worth(reversible(t, 1, 2))
	in, r := c.Package.Instruments[0], c.Challenger.DiscountRate
	saved := kept * (1 - prevails) * math.Exp(-2*r) * (in.Severity + in.ReliefPerYear/r)
	if math.Abs(lifted-forGood-saved) > 1e-12 || saved < 0.01 {
		t.Errorf("lifting saves the challenger %v, by hand %v", lifted-forGood, saved)
	}
	// Lifted before it begins, it costs nothing to one that fails.
	late := func(reversibility float64) float64 {
		w, _, _ := worth(reversible(t, reversibility, 0).with(func(in *Instrument) { in.DelayYears = 5; in.Severity = 0.2 }))
		return w
	}
	want := kept * (1 - prevails) * math.Exp(-5*r) * (0.2 + in.ReliefPerYear/r)
	if got := late(1) - late(0); math.Abs(got-want) > 1e-12 {
		t.Errorf("a punishment lifted before it begins saves %v, by hand %v", got, want)
	}
}

// At reversibility 0, which is absent, nothing ends; at 1 nothing goes on, to the
// last digit; and in between both happen, to no more than the breaches that fail.
func TestReversibilityAtItsEnds(t *testing.T) {
	for _, id := range []string{"snap", "trip", "none"} {
		with := func(v float64) Outcome {
			c := centralCase(t, id)
			for i := range c.Package.Instruments {
				c = c.with(func(*Instrument) {})
				c.Package.Instruments[i].Reversibility = v
			}
			return exactly(c)
		}
		never, half, always := with(0), with(.5), with(1)
		if never.Stopped != 0 {
			t.Errorf("%s, for good: a response ends with probability %v", id, never.Stopped)
		}
		if always.Lasting != 0 {
			t.Errorf("%s, always reversed: a response goes on with probability %v", id, always.Lasting)
		}
		if id == "none" && (never.Lasting != 0 || always.Stopped != 0) {
			t.Errorf("without a guarantee there is a response: %v, %v", never.Lasting, always.Stopped)
		}
		for _, out := range []Outcome{never, half, always} {
			if most := out.Risk() - out.Defeat; out.Lasting+out.Stopped > most+1e-12 {
				t.Errorf("%s: a response follows %v breaches that failed, and there are %v", id, out.Lasting+out.Stopped, most)
			}
		}
		if id != "none" && (half.Stopped <= 0 || half.Lasting <= 0) {
			t.Errorf("%s, every second time: it ends with probability %v and goes on with %v", id, half.Stopped, half.Lasting)
		}
	}
}
