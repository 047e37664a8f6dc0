package verdict

import "steadfast/sim/claim"

// unit is how a value is written.
type unit int

const (
	plain       unit = iota // a number
	probability             // per cent
	points                  // a difference of probabilities
	year
	place
)

// unitOf is how a value is written. A probability that is multiplied by a
// number is meant as a count: 100 * better(a, b).
func unitOf(n claim.Node) unit {
	switch n := n.(type) {
	case *claim.Number:
		if n.Percent {
			return probability
		}
	case *claim.Unary:
		if u := unitOf(n.X); u == probability || u == points {
			return points
		}
	case *claim.Binary:
		return unitOfTwo(n)
	case *claim.Call:
		switch n.Func.Name {
		case "risk", "limited", "clash", "defeat", "peace", "peace_if_agreed", "signs", "accepts", "share", "better":
			return probability
		case "difference":
			return points
		case "rank":
			return place
		case "hazard_peak":
			return year
		case "median", "quantile":
			return unitOf(n.Args[0])
		}
	}
	return plain
}

func unitOfTwo(n *claim.Binary) unit {
	x, y := unitOf(n.X), unitOf(n.Y)
	chances := func(u unit) bool { return u == probability || u == points }
	switch n.Op {
	case claim.Add:
		switch {
		case x == points && y == points:
			return points
		case chances(x) && (chances(y) || isConstant(n.Y)), chances(y) && isConstant(n.X):
			return probability
		}
	case claim.Sub:
		switch {
		case isConstant(n.X) && x == plain && chances(y): // 1 − risk(p)
			return probability
		case chances(x) && (chances(y) || isConstant(n.Y)):
			return points
		}
	case claim.Div:
		if chances(x) && y == plain && isConstant(n.Y) {
			return x
		}
	}
	return plain
}
