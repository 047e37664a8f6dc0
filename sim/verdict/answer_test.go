package verdict

import (
	"errors"
	"math"
	"strings"
	"testing"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

func TestAnswer(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"By year {horizon} it is {word(risk(a))} ({risk(a)}).", "By year 2 it is unlikely (20.0 %)."},
		{"{risk(n)}", "50 % (47–53 %)"}, {"({risk(n)})", "(50 %, 47–53 %)"}, {"(a) {risk(n)}", "(a) 50 % (47–53 %)"},
		{"{word(risk(n))}", "even"}, {"{word(risk(far))}", "likely"},
		{"{difference(low, n)}", "−1.0 points"}, {"{difference(n, far)}", "−30 points (−33 to −27)"}, {"{risk(n) - risk(a)}", "30 points (27–33)"},
		{"{risk_ratio(a, b)}", "1"}, {"{risk_ratio(n, far)}", "0.62 (0.58–0.67)"}, {"{1 - risk(a)}", "80.0 %"}, {"{(risk(a) + risk(b)) / 2}", "20.0 %"},
		{"{100 * share(risk(a) < risk(n))}", "100 (94–100)"}, {"{share(risk(a) < risk(n))}", "100 % (94–100 %)"},
		{"{rank(a)} and {rank(far)}", "1 and 5"}, {"in {hazard_peak(a)}", "in year 2"}, {"{loss(a)}", "2"},
		{"{best()}", "a or b"}, {"{top_driver(a)}", "x.top"}, {"{top_driver(a, 2)}", "x.second or x.third"},
		{"{median(risk(n))}", "50 % (45–55 %)"}, {"{quantile(loss(n), 0.99)}", "6.93 (at least 6.78)"},
		{"{risk(a) / 0.5 / (risk(a) - risk(b))}", "not defined"}, {"{peace(a) + risk(a)}", "100.0 %"}, {"{{x}}", "{x}"},
	} {
		a, err := claim.ParseAnswer(test.src)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Answer(a, mixed())
		if err != nil || got != test.want {
			t.Errorf("%s is written %q, want %q (%v)", test.src, got, test.want, err)
		}
	}
	ev := mixed()
	ev.Names = []string{"A guarantee", "Another", "N", "Low", "Far"}
	a, _ := claim.ParseAnswer("{best()}")
	if got, err := Answer(a, ev); err != nil || got != "A guarantee or Another" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWordsSpanTheError(t *testing.T) {
	ev := evidence(1, []string{"a"}, noise(1, 0.45, 0.4, 64))
	a, _ := claim.ParseAnswer("{word(risk(a))}")
	if got, err := Answer(a, ev); err != nil || got != "unlikely to even" {
		t.Errorf("%q, %v", got, err)
	}
	ev.Scale = nil
	var ce *claim.Error
	if _, err := Answer(a, ev); !errors.As(err, &ce) || ce.Offset != 1 || !strings.Contains(ce.Msg, "scale") {
		t.Errorf("without a scale: %v", err)
	}
}

// TestDigits checks that no digit is written that the error does not allow.
func TestDigits(t *testing.T) {
	mean := func(x, e float64) estimate.Mean {
		return estimate.Mean{Mean: x, StdErr: e, Lo: x - 2*e, Hi: x + 2*e}
	}
	for _, test := range []struct {
		m               estimate.Mean
		u               unit
		value, interval string
	}{
		{mean(0.27834, 0.002), probability, "27.8 %", "27.4–28.2 %"},
		{mean(0.27834, 0.02), probability, "28 %", "24–32 %"},
		{mean(0.27834, 0.00002), probability, "27.8 %", ""},
		{mean(0.27834, 0.2), probability, "30 %", "-10 to 70 %"},
		{mean(0.0002, 0.0001), probability, "<0.1 %", "0.0–<0.1 %"},
		{mean(-0.03219, 0.004), points, "−3.2 points", "−4.0 to −2.4"},
		{mean(0.4831, 0.006), plain, "0.483", "0.471–0.495"},
		{mean(1234, 30), plain, "1230", "1170–1290"},
		{mean(-2.5, 0), plain, "−2.5", ""},
		{estimate.Mean{Mean: 3, Lo: 2, Hi: 5}, year, "year 3", "2–5"},
		{estimate.Mean{Mean: 3, Lo: -math.MaxFloat64, Hi: 5}, plain, "3", "at most 5"},
	} {
		value, interval := write(test.m, test.u)
		if strings.ReplaceAll(interval, "−", "-") != strings.ReplaceAll(test.interval, "−", "-") || value != test.value {
			t.Errorf("%+v: %q, %q, want %q, %q", test.m, value, interval, test.value, test.interval)
		}
	}
}
