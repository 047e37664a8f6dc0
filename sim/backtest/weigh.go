package backtest

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// measure computes the density that every draw was made with: that of a mixture
// of the normal distributions of the sources, each by the share of its draws (E.
// Veach and L. Guibas, "Optimally combining sampling techniques", SIGGRAPH 1995:
// the balance heuristic).
func (t *table) measure() {
	t.density = make([]float64, t.draws)
	for d, y := range t.scores {
		near := make([]float64, len(t.sources))
		for k, s := range t.sources {
			near[k] = math.Log(float64(s.draws)) - float64(len(y))*math.Log(s.width) - distance(y, s.centre)/(2*s.width*s.width)
		}
		top := slices.Max(near)
		sum := 0.0
		for _, x := range near {
			sum += math.Exp(x - top)
		}
		t.density[d] = top + math.Log(sum)
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

// none is the group that no draw belongs to.
const none = -1

// weigh returns the weights, with the sum 1, by which the draws stand for draws
// at a shift, those of one group left out, and the effective sample size 1/Σw²
// (L. Kish, Survey Sampling, 1965). into's memory is used again.
func (t *table) weigh(shift []float64, left int, into []float64) (weights []float64, effective float64) {
	weights = into[:0]
	top := math.Inf(-1)
	for d, y := range t.scores {
		log := math.Inf(-1)
		if t.groups[d] != left {
			log = -distance(y, shift)/2 - t.density[d]
		}
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
	sum := 0.0
	for kind := range kinds {
		sum += math.Log(floats.Dot(t.of(arrangement, kind), weights))
	}
	return sum / kinds
}

// forecast is what one arrangement is given under weights.
func (t *table) forecast(arrangement int, weights []float64) cell {
	var f cell
	for kind := range kinds {
		f.likelihood[kind] = floats.Dot(t.of(arrangement, kind), weights)
	}
	for d := range t.risks[arrangement] {
		for kind, by := range &t.risks[arrangement][d] {
			for h, p := range by {
				f.risk[kind][h] += weights[d] * p
			}
		}
	}
	return f
}
