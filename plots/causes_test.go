package plots

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func TestCausesTwin(t *testing.T) {
	s := twelve()
	d := build(t, "causes", s).Data
	if len(d.Rows) != 12 {
		t.Fatalf("%d rows, want 12", len(d.Rows))
	}
	number := func(row []string, head string) float64 {
		for i, h := range d.Header {
			if h == head {
				v, err := strconv.ParseFloat(row[i], 64)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
		}
		t.Fatalf("no column %s", head)
		return 0
	}
	last := 0.0
	for r, row := range d.Rows {
		risk := number(row, "risk")
		if risk < last {
			t.Errorf("row %d: risk %g after %g, want the safest first", r+1, risk, last)
		}
		last = risk
		if sum := number(row, "deliberate") + number(row, "escalated") + number(row, "accident"); math.Abs(sum-risk) > 1e-9 {
			t.Errorf("row %d: causes add up to %g, risk %g", r+1, sum, risk)
		}
		if sum := number(row, "no_guarantor_fights") + number(row, "clash"); math.Abs(sum-risk) > 1e-9 {
			t.Errorf("row %d: a guarantor fights or none does in %g, risk %g", r+1, sum, risk)
		}
	}
	f := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	p := s.Packages[0]
	want := []string{"12", "p0", "No guarantee", f(p.Risk.Mean), f(p.Risk.StdErr), f(p.Deliberate.Mean), f(p.Deliberate.StdErr),
		f(p.Escalated.Mean), f(p.Escalated.StdErr), f(p.Accident.Mean), f(p.Accident.StdErr), f(p.Risk.Mean), f(p.Risk.StdErr + p.Clash.StdErr),
		f(p.Clash.Mean), f(p.Clash.StdErr), f(p.Broken.Mean), f(p.Broken.StdErr), f(p.Defeat.Mean), f(p.Defeat.StdErr)}
	if diff := cmp.Diff(want, d.Rows[11]); diff != "" {
		t.Error(diff)
	}
}

// The lengths of bars are the probabilities: a part starts where the last ended,
// and what follows is drawn on a third of the scale.
func TestCausesBarsAreInProportion(t *testing.T) {
	s := five()
	c := newCauses(s, DefaultTheme())
	p, err := build(t, "causes", s).layout(Slide)
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.fit(p, p.frame("", "", ""))
	if err != nil {
		t.Fatal(err)
	}
	if l.unit <= 0 {
		t.Fatalf("a probability of 1 is %g long", l.unit)
	}
	drawn := func(length float64) bool {
		for _, m := range p.marks {
			if math.Abs(m.width()-length) < 0.01*length {
				return true
			}
		}
		return false
	}
	// The unit of the page drawn, from the bar of the baseline.
	unit := 0.0
	for _, m := range p.marks {
		unit = math.Max(unit, m.width()/s.Packages[0].Risk.Mean)
	}
	for i, pkg := range s.Packages {
		if !drawn(unit * pkg.Risk.Mean) {
			t.Errorf("package %d: no bar of risk %g", i, pkg.Risk.Mean)
		}
		for _, o := range c.follow {
			if mean, _ := o.of(pkg); mean > 0 && !drawn(unit*causesShrink*mean) {
				t.Errorf("package %d: no bar of %s %g", i, o.key, mean)
			}
		}
	}
}

func TestCausesSayWhatTheyShow(t *testing.T) {
	s := twelve()
	f := build(t, "causes", s)
	// 2 × 1.96 × (0.0028 + …) of the difference of risk and clash, rounded up.
	if want := "at most ±0.7" + nbsp + "points"; !strings.Contains(f.Subtitle, want) {
		t.Errorf("subtitle %q does not say %q", f.Subtitle, want)
	}
	want := "Stacked bars of the probability of a major breach within 15 years by its cause under 12 packages, " +
		"from NATO-membership contingency with 12 % (6.5 % deliberate, 0.7 % escalated, 4.8 % accident) to " +
		"No guarantee with 48 % (47.4 % deliberate, 0.6 % escalated, 0 % accident); at most, nobody comes to fight in 48 %, " +
		"a guarantor fights in 19 %, a promise is broken in 19.5 %, Ukraine is defeated in 29.8 %."
	if diff := cmp.Diff(want, f.Alt()); diff != "" {
		t.Error(diff)
	}
	s.Scenario.Protege = ""
	if f := build(t, "causes", s); !strings.Contains(f.Alt(), "the protégé is defeated") {
		t.Errorf("alt of a result without names: %q", f.Alt())
	}
}

func TestBadCausesAreAnError(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		spoil func(p *result.Package)
		want  string
	}{
		"NaN cause":          {func(p *result.Package) { p.Escalated.Mean = nan }, "escalated: probability NaN"},
		"negative clash":     {func(p *result.Package) { p.Clash.Mean = -0.1 }, "clash: probability -0.1"},
		"NaN error":          {func(p *result.Package) { p.Defeat.StdErr = nan }, "defeat: sampling error"},
		"infinite error":     {func(p *result.Package) { p.Accident.StdErr = math.Inf(1) }, "accident: sampling error"},
		"more than the risk": {func(p *result.Package) { p.Broken.Mean = p.Risk.Mean + 0.01 }, "more than its risk"},
		"sum":                {func(p *result.Package) { p.Deliberate.Mean -= 0.01 }, "must be equal"},
	} {
		s := five()
		c.spoil(&s.Packages[3])
		f, err := Causes(s, DefaultTheme())
		if err == nil || f != nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), `"p3"`) {
			t.Errorf("%s: error %v, want %q and the package in it", name, err, c.want)
		}
	}
}
