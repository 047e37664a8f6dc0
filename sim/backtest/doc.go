// Package backtest holds the model against the historical record. A stated rule
// turns every arrangement into a package ([Rule.Package]); the model, which knows
// neither the rival nor the outcome, says how likely a limited and a major
// breach were by each year; the record says what happened.
//
//	r, err := backtest.Run(ctx, record, shipped, backtest.Options{})
//	r.Score(result.MajorBreach, 15, result.CoreSet, result.ByHalves) // Brier, log score, skill, intervals
//	r.Posterior                                                     // draws for [sample]
//
// # What is computed
//
// All arrangements are solved in the same draws of the reference class. Of one
// arrangement the exact outcome gives, in closed form, the probability fₘ that
// a breach falls into month m and Sₘ that none has come by then; an arrangement
// breached in month m has the likelihood fₘ, one watched for m months without a
// breach Sₘ₋₁, averaged over the draws, since the reference class is a
// population and each arrangement one member of it. The times to the first
// breach of any size and to war enter as a composite likelihood, each with the
// weight ½, so that an arrangement counts once (C. Varin, N. Reid and D. Firth,
// "An overview of composite likelihood methods", Statistica Sinica 21, 2011).
//
// # What is fitted
//
// The medians of five ranges, and of the range of the rule's exponent. A range with
// the quantile function Q is moved by δ on the scale of the normal distribution: u
// becomes Φ(Φ⁻¹(u) + δ), so that the median becomes Q(Φ(δ)) and bounds stay bounds.
// To say that the median itself is as uncertain as the range is the prior
// δ ~ N(0, 1).
//
// Nothing is solved anew inside a fit. The record is solved in draws about δ = 0 and
// in twice as many, half again as wide, about a first fit to all of it, and the two
// are pooled: at any δ a draw weighs the normal density there over that of the
// mixture it came from, so that one pool serves every fit and every forecast. Where
// the draws come from changes the error of a fit and not what it fits. That error is
// the jackknife's over the design's scrambles, and stands beside every fitted median
// and the headline's skill.
//
// The posterior of δ given all of the record is sampled by a Metropolis walk over the
// same pool. At each kept place a new member of the class is drawn: its parameters
// scatter about the moved medians as the ranges say.
//
// # How it is scored
//
// Four forecasts: of the first rule and of the current one with the ranges as
// shipped; across halves, where each half is forecast by ranges fitted to the
// other; and leaving out, for each dyad, all its arrangements. Two baselines: a
// constant base rate, of those arrangements that the forecast could know; and
// the Weibull curve of the reference class without a guarantee. Scores, weights
// and intervals are those of [steadfast/sim/score].
//
// A score is put beside what it would be if the forecasts were right: fates are
// drawn from them, each arrangement watched for as long as it could have been, and
// scored alike. Beside the skill over all stand those with the one dyad left out
// that moves it most, up or down.
package backtest
