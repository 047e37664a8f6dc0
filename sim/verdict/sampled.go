package verdict

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// share is the share of cases in which a claim holds.
func (j *judge) share(c *claim.Call) (*value, error) {
	holds, err := j.holds(c.Args[0])
	if err != nil {
		return nil, err
	}
	count := 0
	for _, x := range holds {
		count += int(x)
	}
	return &value{
		sample: &sample{of: "share", values: [][]float64{holds}},
		of:     func(v *view) float64 { return v.mean(holds) },
		floor:  func(alpha float64) span { return clopperPearson(alpha, count, len(holds)) },
	}, nil
}

func clopperPearson(alpha float64, k, n int) span {
	lo, hi := estimate.ClopperPearsonAt(alpha, k, n)
	return span{lo, hi}
}

// better is the share of futures in which b fails and a holds.
func (j *judge) better(c *claim.Call) (*value, error) {
	var packs [2]int
	for i, n := range c.Args {
		name, ok := n.(*claim.Name)
		if !ok {
			return nil, errorf(n, "%s: write the id of a package, for best() may be another in every case", c.Func.Signature())
		}
		var err error
		if packs[i], err = j.pack(name); err != nil {
			return nil, err
		}
	}
	if packs[0] == packs[1] {
		return fixed(0, claim.Text(c)), nil
	}
	if j.ev.Better == nil || j.ev.Futures < 1 {
		return nil, errorf(c, "%s needs futures, and none were simulated: set futures above 0", c.Func.Signature())
	}
	ids := j.ev.Cases.Packages
	shares, err := j.ev.Better(ids[packs[0]], ids[packs[1]])
	if err != nil {
		return nil, errorf(c, "%s: %v", claim.Text(c), err)
	}
	if len(shares) != len(j.ev.Cases.Rows) {
		return nil, errorf(c, "%s has %d cases and the outcomes %d", claim.Text(c), len(shares), len(j.ev.Cases.Rows))
	}
	total := 0.0
	for _, x := range shares {
		total += x * float64(j.ev.Futures)
	}
	count, n := int(math.Round(total)), len(shares)*j.ev.Futures
	return &value{
		of: func(v *view) float64 { return v.mean(shares) },
		floor: func(alpha float64) span {
			// Where all futures went one way, those of a case may do so together.
			switch count {
			case 0:
				return clopperPearson(alpha, 0, len(shares))
			case n:
				return clopperPearson(alpha, len(shares), len(shares))
			}
			return clopperPearson(alpha, count, n)
		},
	}, nil
}

// quantile is the value below which a share of the cases lies, or the median.
func (j *judge) quantile(c *claim.Call) (*value, error) {
	level := 0.5
	if len(c.Args) == 2 {
		level = constant(c.Args[1], j.ev.Horizon)
		if err := badConstant(c, 1, level); err != nil {
			return nil, err
		}
	}
	x, err := j.each(c.Args[0])
	if err != nil {
		return nil, err
	}
	natural := j.limits.natural(c.Args[0])
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return x[order[a]] < x[order[b]] })
	undefined := slices.ContainsFunc(x, math.IsNaN)
	return &value{
		sample: &sample{of: "quantile", level: level, values: [][]float64{x}},
		of: func(v *view) float64 {
			if undefined {
				return math.NaN()
			}
			sorted := make([]float64, 0, len(v.rows))
			for _, c := range order {
				if v.has[c] {
					sorted = append(sorted, x[c])
				}
			}
			return estimate.QuantileOf(sorted, level)
		},
		floor: func(alpha float64) span {
			lo, hi := orderStatistics(alpha, len(x), level)
			s := natural
			if lo > 0 {
				s.lo = x[order[lo-1]]
			}
			if hi <= len(x) {
				s.hi = x[order[hi-1]]
			}
			return s
		},
	}, nil
}

// orderStatistics returns the places, 1 … n, of the values between which the
// quantile of a level lies but with probability alpha, whatever the
// distribution: 0 and n+1 where no value bounds it (H. A. David and H. N.
// Nagaraja, Order Statistics, 3rd ed. 2003, 7.1).
func orderStatistics(alpha float64, n int, level float64) (lo, hi int) {
	below := distuv.Binomial{N: float64(n), P: level}
	// P(value lo is above the quantile) = P(fewer than lo are below it).
	lo = sort.Search(n, func(k int) bool { return below.CDF(float64(k)) > alpha/2 })
	// P(value hi is below it) = P(hi or more are below it).
	hi = 1 + sort.Search(n, func(k int) bool { return 1-below.CDF(float64(k)) <= alpha/2 })
	return lo, hi
}
