package uncertain

import (
	"fmt"
	"slices"
	"sort"
)

// Discrete takes one of finitely many values, each with a probability in
// proportion to its weight.
type Discrete struct {
	Values  []float64 // rising, those of weight 0 left out
	Weights []float64 // as given, in the order of Values
	cum     []float64
}

// NewDiscrete returns the distribution over values with weights, which need
// not add up to 1 (nil: equal weights); a [Constant] where one value is left.
// It fails unless there is a value, the lists are equally long, all is finite,
// no weight is negative and their sum is positive.
func NewDiscrete(values, weights []float64) (Number, error) {
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(values))
	}
	if err := paired("discrete", len(values), len(weights)); err != nil {
		return nil, err
	}
	for i, v := range values {
		if err := finite("discrete", parameter{fmt.Sprintf("value %d", i+1), v}); err != nil {
			return nil, err
		}
	}
	if _, err := cumulate("discrete", weights); err != nil {
		return nil, err
	}
	order := make([]int, 0, len(values))
	for i, w := range weights {
		if w > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case values[i] < values[j]:
			return -1
		case values[i] > values[j]:
			return 1
		}
		return 0
	})
	var d Discrete
	for _, i := range order {
		if n := len(d.Values); n > 0 && d.Values[n-1] == values[i] {
			d.Weights[n-1] += weights[i]
			continue
		}
		d.Values = append(d.Values, values[i])
		d.Weights = append(d.Weights, weights[i])
	}
	if len(d.Values) == 1 {
		return Constant{d.Values[0]}, nil
	}
	var err error
	d.cum, err = cumulate("discrete", d.Weights)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// paired returns an error unless there are as many weights as values, and at
// least one.
func paired(kind string, values, weights int) error {
	if values == 0 {
		return fmt.Errorf("%s: no values, want at least one", kind)
	}
	if values != weights {
		return fmt.Errorf("%s: %d values but %d weights, want one weight a value", kind, values, weights)
	}
	return nil
}

// Quantile returns the smallest value whose cumulative probability is at
// least u.
func (d Discrete) Quantile(u float64) float64 { return d.Values[sort.SearchFloat64s(d.cum, u)] }

// CDF returns the probability of the values up to x.
func (d Discrete) CDF(x float64) float64 {
	n := sort.Search(len(d.Values), func(i int) bool { return d.Values[i] > x })
	if n == 0 {
		return 0
	}
	return d.cum[n-1]
}

// Support returns the first and the last value.
func (d Discrete) Support() (lo, hi float64) { return d.Values[0], d.Values[len(d.Values)-1] }

// Mean returns the weighted mean of the values.
func (d Discrete) Mean() float64 { return d.partialMean(d.Support()) }

func (d Discrete) String() string {
	return "discrete { values = " + list(d.Values...) + ", weights = " + list(d.Weights...) + " }"
}

func (d Discrete) atoms() []float64 { return d.Values }

func (d Discrete) partialMean(lo, hi float64) float64 {
	sum, before := 0.0, 0.0
	for i, v := range d.Values {
		if lo <= v && v <= hi {
			sum += v * (d.cum[i] - before)
		}
		before = d.cum[i]
	}
	return sum
}
