// Package estimate turns the values of cases into numbers with intervals:
// means with their sampling error, quantiles, paired differences, proportions.
//
//	est := estimate.Over(16)               // a Sobol' design of 16 scrambles
//	s := est.Summarise(risks)              // mean, its error, range over cases
//	d := est.Mean(differences)             // with a 95 % interval
//
// Sampling error. On a random design the cases are independent, and the error
// of a mean is s/√n. A Latin design does no worse, so the same error is
// conservative there (M. Stein, Technometrics 29, 1987). On a scrambled Sobol'
// design it comes from the means of the independent scrambles, Student's t
// with their number less one (A. B. Owen, "Monte Carlo variance of scrambled
// net quadrature", SIAM J. Numer. Anal. 34, 1997).
package estimate

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Confidence is the level of every interval.
const Confidence = 0.95

// A Sampler knows how the cases of a design were drawn, and so how well a mean
// over them is known.
type Sampler struct {
	replicates int
}

// Over returns the Sampler of a design whose case c belongs to the independent
// replicate c mod replicates; 1 means that the cases themselves are independent.
func Over(replicates int) Sampler {
	if replicates < 1 {
		panic("estimate: no replicates")
	}
	return Sampler{replicates: replicates}
}

// sample returns the independent values whose mean is the estimate: the cases,
// or the means of the replicates.
func (s Sampler) sample(values []float64) []float64 {
	if s.replicates == 1 {
		return values
	}
	sums := make([]float64, s.replicates)
	for c, x := range values {
		sums[c%s.replicates] += x
	}
	per := float64(len(values) / s.replicates)
	for r := range sums {
		sums[r] /= per
	}
	return sums
}

// moments returns the mean, its standard error and the degrees of freedom.
func (s Sampler) moments(values []float64) (mean, stdErr, freedom float64) {
	if len(values)%s.replicates != 0 || len(values) < 2 {
		panic("estimate: fewer than two cases, or not the same number in every replicate")
	}
	sample := s.sample(values)
	n := float64(len(sample))
	if constant(values) {
		return values[0], 0, n - 1
	}
	for _, x := range sample {
		mean += x
	}
	mean /= n
	sum2 := 0.0
	for _, x := range sample {
		sum2 += (x - mean) * (x - mean)
	}
	return mean, math.Sqrt(sum2 / (n - 1) / n), n - 1
}

// constant says whether all values are the same; then their mean is that value
// to the last bit.
func constant(values []float64) bool {
	for _, x := range values {
		if x != values[0] {
			return false
		}
	}
	return true
}

// Mean estimates the mean over cases, with its 95 % interval. It needs two
// values or more, the same number in every replicate.
func (s Sampler) Mean(values []float64) Mean {
	mean, stdErr, freedom := s.moments(values)
	half := Student(freedom) * stdErr
	return Mean{Mean: mean, StdErr: stdErr, Lo: mean - half, Hi: mean + half}
}

// PValue is the two-sided probability of a mean at least as far from 0 if the
// true one were 0, by Student's t. It is 1 where every value is 0.
func (s Sampler) PValue(values []float64) float64 {
	mean, stdErr, freedom := s.moments(values)
	switch {
	case mean == 0:
		return 1
	case stdErr == 0:
		return 0
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: freedom}
	return 2 * t.CDF(-math.Abs(mean/stdErr))
}

// Student is the two-sided 95 % point of Student's t.
func Student(freedom float64) float64 { return StudentAt(1-Confidence, freedom) }

// StudentAt is the point that Student's t exceeds in size with probability
// alpha, 0 < alpha < 1.
func StudentAt(alpha, freedom float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: freedom}.Quantile(1 - alpha/2)
}

// Summarise describes the values over cases.
func (s Sampler) Summarise(values []float64) Summary {
	mean, stdErr, _ := s.moments(values)
	q := Quantiles(values, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
	return Summary{
		Mean: mean, StdErr: stdErr,
		P5: q[0], P10: q[1], P25: q[2], P50: q[3], P75: q[4], P90: q[5], P95: q[6],
	}
}

// Quantiles returns sample quantiles by linear interpolation between order
// statistics (type 7 of R. J. Hyndman and Y. Fan, The American Statistician
// 50, 1996). The values are not modified.
func Quantiles(values []float64, probabilities ...float64) []float64 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	q := make([]float64, len(probabilities))
	for i, p := range probabilities {
		q[i] = QuantileOf(sorted, p)
	}
	return q
}

// QuantileOf is one of [Quantiles] of values that rise.
func QuantileOf(sorted []float64, probability float64) float64 {
	at := probability * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	if at == float64(low) || sorted[low] == sorted[high] {
		return sorted[low] // values at infinity included
	}
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}
