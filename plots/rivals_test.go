package plots

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// cell is a number or a word of a table, by row and column.
func cell(t *testing.T, d Table, row int, column string) string {
	t.Helper()
	for i, h := range d.Header {
		if h == column {
			return d.Rows[row][i]
		}
	}
	t.Fatalf("no column %q in %q", column, d.Header)
	return ""
}

func TestPairOfTurnsPairsRound(t *testing.T) {
	s := synthetic(3, name3)
	s.Pairs[1] = result.Pair{
		A: "p0", B: "p2", Difference: estimate.Mean{Mean: s.Packages[0].Risk.Mean - s.Packages[2].Risk.Mean, StdErr: .01, Lo: .3, Hi: .4},
		Tied: true, PValue: .02, CasesABetter: .1, CasesBBetter: .8, FuturesABetter: .01, FuturesBBetter: .25,
	}
	forth, err := pairOf(s, 0, 2)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.Pairs[1], forth); diff != "" {
		t.Error(diff)
	}
	back, err := pairOf(s, 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := result.Pair{
		A: "p2", B: "p0", Difference: estimate.Mean{Mean: -s.Pairs[1].Difference.Mean, StdErr: .01, Lo: -.4, Hi: -.3},
		Tied: true, PValue: .02, CasesABetter: .8, CasesBBetter: .1, FuturesABetter: .25, FuturesBBetter: .01,
	}
	if diff := cmp.Diff(want, back); diff != "" {
		t.Error(diff)
	}
	zero := mirrored(result.Pair{})
	if d := zero.Difference; math.Signbit(d.Mean) || math.Signbit(d.Lo) || math.Signbit(d.Hi) {
		t.Error("a difference of 0 turned round is a negative 0")
	}
}

func TestPoints(t *testing.T) {
	for _, c := range []struct {
		d, stdErr float64
		want      string
	}{
		{-.6234, .012, "−62"}, {-.6234, .002, "−62.3"}, {.0042, .001, "+0.4"}, {0, 0, "0"}, {0, .002, "0"},
		{.0001, .002, "0.0"}, {-.0001, .002, "0.0"}, {.004, .03, "0"}, {1, 0, "+100.0"},
	} {
		if got := english().points(c.d, c.stdErr); got != c.want {
			t.Errorf("points(%g, %g) is %q, want %q", c.d, c.stdErr, got, c.want)
		}
	}
}

func TestOfHundred(t *testing.T) {
	for share, want := range map[float64]string{0: "0", .001: "<1", .005: "1", .012: "1", .64: "64", .994: "99", .997: ">99", 1: "100"} {
		if got := english().ofHundred(share); got != want {
			t.Errorf("%g is %q, want %q", share, got, want)
		}
	}
}

func TestApplicable(t *testing.T) {
	one := strings.Join(Applicable(synthetic(1, name3)), " ")
	for _, name := range []string{"difference", "tradeoff", "cost"} {
		if strings.Contains(one, name) {
			t.Errorf("%s is said to show something of one package: %q", name, one)
		}
	}
	if diff := cmp.Diff(Names(), Applicable(synthetic(2, name3))); diff != "" {
		t.Error(diff)
	}
	s := twelve()
	s.Run.Futures = 0
	if got := strings.Join(Applicable(s), " "); strings.Contains(got, "futures") || !strings.Contains(got, "difference") {
		t.Errorf("without futures: %q", got)
	}
	for _, name := range Applicable(s) {
		if _, err := Build(name, s, DefaultTheme()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRivalsRefuseBadInput(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name    string
		figures string // that must refuse it
		spoil   func(s *result.Set)
		want    string
	}{
		{"one package", "difference tradeoff cost", func(s *result.Set) { *s = *synthetic(1, name3) }, "at least 2"},
		{"no baseline", "difference tradeoff cost", func(s *result.Set) { s.Scenario.Baseline = "" }, "no baseline"},
		{"no pairs", "difference cost", func(s *result.Set) { s.Pairs = nil }, "does not compare"},
		{"a pair missing", "difference cost", func(s *result.Set) { s.Pairs = s.Pairs[1:] }, `"p1"`},
		{"NaN difference", "difference cost", func(s *result.Set) { s.Pairs[2].Difference.Mean = nan }, "NaN"},
		{"endless interval", "difference cost", func(s *result.Set) { s.Pairs[2].Difference.Hi = inf }, "finite"},
		{"NaN error", "difference cost", func(s *result.Set) { s.Pairs[2].Difference.StdErr = nan }, "sampling error"},
		{"interval beside", "difference cost", func(s *result.Set) { s.Pairs[2].Difference.Lo = 1 }, "outside its interval"},
		{"other difference", "difference cost", func(s *result.Set) {
			d := &s.Pairs[2].Difference
			d.Mean, d.Lo, d.Hi = d.Mean+.01, d.Lo+.01, d.Hi+.01
		}, "must be equal"},
		{"more than all futures", "difference cost", func(s *result.Set) { s.Pairs[2].FuturesABetter = .9 }, "probability 1.2"},
		{"NaN share", "difference cost", func(s *result.Set) { s.Pairs[2].CasesABetter = nan }, "NaN"},
		{"NaN feasibility", "tradeoff", func(s *result.Set) { s.Packages[3].Feasibility.Mean = nan }, "feasibility"},
		{"feasibility above 1", "tradeoff", func(s *result.Set) { s.Packages[3].Feasibility.P90 = 1.5 }, "1.5"},
		{"NaN peace", "tradeoff", func(s *result.Set) { s.Packages[3].Peace.Mean = nan }, "peace"},
		{"NaN agreed peace", "tradeoff", func(s *result.Set) { s.Packages[3].PeaceIfAgreed = &estimate.Summary{Mean: nan} }, "peace"},
		{"NaN adjusted", "tradeoff", func(s *result.Set) { s.Packages[3].Adjusted.Mean = nan }, "NaN"},
		{"fallback left out", "tradeoff", func(s *result.Set) { s.Scenario.Flat = "fallback = \"gone\"\n\n[backstop]\n" }, `"gone"`},
		{"scenario cut off", "tradeoff", func(s *result.Set) { s.Scenario.Flat = "fallback = \"go" }, "cannot be read"},
		{"NaN cost", "cost", func(s *result.Set) { s.Packages[3].Cost.Mean = nan }, "NaN"},
		{"endless cost", "cost", func(s *result.Set) { s.Packages[3].Cost.P90 = inf }, "finite"},
		{"falling costs", "cost", func(s *result.Set) { s.Packages[3].Cost.P10 = 1e9 }, "must rise"},
	} {
		for _, name := range []string{"difference", "tradeoff", "cost"} {
			s := twelve()
			c.spoil(s)
			f, err := Build(name, s, DefaultTheme())
			switch refused := strings.Contains(c.figures, name); {
			case refused && (err == nil || f != nil):
				t.Errorf("%s: %s draws it", c.name, name)
			case refused && (!strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "figure "+name)):
				t.Errorf("%s: %s says %q, want %q in it", c.name, name, err, c.want)
			case !refused && err != nil:
				t.Errorf("%s: %s refuses it: %v", c.name, name, err)
			}
		}
	}
	if _, err := DifferenceFrom(twelve(), "nobody", DefaultTheme()); err == nil || !strings.Contains(err.Error(), `"p11"`) {
		t.Errorf("an unknown rival: %v", err)
	}
	if _, err := DifferenceFrom(nil, "p1", DefaultTheme()); err == nil {
		t.Error("a nil result is drawn")
	}
}
