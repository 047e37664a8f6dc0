package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/model"
	"steadfast/sim/uncertain"
)

// A fitted range is a normal distribution cut to [Min, Max].
type fitted struct {
	Path     string
	Mean, SD float64
	Min, Max float64
}

// number returns the range as an uncertain number.
func (f fitted) number() (uncertain.Number, error) {
	n, err := uncertain.NewNormal(f.Mean, f.SD)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	n, err = uncertain.Truncate(n, f.Min, f.Max)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return n, nil
}

// ranges are the fitted parameters, in the order of parameters.
type ranges []fitted

// A parameter is one that the record can tell something about.
type parameter struct {
	path     string
	at       func(*model.Challenger) *float64
	mean, sd float64 // where the search starts
	logMean  bool    // the mean is positive and searched on the log scale
}

// parameters lists what is fitted: the mean and the spread of each. The start of
// the search is round and apart from the fit. The number of opportunities is
// not here: the record does not tell it from the cost of war and the noise.
func parameters() []parameter {
	return []parameter{
		{"challenger.war_cost", func(c *model.Challenger) *float64 { return &c.WarCost }, .65, .15, false},
		{"challenger.probe_gain", func(c *model.Challenger) *float64 { return &c.ProbeGain }, -.25, .25, false},
		{"challenger.noise", func(c *model.Challenger) *float64 { return &c.Noise }, .05, .01, true},
	}
}

// start returns ranges at the start of the search, with the bounds of r.
func (r ranges) start() ranges {
	out := make(ranges, len(r))
	for i, p := range parameters() {
		out[i] = r[i]
		out[i].Mean, out[i].SD = p.mean, p.sd
	}
	return out
}

// vector maps ranges to the point at which the simplex works: means plainly or
// as logarithms, spreads as logarithms.
func (r ranges) vector() []float64 {
	var x []float64
	for i, p := range parameters() {
		mean := r[i].Mean
		if p.logMean {
			mean = math.Log(mean)
		}
		x = append(x, mean, math.Log(r[i].SD))
	}
	return x
}

// at is the inverse of vector; the bounds are those of r.
func (r ranges) at(x []float64) ranges {
	out := make(ranges, len(r))
	for i, p := range parameters() {
		out[i] = r[i]
		out[i].Mean, out[i].SD = x[2*i], math.Exp(x[2*i+1])
		if p.logMean {
			out[i].Mean = math.Exp(out[i].Mean)
		}
	}
	return out
}

// rounded returns the ranges to three significant digits, as they are written.
func (r ranges) rounded() ranges {
	out := make(ranges, len(r))
	for i, f := range r {
		f.Mean, f.SD = threeDigits(f.Mean), threeDigits(f.SD)
		out[i] = f
	}
	return out
}

func threeDigits(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	if err != nil {
		panic("calibrate: a number that was just written cannot be read: " + err.Error())
	}
	return y
}

func (r ranges) String() string {
	var b strings.Builder
	for _, f := range r {
		fmt.Fprintf(&b, "  %-36s %7.4g ± %.4g, within %g to %g\n", f.Path, f.Mean, f.SD, f.Min, f.Max)
	}
	return b.String()
}
