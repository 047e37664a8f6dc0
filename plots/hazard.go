package plots

import (
	"fmt"
	"math"

	"steadfast/sim/result"
)

// togetherUpTo is the number of packages whose steps can still be followed in one
// plot. With more, each has a panel, with the others pale behind it.
const togetherUpTo = 4

// Hazard answers: when are the windows of danger? It draws the probability of a
// major breach in each year, given none before, as steps, with the 95 % interval
// of its sampling error and the events that the challenger reckons with.
//
// Its reader must not take a fall of a line for a ceasefire that grows safer. The
// hazard is that of the mean over cases, and where the assumptions are bad the
// ceasefire has mostly ended in the first years: what is left later are the
// cases in which it was safe all along, so that the line falls even where the
// danger in every single case is the same each year. Nor do the bands say how far
// the assumptions leave the number open, which is in figures breach and compare:
// they are only what more cases would remove. A step says nothing of the months
// within its year, and the steps do not add up to the risk.
func Hazard(s *result.Set, t Theme) (*Figure, error) {
	if err := checkHazard(s); err != nil {
		return nil, fmt.Errorf("figure hazard: %w", err)
	}
	h := newHazards(s, t)
	f := &Figure{
		Name: "hazard", Title: h.lang.Hazard.Title.text(), Subtitle: h.subtitle(),
		alt: h.alt(), Data: h.table(), theme: t, origin: originOf(s),
		body: func(p *page, in box) error {
			if h.together() {
				return h.drawTogether(p, in)
			}
			return h.drawApart(p, in)
		},
	}
	return f.finish()
}

// A hazardStep is the hazard from one time to another, in years: of a year, or
// at a yearly rate where the horizon cuts the last year short.
type hazardStep struct {
	from, to     float64
	mean, stdErr float64
	lo, hi       float64 // 95 %
}

func (s hazardStep) whole() bool { return math.Abs(s.to-s.from-1) < 1e-6 }

type hazards struct {
	set    *result.Set
	lang   *Words
	looks  []look
	events []event
	steps  [][]hazardStep // by package
}

func newHazards(s *result.Set, t Theme) hazards {
	h := hazards{set: s, lang: t.words(), looks: t.looks(s), events: eventsOf(s)}
	for _, p := range s.Packages {
		h.steps = append(h.steps, stepsOf(p.Hazard))
	}
	return h
}

// stepsOf turns a hazard over part of a year into one at a yearly rate, 1 −
// (1 − h)^(1/length), its error to first order: a shorter step would else look
// like a safer one.
func stepsOf(years []result.Year) []hazardStep {
	const normal = 1.96
	var out []hazardStep
	from := 0.0
	for _, y := range years {
		s := hazardStep{from: from, to: y.Years, mean: y.Mean, stdErr: y.StdErr}
		if !s.whole() {
			rate := 1 / (s.to - s.from)
			s.mean = 1 - math.Pow(1-y.Mean, rate)
			s.stdErr = 0
			if y.Mean < 1 {
				s.stdErr = y.StdErr * rate * math.Pow(1-y.Mean, rate-1)
			}
		}
		s.lo, s.hi = math.Max(0, s.mean-normal*s.stdErr), math.Min(1, s.mean+normal*s.stdErr)
		out = append(out, s)
		from = y.Years
	}
	return out
}

func (h hazards) together() bool { return len(h.looks) <= togetherUpTo }

func checkHazard(s *result.Set) error {
	if err := check(s); err != nil {
		return err
	}
	const rounding = 1e-6
	for _, p := range s.Packages {
		n := int(math.Ceil(s.Scenario.HorizonYears - rounding))
		if len(p.Hazard) != n {
			return fmt.Errorf("package %q has a hazard of %d years: a horizon of %g years needs %d; run the scenario again",
				p.ID, len(p.Hazard), s.Scenario.HorizonYears, n)
		}
		held := 1.0
		for i, y := range p.Hazard {
			if end := math.Min(float64(i+1), s.Scenario.HorizonYears); !(math.Abs(y.Years-end) < rounding) {
				return fmt.Errorf("package %q: step %d of the hazard ends at %g years: it must end at %g; run the scenario again", p.ID, i+1, y.Years, end)
			}
			if err := checkProbabilities(y.Mean); err != nil {
				return fmt.Errorf("package %q: hazard of year %d: %w", p.ID, i+1, err)
			}
			if !(y.StdErr >= 0) || math.IsInf(y.StdErr, 0) {
				return fmt.Errorf("package %q: hazard of year %d: sampling error %g: a finite number of 0 or more is needed; run the scenario again",
					p.ID, i+1, y.StdErr)
			}
			held *= 1 - y.Mean
		}
		if math.Abs(1-held-p.Risk.Mean) > rounding {
			return fmt.Errorf("package %q has risk %g, but its hazards lead to %g: they must be equal; run the scenario again", p.ID, p.Risk.Mean, 1-held)
		}
	}
	return nil
}

// top is the end of the axis of probabilities.
func (h hazards) top() float64 {
	top := 0.001
	for _, steps := range h.steps {
		for _, s := range steps {
			top = math.Max(top, s.hi)
		}
	}
	return top
}

// peak is the step of the highest hazard, the first of equals.
func (h hazards) peak(i int) int {
	at := 0
	for k, s := range h.steps[i] {
		if s.mean > h.steps[i][at].mean {
			at = k
		}
	}
	return at
}

func (h hazards) last(i int) hazardStep { return h.steps[i][len(h.steps[i])-1] }
