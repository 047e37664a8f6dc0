// Package uncertain gives an uncertain number by its quantile function, so
// that one uniform makes one variate, by inversion. (Skeleton: the helper who
// owns this package replaces this comment.)
package uncertain

// A Number is an uncertain quantity.
type Number interface {
	// Quantile returns the value at probability u, 0 < u < 1. It does not
	// decrease in u.
	Quantile(u float64) float64
	// Support returns the smallest and the largest value the number can take;
	// ±Inf where it is unbounded.
	Support() (lo, hi float64)
	// Mean returns the expectation.
	Mean() float64
	// String writes the number as a scenario file would: "pert [0.4, 0.55, 0.75]".
	String() string
}
