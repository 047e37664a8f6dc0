package plots

import (
	"fmt"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Cost answers: what does safety cost? It draws every package at its guarantors'
// discounted cost and at the percentage points by which it lowers the risk of the
// baseline, means over cases, and the efficient frontier with what each further
// point costs along it. A package is off the frontier where another is at least
// as cheap and as safe, and where a mixture of two others is (extended dominance).
//
// Its reader must not take the price of a point for the price of a war averted: it
// counts what the guarantors spend, while peace holds and when their promise is
// called, and nobody's losses. A package off the frontier is not refuted: costs
// are ranges, and a mixture of two packages may not be on offer. Nor does the
// figure count what can be adopted, which is in figure tradeoff; the frontier says
// what a point costs and never how many to buy.
func Cost(s *result.Set, t Theme) (*Figure, error) {
	c, err := newCosts(s, t)
	if err != nil {
		return nil, fmt.Errorf("figure cost: %w", err)
	}
	f := &Figure{
		Name:     "cost",
		Title:    c.lang.Cost.Title.text(),
		Subtitle: c.subtitle(), alt: c.alt(), Data: c.table(), theme: t, origin: originOf(s), body: c.draw,
	}
	return f.finish()
}

type costs struct {
	set      *result.Set
	lang     *Words
	looks    []look
	baseline int
	gain     []estimate.Mean // by package: fall of the risk against the baseline, paired
	standing []string
	frontier []int // the cheapest first
	steps    []costStep
	whiskers bool
}

// A costStep is a part of the frontier, from one package to the next.
type costStep struct {
	from, to int
	perPoint float64 // bn EUR a percentage point
	tied     bool    // their risks cannot be told apart
}

func newCosts(s *result.Set, t Theme) (*costs, error) {
	if err := checkRivals(s); err != nil {
		return nil, err
	}
	c := &costs{set: s, lang: t.words(), looks: t.looks(s), whiskers: len(s.Packages) <= whiskersUpTo}
	var err error
	if c.baseline, err = needBaseline(s); err != nil {
		return nil, err
	}
	var options []option
	for i, p := range s.Packages {
		if err := checkCost(p.Cost); err != nil {
			return nil, fmt.Errorf("package %q: cost: %w", p.ID, err)
		}
		var gain estimate.Mean
		if i != c.baseline {
			q, err := pairOf(s, c.baseline, i)
			if err != nil {
				return nil, err
			}
			gain = q.Difference
		}
		c.gain = append(c.gain, gain)
		options = append(options, option{p.Cost.Mean, gain.Mean})
	}
	c.standing, c.frontier = costFrontier(options)
	for k := 1; k < len(c.frontier); k++ {
		from, to := c.frontier[k-1], c.frontier[k]
		q, err := pairOf(s, from, to)
		if err != nil {
			return nil, err
		}
		per := (c.cost(to) - c.cost(from)) / (100 * (c.gain[to].Mean - c.gain[from].Mean))
		c.steps = append(c.steps, costStep{from, to, per, q.Tied})
	}
	return c, nil
}

func checkCost(s estimate.Summary) error {
	if err := checkFinite("number", s.P10, s.Mean, s.P90, s.StdErr); err != nil {
		return err
	}
	if s.P10 > s.P90 {
		return fmt.Errorf("quantiles %g, %g fall: they must rise; run the scenario again", s.P10, s.P90)
	}
	return nil
}

func (c *costs) cost(i int) float64 { return c.set.Packages[i].Cost.Mean }

func (c *costs) subtitle() string {
	s, says := c.set, c.lang.Cost
	parts := []string{says.Subtitle.with("ceasefire", c.lang.ceasefire(s.Scenario),
		"horizon", c.lang.duration(s.Scenario.HorizonYears), "cases", c.lang.counted(c.lang.Cases, s.Run.Cases))}
	if len(c.steps) > 0 {
		parts = append(parts, says.FrontierLine.text())
	}
	if c.whiskers {
		parts = append(parts, says.Ranges.text())
	}
	return strings.Join(parts, c.lang.Space)
}

func (c *costs) alt() string {
	says := c.lang.Cost
	say := func(i int) string {
		p := c.set.Packages[i]
		return says.AltPackage.with("package", nameOf(p), "points", c.inPoints(i), "cost", c.lang.bn(p.Cost.Mean))
	}
	frontier, n := says.OnFrontier, len(c.frontier)
	if n > 1 {
		frontier = says.Frontier
	}
	steps := ""
	switch k := len(c.steps); k {
	case 0:
	case 1:
		steps = says.AltStep.with("cost", c.lang.bn(c.steps[0].perPoint))
	default:
		steps = says.AltSteps.with("first", c.lang.bn(c.steps[0].perPoint), "last", c.lang.bn(c.steps[k-1].perPoint))
	}
	base := c.set.Packages[c.baseline]
	return says.Alt.with("horizon", c.lang.duration(c.set.Scenario.HorizonYears),
		"risk", c.lang.percent(base.Risk.Mean, base.Risk.StdErr), "package", nameOf(base),
		"packages", c.lang.counted(c.lang.Packages, len(c.looks)),
		"frontier", frontier.with("n", c.lang.count(n), "first", say(c.frontier[0]), "last", say(c.frontier[n-1])), "steps", steps)
}

// inPoints is the fall of the risk under a package, in percentage points.
func (c *costs) inPoints(i int) string {
	return c.lang.Points.with("n", c.lang.points(c.gain[i].Mean, c.gain[i].StdErr))
}

// table has a row a package. per_point is the cost of a percentage point, in bn
// EUR, on the way from the package before it on the frontier, which before names;
// tied says that the risks of the two cannot be told apart. The ranges stand where
// they are drawn.
func (c *costs) table() Table {
	t := Table{Header: []string{
		"id", "name", "cost_bn_eur", "reduction", "standing", "before", "per_point", "tied",
		"cost_p10", "cost_p90", "reduction_low", "reduction_high",
	}}
	for i, p := range c.set.Packages {
		cells := make([]any, 12)
		copy(cells, []any{p.ID, nameOf(p), p.Cost.Mean, c.gain[i].Mean, c.standing[i]})
		for _, s := range c.steps {
			if s.to == i {
				cells[5], cells[6], cells[7] = c.set.Packages[s.from].ID, s.perPoint, fmt.Sprint(s.tied)
			}
		}
		if c.whiskers {
			copy(cells[8:], []any{p.Cost.P10, p.Cost.P90, c.gain[i].Lo, c.gain[i].Hi})
		}
		t.add(cells...)
	}
	return t
}
