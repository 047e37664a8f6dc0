package scenario

import (
	"fmt"
	"slices"

	"steadfast/sim/uncertain"
)

// checkUsual warns of numbers outside the usual range of their field: a fixed
// number, or the 5th and 95th percentiles of a distribution.
func (m *merged) checkUsual() {
	for _, s := range m.inForce() {
		f, x := s.field, s.value.number
		if x == nil || f.UsualMin == 0 && f.UsualMax == 0 {
			continue
		}
		lo, hi := x.Quantile(.05), x.Quantile(.95)
		_, fixed := x.(uncertain.Constant)
		what, value := s.path+" is ", lo
		switch {
		case lo < f.UsualMin && fixed, hi > f.UsualMax && fixed:
		case lo < f.UsualMin:
			what = "the 5th percentile of " + s.path + " is "
		case hi > f.UsualMax:
			what, value = "the 95th percentile of "+s.path+" is ", hi
		default:
			continue
		}
		m.warn(s.node.valueRange(), s.node.src, s.name(), fmt.Sprintf("%s%s, outside the usual range, %s to %s", what, number(value), number(f.UsualMin), number(f.UsualMax)), f.UsualSource)
	}
}

// inForce lists every setting that nothing stronger replaces.
func (m *merged) inForce() []*setting {
	out := m.shared.all()
	for _, p := range m.packages {
		out = slices.Concat(out, p.own.all(), p.set.all())
	}
	return slices.DeleteFunc(out, func(s *setting) bool { return s.value.bad })
}
