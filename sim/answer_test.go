package sim

import (
	"fmt"
	"strings"
	"testing"
)

// TestTheAnswerIsFilled with the values of the run.
func TestTheAnswerIsFilled(t *testing.T) {
	fixed := []string{"challenger.war_cost=0.5", "coalition.resolve=0.5", "instrument.snap.severity=0.1"}
	asking := func(answer string, set ...string) string {
		found, _ := run(t, tiny(t, "", append(set, "run.cases=64", "answer='"+answer+"'")...), Options{})
		return found.Scenario.Answer
	}
	set, _ := run(t, tiny(t, "", append(fixed, "run.cases=16")...), Options{})
	if set.Scenario.Answer != "" {
		t.Errorf("no answer is filled as %q", set.Scenario.Answer)
	}
	want := fmt.Sprintf("%.1f %% under No guarantee, in year %d.", 100*byID(t, set, "none").Risk.Mean, 5)
	if got := asking("{risk(none)} under No guarantee, in year {horizon}.", fixed...); got != want {
		t.Errorf("the answer is filled as %q, want %q", got, want)
	}
	if got := asking("{best()} is best, {top_driver(none)} drives it."); got != "snap is best, challenger.war_cost drives it." {
		t.Errorf("the answer is filled as %q", got)
	}

	found, _ := run(t, tiny(t, "", "run.cases=16", "run.futures=8", "answer='{better(snap, none)}|{better(none, snap)}'"), Options{})
	pair := between(t, found, "none", "snap")
	better, worse, _ := strings.Cut(found.Scenario.Answer, "|")
	for _, x := range []struct {
		text  string
		share float64
	}{{better, pair.FuturesBBetter}, {worse, pair.FuturesABetter}} {
		if want := fmt.Sprintf("%.0f %%", 100*x.share); !strings.HasPrefix(x.text, want) {
			t.Errorf("%v of futures are written %q, want %q first", x.share, x.text, want)
		}
	}
}

// TestAnswersThatCannotBeFilled are refused before anything is solved.
func TestAnswersThatCannotBeFilled(t *testing.T) {
	solved := 0
	_, _, err := Run(t.Context(), tiny(t, "", "answer='{better(snap, none)} of futures'"), Options{Progress: func(int, int) { solved++ }})
	if err == nil || solved != 0 {
		t.Fatalf("%d cases solved, error %v", solved, err)
	}
	for _, part := range []string{"the answer of tiny", "better(snap, none)", "run.futures"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%v: does not say %q", err, part)
		}
	}
}
