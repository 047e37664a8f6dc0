package result

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
)

// wholeSweep has a value in every field: a number and a text vary, at 2 of
// their 4 combinations.
func wholeSweep() *Sweep {
	m := func(x float64) estimate.Mean {
		return estimate.Mean{Mean: x, StdErr: x / 10, Lo: x - 1, Hi: x + 1}
	}
	share := 0.25
	full := SweepValue{
		Risk:    estimate.Summary{Mean: 0.3, StdErr: 0.01, P5: 0.1, P10: 0.12, P25: 0.2, P50: 0.29, P75: 0.4, P90: 0.5, P95: 0.6},
		Limited: m(0.1), Clash: m(0.2), Defeat: m(0.3), Stopped: m(0.04), Lasting: m(0.06), RestrictedMean: m(7), Adjusted: m(1.0 / 3), Peace: m(0.5), Cost: m(12.5),
		Loss: &estimate.Mean{Mean: 3, StdErr: 0.5}, Better: &share, Worse: &share,
	}
	bare := full
	bare.Loss, bare.Better, bare.Worse = nil, nil, nil
	median := 0.7
	set := wholeSet()
	return &Sweep{
		Schema: Schema, Version: set.Version, Scenario: set.Scenario, Run: set.Run, ID: "vary", Title: "Title",
		Packages: []Named{{"none", "No guarantee"}, {`snap,"x"`, "Snap"}}, Layout: "latin",
		Axes: []Axis{
			{Path: "coalition.resolve", Unit: "share", Values: []float64{0.1, 1.0 / 3}, Log: true, Own: []string{"none"}, Median: &median},
			{Path: "instruments", Labels: []string{"a, b", "c"}},
		},
		Points: []SweepPoint{
			{At: []int{0, 1}, Packages: []SweepValue{full, bare}, Preferred: []Preference{{Measure: "risk", Package: "none", Tied: []string{"x"}}}},
			{At: []int{1, 0}, Packages: []SweepValue{bare, full}},
		},
		Base: []SweepValue{full, bare}, Asked: 12, Done: 10,
	}
}

func TestSweepRoundTrip(t *testing.T) {
	want := wholeSweep()
	var first, second bytes.Buffer
	if err := want.Write(&first); err != nil {
		t.Fatal(err)
	}
	got, err := ReadSweep(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("read back:\n%s", d)
	}
	if err := got.Write(&second); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("writing again gives other bytes (%v)", err)
	}
}

// sweepText is the sweep after a change, written.
func sweepText(t *testing.T, change func(*Sweep)) string {
	t.Helper()
	s := wholeSweep()
	change(s)
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestReadSweepRefuses what is no sweep, or does not fit together: a figure
// would fail on it.
func TestReadSweepRefuses(t *testing.T) {
	for _, tt := range []struct {
		text string
		want error
		says string
	}{
		{sweepText(t, func(s *Sweep) { s.Schema = 2 }), ErrNewer, "update steadfast"},
		{sweepText(t, func(*Sweep) {})[:900], ErrNotResult, "cut off"},
		{setText(t), ErrNotResult, "unknown field"},
		{sweepText(t, func(s *Sweep) { s.Packages = nil }), ErrNotResult, "no packages"},
		{sweepText(t, func(s *Sweep) { s.Axes = nil }), ErrNotResult, "no axes"},
		{sweepText(t, func(s *Sweep) { s.Points = nil }), ErrNotResult, "no points"},
		{sweepText(t, func(s *Sweep) { s.Base = s.Base[:1] }), ErrNotResult, "base has 1"},
		{sweepText(t, func(s *Sweep) { s.Axes[1].Labels = nil }), ErrNotResult, "instruments has no values"},
		{sweepText(t, func(s *Sweep) { s.Axes[1].Values = []float64{1} }), ErrNotResult, "at once"},
		{sweepText(t, func(s *Sweep) { s.Points[1].At = []int{0} }), ErrNotResult, "point 1 has 1 places for 2 axes"},
		{sweepText(t, func(s *Sweep) { s.Points[0].Packages = s.Base[:1] }), ErrNotResult, "point 0"},
		{sweepText(t, func(s *Sweep) { s.Points[0].At[1] = 2 }), ErrNotResult, "at place 2 of instruments, which has 2"},
		{sweepText(t, func(s *Sweep) { s.Points[0].At[1] = -1 }), ErrNotResult, "at place -1"},
	} {
		s, err := ReadSweep(strings.NewReader(tt.text))
		if s != nil || !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("want %v that says %q: error %v", tt.want, tt.says, err)
		}
	}
	if _, err := Read(strings.NewReader(sweepText(t, func(*Sweep) {}))); !errors.Is(err, ErrNotResult) {
		t.Errorf("a sweep read as a set: error %v", err)
	}
	nan := wholeSweep()
	nan.Base[0].Risk.Mean = math.NaN()
	if err := nan.Write(&bytes.Buffer{}); err == nil {
		t.Error("what is no number is written")
	}
}

func TestSweepCSV(t *testing.T) {
	var b bytes.Buffer
	if err := wholeSweep().WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	full := "0.3,0.01,0.1,0.29,0.6,0.1,0.01,0.2,0.02,0.3,0.03,0.04,0.004,0.06,0.006,7,0.7,0.333333333,0.0333333333,0.5,0.05,12.5,1.25,3,0.5,0.25,0.25"
	bare := strings.TrimSuffix(full, "3,0.5,0.25,0.25") + ",,,"
	want := []string{
		"point|coalition.resolve|instruments|package|" +
			"risk,risk_std_err,risk_p5,risk_p50,risk_p95,limited,limited_std_err,clash,clash_std_err,defeat,defeat_std_err,stopped,stopped_std_err,lasting,lasting_std_err," +
			"restricted_mean_years,restricted_mean_years_std_err,adjusted_risk,adjusted_risk_std_err,peace,peace_std_err," +
			"cost_bn,cost_bn_std_err,loss,loss_std_err,better,worse",
		"base|||none|" + full,
		`base|||snap,"x"|` + bare,
		"0|0.1|c|none|" + full,
		`0|0.1|c|snap,"x"|` + bare,
		"1|0.333333333|a, b|none|" + bare,
		`1|0.333333333|a, b|snap,"x"|` + full,
	}
	var got []string
	for _, fields := range lines {
		got = append(got, strings.Join(append(fields[:4:4], strings.Join(fields[4:], ",")), "|"))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
