package sensitivity

import "math"

// basisIntervals is how many intervals of equal probability the regression on
// an input of many values has.
const basisIntervals = 8

// A basis is the functions of one input on which outputs are regressed, and
// the normal equations without each group of cases. Their span holds the
// constants.
type basis struct {
	size    int         // functions
	values  []float64   // by case, then function
	grams   [][]float64 // by group: sums of products of functions over its cases
	factors []factor    // of all cases, then by group left out
}

// A factor is the Cholesky decomposition of a positive semi-definite matrix.
type factor struct {
	lower []float64 // by row, then column; a row of zeros for a function that follows from those before it
	rank  int
}

// newBasis takes an input of few values value by value. Else the functions are
// the cubic B-splines of its rank with knots at equal distances (C. de Boor, A
// Practical Guide to Splines, 1978), and the input itself, so that an output
// linear in an input of heavy tails is met exactly.
func newBasis(input, ranks []float64, different, groups int) *basis {
	n := len(input)
	b := &basis{}
	if levels(different, n) {
		cut := sliced(ranks, different, 1)
		b.size = len(cut.count)
		b.values = make([]float64, n*b.size)
		for c, at := range cut.slice {
			b.values[c*b.size+at] = 1
		}
	} else {
		b.size = basisIntervals + 4
		b.values = make([]float64, n*b.size)
		unit, scale := standardise(input), float64(basisIntervals)/float64(n)
		for c, rank := range ranks {
			place := (rank + float64(n)/2) * scale // 0 … basisIntervals
			knot := min(int(place), basisIntervals-1)
			row := b.values[c*b.size:][:b.size]
			x := place - float64(knot)
			y := 1 - x
			row[knot] = y * y * y / 6
			row[knot+1] = (4 + x*x*(3*x-6)) / 6
			row[knot+2] = (4 + y*y*(3*y-6)) / 6
			row[knot+3] = x * x * x / 6
			row[b.size-1] = unit[c]
		}
	}
	b.grams = make([][]float64, groups)
	for g := range b.grams {
		b.grams[g] = make([]float64, b.size*b.size)
	}
	for c := range n {
		gram, row := b.grams[c%groups], b.values[c*b.size:][:b.size]
		for i, x := range row {
			if x == 0 {
				continue
			}
			for j, y := range row {
				gram[i*b.size+j] += x * y
			}
		}
	}
	for _, gram := range leaveOut(b.grams) {
		b.factors = append(b.factors, newFactor(gram, b.size))
	}
	return b
}

// explain returns, of all cases and then without each group, how much of an
// output's sum of squares the input explains. The sum of squares of the fitted
// values, b′G⁻b, holds what is fitted to noise; that is taken off again, as
// the groups show it: with e the products of a group's residuals with the
// functions, Σ e′G⁻e times k/(k − 1) for k groups, and n/(n − p) since p
// functions were fitted (J. G. MacKinnon and H. White, Journal of Econometrics
// 29, 1985). So the correction is right where noise differs between cases, and
// on a Sobol' design, whose noise is less than that of independent cases.
func (b *basis) explain(output []float64, groups int) []float64 {
	products := make([][]float64, groups)
	for g := range products {
		products[g] = make([]float64, b.size)
	}
	for c, y := range output {
		product := products[c%groups]
		for i, x := range b.values[c*b.size:][:b.size] {
			product[i] += x * y
		}
	}
	explained := make([]float64, groups+1)
	coefficient, residual, solved := make([]float64, b.size), make([]float64, b.size), make([]float64, b.size)
	for row, product := range leaveOut(products) {
		f := &b.factors[row]
		explained[row] = f.forward(solved, product)
		f.back(coefficient, solved)
		noise, kept, cases := 0.0, 0, 0
		for g, part := range products {
			if g == row-1 {
				continue
			}
			kept++
			cases += (len(output) - g + groups - 1) / groups
			for i := range residual {
				residual[i] = part[i]
				for j, x := range b.grams[g][i*b.size:][:b.size] {
					residual[i] -= x * coefficient[j]
				}
			}
			noise += f.forward(solved, residual)
		}
		k, n := float64(kept), float64(cases)
		explained[row] -= noise * k / (k - 1) * n / (n - float64(f.rank))
	}
	return explained
}

// newFactor decomposes the matrix whose lower triangle is given.
func newFactor(gram []float64, size int) factor {
	f := factor{lower: make([]float64, size*size)}
	for i := range size {
		row := f.lower[i*size:][:size]
		left := gram[i*size+i]
		for j := range i {
			x := gram[i*size+j]
			other := f.lower[j*size:][:size]
			for k := range j {
				x -= row[k] * other[k]
			}
			if other[j] != 0 {
				row[j] = x / other[j]
			}
			left -= row[j] * row[j]
		}
		if left > 1e-9*gram[i*size+i] {
			row[i] = math.Sqrt(left)
			f.rank++
		} else {
			clear(row)
		}
	}
	return f
}

// forward solves the lower triangle for b and returns the square of the length
// of the solution, b′G⁻b.
func (f *factor) forward(solved, b []float64) float64 {
	size, square := len(b), 0.0
	for i := range size {
		row := f.lower[i*size:][:size]
		solved[i] = 0
		if row[i] == 0 {
			continue
		}
		x := b[i]
		for j := range i {
			x -= row[j] * solved[j]
		}
		solved[i] = x / row[i]
		square += solved[i] * solved[i]
	}
	return square
}

// back solves the upper triangle for what forward left: together G⁻b.
func (f *factor) back(coefficient, solved []float64) {
	size := len(solved)
	for i := size - 1; i >= 0; i-- {
		coefficient[i] = 0
		if f.lower[i*size+i] == 0 {
			continue
		}
		x := solved[i]
		for j := i + 1; j < size; j++ {
			x -= f.lower[j*size+i] * coefficient[j]
		}
		coefficient[i] = x / f.lower[i*size+i]
	}
}
