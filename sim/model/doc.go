// Package model is the model of one resolved case: every number fixed, one
// package of instruments in force. MODEL.md in this folder defines it
// completely; section numbers in this package are its.
//
//	game := model.NewGame()
//	game.Solve(&c)          // terms and policy: §2 and §3
//	game.Exact(&outcome)    // probability pushed forward month by month
//	fate.Cast(seed, kase, future)
//	future := game.Play(&fate) // one future: §4
//
// A Game reuses its memory: after the first case nothing is allocated. It
// knows no file and no goroutine, and no randomness but the Fate it is handed.
//
// Where to look: case.go (what a case is), check.go (what it may hold),
// terms.go, promises.go, coalition.go, contest.go, kept.go (what the
// challenger faces), belief.go, policy.go (how it chooses), exact.go,
// reckon.go (exact outcomes), fate.go, future.go, breach.go (one future),
// story.go (one future, told), simulate.go (many).
//
// References: J. Rust, "Optimal replacement of GMC bus engines", Econometrica
// 55, 1987 (dynamic discrete choice); J. Hirshleifer, "Conflict and rent-seeking
// success functions", Public Choice 63, 1989 (the contest); J. Fearon,
// "Rationalist explanations for war", International Organization 49, 1995.
package model
