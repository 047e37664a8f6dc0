package result

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
)

// wholeSensitivity has a value in every field: two outputs; a group,
// and a parameter of it.
func wholeSensitivity() *Sensitivity {
	m := func(x float64) estimate.Mean {
		return estimate.Mean{Mean: x, StdErr: x / 10, Lo: x - 1, Hi: x + 1}
	}
	low, high := 0.1, 0.9
	set := wholeSet()
	return &Sensitivity{
		Schema: Schema, Version: set.Version, Scenario: set.Scenario, Run: set.Run, Measure: "risk",
		Packages: []Named{{"none", "No guarantee"}, {"a,b", "Both"}},
		Factors: []Factor{
			{Name: "all of it", Paths: []string{"x.y", "x.z"}, Correlated: true},
			{Name: "x.y", Paths: []string{"x.y"}, Low: &low, High: &high, Unit: "share", Discrete: true, In: "all of it"},
		},
		Outputs: []Driven{{Kind: "package", Package: "none", Mean: 0.3, Variance: 0.1}, {Kind: "difference", Package: "a,b", Against: "none", Mean: 0.1, Variance: 0.2}},
		Methods: []Method{{Name: "sobol", Points: 512, Asked: 1024, Done: 1000, Notes: []string{"correlated"}}},
		Tornado: [][]Swing{{{m(1), m(3), m(2)}, {}}, {{m(4), m(6), m(2)}, {}}},
		Morris:  [][]Elementary{{{m(1), m(2), 0.5}, {}}, {{m(3), m(4), 0.25}, {}}},
		Sobol:   [][]Indices{{{m(0.5), m(0.6), [2]float64{0.4, 0.45}, [2]float64{0.5, 0.55}}, {}}, {{First: m(0.1)}, {}}},
		PRCC:    [][]estimate.Mean{{{}, m(-0.5)}, {{}, m(0.5)}},
		Given:   [][]GivenIndex{{{}, {m(0.5), 0.01, true}}, {{}, {m(0.25), 0.9, false}}},
		PAWN:    [][]PAWN{{{}, {0.1, 0.2, 0.03, true}}, {{}, {0.3, 0.4, 0.5, false}}},
	}
}

// sensitivityText is the analysis after a change, written.
func sensitivityText(t *testing.T, change func(*Sensitivity)) string {
	t.Helper()
	s := wholeSensitivity()
	change(s)
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSensitivityRoundTrip(t *testing.T) {
	for name, change := range map[string]func(*Sensitivity){
		"whole":      func(*Sensitivity) {},
		"one method": func(s *Sensitivity) { s.Tornado, s.Morris, s.PRCC, s.Given, s.PAWN = nil, nil, nil, nil, nil },
		"one silent": func(s *Sensitivity) { s.Morris[1], s.PAWN[0] = nil, nil },
	} {
		want := wholeSensitivity()
		change(want)
		text := sensitivityText(t, change)
		got, err := ReadSensitivity(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s read back:\n%s", name, d)
		}
		var again strings.Builder
		if err := got.Write(&again); err != nil || again.String() != text {
			t.Errorf("%s: writing again gives other bytes (%v)", name, err)
		}
	}
}

func TestReadSensitivityRefuses(t *testing.T) {
	for _, tt := range []struct {
		text string
		want error
		says string
	}{
		{sensitivityText(t, func(s *Sensitivity) { s.Schema = 3 }), ErrNewer, "schema is 3"},
		{setText(t), ErrNotResult, "unknown field"},
		{sensitivityText(t, func(s *Sensitivity) { s.Packages = nil }), ErrNotResult, "no packages"},
		{sensitivityText(t, func(s *Sensitivity) { s.Outputs = nil }), ErrNotResult, "no outputs"},
		{sensitivityText(t, func(s *Sensitivity) { s.Tornado = s.Tornado[:1] }), ErrNotResult, "tornado is not by 2 outputs"},
		{sensitivityText(t, func(s *Sensitivity) { s.Morris[1] = s.Morris[1][:1] }), ErrNotResult, "morris"},
		{sensitivityText(t, func(s *Sensitivity) { s.Sobol[0] = append(s.Sobol[0], s.Sobol[0]...) }), ErrNotResult, "sobol"},
		{sensitivityText(t, func(s *Sensitivity) { s.PRCC = append(s.PRCC, s.PRCC...) }), ErrNotResult, "prcc"},
		{sensitivityText(t, func(s *Sensitivity) { s.Given[0] = s.Given[0][:0] }), ErrNotResult, "given"},
		{sensitivityText(t, func(s *Sensitivity) { s.PAWN[0] = s.PAWN[0][:1] }), ErrNotResult, "pawn"},
	} {
		s, err := ReadSensitivity(strings.NewReader(tt.text))
		if s != nil || !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("want %v that says %q: error %v", tt.want, tt.says, err)
		}
	}
}

func TestSensitivityCSV(t *testing.T) {
	var b bytes.Buffer
	if err := wholeSensitivity().WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, fields := range lines {
		if fields[0] == "morris" && fields[1] == "difference" || fields[0] != "morris" && fields[1] == "package" || fields[0] == "method" {
			got = append(got, strings.Join(fields, "|"))
		}
	}
	want := []string{
		"method|output|package|against|factor|number|value|std_err|lo|hi",
		"tornado|package|none||all of it|low|1|0.1|0|2",
		"tornado|package|none||all of it|high|3|0.3|2|4",
		"tornado|package|none||all of it|difference|2|0.2|1|3",
		"morris|difference|a,b|none|all of it|mu|3|0.3|2|4",
		"morris|difference|a,b|none|all of it|mu_star|4|0.4|3|5",
		"morris|difference|a,b|none|all of it|sigma|0.25|||",
		"sobol|package|none||all of it|first|0.5|0.05|-0.5|1.5",
		"sobol|package|none||all of it|total|0.6|0.06|-0.4|1.6",
		"sobol|package|none||all of it|first_at_quarter|0.4|||",
		"sobol|package|none||all of it|first_at_half|0.45|||",
		"sobol|package|none||all of it|total_at_quarter|0.5|||",
		"sobol|package|none||all of it|total_at_half|0.55|||",
		"prcc|package|none||x.y|prcc|-0.5|-0.05|-1.5|0.5",
		"given|package|none||x.y|first|0.5|0.05|-0.5|1.5",
		"given|package|none||x.y|p_value|0.01|||",
		"given|package|none||x.y|driver|1|||",
		"pawn|package|none||x.y|median|0.1|||",
		"pawn|package|none||x.y|max|0.2|||",
		"pawn|package|none||x.y|p_value|0.03|||",
		"pawn|package|none||x.y|driver|1|||",
	}
	if d := cmp.Diff(want, got); d != "" || len(lines) != 2*(len(want)-1)+1 {
		t.Errorf("%d lines\n%s", len(lines), d)
	}
}

// TestTablesOnAFullDisk are errors.
func TestTablesOnAFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	if err := wholeSensitivity().WriteCSV(full); err == nil {
		t.Error("a full disk goes unnoticed by the sensitivity's table")
	}
	if err := wholeSweep().WriteCSV(full); err == nil {
		t.Error("a full disk goes unnoticed by the sweep's table")
	}
}
