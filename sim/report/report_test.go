package report

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/estimate"
)

// TestNumbers: what a number with its error is written as.
func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{estimate.WritePercent(0.37249, 0.0031), "37.2"},
		{estimate.WritePercent(0.37249, 0.031), "37"},
		{estimate.WritePercent(0.37249, 0.31), "40"},
		{estimate.WritePercent(0.37249, 0.00001), "37.2"},
		{estimate.WritePercent(0.37249, 0), "37.2"},
		{estimate.WritePercent(0, 0), "0.0"},
		{estimate.WritePercent(0.0001, 0), "<0.1"},
		{estimate.WritePercent(0.0001, 0.01), "0"},
		{estimate.WritePercent(0.9999, 0.0001), ">99.9"},
		{estimate.WritePercent(1, 0), "100.0"},
		{withError(estimate.Summary{Mean: 0.37249, StdErr: 0.0031}), "37.2 ± 0.3"},
		{withError(estimate.Summary{Mean: 0.37249, StdErr: 0.0001}), "37.2 ± 0.1"},
		{withError(estimate.Summary{Mean: 0.37249, StdErr: 0.034}), "37 ± 3"},
		{withError(estimate.Summary{Mean: 0.37249, StdErr: 0.13}), "40 ± 10"},
		{withError(estimate.Summary{Mean: 0.37249}), "37.2"},
		{withError(estimate.Summary{Mean: 0.0001, StdErr: 0.0001}), "<0.1"},
		{points(estimate.Mean{Mean: -0.0123, StdErr: 0.002, Lo: -0.0162, Hi: -0.0003}), "−1.2 [−1.6, 0.0]"},
		{points(estimate.Mean{Mean: 0.0123, StdErr: 0.02, Lo: -0.028, Hi: 0.0524}), "+1 [−3, +5]"},
		{points(estimate.Mean{}), "0"},
		{points(estimate.Mean{Mean: 0.05, Lo: 0.05, Hi: 0.05}), "+5.0"},
		{points(estimate.Mean{Mean: -0.0001, Lo: -0.0001, Hi: -0.0001}), "0.0"},
		{amount(estimate.Summary{Mean: 1234.56, StdErr: 20}), "1230"},
		{amount(estimate.Summary{Mean: 1234.56, StdErr: 0.02}), "1234.6"},
		{amount(estimate.Summary{Mean: 0.004, StdErr: 0.0001}), "<0.1"},
		{amount(estimate.Summary{Mean: -3.21, StdErr: 0.2}), "−3.2"},
		{amount(estimate.Summary{}), "0.0"},
		{ofHundred(0), "0"}, {ofHundred(0.001), "<1"}, {ofHundred(0.124), "12"}, {ofHundred(0.999), ">99"}, {ofHundred(1), "100"},
		{rangeOver(estimate.Summary{P10: 0.123, P90: 0.456}), "12–46"},
		{counted(1, "case"), "1 case"}, {counted(2048, "case"), "2,048 cases"}, {grouped(1234567), "1,234,567"}, {grouped(999), "999"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// TestDigitsAreJustified: no number shows a place below its error's first
// digit, none is further from the value than half its last place, and none is
// a negative zero.
func TestDigitsAreJustified(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-2000, 2000).Draw(t, "x")
		stdErr := math.Pow(10, rapid.Float64Range(-4, 3).Draw(t, "log error"))
		text := estimate.Write(x, stdErr, 1)
		checkPlace(t, text, x, stdErr)
		checkPlace(t, strings.TrimPrefix(signed(x, stdErr), "+"), x, stdErr)
	})
}

func checkPlace(t *rapid.T, text string, x, stdErr float64) {
	if regexp.MustCompile(`^[-−+][0.]*$`).MatchString(text) {
		t.Fatalf("%v ± %v is written %q", x, stdErr, text)
	}
	value, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
	if err != nil {
		t.Fatal(err)
	}
	place := math.Pow(10, math.Floor(math.Log10(stdErr)))
	if place < 1 {
		place = math.Max(place, 0.1)
	}
	if _, decimals, _ := strings.Cut(text, "."); math.Pow(10, -float64(len(decimals))) < place-1e-9 && math.Abs(math.Remainder(value, place)) > 1e-9 {
		t.Fatalf("%v ± %v is written %q, to less than %v", x, stdErr, text, place)
	}
	if math.Abs(value-x) > place/2+1e-9 {
		t.Fatalf("%v ± %v is written %q, too far off", x, stdErr, text)
	}
}

// TestVersusFromBothSides: a pair seen from the other side has all signs and
// sides changed.
func TestVersusFromBothSides(t *testing.T) {
	s := three()
	a, ok := versus(s, "none", "trip")
	b, also := versus(s, "trip", "none")
	if !ok || !also || a.Difference.Mean != -b.Difference.Mean || a.Difference.Lo != -b.Difference.Hi || a.CasesABetter != b.CasesBBetter ||
		a.FuturesABetter != b.FuturesBBetter || a.FuturesBBetter != b.FuturesABetter || a.CasesBBetter != b.CasesABetter {
		t.Errorf("%+v\n%+v", a, b)
	}
	if _, ok := versus(s, "none", "none"); ok {
		t.Error("a package has a pair with itself")
	}
}

// TestSize and agreement of a run, in the singular, too.
func TestSize(t *testing.T) {
	s := three()
	if got, want := Size(s), "2,048 cases (sobol, 16 scrambles of 128; 61 uncertain parameters) × 100 futures, seed 1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s.Run.Futures, s.Run.Dimensions, s.Run.Replicates, s.Run.Design = 0, 1, 1, "latin"
	if got, want := Size(s), "2,048 cases (latin; 1 uncertain parameter), seed 1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAgreement(t *testing.T) {
	s := three()
	rms := math.Sqrt((0.25 + 0.01 + 0.09) / 3)
	want := fmt.Sprintf("Simulated against exact risk by year 15: %.1f standard errors apart (root mean square over 3 packages), at most 0.5 (No guarantee); both use one set of terms and one policy.", rms)
	if got := Agreement(s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s.Run.Futures = 0
	if got := Agreement(s); got != "" {
		t.Errorf("without futures: %s", got)
	}
}
