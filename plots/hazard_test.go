package plots

import (
	"bytes"
	"math"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Few packages share one plot, which looks otherwise than panels.
func TestGoldenHazardTogether(t *testing.T) {
	s := synthetic(3, func(i int) string { return packageNames[i] })
	var got bytes.Buffer
	if err := build(t, "hazard", s).WriteSVG(&got, Slide); err != nil {
		t.Fatal(err)
	}
	want := golden(t, "hazard-together.svg", got.Bytes())
	if runtime.GOARCH == "amd64" && !bytes.Equal(got.Bytes(), want) {
		t.Error("hazard-together.svg differs from its golden file: look at the picture, then run with -update")
	}
}

// The twin's hazards lead to the risk, and hold the result's numbers.
func TestHazardTwin(t *testing.T) {
	s := twelve()
	d := build(t, "hazard", s).Data
	held := map[string]float64{}
	steps, events := 0, 0
	for _, r := range d.Rows {
		if r[0] != "step" {
			events++
			continue
		}
		steps++
		h, err := strconv.ParseFloat(r[5], 64)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := held[r[1]]; !ok {
			held[r[1]] = 1
		}
		held[r[1]] *= 1 - h
	}
	if steps != 12*15 || events != 8 {
		t.Errorf("%d steps and %d events, want %d and 8", steps, events, 12*15)
	}
	for _, p := range s.Packages {
		if got := 1 - held[p.ID]; math.Abs(got-p.Risk.Mean) > 1e-9 {
			t.Errorf("%s: the hazards lead to %g, the risk is %g", p.ID, got, p.Risk.Mean)
		}
	}
	y := s.Packages[0].Hazard[2]
	f := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	want := []string{"step", "p0", "No guarantee", "2", "3", f(y.Mean), f(y.Mean - 1.96*y.StdErr), f(y.Mean + 1.96*y.StdErr)}
	if diff := cmp.Diff(want, d.Rows[2]); diff != "" {
		t.Error(diff)
	}
}

// A last step of half a year is drawn at a yearly rate: a constant danger gives
// level steps.
func TestHazardOfPartOfAYearIsAtAYearlyRate(t *testing.T) {
	const h = 0.2
	half := 1 - math.Sqrt(1-h)
	steps := stepsOf([]result.Year{
		{Years: 1, Summary: estimate.Summary{Mean: h, StdErr: 0.01}},
		{Years: 1.5, Summary: estimate.Summary{Mean: half, StdErr: 0.01}},
	})
	if math.Abs(steps[1].mean-h) > 1e-12 || steps[0].mean != h {
		t.Errorf("hazards %g and %g, want %g both", steps[0].mean, steps[1].mean, h)
	}
	// The error by a small change of the half year's hazard.
	const d = 1e-6
	moved := stepsOf([]result.Year{{Years: 0.5, Summary: estimate.Summary{Mean: half + d}}})
	if slope := (moved[0].mean - h) / d; math.Abs(steps[1].stdErr/0.01-slope) > 1e-4 {
		t.Errorf("error %g, want %g", steps[1].stdErr, 0.01*slope)
	}
	if certain := stepsOf([]result.Year{{Years: 0.5, Summary: estimate.Summary{Mean: 1, StdErr: 0.01}}}); certain[0].mean != 1 || certain[0].stdErr != 0 {
		t.Errorf("a certain breach becomes %+v", certain[0])
	}
	f := build(t, "hazard", lasting(twelve(), 7.5))
	if want := "Last 6" + nbsp + "months: at a yearly rate"; !strings.Contains(f.Subtitle, want) {
		t.Errorf("subtitle %q does not say %q", f.Subtitle, want)
	}
	if f := build(t, "hazard", twelve()); strings.Contains(f.Subtitle, "yearly rate") {
		t.Errorf("whole years only, and the subtitle says %q", f.Subtitle)
	}
}

func TestHazardCaptions(t *testing.T) {
	s := five()
	year := func(means ...float64) (out []hazardStep) {
		for i, m := range means {
			out = append(out, hazardStep{from: float64(i), to: float64(i + 1), mean: m, stdErr: 0.0004})
		}
		return out
	}
	h := newHazards(s, DefaultTheme())
	for _, c := range []struct {
		steps []hazardStep
		want  string
	}{
		{year(0.02, 0.08, 0.03), "peak 8.0 % in year 2, last 3.0 %"},
		{year(0.02, 0.03, 0.05), "peak 5.0 % in year 3, the last"},
		{year(0.02, 0.02, 0.02), "2.0 % in every year"},
		{year(0, 0), "0 % in every year"},
		{year(0.04), "4.0 %"},
		{year(0.05, 0.05, 0.01), "peak 5.0 % in year 1, last 1.0 %"},
	} {
		h.steps[1] = c.steps
		if got := strings.ReplaceAll(h.caption(1), nbsp, " "); got != c.want {
			t.Errorf("caption %q, want %q", got, c.want)
		}
	}
}

// A package's panel has the events that concern it, and no others.
func TestHazardEventsOfAPackage(t *testing.T) {
	s := twelve()
	h := newHazards(s, DefaultTheme())
	count := func(i int) map[string]int {
		n := map[string]int{}
		for _, e := range h.eventsAt(i) {
			n[e.kind] += len(e.years)
		}
		return n
	}
	for i, want := range map[int]map[string]int{
		0: {"election": 4}, 4: {"election": 4, "entry": 1}, 8: {"election": 4, "entry": 1, "expiry": 1},
	} {
		if diff := cmp.Diff(want, count(i)); diff != "" {
			t.Errorf("package %d: %s", i, diff)
		}
	}
	if got := []string{h.keyOf(square), h.keyOf(triangle), h.keyOf(wedge)}; got[0] != "US presidential election" || got[1] == "" || got[2] == "" {
		t.Errorf("key %q", got)
	}
	s.Scenario.Marks[1].Label = "another vote"
	if h := newHazards(s, DefaultTheme()); h.keyOf(square) != "elections" {
		t.Errorf("two kinds of votes go by %q", h.keyOf(square))
	}
	s.Scenario.Marks = nil
	if h := newHazards(s, DefaultTheme()); h.keyOf(square)+h.keyOf(wedge) != "" {
		t.Error("there are no events, and the key names some")
	}
	build(t, "hazard", s)
}

func TestBadHazardIsAnError(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		spoil func(p *result.Package)
		want  string
	}{
		"none":           {func(p *result.Package) { p.Hazard = nil }, "needs 15"},
		"short":          {func(p *result.Package) { p.Hazard = p.Hazard[:14] }, "of 14 years"},
		"NaN":            {func(p *result.Package) { p.Hazard[4].Mean = nan }, "year 5: probability NaN"},
		"above 1":        {func(p *result.Package) { p.Hazard[4].Mean = 1.2 }, "1.2"},
		"NaN error":      {func(p *result.Package) { p.Hazard[4].StdErr = nan }, "sampling error"},
		"negative error": {func(p *result.Package) { p.Hazard[4].StdErr = -1 }, "sampling error"},
		"other times":    {func(p *result.Package) { p.Hazard[4].Years = 4.5 }, "must end at 5"},
		"NaN time":       {func(p *result.Package) { p.Hazard[4].Years = nan }, "must end at 5"},
		"other risk":     {func(p *result.Package) { p.Hazard[4].Mean += 0.01 }, "must be equal"},
	} {
		s := five()
		c.spoil(&s.Packages[3])
		f, err := Hazard(s, DefaultTheme())
		if err == nil || f != nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), `"p3"`) {
			t.Errorf("%s: error %v, want %q and the package in it", name, err, c.want)
		}
	}
}
