// Package score scores probability forecasts of the time to an event where
// some times are censored. It knows nothing of what was forecast, or how.
//
//	alive := score.KaplanMeier(spells)                 // share without an event by t
//	weights := score.Weights(spells, 15)               // inverse probability of censoring
//	brier := score.Mean(weights, score.Brier(spells, p, 15))
//	skill := score.Resample(clusters, seed, func(pick []int) []float64 { … })
//
// A forecast is the probability that the event has happened by year t. A spell
// censored before t has no outcome there; it counts nothing, and those of which
// the outcome is known count for it too, by the inverse of the probability of
// having been watched so long.
//
// References: E. Graf, C. Schmoor, W. Sauerbrei and M. Schumacher, "Assessment
// and comparison of prognostic classification schemes for survival data",
// Statistics in Medicine 18, 1999; E. L. Kaplan and P. Meier, "Nonparametric
// estimation from incomplete observations", Journal of the American
// Statistical Association 53, 1958; G. W. Brier, "Verification of forecasts
// expressed in terms of probability", Monthly Weather Review 78, 1950.
package score
