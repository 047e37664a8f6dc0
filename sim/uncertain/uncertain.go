// Package uncertain gives an uncertain number by its quantile function, so
// that one uniform makes one variate, by inversion: the same place of a design
// then means "high" or "low" whatever the distribution, and a scenario can
// change a distribution and keep its draws comparable.
//
// The calls that matter: a constructor such as [NewPERT] checks what an author
// wrote and returns a [Number]; [Truncate] bounds any number; [NewPool] mixes
// those of several experts; a [Scale] turns the words of an intelligence
// estimate into numbers and probabilities back into words.
//
// References: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate
// Distributions, 2nd ed., Wiley, 1994–95; M. Stone, "The opinion pool", Annals
// of Mathematical Statistics 32, 1961.
package uncertain

// A Number is an uncertain quantity.
type Number interface {
	// Quantile returns the value at probability u, 0 < u < 1: the smallest x
	// with CDF(x) ≥ u. It does not decrease in u.
	Quantile(u float64) float64
	// CDF returns the probability that the number is at most x.
	CDF(x float64) float64
	// Support returns the smallest and the largest value the number can take;
	// ±Inf where it is unbounded.
	Support() (lo, hi float64)
	// Mean returns the expectation.
	Mean() float64
	// String writes the number as a scenario file would: "pert [0.4, 0.55, 0.75]".
	String() string
}
