package model

import "math"

// A Game is one package of one case, solved: the terms the challenger faces,
// and its policy. NewGame makes one; solving another case with it
// reuses its memory, so that after the first time nothing is
// allocated. A Game is not safe for concurrent use.
type Game struct {
	kase       *Case
	elementary *elementary
	ladder     ladder
	elections  elections
	promises   promises
	contest    contestTable
	terms      terms
	policy     policy
	exact      forward
	start      split // the initial belief
	odds       odds
	player     player
}

// elections says when the backstop may move: months first + n·every > 0;
// every = 0: never.
type elections struct{ first, every int }

// NewGame returns a Game with no case in it.
func NewGame() *Game { return &Game{ladder: newLadder(), elementary: tables()} }

// Solve computes terms and policy of the case, which must have passed Check
// and must not change while the Game is in use.
func (g *Game) Solve(c *Case) {
	g.kase = c
	g.elections = elections{}
	if c.Backstop.ElectionEveryYears > 0 {
		g.elections.first = int(math.Round(monthsPerYear * c.Backstop.FirstElectionYears))
		g.elections.every = max(1, int(math.Round(monthsPerYear*c.Backstop.ElectionEveryYears)))
	}
	g.terms.prepare(c)
	g.promises.reset(c, g.terms.states, g.terms.months)
	g.fillTerms()
	g.solvePolicy()
	g.start = g.ladder.split(logit(c.Coalition.Reputation))
	g.odds.ready = false
}

// Months is N, the number of months reported.
func (g *Game) Months() int { return g.terms.horizon }
