package design

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/mathext"
)

// A group is a set of columns that correlations connect, with the factor L of
// their normal correlation matrix, L·Lᵀ.
type group struct {
	columns []int // rising
	factor  [][]float64
}

// newGroups checks the correlations of n columns and returns the groups that
// those other than 0 make.
func newGroups(n int, correlations []Correlation) ([]group, error) {
	if err := checkEach(n, correlations); err != nil {
		return nil, err
	}
	leader := make([]int, n) // of each column, the first column of its group
	for j := range leader {
		leader[j] = j
	}
	for _, c := range correlations {
		if a, b := leader[c.A], leader[c.B]; a != b && c.Rank != 0 {
			for j, l := range leader {
				if l == max(a, b) {
					leader[j] = min(a, b)
				}
			}
		}
	}
	var groups []group
	for first := range leader {
		var g group
		for j, l := range leader {
			if l == first {
				g.columns = append(g.columns, j)
			}
		}
		if len(g.columns) < 2 {
			continue
		}
		var pairs []Correlation
		for _, c := range correlations {
			if leader[c.A] == first && c.Rank != 0 {
				pairs = append(pairs, c)
			}
		}
		if err := g.checkTogether(pairs); err != nil {
			return nil, err
		}
		g.factor = factorize(g.matrix(pairs))
		groups = append(groups, g)
	}
	return groups, nil
}

// matrix returns the normal correlations of the group's columns.
func (g group) matrix(pairs []Correlation) *mat.SymDense {
	m := mat.NewSymDense(len(g.columns), nil)
	for i := range g.columns {
		m.SetSym(i, i, 1)
	}
	for _, c := range pairs {
		m.SetSym(slices.Index(g.columns, c.A), slices.Index(g.columns, c.B), normalCorrelation(c.Rank))
	}
	return m
}

// factorize returns the rows of the lower triangular L with L·Lᵀ = m (Cholesky).
// It is not gonum's because m may be singular: where one column follows from
// those before it, a rank correlation of 1 among them, its pivot is 0.
func factorize(m *mat.SymDense) [][]float64 {
	rows := make([][]float64, m.SymmetricDim())
	for i := range rows {
		rows[i] = make([]float64, i+1)
		for j := range rows[i] {
			rest := m.At(i, j)
			for k := range j {
				rest -= rows[i][k] * rows[j][k]
			}
			switch pivot := rows[j][j]; {
			case i == j && rest > rounding:
				rows[i][i] = math.Sqrt(rest)
			case i != j && pivot > 0:
				rows[i][j] = rest / pivot
			}
		}
	}
	return rows
}

// correlate turns the independent uniforms of the group's columns in row into
// correlated ones: u → z = Φ⁻¹(u) → L·z → Φ(L·z). It works in place, from the
// last column to the first, since a column's row of L needs those before it.
func (g group) correlate(row []float64) {
	for _, j := range g.columns {
		row[j] = mathext.NormalQuantile(row[j])
	}
	for i := len(g.columns) - 1; i >= 0; i-- {
		z := 0.0
		for k, l := range g.factor[i] {
			z += l * row[g.columns[k]]
		}
		row[g.columns[i]] = min(max(0.5*math.Erfc(-z/math.Sqrt2), 0x1p-53), below1)
	}
}
