// Package design lays points in the unit cube: one row a case, one column an
// uncertain parameter. A column's uniform goes through the quantile function
// of its parameter and becomes a draw of what we do not know.
//
// The calls that matter: [New] makes a [Design] from a [Spec], and
// [Design.Row] writes the row of a case. [CheckCorrelations] tells beforehand
// whether rank correlations can hold together.
//
// Three kinds: independent uniforms; Latin hypercubes (M. D. McKay, R. J.
// Beckman and W. J. Conover, Technometrics 21, 1979); and the Sobol' sequence
// in sixteen independent scrambles (J. Matoušek, Journal of Complexity 14,
// 1998) with the direction numbers of S. Joe and F. Y. Kuo (SIAM Journal on
// Scientific Computing 30, 2008), whose sixteen means give a standard error.
// Rank correlation is that of a Gaussian copula.
package design
