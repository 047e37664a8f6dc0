package chance

import (
	"math"
	"testing"
)

// A pairing is what the tests below look at: n pairs of uniforms (x, y).
type pairing func(i uint64) (x, y float64)

// neighbours lists pairs of draws whose names differ in one respect only; they
// must be independent.
var neighbours = map[string]pairing{
	"seeds": func(i uint64) (float64, float64) { return first(i, Action, 0, 0, 0, 0), first(i+1, Action, 0, 0, 0, 0) },
	"high bits": func(i uint64) (float64, float64) {
		return first(i, Action, 0, 0, 0, 0), first(i|1<<63, Action, 0, 0, 0, 0)
	},
	"purposes": func(i uint64) (float64, float64) {
		return first(1, Resolve, i, 0, 0, 0), first(1, Backstop, i, 0, 0, 0)
	},
	"cases":     func(i uint64) (float64, float64) { return first(1, Action, i, 0, 0, 0), first(1, Action, i+1, 0, 0, 0) },
	"futures":   func(i uint64) (float64, float64) { return first(1, Action, 5, i, 0, 0), first(1, Action, 5, i+1, 0, 0) },
	"occasions": func(i uint64) (float64, float64) { return first(1, Action, 5, 5, i, 0), first(1, Action, 5, 5, i+1, 0) },
	"counts":    func(i uint64) (float64, float64) { return first(1, Action, 5, 5, 5, i), first(1, Action, 5, 5, 5, i+1) },
	"words": func(i uint64) (float64, float64) {
		w := Draw(1, Action, i, 0, 0, 0)
		return Unit(w[0]), Unit(w[3])
	},
}

func first(seed uint64, p Purpose, cas, future, occasion, n uint64) float64 {
	return Unit(Draw(seed, p, cas, future, occasion, n)[0])
}

// worst returns the largest distance, in standard errors, of three statistics
// of n pairs from what independent uniforms give: the correlation of x and y
// (standard error 1/√n), the mean of x (√(1/12n)), and the chi-square of the
// pairs over an 8 × 8 grid (mean 63, variance 126).
func worst(draw pairing, n uint64) float64 {
	var sum, cross float64
	var grid [8][8]float64
	for i := range n {
		x, y := draw(i)
		sum += x
		cross += (x - 0.5) * (y - 0.5) * 12
		grid[int(x*8)][int(y*8)]++
	}
	size := float64(n)
	chi2 := 0.0
	for _, row := range grid {
		for _, count := range row {
			chi2 += (count - size/64) * (count - size/64) / (size / 64)
		}
	}
	return max(
		math.Abs(cross)/math.Sqrt(size),
		math.Abs(sum/size-0.5)*math.Sqrt(12*size),
		math.Abs(chi2-63)/math.Sqrt(126),
	)
}

func TestNeighbouringStreamsAreIndependent(t *testing.T) {
	const n = 200_000
	for name, draw := range neighbours {
		if z := worst(draw, n); z > 5 {
			t.Errorf("%s: %.1f standard errors from independent uniforms, want at most 5", name, z)
		}
	}
}

// TestIndependenceTestSeesDependence is the twin: one per cent off in the
// mean, or two per cent of copied pairs, has to be noticed.
func TestIndependenceTestSeesDependence(t *testing.T) {
	const n = 400_000
	twins := map[string]pairing{
		"one pair in fifty is a copy": func(i uint64) (float64, float64) {
			x, y := neighbours["cases"](i)
			if i%50 == 0 {
				y = x
			}
			return x, y
		},
		"one per cent too large": func(i uint64) (float64, float64) {
			x, y := neighbours["cases"](i)
			return math.Pow(x, 0.98), y
		},
	}
	for name, draw := range twins {
		if z := worst(draw, n); z <= 5 {
			t.Errorf("%s: only %.1f standard errors off, want it seen", name, z)
		}
	}
}
