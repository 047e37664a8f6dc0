package estimate

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Wilson is the 95 % score interval for a proportion of which k of n were seen
// (E. B. Wilson, JASA 22, 1927). It panics unless 0 ≤ k ≤ n and n > 0.
func Wilson(k, n int) Mean {
	if n <= 0 || k < 0 || k > n {
		panic("estimate: not k of n")
	}
	z := distuv.UnitNormal.Quantile(1 - (1-Confidence)/2)
	size, p := float64(n), float64(k)/float64(n)
	centre := (p + z*z/(2*size)) / (1 + z*z/size)
	half := z / (1 + z*z/size) * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return Mean{
		Mean: p, StdErr: math.Sqrt(p * (1 - p) / size),
		Lo: max(0, centre-half), Hi: min(1, centre+half),
	}
}

// ClopperPearson is the exact 95 % interval for a proportion (C. J. Clopper
// and E. S. Pearson, Biometrika 26, 1934). It panics as Wilson does.
func ClopperPearson(k, n int) (lo, hi float64) { return ClopperPearsonAt(1-Confidence, k, n) }

// ClopperPearsonAt is the exact interval that misses the proportion with a
// probability of at most alpha, 0 < alpha < 1.
func ClopperPearsonAt(alpha float64, k, n int) (lo, hi float64) {
	if n <= 0 || k < 0 || k > n {
		panic("estimate: not k of n")
	}
	tail := alpha / 2
	hi = 1
	if k > 0 {
		lo = mathext.InvRegIncBeta(float64(k), float64(n-k+1), tail)
	}
	if k < n {
		hi = mathext.InvRegIncBeta(float64(k+1), float64(n-k), 1-tail)
	}
	return lo, hi
}
