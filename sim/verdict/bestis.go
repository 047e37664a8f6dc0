package verdict

import (
	"math"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// bestIs is best() = p: no package has a lower risk.
type bestIs struct {
	judge *judge
	link  *claim.Compare
	p     int // −1: best() itself
}

func (j *judge) bestIs(l *claim.Compare) (atom, error) {
	named, err := j.namedPackages(l)
	if err != nil {
		return nil, err
	}
	b := &bestIs{judge: j, link: l, p: -1}
	if len(named) == 1 {
		b.p = named[0]
	}
	return b, nil
}

func (b *bestIs) decide(alpha float64) (Status, Interval) {
	status, used := b.equal(alpha)
	if b.link.Ops[0] == claim.Differs {
		status = status.not()
	}
	return status, used
}

// equal finds that p is the best if it is not above any single other at the
// rate (one of those that are lower would have to be mistaken), and that it is
// not if one of the others is below it (any might be mistaken).
func (b *bestIs) equal(alpha float64) (Status, Interval) {
	if b.p < 0 {
		return Holds, usedAt(at(0), alpha)
	}
	j := b.judge
	status := Holds
	others := len(j.ev.Cases.Packages) - 1
	for q := range j.ev.Cases.Packages {
		if q == b.p {
			continue
		}
		if s := j.apart(q, b.p, alpha/float64(others)); s.hi < 0 {
			return Fails, usedAt(s, alpha/float64(others))
		}
		if j.apart(q, b.p, alpha).lo < 0 {
			status = Undecided
		}
	}
	if rival := b.rival(j.all); rival >= 0 {
		return status, usedAt(j.apart(rival, b.p, alpha), alpha)
	}
	return status, usedAt(at(0), alpha)
}

// rival is the best package beside p, −1 if there is none.
func (b *bestIs) rival(v *view) int {
	best, lowest := -1, 0.0
	for q := range b.judge.ev.Cases.Packages {
		if risk := v.mean(b.judge.risk(q)); q != b.p && (best < 0 || risk < lowest) {
			best, lowest = q, risk
		}
	}
	return best
}

func (b *bestIs) margin(v *view) float64 {
	m := math.MaxFloat64
	if b.p >= 0 {
		if rival := b.rival(v); rival >= 0 {
			m = v.mean(b.judge.risk(rival)) - v.mean(b.judge.risk(b.p))
		}
	}
	if b.link.Ops[0] == claim.Differs {
		return -m
	}
	return m
}

func (b *bestIs) describe() Atom {
	a := Atom{Text: claim.Text(b.link), Offset: b.link.Operands[0].Pos()}
	if b.p < 0 {
		return a
	}
	j := b.judge
	a.Right, a.RightText = j.riskOf(b.p)
	rival := b.rival(j.all)
	if rival < 0 {
		a.Note = "there is no other package"
		return a
	}
	a.Left, a.LeftText = j.riskOf(rival)
	a.Difference = j.gap(rival, b.p).Mean
	return a
}

// riskOf is the risk under a package with its name in the claim language.
func (j *judge) riskOf(p int) (estimate.Mean, string) {
	risk := j.risk(p)
	m := j.jackknife(func(v *view) float64 { return v.mean(risk) })
	id := &claim.Name{Parts: []string{j.ev.Cases.Packages[p]}, Kind: claim.Package}
	return m, "risk(" + claim.Text(id) + ")"
}
