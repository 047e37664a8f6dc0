package verdict

import (
	"math"
	"strings"

	"steadfast/sim/estimate"

	"steadfast/sim/claim"
)

// A truth is a part of a claim: an atom, or a junction of truths.
type truth struct {
	op    claim.Op // And, Or, Not; "" of an atom
	parts []*truth
	atom  atom
	atoms int // below it, itself included
}

// An atom is a comparison that can be decided.
type atom interface {
	// decide finds whether it holds or fails, each wrongly with a probability
	// of at most alpha, and the interval that says so.
	decide(alpha float64) (Status, Interval)
	// margin is how far it holds on the values of a view, negative where it
	// fails.
	margin(v *view) float64
	// describe writes its text, place and values.
	describe() Atom
}

// margin is how far a truth holds on a view.
func (t *truth) margin(v *view) float64 {
	switch t.op {
	case claim.Not:
		return -t.parts[0].margin(v)
	case claim.And, claim.Or:
		m := t.parts[0].margin(v)
		for _, p := range t.parts[1:] {
			if x := p.margin(v); t.op == claim.And {
				m = min(m, x)
			} else {
				m = max(m, x)
			}
		}
		return m
	}
	return t.atom.margin(v)
}

// truth prepares a node that stands for a claim.
func (j *judge) truth(n claim.Node) (*truth, error) {
	switch n := n.(type) {
	case *claim.Unary:
		return j.junction(claim.Not, n.X)
	case *claim.Binary:
		return j.junction(n.Op, n.X, n.Y)
	case *claim.Call:
		a, err := j.trend(n)
		return &truth{atom: a, atoms: 1}, err
	}
	var parts []*truth
	for _, l := range links(n) {
		a, err := j.comparison(l)
		if err != nil {
			return nil, err
		}
		parts = append(parts, &truth{atom: a, atoms: 1})
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return &truth{op: claim.And, parts: parts, atoms: len(parts)}, nil
}

func (j *judge) junction(op claim.Op, nodes ...claim.Node) (*truth, error) {
	t := &truth{op: op}
	for _, n := range nodes {
		p, err := j.truth(n)
		if err != nil {
			return nil, err
		}
		t.parts = append(t.parts, p)
		t.atoms += p.atoms
	}
	return t, nil
}

// comparison prepares one comparison of values, packages or parameters.
func (j *judge) comparison(l *claim.Compare) (atom, error) {
	if _, is := packageOf(l); is {
		return j.bestIs(l)
	}
	if isPath(l) {
		return j.driverIs(l)
	}
	x, err := j.value(l.Operands[0])
	if err != nil {
		return nil, err
	}
	y, err := j.value(l.Operands[1])
	if err != nil {
		return nil, err
	}
	return &comparison{judge: j, link: l, x: x, y: y, d: difference(x, y)}, nil
}

// A comparison is of two values.
type comparison struct {
	judge *judge
	link  *claim.Compare
	x, y  *value
	d     *value // x − y
}

func (c *comparison) decide(alpha float64) (Status, Interval) {
	s := c.judge.interval(c.d, alpha)
	used := usedAt(s, alpha)
	if !estimate.Finite(c.judge.estimate(c.d).Mean) {
		return Undecided, used
	}
	return c.status(s), used
}

// status compares every difference of an interval with 0.
func (c *comparison) status(s span) Status {
	var holds, fails bool
	op := c.link.Ops[0]
	switch op {
	case claim.Less:
		holds, fails = s.hi < 0, s.lo >= 0
	case claim.AtMost:
		holds, fails = s.hi <= 0, s.lo > 0
	case claim.More:
		holds, fails = s.lo > 0, s.hi <= 0
	case claim.AtLeast:
		holds, fails = s.lo >= 0, s.hi < 0
	case claim.Equal:
		holds, fails = s.lo == 0 && s.hi == 0, s.lo > 0 || s.hi < 0
	case claim.Differs:
		holds, fails = s.lo > 0 || s.hi < 0, s.lo == 0 && s.hi == 0
	}
	switch {
	case holds:
		return Holds
	case fails:
		return Fails
	}
	return Undecided
}

func (c *comparison) margin(v *view) float64 {
	d := c.d.on(v)
	switch c.link.Ops[0] {
	case claim.Less, claim.AtMost:
		return -d
	case claim.More, claim.AtLeast:
		return d
	}
	equal := -math.Abs(d)
	if c.whole() {
		equal += 0.5
	}
	if c.link.Ops[0] == claim.Differs {
		return -equal
	}
	return equal
}

// whole tells whether the difference is of places or years.
func (c *comparison) whole() bool {
	for _, l := range c.d.leaves() {
		if !l.whole {
			return false
		}
	}
	return true
}

func (c *comparison) describe() Atom {
	j := c.judge
	a := Atom{
		Text: claim.Text(c.link), Offset: c.link.Operands[0].Pos(),
		LeftText: c.x.text, RightText: c.y.text,
		Left: j.measured(c.x), Right: j.measured(c.y), Difference: j.measured(c.d),
	}
	var undefined []string
	for _, x := range []*value{c.x, c.y} {
		if !estimate.Finite(x.on(j.all)) {
			undefined = append(undefined, x.text)
		}
	}
	if undefined != nil {
		a.Note = "no finite number, for something is divided by 0: " + strings.Join(undefined, ", ")
	}
	return a
}
