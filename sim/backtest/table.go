package backtest

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

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
func kindName(kind int) string { return []string{result.MajorBreach, result.LimitedBreach}[kind] }

// observed is the place of the forecast for the observed date, after those of
// the years.
const observed = 4

// A table is what the model says of every arrangement in draws of the reference
// class, some of them moved by each centre.
type table struct {
	centres [][]float64
	scores  [][]float64 // by draw: the fitted parameters' normal scores after the move
	density []float64   // by draw: the logarithm of the density that it was made with, up to a constant
	cells   []cell      // by arrangement, then draw
	draws   int
}

// A cell is one arrangement in one draw.
type cell struct {
	likelihood [kinds]float64               // of the observed time
	risk       [kinds][observed + 1]float64 // by result.BacktestYears, and by the observed date
}

func (t *table) row(arrangement int) []cell {
	return t.cells[arrangement*t.draws:][:t.draws]
}

// blockDraws is how many draws one worker solves at a time.
const blockDraws = 8

// solve computes the table at a centre.
func (w *world) solve(ctx context.Context, centre []float64) (*table, error) {
	n := w.design.Len()
	t := &table{centres: [][]float64{slices.Clone(centre)}, draws: n, scores: make([][]float64, n), cells: make([]cell, n*len(w.arrangements))}
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
				for d := b * blockDraws; d < min((b+1)*blockDraws, n); d++ {
					if err := ctx.Err(); err != nil {
						return made, err
					}
					w.design.Row(d, u)
					made.scores = append(made.scores, w.move(u, centre))
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
				d := b*blockDraws + k
				t.scores[d] = y
				for i := range w.arrangements {
					t.cells[i*n+d] = made.cells[k*len(w.arrangements)+i]
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
	all := new(table)
	for _, t := range tables {
		all.centres = append(all.centres, t.centres...)
		all.scores = append(all.scores, t.scores...)
		all.draws += t.draws
	}
	for i := range len(tables[0].cells) / tables[0].draws {
		for _, t := range tables {
			all.cells = append(all.cells, t.row(i)...)
		}
	}
	all.measure()
	return all
}

// move shifts the fitted coordinates of a point and returns their normal scores
// after the shift.
func (w *world) move(u, centre []float64) []float64 {
	y := make([]float64, len(w.parameters))
	for j, p := range w.parameters {
		y[j] = distuv.UnitNormal.Quantile(u[p.column]) + centre[j]
		u[p.column] = shifted(u[p.column], centre[j])
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
