package report

import (
	"io"
	"math"
	"strings"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// mean is an estimate with a 95 % interval of two standard errors.
func mean(x, stdErr float64) estimate.Mean {
	return estimate.Mean{Mean: x, StdErr: stdErr, Lo: x - 2*stdErr, Hi: x + 2*stdErr}
}

// tables writes an analysis in every format and compares each with its file;
// no number may carry the minus of a keyboard, or be a negative zero.
func tables(t *testing.T, name string, write func(io.Writer, Format) error) {
	t.Helper()
	for _, format := range []Format{Text, Markdown, CSV} {
		var b strings.Builder
		if err := write(&b, format); err != nil {
			t.Fatal(err)
		}
		golden(t, name+"."+string(format), b.String())
		for _, wrong := range []string{"-0", "-1", "−0.0]", "−0 ", "NaN", "Inf", "e+"} {
			if strings.Contains(b.String(), wrong) {
				t.Errorf("%s, %s: %q in\n%s", name, format, wrong, b.String())
			}
		}
		if format == CSV {
			checkCSV(t, name, b.String())
		}
	}
	if err := write(full{}, Text); err == nil {
		t.Errorf("%s: a full disk is not noticed", name)
	}
}

// checkCSV: every line is a remark, or has as many cells as the head of its
// table.
func checkCSV(t *testing.T, name, text string) {
	t.Helper()
	commas := -1
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			commas = -1
		case strings.Contains(line, `"`): // a quoted cell may hold commas
		case commas < 0:
			commas = strings.Count(line, ",")
		case strings.Count(line, ",") != commas:
			t.Errorf("%s: %q has not as many cells as its table's head", name, line)
		}
	}
}

// swept is a sweep over axes; at each point the risks differ, and of the points
// every other one is tied.
func swept(layout string, axes ...result.Axis) *result.Sweep {
	s := &result.Sweep{
		Scenario: result.Scenario{HorizonYears: 15}, Layout: layout, Axes: axes,
		Packages: []result.Named{{ID: "none", Name: "No guarantee"}, {ID: "snap", Name: "Snapback"}, {ID: "trip", Name: "Tripwire"}},
	}
	values := func(shift float64) []result.SweepValue {
		out := make([]result.SweepValue, 3)
		for p, risk := range []float64{0.45, 0.38, 0.22} {
			out[p].Risk = about(risk+shift, 0.004)
		}
		return out
	}
	s.Base = values(0)
	at := make([]int, len(axes))
	for i := 0; ; i++ {
		point := result.SweepPoint{At: append([]int(nil), at...), Packages: values(-0.01 * float64(i))}
		for m, measure := range []string{"risk", "adjusted", "peace"} {
			p := result.Preference{Measure: measure, Package: s.Packages[2-(i+m)%2].ID}
			if i%2 == 0 {
				p.Tied = []string{"none"}
			}
			point.Preferred = append(point.Preferred, p)
		}
		s.Points = append(s.Points, point)
		a := len(at) - 1
		for ; a >= 0; a-- {
			if at[a]++; at[a] < axes[a].Len() {
				break
			}
			at[a] = 0
		}
		if a < 0 {
			return s
		}
	}
}

var (
	probeGain = result.Axis{Path: "challenger.probe_gain", Unit: "stakes", Values: []float64{-0.35, -0.05, 0}, Own: []string{"trip"}}
	troops    = result.Axis{Path: "instrument.tripwire.troops", Unit: "troops", Values: []float64{0, 7500, 30000}, Log: false}
	state     = result.Axis{Path: "backstop.initial", Labels: []string{"steady", "absent"}}
)

// TestSweepGolden pins the tables of a sweep over one parameter, over two, over
// three, and of a sample.
func TestSweepGolden(t *testing.T) {
	for name, s := range map[string]*result.Sweep{
		"sweep-one": swept("grid", probeGain), "sweep-words": swept("grid", state), "sweep-two": swept("grid", troops, probeGain),
		"sweep-three": swept("grid", state, troops, probeGain), "sweep-sample": swept("sobol", troops, probeGain),
	} {
		tables(t, name, func(w io.Writer, f Format) error { return Sweep(w, s, f) })
	}
}

// TestLongSweeps show the preferences alone.
func TestLongSweeps(t *testing.T) {
	many := result.Axis{Path: "coalition.resolve", Values: make([]float64, 101)}
	for name, s := range map[string]*result.Sweep{"one": swept("grid", many), "two": swept("grid", many, probeGain), "three": swept("grid", many, probeGain, state)} {
		var b strings.Builder
		if err := Sweep(&b, s, Text); err != nil {
			t.Fatal(err)
		}
		if text := b.String(); !strings.HasPrefix(text, "At how many of ") || strings.Count(text, "\n") > 8 {
			t.Errorf("%s:\n%s", name, text)
		}
	}
	var b strings.Builder
	if err := Sweep(&b, swept("grid", result.Axis{Path: "x", Values: []float64{1}}), Text); err != nil || !strings.Contains(b.String(), "At how many of 1 point each") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// driven is a sensitivity analysis of three factors by every method.
func driven() *result.Sensitivity {
	low, high := 5690.0, 17_100.0
	small, large := 0.00114, 0.0165
	s := &result.Sensitivity{
		Scenario: result.Scenario{Title: "A test", Baseline: "none"}, Measure: "risk",
		Packages: []result.Named{{ID: "none", Name: "No guarantee"}, {ID: "trip", Name: "Tripwire"}},
		Factors: []result.Factor{
			{Name: "instrument.tripwire.troops", Paths: []string{"instrument.tripwire.troops"}, Low: &low, High: &high},
			{Name: "challenger.status_quo_per_year", Paths: []string{"challenger.status_quo_per_year"}, Low: &small, High: &large},
			{Name: "US politics", Paths: []string{"backstop.gap.absent", "backstop.gap.reluctant"}},
			{Name: "backstop.gap.absent", Paths: []string{"backstop.gap.absent"}, In: "US politics", Low: &small, High: &large},
		},
		Outputs: []result.Driven{{Kind: "package", Package: "none", Mean: 0.5}, {Kind: "package", Package: "trip", Mean: 0.3},
			{Kind: "difference", Package: "trip", Against: "none"}, {Kind: "ranking"}},
	}
	for _, m := range []string{"tornado", "morris", "sobol", "prcc", "given", "pawn"} {
		s.Methods = append(s.Methods, result.Method{Name: m})
	}
	for o := range s.Outputs {
		var tornado []result.Swing
		var morris []result.Elementary
		var sobol []result.Indices
		var prcc []estimate.Mean
		var given []result.GivenIndex
		var pawn []result.PAWN
		for f := range s.Factors {
			x := []float64{0.02, -0.31, 0.004, 0}[f]
			tornado = append(tornado, result.Swing{Low: mean(0.3, 0.01), High: mean(0.3+x, 0.012), Difference: mean(x, x/7)})
			morris = append(morris, result.Elementary{Mu: mean(x, 0.011), MuStar: mean(math.Abs(x), 0.01), Sigma: 0.034})
			sobol = append(sobol, result.Indices{First: mean(x*x, 0.003), Total: mean(2*x*x, 0.021), TotalAt: [2]float64{2.2 * x * x, 2.1 * x * x}})
			prcc = append(prcc, mean(2*x, 0.04))
			given = append(given, result.GivenIndex{First: mean(x*x, 0.004), Driver: f == 1})
			pawn = append(pawn, result.PAWN{Median: math.Abs(x), Max: 2 * math.Abs(x), Driver: f == 1})
		}
		if o == 3 { // the ranking
			tornado, morris, prcc, pawn = nil, nil, nil, nil
		}
		s.Tornado, s.Morris, s.Sobol = append(s.Tornado, tornado), append(s.Morris, morris), append(s.Sobol, sobol)
		s.PRCC, s.Given, s.PAWN = append(s.PRCC, prcc), append(s.Given, given), append(s.PAWN, pawn)
	}
	return s
}

// TestSensitivityGolden pins a table a method, and of the ranking those that
// there are.
func TestSensitivityGolden(t *testing.T) {
	s := driven()
	for name, output := range map[string]int{"drivers": 1, "drivers-difference": 2, "drivers-ranking": 3} {
		tables(t, name, func(w io.Writer, f Format) error { return Sensitivity(w, s, output, f) })
	}
	if got := MainOutputs(s); len(got) != 3 || got[0] != 0 || got[1] != 1 || got[2] != 3 {
		t.Errorf("the main outputs are %v, want the baseline, the one with the lowest mean, and the ranking", got)
	}
}

// TestManyFactors: the table says how many it leaves out.
func TestManyFactors(t *testing.T) {
	s := &result.Sensitivity{Measure: "cost_bn", Outputs: []result.Driven{{Kind: "package", Package: "trip"}}, Methods: []result.Method{{Name: "pawn"}}}
	s.PAWN = make([][]result.PAWN, 1)
	for range 30 {
		s.Factors = append(s.Factors, result.Factor{Name: "f", Paths: []string{"f"}})
		s.PAWN[0] = append(s.PAWN[0], result.PAWN{})
	}
	var b strings.Builder
	if err := Sensitivity(&b, s, 0, Text); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "cost bn under trip") || !strings.Contains(b.String(), "(the first 12 of 30 factors)") || strings.Count(b.String(), "\n") != 3+12 {
		t.Errorf("\n%s", b.String())
	}
}

// TestThresholdGolden pins a claim that turns, one that turns without an end,
// and one that does not.
func TestThresholdGolden(t *testing.T) {
	scan := func() *result.Threshold {
		th := &result.Threshold{Until: "risk(trip) < 25 %", Axis: probeGain}
		for i, x := range probeGain.Values {
			th.Points = append(th.Points, result.ThresholdPoint{Value: x, Margin: mean(-0.05+0.04*float64(i), 0.012)})
			th.Points = append(th.Points, result.ThresholdPoint{Value: x + 0.01, Margin: mean(0, 0.012)}) // of the search
		}
		return th
	}
	turning, open, never := scan(), scan(), scan()
	turning.Turns = []result.TurningPoint{{Value: mean(-0.0153, 0.0034), HoldsAbove: true}, {Value: mean(-0.0012, 0)}}
	open.Turns = []result.TurningPoint{{Value: estimate.Mean{Mean: -0.0153, StdErr: 0.034, Lo: -0.05, Hi: 0}, Open: true, HoldsAbove: true}}
	open.Axis.Own = []string{"trip", "both"}
	never.Axis.Own = nil
	for name, th := range map[string]*result.Threshold{"threshold": turning, "threshold-open": open, "threshold-never": never} {
		tables(t, name, func(w io.Writer, f Format) error { return Threshold(w, th, f) })
	}
	never.Points[0].Margin = mean(0.2, 0.01)
	var b strings.Builder
	if err := Threshold(&b, never, Text); err != nil || !strings.Contains(b.String(), "it holds everywhere from challenger.probe_gain = −0.35 to 0\n") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// TestDiffGolden pins what was edited and the shares; a package whose number
// stays has no table.
func TestDiffGolden(t *testing.T) {
	d := &result.Diff{
		Measure: "risk",
		Edits: []result.Edit{
			{Name: "challenger", Kind: "changed", Lines: []string{"clash_cost: 0.35 → 0.4", "forces.end: 1.6 → 2", "war_cost: pert [0.40, 0.55, 0.75] → pert [0.45, 0.60, 0.80]"}},
			{Name: "coalition", Kind: "changed", Lines: []string{"resolve: roughly even chance → likely"}},
			{Name: "package air, instrument.air", Kind: "added", Lines: []string{"instrument.air: added, of kind air_naval", "package air: added, of air, snap"}},
		},
		Changes: []result.Attribution{
			{Package: "trip", Name: "Tripwire", A: mean(0.31, 0.004), B: mean(0.28, 0.004), Change: mean(-0.03, 0.002),
				Shares: []estimate.Mean{mean(0.01, 0.001), mean(-0.04, 0.002), {}}},
			{Package: "none", Name: "No guarantee", A: mean(0.5, 0.004), B: mean(0.5, 0.004), Shares: make([]estimate.Mean, 3)},
			{Package: "pact", Name: "Pact", A: mean(0.4, 0.004), B: mean(0.4, 0.004), Shares: make([]estimate.Mean, 3)},
		},
	}
	tables(t, "diff", func(w io.Writer, f Format) error { return Diff(w, d, f) })
	d.Measure, d.Orders, d.Changes = "cost_bn", 200, d.Changes[:1]
	tables(t, "diff-sampled", func(w io.Writer, f Format) error { return Diff(w, d, f) })
	var b strings.Builder
	if err := Diff(&b, &result.Diff{}, Text); err != nil || b.String() != "no edit changes a number\n" {
		t.Errorf("%v: %q", err, b.String())
	}
}

// TestQuantities: values of parameters as a reader writes them.
func TestQuantities(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{quantity(0, 3), "0"}, {quantity(5690.4, 3), "5,690"}, {quantity(0.00114, 3), "0.00114"}, {quantity(-0.434, 3), "−0.434"},
		{quantity(1234567, 4), "1,235,000"}, {quantity(2.5e12, 3), "2.5e+12"}, {quantity(1e-7, 3), "1e-07"}, {quantity(999.96, 4), "1,000"},
		{signedQuantity(0.25, 2), "+0.25"}, {signedQuantity(-0.25, 2), "−0.25"}, {signedQuantity(0, 2), "0"},
		{between(mean(0.5, 0), 100, 1), "50.0"}, {between(mean(0.5, 0.02), 100, 1), "50 [46, 54]"},
		{signedBetween(mean(0.5, 0.02), 100, 1), "+50 [+46, +54]"}, {signedBetween(mean(-0.001, 0.001), 1, 4), "−0.001 [−0.003, +0.001]"},
		{end(math.MaxFloat64, 0.1), "∞"}, {end(-math.MaxFloat64, 0.1), "−∞"}, {end(0.25, 0.01), "+0.25"},
		{value(mean(0.25, 0)), "0.25"}, {value(mean(0.2512, 0.01)), "0.25 [0.23, 0.27]"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
