package sensitivity

import (
	"math"
	"os"
	"testing"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
)

// withDummies are outputs of three inputs, with dummies from column 3 on: one that dominates, a mixture, heavy
// tails (without a variance), a rare event, and a jump.
var withDummies = []func(u []float64) float64{
	func(u []float64) float64 { return u[0] },
	ishigami.of,
	func(u []float64) float64 { return math.Pow(1-u[0], -.8) + math.Pow(1-u[1], -.8) + u[2] },
	func(u []float64) float64 { return math.Floor(u[0] * u[1] / .7) },
	func(u []float64) float64 { return math.Floor(2*u[0]) + u[1]*u[2] },
}

// TestNoDummyIsADriver counts dummies called drivers, over seeds, designs and
// outputs. The promise is at most 1 in 1,000 seeds, which STEADFAST_SLOW runs;
// of 100 seeds 1 is 5 standard errors of that rate. Two twins must fail: a
// Sobol' design taken for independent points, whose columns can be aligned, and
// p-values that are not adjusted for the number of inputs.
func TestNoDummyIsADriver(t *testing.T) {
	seeds, columns := 100, 12
	if os.Getenv("STEADFAST_SLOW") != "" {
		seeds = 1000
	} else if testing.Short() {
		t.Skip("takes seconds")
	}
	const most = 1
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		called, real := make([]int, 2*len(withDummies)), make([]int, 2)
		aligned, seen, unadjusted := 0, 0, 0
		for seed := range uint64(seeds) {
			s, u := drawn(t, kind, 7000+seed, 512, columns)
			for c := range u[0] {
				u[columns-1][c] = math.Floor(3 * u[columns-1][c]) // a discrete dummy
			}
			var y [][]float64
			for _, f := range withDummies {
				y = append(y, evaluated(u, f))
			}
			pawn, err := PAWN(s, u, y)
			if err != nil {
				t.Fatal(err)
			}
			tests := newIndependence(u)
			for i := range y {
				p := tests.given(s, y[i:i+1])
				for j := 3; j < columns; j++ {
					if p[j] < DriverLevel {
						called[2*i]++
					}
					if pawn[i][j].Driver {
						called[2*i+1]++
					}
				}
				if p[0] < DriverLevel {
					real[0]++
				}
				if pawn[i][0].Driver {
					real[1]++
				}
			}
			dummies := newIndependence(u[3:])
			p := dummies.given(s, y[:1])
			seen += below(p, .05)
			unadjusted += below(dummies.single(s, y[0], 1), .05)
			aligned += below(dummies.given(estimate.Over(1), y[:1]), DriverLevel)
		}
		for i, k := range called {
			if k > most {
				t.Errorf("%s, output %d: dummies were called drivers %d times in %d seeds, want at most %d", kind, i/2, k, seeds, most)
			}
		}
		if least := seeds * len(withDummies) * 3 / 4; real[0] < least {
			t.Errorf("%s: an input that matters was called a driver only %d times of %d", kind, real[0], seeds*len(withDummies))
		}
		if real[1] < seeds {
			t.Errorf("%s: PAWN calls the only input a driver %d times of %d", kind, real[1], seeds)
		}
		bound := int(float64(seeds)*.05 + 5*math.Sqrt(float64(seeds)*.05*.95))
		if seen > bound {
			t.Errorf("%s: at 0.05, dummies in %d of %d seeds, want at most %d", kind, seen, seeds, bound)
		}
		if kind == design.Random && unadjusted <= bound {
			t.Errorf("%s: unadjusted p-values are not found out: %d of %d seeds", kind, unadjusted, seeds)
		}
		if kind == design.Sobol && aligned <= most {
			t.Errorf("%s: taken for independent points is not found out: %d of %d seeds", kind, aligned, seeds)
		}
	}
}

// below is 1 where any p-value is below the level.
func below(p []float64, level float64) int {
	for _, x := range p {
		if x < level {
			return 1
		}
	}
	return 0
}

// TestRareOutputsAreNotJudged: fewer than 16 cases differ.
func TestRareOutputsAreNotJudged(t *testing.T) {
	s, u := drawn(t, design.Random, 1, 512, 1)
	for _, test := range []struct {
		cases  int
		driver bool
	}{{15, false}, {40, true}} {
		y := evaluated(u, func(x []float64) float64 { return 0 })
		for _, c := range ascending(u[0])[:test.cases] {
			y[c] = 1
		}
		given, err := Given(s, u, [][]float64{y})
		if err != nil {
			t.Fatal(err)
		}
		if g := given[0][0]; g.Driver != test.driver || !test.driver && g.PValue != 1 {
			t.Errorf("%d cases of 512: %+v", test.cases, g)
		}
	}
}
