package sensitivity

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"steadfast/sim/chance"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

const (
	// resamples is how often the base points are drawn anew.
	resamples = 1000
	// maxBlocks is how many blocks of base points are resampled at most; more
	// points are put together, point b in block b mod maxBlocks, which changes
	// the distribution of resampled means little and bounds the work.
	maxBlocks = 1024
)

// bootstrap returns the indices from sums by block, with intervals between the
// 2.5 % and the 97.5 % point of the indices of resampled blocks (the
// percentile bootstrap of B. Efron, The Annals of Statistics 7, 1979; for
// Sobol' indices G. E. B. Archer, A. Saltelli and I. M. Sobol', Journal of
// Statistical Computation and Simulation 58, 1997). From 512 points on, it
// covers the indices of Ishigami's and the G function in 93 to 96 of 100
// designs; intervals corrected for bias and acceleration and studentised ones
// do no better there.
//
// All indices of all outputs are resampled alike: how often a block is drawn is
// a matrix, resamples × blocks, whose product with the sums is the resampled
// sums. Outputs are centred at the mean of all points, not of a resample, which
// changes an index by a multiple of 1/n only.
func bootstrap(blocks, factors int, seed uint64) func(*mat.Dense) []result.Indices {
	drawn := draws(blocks, seed)
	resampled := mat.NewDense(resamples, 1+2*factors, nil)
	return func(sums *mat.Dense) []result.Indices {
		totals := columnSums(sums)
		resampled.Mul(drawn, sums)
		of := func(column int) estimate.Mean {
			values := make([]float64, resamples)
			for r := range values {
				row := resampled.RawRowView(r)
				values[r] = share(row[column], row[varianceSum])
			}
			return percentile(share(totals[column], totals[varianceSum]), values)
		}
		indices := make([]result.Indices, factors)
		for i := range indices {
			indices[i].First, indices[i].Total = of(firstSum(i)), of(totalSum(i))
		}
		return indices
	}
}

// draws returns how often each block is in each resample of as many blocks.
func draws(blocks int, seed uint64) *mat.Dense {
	drawn := mat.NewDense(resamples, blocks, nil)
	for r := range resamples {
		row := drawn.RawRowView(r)
		stream := chance.New(seed, chance.Bootstrap, uint64(r), 0, 0)
		for range blocks {
			row[int(stream.Unit()*float64(blocks))]++
		}
	}
	return drawn
}

// percentile is the value with the error and the 95 % interval of the
// resampled ones.
func percentile(value float64, resampled []float64) estimate.Mean {
	tail := (1 - estimate.Confidence) / 2
	q := estimate.Quantiles(resampled, tail, 1-tail)
	return estimate.Mean{Mean: value, StdErr: math.Sqrt(stat.Variance(resampled, nil)), Lo: q[0], Hi: q[1]}
}
