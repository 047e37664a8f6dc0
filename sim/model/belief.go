package model

import "math"

// The challenger's belief that the coalition is resolute lives on rungs of
// log-odds −5, −4.5, …, 5.
const (
	rungs      = 21
	lowestRung = -5.0
	rungStep   = 0.5
)

// A ladder holds what never changes about the rungs.
type ladder struct {
	belief [rungs]float64 // P(resolute) at each rung
	doubt  [rungs]float64 // the odds against it, e^−(log-odds)
}

func newLadder() ladder {
	var l ladder
	for i := range l.belief {
		l.belief[i] = logistic(rungLogOdds(i))
		l.doubt[i] = math.Exp(-rungLogOdds(i))
	}
	return l
}

// A split divides a belief between rung Low and the one above it, which gets
// the weight Up, so that the expected belief is kept.
type split struct {
	low int32
	up  float64
}

// split places log-odds, clamped to the ladder, between its two nearest rungs.
func (l *ladder) split(logOdds float64) split {
	return l.place(logOdds, math.Exp(-logOdds))
}

// place is split for log-odds whose odds against are known.
func (l *ladder) place(logOdds, doubt float64) split {
	switch {
	case logOdds <= lowestRung:
		return split{}
	case logOdds >= -lowestRung:
		return split{low: rungs - 2, up: 1}
	}
	low := min(int32((logOdds-lowestRung)/rungStep), rungs-2)
	lo, hi := l.belief[low], l.belief[low+1]
	return split{low: low, up: (1/(1+doubt) - lo) / (hi - lo)}
}

// rungLogOdds is the log-odds of a rung.
func rungLogOdds(rung int) float64 { return lowestRung + rungStep*float64(rung) }

// learned is how far the answer to a detected probe moves the log-odds: the
// log-likelihood ratio of the two types. Where neither type ever answers
// nothing is learned.
func learned(response *[2]float64, answered bool) float64 {
	switch {
	case response[hollow] == 0 && response[resolute] == 0:
		return 0
	case answered:
		return math.Log(response[resolute] / response[hollow])
	}
	return math.Log((1 - response[resolute]) / (1 - response[hollow]))
}

// shifts fills dst with where a move of the log-odds takes each rung.
func (l *ladder) shifts(dst *[rungs]split, move float64) {
	factor := math.Exp(-move)
	for i := range dst {
		dst[i] = l.place(rungLogOdds(i)+move, l.doubt[i]*factor)
	}
}
