package sim

import (
	"math"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// near fails the test unless got is want to 1e−12.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12) {
		t.Errorf("%s = %.15g, want %.15g", what, got, want)
	}
}

// handCases are three cases of a package whose risk by years 1, 2 and 2.5 is
// given.
func handCases() *result.Cases {
	c := &result.Cases{Packages: []string{"p"}, Years: []float64{1, 2, 2.5}}
	for _, major := range [][]float64{{0.1, 0.19, 0.19}, {0.5, 0.5, 0.75}, {1, 1, 1}} {
		c.Rows = append(c.Rows, result.Row{Outcomes: []result.Outcome{{Major: major}}})
	}
	return c
}

// TestHazardByHand: the hazard of the mean curve, and over cases that of each.
func TestHazardByHand(t *testing.T) {
	h := hazard(estimate.Over(1), handCases(), 0)
	if len(h) != 3 || h[0].Years != 1 || h[1].Years != 2 || h[2].Years != 2.5 {
		t.Fatalf("years of %+v", h)
	}
	near(t, "year 1", h[0].Mean, (0.1+0.5+1)/3)
	near(t, "year 2", h[1].Mean, 0.09/(0.9+0.5))
	near(t, "the half year after", h[2].Mean, 0.25/(0.81+0.5))
	// Of the cases alone .1, 0 and, where no ceasefire is left, 0.
	near(t, "year 2, median over cases", h[1].P50, 0)
	near(t, "year 2, 95 % over cases", h[1].P95, 0.09)
	near(t, "year 1, median over cases", h[0].P50, 0.5)
	// The error of a ratio to first order: of the values now − hazard·before,
	// over the mean of before.
	hazard2, alive := 0.09/1.4, 1.4/3
	d := []float64{(0.09 - hazard2*0.9) / alive, (0 - hazard2*0.5) / alive, 0}
	sum2 := 0.0
	for _, x := range d {
		sum2 += x * x // their mean is 0
	}
	near(t, "year 2, error", h[1].StdErr, math.Sqrt(sum2/2/3))
	// In the first year all are alive: the ratio is a mean.
	near(t, "year 1, error", h[0].StdErr, estimate.Over(1).Mean([]float64{0.1, 0.5, 1}).StdErr)
}

// TestNoHazardWithoutCeasefire: once all have ended nothing is left to break.
func TestNoHazardWithoutCeasefire(t *testing.T) {
	c := handCases()
	for i := range c.Rows {
		c.Rows[i].Outcomes[0].Major = []float64{1, 1, 1}
	}
	h := hazard(estimate.Over(1), c, 0)
	if h[0].Mean != 1 || h[1].Mean != 0 || h[1].StdErr != 0 || h[2].Mean != 0 {
		t.Errorf("hazard %+v", h)
	}
}

// TestTimesToBreachByHand: a breach in a month happens in its middle.
func TestTimesToBreachByHand(t *testing.T) {
	q := timesToBreach([]float64{0.05, 0.10, 0.26, 0.26, 0.49, 0.5})
	want := map[float64]float64{0.10: 1.5 / 12, 0.25: 2.5 / 12, 0.50: 5.5 / 12}
	if len(q) != 5 {
		t.Fatalf("%d quantiles", len(q))
	}
	for _, x := range q {
		w, ends := want[x.P]
		switch {
		case !ends && x.Years != nil:
			t.Errorf("by %v years %v %% have ended, of a curve that stays below", *x.Years, 100*x.P)
		case ends && (x.Years == nil || math.Abs(*x.Years-w) > 1e-9):
			t.Errorf("%v %%: %v, want %v years", 100*x.P, x.Years, w)
		}
	}
}

// TestMonthlyByHand: mean and quantiles over cases, month by month.
func TestMonthlyByHand(t *testing.T) {
	c := &result.Cases{}
	for _, m := range [][]float32{{0.25, 0.5}, {0, 0.5}, {0.5, 1}} {
		c.Rows = append(c.Rows, result.Row{Outcomes: []result.Outcome{{Monthly: m}}})
	}
	got := monthly(c, 0)
	near(t, "mean, month 0", got.Mean[0], 0.25)
	near(t, "mean, month 1", got.Mean[1], 2.0/3)
	near(t, "median, month 0", got.P50[0], 0.25)
	near(t, "10 %, month 0", got.P10[0], 0.05)
	near(t, "90 %, month 1", got.P90[1], 0.9)
	near(t, "25 %, month 0", got.P25[0], 0.125)
	near(t, "75 %, month 1", got.P75[1], 0.75)
}

// TestCurvesOfARun: the yearly hazards give the headline back, and so does the
// restricted mean the area above the monthly curve.
func TestCurvesOfARun(t *testing.T) {
	set, _ := run(t, small(t, "", "horizon_years=7.5"), Options{})
	for _, p := range set.Packages {
		survive := 1.0
		for i, h := range p.Hazard {
			survive *= 1 - h.Mean
			near(t, p.ID+": risk from the hazards", 1-survive, p.Major[i].Mean)
		}
		area, before := 0.0, 0.0
		for _, x := range p.Monthly.Mean {
			area += (1 - (before+x)/2) / 12
			before = x
		}
		if math.Abs(area-p.RestrictedMean.Mean) > 1e-6 { // the curve is kept to seven digits
			t.Errorf("%s: %.9f years above the curve, restricted mean %.9f", p.ID, area, p.RestrictedMean.Mean)
		}
		near(t, p.ID+": causes", p.Deliberate.Mean+p.Escalated.Mean+p.Accident.Mean, p.Risk.Mean)
	}
}
