package scenario

import (
	"bytes"
	"strings"
	"testing"

	"steadfast/sim/model"
)

func TestReadCasesTakesEveryForm(t *testing.T) {
	s := load(t, base, Options{})
	cases, err := s.Cases(s.Medians())
	if err != nil {
		t.Fatal(err)
	}
	var list bytes.Buffer
	if err := WriteCases(&list, cases); err != nil {
		t.Fatal(err)
	}
	one, err := MarshalCase(cases[2])
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		text string
		want []model.Case
	}{
		"list":      {list.String(), cases},
		"one":       {string(one), cases[2:3]},
		"case":      {`{"case": ` + string(one) + `, "exact": []}`, cases[2:3]},
		"resolved":  {`{"resolved": ` + list.String() + `}`, cases},
		"byte mark": {"\ufeff" + string(one), cases[2:3]},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ReadCases(strings.NewReader(tc.text))
			if err != nil {
				t.Fatal(err)
			}
			sameCases(t, tc.want, got)
		})
	}
}

func TestSeveralPackagesInOneCase(t *testing.T) {
	s := load(t, base, Options{})
	cases, err := s.Cases(s.Medians())
	if err != nil {
		t.Fatal(err)
	}
	one, err := MarshalCase(cases[0])
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(one), `"packages":[`, `"packages":[{"id":"b","instruments":[{"id":"x","detection":0.5}]},`, 1)
	got, err := ReadCases(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Package.ID != "b" || got[0].Package.Instruments[0].Detection != .5 || got[1].Package.ID != "none" {
		t.Errorf("packages %+v", got)
	}
}

func TestDiscountRateIsWrittenWhereItMatters(t *testing.T) {
	for cost, want := range map[float64]bool{0: false, 2: true} {
		c := model.Case{CostDiscountRate: .03, Package: model.Package{ID: "a", Instruments: []model.Instrument{{ID: "x", CostPerYear: cost}}}}
		raw, err := MarshalCase(c)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(raw, []byte("cost_discount_rate")); got != want {
			t.Errorf("cost %g: rate written %t, want %t", cost, got, want)
		}
	}
}

func TestReadCasesRefuses(t *testing.T) {
	s := load(t, base, Options{})
	cases, err := s.Cases(s.Medians())
	if err != nil {
		t.Fatal(err)
	}
	raw, err := MarshalCase(cases[2])
	if err != nil {
		t.Fatal(err)
	}
	good := string(raw)
	for _, tc := range []struct{ old, new, want string }{
		{`"war_cost"`, `"war_kost"`, `unknown field "war_kost"`},
		{`"share"`, `"shares"`, `unknown field "shares"`},
		{`"noise":`, `"noise":"loud","noise":`, "challenger.noise is a string"},
		{`"horizon_years":15`, `"horizon_years":0`, "horizon_years is 0, want 0.08333 to 200"},
		{`"decision_rule":"majority"`, `"decision_rule":"all"`, `decision_rule is "all"`},
		{`"initial":0`, `"initial":2`, "backstop.initial is 2"},
		{`[0.5,0.5]`, `[0.5,0.6]`, "backstop.transition[1] has"},
		{good, "", "the file is empty"},
		{good, "[]", "the list is empty"},
		{good, "{", "line 1"},
		{good, "{\"a\": \n 5,}", "line 2"},
		{good, `{"horizon_years": 5}`, "has no packages"},
		{good, `[5]`, "entry 1"},
	} {
		text := strings.Replace(good, tc.old, tc.new, 1)
		if text == good {
			t.Errorf("%q is not in the case", tc.old)
			continue
		}
		_, err := ReadCases(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q for %q: %v, want %q", tc.new, tc.old, err, tc.want)
		}
	}
}
