package plots

import (
	"strings"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A group has entries in the methods that move it as a whole, its parameters in
// those that look at given cases: what a method has no entry for is neither
// drawn nor counted.
func TestDriversLeaveOutWhatAMethodDoesNotApplyTo(t *testing.T) {
	s := sensitivity(20, realFactor)
	const whole, part = 3, 5
	s.Factors[whole].Name, s.Factors[whole].Paths = "the group", []string{"a.b", s.Factors[part].Name}
	s.Factors[part].In = "the group"
	for o := range s.Outputs {
		s.Tornado[o][part], s.Morris[o][part], s.Sobol[o][part] = result.Swing{}, result.Elementary{}, result.Indices{}
		s.PRCC[o][whole], s.Given[o][whole], s.PAWN[o][whole] = estimate.Mean{}, result.GivenIndex{}, result.PAWN{}
	}
	for _, m := range driverMethods {
		gone, stays := whole, part
		if m == result.MethodTornado || m == result.MethodMorris || m == result.MethodSobol {
			gone, stays = part, whole
		}
		// Of 20 factors, the groups have no entry by the methods of given cases.
		factors := "19 factors"
		if gone == whole {
			factors = "18 factors"
		}
		f := drawDrivers(t, s, 4, m)
		if !strings.Contains(strings.ReplaceAll(f.Alt(), nbsp, " "), factors) {
			t.Errorf("%s: %q does not count %s", m, f.Alt(), factors)
		}
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		d := newDrivers(applicable(s, 4, m), 4, m, DefaultTheme())
		for _, i := range d.order {
			if d.s.Factors[i].Name == s.Factors[gone].Name {
				t.Errorf("%s: %s is among the factors", m, s.Factors[gone].Name)
			}
		}
		var all []string
		for _, w := range p.words {
			all = append(all, strings.ReplaceAll(w.text, nbsp, " "))
		}
		rest := strings.TrimSuffix(factors, " factors")
		if want := map[string]string{"19": "7 more", "18": "6 more"}[rest]; !strings.Contains(strings.Join(all, " "), want) {
			t.Errorf("%s: the picture does not say %q: %q", m, want, all)
		}
		// The method says of the other what it said before.
		for _, r := range f.Data.Rows {
			if r[2] == s.Factors[gone].Name {
				t.Errorf("%s: the twin has %q", m, r)
			}
			if r[2] == s.Factors[stays].Name && r[5] == "0" {
				t.Errorf("%s: the twin gives %s the number of another: %q", m, r[2], r)
			}
		}
	}
	if s.Factors[part].In == "" || len(s.Factors) != 20 || s.Sobol[3] == nil {
		t.Error("the analysis was changed by drawing it")
	}
}

// A method that says nothing of an output gives way to another.
func TestDriversOfAnOutputWithoutARow(t *testing.T) {
	s := sensitivity(12, realFactor)
	rank := outputOf(s, "ranking")
	s.Tornado[rank], s.Morris[rank], s.PRCC[rank], s.PAWN[rank], s.Sobol[rank] = nil, nil, nil, nil, nil
	if m, err := chooseMethod(s, rank, ""); err != nil || m != result.MethodGiven {
		t.Errorf("method %q (%v), want given", m, err)
	}
	drawDrivers(t, s, rank, "")
	for _, m := range []string{result.MethodTornado, result.MethodMorris, result.MethodPRCC, result.MethodPAWN} {
		if _, err := Drivers(s, rank, m, DefaultTheme()); err == nil || !strings.Contains(err.Error(), "the analysis has given") {
			t.Errorf("%s: %v", m, err)
		}
	}
}

// Every measure of an analysis has words of its own.
func TestMeasuresHaveWords(t *testing.T) {
	s := sensitivity(5, realFactor)
	short, long := map[string]string{}, map[string]string{}
	for _, m := range result.Measures() {
		s.Measure = m.Name
		w := measureOf(english(), s)
		if strings.Contains(w.long, "Measure "+m.Name) || strings.Contains(w.short, "_") {
			t.Errorf("%s goes by its name: %q, %q", m.Name, w.short, w.long)
		}
		if w.share != (m.Unit == "probability") {
			t.Errorf("%s has the unit %q, and is written as per cent: %v", m.Name, m.Unit, w.share)
		}
		if other, ok := short[w.short]; ok {
			t.Errorf("%s and %s are both called %q", m.Name, other, w.short)
		}
		if other, ok := long[w.long]; ok {
			t.Errorf("%s and %s are both said to be %q", m.Name, other, w.long)
		}
		short[w.short], long[w.long] = m.Name, m.Name
		if f := drawDrivers(t, s, 4, "tornado"); !strings.Contains(f.Title, w.short) || !strings.HasPrefix(f.Subtitle, w.long) {
			t.Errorf("%s: title %q, subtitle %q", m.Name, f.Title, f.Subtitle)
		}
	}
	s.Measure = "new_thing"
	if w := measureOf(english(), s); w.short != "new_thing" {
		t.Errorf("a measure without words is called %q", w.short)
	}
}
