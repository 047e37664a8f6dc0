package backtest

import "math"

// weigh returns the weights, with the sum 1, by which draws made at the
// table's centre stand for draws at a shift, and the effective sample size
// 1/Σw² (L. Kish, Survey Sampling, 1965).
func (t *table) weigh(shift []float64, into []float64) (weights []float64, effective float64) {
	weights = into[:0]
	top := math.Inf(-1)
	for _, z := range t.z {
		log := 0.0
		for j, x := range z {
			// φ(z + c − δ)/φ(z), the density at the shift over that at the centre.
			move := shift[j] - t.centre[j]
			log += move*x - move*move/2
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
