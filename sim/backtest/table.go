package backtest

import (
	"context"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/design"
	"steadfast/sim/engine"
	"steadfast/sim/history"
	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// horizonYears is the last year of the forecasts.
const horizonYears = 20

// kinds is how many kinds of breach there are: 0 major, 1 limited or major.
const kinds = 2

// kindName is what files call a kind.
func kindName(kind int) string { return result.BreachKinds()[kind] }

// observed is the place of the forecast for the observed date, after those of
// the years.
const observed = 4

// A table is what the model says of every arrangement in draws of the reference
// class, made at some sources.
type table struct {
	sources    []source
	draws      int
	groups     []int       // by draw: the replicate of the design that it belongs to
	scores     [][]float64 // by draw: the fitted parameters' normal scores after the move
	density    []float64   // by draw: the logarithm of the density that it was made with, up to a constant
	likelihood [][]float64 // of the observed time: by arrangement and kind, then draw
	risks      [][]risks   // by arrangement, then draw
}

// A source is where draws were made: the class moved to a centre, and so many
// times as wide as it is.
type source struct {
	centre []float64
	width  float64
	draws  int
}

// risks are the probabilities of a breach, by kind: by each of
// result.BacktestYears, and by the observed date.
type risks [kinds][observed + 1]float64

// A cell is one arrangement in one draw.
type cell struct {
	likelihood [kinds]float64 // of the observed time
	risk       risks
}

// of are the likelihoods of one arrangement's time of one kind, by draw.
func (t *table) of(arrangement, kind int) []float64 { return t.likelihood[arrangement*kinds+kind] }

// blockDraws is how many draws one worker solves at a time.
const blockDraws = 8

// solve computes the table of the draws of a design at a source.
func (w *world) solve(ctx context.Context, d *design.Design, from source) (*table, error) {
	n := d.Len()
	from.draws = n
	t := &table{sources: []source{from}, draws: n, scores: make([][]float64, n)}
	for c := range n {
		t.groups = append(t.groups, d.Replicate(c))
	}
	for range w.arrangements {
		t.risks = append(t.risks, make([]risks, n))
		for range kinds {
			t.likelihood = append(t.likelihood, make([]float64, n))
		}
	}
	type block struct {
		scores [][]float64
		cells  []cell // by draw, then arrangement
	}
	err := engine.Run(ctx, engine.Job[block]{
		Blocks: (n + blockDraws - 1) / blockDraws, Workers: w.workers, Progress: w.progress,
		NewWorker: func() engine.Worker[block] {
			resolver, game := w.scenario.Resolver(), model.NewGame()
			var resolved scenario.Resolved
			var out model.Outcome
			u := make([]float64, w.width)
			return func(ctx context.Context, b int) (block, error) {
				var made block
				for c := b * blockDraws; c < min((b+1)*blockDraws, n); c++ {
					if err := ctx.Err(); err != nil {
						return made, err
					}
					d.Row(c, u)
					made.scores = append(made.scores, w.move(u, from))
					if err := resolver.Resolve(u[:w.columns], &resolved); err != nil {
						return made, err
					}
					power := exponent
					if w.width > w.columns {
						power = w.parameters[len(w.parameters)-1].number.Quantile(u[w.columns])
					}
					for i := range w.arrangements {
						kase := resolved.Packages[w.packages[i]].Case
						rescale(&kase, w.arrangements[i].CapabilityRatio, power)
						made.cells = append(made.cells, w.cell(game, kase, &out, i))
					}
				}
				return made, nil
			}
		},
		Merge: func(b int, made block) error {
			for k, y := range made.scores {
				c := b*blockDraws + k
				t.scores[c] = y
				for i := range w.arrangements {
					cell := made.cells[k*len(w.arrangements)+i]
					t.risks[i][c] = cell.risk
					for kind, l := range cell.likelihood {
						t.of(i, kind)[c] = l
					}
				}
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	t.measure()
	return t, nil
}

// pool is one table of the draws of several.
func pool(tables ...*table) *table {
	all := &table{likelihood: make([][]float64, len(tables[0].likelihood)), risks: make([][]risks, len(tables[0].risks))}
	for _, t := range tables {
		all.draws += t.draws
		all.sources, all.groups, all.scores = append(all.sources, t.sources...), append(all.groups, t.groups...), append(all.scores, t.scores...)
		for i := range t.likelihood {
			all.likelihood[i] = append(all.likelihood[i], t.likelihood[i]...)
		}
		for i := range t.risks {
			all.risks[i] = append(all.risks[i], t.risks[i]...)
		}
	}
	all.measure()
	return all
}

// move puts the fitted coordinates of a point where the source has them, and
// returns their normal scores there.
func (w *world) move(u []float64, to source) []float64 {
	y := make([]float64, len(w.parameters))
	for j, p := range w.parameters {
		y[j] = to.centre[j] + to.width*distuv.UnitNormal.Quantile(u[p.column])
		u[p.column] = probability(y[j])
	}
	return y
}

// cell solves one arrangement in one draw.
func (w *world) cell(game *model.Game, kase model.Case, out *model.Outcome, arrangement int) cell {
	kase.HorizonYears = math.Max(horizonYears, math.Ceil(float64(w.spell(0, arrangement).Months+1)/12))
	game.Solve(&kase)
	game.Exact(out)
	var c cell
	for k, curve := range [kinds][]float64{out.Major, out.Limited} {
		spell := w.spell(k, arrangement)
		c.likelihood[k] = likelihood(curve, spell)
		for h, years := range result.BacktestYears() {
			c.risk[k][h] = model.AtYear(curve, years)
		}
		c.risk[k][observed] = byTheEnd(curve, spell)
	}
	return c
}

// likelihood is the probability of a spell under a cumulative curve by month:
// that the event falls into the month in which it fell, or that none falls
// into the months watched.
func likelihood(curve []float64, s history.Spell) float64 {
	before := 0.0
	if s.Months > 0 {
		before = curve[s.Months-1]
	}
	if s.Event {
		return curve[s.Months] - before
	}
	return 1 - before
}

// byTheEnd is the probability of an event by the end of the spell, the month of
// the event included.
func byTheEnd(curve []float64, s history.Spell) float64 {
	months := s.Months
	if s.Event {
		months++
	}
	if months == 0 {
		return 0
	}
	return curve[months-1]
}
