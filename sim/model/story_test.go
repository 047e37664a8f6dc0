package model

import (
	"math"
	"testing"
)

// TestStoryTellsThePlay holds stories of many futures against the plays they
// tell, and against themselves.
func TestStoryTellsThePlay(t *testing.T) {
	const futures = 400
	g := NewGame()
	var fate Fate
	seen := map[string]int{}
	for _, v := range readVectors(t) {
		for i := range v.cases {
			g.Solve(&v.cases[i])
			for f := range futures {
				fate.Cast(7, 0, f)
				played := g.Play(&fate)
				s := g.Story(&fate)
				if s.End != played {
					t.Fatalf("%s %s, future %d: the story ends as %+v, the play as %+v", v.name, v.exact[i].ID, f, s.End, played)
				}
				if wrong := checkStory(g, &s, seen); wrong != "" {
					t.Fatalf("%s %s, future %d: %s", v.name, v.exact[i].ID, f, wrong)
				}
			}
		}
	}
	for _, what := range []string{"hold", "probe unseen", "probe answered", "probe ignored", "escalation", "attack", "accident", "election", "late election", "no politics"} {
		if seen[what] == 0 {
			t.Errorf("no story has: %s", what)
		}
	}
}

// checkStory returns what is wrong with a story, and counts what it tells of.
func checkStory(g *Game, s *Story, seen map[string]int) string {
	probes, month, belief, state := 0, 0, s.Belief, s.State
	occasion := -1 // month of the latest opportunity
	elections := 0
	for i := range s.Events {
		e := &s.Events[i]
		if e.Month < month {
			return "its events are not in time"
		}
		month = e.Month
		switch e.Kind {
		case Election:
			elections++
			seen["election"]++
			if e.From != state {
				return "an election does not begin where the last one left the backstop"
			}
			if !g.electionAt(e.Month) {
				return "it tells of an election in a month without one"
			}
			state = e.To
			if occasion < 0 || e.Month > occasion {
				seen["late election"]++
			}
		case Opportunity:
			occasion = e.Month
			if e.Belief != belief {
				return "the belief at an occasion is not that after the last one"
			}
			if wrong := checkOccasion(g, e, seen); wrong != "" {
				return wrong
			}
			belief = e.NewBelief
			if e.Act == ActProbe {
				probes++
			}
		case Ending:
			if i != len(s.Events)-1 || e.End != s.End || e.Month != s.End.Month {
				return "its ending is not its end"
			}
			if s.End.Cause == Accidental {
				seen["accident"]++
			}
		}
	}
	if told := len(s.Events) > 0 && s.Events[len(s.Events)-1].Kind == Ending; told != (s.End.Month >= 0) {
		return "it tells of an end that is none, or of none"
	}
	if probes != s.End.Probes {
		return "its probes are not those of its end"
	}
	until, held := g.Months()-1, 0
	if s.End.Month >= 0 {
		until = s.End.Month
	}
	for m := range until + 1 {
		if g.electionAt(m) {
			held++
		}
	}
	if s.State < 0 {
		seen["no politics"]++
		held = 0
	}
	if elections != held {
		return "it does not tell of every election"
	}
	return ""
}

func checkOccasion(g *Game, e *Event, seen map[string]int) string {
	if sum := e.Hold + e.Probe + e.Break; math.Abs(sum-1) > 1e-12 {
		return "the chances of the acts do not sum to 1"
	}
	noise := g.kase.Challenger.Noise
	if got := math.Exp(e.OverBreak/noise) * e.Hold; math.Abs(got-e.Break) > 1e-9 {
		return "what breaking was worth does not give its chance"
	}
	if e.Escalated && e.Act != ActProbe || e.Answered && !e.Detected || e.Escalated && e.Detected {
		return "what came of a probe contradicts itself"
	}
	if !e.Detected && e.NewBelief != e.Belief {
		return "the belief moves without a detected probe"
	}
	switch {
	case e.Act == ActHold:
		seen["hold"]++
	case e.Act == ActBreak:
		seen["attack"]++
	case e.Escalated:
		seen["escalation"]++
	case !e.Detected:
		seen["probe unseen"]++
	case e.Answered:
		seen["probe answered"]++
	default:
		seen["probe ignored"]++
	}
	return ""
}

// TestActsHaveNames pins the names that replay prints.
func TestActsHaveNames(t *testing.T) {
	for act, want := range map[Act]string{ActHold: "hold", ActProbe: "probe", ActBreak: "break"} {
		if got := act.String(); got != want {
			t.Errorf("act %d is %q, want %q", act, got, want)
		}
	}
}
