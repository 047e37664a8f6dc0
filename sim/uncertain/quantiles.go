package uncertain

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

// Quantiles is a distribution given by some of its quantiles: the quantile
// function is a straight line between them on the scale of the interpolation.
// Its ends, at probability 0 and 1, are the bounds an author gave, else where
// the outermost line leads. A line that touches an end of the scale's domain
// (0, or 1 for a probability) runs on the plain scale, since it has no end on
// the other.
type Quantiles struct {
	Probs, Values []float64 // as given, both rising
	Min, Max      float64   // as given; ∓Inf where there is none
	Scale         Interpolation
	lines         []line // from probability 0 to 1
}

// A line is one straight piece of the quantile function.
type line struct {
	scale  Interpolation
	u0, u1 float64 // its ends in probability, u0 < u1
	x0, x1 float64 // its ends in value, x0 ≤ x1
	t0, t1 float64 // its ends in value on the scale
}

// NewQuantiles returns the distribution whose quantile at probs[i] is
// values[i], between the ends min and max (∓Inf: none given); a [Constant]
// where all of them are equal. It fails unless there are at least two, the
// probabilities rise strictly inside (0, 1), the values do not fall, lie
// between the ends and within the domain of the scale (0–1 for Logit, ≥ 0 for
// Log).
func NewQuantiles(probs, values []float64, min, max float64, scale Interpolation) (Number, error) {
	if err := checkQuantiles(probs, values, min, max, scale); err != nil {
		return nil, err
	}
	d := Quantiles{
		Probs: slices.Clone(probs), Values: slices.Clone(values),
		Min: min, Max: max, Scale: scale,
	}
	us := slices.Concat([]float64{0}, probs, []float64{1})
	xs := slices.Concat([]float64{min}, values, []float64{max})
	last := len(xs) - 1
	if math.IsInf(min, -1) {
		xs[0] = beyond(scale, us[1], xs[1], us[2], xs[2], 0)
	}
	if math.IsInf(max, 1) {
		xs[last] = beyond(scale, us[last-2], xs[last-2], us[last-1], xs[last-1], 1)
	}
	if xs[0] == xs[last] {
		return Constant{xs[0]}, nil
	}
	for i := range us[1:] {
		d.lines = append(d.lines, newLine(scale, us[i], xs[i], us[i+1], xs[i+1]))
	}
	return d, nil
}

// newLine joins (u0, x0) and (u1, x1).
func newLine(scale Interpolation, u0, x0, u1, x1 float64) line {
	if lo, hi := scale.domain(); x0 == lo || x1 == hi {
		scale = Linear
	}
	return line{
		scale: scale, u0: u0, u1: u1, x0: x0, x1: x1,
		t0: scale.forward(x0), t1: scale.forward(x1),
	}
}

// beyond continues the line through (u0, x0) and (u1, x1) to u, within the
// domain of the scale.
func beyond(scale Interpolation, u0, x0, u1, x1, u float64) float64 {
	if x0 == x1 {
		return x0
	}
	l := newLine(scale, u0, x0, u1, x1)
	lo, hi := scale.domain()
	return min(max(l.scale.back(l.t0+(u-u0)/(u1-u0)*(l.t1-l.t0)), lo), hi)
}

func checkQuantiles(probs, values []float64, min, max float64, scale Interpolation) error {
	if len(probs) != len(values) {
		return fmt.Errorf("quantiles: %d probabilities but %d values, want one value each", len(probs), len(values))
	}
	if len(probs) < 2 {
		return fmt.Errorf("quantiles: %d given, want two or more", len(probs))
	}
	if math.IsNaN(min) || math.IsInf(min, 1) || math.IsNaN(max) || math.IsInf(max, -1) {
		return fmt.Errorf("quantiles: ends %s and %s, want numbers", text(min), text(max))
	}
	lo, hi := scale.domain()
	before, prob := min, 0.0
	name := "min"
	for i, x := range values {
		p := probs[i]
		if !(p > prob && p < 1) {
			return fmt.Errorf("quantiles: probability %s after %s, want them rising inside (0, 1)", text(p), text(prob))
		}
		if err := finite("quantiles", parameter{percent(p), x}); err != nil {
			return err
		}
		if x < lo || x > hi {
			return fmt.Errorf("quantiles: %s is %s, want it within %s to %s", percent(p), text(x), text(lo), text(hi))
		}
		if x < before {
			return fmt.Errorf("quantiles: %s is %s, below %s, which is %s; want them rising", percent(p), text(x), name, text(before))
		}
		before, prob, name = x, p, percent(p)
	}
	if max < before {
		return fmt.Errorf("quantiles: max is %s, below %s, which is %s; want them rising", text(max), name, text(before))
	}
	if !math.IsInf(min, -1) && min < lo || !math.IsInf(max, 1) && max > hi {
		return fmt.Errorf("quantiles: ends %s to %s, want them within %s to %s", text(min), text(max), text(lo), text(hi))
	}
	return nil
}

// percent writes a probability as a scenario file names its quantile: p05.
func percent(p float64) string {
	s := text(math.Round(p*1e10) / 1e8)
	if whole, _, _ := strings.Cut(s, "."); len(whole) < 2 {
		s = "0" + s
	}
	return "p" + s
}

// Quantile returns the point at u of the line over u.
func (d Quantiles) Quantile(u float64) float64 {
	i := sort.Search(len(d.lines)-1, func(i int) bool { return u <= d.lines[i].u1 })
	l := d.lines[i]
	if u == l.u1 {
		return l.x1
	}
	w := (u - l.u0) / (l.u1 - l.u0)
	return min(max(l.scale.back(l.t0*(1-w)+l.t1*w), l.x0), l.x1)
}

// CDF returns the largest u whose quantile is at most x.
func (d Quantiles) CDF(x float64) float64 {
	n := sort.Search(len(d.lines), func(i int) bool { return d.lines[i].x1 > x })
	if n == len(d.lines) {
		return 1
	}
	l := d.lines[n]
	if x < l.x0 {
		return l.u0
	}
	return l.at(x)
}

// at returns the probability at which the line, which must not be flat, has
// the value x.
func (l line) at(x float64) float64 {
	w := (l.scale.forward(x) - l.t0) / (l.t1 - l.t0)
	return min(max(l.u0+w*(l.u1-l.u0), l.u0), l.u1)
}

// Support returns the ends.
func (d Quantiles) Support() (lo, hi float64) { return d.lines[0].x0, d.lines[len(d.lines)-1].x1 }

// Mean returns the integral of the quantile function, line by line.
func (d Quantiles) Mean() float64 { return d.partialMean(d.Support()) }

func (d Quantiles) String() string {
	parts := make([]string, len(d.Values))
	for i, x := range d.Values {
		parts[i] = percent(d.Probs[i]) + " = " + text(x)
	}
	s := "quantiles { " + strings.Join(parts, ", ") + " }"
	return s + boundsText(d.Min, d.Max)
}

func (d Quantiles) atoms() []float64 {
	var flat []float64
	for _, l := range d.lines {
		if l.x0 == l.x1 {
			flat = append(flat, l.x0)
		}
	}
	return slices.Compact(flat)
}

func (d Quantiles) partialMean(lo, hi float64) float64 {
	sum := 0.0
	for _, l := range d.lines {
		a, b := max(lo, l.x0), min(hi, l.x1)
		switch {
		case l.x0 == l.x1 && lo <= l.x0 && l.x0 <= hi:
			sum += l.x0 * (l.u1 - l.u0)
		case l.x0 < l.x1 && a < b:
			sum += (l.at(b) - l.at(a)) * l.average(a, b)
		}
	}
	return sum
}

// average returns the mean value of the line between its values a < b, which
// is ∫back(t)dt/(t(b) − t(a)): (a + b)/2 on the plain scale, (b − a)/ln(b/a)
// on the log scale and −ln((1 − b)/(1 − a))/(logit b − logit a) on the logit
// scale.
func (l line) average(a, b float64) float64 {
	t := l.scale.forward(b) - l.scale.forward(a)
	switch {
	case l.scale == Log && t > 1e-6:
		return (b - a) / t
	case l.scale == Logit && t > 1e-6:
		return (math.Log1p(-a) - math.Log1p(-b)) / t
	}
	return a/2 + b/2 // also the limit of the others, to rounding
}
