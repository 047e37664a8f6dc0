package plots

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"steadfast/sim/result"
)

// A sweptAxis is an axis of a sweep as it is drawn: numbers rising from left to
// right or from the bottom up, texts in the order of the file.
type sweptAxis struct {
	lang       *Words
	path, unit string
	log        bool
	values     []float64 // rising; nil for texts
	texts      []string  // as they are drawn
	labels     []string  // and as they stand in the twin
	median     *float64
	own        map[string]bool // packages that set the path themselves
	place      []int           // on the drawn axis, by place in the file
}

// noText stands in the twin for a text that is empty.
const noText = "(none)"

func newSweptAxis(lang *Words, a *result.Axis) sweptAxis {
	s := sweptAxis{lang: lang, path: tidy(a.Path), unit: tidy(a.Unit), log: a.Log, median: a.Median, own: map[string]bool{}}
	for _, id := range a.Own {
		s.own[id] = true
	}
	order := make([]int, a.Len())
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		return len(a.Labels) == 0 && a.Values[order[i]] < a.Values[order[j]]
	})
	s.place = make([]int, len(order))
	for k, i := range order {
		s.place[i] = k
		if len(a.Labels) == 0 {
			s.values = append(s.values, a.Values[i])
			continue
		}
		s.labels = append(s.labels, cmp.Or(tidy(a.Labels[i]), noText))
		s.texts = append(s.texts, cmp.Or(tidy(a.Labels[i]), lang.Sweep.NoText.text()))
	}
	return s
}

func (a sweptAxis) len() int          { return len(a.place) }
func (a sweptAxis) categorical() bool { return a.values == nil }

// title is what stands beside the axis: the path with its unit.
func (a sweptAxis) title() string {
	if a.unit == "" {
		return a.path
	}
	return a.lang.Terms.WithUnit.with("parameter", a.path, "unit", strings.ReplaceAll(a.unit, " ", nbsp))
}

// words is the path as it is read out in a sentence: "challenger war cost".
func (a sweptAxis) words() string {
	parts := strings.Split(strings.ReplaceAll(a.path, "_", " "), ".")
	id := ""
	if len(parts) > 2 && parts[0] == "package" {
		id = strings.Split(a.path, ".")[1] // kept as it is written
		parts = parts[2:]
	}
	if len(parts) > 2 && (parts[0] == "instrument" || parts[0] == "guarantor") {
		parts = parts[1:]
	}
	parts = slices.Compact(parts) // an instrument may be called as its parameter: "troops", not "troops troops"
	if id != "" {
		return a.lang.Sweep.OfPackage.with("parameter", strings.Join(parts, " "), "package", id)
	}
	return strings.Join(parts, " ")
}

// last is the last part of the path in words: "war cost".
func (a sweptAxis) last() string {
	return strings.ReplaceAll(a.path[strings.LastIndex(a.path, ".")+1:], "_", " ")
}

// value writes the i-th value as in the data of a figure: a number or a text.
func (a sweptAxis) value(i int) any {
	if a.categorical() {
		return a.labels[i]
	}
	return a.values[i]
}

// say writes the i-th value for a reader.
func (a sweptAxis) say(i int) string {
	if a.categorical() {
		return a.texts[i]
	}
	return a.lang.shortNumber(a.values[i])
}

// inside reports whether the median of the scenario as it stands lies within the
// values swept.
func (a sweptAxis) inside() bool {
	return a.median != nil && !a.categorical() && *a.median >= a.values[0] && *a.median <= a.values[a.len()-1]
}

// A sweptScale maps an axis to positions.
type sweptScale struct {
	sweptAxis
	scale scale
}

// over places the axis from a to b. Numbers reach from end to end; every text has
// a slot of the same width.
func (a sweptAxis) over(from, to float64) sweptScale {
	if a.categorical() {
		return sweptScale{a, scale{-0.5, float64(a.len()) - 0.5, from, to}}
	}
	return sweptScale{a, scale{a.coordinate(a.values[0]), a.coordinate(a.values[a.len()-1]), from, to}}
}

// coordinate is what the axis is even in.
func (a sweptAxis) coordinate(v float64) float64 {
	if a.log {
		return math.Log(v)
	}
	return v
}

// at is the position of a number.
func (s sweptScale) at(v float64) float64 { return s.scale.at(s.coordinate(v)) }

// point is the position of the i-th value.
func (s sweptScale) point(i int) float64 {
	if s.categorical() {
		return s.scale.at(float64(i))
	}
	return s.at(s.values[i])
}

// edges are the n+1 bounds of the cells around n values: halfway between
// neighbours, in the logarithm on a logarithmic axis. Nothing is drawn beyond the
// first and the last number.
func (s sweptScale) edges() []float64 {
	n := s.len()
	out := []float64{s.scale.a}
	for i := 1; i < n; i++ {
		out = append(out, (s.point(i-1)+s.point(i))/2)
	}
	return append(out, s.scale.b)
}

// boundary is the number halfway between value i and the next.
func (a sweptAxis) boundary(i int) float64 {
	if a.log {
		return math.Sqrt(a.values[i]) * math.Sqrt(a.values[i+1])
	}
	return a.values[i]/2 + a.values[i+1]/2
}
