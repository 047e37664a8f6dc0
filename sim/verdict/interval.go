package verdict

import (
	"math"

	"steadfast/sim/estimate"
)

// rounding bounds the error of a sum of floating-point numbers, relative to
// their size.
const rounding = 1e-12

// jackknife estimates a statistic; what jumps is held fixed.
func (j *judge) jackknife(of func(v *view) float64) estimate.Mean {
	return j.sampler.Jackknife(len(j.all.rows), func(g int) float64 {
		if g < 0 {
			return of(j.all)
		}
		return of(j.held[g])
	})
}

// student is Student's interval, which misses with probability alpha. An
// estimate of exactly 0 without error is exact; any other of a given size has
// been rounded.
func (j *judge) student(m estimate.Mean, size, alpha float64) span {
	return j.studentOf(m, size, alpha, j.freedom)
}

func (j *judge) studentOf(m estimate.Mean, size, alpha, freedom float64) span {
	if m.Mean == 0 && m.StdErr == 0 {
		return at(0)
	}
	half := max(j.point(alpha, freedom)*m.StdErr, rounding*size)
	return span{m.Mean - half, m.Mean + half}
}

// point is Student's two-sided point, which takes long to find.
func (j *judge) point(alpha, freedom float64) float64 {
	key := [2]float64{alpha, freedom}
	t, ok := j.points[key]
	if !ok {
		t = estimate.StudentAt(alpha, freedom)
		j.points[key] = t
	}
	return t
}

// estimate is the value with its jackknife error.
func (j *judge) estimate(x *value) estimate.Mean {
	if x.est == nil {
		m := estimate.Mean{Mean: x.on(j.all)}
		if !x.fixed {
			m = j.jackknife(x.on)
		}
		x.est = &m
	}
	return *x.est
}

// interval is where a value lies but with probability alpha.
func (j *judge) interval(x *value, alpha float64) span {
	est := j.estimate(x)
	if x.fixed {
		return at(est.Mean)
	}
	if !estimate.Finite(est.Mean) || !estimate.Finite(est.StdErr) {
		return x.within
	}
	jumps, floors, smooth := 0, 0, 0
	for _, l := range x.leaves() {
		if l.among != nil {
			jumps++
		}
		if l.floor != nil {
			floors++
		}
		if !l.whole {
			smooth = 1
		}
	}
	each := alpha / float64(max(1, jumps+smooth))
	s := at(est.Mean)
	if smooth > 0 {
		s = j.student(est, x.size(j.all), each)
	}
	if floors > 0 {
		s = s.hull(j.spanWith(x, func(l *value) func(float64) span { return l.floor }, each/float64(floors)))
	}
	if jumps > 0 {
		wide := j.spanWith(x, func(l *value) func(float64) span { return l.among }, each)
		s = defined(span{s.lo + min(0, wide.lo-est.Mean), s.hi + max(0, wide.hi-est.Mean)})
	}
	return s.clip(x.within)
}

// spanWith is the interval of a value from those of the leaves that have one.
func (j *judge) spanWith(x *value, of func(*value) func(alpha float64) span, alpha float64) span {
	return x.span(func(l *value) span {
		if f := of(l); f != nil {
			return f(alpha)
		}
		return at(l.on(j.all))
	})
}

// measured is a value with its 95 % interval, finite throughout: an end that
// nothing bounds is ±math.MaxFloat64, and a value that is not defined 0.
func (j *judge) measured(x *value) estimate.Mean {
	m := j.estimate(x)
	s := j.interval(x, 1-estimate.Confidence)
	if s.hi-s.lo <= 3*rounding*x.size(j.all) {
		s = at(m.Mean) // known but for rounding
	}
	return estimate.Mean{Mean: bounded(m.Mean), StdErr: bounded(m.StdErr), Lo: bounded(s.lo), Hi: bounded(s.hi)}
}

func bounded(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return min(max(x, -math.MaxFloat64), math.MaxFloat64)
}
