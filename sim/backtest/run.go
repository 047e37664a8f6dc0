package backtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"steadfast/sim/engine"
	"steadfast/sim/history"
	"steadfast/sim/result"
	"steadfast/sim/score"
)

// A Record is the historical record: a table, and what was read from it.
type Record struct {
	Name         string // of the file, without folder and ending
	Text         []byte
	Arrangements []history.Arrangement
}

// Options says how much is computed.
type Options struct {
	Draws   int    // of the reference class; 0: 512
	Seed    uint64 // of draws, walk and resamples; 0: 1
	Workers int    // 0: as many as processors; changes no number
	// Resamples of dyads behind each interval; 0: 2000.
	Resamples int
	Version   string // of steadfast, for the result
	Progress  func(done, all int)
}

// calibrationBins is how many bins a calibration has.
const calibrationBins = 5

// leastDyads is the smallest number of dyads that have two halves to learn from.
const leastDyads = 4

// ErrFewDyads is the error of a record of too few dyads.
var ErrFewDyads = errors.New("the record has too few dyads")

// The stages of Run that take long: three times the record is solved, by the
// first rule, as shipped, and about the fit, and the posterior is walked through.
const longStages = 4

// Run computes a backtest of a record; shipped holds the scenario files that
// come with the program.
func Run(ctx context.Context, record Record, shipped fs.FS, opt Options) (*result.Backtest, error) {
	if opt.Draws == 0 {
		opt.Draws = 512
	}
	if opt.Seed == 0 {
		opt.Seed = 1
	}
	if opt.Resamples == 0 {
		opt.Resamples = 2000
	}
	arrangements := record.Arrangements
	dyad, names := dyads(arrangements)
	if len(names) < leastDyads {
		return nil, fmt.Errorf("%w: the column dyad names %d, and %d or more are needed to fit one half of them and forecast the other; add rows of other pairs of rivals", ErrFewDyads, len(names), leastDyads)
	}
	progress := stages{all: longStages, tell: opt.Progress}
	w, err := newWorld(Current(), arrangements, shipped, opt)
	if err != nil {
		return nil, err
	}
	if w.rivals, err = referenceCurves(ctx, shipped, opt); err != nil {
		return nil, err
	}
	first, err := newWorld(First(), arrangements, shipped, opt)
	if err != nil {
		return nil, err
	}
	w.progress, first.progress = progress.update, progress.update
	preset, err := first.solve(ctx, first.design, source{centre: make([]float64, len(first.parameters)), width: 1})
	if err != nil {
		return nil, err
	}
	f, err := w.forecastAll(ctx, dyad, len(names))
	if err != nil {
		return nil, err
	}
	f.made[result.FirstRule] = first.asShipped(preset, dyad)
	posterior, err := w.sample(ctx, f.draws, without(dyad, none), f.fits.all.at, opt.Seed)
	if err != nil {
		return nil, err
	}
	r := &result.Backtest{
		Schema: result.Schema, Version: opt.Version, Scenario: record.scenario(),
		Run:           result.Run{Cases: w.design.Len(), Seed: opt.Seed, Design: "sobol", Replicates: w.design.Replicates(), Dimensions: w.width},
		Weibull:       [kinds]result.Weibull{result.Weibull(w.rivals[0]), result.Weibull(w.rivals[1])},
		FitAll:        w.describe(f.fits, f.refits, func(f *fits) shift { return f.all }),
		FitA:          w.describe(f.fits, f.refits, func(f *fits) shift { return f.a }),
		FitB:          w.describe(f.fits, f.refits, func(f *fits) shift { return f.b }),
		HeadlineSkill: w.headlineSkill(f, dyad),
		LeastDraws:    f.least,
		Behind:        w.behindAll(f.made[result.ByHalves]),
		Posterior:     posterior,
	}
	for i := range arrangements {
		r.Arrangements = append(r.Arrangements, w.arrangement(i, dyad[i], f))
	}
	if err := w.scoreAll(ctx, r, f, dyad, opt); err != nil {
		return nil, err
	}
	return r, w.compare(ctx, r, shipped, opt)
}

// scored is what is computed of one set, kind and forecast.
type scored struct {
	scores      []result.Score // by result.BacktestYears
	calibration []result.Calibration
	times       result.TimeScore
}

// scoreAll scores all forecasts of all sets, several at a time.
func (w *world) scoreAll(ctx context.Context, r *result.Backtest, f *forecasts, dyad []int, opt Options) error {
	sets, made := result.BacktestSets(), result.Forecasts()
	return engine.Run(ctx, engine.Job[scored]{
		Blocks: len(made) * len(sets) * kinds, Workers: w.workers,
		NewWorker: func() engine.Worker[scored] {
			return func(ctx context.Context, b int) (s scored, err error) {
				by, set, kind := made[b/kinds/len(sets)], sets[b/kinds%len(sets)], b%kinds
				for h := range result.BacktestYears() {
					if err := ctx.Err(); err != nil {
						return s, err
					}
					s.scores = append(s.scores, w.score(kind, h, set, by, f.made[by], dyad, opt))
					s.calibration = append(s.calibration, w.calibration(kind, h, set, by, f.made[by]))
				}
				s.times = w.scoreTimes(kind, set, by, f.made[by], dyad, opt)
				return s, nil
			}
		},
		Merge: func(_ int, s scored) error {
			r.Scores, r.Calibration, r.Times = append(r.Scores, s.scores...), append(r.Calibration, s.calibration...), append(r.Times, s.times)
			return nil
		},
	})
}

// scenario identifies the record as a result's scenario does.
func (r *Record) scenario() result.Scenario {
	hash := sha256.Sum256(r.Text)
	return result.Scenario{
		Name: r.Name, Title: "Guarantees and ceasefires of history",
		Question: "What did the model give what happened?",
		Hash:     hex.EncodeToString(hash[:]), Flat: string(r.Text), HorizonYears: horizonYears,
	}
}

// arrangement is one arrangement as results hold it.
func (w *world) arrangement(i, dyad int, f *forecasts) result.Arrangement {
	a := &w.arrangements[i]
	out := result.Arrangement{
		ID: a.ID, Name: a.Name, Tier: a.Tier, Core: a.Core, Dyad: a.Dyad, Half: []string{"A", "B"}[dyad%2], Behind: behind(a),
		Start: a.Start.Format(time.DateOnly), End: a.End.Format(time.DateOnly), Risks: map[result.Forecast][kinds]result.Risks{},
	}
	for k := range kinds {
		s := w.spell(k, i)
		out.Outcomes[k] = result.Observed{Years: s.Years(), Event: s.Event}
	}
	for _, by := range result.Forecasts() {
		var risks [kinds]result.Risks
		for k := range kinds {
			row := f.made[by][i].risk[k]
			risks[k] = result.Risks{ByYear: append([]float64(nil), row[:observed]...), Observed: row[observed]}
		}
		out.Risks[by] = risks
	}
	return out
}

// calibration sorts the forecasts of one kind and year into bins.
func (w *world) calibration(kind, h int, set string, by result.Forecast, made []forecast) result.Calibration {
	members := w.inSet(set)
	p := make([]float64, len(members))
	for k, i := range members {
		p[k] = made[i].risk[kind][h]
	}
	years := result.BacktestYears()[h]
	out := result.Calibration{Kind: kindName(kind), Years: years, Set: set, Forecast: by}
	for _, b := range score.Calibration(w.spells(kind, members), p, float64(years), calibrationBins) {
		out.Bins = append(out.Bins, resultBin(b))
	}
	return out
}

// stages makes one progress, in per cent of each, of several jobs.
type stages struct {
	all, finished int
	tell          func(done, all int)
}

func (s *stages) update(done, blocks int) {
	if s.tell != nil {
		s.tell(100*s.finished+100*done/blocks, 100*s.all)
	}
	if done == blocks {
		s.finished++
	}
}
