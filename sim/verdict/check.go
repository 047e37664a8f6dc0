package verdict

import (
	"fmt"
	"math"
	"slices"

	"steadfast/sim/claim"
)

// Known is what a scenario tells of a result beforehand.
type Known struct {
	Horizon float64   // years
	Years   []float64 // those of the cases; nil: not known
	Futures bool      // are simulated
	// Uncertain tells whether a parameter is uncertain under a package; nil:
	// not known.
	Uncertain func(p, path string) bool
}

// Check finds what could never be decided, or holds or fails whatever the
// result: all of it, in the order of the text, each with its place and a
// remedy.
func Check(e *claim.Expr, k Known) []*claim.Error {
	c := checker{Known: k, limits: limits{horizon: k.Horizon}}
	c.check(e.Root, false)
	slices.SortStableFunc(c.found, func(a, b *claim.Error) int { return a.Offset - b.Offset })
	return c.found
}

type checker struct {
	Known
	limits limits
	found  []*claim.Error
	cases  bool // within share(…): claims about a single case
}

func (c *checker) add(err *claim.Error) {
	if err != nil {
		c.found = append(c.found, err)
	}
}

// check looks at a node; negated says that it stands under an odd number of
// nots.
func (c *checker) check(n claim.Node, negated bool) {
	switch n := n.(type) {
	case *claim.Unary:
		c.check(n.X, negated != (n.Op == claim.Not))
	case *claim.Binary:
		c.check(n.X, negated)
		c.check(n.Y, negated)
	case *claim.Call:
		c.call(n)
	case *claim.Compare:
		for _, x := range n.Operands {
			c.check(x, negated)
		}
	case *claim.Within:
		for _, x := range []claim.Node{n.X, n.Lo, n.Hi} {
			c.check(x, negated)
		}
	}
	if c.cases {
		return
	}
	for _, l := range links(n) {
		_, ofPackages := packageOf(l)
		if ofPackages {
			continue
		}
		if isPath(l) {
			c.driver(l)
			continue
		}
		c.sides(l, negated)
	}
}

func (c *checker) call(n *claim.Call) {
	outer := c.cases
	c.cases = outer || n.Func.Name == "share"
	for _, a := range n.Args {
		c.check(a, false)
	}
	c.cases = outer
	switch n.Func.Name {
	case "risk", "limited":
		if len(n.Args) == 2 {
			c.add(badYear(n, constant(n.Args[1], c.Horizon), c.Horizon, c.Years))
		}
	case "quantile":
		c.add(badConstant(n, 1, constant(n.Args[1], c.Horizon)))
	case "top_driver":
		if len(n.Args) == 2 {
			c.add(badConstant(n, 1, constant(n.Args[1], c.Horizon)))
		}
		c.named(n, n.Args[0])
	case "better":
		c.named(n, n.Args[0])
		c.named(n, n.Args[1])
		if !c.Futures {
			c.add(errorf(n, "%s needs futures, and none are simulated: set futures above 0", n.Func.Signature()))
		}
	case "monotone":
		c.named(n, n.Args[0])
		if p, ok := id(n.Args[0]); ok && c.Uncertain != nil {
			if path := n.Args[1].(*claim.Name); !c.Uncertain(p, path.Path()) {
				c.add(errorf(path, "%s is not uncertain under %s, and has no 5 to 95 %% range: give it a distribution", path.Path(), p))
			}
		}
	}
}

func (c *checker) named(call *claim.Call, n claim.Node) {
	if _, ok := id(n); !ok {
		c.add(errorf(n, "%s: write the id of a package, for best() may be another in every case", call.Func.Signature()))
	}
}

// driver looks at top_driver(p) = path.
func (c *checker) driver(l *claim.Compare) {
	for i, n := range l.Operands {
		path, ok := n.(*claim.Name)
		top, called := l.Operands[1-i].(*claim.Call)
		if !ok || !called || c.Uncertain == nil {
			continue
		}
		if p, ok := id(top.Args[0]); ok && !c.Uncertain(p, path.Path()) {
			c.add(errorf(path, "%s is not uncertain under %s, and drives nothing: name one that is", path.Path(), p))
		}
	}
}

// sides looks at a comparison of two values.
func (c *checker) sides(l *claim.Compare, negated bool) {
	x, y, op := l.Operands[0], l.Operands[1], l.Ops[0]
	if isConstant(x) == isConstant(y) {
		return
	}
	if isConstant(x) {
		x, y, op = y, x, mirrored(op)
	}
	bound, within := constant(y, c.Horizon), c.limits.natural(x)
	switch {
	case bound < within.lo || bound > within.hi:
		remedy := ""
		if within == (span{0, 1}) && bound > 1 && bound <= 100 {
			remedy = fmt.Sprintf(": write %g %%", bound)
		}
		c.add(errorf(y, "%s lies from %g to %g, and %s outside, so that this says nothing%s", claim.Text(x), within.lo, within.hi, claim.Text(y), remedy))
	case op == claim.Equal || op == claim.Differs:
		c.equality(l, x, bound)
	case isCounted(x) && bound == within.hi && opened(op, negated) == claim.AtLeast:
		c.add(errorf(x, "no sample shows that %s is %s exactly: write > 99 %%, or what is enough", claim.Text(x), claim.Text(y)))
	case isCounted(x) && bound == within.lo && opened(op, negated) == claim.AtMost:
		c.add(errorf(x, "no sample shows that %s is %s exactly: write < 1 %%, or what is little enough", claim.Text(x), claim.Text(y)))
	}
}

// equality looks at value = constant: a measured value may be found to differ
// from a number, never to be equal to it, but where it may be 0 or 1 in every
// single case, or counts.
func (c *checker) equality(l *claim.Compare, x claim.Node, bound float64) {
	counts := isWhole(x) && bound == float64(int(bound))
	every := !isCounted(x) && (bound == 0 || bound == 1)
	if counts || every {
		return
	}
	c.add(errorf(x, "%s is measured with an error, so that %s could never be decided: write in [lo, hi], as in %s in [%.4g, %.4g]",
		claim.Text(x), claim.Text(l), claim.Text(x), bound-0.05*math.Abs(bound), bound+0.05*math.Abs(bound)))
}

func mirrored(op claim.Op) claim.Op {
	switch op {
	case claim.Less:
		return claim.More
	case claim.AtMost:
		return claim.AtLeast
	case claim.More:
		return claim.Less
	case claim.AtLeast:
		return claim.AtMost
	}
	return op
}

// opened is what a comparison says where it is negated.
func opened(op claim.Op, negated bool) claim.Op {
	if !negated {
		return op
	}
	switch op {
	case claim.Less:
		return claim.AtLeast
	case claim.AtMost:
		return claim.More
	case claim.More:
		return claim.AtMost
	}
	return claim.Less
}

// isCounted tells whether a value is a share, of which no sample shows that it
// is 0 or 1.
func isCounted(n claim.Node) bool {
	c, ok := n.(*claim.Call)
	return ok && (c.Func.Name == "share" || c.Func.Name == "better")
}

// isWhole tells whether a value is a place or a year.
func isWhole(n claim.Node) bool {
	c, ok := n.(*claim.Call)
	if !ok {
		return false
	}
	if c.Func.Name == "median" || c.Func.Name == "quantile" {
		return isWhole(c.Args[0])
	}
	return c.Func.Name == "rank" || c.Func.Name == "hazard_peak"
}

// badYear says what is wrong with the year of risk or limited.
func badYear(c *claim.Call, year, horizon float64, years []float64) *claim.Error {
	if err := badConstant(c, 1, year); err != nil {
		return err
	}
	known := years == nil || same(year, horizon) || slices.ContainsFunc(years, func(y float64) bool { return same(y, year) })
	switch {
	case year > horizon && !same(year, horizon):
		return errorf(c.Args[1], "year %g is after the horizon of %g years: write %g or less, or raise horizon_years", year, horizon, horizon)
	case c.Func.Name == "limited" && !known:
		return errorf(c.Args[1], "limited is known at the end of whole years and at the horizon, and %g is none: write %g, or risk for any month", year, float64(int(year)+1))
	}
	return nil
}

// badConstant says that a constant argument is outside its range; its
// expression is checked by claim.Parse unless the horizon is in it.
func badConstant(c *claim.Call, i int, x float64) *claim.Error {
	arg := c.Func.Args[i]
	if arg.Accepts(x) {
		return nil
	}
	return errorf(c.Args[i], "%s: %s is %g: it must be %s", c.Func.Signature(), arg.Name, x, arg.Allowed)
}
