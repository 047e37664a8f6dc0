package sensitivity

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"steadfast/sim/result"
)

// walk runs a function of the columns at all points of a screen.
func walk(s *Screen, of func(u []float64) float64) [][]float64 {
	y := make([][]float64, s.Trajectories)
	row := make([]float64, len(s.Columns))
	for r := range y {
		y[r] = make([]float64, s.Trials())
		for t := range y[r] {
			s.Row(r, t, row)
			y[r][t] = of(row)
		}
	}
	return y
}

// Ishigami's elementary effects on the classical grid.
var (
	ishigamiMu     = []float64{7.704054111593106, 0, 0}
	ishigamiMuStar = []float64{7.704054111593106, 7.875, 6.248796103333119}
	ishigamiSigma  = []float64{6.248796103333119, 7.875, 8.837132197837844}
)

// TestMorrisExpectations enumerates every effect of the grid once.
func TestMorrisExpectations(t *testing.T) {
	for i := range 3 {
		var effects []float64
		for cell := range 64 {
			at := []int{cell % 4, cell / 4 % 4, cell / 16}
			if at[i] > partner(at[i]) {
				continue
			}
			y := func() float64 {
				return ishigami.of([]float64{float64(at[0]) / 3, float64(at[1]) / 3, float64(at[2]) / 3})
			}
			low := y()
			at[i] = partner(at[i])
			effects = append(effects, (y()-low)/gridStep)
		}
		var mu, muStar, sigma float64
		for _, x := range effects {
			mu += x / 32
			muStar += math.Abs(x) / 32
		}
		for _, x := range effects {
			sigma += square(x-mu) / 32
		}
		got := []float64{mu, muStar, math.Sqrt(sigma)}
		want := []float64{ishigamiMu[i], ishigamiMuStar[i], ishigamiSigma[i]}
		if len(effects) != 32 || !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-12 }) {
			t.Errorf("factor %d: %v over %d cells, want %v over 32", i, got, len(effects), want)
		}
	}
}

// TestMorrisKnownAnswers holds a sample against those expectations, and holds
// that a step of 1 for 2/3, or a grid of another width, would be noticed.
func TestMorrisKnownAnswers(t *testing.T) {
	s := &Screen{Columns: names(3), Factors: singles(3), Trajectories: 2000, Seed: 11, Lo: 0, Hi: 1}
	off := func(s *Screen, by float64) int {
		n := 0
		for i, x := range s.Effects(walk(s, ishigami.of)) {
			if math.Abs(by*x.Mu.Mean-ishigamiMu[i]) > 5*x.Mu.StdErr+1e-12 {
				n++
			}
			if math.Abs(by*x.MuStar.Mean-ishigamiMuStar[i]) > 5*x.MuStar.StdErr+1e-12 {
				n++
			}
			// The largest kurtosis of the three is below 3, so the variance's
			// standard error is below √2·σ²/√n, and that of σ half as large.
			if math.Abs(by*x.Sigma-ishigamiSigma[i]) > 5*ishigamiSigma[i]/math.Sqrt(2*float64(s.Trajectories)) {
				n++
			}
		}
		return n
	}
	if n := off(s, 1); n != 0 {
		t.Errorf("%d values further than 5 standard errors: %+v", n, s.Effects(walk(s, ishigami.of)))
	}
	if off(s, gridStep) == 0 {
		t.Error("a step of 1 for 2/3 would not be noticed")
	}
	narrow := *s
	narrow.Lo, narrow.Hi = 0.025, 0.975
	if off(&narrow, 1) == 0 {
		t.Error("a narrower grid would not be noticed")
	}
}

func TestTrajectories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &Screen{
			Columns: names(6), Factors: [][]int{{4}, {0, 3}, {1}, {5}}, // column 2 is in none
			Trajectories: 5, Seed: rapid.Uint64().Draw(t, "seed"), Lo: 0.025, Hi: 0.975,
		}
		r := rapid.IntRange(0, 4).Draw(t, "trajectory")
		before, row := make([]float64, 6), make([]float64, 6)
		s.Row(r, 0, before)
		moves := make([]int, 6)
		for point := 1; point < s.Trials(); point++ {
			s.Row(r, point, row)
			var moved []int
			for j := range row {
				if row[j] != before[j] {
					moved = append(moved, j)
					moves[j]++
					if step := math.Abs(row[j]-before[j]) / (s.Hi - s.Lo); math.Abs(step-gridStep) > 1e-12 {
						t.Fatalf("column %d moves by %v of the grid, want 2/3", j, step)
					}
				}
				if row[j] < s.Lo || row[j] > s.Hi {
					t.Fatalf("column %d at %v, want it from %v to %v", j, row[j], s.Lo, s.Hi)
				}
			}
			if !slices.ContainsFunc(s.Factors, func(f []int) bool { return slices.Equal(f, moved) }) {
				t.Fatalf("columns %v move at point %d, want those of one factor", moved, point)
			}
			copy(before, row)
		}
		if diff := cmp.Diff([]int{1, 1, 0, 1, 1, 1}, moves); diff != "" {
			t.Fatalf("moves of each column (-want +got):\n%s", diff)
		}
	})
}

// TestScreenOrderChangesNoBit permutes columns and factors.
func TestScreenOrderChangesNoBit(t *testing.T) {
	s := &Screen{Columns: names(3), Factors: [][]int{{0}, {1}, {2}}, Trajectories: 10, Seed: 12, Lo: 0.1, Hi: 0.9}
	want := s.Effects(walk(s, ishigami.of))
	permuted := *s
	permuted.Columns = []string{"x002", "x000", "x001"}
	permuted.Factors = [][]int{{2}, {0}, {1}} // x001, x002, x000
	got := permuted.Effects(walk(&permuted, func(u []float64) float64 { return ishigami.of([]float64{u[1], u[2], u[0]}) }))
	if diff := cmp.Diff([]result.Elementary{want[1], want[2], want[0]}, got); diff != "" {
		t.Errorf("effects (-want +got):\n%s", diff)
	}
}

func TestEffectsOfALine(t *testing.T) {
	s := &Screen{Columns: names(4), Factors: [][]int{{0}, {1, 2}, {3}}, Trajectories: 50, Seed: 13, Lo: 0.25, Hi: 0.75}
	got := s.Effects(walk(s, func(u []float64) float64 { return 4*u[0] + u[1] - 8*u[2] }))
	if m := got[0]; math.Abs(m.Mu.Mean-2) > 1e-12 || math.Abs(m.MuStar.Mean-2) > 1e-12 || m.Sigma > 1e-12 {
		t.Errorf("effects of 4x on half of the unit: %+v, want 2 and no spread", m)
	}
	if m := got[1]; m.MuStar.Mean <= m.Mu.Mean || m.MuStar.Lo > 4 || m.MuStar.Hi < 4 {
		t.Errorf("effects of a group whose parts do not move alike: %+v, want mu* of about (0.5·(1 + 8) + 0.5·(8 − 1))/2 = 4", m)
	}
	if diff := cmp.Diff(result.Elementary{}, got[2]); diff != "" {
		t.Errorf("effects of a dummy (-want +got):\n%s", diff)
	}
}

func TestScreenPanics(t *testing.T) {
	good := Screen{Columns: names(2), Factors: singles(2), Trajectories: 2, Hi: 1}
	tests := map[string]func(s *Screen){
		"grid":         func(s *Screen) { s.Lo = 1 },
		"trajectories": func(s *Screen) { s.Trajectories = 1 },
		"shared":       func(s *Screen) { s.Factors = [][]int{{0}, {1, 0}} },
		"values":       func(s *Screen) { s.Effects(make([][]float64, 3)) },
		"points":       func(s *Screen) { s.Effects(make([][]float64, 2)) },
		"row":          func(s *Screen) { s.Row(0, 3, make([]float64, 2)) },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			s := good
			spoil(&s)
			s.Row(0, 0, make([]float64, 2))
		})
	}
}
