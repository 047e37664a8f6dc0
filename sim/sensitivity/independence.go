package sensitivity

import "steadfast/sim/estimate"

// An independence tests whether outputs depend on inputs.
type independence struct {
	ranks     [][]float64 // by input, then case
	different []int       // by input: different values
	least     float64     // how few cases a slice of the cuts may have
	cuts      []slicing   // by input
}

func newIndependence(inputs [][]float64) *independence {
	t := &independence{cuts: make([]slicing, len(inputs))}
	for _, x := range inputs {
		different, _ := distinct(x)
		t.ranks = append(t.ranks, centredRanks(x))
		t.different = append(t.different, different)
	}
	return t
}

// single returns the p-value of every input for one output, unadjusted. In
// each slice leastExpected cases that differ from the output's most common
// value are expected; most is how often that comes.
func (t *independence) single(s estimate.Sampler, output []float64, most int) []float64 {
	n := float64(len(output))
	if least := leastExpected * n / (n - float64(most)); least != t.least {
		t.least = least
		for j, ranks := range t.ranks {
			t.cuts[j] = sliced(ranks, t.different[j], least)
		}
	}
	ranks := centredRanks(output)
	p := make([]float64, len(t.cuts))
	for j := range p {
		p[j] = t.cuts[j].dependence(s, ranks)
	}
	return p
}

// given returns the p-value of every input that no component depends on it,
// adjusted for the number of components that vary, by Bonferroni, and for the
// number of inputs, by Holm.
func (t *independence) given(s estimate.Sampler, components [][]float64) []float64 {
	p := make([]float64, len(t.ranks))
	for j := range p {
		p[j] = 1
	}
	varying := 0
	for _, y := range components {
		different, most := distinct(y)
		if different == 1 {
			continue
		}
		varying++
		for j, single := range t.single(s, y, most) {
			p[j] = min(p[j], single)
		}
	}
	for j := range p {
		p[j] = min(1, float64(max(varying, 1))*p[j])
	}
	return estimate.Holm(p)
}
