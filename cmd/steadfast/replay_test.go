package main

import (
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"steadfast/sim/model"
)

// TestReplayGolden pins the stories of two futures.
func TestReplayGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"small":   {"--case", "3", "--future", "7"},
		"package": {"--case", "12", "--future", "1", "--package", "both"},
		"probes":  {"--case", "9", "--future", "2", "--set", "challenger.probe_gain=0.1", "--set", "watch.detection=0.7", "--package", "trip"},
		"ends":    {"--case", "10", "--future", "0", "--set", "instrument.snap.reversibility=0.6", "--package", "snap"},
		// A package whose coalition is of another type in the same future.
		"types": {"--case", "0", "--future", "0", "--set", "package.trip.coalition.resolve=0.01", "--set", "coalition.resolve=0.99", "--set", "horizon_years=3"},
	} {
		stdout, stderr, status := command(t, append([]string{"replay", smallWorld}, args...)...)
		if status != statusYes {
			t.Errorf("%s: exit status %d\n%s", name, status, stderr)
			continue
		}
		golden(t, filepath.Join("replay", name+".txt"), stdout)
	}
}

// TestReplayMisuse: what the run does not have is said with what it has.
func TestReplayMisuse(t *testing.T) {
	for _, tt := range []struct {
		args []string
		says string
	}{
		{nil, "give a scenario"},
		{[]string{smallWorld, "--case", "64"}, "case 64: a run of small has 64 cases, numbered from 0 to 63"},
		{[]string{smallWorld, "--case", "-1"}, "case -1: a run of small has 64 cases, numbered from 0 to 63"},
		{[]string{smallWorld, "--future", "20"}, "future 20: a run of small has futures 0 to 19 in each case"},
		{[]string{smallWorld, "--future", "1", "--futures", "0"}, "future 1: a run of small has futures 0 to 0 in each case"},
		{[]string{smallWorld, "--package", "snp"}, "did you mean snap?"},
		{[]string{smallWorld, "--case", "x"}, `--case is "x", want a whole number`},
	} {
		stdout, stderr, status := command(t, append([]string{"replay"}, tt.args...)...)
		if status != statusFailure || !strings.Contains(stderr, tt.says) || stdout != "" {
			t.Errorf("%q: exit status %d, want 2 and %q\n%s%s", tt.args, status, tt.says, stdout, stderr)
		}
	}
	if _, stderr, status := command(t, "replay", smallWorld, "--set", "coalition.resolve=2"); status != statusNo {
		t.Errorf("an invalid scenario: exit status %d\n%s", status, stderr)
	}
}

// TestOpportunities: every act and what comes of it is told apart.
func TestOpportunities(t *testing.T) {
	e := model.Event{Kind: model.Opportunity, Belief: 0.5, NewBelief: 0.5, Hold: 0.6, Probe: 0.3, Break: 0.1, OverBreak: -0.1, OverProbe: math.Inf(-1)}
	for want, change := range map[string]func(e *model.Event){
		"it attacks (breaking was worth −0.10 stakes, probing beyond measure": func(e *model.Event) { e.Act = model.ActBreak },
		"it probes, unseen (": func(e *model.Event) { e.Act = model.ActProbe },
		"it probes (":         func(e *model.Event) { e.Act, e.Escalated = model.ActProbe, true },
		"it probes and is answered; belief moves to 70 % (":         func(e *model.Event) { e.Act, e.Detected, e.Answered, e.NewBelief = model.ActProbe, true, true, 0.7 },
		"it probes and is answered; belief stays at 50 % (":         func(e *model.Event) { e.Act, e.Detected, e.Answered = model.ActProbe, true, true },
		"it probes and is seen, without an answer; belief moves to": func(e *model.Event) { e.Act, e.Detected, e.NewBelief = model.ActProbe, true, 0.3 },
	} {
		x := e
		change(&x)
		if got := opportunity(&x); !strings.HasPrefix(got, want) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestDates: months are counted in the calendar, also from a 31st.
func TestDates(t *testing.T) {
	s := storyteller{start: time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC)}
	for month, want := range map[int]string{0: "Jan 2027", 1: "Feb 2027", 11: "Dec 2027", 12: "Jan 2028", 25: "Feb 2029"} {
		if got := s.date(month); got != want {
			t.Errorf("month %d is %s, want %s", month, got, want)
		}
	}
	s.start = time.Time{}
	if got := s.date(18); got != "year 1.5" {
		t.Errorf("without a start: %s", got)
	}
}

// TestStakes have a sign, but for none.
func TestStakes(t *testing.T) {
	for x, want := range map[float64]string{
		0.123: "+0.12 stakes", -0.123: "−0.12 stakes", -0.0049: "0.00 stakes", 0.0049: "0.00 stakes", 0: "0.00 stakes",
		math.Inf(1): "beyond measure", math.NaN(): "beyond measure",
	} {
		if got := stakes(x); got != want {
			t.Errorf("%v is %s, want %s", x, got, want)
		}
	}
}

// TestChances never read as certain or impossible what is not.
func TestChances(t *testing.T) {
	for p, want := range map[float64]string{0: "0 %", 0.001: "<1 %", 0.006: "1 %", 0.5: "50 %", 0.994: "99 %", 0.999: ">99 %", 1: "100 %"} {
		if got := chance(p); got != want {
			t.Errorf("%v is %s, want %s", p, got, want)
		}
	}
}
