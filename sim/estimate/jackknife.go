package estimate

import "math"

// independentGroups is how many groups of cases a random design is divided
// into for the jackknife.
const independentGroups = 32

// Groups is how many independent groups n cases fall into: the replicates of
// the design, or up to 32 groups of independent cases. Case c belongs to group
// c mod Groups.
func (s Sampler) Groups(n int) int {
	if s.replicates > 1 {
		return s.replicates
	}
	return min(n, independentGroups)
}

// Jackknife estimates any statistic of n ≥ 2 cases with its 95 % interval. of
// computes it without the cases of one group, and of all cases for group −1.
// The error is that of the delete-a-group jackknife, Student's t with the
// number of groups less one (P. S. Kott, Journal of Official Statistics 17,
// 2001): on a Sobol' design the groups are its replicates.
func (s Sampler) Jackknife(n int, of func(leftOut int) float64) Mean {
	mean, stdErr, freedom := s.jackknife(n, of)
	half := Student(freedom) * stdErr
	return Mean{Mean: mean, StdErr: stdErr, Lo: mean - half, Hi: mean + half}
}

func (s Sampler) jackknife(n int, of func(leftOut int) float64) (value, stdErr, freedom float64) {
	if n < 2 {
		panic("estimate: fewer than two cases")
	}
	value = of(-1)
	groups := s.Groups(n)
	without := make([]float64, groups)
	mean := 0.0
	for g := range without {
		without[g] = of(g)
		mean += without[g] / float64(groups)
	}
	sum2 := 0.0
	for _, x := range without {
		sum2 += (x - mean) * (x - mean)
	}
	if constant(without) && without[0] == value {
		sum2 = 0
	}
	k := float64(groups)
	return value, math.Sqrt(sum2 * (k - 1) / k), k - 1
}
