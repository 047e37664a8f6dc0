package design

import (
	"math"
	"math/rand/v2"

	"steadfast/sim/chance"
)

// maxLatin is the largest number of cases whose order fits 32 bits.
const maxLatin = math.MaxInt32

// latin is a Latin hypercube: of every column, each of n equal strata has one
// case, at a uniform place in it. A column's order and places are functions of
// the seed, n and the column's path.
type latin struct {
	seed   uint64
	cases  int
	names  []uint64
	strata [][]int32 // by column and case
}

func newLatin(seed uint64, cases int, paths []string) latin {
	l := latin{seed: seed, cases: cases, names: hash(paths), strata: make([][]int32, len(paths))}
	for j, name := range l.names {
		perm := make([]int32, cases)
		for c := range perm {
			perm[c] = int32(c)
		}
		rand.New(chance.New(seed, chance.Sampling, uint64(cases), name, order)).
			Shuffle(cases, func(a, b int) { perm[a], perm[b] = perm[b], perm[a] })
		l.strata[j] = perm
	}
	return l
}

func (l latin) row(c int, dst []float64) {
	for j, name := range l.names {
		u := (float64(l.strata[j][c]) + uniform(l.seed, name, c, jitter)) / float64(l.cases)
		dst[j] = min(u, below1)
	}
}

// below1 is the largest number below 1: rounding must not reach 1.
const below1 = 1 - 0x1p-53
