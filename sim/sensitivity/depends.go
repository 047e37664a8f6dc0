package sensitivity

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"steadfast/sim/estimate"
)

const (
	// DriverLevel is the adjusted p-value below which an input is called a
	// driver: of all inputs that an output does not depend on, the chance that
	// any is called one.
	DriverLevel = 1e-4
	// leastCases is how few cases can be analysed without a new run.
	leastCases = 64
	// leastExpected is how many cases that differ from the most common value
	// of the output must be expected in each slice.
	leastExpected = 8
	// mostContrasts is how many shapes of dependence are looked for in the
	// replicates of a Sobol' design.
	mostContrasts = 4
)

// dependence is the p-value, of an input cut into slices, of the hypothesis
// that the output with the given centred ranks does not depend on it: the F
// test between slices on the ranks of the output (W. H. Kruskal and W. A.
// Wallis, JASA 47, 1952; in the form of W. J. Conover and R. L. Iman, The
// American Statistician 35, 1981).
//
// On a Sobol' design it is the larger of that p-value and the one between
// replicates: within a replicate of few points two columns can be aligned, so
// that an input that does nothing looks like one that does, with a sign that
// only the scramble decides.
//
// It is 1 where there are fewer than two slices or the output is constant.
func (s *slicing) dependence(sampler estimate.Sampler, output []float64) float64 {
	n, q := len(output), len(s.count)
	sums := make([]float64, q)
	total := 0.0
	for c, rank := range output {
		sums[s.slice[c]] += rank
		total += rank * rank
	}
	if q < 2 || total == 0 {
		return 1
	}
	between := 0.0
	for at, sum := range sums {
		between += sum * sum / float64(s.count[at])
	}
	p := mathext.RegIncBeta(float64(n-q)/2, float64(q-1)/2, min(1, max(0, 1-between/total)))
	if sampler == estimate.Over(1) {
		return p
	}
	return max(p, s.betweenReplicates(sampler, output))
}

// betweenReplicates is the p-value that scores, of mean 0, do not depend on the
// slice: the largest of t tests over the replicates, one a contrast, adjusted
// for their number by Bonferroni.
func (s *slicing) betweenReplicates(sampler estimate.Sampler, scores ...[]float64) float64 {
	p, tests := 1.0, 0
	products := make([]float64, len(s.slice))
	for _, contrast := range s.contrasts {
		for _, score := range scores {
			for c, at := range s.slice {
				products[c] = contrast[at] * score[c]
			}
			p = min(p, sampler.PValue(products))
			tests++
		}
	}
	return min(1, float64(tests)*p)
}

// ksBound bounds the chance of a Kolmogorov–Smirnov distance at least as large
// between the distribution in a slice of k of n cases and that in all: that of
// Dvoretzky, Kiefer and Wolfowitz for two samples, k and the rest, with the
// constant e (F. Wei and R. M. Dudley, Statistics and Probability Letters 82,
// 2012).
func ksBound(distance float64, k, n int) float64 {
	size, all := float64(k), float64(n)
	apart := distance / (1 - size/all) // from the rest
	return min(1, math.E*math.Exp(-2*size*(all-size)/all*apart*apart))
}
