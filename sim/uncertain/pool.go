package uncertain

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Pool is the linear opinion pool of several numbers: its cdf is the weighted
// mean of theirs, F(x) = Σ wᵢ·Fᵢ(x). Where the members disagree it is wider
// than any of them. Its quantile is found by root search, to rounding.
type Pool struct {
	Members []Number
	Weights []float64 // shares, adding up to 1
	jumps   []jump    // rising
}

// A jump is a value with a positive probability: the cdf jumps from below to
// upTo at x.
type jump struct{ x, below, upTo float64 }

// NewPool returns the linear pool of members with weights, which need not add
// up to 1 (nil: equal weights); the member itself where one has all the weight.
// It fails unless there is a member, the lists are equally long, no weight is
// negative and their sum is positive.
func NewPool(members []Number, weights []float64) (Number, error) {
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(members))
	}
	if err := paired("pool", len(members), len(weights)); err != nil {
		return nil, err
	}
	for i, m := range members {
		if m == nil {
			return nil, fmt.Errorf("pool: member %d is missing, want a number or a distribution", i+1)
		}
	}
	if _, err := cumulate("pool", weights); err != nil {
		return nil, err
	}
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	var d Pool
	var atoms []float64
	for i, m := range members {
		if weights[i] > 0 {
			d.Members = append(d.Members, m)
			d.Weights = append(d.Weights, weights[i]/sum)
			atoms = append(atoms, atomsOf(m)...)
		}
	}
	if len(d.Members) == 1 {
		return d.Members[0], nil
	}
	slices.Sort(atoms)
	for _, x := range slices.Compact(atoms) {
		d.jumps = append(d.jumps, jump{x, below(d, x), d.CDF(x)})
	}
	return d, nil
}

// CDF returns Σ wᵢ·Fᵢ(x).
func (d Pool) CDF(x float64) float64 {
	sum := 0.0
	for i, m := range d.Members {
		sum += d.Weights[i] * m.CDF(x)
	}
	return min(sum, 1)
}

// Quantile returns the smallest x with CDF(x) ≥ u. It lies between the
// smallest and the largest of the members' quantiles at u.
func (d Pool) Quantile(u float64) float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, m := range d.Members {
		q := m.Quantile(u)
		lo, hi = min(lo, q), max(hi, q)
	}
	for _, j := range d.jumps {
		switch {
		case j.upTo < u:
			lo = max(lo, j.x)
		case j.below < u:
			return j.x
		default:
			hi = min(hi, j.x)
		}
	}
	if lo >= hi {
		return hi
	}
	return d.solve(u, lo, hi)
}

// solve returns the smallest x in [lo, hi] with CDF(x) ≥ u, given that there is
// one. It goes by the secant with the Illinois correction and, every third
// step, by the middle, until the ends are neighbours to rounding.
func (d Pool) solve(u, lo, hi float64) float64 {
	flo, fhi := d.CDF(lo)-u, d.CDF(hi)-u
	if flo >= 0 {
		return lo
	}
	short := 1e-24 * (hi - lo) // where the solution is 0, rounding has no scale
	for step := 1; ; step++ {
		x := lo/2 + hi/2
		if s := lo - flo*(hi-lo)/(fhi-flo); step%3 != 0 && lo < s && s < hi {
			x = s
		}
		if x <= lo || x >= hi || hi-lo <= max(short, 4e-16*max(math.Abs(lo), math.Abs(hi))) {
			return hi
		}
		if f := d.CDF(x) - u; f < 0 {
			lo, flo = x, f
			fhi /= 2
		} else {
			hi, fhi = x, f
			flo /= 2
		}
	}
}

// Support returns the smallest and the largest value of any member.
func (d Pool) Support() (lo, hi float64) {
	lo, hi = d.Members[0].Support()
	for _, m := range d.Members[1:] {
		a, b := m.Support()
		lo, hi = min(lo, a), max(hi, b)
	}
	return lo, hi
}

// Mean returns the weighted mean of the members' means.
func (d Pool) Mean() float64 {
	sum := 0.0
	for i, m := range d.Members {
		sum += d.Weights[i] * m.Mean()
	}
	return sum
}

func (d Pool) String() string {
	parts := make([]string, len(d.Members))
	for i, m := range d.Members {
		parts[i] = m.String()
	}
	return "pool [" + strings.Join(parts, ", ") + "], weights " + list(d.Weights...)
}

func (d Pool) atoms() []float64 {
	xs := make([]float64, len(d.jumps))
	for i, j := range d.jumps {
		xs[i] = j.x
	}
	return xs
}

func (d Pool) partialMean(lo, hi float64) float64 {
	sum := 0.0
	for i, m := range d.Members {
		sum += d.Weights[i] * partialMean(m, lo, hi)
	}
	return sum
}
