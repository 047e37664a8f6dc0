package design

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// A Correlation is the rank correlation (Spearman's) of columns A and B.
type Correlation struct {
	A, B int     // two different columns, counted from 0
	Rank float64 // −1 … 1
}

// A CorrelationError says that rank correlations cannot hold together: the
// matrix of the normal correlations they need has a negative eigenvalue. A and
// B are the pair to blame: without its correlation the smallest eigenvalue
// rises most.
type CorrelationError struct {
	A, B     int
	Rank     float64
	Smallest float64 // the smallest eigenvalue, negative
}

func (e *CorrelationError) Error() string {
	return fmt.Sprintf("rank correlations contradict each other: the smallest eigenvalue of their matrix is %.3g, want none below 0; weaken that of columns %d and %d, %g",
		e.Smallest, e.A, e.B, e.Rank)
}

// rounding is how far below 0 an eigenvalue may be computed to lie where in
// truth it is 0.
const rounding = 1e-10

// CheckCorrelations returns an error where a correlation names a column
// outside 0 … n−1, a column with itself, a pair for a second time or a rank
// outside −1 … 1, and a [*CorrelationError] where they are not possible
// together.
func CheckCorrelations(n int, c []Correlation) error {
	_, err := newGroups(n, c)
	return err
}

// normalCorrelation returns the correlation of two normal variates whose rank
// correlation is r: 2·sin(π·r/6) (K. Pearson, 1907).
func normalCorrelation(r float64) float64 { return 2 * math.Sin(math.Pi*r/6) }

// checkEach checks every correlation by itself.
func checkEach(n int, correlations []Correlation) error {
	seen := make(map[[2]int]bool, len(correlations))
	for _, c := range correlations {
		if min(c.A, c.B) < 0 || max(c.A, c.B) >= n {
			return fmt.Errorf("correlation of columns %d and %d, want columns from 0 to %d", c.A, c.B, n-1)
		}
		if c.A == c.B {
			return fmt.Errorf("correlation of column %d with itself, want two columns", c.A)
		}
		if !(math.Abs(c.Rank) <= 1) {
			return fmt.Errorf("rank correlation of columns %d and %d is %g, want it within -1 to 1", c.A, c.B, c.Rank)
		}
		pair := [2]int{min(c.A, c.B), max(c.A, c.B)}
		if seen[pair] {
			return fmt.Errorf("correlation of columns %d and %d is given twice, want it once", c.A, c.B)
		}
		seen[pair] = true
	}
	return nil
}

// checkTogether returns a *CorrelationError unless the normal correlations of
// the group's pairs make a positive semi-definite matrix.
func (g group) checkTogether(pairs []Correlation) error {
	smallest := smallestEigenvalue(g.matrix(pairs))
	if smallest >= -rounding {
		return nil
	}
	var blame Correlation
	best := math.Inf(-1)
	rest := make([]Correlation, 0, len(pairs))
	for i, c := range pairs {
		rest = append(append(rest[:0], pairs[:i]...), pairs[i+1:]...)
		if e := smallestEigenvalue(g.matrix(rest)); e > best {
			best, blame = e, c
		}
	}
	return &CorrelationError{A: blame.A, B: blame.B, Rank: blame.Rank, Smallest: smallest}
}

// smallestEigenvalue panics where the iteration fails, which it does for no
// finite matrix.
func smallestEigenvalue(m *mat.SymDense) float64 {
	var eigen mat.EigenSym
	if !eigen.Factorize(m, false) {
		panic("design: the eigenvalues of a correlation matrix do not converge")
	}
	return eigen.Values(nil)[0]
}
