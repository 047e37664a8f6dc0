package uncertain

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Choice is an uncertain text: one of Values, each with a probability in
// proportion to its weight.
type Choice struct {
	Values  []string
	Weights []float64
	cum     []float64
}

// NewChoice returns the distribution over texts with weights, which need not
// add up to 1 (nil: equal weights). It fails unless there is a value, the
// lists are equally long, no value comes twice, no weight is negative and
// their sum is finite and positive.
func NewChoice(values []string, weights []float64) (Choice, error) {
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(values))
	}
	if err := paired("discrete", len(values), len(weights)); err != nil {
		return Choice{}, err
	}
	for i, v := range values {
		if slices.Contains(values[:i], v) {
			return Choice{}, fmt.Errorf("discrete: value %q is given twice, want each once", v)
		}
	}
	cum, err := cumulate("discrete", weights)
	if err != nil {
		return Choice{}, err
	}
	return Choice{Values: slices.Clone(values), Weights: slices.Clone(weights), cum: cum}, nil
}

// Index returns the place in Values of the text at probability u, 0 < u < 1.
// A value of weight 0 is never chosen.
func (c Choice) Index(u float64) int { return sort.SearchFloat64s(c.cum, u) }

func (c Choice) String() string {
	quoted := make([]string, len(c.Values))
	for i, v := range c.Values {
		quoted[i] = strconv.Quote(v)
	}
	return "discrete { values = [" + strings.Join(quoted, ", ") + "], weights = " + list(c.Weights...) + " }"
}
