package model

// A witness is told what happens in a future while it is played.
type witness interface {
	// decides: an opportunity in a month; the challenger is about to act.
	decides(g *Game, month int, p *player)
	// probes: a probe did not escalate; the belief has moved.
	probes(g *Game, month int, detected, answered bool, p *player)
	// elects: the backstop has moved at the start of a month.
	elects(month, from, to int)
	// ends: the ceasefire has ended.
	ends(g *Game, f Future)
}
