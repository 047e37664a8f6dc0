package plots

import (
	"fmt"
	"math"
	"sort"

	"steadfast/sim/result"
)

// Causes answers: what kind of failure is it? It draws a row a package, the
// safest first: on the left how the ceasefire ends, a bar of three parts whose
// sum is the risk, on the right what follows, a bar each, on a third of the scale.
// Every probability is unconditional: of all futures, not of those that end in a
// breach.
//
// Its reader must not add up what follows: a breach at which guarantors fight can
// be one at which a promise is broken and the protégé defeated, too. Nor must a
// package without broken promises pass for a reliable one: it may have promised
// nothing. That most of a small risk is accident says that deterrence works, not
// that the package causes accidents, and a share of a bar is no verdict on what
// to repair: what prevents one cause may feed another.
func Causes(s *result.Set, t Theme) (*Figure, error) {
	if err := t.words().checkCauses(s); err != nil {
		return nil, fmt.Errorf("figure causes: %w", err)
	}
	c := newCauses(s, t)
	lang := c.lang
	f := &Figure{
		Name:  "causes",
		Title: lang.Causes.Title.with("horizon", lang.duration(s.Scenario.HorizonYears)),
		Subtitle: lang.Causes.Subtitle.with("ceasefire", lang.ceasefire(s.Scenario),
			"cases", lang.counted(lang.Cases, s.Run.Cases), "error", c.worstError()),
		alt: c.alt(), Data: c.table(), theme: t, origin: originOf(s), body: c.draw,
	}
	return f.finish()
}

// An outcome is one kind of breach, or one thing that follows from it.
type outcome struct {
	key, head string // of the twin, of a column
	of        func(result.Package) (mean, stdErr float64)
}

// causeParts is how many parts the risk has.
const causeParts = 3

// causeOutcomes are the parts of the risk, in the order of a bar.
func (w *Words) causeOutcomes() []outcome {
	return []outcome{
		{"deliberate", w.Causes.Deliberate.text(), func(p result.Package) (float64, float64) { return p.Deliberate.Mean, p.Deliberate.StdErr }},
		{"escalated", w.Causes.Escalated.text(), func(p result.Package) (float64, float64) { return p.Escalated.Mean, p.Escalated.StdErr }},
		{"accident", w.Causes.Accident.text(), func(p result.Package) (float64, float64) { return p.Accident.Mean, p.Accident.StdErr }},
	}
}

// laterOutcomes are what follows.
func (w *Words) laterOutcomes(s *result.Set) []outcome {
	return []outcome{
		// Either a guarantor fights at a breach or none does. The error of a
		// difference is at most the sum of both.
		{"no_guarantor_fights", w.Causes.NobodyFights.text(), func(p result.Package) (float64, float64) {
			return math.Max(p.Risk.Mean-p.Clash.Mean, 0), p.Risk.StdErr + p.Clash.StdErr
		}},
		{"clash", w.Causes.Clash.text(), func(p result.Package) (float64, float64) { return p.Clash.Mean, p.Clash.StdErr }},
		{"broken", w.Causes.Broken.text(), func(p result.Package) (float64, float64) { return p.Broken.Mean, p.Broken.StdErr }},
		{"defeat", w.Causes.Defeat.with("protege", nameOr(s.Scenario.Protege, w.Terms.Protege.text())),
			func(p result.Package) (float64, float64) { return p.Defeat.Mean, p.Defeat.StdErr }},
	}
}

type causes struct {
	set    *result.Set
	lang   *Words
	rows   []int // packages, safest first
	looks  []look
	parts  []outcome
	follow []outcome
}

func newCauses(s *result.Set, t Theme) causes {
	w := t.words()
	c := causes{set: s, lang: w, looks: t.looks(s), parts: w.causeOutcomes(), follow: w.laterOutcomes(s)}
	for i := range s.Packages {
		c.rows = append(c.rows, i)
	}
	sort.SliceStable(c.rows, func(a, b int) bool {
		return s.Packages[c.rows[a]].Risk.Mean < s.Packages[c.rows[b]].Risk.Mean
	})
	return c
}

func (w *Words) checkCauses(s *result.Set) error {
	if err := check(s); err != nil {
		return err
	}
	const rounding = 1e-6
	for _, p := range s.Packages {
		all := append(w.causeOutcomes(), w.laterOutcomes(s)...)
		for _, o := range all {
			mean, stdErr := o.of(p)
			if err := checkProbabilities(mean); err != nil {
				return fmt.Errorf("package %q: %s: %w", p.ID, o.key, err)
			}
			if !(stdErr >= 0) || math.IsInf(stdErr, 0) {
				return fmt.Errorf("package %q: %s: sampling error %g: a finite number of 0 or more is needed; run the scenario again", p.ID, o.key, stdErr)
			}
		}
		for _, o := range all {
			if mean, _ := o.of(p); mean > p.Risk.Mean+rounding {
				return fmt.Errorf("package %q has %s %g, more than its risk of %g: it follows from a breach; run the scenario again",
					p.ID, o.key, mean, p.Risk.Mean)
			}
		}
		sum := 0.0
		for _, o := range w.causeOutcomes() {
			mean, _ := o.of(p)
			sum += mean
		}
		if math.Abs(sum-p.Risk.Mean) > rounding {
			return fmt.Errorf("package %q has risk %g, but its causes add up to %g: they must be equal; run the scenario again", p.ID, p.Risk.Mean, sum)
		}
	}
	return nil
}

// worstError is the largest 95 % sampling error of the numbers drawn, in points.
func (c causes) worstError() string {
	const normal = 1.96
	worst := 0.0
	for _, p := range c.set.Packages {
		worst = math.Max(worst, p.Risk.StdErr)
		for _, o := range append(append([]outcome(nil), c.parts...), c.follow...) {
			_, stdErr := o.of(p)
			worst = math.Max(worst, stdErr)
		}
	}
	return c.lang.Points.with("n", c.lang.fixed(math.Ceil(1000*normal*worst-1e-9)/10, 1))
}
