package model

import "sort"

// A Cause says how a ceasefire ended.
type Cause uint8

// The causes of a major breach.
const (
	Held       Cause = iota // it did not end within the horizon
	Deliberate              // the challenger broke it
	Escalated               // a probe escalated
	Accidental              // an accident
)

// String names the cause as tables and files do.
func (c Cause) String() string {
	return [...]string{"held", "deliberate", "escalated", "accident"}[c]
}

// A Future is what happened in one future under one package.
type Future struct {
	Month   int   // of the major breach, from 0; −1: none
	Limited int   // month of the first probe or the end, whichever is first; −1: none
	Probes  int   // escalating ones included
	Cause   Cause // of the major breach

	Clash  bool // a guarantor fought the challenger
	Defeat bool // the challenger prevailed
	Broken bool // some promise in force was not kept

	// Of a breach in which the challenger did not prevail and to which there
	// was a response: all of it ended with the breach, or some of it went on.
	Stopped, Lasting bool

	Years float64 // to the breach, at most the horizon
	Cost  float64 // the guarantors' discounted cost, bn EUR

	// Called and Kept have a bit an instrument, in the package's order, and
	// after the last one a bit for the military response: the promise was in
	// force at the breach; and it was kept. Past the 63rd instrument they say
	// nothing.
	Called, Kept uint64
}

// odds is what playing a solved game needs beyond terms and policy.
type odds struct {
	ready    bool
	hazard   []float64 // accident hazard accumulated to the end of each month
	spent    []float64 // discounted running cost to the middle of each month
	allSpent float64   // and to the horizon
	names    []uint64  // of the instruments, for their draws
}

// player is the state of one future while it is played.
type player struct {
	kind     int // the coalition's type
	state    int // of the backstop
	rung     int // of the belief
	election int // number of the next one
	next     int // its month
}

// Play replays a future under the solved package: §4 of the model.
func (g *Game) Play(f *Fate) Future { return g.play(f, nil) }

// play is Play; it tells the witness, where there is one, what happens.
func (g *Game) play(f *Fate, w witness) Future {
	if !g.odds.ready {
		g.prepareOdds()
	}
	t, c := &g.terms, g.kase
	n := t.horizon
	p := &g.player
	g.seat(f)
	out := Future{Month: -1, Limited: -1, Years: year(n), Cost: g.odds.allSpent}

	// The month in which an accident would end the ceasefire.
	accident := n
	if n > 0 && f.patience <= g.odds.hazard[n-1] {
		accident = sort.SearchFloat64s(g.odds.hazard, f.patience)
	}
	for _, o := range f.meet(t.opportunity, n) {
		if o.month >= accident {
			break
		}
		if w == nil && o.action >= g.policy.most[o.month] {
			continue // it holds, whatever it believes and whoever governs
		}
		if o.month >= p.next {
			g.holdElections(f, o.month, w)
		}
		acts := &g.policy.acts[g.place(o.month, p.state)+p.rung]
		if w != nil {
			w.decides(g, o.month, p)
		}
		if o.action >= acts.any {
			continue
		}
		if o.action < acts.brk {
			g.end(f, o.month, Deliberate, &out, w)
			return out
		}
		out.Probes++
		if out.Limited < 0 {
			out.Limited = o.month
		}
		escalation, detection, answer, rung := f.probe(o.month)
		if escalation < c.Challenger.ProbeEscalation {
			g.end(f, o.month, Escalated, &out, w)
			return out
		}
		g.observe(o.month, detection, answer, rung, w)
	}
	if accident < n {
		g.holdElections(f, accident, w)
		g.end(f, accident, Accidental, &out, w)
	}
	return out
}

// seat begins a future.
func (g *Game) seat(f *Fate) {
	p, c := &g.player, g.kase
	p.kind = hollow
	if f.resolve < c.Coalition.Resolve {
		p.kind = resolute
	}
	p.state = c.Backstop.Initial
	if g.terms.states == 1 {
		p.state = 0
	}
	p.rung = g.start.land(f.belief)
	p.election = 0
	p.next = g.terms.horizon
	if g.elections.every > 0 && g.terms.states > 1 {
		p.next = g.elections.first
		for p.next <= 0 {
			p.next += g.elections.every
		}
	}
}

// land is the rung on which a draw puts a split belief.
func (s split) land(u float64) int {
	if u < s.up {
		return int(s.low) + 1
	}
	return int(s.low)
}

// holdElections moves the backstop by every election up to the month.
func (g *Game) holdElections(f *Fate, month int, w witness) {
	p := &g.player
	for p.next <= month && p.next < g.terms.horizon {
		u := f.election(p.election)
		row := g.kase.Backstop.Transition[p.state]
		from, to := p.state, 0
		for to < len(row)-1 && u >= row[to] {
			u -= row[to]
			to++
		}
		p.state = to
		if w != nil {
			w.elects(p.next, from, to)
		}
		p.election++
		p.next += g.elections.every
	}
}

// observe lets the challenger learn from a probe that did not escalate.
func (g *Game) observe(month int, detection, answer, rung float64, w witness) {
	p := &g.player
	detected := detection < g.terms.detection[month]
	answered := false
	if detected {
		lesson := &g.policy.lessons[g.policy.learned[month]]
		answered = answer < lesson.response[p.kind]
		move := &lesson.down[p.rung]
		if answered {
			move = &lesson.up[p.rung]
		}
		p.rung = move.land(rung)
	}
	if w != nil {
		w.probes(g, month, detected, answered, p)
	}
}
