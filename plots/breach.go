package plots

import (
	"fmt"
	"math"

	"steadfast/sim/result"
)

// bandsUpTo is the number of packages whose bands can still be told apart when
// they are drawn over each other. With more, each has a bar at the horizon.
const bandsUpTo = 4

// Breach answers: how does the risk build up, and when? It draws the cumulative
// probability of a major breach, a line a package, with the 80 % range of the
// cases, and the events that the challenger reckons with under the time axis.
//
// Its reader must not take the band for the range of possible futures: a future
// breaches or it does not; the band is what the stated uncertainty of the
// assumptions does to the probability. Nor must two overlapping bands be taken
// for two packages that cannot be separated: the cases are paired, and what
// separates packages is in figure compare. A line that flattens does not say
// that the ceasefire has grown safe, only that the breaches come early.
func Breach(s *result.Set, t Theme) (*Figure, error) {
	if err := checkCurves(s); err != nil {
		return nil, fmt.Errorf("figure breach: %w", err)
	}
	lang := t.words()
	b := breach{set: s, lang: lang, looks: t.looks(s), events: eventsOf(s), banded: len(s.Packages) <= bandsUpTo}
	horizon := lang.duration(s.Scenario.HorizonYears)
	ranges := lang.Terms.BarsAtTheEnd
	if b.banded {
		ranges = lang.Terms.Bands
	}
	f := &Figure{
		Name:  "breach",
		Title: lang.Breach.Title.with("horizon", horizon),
		Subtitle: lang.Breach.Subtitle.with("ceasefire", lang.ceasefire(s.Scenario), "horizon", horizon,
			"cases", lang.counted(lang.Cases, s.Run.Cases), "ranges", ranges.text()),
		alt:    b.alt(),
		Data:   b.table(),
		theme:  t,
		origin: originOf(s),
		body:   b.draw,
	}
	return f.finish()
}

type breach struct {
	set    *result.Set
	lang   *Words
	looks  []look
	events []event
	banded bool
}

func checkCurves(s *result.Set) error {
	if err := check(s); err != nil {
		return err
	}
	n := max(1, int(math.Round(12*s.Scenario.HorizonYears)))
	for _, p := range s.Packages {
		c := p.Monthly
		for _, curve := range [][]float64{c.Mean, c.P10, c.P90} {
			if len(curve) != n {
				return fmt.Errorf("package %q has a monthly curve of %d months: a horizon of %g years needs %d; run the scenario again",
					p.ID, len(curve), s.Scenario.HorizonYears, n)
			}
			if err := checkProbabilities(curve...); err != nil {
				return fmt.Errorf("package %q: monthly curve: %w", p.ID, err)
			}
		}
		if end := c.Mean[n-1]; math.Abs(end-p.Risk.Mean) > 1e-6 {
			return fmt.Errorf("package %q has risk %g, but its curve ends at %g: they must be equal; run the scenario again", p.ID, p.Risk.Mean, end)
		}
	}
	return nil
}

func (b breach) alt() string {
	lo, hi := 0, 0
	for i, p := range b.set.Packages {
		if p.Risk.Mean < b.set.Packages[lo].Risk.Mean {
			lo = i
		}
		if p.Risk.Mean > b.set.Packages[hi].Risk.Mean {
			hi = i
		}
	}
	const whole = 0.01 // a range of assumptions is said in whole per cents
	say := func(i int) string {
		r := b.set.Packages[i].Risk
		return b.lang.Breach.Reached.with("risk", b.lang.percent(r.Mean, r.StdErr), "package", nameOf(b.set.Packages[i]),
			"lo", b.lang.percent(r.P10, whole), "hi", b.lang.percent(r.P90, whole))
	}
	horizon := b.lang.duration(b.set.Scenario.HorizonYears)
	if len(b.looks) == 1 {
		return b.lang.Breach.AltOne.with("horizon", horizon, "reached", say(0))
	}
	return b.lang.Breach.Alt.with("horizon", horizon, "packages", b.lang.counted(b.lang.Packages, len(b.looks)),
		"least", say(lo), "most", say(hi))
}

// table has a row a package and month, month 0 being the start, and a row an
// event. p10 and p90 stand where they are drawn.
func (b breach) table() Table {
	t := Table{Header: []string{"kind", "id", "name", "years", "mean", "p10", "p90"}}
	for _, p := range b.set.Packages {
		t.add("line", p.ID, nameOf(p), 0, 0, 0, 0)
		c := p.Monthly
		for m := range c.Mean {
			years := float64(m+1) / 12
			if b.banded || m == len(c.Mean)-1 {
				t.add("line", p.ID, nameOf(p), years, c.Mean[m], c.P10[m], c.P90[m])
			} else {
				t.add("line", p.ID, nameOf(p), years, c.Mean[m], nil, nil)
			}
		}
	}
	for _, e := range b.events {
		for _, y := range e.years {
			t.add(e.kind, e.pkg, e.label, y, nil, nil, nil)
		}
	}
	return t
}
