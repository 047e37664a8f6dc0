package model

// forward pushes probability through the months of a solved game.
type forward struct {
	mass, next []float64 // by (type, state, rung): the ceasefire lasts
	calm       []float64 // by (state, rung): it lasts and nothing has happened yet
	calmNext   []float64
	ends       []float64 // P(major breach in the month), by cell
}

// Exact fills out with the exact outcome of the solved case: the probability
// of (type, state, rung), pushed forward month by month under the policy. It
// reuses the memory of out.
func (g *Game) Exact(out *Outcome) {
	t, f := &g.terms, &g.exact
	size := t.states * rungs
	f.mass, f.next = grow(f.mass, 2*size), grow(f.next, 2*size)
	f.calm, f.calmNext = grow(f.calm, size), grow(f.calmNext, size)
	f.ends = grow(f.ends, t.cell(t.horizon, 0, 0))
	clear(f.ends)
	*out = Outcome{
		Major: grow(out.Major, t.horizon), Limited: grow(out.Limited, t.horizon),
		Called: out.Called, Kept: out.Kept,
	}
	g.begin(out)
	alive := 1.0
	for m := range t.horizon {
		if m > 0 && g.electionAt(m) {
			g.elect()
		}
		ended := g.step(m, out)
		out.RestrictedMean += stepYears * (alive - ended/2)
		alive -= ended
		out.Major[m] = 1 - alive
		out.Limited[m] = 1 - g.stepCalm(m)
	}
	g.reckon(out)
}

// initialState is the backstop's first state among those told apart.
func (g *Game) initialState() int {
	if g.terms.states == 1 {
		return 0
	}
	return g.kase.Backstop.Initial
}

// begin puts the probability where it starts and reads the deal's value there.
func (g *Game) begin(out *Outcome) {
	f, c := &g.exact, g.kase
	clear(f.mass)
	clear(f.calm)
	row := g.initialState() * rungs
	for i, w := range [2]float64{1 - g.start.up, g.start.up} {
		at := row + int(g.start.low) + i
		f.calm[at] = w
		f.mass[at] = w * (1 - c.Coalition.Resolve)
		f.mass[g.terms.states*rungs+at] = w * c.Coalition.Resolve
		out.DealValue += w * g.policy.value[at]
	}
}

// step moves the probability through month m and returns how much of it ends.
func (g *Game) step(m int, out *Outcome) float64 {
	t, f := &g.terms, &g.exact
	var (
		accident = t.accident[m]
		chance   = (1 - accident) * t.opportunity
		safe     = 1 - accident
		escalate = g.kase.Challenger.ProbeEscalation
		calm     = 1 - escalate
		detected = t.detection[m]
		size     = t.states * rungs
		ended    = 0.0
		lesson   = &g.policy.lessons[g.policy.learned[m]]
	)
	clear(f.next)
	for k := range t.states {
		acts := (*[rungs]act)(g.policy.acts[g.place(m, k):])
		for kind := range 2 {
			at := kind*size + k*rungs
			mass, next := (*[rungs]float64)(f.mass[at:]), (*[rungs]float64)(f.next[at:])
			answered := calm * detected * t.response[m][kind]
			ignored := calm * detected * (1 - t.response[m][kind])
			unseen := calm * (1 - detected)
			var lost, broke, probed float64
			for l, x := range mass {
				if x == 0 {
					continue
				}
				met := x * chance
				brk, acted := met*acts[l].brk, met*acts[l].any
				probe := acted - brk
				lost += x
				broke += brk
				probed += probe
				next[l] += x*safe - acted + probe*unseen
				spread(next, &lesson.up[l], probe*answered)
				spread(next, &lesson.down[l], probe*ignored)
			}
			out.Accident += lost * accident
			out.Deliberate += broke
			out.Escalated += probed * escalate
			out.Probes += probed
			end := lost*accident + broke + probed*escalate
			f.ends[t.cell(m, kind, k)] = end
			ended += end
		}
	}
	f.mass, f.next = f.next, f.mass
	return ended
}

// spread adds x to the rungs of a split.
func spread(row *[rungs]float64, s *split, x float64) {
	up := x * s.up
	row[s.low] += x - up
	row[s.low+1] += up
}

// stepCalm moves the probability that nothing has happened yet through month m
// and returns what is left of it. No probe has moved the belief there, and
// neither policy nor accident depends on the coalition's type.
func (g *Game) stepCalm(m int) float64 {
	t, f := &g.terms, &g.exact
	left := 0.0
	for k := range t.states {
		acts := g.policy.acts[g.place(m, k):][:rungs]
		for l := int(g.start.low); l <= int(g.start.low)+1; l++ {
			x := f.calm[k*rungs+l] * (1 - t.accident[m]) * (1 - t.opportunity*acts[l].any)
			f.calm[k*rungs+l] = x
			left += x
		}
	}
	return left
}

// elect moves the probability by an election.
func (g *Game) elect() {
	t, f := &g.terms, &g.exact
	if t.states == 1 {
		return
	}
	size := t.states * rungs
	for kind := range 2 {
		g.moveStates(f.next[kind*size:][:size], f.mass[kind*size:][:size])
	}
	f.mass, f.next = f.next, f.mass
	g.moveStates(f.calmNext, f.calm)
	f.calm, f.calmNext = f.calmNext, f.calm
}

// moveStates sets dst to src after one move of the backstop.
func (g *Game) moveStates(dst, src []float64) {
	n := g.terms.states
	clear(dst)
	for k := range n {
		for j, p := range g.kase.Backstop.Transition[k] {
			for l := range rungs {
				dst[j*rungs+l] += p * src[k*rungs+l]
			}
		}
	}
}
