package design

import "steadfast/sim/chance"

// The occasions of the draws that random and Latin designs make.
const (
	independent = iota // the uniforms of a random design
	jitter             // the place within a stratum
	order              // the order of the strata
)

// random holds the name of each column's stream. The uniform of a column in a
// case is a function of the seed, the column's path and the case, so that a
// further column or case changes none.
type random struct {
	seed  uint64
	names []uint64
}

func newRandom(seed uint64, paths []string) random {
	return random{seed, hash(paths)}
}

// hash returns the number that stands for each path.
func hash(paths []string) []uint64 {
	names := make([]uint64, len(paths))
	for j, path := range paths {
		names[j] = chance.Name(path)
	}
	return names
}

func (r random) row(c int, dst []float64) {
	for j, name := range r.names {
		dst[j] = uniform(r.seed, name, c, independent)
	}
}

// uniform returns one of a column's uniforms for case c.
func uniform(seed, name uint64, c int, occasion uint64) float64 {
	return chance.Unit(chance.Draw(seed, chance.Sampling, uint64(c), name, occasion, 0)[0])
}
