// Package chance gives named random streams: a draw is a function of
// (seed, purpose, case, future, occasion, n) and of nothing else. Who computes
// it, in which order and on how many workers cannot change it, so results are
// the same bytes for any number of workers and all packages of guarantees meet
// the same fate.
//
// The calls that matter: [Draw] gives four random words at once for one named
// occasion, [Unit] turns a word into a uniform strictly inside (0, 1), and
// [New] gives a stream where the number of draws is not known beforehand.
//
// The words come from Philox4x64-10, a counter-based generator: J. K. Salmon,
// M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel Random Numbers: As Easy as
// 1, 2, 3", Proc. SC11, 2011. Sequences never change; a test pins them.
package chance
