package verdict

import (
	"fmt"

	"steadfast/sim/claim"
	"steadfast/sim/result"
)

// Evidence is what claims are evaluated on. The functions may be nil where no
// claim needs them; [NeedsOf] tells.
type Evidence struct {
	Cases      *result.Cases // two cases or more, the same number in every replicate
	Replicates int           // of the design: case c belongs to c mod Replicates; 1 for random
	Horizon    float64       // years
	Names      []string      // of the packages, for answers; nil: their ids
	Scale      []result.Band // the verbal scale, for word(…)

	// Better returns by case the share of its futures in which b fails and a
	// holds. Futures is their number in each case.
	Better  func(a, b string) ([]float64, error)
	Futures int
	// Drivers returns the total indices of the risk under p by uncertain
	// parameter, larger for the more important: est[0] from all cases, est[1+g]
	// without the g-th of two or more independent groups.
	Drivers func(p string) (paths []string, est [][]float64, err error)
	// Index is what the estimates of Drivers are called; "": total index.
	Index string
	// Steps returns by point of the parameter's 5 to 95 % range, rising, and by
	// case the risk under p. It may have the first of the cases only, the same
	// number in every replicate.
	Steps func(p, path string) ([][]float64, error)
}

// check finds what a caller must not hand over.
func (ev *Evidence) check() error {
	n := len(ev.Cases.Rows)
	if len(ev.Cases.Packages) == 0 || len(ev.Cases.Years) == 0 {
		return fmt.Errorf("a claim is evaluated on cases with %d packages and %d years: both need one or more", len(ev.Cases.Packages), len(ev.Cases.Years))
	}
	if ev.Replicates < 1 || n < 2 || n%ev.Replicates != 0 {
		return fmt.Errorf("a claim is evaluated on %d cases in %d replicates: it needs two or more, the same number in every replicate", n, ev.Replicates)
	}
	return nil
}

// Needs is what claims are evaluated on.
type Needs struct {
	Packages []string  // whose outcomes, in the order of the text; nil: all of them, for rank and best
	Years    []float64 // at which a risk is asked for beside the horizon, in the order of the text
	Better   []Pair    // whose futures are compared
	Drivers  []string  // packages whose drivers are ranked
	Monotone []Trend   // parameters that are moved
}

// A Pair is better(A, B).
type Pair struct{ A, B string }

// A Trend is the risk under a package along a parameter.
type Trend struct{ Package, Path string }

// NeedsOf returns what the evaluation of expressions needs, each thing once.
func NeedsOf(horizon float64, exprs ...*claim.Expr) Needs {
	n := Needs{Packages: []string{}}
	all := false
	for _, e := range exprs {
		for _, r := range e.Packages() {
			n.Packages = once(n.Packages, r.ID)
		}
		claim.Walk(e.Root, func(node claim.Node) {
			c, ok := node.(*claim.Call)
			if !ok {
				return
			}
			switch c.Func.Name {
			case "rank", "best":
				all = true
			case "risk", "limited":
				if len(c.Args) == 2 {
					n.Years = once(n.Years, constant(c.Args[1], horizon))
				}
			case "better":
				a, aNamed := id(c.Args[0])
				b, bNamed := id(c.Args[1])
				if aNamed && bNamed && a != b {
					n.Better = once(n.Better, Pair{a, b})
				}
			case "top_driver":
				if p, named := id(c.Args[0]); named {
					n.Drivers = once(n.Drivers, p)
				}
			case "monotone":
				if p, named := id(c.Args[0]); named {
					n.Monotone = once(n.Monotone, Trend{p, c.Args[1].(*claim.Name).Path()})
				}
			}
		})
	}
	if all {
		n.Packages = nil
	}
	return n
}

func once[T comparable](list []T, x T) []T {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}

// id is the package that a node names; best() names none.
func id(n claim.Node) (string, bool) {
	name, ok := n.(*claim.Name)
	if !ok {
		return "", false
	}
	return name.Parts[0], true
}

// constant evaluates what needs no result.
func constant(n claim.Node, horizon float64) float64 {
	switch n := n.(type) {
	case *claim.Number:
		return n.Value
	case *claim.Unary:
		return -constant(n.X, horizon)
	case *claim.Binary:
		return apply(n.Op, constant(n.X, horizon), constant(n.Y, horizon))
	}
	return horizon
}

// isConstant tells whether a node refers to no result.
func isConstant(n claim.Node) bool {
	calls := false
	claim.Walk(n, func(n claim.Node) {
		if _, ok := n.(*claim.Call); ok {
			calls = true
		}
	})
	return !calls
}

func apply(op claim.Op, x, y float64) float64 {
	switch op {
	case claim.Add:
		return x + y
	case claim.Sub:
		return x - y
	case claim.Mul:
		return x * y
	}
	return x / y
}

// errorf is an error at a place of the text.
func errorf(n claim.Node, format string, args ...any) *claim.Error {
	return &claim.Error{Offset: n.Pos(), Msg: fmt.Sprintf(format, args...)}
}
