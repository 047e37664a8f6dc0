package sensitivity

import (
	"fmt"

	"gonum.org/v1/gonum/mat"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Trials holds one number at every trial of every base point: Trials[t][b] for
// trial t of [Freeze.Row] and base point b.
type Trials [][]float64

// An Output is what indices are asked of: a number, or several at once. The
// indices of several are generalised ones, variances and their parts added up
// over the components (M. Lamboni, H. Monod and D. Makowski, Reliability
// Engineering and System Safety 96, 2011; F. Gamboa, A. Janon, T. Klein and
// A. Lagnoux, Electronic Journal of Statistics 8, 2014). The order of the
// components changes no bit of the result.
type Output []Trials

// Sobol estimates the first and total indices of every factor for every
// output, with 95 % intervals; the result is by output, then by factor. All
// outputs have the same trials and base points, n ≥ 2 of them.
//
// Base point b belongs to the independent replicate b mod replicates of the
// design, and n is a multiple of their number. With 2 or more replicates the
// interval is the jackknife's over replicates, Student's t; points of a
// replicate depend on each other and are never resampled. With 1 the points
// are independent, and the interval is the bootstrap's, drawn from the seed.
//
// The first index is mean(yB·(yAB − yA))/V of Saltelli et al. (2010) with
// outputs centred, whose error is small for a factor that does little: its
// variance is then about 2·Total/n. The total is mean((yA − yAB)²)/(2V) of
// M. J. W. Jansen (Computer Physics Communications 117, 1999). V is the
// variance of A and B pooled.
//
// An output that is the same at all A and B has variance 0, and its indices
// are 0 with no error. A factor that changes no output has both indices
// exactly 0, with the interval [0, 0]. The first index of a factor that acts
// only together with others is 0 in truth but not in its estimate, which
// scatters around 0 and may be negative; likewise an estimate of an index that
// is 1 may exceed it. Neither estimates nor intervals are cut at 0 and 1: they
// cover the truth as often there as elsewhere, and a lower end below 0 says
// that the first index may be none.
func Sobol(outputs []Output, replicates int, seed uint64) [][]result.Indices {
	points, factors := shape(outputs)
	if replicates < 1 || points%replicates != 0 || points < 2 {
		panic(fmt.Sprintf("sensitivity: %d base points in %d replicates, want two or more points, the same number in each", points, replicates))
	}
	intervals := jackknife(replicates, factors)
	groups := replicates
	if replicates == 1 {
		groups = min(points, maxBlocks)
		intervals = bootstrap(groups, factors, seed)
	}
	all := make([][]result.Indices, len(outputs))
	for o, output := range outputs {
		all[o] = intervals(output.sums(points, groups))
		for at, part := range [2]int{max(1, points/4), max(1, points/2)} {
			sums := output.sums(part, 1).RawRowView(0)
			for i := range all[o] {
				all[o][i].FirstAt[at] = share(sums[firstSum(i)], sums[varianceSum])
				all[o][i].TotalAt[at] = share(sums[totalSum(i)], sums[varianceSum])
			}
		}
	}
	return all
}

// jackknife returns the indices from sums by replicate: leaving one out takes
// its row off the totals.
func jackknife(replicates, factors int) func(*mat.Dense) []result.Indices {
	sampler := estimate.Over(replicates)
	return func(sums *mat.Dense) []result.Indices {
		totals := columnSums(sums)
		of := func(column int) estimate.Mean {
			return sampler.Jackknife(replicates, func(leftOut int) float64 {
				part, variance := totals[column], totals[varianceSum]
				if leftOut >= 0 {
					part -= sums.At(leftOut, column)
					variance -= sums.At(leftOut, varianceSum)
				}
				return share(part, variance)
			})
		}
		indices := make([]result.Indices, factors)
		for i := range indices {
			indices[i].First, indices[i].Total = of(firstSum(i)), of(totalSum(i))
		}
		return indices
	}
}

// shape returns the number of base points and of factors of the outputs, and
// panics where they differ.
func shape(outputs []Output) (points, factors int) {
	for o, output := range outputs {
		for c, y := range output {
			if o == 0 && c == 0 && len(y) >= firstSwap {
				points, factors = len(y[trialA]), len(y)-firstSwap
			}
			if len(y) != firstSwap+factors {
				panic(fmt.Sprintf("sensitivity: %d trials in output %d, want %d: A, B and one a factor", len(y), o, firstSwap+factors))
			}
			for t := range y {
				if len(y[t]) != points {
					panic(fmt.Sprintf("sensitivity: %d base points in trial %d of output %d, want %d", len(y[t]), t, o, points))
				}
			}
		}
		if len(output) == 0 {
			panic(fmt.Sprintf("sensitivity: output %d has no component", o))
		}
	}
	return points, factors
}
