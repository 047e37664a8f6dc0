package sensitivity

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"steadfast/sim/chance"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// gridLevels is the number of levels of the grid of trajectories, p, and a
// factor moves by gridStep, Δ = p/(2(p − 1)) = 2/3.
const (
	gridLevels = 4
	gridStep   = 2.0 / 3
)

// A Screen lays trajectories through the unit cube for elementary effects
// (M. D. Morris, Technometrics 33, 1991). A trajectory starts anywhere on a
// grid of 4 levels, 0, 1/3, 2/3 and 1, and moves one factor at a time, each
// once and in random order, by Δ = 2/3: k + 1 points for k factors.
//
// The grid runs from the quantile Lo to the quantile Hi of every column, level
// l being the uniform Lo + l·(Hi − Lo). With 0 and 1, the classical grid, half
// of the points are at the ends of the distributions, which need not be finite;
// 0.025 and 0.975 keep within the central 95 %. Effects are per unit of the
// grid: the change of the output, per full way of the factor from Lo to Hi.
//
// All that is random is drawn under the names of the columns, so that the
// order of the columns and of the factors changes nothing.
type Screen struct {
	Columns      []string // the name of each column, each once
	Factors      [][]int  // the columns of each, one or more; no column in two. Columns in none stay where they start
	Trajectories int      // at least 2
	Seed         uint64
	Lo, Hi       float64 // 0 ≤ Lo < Hi ≤ 1
}

// Trials is the number of points of a trajectory: 1 + factors.
func (s *Screen) Trials() int { return 1 + len(s.Factors) }

// Row writes point t, 0 ≤ t < Trials, of a trajectory into dst, one uniform a
// column. It panics where dst has not one element a column or the point is
// none of the screen's.
func (s *Screen) Row(trajectory, t int, dst []float64) {
	s.check()
	if len(dst) != len(s.Columns) || trajectory < 0 || trajectory >= s.Trajectories || t < 0 || t >= s.Trials() {
		panic(fmt.Sprintf("sensitivity: point %d of trajectory %d into a row of %d, want one of %d points, %d trajectories, %d columns",
			t, trajectory, len(dst), s.Trials(), s.Trajectories, len(s.Columns)))
	}
	way := s.way(trajectory)
	at := slices.Clone(way.start)
	for _, i := range way.order[:t] {
		for _, j := range s.Factors[i] {
			at[j] = partner(at[j])
		}
	}
	for j, level := range at {
		dst[j] = s.Lo + (s.Hi-s.Lo)*float64(level)/(gridLevels-1)
	}
}

// Effects summarises the elementary effects of every factor on an output:
// values[r][t] is the output at point t of trajectory r.
//
// Mu is their mean, MuStar the mean of their absolute values, which effects of
// both signs do not cancel (F. Campolongo, J. Cariboni and A. Saltelli,
// Environmental Modelling & Software 22, 2007), both with 95 % intervals over
// trajectories, Student's t; Sigma is their standard deviation, large where
// the factor interacts or acts nonlinearly. The columns of a factor of several
// start at levels of their own and so may move in opposite directions; its
// effects carry the sign of the way of the column first by name, and only
// MuStar says how much the factor matters.
func (s *Screen) Effects(values [][]float64) []result.Elementary {
	s.check()
	if len(values) != s.Trajectories {
		panic(fmt.Sprintf("sensitivity: values of %d trajectories, want %d", len(values), s.Trajectories))
	}
	effects := make([][]float64, len(s.Factors))
	for i := range effects {
		effects[i] = make([]float64, s.Trajectories)
	}
	for r, y := range values {
		if len(y) != s.Trials() {
			panic(fmt.Sprintf("sensitivity: %d values in trajectory %d, want %d", len(y), r, s.Trials()))
		}
		way := s.way(r)
		for t, i := range way.order {
			step := gridStep
			if start := way.start[s.lead(i)]; start > partner(start) {
				step = -gridStep
			}
			effects[i][r] = (y[t+1] - y[t]) / step
		}
	}
	all := make([]result.Elementary, len(s.Factors))
	for i, of := range effects {
		all[i] = elementary(of)
	}
	return all
}

// elementary summarises the effects of one factor. It modifies its argument.
func elementary(effects []float64) result.Elementary {
	sampler := estimate.Over(1)
	mu := sampler.Mean(effects)
	for r, x := range effects {
		effects[r] = math.Abs(x)
	}
	return result.Elementary{
		Mu:     mu,
		MuStar: sampler.Mean(effects),
		Sigma:  mu.StdErr * math.Sqrt(float64(len(effects))),
	}
}

// A way is what is random of a trajectory: the level, 0 … 3, at which each
// column starts, and the order in which the factors move.
type way struct {
	start []int
	order []int
}

// The words of a column's draw for a trajectory.
const (
	startWord = iota
	orderWord
)

func (s *Screen) way(trajectory int) way {
	w := way{start: make([]int, len(s.Columns)), order: make([]int, len(s.Factors))}
	keys := make([]uint64, len(s.Columns))
	for j, name := range s.Columns {
		words := chance.Draw(s.Seed, chance.Trajectory, uint64(trajectory), chance.Name(name), 0, 0)
		w.start[j] = int(words[startWord] % gridLevels)
		keys[j] = words[orderWord]
	}
	for i := range w.order {
		w.order[i] = i
	}
	slices.SortFunc(w.order, func(a, b int) int { return cmp.Compare(keys[s.lead(a)], keys[s.lead(b)]) })
	return w
}

// partner is the level at distance Δ from a level: two levels on or back.
func partner(level int) int { return (level + gridLevels/2) % gridLevels }

// lead is the column of a factor that is first by name.
func (s *Screen) lead(factor int) int {
	columns := s.Factors[factor]
	first := columns[0]
	for _, j := range columns {
		if s.Columns[j] < s.Columns[first] {
			first = j
		}
	}
	return first
}

// check panics where the screen is none.
func (s *Screen) check() {
	if !(0 <= s.Lo && s.Lo < s.Hi && s.Hi <= 1) {
		panic(fmt.Sprintf("sensitivity: a grid from %v to %v, want 0 ≤ lo < hi ≤ 1", s.Lo, s.Hi))
	}
	if s.Trajectories < 2 {
		panic(fmt.Sprintf("sensitivity: %d trajectories, want at least 2", s.Trajectories))
	}
	checkFactors(len(s.Columns), s.Factors)
	taken := make([]bool, len(s.Columns))
	for i, factor := range s.Factors {
		for _, j := range factor {
			if taken[j] {
				panic(fmt.Sprintf("sensitivity: column %d of factor %d is in another factor as well", j, i))
			}
			taken[j] = true
		}
	}
}
