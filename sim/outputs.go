package sim

import (
	"cmp"
	"slices"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// The kinds of what a sensitivity analysis explains.
const (
	ofPackage    = "package"
	ofDifference = "difference"
	ofRanking    = "ranking"
)

// outputs are the numbers whose drivers are sought: a measure of every package,
// its difference to the baseline, and the ranking, which is the vector of all
// packages' ranks.
type outputs struct {
	list     []result.Driven
	packages int
	baseline int
}

func newOutputs(sc *scenario.Scenario) outputs {
	o := outputs{packages: len(sc.Packages)}
	for i, p := range sc.Packages {
		o.list = append(o.list, result.Driven{Kind: ofPackage, Package: p.ID})
		if p.ID == sc.Baseline {
			o.baseline = i
		}
	}
	if o.packages < 2 {
		return o
	}
	for i, p := range sc.Packages {
		if i != o.baseline {
			o.list = append(o.list, result.Driven{Kind: ofDifference, Package: p.ID, Against: sc.Baseline})
		}
	}
	o.list = append(o.list, result.Driven{Kind: ofRanking})
	return o
}

// of makes the components of every output from the packages' values at points:
// values is by package, then point; the result by output, component, point.
// All outputs but the ranking have one component.
func (o *outputs) of(values [][]float64) [][][]float64 {
	var out [][][]float64
	for _, v := range values {
		out = append(out, [][]float64{v})
	}
	if o.packages < 2 {
		return out
	}
	for p, v := range values {
		if p == o.baseline {
			continue
		}
		difference := make([]float64, len(v))
		for i := range v {
			difference[i] = v[i] - values[o.baseline][i]
		}
		out = append(out, [][]float64{difference})
	}
	return append(out, ranks(values))
}

// ranks are the places of the packages at every point, 1 for the lowest value;
// equal values share the mean of their places.
func ranks(values [][]float64) [][]float64 {
	out := make([][]float64, len(values))
	for p, v := range values {
		out[p] = make([]float64, len(v))
	}
	order := make([]int, len(values))
	for i := range values[0] {
		for p := range order {
			order[p] = p
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(values[a][i], values[b][i]), cmp.Compare(a, b)) })
		for from := 0; from < len(order); {
			to := from + 1
			for to < len(order) && values[order[to]][i] == values[order[from]][i] {
				to++
			}
			for _, p := range order[from:to] {
				out[p][i] = float64(from+1+to) / 2
			}
			from = to
		}
	}
	return out
}
