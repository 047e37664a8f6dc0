// Package sensitivity says which uncertain input drives which output. It is
// mathematics on matrices of values: it solves nothing itself, but says at
// which points of the unit cube a model is to be solved, and turns what comes
// back into measures with their intervals.
//
// Designed runs, made for the purpose:
//
//	f := sensitivity.NewFreeze(columns, factors)      // pick-freeze: f.Row gives the points
//	indices := sensitivity.Sobol(outputs, replicates, seed)
//
//	s := sensitivity.Screen{Columns: …, Factors: …}   // trajectories: s.Row gives the points
//	effects := s.Effects(values)
//
//	a := sensitivity.NewShapley(players, 0, seed)     // a.Subsets gives what to evaluate
//	shares := a.Values(value)
//
// [Sobol] estimates variance-based first and total indices (I. M. Sobol',
// Mathematical Modelling and Computational Experiment 1, 1993; A. Saltelli et
// al., Computer Physics Communications 181, 2010), [Screen.Effects] summarises
// elementary effects (M. D. Morris, Technometrics 33, 1991), and [Shapley]
// divides a change among those who made it (L. S. Shapley, Contributions to
// the Theory of Games II, 1953). The tornado, partial rank correlation (PRCC),
// given-data indices and PAWN work on the same matrices or on an existing run.
//
// A factor is one column of the design, or several that move together. Columns
// that are correlated with each other must be in one factor: what a trial
// takes from two independent rows is then still drawn from the joint
// distribution, and the indices of factors add up as they should. Discrete
// inputs need nothing special.
package sensitivity
