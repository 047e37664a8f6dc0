package backtest

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/chance"
)

// A walk goes through a distribution of which the density is known up to a
// factor, by Metropolis' rule with normal steps (N. Metropolis and others,
// Journal of Chemical Physics 21, 1953). The steps of the first half of the
// burn-in are alike in all directions; what it saw shapes those after it, whose
// covariance is 2.38²/d times that of what it saw (A. Gelman, G. Roberts and W.
// Gilks, "Efficient Metropolis jumping rules", Bayesian Statistics 5, 1996), so
// that the kept part is a walk of one rule.
type walk struct {
	burnIn, thinning, keep int
	firstStep              float64             // of the burn-in, as a whole
	progress               func(done, all int) // nil: nobody is told
}

// between is how many steps are taken between two looks at the clock.
const between = 256

// gelman is the factor of a step's covariance that moves best in d dimensions.
func gelman(d int) float64 { return 2.38 * 2.38 / float64(d) }

// through walks from a place and returns the kept places and the share of steps
// taken after the burn-in; it fails where ctx ends.
func (k walk) through(ctx context.Context, start []float64, logDensity func(at []float64) float64, stream *chance.Stream) (kept [][]float64, accepted float64, err error) {
	d := len(start)
	here, there := slices.Clone(start), make([]float64, d)
	level := logDensity(here)
	steps := even(d, k.firstStep/math.Sqrt(float64(d)))
	var seen [][]float64
	taken, normal := 0, make([]float64, d)
	all := k.burnIn + k.thinning*k.keep
	for n := range all {
		if n%between == 0 {
			if err := ctx.Err(); err != nil {
				return nil, 0, err
			}
			k.tell(n, all)
		}
		if n == k.burnIn/2 {
			steps = shaped(seen, steps)
		}
		for j := range normal {
			normal[j] = distuv.UnitNormal.Quantile(stream.Unit())
		}
		for j := range there {
			there[j] = here[j]
			for i := range j + 1 {
				there[j] += steps.At(j, i) * normal[i]
			}
		}
		u := stream.Unit()
		if next := logDensity(there); math.Log(u) < next-level {
			here, there, level = there, here, next
			if n >= k.burnIn {
				taken++
			}
		}
		switch {
		case n < k.burnIn/2:
			seen = append(seen, slices.Clone(here))
		case n >= k.burnIn && (n-k.burnIn)%k.thinning == 0:
			kept = append(kept, slices.Clone(here))
		}
	}
	k.tell(all, all)
	return kept, float64(taken) / float64(k.thinning*k.keep), nil
}

func (k walk) tell(done, all int) {
	if k.progress != nil {
		k.progress(done, all)
	}
}

// even is the lower triangle of steps alike in all directions.
func even(d int, size float64) *mat.TriDense {
	l := mat.NewTriDense(d, mat.Lower, nil)
	for j := range d {
		l.SetTri(j, j, size)
	}
	return l
}

// shaped is the lower triangle of steps shaped as what was seen, the first
// quarter left out; those so far, where it saw too little.
func shaped(seen [][]float64, sofar *mat.TriDense) *mat.TriDense {
	seen = seen[len(seen)/4:]
	if len(seen) < 2 {
		return sofar
	}
	d := len(seen[0])
	flat := make([]float64, 0, len(seen)*d)
	for _, at := range seen {
		flat = append(flat, at...)
	}
	var covariance mat.SymDense
	stat.CovarianceMatrix(&covariance, mat.NewDense(len(seen), d, flat), nil)
	covariance.ScaleSym(gelman(d), &covariance)
	var root mat.Cholesky
	if !root.Factorize(&covariance) {
		return sofar
	}
	l := mat.NewTriDense(d, mat.Lower, nil)
	root.LTo(l)
	return l
}
