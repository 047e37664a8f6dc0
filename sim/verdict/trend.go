package verdict

import (
	"fmt"
	"math"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// trend is monotone(p, path, direction).
type trend struct {
	judge  *judge
	call   *claim.Call
	text   string // risk(p)
	sign   float64
	points [][]float64 // by point, by case
	steps  []step
}

// A step is from one point to the next, in the direction asked for.
type step struct {
	estimate.Mean
	size   float64
	steady bool // it is right, or nothing, in every single case
}

func (j *judge) trend(c *claim.Call) (atom, error) {
	name, ok := c.Args[0].(*claim.Name)
	if !ok {
		return nil, errorf(c.Args[0], "%s: write the id of a package, for best() may be another in every case", c.Func.Signature())
	}
	if j.ev.Steps == nil {
		return nil, errorf(c, "%s needs the risk along a parameter, and there is none", c.Func.Signature())
	}
	t := &trend{judge: j, call: c, text: "risk(" + claim.Text(name) + ")", sign: 1}
	if c.Args[2].(*claim.Name).Parts[0] == "falling" {
		t.sign = -1
	}
	var err error
	if t.points, err = j.ev.Steps(name.Parts[0], c.Args[1].(*claim.Name).Path()); err != nil {
		return nil, errorf(c, "%s: %v", claim.Text(c), err)
	}
	if len(t.points) < 2 {
		return nil, errorf(c, "%s: %d points, and two or more are needed", claim.Text(c), len(t.points))
	}
	n := len(t.points[0])
	for _, x := range t.points {
		if len(x) != n || n < 2 || n%j.ev.Replicates != 0 || n > len(j.ev.Cases.Rows) {
			return nil, errorf(c, "%s: %d cases at a point, and at the first %d, in %d replicates", claim.Text(c), len(x), n, j.ev.Replicates)
		}
	}
	for i := range t.points[1:] {
		t.steps = append(t.steps, t.step(i))
	}
	return t, nil
}

func (t *trend) step(i int) step {
	s := step{steady: true}
	from, to := t.points[i], t.points[i+1]
	for c := range from {
		s.steady = s.steady && t.sign*(to[c]-from[c]) >= 0
		s.size = max(s.size, math.Abs(from[c]), math.Abs(to[c]))
	}
	s.Mean = t.jackknife(func(keep func(c int) bool) float64 { return t.rise(i, keep) })
	return s
}

// rise is the mean of step i in the direction asked for, over the cases kept.
func (t *trend) rise(i int, keep func(c int) bool) float64 {
	return t.sign * (mean(t.points[i+1], keep) - mean(t.points[i], keep))
}

func mean(x []float64, keep func(c int) bool) float64 {
	sum, n := 0.0, 0
	for c := range x {
		if keep(c) {
			sum += x[c]
			n++
		}
	}
	return sum / float64(n)
}

func (t *trend) jackknife(of func(keep func(c int) bool) float64) estimate.Mean {
	n := len(t.points[0])
	groups := t.judge.sampler.Groups(n)
	return t.judge.sampler.Jackknife(n, func(g int) float64 { return of(func(c int) bool { return g < 0 || c%groups != g }) })
}

func (t *trend) freedom() float64 { return float64(t.judge.sampler.Groups(len(t.points[0])) - 1) }

// decide: all steps must be right, and one that is wrong is enough.
func (t *trend) decide(alpha float64) (Status, Interval) {
	status, each := Holds, alpha/float64(len(t.steps))
	weakest := t.steps[t.weakest()]
	if x := t.judge.studentOf(weakest.Mean, weakest.size, each, t.freedom()); x.hi < 0 {
		return Fails, usedAt(t.asWritten(x), each)
	}
	for _, s := range t.steps {
		if !s.steady && t.judge.studentOf(s.Mean, s.size, alpha, t.freedom()).lo <= 0 {
			status = Undecided
		}
	}
	return status, usedAt(t.asWritten(t.judge.studentOf(weakest.Mean, weakest.size, alpha, t.freedom())), alpha)
}

// asWritten turns an interval of a step in the direction asked for into one of
// the later point less the earlier.
func (t *trend) asWritten(s span) span {
	if t.sign < 0 {
		return span{-s.hi, -s.lo}
	}
	return s
}

// weakest is the step that speaks most against the direction asked for: the
// mean of the fewest standard errors. If any step is surely wrong, this one is.
func (t *trend) weakest() int {
	at := 0
	for i := range t.steps {
		if t.steps[i].errors() < t.steps[at].errors() {
			at = i
		}
	}
	return at
}

// errors is the mean in standard errors; of a step that is the same in every
// group, beyond any number of them.
func (s *step) errors() float64 {
	if s.Mean.Mean == 0 {
		return 0
	}
	return s.Mean.Mean / s.StdErr
}

// margin is the weakest step over the cases of the view; where it has none of
// the cases that were moved, over all of them.
func (t *trend) margin(v *view) float64 {
	some := false
	for c := range t.points[0] {
		some = some || v.has[c]
	}
	keep := func(c int) bool { return !some || v.has[c] }
	m := math.MaxFloat64
	for i := range t.steps {
		m = min(m, t.rise(i, keep))
	}
	return m
}

func (t *trend) describe() Atom {
	i := t.weakest()
	of := func(point int) (estimate.Mean, string) {
		return t.jackknife(func(keep func(c int) bool) float64 { return mean(t.points[point], keep) }),
			fmt.Sprintf("%s at point %d of %d", t.text, point+1, len(t.points))
	}
	a := Atom{Text: claim.Text(t.call), Offset: t.call.Pos()}
	a.Left, a.LeftText = of(i + 1)
	a.Right, a.RightText = of(i)
	a.Difference = t.jackknife(func(keep func(c int) bool) float64 { return t.sign * t.rise(i, keep) })
	return a
}
