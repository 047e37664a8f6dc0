package sensitivity

import (
	"slices"

	"gonum.org/v1/gonum/mat"
)

// varianceSum, firstSum and totalSum are the columns of the sums that all
// indices are ratios of.
const varianceSum = 0

func firstSum(factor int) int { return 1 + 2*factor }
func totalSum(factor int) int { return 2 + 2*factor }

// share is a part of the variance; of no variance there are no parts.
func share(part, variance float64) float64 {
	if variance <= 0 {
		return 0
	}
	return part / variance
}

// sums adds up, over the first base points, what the variance and the two
// numerators of each factor are means of: one row a group, where point b is in
// group b mod groups.
func (o Output) sums(points, groups int) *mat.Dense {
	factors := len(o[0]) - firstSwap
	sums := mat.NewDense(groups, 1+2*factors, nil)
	first, second := make([]float64, len(o)), make([]float64, len(o))
	centres := o.centres(points)
	for b := range points {
		for c, y := range o {
			first[c] = square(y[trialA][b] - centres[c])
			second[c] = square(y[trialB][b] - centres[c])
		}
		row := sums.RawRowView(b % groups)
		row[varianceSum] += (add(first) + add(second)) / 2
		for i := range factors {
			for c, y := range o {
				change := y[firstSwap+i][b] - y[trialA][b]
				first[c] = (y[trialB][b] - centres[c]) * change
				second[c] = change * change / 2
			}
			row[firstSum(i)] += add(first)
			row[totalSum(i)] += add(second)
		}
	}
	return sums
}

// centres returns the mean of every component over the first points of A and
// B. It is taken from the first value on, so that a constant is its own mean
// to the last bit.
func (o Output) centres(points int) []float64 {
	centres := make([]float64, len(o))
	for c, y := range o {
		base, sum := y[trialA][0], 0.0
		for b := range points {
			sum += (y[trialA][b] - base) + (y[trialB][b] - base)
		}
		centres[c] = base + sum/float64(2*points)
	}
	return centres
}

// add returns the sum over components, in the order of their size, so that the
// order of the components does not matter. It sorts its argument.
func add(terms []float64) float64 {
	if len(terms) > 2 {
		slices.Sort(terms)
	}
	sum := 0.0
	for _, x := range terms {
		sum += x
	}
	return sum
}

func square(x float64) float64 { return x * x }

// columnSums adds up the rows.
func columnSums(m *mat.Dense) []float64 {
	rows, columns := m.Dims()
	sums := make([]float64, columns)
	for r := range rows {
		for j, x := range m.RawRowView(r) {
			sums[j] += x
		}
	}
	return sums
}
