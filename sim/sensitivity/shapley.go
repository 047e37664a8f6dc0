package sensitivity

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"

	"steadfast/sim/chance"
	"steadfast/sim/estimate"
)

const (
	// exactPlayers is up to how many players all subsets are evaluated.
	exactPlayers = 8
	// maxPlayers is how many fit the bits of a subset and leave one.
	maxPlayers = 63
	// defaultOrders is how many orders are sampled of more players.
	defaultOrders = 200
)

// Shapley divides what all players together make of a value among them: the
// share of a player is the mean, over all orders in which the players may
// join, of what it adds to those before it (L. S. Shapley, Contributions to
// the Theory of Games II, 1953). A subset of players is a bit mask: bit i is
// player i.
//
// Up to 8 players all 2ⁿ subsets are evaluated and the shares are exact. For
// more, orders are sampled, each with its reverse (antithetic pairs: R.
// Mitchell, J. Cooper, E. Frank and G. Holmes, Journal of Machine Learning
// Research 23, 2022). In both cases the shares add up to the value of all less
// that of none, to rounding, because they do in every order.
type Shapley struct {
	players int
	orders  [][]int // an order at 2p and its reverse at 2p + 1; nil where all subsets are evaluated
}

// NewShapley returns the division among 0 … 63 players. orders is how many
// orders are sampled where there are more than 8 players, an even number of at
// least 4; 0 means 200. The seed matters only there. Sampled shares depend on
// the numbering of the players within their standard errors.
func NewShapley(players, orders int, seed uint64) *Shapley {
	if orders == 0 {
		orders = defaultOrders
	}
	if players < 0 || players > maxPlayers || orders < 4 || orders%2 != 0 {
		panic(fmt.Sprintf("sensitivity: %d players in %d orders, want at most %d in an even number from 4", players, orders, maxPlayers))
	}
	s := &Shapley{players: players}
	if players <= exactPlayers {
		return s
	}
	r := rand.New(chance.New(seed, chance.Ordering, 0, 0, 0))
	for range orders / 2 {
		order := r.Perm(players)
		reverse := slices.Clone(order)
		slices.Reverse(reverse)
		s.orders = append(s.orders, order, reverse)
	}
	return s
}

// Subsets returns the subsets whose values are needed, each once, ascending:
// first that of nobody, last that of all.
func (s *Shapley) Subsets() []uint64 {
	var subsets []uint64
	if s.orders == nil {
		for subset := range uint64(1) << s.players {
			subsets = append(subsets, subset)
		}
		return subsets
	}
	for _, order := range s.orders {
		subset := uint64(0)
		subsets = append(subsets, subset)
		for _, i := range order {
			subset |= 1 << i
			subsets = append(subsets, subset)
		}
	}
	slices.Sort(subsets)
	return slices.Compact(subsets)
}

// Values returns every player's share of every component of the value, with
// the error of sampling orders (Student's t over pairs of orders); exact
// shares have none. The result is by player, then by component.
//
// value is called once for each of Subsets, in their order, and returns the
// same number of components each time; it must not reuse the slice. Shares are
// linear in the value, so components may be several numbers, or one in each
// replicate of a design.
func (s *Shapley) Values(value func(subset uint64) []float64) [][]estimate.Mean {
	values := make(map[uint64][]float64)
	components := -1
	for _, subset := range s.Subsets() {
		v := value(subset)
		if components < 0 {
			components = len(v)
		}
		if len(v) != components {
			panic(fmt.Sprintf("sensitivity: a value of %d components after one of %d", len(v), components))
		}
		values[subset] = v
	}
	shares := make([][]estimate.Mean, s.players)
	for i := range shares {
		shares[i] = make([]estimate.Mean, components)
		for c := range shares[i] {
			if s.orders == nil {
				x := s.exact(i, c, values)
				shares[i][c] = estimate.Mean{Mean: x, Lo: x, Hi: x}
			} else {
				shares[i][c] = s.sampled(i, c, values)
			}
		}
	}
	return shares
}

// exact weighs what player i adds to a subset of the others by the share of
// orders in which just they come before: |S|!·(n − 1 − |S|)!/n!.
func (s *Shapley) exact(i, component int, values map[uint64][]float64) float64 {
	weights := make([]float64, s.players)
	weights[0] = 1 / float64(s.players)
	for size := 1; size < s.players; size++ {
		weights[size] = weights[size-1] * float64(size) / float64(s.players-size)
	}
	share := 0.0
	for subset := range uint64(1) << s.players {
		if subset>>i&1 == 0 {
			added := values[subset|1<<i][component] - values[subset][component]
			share += weights[bits.OnesCount64(subset)] * added
		}
	}
	return share
}

// sampled is the mean over pairs of orders of what player i adds.
func (s *Shapley) sampled(i, component int, values map[uint64][]float64) estimate.Mean {
	pairs := make([]float64, len(s.orders)/2)
	for p, order := range s.orders {
		before := uint64(0)
		for _, player := range order {
			if player == i {
				break
			}
			before |= 1 << player
		}
		pairs[p/2] += (values[before|1<<i][component] - values[before][component]) / 2
	}
	return estimate.Over(1).Mean(pairs)
}

// Orders is how many orders are sampled; 0 where all subsets are evaluated.
func (s *Shapley) Orders() int { return len(s.orders) }
