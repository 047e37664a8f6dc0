package sensitivity

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/estimate"
)

// airport is the game of S. C. Littlechild and G. Owen (Management Science 20,
// 1973): a subset costs what its dearest member does, the player numbered
// i = 0 … n − 1 costing i + 1. The share of player i is Σⱼ≤ᵢ 1/(n − j).
func airport(subset uint64) []float64 { return []float64{float64(bits.Len64(subset))} }

func airportShare(i, players int) float64 {
	share := 0.0
	for j := range i + 1 {
		share += 1 / float64(players-j)
	}
	return share
}

func TestShapleyExact(t *testing.T) {
	for players := 1; players <= exactPlayers; players++ {
		s := NewShapley(players, 0, 0)
		if got, want := len(s.Subsets()), 1<<players; got != want {
			t.Errorf("%d players: %d subsets, want %d", players, got, want)
		}
		for i, share := range s.Values(airport) {
			want := airportShare(i, players)
			if m := share[0]; math.Abs(m.Mean-want) > 1e-12 || m.StdErr != 0 || m.Lo != m.Mean || m.Hi != m.Mean {
				t.Errorf("%d players: share of %d = %+v, want exactly %v", players, i, m, want)
			}
		}
	}
	if got := NewShapley(0, 0, 0).Values(airport); len(got) != 0 {
		t.Errorf("shares of nobody: %v", got)
	}
}

// TestShapleySampled holds sampled shares within 5 standard errors of the
// truth, and holds that the shares of another player would be noticed.
func TestShapleySampled(t *testing.T) {
	const players = 12
	values := NewShapley(players, 2000, 21).Values(airport)
	for i, share := range values {
		if m := share[0]; !(math.Abs(m.Mean-airportShare(i, players)) <= 5*m.StdErr) {
			t.Errorf("share of %d = %.4f ± %.4f, want %.4f", i, m.Mean, m.StdErr, airportShare(i, players))
		}
	}
	if m := values[players-1][0]; math.Abs(m.Mean-airportShare(players-2, players)) <= 5*m.StdErr {
		t.Error("the share of the next player would not be noticed")
	}
	if m := values[0][0]; m.StdErr == 0 || m.Lo >= m.Mean || m.Hi <= m.Mean {
		t.Errorf("share of 0 = %+v, want an interval", m)
	}
}

// TestShapleyIntervalsCover counts in how many of 200 seeds the intervals cover
// each share: 190 less 5 standard errors of 3.1, so from 174 on. Intervals of
// half the width must fail.
func TestShapleyIntervalsCover(t *testing.T) {
	const players, seeds, least = 9, 200, 174
	covered, half := map[string]int{}, map[string]int{}
	for seed := range uint64(seeds) {
		for i, share := range NewShapley(players, 100, seed).Values(airport) {
			count(covered, half, fmt.Sprint(i), share[0], airportShare(i, players))
		}
	}
	for i, n := range covered {
		if n < least || half[i] >= least {
			t.Errorf("share of %s covered in %d, by half the interval in %d of %d seeds; want at least %d, and fewer", i, n, half[i], seeds, least)
		}
	}
}

// TestShapleyAxioms holds, for random games, that the shares add up to all
// that is to be divided, that a dummy has nothing, that players who do the
// same have the same where shares are exact, and that shares are linear.
func TestShapleyAxioms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		players := rapid.IntRange(3, 14).Draw(t, "players")
		weights := rapid.SliceOfN(rapid.Float64Range(-2, 2), players, players).Draw(t, "weights")
		weights[0] = weights[1]
		calls := 0
		value := func(subset uint64) []float64 {
			calls++
			sum := 1.0
			for i, w := range weights[:players-1] { // the last player is a dummy
				if subset>>i&1 == 1 {
					sum += w
				}
			}
			return []float64{math.Exp(sum), sum * sum, math.Exp(sum) - 3*sum*sum}
		}
		s := NewShapley(players, 20, rapid.Uint64().Draw(t, "seed"))
		shares := s.Values(value)
		if subsets := s.Subsets(); calls != len(subsets) || !slices.IsSorted(subsets) || len(slices.Compact(slices.Clone(subsets))) != len(subsets) {
			t.Fatalf("%d calls for the subsets %v, want each once", calls, subsets)
		}
		all, none := value(1<<players-1), value(0)
		for c := range all {
			sum, scale := 0.0, math.Abs(all[c])+math.Abs(none[c])
			for i := range shares {
				sum += shares[i][c].Mean
				scale += math.Abs(shares[i][c].Mean)
			}
			if math.Abs(sum-(all[c]-none[c])) > 1e-12*scale {
				t.Fatalf("shares of component %d add up to %v, want %v", c, sum, all[c]-none[c])
			}
			if shares[players-1][c] != (estimate.Mean{}) {
				t.Fatalf("share of a dummy = %+v, want 0", shares[players-1][c])
			}
			if d := shares[0][c].Mean - shares[1][c].Mean; players <= exactPlayers && math.Abs(d) > 1e-12*scale {
				t.Fatalf("two alike differ by %v in component %d", d, c)
			}
		}
		for i, share := range shares {
			scale := math.Abs(share[0].Mean) + math.Abs(share[1].Mean) + math.Abs(all[0]) + math.Abs(all[1])
			if math.Abs(share[0].Mean-3*share[1].Mean-share[2].Mean) > 1e-11*scale {
				t.Fatalf("share of %d is not linear: %+v", i, share)
			}
		}
	})
}

func TestShapleyManyPlayers(t *testing.T) {
	if n := len(NewShapley(9, 0, 1).orders); n != 200 {
		t.Errorf("%d orders where none are asked for, want 200", n)
	}
	s := NewShapley(63, 4, 1)
	subsets := s.Subsets()
	if subsets[0] != 0 || subsets[len(subsets)-1] != 1<<63-1 || len(subsets) > 2+4*62 {
		t.Errorf("%d subsets from %#x to %#x", len(subsets), subsets[0], subsets[len(subsets)-1])
	}
	for _, bad := range [][2]int{{64, 0}, {-1, 0}, {9, 2}, {9, 5}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("no panic for %d players in %d orders", bad[0], bad[1])
				}
			}()
			NewShapley(bad[0], bad[1], 0)
		}()
	}
}
