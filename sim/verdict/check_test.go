package verdict

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheck(t *testing.T) {
	known := Known{Horizon: 15, Years: []float64{1, 2, 15}, Futures: true, Uncertain: func(p, path string) bool { return path == "x.y" }}
	for _, test := range []struct {
		src  string // ^ marks the position
		want string // "" for nothing
	}{
		{"risk(a) < 0.5 and risk(a, 2) <= risk(b, horizon) and share(risk(a) < risk(b)) > 0.9", ""},
		{"best() = a and top_driver(a) = x.y and monotone(a, x.y, rising) and better(a, b) > 0.1", ""},
		{"rank(a) = 1 and hazard_peak(a) = 3 and risk(a) = risk(b) and clash(a) = 0 and risk_ratio(a, b) = 1", ""},
		{"share(risk(a) < risk(b)) in [0.9, 1] and share(risk(a) = 0.2) < 0.1 and median(rank(a)) = 2", ""},
		{"risk(a, 1.5) < 0.2 and 0 <= risk(a) <= 1", ""},
		{"^risk(a) = 0.2", "measured with an error, so that risk(a) = 0.2 could never be decided: write in [lo, hi], as in risk(a) in [0.19, 0.21]"},
		{"20 % != ^risk(a)", "could never be decided"}, {"not ^risk(a) - risk(b) = 0.5", "could never be decided"},
		{"^rank(a) = 1.5", "could never be decided"},
		{"^share(risk(a) < 0.5) >= 1", "no sample shows that share(risk(a) < 0.5) is 1 exactly: write > 99 %"},
		{"not (^share(risk(a) < 0.5) < 1)", "write > 99 %"}, {"0 >= ^better(a, b)", "write < 1 %"}, {"^share(risk(a) < 0.5) = 1", "measured with an error"},
		{"risk(a) < ^20", "risk(a) lies from 0 to 1, and 20 outside, so that this says nothing: write 20 %"},
		{"risk(a) in [0.1, ^5]", "write 5 %"}, {"hazard_peak(a) < ^16", "lies from 1 to 15"}, {"risk(a) > ^-1", "says nothing"},
		{"risk(a, ^16) < 0.5", "after the horizon of 15 years"}, {"limited(a, ^1.5) < 0.5", "write 2, or risk for any month"},
		{"median(risk(a, ^16)) < 0.5", "after the horizon"},
		{"quantile(risk(a), ^horizon / 2) < 1", "must be a probability"}, {"top_driver(a, ^horizon / 2) = x.y", "whole number"},
		{"top_driver(a) = ^x.fixed", "not uncertain under a"}, {"monotone(a, ^x.fixed, rising)", "not uncertain under a"},
		{"better(^best(), a) > 0.1", "write the id of a package"}, {"monotone(^best(), x.y, rising)", "write the id"}, {"top_driver(^best()) = x.y", "write the id"},
	} {
		at := strings.Index(test.src, "^")
		found := Check(parse(t, strings.Replace(test.src, "^", "", 1)), known)
		switch {
		case test.want == "" && len(found) == 0:
		case len(found) != 1 || found[0].Offset != at || !strings.Contains(found[0].Msg, test.want):
			t.Errorf("%s: found %v, want %q", test.src, found, test.want)
		}
	}
	two := Check(parse(t, "better(a, b) > 0.1 and risk(a) = 0.3"), Known{Horizon: 15})
	if len(two) != 2 || two[0].Offset != 0 || !strings.Contains(two[0].Msg, "set futures above 0") {
		t.Errorf("found %v", two)
	}
}

func TestNeeds(t *testing.T) {
	got := NeedsOf(15,
		parse(t, `risk("x+y", 3) < risk(b, horizon / 2) and better(a, b) > 0.1 and better(a, b) < 0.9 and risk(b, 3) < 1`),
		parse(t, "top_driver(c) = x.y and monotone(d, x.y, rising) and top_driver(c, 2) != x.z and better(a, a) < 1"))
	want := Needs{
		Packages: []string{"x+y", "b", "a", "c", "d"}, Years: []float64{3, 7.5}, Better: []Pair{{"a", "b"}},
		Drivers: []string{"c"}, Monotone: []Trend{{"d", "x.y"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, src := range []string{"rank(a) = 1", "risk(best()) < 0.5", "share(best() = a) > 0.1"} {
		if got := NeedsOf(15, parse(t, src)); got.Packages != nil {
			t.Errorf("%s needs %v, want all packages", src, got.Packages)
		}
	}
	if got := NeedsOf(15); got.Packages == nil {
		t.Error("nothing needs all packages")
	}
}

// TestWhatIsNeededSuffices evaluates claims on nothing but what they need.
func TestWhatIsNeededSuffices(t *testing.T) {
	for _, src := range []string{"risk(low) < risk(n)", "share(risk(a) < risk(far)) > 0.5", "monotone(n, x.straight, rising)", "top_driver(a) = x.top", "better(a, far) > 0.5"} {
		e := parse(t, src)
		needs := NeedsOf(2, e)
		ev := mixed()
		for p := len(ev.Cases.Packages) - 1; p >= 0; p-- {
			keep := false
			for _, id := range needs.Packages {
				keep = keep || id == ev.Cases.Packages[p]
			}
			if keep {
				continue
			}
			ev.Cases.Packages = append(ev.Cases.Packages[:p:p], ev.Cases.Packages[p+1:]...)
			for c := range ev.Cases.Rows {
				o := ev.Cases.Rows[c].Outcomes
				ev.Cases.Rows[c].Outcomes = append(o[:p:p], o[p+1:]...)
			}
		}
		if needs.Better == nil {
			ev.Better = nil
		}
		if needs.Drivers == nil {
			ev.Drivers = nil
		}
		if needs.Monotone == nil {
			ev.Steps = nil
		}
		if v := evaluate(t, src, ev); v.Status != Holds {
			t.Errorf("%s %v", src, v.Status)
		}
	}
}
