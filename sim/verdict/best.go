package verdict

import "steadfast/sim/estimate"

// A gap is the risk of one package less that of another, paired.
type gap struct {
	estimate.Mean
	size float64 // of the larger risk
}

// gap compares the risks of two packages.
func (j *judge) gap(p, q int) gap {
	key := [2]int{p, q}
	g, ok := j.gaps[key]
	if !ok {
		a, b := j.risk(p), j.risk(q)
		g = gap{j.jackknife(func(v *view) float64 { return v.mean(a) - v.mean(b) }), max(j.all.mean(a), j.all.mean(b))}
		j.gaps[key] = g
	}
	return g
}

// apart is where the gap of two packages lies but with probability alpha.
func (j *judge) apart(p, q int, alpha float64) span {
	g := j.gap(p, q)
	return j.student(g.Mean, g.size, alpha)
}

// best is the package with the lowest risk, of equals the first.
func (j *judge) best(v *view) int {
	best, lowest := 0, 0.0
	for p := range j.ev.Cases.Packages {
		if risk := v.mean(j.risk(p)); p == 0 || risk < lowest {
			best, lowest = p, risk
		}
	}
	return best
}

// mayBeBest are the packages below which no other is, as far as paired
// comparisons tell: the best is among them but with probability alpha.
func (j *judge) mayBeBest(alpha float64) []int {
	var out []int
	for p := range j.ev.Cases.Packages {
		if j.placeAmong(p, alpha).lo == 1 {
			out = append(out, p)
		}
	}
	return out
}

// place is one more than the number of packages with a lower risk.
func (j *judge) place(v *view, p int) float64 {
	own, place := v.mean(j.risk(p)), 1.0
	for q := range j.ev.Cases.Packages {
		if q != p && v.mean(j.risk(q)) < own {
			place++
		}
	}
	return place
}

// placeAmong holds the places that package p may have but with probability
// alpha.
func (j *judge) placeAmong(p int, alpha float64) span {
	s := span{1, 1}
	others := len(j.ev.Cases.Packages) - 1
	for q := range j.ev.Cases.Packages {
		if q == p {
			continue
		}
		switch gap := j.apart(q, p, alpha/float64(others)); {
		case gap.hi < 0:
			s.lo, s.hi = s.lo+1, s.hi+1
		case gap.lo < 0:
			s.hi++
		}
	}
	return s
}
