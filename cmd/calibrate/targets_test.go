package main

import (
	"math"
	"strings"
	"testing"
)

func TestTargets(t *testing.T) {
	goals, err := readTargets()
	if err != nil {
		t.Fatal(err)
	}
	if len(goals) != 14 {
		t.Fatalf("%d targets, want 12 shares and 2 shapes", len(goals))
	}
	last := map[string]float64{}
	for _, g := range goals[:12] {
		if g.Value <= last[g.Curve] {
			t.Errorf("%s at year %d is %g, not above %g before it: cumulative shares rise", g.Curve, g.Year, g.Value, last[g.Curve])
		}
		last[g.Curve] = g.Value
	}
	// The record states the standard errors at year 20 as .07 and .06.
	for _, g := range goals {
		if want := map[string]float64{"war": .07, "fatal": .06}[g.Curve]; g.Year == 20 && math.Abs(g.StdErr-want) > .006 {
			t.Errorf("%s at year 20: standard error %.3f, the record says %.2f", g.Curve, g.StdErr, want)
		}
	}
}

func TestTargetsRefuse(t *testing.T) {
	for name, text := range map[string]string{
		"no rows":         "year,war,fatal\n",
		"another header":  "year,fatal,war\n1,0.1,0.2\n",
		"years that fall": "year,war,fatal\n5,0.1,0.2\n2,0.2,0.3\n",
		"a share above 1": "year,war,fatal\n1,0.1,1.2\n",
		"a share of 0":    "year,war,fatal\n1,0,0.2\n",
		"a missing cell":  "year,war,fatal\n1,0.1\n",
		"text for a year": "year,war,fatal\none,0.1,0.2\n",
	} {
		if _, err := parseTargets(text); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.HasPrefix(err.Error(), "targets: ") {
			t.Errorf("%s: %q does not say where", name, err)
		}
	}
}
