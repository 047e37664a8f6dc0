package verdict

import (
	"math"
	"slices"

	"steadfast/sim/claim"
)

// driverIs is top_driver(p, n) = path, or = another top_driver.
type driverIs struct {
	link  *claim.Compare
	sides []*ranking // one or two
	path  string     // with one
}

func isPath(l *claim.Compare) bool {
	return slices.ContainsFunc(l.Operands, func(n claim.Node) bool {
		switch n := n.(type) {
		case *claim.Name:
			return n.Kind == claim.Path
		case *claim.Call:
			return n.Func.Result == claim.Path
		}
		return false
	})
}

func (j *judge) driverIs(l *claim.Compare) (atom, error) {
	d := &driverIs{link: l}
	for _, n := range l.Operands {
		switch n := n.(type) {
		case *claim.Name:
			d.path = n.Path()
		case *claim.Call:
			r, err := j.ranking(n)
			if err != nil {
				return nil, err
			}
			d.sides = append(d.sides, r)
		}
	}
	return d, nil
}

func (d *driverIs) differs() bool { return d.link.Ops[0] == claim.Differs }

func (d *driverIs) decide(alpha float64) (Status, Interval) {
	var status Status
	used := Interval{Level: 1 - alpha}
	if len(d.sides) == 2 {
		status = d.agree(alpha)
	} else {
		r := d.sides[0]
		x := slices.Index(r.paths, d.path)
		status = Fails
		if x >= 0 {
			status = r.is(x, alpha)
			if _, rival := r.margin(r.est[0], x); rival >= 0 {
				used = usedAt(r.leads(x, rival, alpha), alpha)
			}
		}
	}
	if d.differs() {
		status = status.not()
	}
	return status, used
}

// agree finds whether two places are held by one parameter.
func (d *driverIs) agree(alpha float64) Status {
	common := false
	var sets [2][]string
	for i, r := range d.sides {
		for _, x := range r.candidates(alpha / 2) {
			sets[i] = append(sets[i], r.paths[x])
		}
	}
	for _, p := range sets[0] {
		common = common || slices.Contains(sets[1], p)
	}
	switch {
	case !common:
		return Fails
	case len(sets[0]) == 1 && len(sets[1]) == 1:
		return Holds
	}
	return Undecided
}

// margin takes the indices without the group that the view leaves out, and
// those of all cases for any other view.
func (d *driverIs) margin(v *view) float64 {
	m := math.MaxFloat64
	var paths []string
	for _, r := range d.sides {
		e := r.est[0]
		if v.group >= 0 && 1+v.group < len(r.est) {
			e = r.est[1+v.group]
		}
		x := slices.Index(r.paths, d.path)
		if len(d.sides) == 2 {
			x = r.holder(e)
		}
		if x < 0 {
			m = -slices.Max(e)
			break
		}
		own, _ := r.margin(e, x)
		m = min(m, own)
		paths = append(paths, r.paths[x])
	}
	if len(paths) == 2 && paths[0] != paths[1] {
		m = -m
	}
	if d.differs() {
		return -m
	}
	return m
}

func (d *driverIs) describe() Atom {
	a := Atom{Text: claim.Text(d.link), Offset: d.link.Operands[0].Pos()}
	for i, r := range d.sides {
		x := slices.Index(r.paths, d.path)
		if len(d.sides) == 2 {
			x = r.holder(r.est[0])
		}
		if x < 0 {
			a.Note = d.path + " is not uncertain under " + r.pack + ", so it drives nothing"
			continue
		}
		own, text := r.index(x)
		if i == 1 {
			a.Right, a.RightText = own, text
			continue
		}
		a.Left, a.LeftText = own, text
		if _, rival := r.margin(r.est[0], x); rival >= 0 && len(d.sides) == 1 {
			a.Right, a.RightText = r.index(rival)
			a.Difference = r.lead(x, rival)
		}
	}
	return a
}
