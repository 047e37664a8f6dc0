package verdict

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// A ranking is the drivers of one package: their total indices.
type ranking struct {
	judge *judge
	pack  string
	paths []string
	est   [][]float64 // 0: all cases, 1+g: without group g; by path
	place int         // the one that is asked for
}

// ranking prepares top_driver(p, n).
func (j *judge) ranking(c *claim.Call) (*ranking, error) {
	p, ok := id(c.Args[0])
	if !ok {
		return nil, errorf(c.Args[0], "%s: write the id of a package, for best() may be another in every case", c.Func.Signature())
	}
	if j.ev.Drivers == nil {
		return nil, errorf(c, "%s needs an analysis of what drives the risk, and there is none", c.Func.Signature())
	}
	r := &ranking{judge: j, pack: p, place: 1}
	if len(c.Args) == 2 {
		n := constant(c.Args[1], j.ev.Horizon)
		if err := badConstant(c, 1, n); err != nil {
			return nil, err
		}
		r.place = int(n)
	}
	var err error
	if r.paths, r.est, err = j.ev.Drivers(p); err != nil {
		return nil, errorf(c, "%s: %v", claim.Text(c), err)
	}
	if len(r.est) < 3 {
		return nil, errorf(c, "%s: %d estimates, and all cases and two groups or more are needed", claim.Text(c), len(r.est))
	}
	for _, e := range r.est {
		if len(e) != len(r.paths) {
			return nil, errorf(c, "%s: %d indices of %d parameters", claim.Text(c), len(e), len(r.paths))
		}
	}
	if r.place > len(r.paths) {
		return nil, errorf(c, "%s asks for place %d: %d parameters are uncertain", claim.Text(c), r.place, len(r.paths))
	}
	return r, nil
}

// lead is the index of x less that of y.
func (r *ranking) lead(x, y int) estimate.Mean {
	return r.jackknife(func(e []float64) float64 { return e[x] - e[y] })
}

func (r *ranking) jackknife(of func(e []float64) float64) estimate.Mean {
	groups := len(r.est) - 1
	return estimate.Over(groups).Jackknife(groups, func(g int) float64 { return of(r.est[1+g]) })
}

// leads is where lead lies but with probability alpha.
func (r *ranking) leads(x, y int, alpha float64) span {
	size := max(math.Abs(r.est[0][x]), math.Abs(r.est[0][y]))
	return r.judge.studentOf(r.lead(x, y), size, alpha, float64(len(r.est)-2))
}

// is finds whether x has the place. The first beats every single other at the
// rate; any other place is that of Bonferroni's intervals. Equals do not beat
// each other.
func (r *ranking) is(x int, alpha float64) Status {
	above, open, beaten := 0, 0, true
	for y := range r.paths {
		if y == x {
			continue
		}
		switch s := r.leads(x, y, alpha/float64(len(r.paths)-1)); {
		case s.hi < 0:
			above++
		case s.lo <= 0:
			open++
		}
		beaten = beaten && r.leads(x, y, alpha).lo > 0
	}
	switch {
	case 1+above > r.place, 1+above+open < r.place:
		return Fails
	case r.place == 1 && beaten, 1+above == r.place && open == 0:
		return Holds
	}
	return Undecided
}

// candidates are the parameters that may have the place but with probability
// alpha, the largest first.
func (r *ranking) candidates(alpha float64) []int {
	var out []int
	for x := range r.paths {
		if r.is(x, alpha) != Fails {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		switch d := r.est[0][b] - r.est[0][a]; {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	return out
}

// margin is how far x is from losing the place, negative where it does not
// have it; rival is the parameter that it would lose it to.
func (r *ranking) margin(e []float64, x int) (margin float64, rival int) {
	var others []int
	for y := range r.paths {
		if y != x {
			others = append(others, y)
		}
	}
	slices.SortStableFunc(others, func(a, b int) int {
		switch {
		case e[a] > e[b]:
			return -1
		case e[a] < e[b]:
			return 1
		}
		return 0
	})
	margin, rival = math.MaxFloat64, -1
	if r.place <= len(others) {
		rival = others[r.place-1]
		margin = e[x] - e[rival]
	}
	if r.place > 1 {
		if above := others[r.place-2]; e[above]-e[x] < margin {
			margin, rival = e[above]-e[x], above
		}
	}
	return margin, rival
}

// holder is the parameter that has the place.
func (r *ranking) holder(e []float64) int {
	for x := range r.paths {
		if m, _ := r.margin(e, x); m >= 0 {
			return x
		}
	}
	return 0
}

// index is that of a parameter with its name.
func (r *ranking) index(x int) (estimate.Mean, string) {
	return r.jackknife(func(e []float64) float64 { return e[x] }), fmt.Sprintf("%s of %s under %s", cmp.Or(r.judge.ev.Index, "total index"), r.paths[x], r.pack)
}
