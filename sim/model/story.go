package model

import "math"

// An Event is one thing that happens in a future.
type Event struct {
	Kind  EventKind
	Month int // from 0

	// Of an opportunity: what the challenger believed, P(resolute); the
	// probabilities of its three acts; by how much breaking and probing were
	// worth more to it than holding, in stakes, before its shock; what it did;
	// of a probe, whether it escalated, else whether it was detected and
	// answered; and what the challenger believed afterwards.
	Belief               float64
	Hold, Probe, Break   float64
	OverBreak, OverProbe float64
	Act                  Act
	Escalated            bool
	Detected, Answered   bool
	NewBelief            float64

	// Of an election: the backstop's states.
	From, To int

	// Of the end: how it ended, and what followed.
	End Future
}

// An EventKind says what an Event is.
type EventKind uint8

// The kinds of event.
const (
	Opportunity EventKind = iota // an occasion to act
	Election                     // the backstop may have moved
	Ending                       // a major breach
)

// An Act is what the challenger does at an opportunity.
type Act uint8

// The acts.
const (
	ActHold Act = iota
	ActProbe
	ActBreak
)

// String names the act.
func (a Act) String() string { return [...]string{"hold", "probe", "break"}[a] }

// A Story is one future under one package, told.
type Story struct {
	Resolute bool    // the coalition's true type
	Belief   float64 // the challenger's at the start
	State    int     // of the backstop at the start; −1 where the package does not depend on it
	Events   []Event // in time
	End      Future
}

// Story replays a future as Play does, and tells what happens in it. Elections
// are told only under packages that depend on them.
func (g *Game) Story(f *Fate) Story {
	var t teller
	end := g.play(f, &t)
	if end.Month < 0 {
		// Nobody asked for the elections after the last opportunity.
		g.holdElections(f, g.Months()-1, &t)
	}
	g.seat(f)
	s := Story{
		Resolute: g.player.kind == resolute,
		Belief:   g.ladder.belief[g.player.rung],
		State:    g.player.state,
		Events:   t.events,
		End:      end,
	}
	if g.terms.states == 1 {
		s.State = -1
	}
	return s
}

// A teller is a witness that remembers.
type teller struct{ events []Event }

func (t *teller) decides(g *Game, month int, p *player) {
	a := g.policy.acts[g.place(month, p.state)+p.rung]
	e := Event{
		Kind: Opportunity, Month: month, Belief: g.ladder.belief[p.rung],
		Hold: 1 - a.any, Probe: a.any - a.brk, Break: a.brk,
	}
	// The choice probabilities are e^(U/noise) up to a factor.
	noise := g.kase.Challenger.Noise
	e.OverBreak = noise * math.Log(e.Break/e.Hold)
	e.OverProbe = noise * math.Log(e.Probe/e.Hold)
	e.NewBelief = e.Belief
	t.events = append(t.events, e)
}

func (t *teller) probes(g *Game, _ int, detected, answered bool, p *player) {
	e := &t.events[len(t.events)-1]
	e.Act, e.Detected, e.Answered = ActProbe, detected, answered
	e.NewBelief = g.ladder.belief[p.rung]
}

func (t *teller) elects(month, from, to int) {
	t.events = append(t.events, Event{Kind: Election, Month: month, From: from, To: to})
}

func (t *teller) ends(_ *Game, f Future) {
	if n := len(t.events); f.Cause != Accidental && n > 0 {
		last := &t.events[n-1]
		last.Act = ActBreak
		if f.Cause == Escalated {
			last.Act, last.Escalated = ActProbe, true
		}
	}
	t.events = append(t.events, Event{Kind: Ending, Month: f.Month, End: f})
}
