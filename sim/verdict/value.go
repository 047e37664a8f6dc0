package verdict

import (
	"math"
	"slices"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// A value is a number of an expression: a constant, arithmetic on parts, or a
// leaf, which is a function of the language.
type value struct {
	text   string
	within span // in which it must lie
	unit   unit

	op    claim.Op // of arithmetic
	parts []*value // of arithmetic, two
	fixed bool     // a constant
	of    func(v *view) float64

	// floor is, of a leaf whose error the jackknife may miss, an interval that
	// contains it but with probability alpha.
	floor func(alpha float64) span
	// among is, of a leaf that jumps, the same; the jackknife holds it fixed.
	among func(alpha float64) span

	// sample is what a leaf with an interval of its own is taken of.
	sample *sample

	// whole: it is a whole number, which has no error but that it jumps.
	whole bool

	memo map[int]float64 // of a leaf by view.memo
	est  *estimate.Mean  // the jackknife's
}

// on is the value over a view.
func (x *value) on(v *view) float64 {
	switch {
	case x.parts != nil:
		return apply(x.op, x.parts[0].on(v), x.parts[1].on(v))
	case v.memo < 0 || x.fixed:
		return x.of(v)
	}
	y, ok := x.memo[v.memo]
	if !ok {
		y = x.of(v)
		if x.memo == nil {
			x.memo = map[int]float64{}
		}
		x.memo[v.memo] = y
	}
	return y
}

// leaves visits the leaves of a value, each text once, in order.
func (x *value) leaves() []*value {
	if x.parts == nil {
		if x.fixed {
			return nil
		}
		return []*value{x}
	}
	var out []*value
	for _, p := range x.parts {
		for _, l := range p.leaves() {
			out = once(out, l)
		}
	}
	return out
}

// span combines the intervals of the leaves.
func (x *value) span(leaf func(*value) span) span {
	if x.parts == nil {
		return leaf(x)
	}
	return x.parts[0].span(leaf).combine(x.op, x.parts[1].span(leaf))
}

// size is the size of what a value is summed from; its rounding error is a
// small part of that.
func (x *value) size(v *view) float64 {
	if x.parts != nil && (x.op == claim.Add || x.op == claim.Sub) {
		return x.parts[0].size(v) + x.parts[1].size(v)
	}
	return math.Abs(x.on(v))
}

// A sample is what a statistic is taken of. Two of equal samples are the same,
// whatever the truth: packages that are the same in every case.
type sample struct {
	of     string // the statistic
	level  float64
	values [][]float64
}

func (s *sample) equal(t *sample) bool {
	return t != nil && s.of == t.of && s.level == t.level && slices.EqualFunc(s.values, t.values, slices.Equal[[]float64])
}

func fixed(x float64, text string) *value {
	return &value{text: text, within: defined(at(x)), fixed: true, of: func(*view) float64 { return x }}
}

// difference is x − y; of one expression with itself, or with one of the same
// cases, exactly 0.
func difference(x, y *value) *value {
	if x.text == y.text || x.sample != nil && x.sample.equal(y.sample) {
		return fixed(0, "0")
	}
	return &value{op: claim.Sub, parts: []*value{x, y}, within: x.within.combine(claim.Sub, y.within)}
}

// value prepares a node that stands for a number.
func (j *judge) value(n claim.Node) (*value, error) {
	text := claim.Text(n)
	if x, ok := j.values[text]; ok {
		return x, nil
	}
	x, err := j.prepare(n, text)
	if err != nil {
		return nil, err
	}
	x.text = text
	x.within = j.limits.natural(n)
	x.unit = unitOf(n)
	j.values[text] = x
	return x, nil
}

func (j *judge) prepare(n claim.Node, text string) (*value, error) {
	if isConstant(n) {
		return fixed(constant(n, j.ev.Horizon), text), nil
	}
	switch n := n.(type) {
	case *claim.Unary:
		x, err := j.value(n.X)
		if err != nil {
			return nil, err
		}
		return &value{op: claim.Sub, parts: []*value{fixed(0, "0"), x}}, nil
	case *claim.Binary:
		x, err := j.value(n.X)
		if err != nil {
			return nil, err
		}
		y, err := j.value(n.Y)
		if err != nil {
			return nil, err
		}
		return &value{op: n.Op, parts: []*value{x, y}}, nil
	}
	return j.leaf(n.(*claim.Call))
}
