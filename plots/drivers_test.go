package plots

import (
	"bytes"
	"io"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func drawDrivers(t testing.TB, s *result.Sensitivity, output int, method string) *Figure {
	t.Helper()
	f, err := Drivers(s, output, method, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestGoldenDrivers(t *testing.T) {
	s := sensitivity(40, realFactor)
	for _, m := range []string{"tornado", "sobol", "morris", "given"} { // every kind of mark
		var got bytes.Buffer
		if err := drawDrivers(t, s, 4, m).WriteSVG(&got, Slide); err != nil {
			t.Fatal(err)
		}
		want := golden(t, "drivers-"+m+".svg", got.Bytes())
		if runtime.GOARCH == "amd64" && !bytes.Equal(got.Bytes(), want) {
			t.Errorf("drivers-%s.svg differs from its golden file: look at the picture, then run with -update", m)
		}
	}
	var got, changed bytes.Buffer
	if err := drawDrivers(t, s, 4, "tornado").WritePNG(&got, Size{320, 180}); err != nil {
		t.Fatal(err)
	}
	want := decode(t, golden(t, "drivers.png", got.Bytes()))
	if mean, share := distance(decode(t, got.Bytes()), want); mean > 0.2 || share > 0.002 {
		t.Errorf("drivers.png: colours differ by %.3f of 255 in the mean and visibly in %.2f %% of pixels: look at the picture, then run with -update",
			mean, 100*share)
	}
	for i := range s.Tornado[4] {
		s.Tornado[4][i].High.Mean += 0.01
	}
	if err := drawDrivers(t, s, 4, "tornado").WritePNG(&changed, Size{320, 180}); err != nil {
		t.Fatal(err)
	}
	if mean, share := distance(decode(t, changed.Bytes()), want); mean <= 0.2 && share <= 0.002 {
		t.Errorf("drivers.png: another result passes for the golden one (%.3f, %.4f)", mean, share)
	}
}

func TestDriversSayWhatTheyShow(t *testing.T) {
	s := sensitivity(113, realFactor)
	for _, m := range driverMethods {
		for o, title := range map[int]string{
			4:                         "What drives the risk under Tripwire force",
			outputOf(s, "difference"): "What drives the difference in risk between Continued military assistance and No guarantee",
			outputOf(s, "ranking"):    "What drives the ranking of the 5" + nbsp + "packages by risk",
		} {
			f := drawDrivers(t, s, o, m)
			if f.Title != title {
				t.Errorf("%s: title %q, want %q", m, f.Title, title)
			}
			for _, want := range []string{"major breach", "15" + nbsp + "years", "ceasefire between Russia and Ukraine"} {
				if !strings.Contains(f.Subtitle, want) {
					t.Errorf("%s: subtitle %q does not say %q", m, f.Subtitle, want)
				}
			}
			if interval := "95" + nbsp + "%"; m != "pawn" && !strings.Contains(f.Subtitle, interval) {
				t.Errorf("%s: subtitle %q does not name the interval", m, f.Subtitle)
			}
			if strings.Count(f.Alt(), ". ") > 0 || !strings.HasSuffix(f.Alt(), ".") ||
				!strings.Contains(f.Alt(), strconv.Itoa(len(applying(s, m)))+" factors") {
				t.Errorf("%s: alt text is not one sentence with numbers: %q", m, f.Alt())
			}
		}
	}
}

// Rows are sorted by what the method counts, the twin holds the numbers drawn,
// and the last row bounds what is not drawn.
func TestDriversTwin(t *testing.T) {
	s := sensitivity(113, realFactor)
	for m, column := range map[string]string{"tornado": "change", "sobol": "total", "morris": "mu_star", "prcc": "prcc", "given": "first", "pawn": "median"} {
		d := drawDrivers(t, s, 4, m).Data
		at := slices.Index(d.Header, column)
		last, rows, seen := math.Inf(1), 0, 0
		for _, r := range d.Rows {
			if len(r) != len(d.Header) {
				t.Fatalf("%s: %d cells under %d heads", m, len(r), len(d.Header))
			}
			switch r[0] {
			case "factor", "rest":
				v, err := strconv.ParseFloat(r[at], 64)
				if err != nil || math.Abs(v) > last {
					t.Errorf("%s: %q comes after %g (%v)", m, r, last, err)
				}
				last = math.Abs(v)
				n, _ := strconv.Atoi(r[3])
				rows, seen = rows+1, seen+n
			case "output":
				if want := strconv.FormatFloat(s.Outputs[4].Mean, 'g', -1, 64); r[4] != want {
					t.Errorf("%s: mean %s, want %s", m, r[4], want)
				}
			}
		}
		if want := len(applying(s, m)); rows != driversShown+1 || seen != want {
			t.Errorf("%s: %d rows of factors and rest for %d factors, want %d for %d", m, rows, seen, driversShown+1, want)
		}
	}
	d := drawDrivers(t, s, 4, "sobol").Data
	i := slices.IndexFunc(s.Factors, func(f result.Factor) bool { return f.Name == d.Rows[1][2] })
	x := s.Sobol[4][i]
	var want []string
	for _, v := range []float64{x.Total.Mean, x.Total.Lo, x.Total.Hi, x.First.Mean, x.First.Lo, x.First.Hi} {
		want = append(want, strconv.FormatFloat(v, 'g', -1, 64))
	}
	if diff := cmp.Diff(want, d.Rows[1][5:]); diff != "" {
		t.Error(diff)
	}
}

// The order of the factors in the analysis leaves no trace, equals included.
func TestDriversDoNotDependOnTheOrderOfFactors(t *testing.T) {
	draw := func(s *result.Sensitivity, m string) string {
		var b bytes.Buffer
		if err := drawDrivers(t, s, 4, m).WriteSVG(&b, Slide); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, m := range driverMethods {
		s, r := sensitivity(16, realFactor), sensitivity(16, realFactor)
		for _, a := range []*result.Sensitivity{s, r} {
			a.Tornado[4][3].Difference = a.Tornado[4][5].Difference
			a.Sobol[4][3].Total = a.Sobol[4][5].Total
		}
		slices.Reverse(r.Factors)
		slices.Reverse(r.Tornado[4])
		slices.Reverse(r.Morris[4])
		slices.Reverse(r.PRCC[4])
		slices.Reverse(r.Given[4])
		slices.Reverse(r.PAWN[4])
		if m != "sobol" && draw(s, m) != draw(r, m) {
			t.Errorf("%s: the order of the factors shows", m)
		}
		slices.Reverse(r.Sobol[4])
		if m == "sobol" && draw(s, m) != draw(r, m) {
			t.Errorf("%s: the order of the factors shows", m)
		}
	}
}

func TestDriversPickTheBestMethod(t *testing.T) {
	s := sensitivity(5, realFactor)
	for _, m := range driverMethods {
		best, err := chooseMethod(s, 4, "")
		if err != nil || best != m {
			t.Errorf("best is %q (%v), want %q", best, err, m)
		}
		switch m {
		case "sobol":
			s.Sobol = nil
		case "tornado":
			s.Tornado[4] = nil // not for this output
		case "given":
			s.Given = nil
		case "prcc":
			s.PRCC = s.PRCC[:2]
		case "morris":
			s.Morris = nil
		}
	}
}

func TestConstantOutputIsSaid(t *testing.T) {
	s := sensitivity(40, realFactor)
	s.Outputs[4].Variance, s.Outputs[4].Mean = 0, 0.25
	rank := outputOf(s, "ranking")
	s.Outputs[rank].Variance = 0
	for o, want := range map[int]string{
		4:    "The risk under Tripwire force is 25 % in every case: none of the 40 factors moves it.",
		rank: "The ranking of the packages is the same in every case: none of the 40 factors moves it.",
	} {
		f := drawDrivers(t, s, o, "sobol")
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, w := range p.words {
			all = append(all, strings.ReplaceAll(w.text, nbsp, " "))
		}
		if got := strings.Join(all, " "); !strings.Contains(got, want) {
			t.Errorf("the picture does not say %q: %q", want, got)
		}
		if f.Alt() != want || len(f.Data.Rows) != 1 {
			t.Errorf("alt %q, %d rows", f.Alt(), len(f.Data.Rows))
		}
	}
}

func TestBadSensitivityIsAnError(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name   string
		method string
		spoil  func(s *result.Sensitivity)
		want   string
	}{
		{"no factor", "", func(s *result.Sensitivity) { s.Factors = nil }, "no factor"},
		{"no output", "", func(s *result.Sensitivity) { s.Outputs = nil }, "no output"},
		{"no horizon", "", func(s *result.Sensitivity) { s.Scenario.HorizonYears = 0 }, "horizon"},
		{"factor twice", "", func(s *result.Sensitivity) { s.Factors[1].Name = s.Factors[0].Name }, "must differ"},
		{"factor without name", "", func(s *result.Sensitivity) { s.Factors[1].Name = " " }, "must differ"},
		{"package twice", "", func(s *result.Sensitivity) { s.Packages[1].ID = "p0" }, "must differ"},
		{"unknown package", "", func(s *result.Sensitivity) { s.Outputs[4].Package = "ghost" }, `"ghost"`},
		{"unknown rival", "", func(s *result.Sensitivity) { s.Outputs[6].Against = "ghost" }, `"ghost"`},
		{"unknown kind", "", func(s *result.Sensitivity) { s.Outputs[4].Kind = "pie" }, "ranking"},
		{"NaN mean", "", func(s *result.Sensitivity) { s.Outputs[4].Mean = nan }, "NaN"},
		{"negative variance", "", func(s *result.Sensitivity) { s.Outputs[4].Variance = -1 }, "variance"},
		{"NaN end", "", func(s *result.Sensitivity) { *s.Factors[2].Low = nan }, "finite"},
		{"unknown method", "lasso", func(*result.Sensitivity) {}, "sobol, tornado, given, prcc, morris, pawn"},
		{"method not used", "morris", func(s *result.Sensitivity) { s.Morris, s.PAWN = nil, nil }, "the analysis has sobol, tornado, given, prcc"},
		{"no row", "pawn", func(s *result.Sensitivity) { s.PAWN[4] = nil }, "says nothing of output 4"},
		{"no factor for it", "prcc", func(s *result.Sensitivity) {
			for i := range s.Factors {
				s.Factors[i].Paths = []string{"a.b", "a.c"}
			}
		}, "the analysis has sobol, tornado, morris"},
		{"no method", "", func(s *result.Sensitivity) {
			s.Sobol, s.Tornado, s.Given, s.PRCC, s.Morris, s.PAWN = nil, nil, nil, nil, nil, nil
		}, "no method"},
		{"too few numbers", "sobol", func(s *result.Sensitivity) { s.Sobol[4] = s.Sobol[4][:3] }, "3 numbers for 5 factors"},
		{"NaN index", "sobol", func(s *result.Sensitivity) { s.Sobol[4][2].Total.Mean = nan }, "NaN"},
		{"infinite interval", "tornado", func(s *result.Sensitivity) { s.Tornado[4][2].Low.Hi = math.Inf(1) }, "finite"},
		{"falling interval", "prcc", func(s *result.Sensitivity) { s.PRCC[4][2].Lo = 2 }, "must rise"},
		{"negative sigma", "morris", func(s *result.Sensitivity) { s.Morris[4][2].Sigma = -1 }, "0 or more"},
		{"p above 1", "given", func(s *result.Sensitivity) { s.Given[4][2].PValue = 1.5 }, "1.5"},
		{"NaN distance", "pawn", func(s *result.Sensitivity) { s.PAWN[4][2].Median = nan }, "NaN"},
		{"no glyph", "", func(s *result.Sensitivity) { s.Factors[1].Name = "中" }, "U+4E2D"},
	} {
		s := sensitivity(5, realFactor)
		c.spoil(s)
		f, err := Drivers(s, 4, c.method, DefaultTheme())
		if err == nil || f != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q in it", c.name, err, c.want)
		}
	}
	s := sensitivity(5, realFactor)
	for _, o := range []int{-1, len(s.Outputs)} {
		if _, err := Drivers(s, o, "", DefaultTheme()); err == nil || !strings.Contains(err.Error(), "0 to 9") {
			t.Errorf("output %d: %v", o, err)
		}
	}
	if _, err := Drivers(nil, 0, "", DefaultTheme()); err == nil {
		t.Error("a nil analysis is drawn")
	}
}

func TestSensitivityNames(t *testing.T) {
	s := sensitivity(5, realFactor)
	s.Packages[1].ID, s.Outputs[1].Package, s.Outputs[5].Package = "snap+trip", "snap+trip", "snap+trip"
	s.Packages[2].ID, s.Outputs[2].Package, s.Outputs[6].Package = "snap/trip", "snap/trip", "snap/trip"
	names := SensitivityNames(s)
	want := []string{"drivers-p0", "drivers-snap-trip", "drivers-snap-trip-2", "drivers-p3", "drivers-p4",
		"drivers-snap-trip-p0", "drivers-snap-trip-p0-2", "drivers-p3-p0", "drivers-p4-p0", "drivers-ranking"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Fatal(diff)
	}
	for _, name := range names {
		f, err := BuildSensitivity(name, s, DefaultTheme())
		if err != nil || f.Name != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := BuildSensitivity("drivers-pie", s, DefaultTheme()); err == nil || !strings.Contains(err.Error(), "drivers-ranking") {
		t.Errorf("unknown figure: %v", err)
	}
}

func TestFactorNames(t *testing.T) {
	single := func(path, unit string) result.Factor {
		return result.Factor{Name: path, Paths: []string{path}, Unit: unit}
	}
	_, got := factorNames(english(), []result.Factor{
		single("guarantor.nordic_baltic.backstop_reliance", "factor"),
		single("instrument.snapback.delay_days", "days"),
		single("instrument.assistance.cost_per_year", "bn EUR/year"),
		single("challenger.opportunities_per_year", "1/year"),
		single("package.trip_30k.instrument.tripwire.troops", "troops"),
		single("guarantor.uk.share", ""), single("instrument.uk.share", ""),
		single("horizon", "years"),
		{Name: "US politics", Paths: []string{"a.b", "a.c"}, Correlated: true},
	})
	want := []string{"nordic baltic: backstop reliance (factor)", "snapback: delay days", "assistance: cost per year (bn" + nbsp + "EUR)",
		"challenger: opportunities per year", "trip 30k, tripwire: troops", "guarantor.uk.share", "instrument.uk.share", "horizon (years)",
		"US politics (2" + nbsp + "parameters)†"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGauge(t *testing.T) {
	points := gauge{lang: english(), factor: 100, word: "{n}~points", signed: true}
	for _, c := range []struct{ got, want string }{
		{points.say(0.2134, 0.002), "+21 points"}, {points.say(-0.0213, 0.0004), "−2.1 points"}, {points.say(-0.0213, 0.012), "−2 points"},
		{points.say(-0.0001, 0.001), "0 points"}, {points.bound(-0.0381), "4 points"}, {points.bound(0.00381), "0.4 points"},
		{points.bound(0.004), "0.4 points"}, {points.bound(0), "0 points"}, {points.bound(0.0999), "10 points"},
		{english().percentGauge().say(0.42, 0.03), "42 %"}, {english().percentGauge().say(0.0042, 0), "0.4 %"},
		{english().correlationGauge().say(0.5, 0.02), "+0.50"}, {gauge{lang: english(), factor: 1, word: "{n} bn EUR"}.say(-1234567.8, 1), "−1,234,568 bn EUR"},
		{english().parameter(15000), "15,000"}, {english().parameter(0.00032), "0.00032"}, {english().parameter(-0.41249), "−0.412"}, {english().parameter(1e-7), "1e−07"}, {english().parameter(0), "0"},
	} {
		if got := strings.ReplaceAll(c.got, nbsp, " "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	var labels []string
	for _, tk := range points.ticks(-0.131, 0.062, 7) {
		labels = append(labels, tk.label)
	}
	if diff := cmp.Diff([]string{"−10", "−5", "0", "+5" + nbsp + "points"}, labels); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkDrivers(b *testing.B) {
	s := sensitivity(113, realFactor)
	for _, m := range driverMethods {
		b.Run(m, func(b *testing.B) {
			for b.Loop() {
				if err := drawDrivers(b, s, 4, m).WritePNG(io.Discard, Slide); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
