package claim

import (
	"math"
	"strings"

	"steadfast/sim/diag"
)

// checkClaim checks that an expression is a claim about a result.
func checkClaim(root Node) *Error {
	c := checker{}
	if err := c.check(root, Claim); err != nil {
		return err
	}
	if isConstant(root) {
		return errorf(root.Pos(), "a claim refers to no result: compare a value such as risk(none)")
	}
	return nil
}

// checker gives every name its kind and finds what stands where it cannot.
type checker struct {
	each *Function // the function whose argument is evaluated case by case, if any
}

// kindOf is what a node is by itself; Unknown for a name.
func kindOf(n Node) Kind {
	switch n := n.(type) {
	case *Name:
		return Unknown
	case *Call:
		return n.Func.Result
	case *Number:
		return Value
	case *Unary:
		if n.Op == Sub {
			return Value
		}
	case *Binary:
		if n.Op != And && n.Op != Or {
			return Value
		}
	}
	return Claim
}

func (c *checker) check(n Node, want Kind) *Error {
	if name, ok := n.(*Name); ok {
		return resolve(name, want)
	}
	if have := kindOf(n); have != want {
		return mismatch(n, have, want)
	}
	switch n := n.(type) {
	case *Call:
		return c.call(n)
	case *Unary:
		return c.check(n.X, want)
	case *Binary:
		if err := c.check(n.X, want); err != nil {
			return err
		}
		if err := c.check(n.Y, want); err != nil {
			return err
		}
		if v, known := constant(n.Y); n.Op == Div && known && v == 0 {
			return errorf(n.Y.Pos(), "a value is divided by 0")
		}
	case *Compare:
		return c.compare(n)
	case *Within:
		for _, x := range []Node{n.X, n.Lo, n.Hi} {
			if err := c.check(x, Value); err != nil {
				return err
			}
		}
		lo, knownLo := constant(n.Lo)
		hi, knownHi := constant(n.Hi)
		if knownLo && knownHi && lo > hi {
			return errorf(n.Lo.Pos(), "the interval [%g, %g] is empty: write the lower end first", lo, hi)
		}
	}
	return nil
}

func mismatch(n Node, have, want Kind) *Error {
	at := n.Pos()
	switch {
	case have == Words:
		return errorf(at, "word(…) stands in an answer only, alone between its braces: {word(risk(none))}")
	case have == Claim && want == Value:
		return errorf(at, "a claim stands where a value is needed: share(…) is the share of cases in which a claim holds")
	case have == Value && want == Claim:
		return errorf(at, "a value stands where a claim is needed: compare it, as in risk(none) < 20 %%")
	case have == Package && want == Value:
		return errorf(at, "a package stands where a value is needed: write risk(…) for its risk")
	case want == Package:
		return errorf(at, "%s stands where a package is needed: write its id", have)
	case want == Path:
		return errorf(at, "%s stands where a parameter is needed: write its path, as in challenger.war_cost", have)
	case want == Direction:
		return errorf(at, "%s stands where a direction is needed: write rising or falling", have)
	}
	return errorf(at, "%s stands where %s is needed", have, want)
}

// resolve decides what a name stands for.
func resolve(n *Name, want Kind) *Error {
	n.Kind = want
	text := joinPath(n.Parts)
	bare := len(n.Parts) == 1 && !n.Quoted
	switch want {
	case Package:
		if len(n.Parts) > 1 {
			return errorf(n.Offset, "%s is the path of a parameter where a package is needed: write its id, quoted if it has a dot", text)
		}
		return nil
	case Path:
		return resolvePath(n)
	case Direction:
		if bare && (n.Parts[0] == "rising" || n.Parts[0] == "falling") {
			return nil
		}
		if near, ok := diag.Nearest(n.Parts[0], []string{"rising", "falling"}); ok {
			return errorf(n.Offset, "%s is not a direction: did you mean %s?", text, near)
		}
		return errorf(n.Offset, "%s is not a direction: write rising or falling", text)
	}
	if want == Value && bare && n.Parts[0] == "horizon" {
		return nil
	}
	if f, ok := function(n.Parts[0]); ok && bare {
		return errorf(n.Offset, "%s is a function and needs its arguments: %s", f.Name, f.Signature())
	}
	switch {
	case want == Claim:
		return errorf(n.Offset, "%s is a name where a claim is needed: compare values, as in risk(none) < 20 %%", text)
	case len(n.Parts) > 1:
		return errorf(n.Offset, "%s is the path of a parameter where a value is needed: claims are about results, as in risk(none)", text)
	}
	return errorf(n.Offset, "%s is a name where a value is needed: write risk(%s) for the risk under a package", text, text)
}

// resolvePath reads a quoted path, "challenger.war_cost", as a bare one.
func resolvePath(n *Name) *Error {
	if n.Quoted && strings.Contains(n.Parts[0], ".") {
		n.Parts, n.Quoted = strings.Split(n.Parts[0], "."), false
		for _, p := range n.Parts {
			if p == "" {
				return errorf(n.Offset, "%q is not the path of a parameter: an element is empty", strings.Join(n.Parts, "."))
			}
		}
	}
	if len(n.Parts) == 1 {
		return errorf(n.Offset, "%s is not the path of a parameter: names joined by dots are needed, as in challenger.war_cost", joinPath(n.Parts))
	}
	return nil
}

func (c *checker) call(n *Call) *Error {
	if c.each != nil && !n.Func.PerCase {
		return errorf(n.Offset, "%s is not known in a single case: %s is taken over cases of what is, such as risk(p)", n.Func.Name, c.each.Name)
	}
	for i, x := range n.Args {
		a := n.Func.Args[i]
		inner := *c
		if a.PerCase {
			inner.each = n.Func
		}
		if _, called := x.(*Call); called && a.Kind == Path {
			return errorf(x.Pos(), "%s: the parameter's path must be written out, as in challenger.war_cost", n.Func.Signature())
		}
		if err := inner.check(x, a.Kind); err != nil {
			return err
		}
		if !a.Constant {
			continue
		}
		if !isConstant(x) {
			return errorf(x.Pos(), "%s: %s must be a constant: %s", n.Func.Signature(), a.Name, a.Allowed)
		}
		if v, known := constant(x); known && !a.inRange(v) {
			return errorf(x.Pos(), "%s: %s is %g: it must be %s", n.Func.Signature(), a.Name, v, a.Allowed)
		}
	}
	return nil
}

func (c *checker) compare(n *Compare) *Error {
	kind := Value
	for _, x := range n.Operands {
		if k := kindOf(x); k != Unknown {
			kind = k
			break
		}
	}
	switch kind {
	case Claim:
		return errorf(n.OpOffsets[0], "claims cannot be compared: join them by and, or, not")
	case Words:
		return mismatch(n.Operands[0], Words, Value)
	}
	for i, op := range n.Ops {
		equality := op == Equal || op == Differs
		switch {
		case kind != Value && !equality:
			return errorf(n.OpOffsets[i], "%s has no order: = and != alone can be asked of it", kind)
		case len(n.Ops) > 1 && equality:
			return errorf(n.OpOffsets[i], "%s cannot stand in a chain of comparisons: join two comparisons by and", op)
		case i > 0 && rises(op) != rises(n.Ops[0]):
			return errorf(n.OpOffsets[i], "a chain of comparisons turns round: write a < x < b or a > x > b, or join two comparisons by and")
		}
	}
	for _, x := range n.Operands {
		if err := c.check(x, kind); err != nil {
			return err
		}
	}
	return nil
}

func rises(op Op) bool { return op == Less || op == AtMost }

// isConstant tells whether a node is known without a result.
func isConstant(n Node) bool {
	calls := false
	Walk(n, func(n Node) {
		if _, ok := n.(*Call); ok {
			calls = true
		}
	})
	return !calls
}

// constant evaluates arithmetic on numbers; known is false where a result or
// the horizon is needed.
func constant(n Node) (v float64, known bool) {
	switch n := n.(type) {
	case *Number:
		return n.Value, true
	case *Unary:
		v, known = constant(n.X)
		return -v, known && n.Op == Sub
	case *Binary:
		x, knownX := constant(n.X)
		y, knownY := constant(n.Y)
		if !knownX || !knownY {
			return math.NaN(), false
		}
		switch n.Op {
		case Add:
			return x + y, true
		case Sub:
			return x - y, true
		case Mul:
			return x * y, true
		case Div:
			return x / y, true
		}
	}
	return math.NaN(), false
}
