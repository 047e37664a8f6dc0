package sensitivity

import "fmt"

// The trials of a base point. Trial firstSwap + i is that of factor i.
const (
	trialA = iota
	trialB
	firstSwap
)

// A Freeze lays the trials of a pick-freeze design. Every base point has two
// independent rows of uniforms, A and B; a model is solved at both and, for
// each factor i, at AB_i: A with the columns of factor i taken from B. That is
// 2 + factors trials a base point (A. Saltelli et al., Computer Physics
// Communications 181, 2010).
//
// A and B are the two halves of a row of a design with twice the columns; put
// A first, whose dimensions of a Sobol' sequence are the better ones, and
// correlate both halves alike.
type Freeze struct {
	columns int
	factors [][]int
}

// NewFreeze returns the trials for rows of the given number of columns. A
// factor lists its columns, one or more. Columns that are correlated must be
// in one factor. Columns in no factor differ between A and B only. Factors may
// share columns: the first index of {1, 2} less those of {1} and {2} is the
// interaction of the two. It panics where a factor is empty or names a column
// that is not there.
func NewFreeze(columns int, factors [][]int) *Freeze {
	checkFactors(columns, factors)
	return &Freeze{columns, factors}
}

// Trials is the number of trials of a base point: 2 + factors.
func (f *Freeze) Trials() int { return firstSwap + len(f.factors) }

// Row writes the row of trial t of the base point with rows a and b into dst:
// t = 0 is A, 1 is B, 2 + i is AB_i. It panics where a row has not one element
// a column or t is out of range.
func (f *Freeze) Row(t int, a, b, dst []float64) {
	if len(a) != f.columns || len(b) != f.columns || len(dst) != f.columns {
		panic(fmt.Sprintf("sensitivity: rows of %d, %d and %d for %d columns", len(a), len(b), len(dst), f.columns))
	}
	if t < 0 || t >= f.Trials() {
		panic(fmt.Sprintf("sensitivity: trial %d of %d", t, f.Trials()))
	}
	if t == trialB {
		copy(dst, b)
		return
	}
	copy(dst, a)
	if t >= firstSwap {
		for _, j := range f.factors[t-firstSwap] {
			dst[j] = b[j]
		}
	}
}

// checkFactors panics where a factor is empty or names a column that is not
// there.
func checkFactors(columns int, factors [][]int) {
	for i, factor := range factors {
		if len(factor) == 0 {
			panic(fmt.Sprintf("sensitivity: factor %d has no column", i))
		}
		for _, j := range factor {
			if j < 0 || j >= columns {
				panic(fmt.Sprintf("sensitivity: column %d of %d in factor %d", j, columns, i))
			}
		}
	}
}
