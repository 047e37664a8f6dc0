package backtest

import (
	"math"
	"slices"
)

// measure computes the density that every draw was made with: that of a mixture
// of normal distributions about the centres, one part in so many each (E. Veach
// and L. Guibas, "Optimally combining sampling techniques", SIGGRAPH 1995: the
// balance heuristic).
func (t *table) measure() {
	t.density = make([]float64, t.draws)
	for d, y := range t.scores {
		near := make([]float64, len(t.centres))
		for k, centre := range t.centres {
			near[k] = -distance(y, centre) / 2
		}
		top := slices.Max(near)
		sum := 0.0
		for _, x := range near {
			sum += math.Exp(x - top)
		}
		t.density[d] = top + math.Log(sum/float64(len(near)))
	}
}

// distance is the square of that between two points.
func distance(a, b []float64) float64 {
	sum := 0.0
	for j := range a {
		sum += (a[j] - b[j]) * (a[j] - b[j])
	}
	return sum
}

// weigh returns the weights, with the sum 1, by which the draws stand for draws
// at a shift, and the effective sample size 1/Σw² (L. Kish, Survey Sampling,
// 1965).
func (t *table) weigh(shift []float64, into []float64) (weights []float64, effective float64) {
	weights = into[:0]
	top := math.Inf(-1)
	for d, y := range t.scores {
		log := -distance(y, shift)/2 - t.density[d]
		weights = append(weights, log)
		top = math.Max(top, log)
	}
	sum, squares := 0.0, 0.0
	for i, log := range weights {
		weights[i] = math.Exp(log - top)
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
		squares += weights[i] * weights[i]
	}
	return weights, 1 / squares
}

// logLikelihood is that of one arrangement under weights: the mean of the
// logarithms of both kinds' likelihoods.
func (t *table) logLikelihood(arrangement int, weights []float64) float64 {
	var l [kinds]float64
	for d, c := range t.row(arrangement) {
		for k := range l {
			l[k] += weights[d] * c.likelihood[k]
		}
	}
	return (math.Log(l[0]) + math.Log(l[1])) / kinds
}

// forecast is what one arrangement is given under weights.
func (t *table) forecast(arrangement int, weights []float64) cell {
	var f cell
	for d, c := range t.row(arrangement) {
		for k := range f.risk {
			f.likelihood[k] += weights[d] * c.likelihood[k]
			for h := range f.risk[k] {
				f.risk[k][h] += weights[d] * c.risk[k][h]
			}
		}
	}
	return f
}
