package plots

import (
	"strings"
	"testing"
)

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		p, stdErr float64
		want      string
	}{
		{0.3417, 0.0018, "34 %"},
		{0.3417, 0.0004, "34.2 %"},
		{0.3417, 0, "34.2 %"},
		{0.3417, 0.03, "34 %"},
		{0.3417, 0.08, "≈30 %"},
		{0.0417, 0.0018, "4.2 %"},
		{0.0417, 0.018, "4 %"},
		{0.9583, 0.0018, "95.8 %"},
		{0.02, 0.08, "<10 %"},
		{0.99, 0.08, ">90 %"},
		{0.004, 0.01, "<1 %"},
		{0.004, 0.001, "0.4 %"},
		{0.0004, 0.0001, "<0.1 %"},
		{0.996, 0.02, ">99 %"},
		{0.9999, 0, ">99.9 %"},
		{0, 0, "0 %"},
		{0, 0.001, "0 %"},
		{1, 0.001, "100 %"},
	} {
		if got := strings.ReplaceAll(english().percent(c.p, c.stdErr), nbsp, " "); got != c.want {
			t.Errorf("percent(%g, %g) = %q, want %q", c.p, c.stdErr, got, c.want)
		}
	}
}

func TestPercentWithError(t *testing.T) {
	for _, c := range []struct {
		p, stdErr float64
		want      string
	}{
		{0.3417, 0.0018, "34 %"},
		{0.3417, 0.0004, "34.2 %"},
		{0.3417, 0.006, "34 %"},
		{0.0417, 0.0018, "4.2 % ± 0.2"},
		{0.3417, 0.016, "34 % ± 2"},
		{0.3417, 0.03, "34 % ± 3"},
		{0.3417, 0.08, "≈30 %"},
	} {
		if got := strings.ReplaceAll(english().percentWithError(c.p, c.stdErr), nbsp, " "); got != c.want {
			t.Errorf("percentWithError(%g, %g) = %q, want %q", c.p, c.stdErr, got, c.want)
		}
	}
}

func TestCountsAndDurations(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 204800: "204,800", 1234567: "1,234,567"} {
		if got := english().count(n); got != want {
			t.Errorf("count(%d) = %q, want %q", n, got, want)
		}
	}
	for years, want := range map[float64]string{15: "15 years", 1: "1 year", 0.25: "3 months", 1.0 / 12: "1 month", 1.5: "18 months", 2.5: "2.5 years"} {
		if got := strings.ReplaceAll(english().duration(years), nbsp, " "); got != want {
			t.Errorf("duration(%g) = %q, want %q", years, got, want)
		}
	}
	if got := english().counted(english().Cases, 1) + " " + english().counted(english().Cases, 2048); got != "1"+nbsp+"case 2,048"+nbsp+"cases" {
		t.Error(got)
	}
}
