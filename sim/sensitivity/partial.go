package sensitivity

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// leastLeft is the share of an input's variance, or of an output's, that the
// inputs must leave unexplained: below it what is left is rounding.
const leastLeft = 1e-12

// A CollinearError says that some inputs determine one another exactly, so
// that what one of them does cannot be told from what the rest do.
type CollinearError struct {
	Inputs []int // two or more, ascending: each is a linear combination of the others
}

func (e *CollinearError) Error() string {
	return fmt.Sprintf("sensitivity: inputs %v are exactly collinear, want none to follow from the others; leave one of them out", e.Inputs)
}

// A regression is the linear regression of centred outputs on all centred
// inputs at once, every column divided by its standard deviation.
type regression struct {
	inverse     []float64   // diagonal of the inverse of the inputs' correlation matrix; 0 for a constant input
	coefficient [][]float64 // by output, then input: standardised; 0 for constants
	left        []float64   // by output: share of its variance that is not explained
}

// regress solves the normal equations. All outputs share one Cholesky
// decomposition of the inputs' correlation matrix, whose columns are put in
// the order of their contents, so that the order of the inputs changes no bit.
// It returns a [*CollinearError] where the matrix is singular.
func regress(inputs, outputs [][]float64) (*regression, error) {
	var used []int
	for j, x := range inputs {
		if !isConstant(x) {
			used = append(used, j)
		}
	}
	slices.SortStableFunc(used, func(a, b int) int { return slices.Compare(inputs[a], inputs[b]) })
	r := &regression{inverse: make([]float64, len(inputs)), left: make([]float64, len(outputs))}
	for range outputs {
		r.coefficient = append(r.coefficient, make([]float64, len(inputs)))
	}
	if len(used) == 0 {
		for i := range r.left {
			r.left[i] = 1
		}
		return r, nil
	}
	lengths := make([]float64, len(used))
	correlations := mat.NewSymDense(len(used), nil)
	for a, j := range used {
		lengths[a] = math.Sqrt(floats.Dot(inputs[j], inputs[j]))
		for b, i := range used[:a] {
			correlations.SetSym(b, a, floats.Dot(inputs[i], inputs[j])/lengths[a]/lengths[b])
		}
		correlations.SetSym(a, a, 1)
	}
	var factor mat.Cholesky
	if !factor.Factorize(correlations) || leastPivot(&factor) < leastLeft {
		return nil, collinear(correlations, used)
	}
	var inverse mat.SymDense
	if err := factor.InverseTo(&inverse); err != nil {
		return nil, collinear(correlations, used)
	}
	for a, j := range used {
		r.inverse[j] = inverse.At(a, a)
	}
	with, solved := mat.NewVecDense(len(used), nil), mat.NewVecDense(len(used), nil)
	for i, y := range outputs {
		r.left[i] = 1
		if isConstant(y) {
			continue
		}
		length := math.Sqrt(floats.Dot(y, y))
		for a, j := range used {
			with.SetVec(a, floats.Dot(inputs[j], y)/length/lengths[a])
		}
		if err := factor.SolveVecTo(solved, with); err != nil {
			return nil, collinear(correlations, used)
		}
		for a, j := range used {
			r.coefficient[i][j] = solved.AtVec(a)
		}
		r.left[i] = 1 - mat.Dot(with, solved)
	}
	return r, nil
}

// partial returns the partial correlation of an output with an input, given
// all other inputs: b / √(b² + v(1 − R²)) for the standardised coefficient b
// and the diagonal element v of the inverse correlation matrix (J. Whittaker,
// Graphical Models in Applied Multivariate Statistics, 1990, section 5.8). An
// output that is linear in the inputs leaves only rounding; it is held at
// leastLeft, so that the coefficients of inputs that do not matter stay near 0.
func (r *regression) partial(output, input int) float64 {
	b := r.coefficient[output][input]
	if b == 0 {
		return 0
	}
	return b / math.Sqrt(b*b+r.inverse[input]*max(r.left[output], leastLeft))
}

// leastPivot is the smallest share of a column's variance that the columns
// before it leave.
func leastPivot(factor *mat.Cholesky) float64 {
	upper := factor.RawU()
	least := math.Inf(1)
	for a := range factor.SymmetricDim() {
		least = min(least, upper.At(a, a)*upper.At(a, a))
	}
	return least
}

// collinear finds the first column that the columns before it determine, and
// which of them do.
func collinear(correlations *mat.SymDense, names []int) *CollinearError {
	var before, factor mat.Cholesky // of the columns before the one at fault, and with it
	at := 1
	before.Factorize(correlations.SliceSym(0, 1))
	for ; at < len(names)-1; at++ {
		if !factor.Factorize(correlations.SliceSym(0, at+1)) || leastPivot(&factor) < leastLeft {
			break
		}
		before, factor = factor, mat.Cholesky{}
	}
	with, solved := mat.NewVecDense(at, nil), mat.NewVecDense(at, nil)
	for b := range at {
		with.SetVec(b, correlations.At(b, at))
	}
	e := &CollinearError{Inputs: []int{names[at]}}
	// An error of SolveVecTo only warns that the matrix is nearly singular.
	_ = before.SolveVecTo(solved, with)
	for b := range at {
		if math.Abs(solved.AtVec(b)) > 1e-6 {
			e.Inputs = append(e.Inputs, names[b])
		}
	}
	slices.Sort(e.Inputs)
	return e
}
