package plots

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func labelsOf(ts []tick) string {
	var out []string
	for _, tk := range ts {
		out = append(out, strings.ReplaceAll(tk.label, nbsp, " "))
	}
	return strings.Join(out, ", ")
}

func TestPercentTicks(t *testing.T) {
	for _, c := range []struct {
		top  float64
		most int
		want string
	}{
		{0.73, 6, "0 %, 20 %, 40 %, 60 %, 80 %"},
		{0.4, 6, "0 %, 10 %, 20 %, 30 %, 40 %"},
		{1, 6, "0 %, 20 %, 40 %, 60 %, 80 %, 100 %"},
		{0.013, 6, "0.0 %, 0.5 %, 1.0 %, 1.5 %"},
		{0.99, 2, "0 %, 50 %, 100 %"},
		{0.001, 7, "0.00 %, 0.02 %, 0.04 %, 0.06 %, 0.08 %, 0.10 %"},
	} {
		if got := labelsOf(english().percentTicks(c.top, c.most)); got != c.want {
			t.Errorf("percentTicks(%g, %d) = %s, want %s", c.top, c.most, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		top, most := rapid.Float64Range(0.001, 1).Draw(t, "top"), rapid.IntRange(2, 12).Draw(t, "most")
		ts := english().percentTicks(top, most)
		if end := ts[len(ts)-1].value; ts[0].value != 0 || end < top-1e-9 || end > 1+1e-9 || len(ts)-1 > most {
			t.Fatalf("%v", ts)
		}
	})
}

func TestTimeTicks(t *testing.T) {
	apart := func(least float64) func(float64, string) bool {
		return func(years float64, _ string) bool { return years >= least }
	}
	for _, c := range []struct {
		horizon float64
		start   string
		least   float64
		want    string
	}{
		{15, "", 2, "0, 5 years, 10 years, 15 years"},
		{4, "", 1, "0, 1 year, 2 years, 3 years, 4 years"},
		{0.25, "", 0, "0, 1 month, 2 months, 3 months"},
		{15, "2027-01-01", 2, "2027, 2029, 2031, 2033, 2035, 2037, 2039, 2041"},
		{5, "2026-11-22", 0.9, "2027, 2028, 2029, 2030, 2031"},
		{0.5, "2026-11-22", 0.2, "Feb 2027, May 2027"},
		{3, "2027-01-01", 1, "2027, 2028, 2029, 2030"},
	} {
		if diff := cmp.Diff(c.want, labelsOf(english().timeTicks(c.horizon, c.start, apart(c.least)))); diff != "" {
			t.Errorf("%g years from %q: %s", c.horizon, c.start, diff)
		}
	}
	for _, tk := range english().timeTicks(15, "2027-01-01", apart(1)) {
		if off := math.Abs(tk.value - math.Round(tk.value)); off > 0.003 {
			t.Errorf("new year %s lies at %g years after one", tk.label, tk.value)
		}
	}
	if got := strings.ReplaceAll(english().endDate("2027-01-01", 15), nbsp, " "); got != "January 2042" {
		t.Error(got)
	}
	if got := english().endDate("", 15); got != "" {
		t.Error(got)
	}
}
