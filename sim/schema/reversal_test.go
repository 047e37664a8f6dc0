package schema

import (
	"testing"
)

func TestReversal(t *testing.T) {
	type n = map[string]float64
	promise := n{"severity": .1, "credibility": .5}
	troops := n{"troops": 5000}
	with := func(base, more n) n {
		all := n{}
		for _, part := range []n{base, more} {
			for k, v := range part {
				all[k] = v
			}
		}
		return all
	}
	for _, tc := range []struct {
		name          string
		kind          string
		numbers       n
		reversibility float64
		years         float64
	}{
		{"a response is for good", "sanctions", promise, 0, 0},
		{"and then its end has no date", "sanctions", with(promise, n{"reversal_years": 3}), 0, 0},
		{"it ends after a year", "sanctions", with(promise, n{"reversibility": .8}), .8, 1},
		{"or as stated, in any unit", "sanctions", with(promise, n{"reversibility": .8, "reversal_months": 6}), .8, .5},
		{"a fight ends with the breach", "tripwire", with(troops, n{"reversibility": .25}), .25, 0},
	} {
		in, ok, err := Channels(Drawn{Kind: tc.kind, Numbers: tc.numbers, Lists: map[string][]string{"contributors": {}}})
		if tc.kind != "tripwire" {
			in, ok, err = Channels(Drawn{Kind: tc.kind, Numbers: tc.numbers})
		}
		if err != nil || !ok || in.Reversibility != tc.reversibility || in.ReversalYears != tc.years {
			t.Errorf("%s: reversibility %v after %v years, want %v after %v (%v)", tc.name, in.Reversibility, in.ReversalYears, tc.reversibility, tc.years, err)
		}
	}
	for want, d := range map[string]Drawn{
		"instrument x (accession): reversibility: membership once given does not end with the breach: leave it out":            {ID: "x", Kind: "accession", Numbers: n{"reversibility": 1}},
		"instrument x (treaty): reversal_years is not a field of this kind: see `steadfast explain treaty`":                    {ID: "x", Kind: "treaty", Numbers: n{"share": 1, "reversal_years": 1}},
		"instrument x (monitoring): reversibility is not a field of this kind: see `steadfast explain monitoring`":             {ID: "x", Kind: "monitoring", Numbers: n{"detection": .5, "reversibility": 1}},
		"instrument x (sanctions): reversal is given in two units: keep one of reversal_years, reversal_months, reversal_days": {ID: "x", Kind: "sanctions", Numbers: with(promise, n{"reversibility": 1, "reversal_years": 1, "reversal_days": 1})},
	} {
		if _, ok, err := Channels(d); ok || err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// Every kind that promises something says so of its response, or why it cannot.
func TestEveryPromiseHasAReversal(t *testing.T) {
	for _, k := range Kinds() {
		_, takes := LookupInstrument(k.Name, "reversibility")
		_, punishes := LookupInstrument(k.Name, "severity")
		_, forces := LookupInstrument(k.Name, "share")
		_, troops := LookupInstrument(k.Name, "troops")
		promises := punishes || forces || troops || k.Name == "frozen_assets" || k.Name == "air_naval"
		if takes != promises {
			t.Errorf("%s promises something: %t; it takes a reversibility: %t", k.Name, promises, takes)
		}
	}
	if Refusal("accession", "reversibility") == "" {
		t.Error("accession does not say why it takes no reversibility")
	}
}
