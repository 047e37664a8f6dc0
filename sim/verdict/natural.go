package verdict

import (
	"math"

	"steadfast/sim/claim"
)

// limits is what bounds values before there is a result.
type limits struct {
	horizon  float64 // years
	packages int     // 0: not known
}

// natural is the range in which a value lies, whatever the result.
func (l limits) natural(n claim.Node) span {
	switch n := n.(type) {
	case *claim.Unary:
		return at(0).combine(claim.Sub, l.natural(n.X))
	case *claim.Binary:
		return l.natural(n.X).combine(n.Op, l.natural(n.Y))
	case *claim.Call:
		switch n.Func.Name {
		case "risk", "limited", "clash", "defeat", "peace", "peace_if_agreed", "signs", "accepts", "share", "better":
			return span{0, 1}
		case "difference":
			return span{-1, 1}
		case "risk_ratio":
			return span{0, math.Inf(1)}
		case "rank":
			if l.packages == 0 {
				return span{1, math.Inf(1)}
			}
			return span{1, float64(l.packages)}
		case "hazard_peak":
			return span{1, math.Ceil(l.horizon)}
		case "median", "quantile":
			return l.natural(n.Args[0])
		}
		return anywhere
	}
	if x := constant(n, l.horizon); !math.IsNaN(x) {
		return at(x)
	}
	return anywhere
}
