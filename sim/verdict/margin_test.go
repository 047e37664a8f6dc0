package verdict

import (
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

func TestMargins(t *testing.T) {
	for _, test := range []struct {
		src  string
		want float64
	}{
		{"risk(a) < 0.3", 0.1}, {"risk(a) > 0.3", -0.1}, {"0.3 >= risk(a)", 0.1}, {"0.25 <= risk(a)", -0.05}, {"risk(a) < risk(b)", 0},
		{"risk(a) < 0.3 and risk(a) < 0.25", 0.05}, {"risk(a) < 0.3 or risk(a) < 0.25", 0.1}, {"not risk(a) < 0.3", -0.1},
		{"0.1 < risk(a) < 0.25", 0.05}, {"risk(a) in [0.15, 0.6]", 0.05}, {"risk(a) = 0.25", -0.05}, {"risk(a) != 0.25", 0.05},
		{"rank(a) = 1", 0.5}, {"rank(n) = 1", -2.5}, {"rank(a) != 1", -0.5},
		{"best() = low", -0.29}, {"best() != low", 0.29}, {"best() = a", 0},
		{"top_driver(a) = x.top", 0.2}, {"top_driver(a, 2) = x.second", 0.01}, {"top_driver(a, 2) = x.third", -0.01}, {"top_driver(a) = x.absent", -0.5},
		{"top_driver(a) = top_driver(n, 2)", -0.01},
		{"monotone(a, x.straight, rising)", 0.01}, {"monotone(a, x.straight, falling)", -0.01}, {"monotone(a, x.bent, rising)", -0.01},
	} {
		m, err := Margins(parse(t, test.src), mixed())
		if err != nil || len(m) != 33 {
			t.Fatalf("%s: %v, %v", test.src, m, err)
		}
		near(t, test.src, m[0], test.want)
	}
}

// TestMarginsAreThoseOfTheJackknife compares them with the error of a mean.
func TestMarginsAreThoseOfTheJackknife(t *testing.T) {
	ev := mixed()
	ev.Replicates = 16
	m, err := Margins(parse(t, "risk(n) < 0.6"), ev)
	if err != nil {
		t.Fatal(err)
	}
	got := estimate.Over(16).Jackknife(64, func(g int) float64 { return m[1+g] })
	want := estimate.Over(16).Mean(ev.Cases.Risks(2))
	near(t, "standard error", got.StdErr, want.StdErr)
	near(t, "margin", got.Mean, 0.6-want.Mean)
}

func TestTurns(t *testing.T) {
	ev := mixed()
	n := ev.Cases.Risks(2)
	ev.Cases.Columns = []result.Column{{Path: "x.idle"}, {Path: "x.constant"}, {Path: "x.drives"}, {Path: "x.text", Choices: []string{"low", "high"}}, {Path: "x.jitter"}}
	jitter := noise(7, 0, 1, 64)
	for c := range ev.Cases.Rows {
		text := 0.0
		if n[c] > 0.6 {
			text = 1
		}
		ev.Cases.Rows[c].Values = []float64{float64(c % 4), 3, 100 * n[c], text, jitter[c]}
	}
	turn := func(src string) (Turn, bool) {
		t.Helper()
		found, ok, err := Turns(parse(t, src), ev)
		if err != nil {
			t.Fatal(err)
		}
		return found, ok
	}
	// The mean of n is 0.5; in the last octile of what drives it, 0.675.
	got, ok := turn("risk(n) < 0.6")
	if !ok || got.Path != "x.drives" || !got.Past || !got.Clear || got.Cases != 8 || got.Hi < 69 || got.Lo < 65 {
		t.Errorf("turns by %+v", got)
	}
	within(t, "margin", got.Margin, -0.075, 0.001)
	near(t, "margin of all", got.All, 0.1)
	// A claim that fails is turned by the other end.
	if got, _ := turn("risk(n) < 0.4"); got.Path != "x.drives" || got.Hi > 35 || !got.Past || got.Margin < 0 {
		t.Errorf("turns by %+v", got)
	}
	// One that nothing turns: the nearest.
	if got, _ := turn("risk(n) < 0.9"); got.Path != "x.drives" || got.Past || got.Margin > 0.3 {
		t.Errorf("comes nearest by %+v", got)
	}
	for c := range ev.Cases.Rows {
		ev.Cases.Rows[c].Values[2] = 0
	}
	if got, _ := turn("risk(n) < 0.6"); got.Path != "x.text" || got.Word != "high" || !got.Clear {
		t.Errorf("turns by %+v", got)
	}
	for c := range ev.Cases.Rows {
		ev.Cases.Rows[c].Values[3] = 0
	}
	if got, _ := turn("risk(n) < 0.6"); got.Clear {
		t.Errorf("chance is said to turn it: %+v", got)
	}
	if got, ok := turn("median(risk(n)) < 0.6"); !ok || got.Clear {
		t.Errorf("a median is said to be turned for sure: %+v, %v", got, ok)
	}
	for _, src := range []string{"risk(a) < 0.3", "top_driver(a) = x.top"} {
		if got, ok := turn(src); ok {
			t.Errorf("%s is turned by %+v", src, got)
		}
	}
}
