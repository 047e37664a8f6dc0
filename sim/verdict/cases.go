package verdict

import (
	"steadfast/sim/claim"
)

// each evaluates a value in every case.
func (j *judge) each(n claim.Node) ([]float64, error) {
	out := make([]float64, len(j.ev.Cases.Rows))
	if isConstant(n) {
		x := constant(n, j.ev.Horizon)
		for c := range out {
			out[c] = x
		}
		return out, nil
	}
	switch n := n.(type) {
	case *claim.Unary:
		x, err := j.each(n.X)
		for c := range x {
			out[c] = -x[c]
		}
		return out, err
	case *claim.Binary:
		x, err := j.each(n.X)
		if err != nil {
			return nil, err
		}
		y, err := j.each(n.Y)
		if err != nil {
			return nil, err
		}
		for c := range out {
			out[c] = apply(n.Op, x[c], y[c])
		}
		return out, nil
	}
	return out, j.eachCall(n.(*claim.Call), out)
}

// eachCall evaluates a function in every case.
func (j *judge) eachCall(call *claim.Call, out []float64) error {
	packs, _, err := j.packages(call)
	if err != nil {
		return err
	}
	year := 0.0
	if call.Func.Name == "risk" || call.Func.Name == "limited" {
		if year, err = j.yearOf(call); err != nil {
			return err
		}
	}
	for c := range out {
		p := packs
		if packs[0] < 0 || packs[len(packs)-1] < 0 {
			p = make([]int, len(packs))
			for i, q := range packs {
				p[i] = q
				if q < 0 {
					p[i] = j.bestIn(c)
				}
			}
		}
		switch call.Func.Name {
		case "risk_ratio":
			out[c] = ratio(j.risk(p[0])[c], j.risk(p[1])[c])
		case "difference":
			out[c] = j.risk(p[0])[c] - j.risk(p[1])[c]
		case "rank":
			out[c] = j.placeIn(c, p[0])
		default:
			out[c] = j.outcome(call.Func.Name, p[0], year)[c]
		}
	}
	return nil
}

// bestIn is the package with the lowest risk in a case, of equals the first.
func (j *judge) bestIn(c int) int {
	best := 0
	for p := range j.ev.Cases.Packages {
		if j.risk(p)[c] < j.risk(best)[c] {
			best = p
		}
	}
	return best
}

// placeIn is one more than the number of packages with a lower risk in a case.
func (j *judge) placeIn(c, p int) float64 {
	place := 1.0
	for q := range j.ev.Cases.Packages {
		if j.risk(q)[c] < j.risk(p)[c] {
			place++
		}
	}
	return place
}

// holds evaluates a claim in every case: 1 where it holds, else 0.
func (j *judge) holds(n claim.Node) ([]float64, error) {
	switch n := n.(type) {
	case *claim.Unary:
		x, err := j.holds(n.X)
		for c := range x {
			x[c] = 1 - x[c]
		}
		return x, err
	case *claim.Binary:
		x, err := j.holds(n.X)
		if err != nil {
			return nil, err
		}
		y, err := j.holds(n.Y)
		for c := range y {
			if n.Op == claim.And {
				x[c] = min(x[c], y[c])
			} else {
				x[c] = max(x[c], y[c])
			}
		}
		return x, err
	}
	var all []float64
	for _, l := range links(n) {
		x, err := j.holdsLink(l)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = x
		}
		for c := range x {
			all[c] = min(all[c], x[c])
		}
	}
	return all, nil
}

func (j *judge) holdsLink(l *claim.Compare) ([]float64, error) {
	out := make([]float64, len(j.ev.Cases.Rows))
	mark := func(c int, holds bool) {
		if holds {
			out[c] = 1
		}
	}
	if _, is := packageOf(l); is {
		named, err := j.namedPackages(l)
		if err != nil {
			return nil, err
		}
		for c := range out {
			best := true
			for _, p := range named {
				best = best && j.placeIn(c, p) == 1
			}
			mark(c, best == (l.Ops[0] == claim.Equal))
		}
		return out, nil
	}
	x, err := j.each(l.Operands[0])
	if err != nil {
		return nil, err
	}
	y, err := j.each(l.Operands[1])
	if err != nil {
		return nil, err
	}
	for c := range out {
		switch l.Ops[0] {
		case claim.Less:
			mark(c, x[c] < y[c])
		case claim.AtMost:
			mark(c, x[c] <= y[c])
		case claim.More:
			mark(c, x[c] > y[c])
		case claim.AtLeast:
			mark(c, x[c] >= y[c])
		case claim.Equal:
			mark(c, x[c] == y[c])
		case claim.Differs:
			mark(c, x[c] != y[c] && x[c] == x[c] && y[c] == y[c])
		}
	}
	return out, nil
}

// links are the comparisons of two that a comparison or an interval is.
func links(n claim.Node) []*claim.Compare {
	switch n := n.(type) {
	case *claim.Compare:
		out := make([]*claim.Compare, len(n.Ops))
		for i := range out {
			out[i] = n.Link(i)
		}
		return out
	case *claim.Within:
		ends := func(op claim.Op, x, y claim.Node) *claim.Compare {
			return &claim.Compare{OpOffsets: []int{n.OpOffset}, Ops: []claim.Op{op}, Operands: []claim.Node{x, y}}
		}
		return []*claim.Compare{ends(claim.AtLeast, n.X, n.Lo), ends(claim.AtMost, n.X, n.Hi)}
	}
	return nil
}

// packageOf tells whether a comparison is of packages; name is a package that
// it names, nil where both sides are best().
func packageOf(l *claim.Compare) (name *claim.Name, is bool) {
	for _, n := range l.Operands {
		switch n := n.(type) {
		case *claim.Name:
			if n.Kind == claim.Package {
				name, is = n, true
			}
		case *claim.Call:
			is = is || n.Func.Result == claim.Package
		}
	}
	return name, is
}

// namedPackages are the packages that a comparison of packages names: one, or
// none where both sides are best().
func (j *judge) namedPackages(l *claim.Compare) ([]int, error) {
	name, _ := packageOf(l)
	if name == nil {
		return nil, nil
	}
	p, err := j.pack(name)
	return []int{p}, err
}
