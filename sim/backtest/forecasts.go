package backtest

import (
	"context"

	"steadfast/sim/engine"
	"steadfast/sim/history"
	"steadfast/sim/result"
	"steadfast/sim/score"
)

// A forecast is what the model and its first rival give to one arrangement.
type forecast struct {
	cell
	base [kinds][]float64 // the constant base rate of those it could know, by result.BacktestYears
}

// spell is the time of one arrangement to a breach of one kind.
func (w *world) spell(kind, arrangement int) history.Spell {
	if kind == 1 {
		return w.arrangements[arrangement].Limited()
	}
	return w.arrangements[arrangement].Major()
}

// spells are the arrangements' times of one kind.
func (w *world) spells(kind int, of []int) []score.Spell {
	out := make([]score.Spell, len(of))
	for k, i := range of {
		s := w.spell(kind, i)
		out[k] = score.Spell{Years: s.Years(), Event: s.Event}
	}
	return out
}

// baseRates are the shares breached by each year among the arrangements known.
func (w *world) baseRates(known []int) [kinds][]float64 {
	var out [kinds][]float64
	for k := range out {
		alive := score.KaplanMeier(w.spells(k, known))
		for _, years := range result.BacktestYears() {
			out[k] = append(out[k], 1-alive.At(float64(years)))
		}
	}
	return out
}

// forecasts are all forecasts, and what they rest on.
type forecasts struct {
	fits   fits
	refits []fits // with each replicate of the draws left out
	draws  *table
	made   map[result.Forecast][]forecast
	least  float64 // smallest effective sample size of a fit whose forecasts are used
}

// The draws about the first fit: the other fits and the posterior lie about it.
const (
	nearWidth = 1.5 // times as wide as the class
	nearDraws = 2   // times as many as of the class as shipped
)

// forecastAll solves the record as shipped and about the first fit, and makes all
// forecasts but those of the first rule.
func (w *world) forecastAll(ctx context.Context, dyad []int, count int) (*forecasts, error) {
	everyone, still := without(dyad, none), make([]float64, len(w.parameters))
	prior, err := w.solve(ctx, w.design, source{centre: still, width: 1})
	if err != nil {
		return nil, err
	}
	first, err := prior.fit(still, everyone, none)
	if err != nil {
		return nil, err
	}
	more, err := w.designOf(nearDraws * w.design.Len())
	if err != nil {
		return nil, err
	}
	near, err := w.solve(ctx, more, source{centre: first.at, width: nearWidth})
	if err != nil {
		return nil, err
	}
	f := &forecasts{draws: pool(prior, near), made: map[result.Forecast][]forecast{}}
	if f.fits, err = f.draws.fitAll(fits{first, first, first}, dyad, none); err != nil {
		return nil, err
	}
	if f.refits, err = w.refits(ctx, f.draws, f.fits, dyad); err != nil {
		return nil, err
	}
	f.made[result.AsShipped] = w.asShipped(prior, dyad)
	f.made[result.ByHalves] = w.byHalves(f.draws, &f.fits, dyad, none)
	f.least = min(f.fits.a.effective, f.fits.b.effective)
	f.made[result.LeaveOut] = make([]forecast, len(w.arrangements))
	return f, f.leaveOut(ctx, w, dyad, count)
}

// byHalves forecasts each half at the fit to the other, one group of draws left
// out.
func (w *world) byHalves(draws *table, f *fits, dyad []int, left int) []forecast {
	made := make([]forecast, len(w.arrangements))
	a, b := halves(dyad)
	weights, _ := draws.weigh(f.b.at, left, nil)
	w.forecast(made, draws, weights, a, b)
	weights, _ = draws.weigh(f.a.at, left, weights)
	w.forecast(made, draws, weights, b, a)
	return made
}

// forecast forecasts those arrangements by weighed draws, with the base rates of
// others.
func (w *world) forecast(made []forecast, draws *table, weights []float64, those, others []int) {
	rates := w.baseRates(others)
	for _, i := range those {
		made[i] = forecast{draws.forecast(i, weights), rates}
	}
}

// leaveOut forecasts each dyad's arrangements by a fit to all others, several
// dyads at a time.
func (f *forecasts) leaveOut(ctx context.Context, w *world, dyad []int, count int) error {
	return engine.Run(ctx, engine.Job[shift]{
		Blocks: count, Workers: w.workers,
		NewWorker: func() engine.Worker[shift] {
			return func(_ context.Context, d int) (shift, error) {
				return f.draws.fit(f.fits.all.at, without(dyad, d), none)
			}
		},
		Merge: func(d int, fit shift) error {
			var those []int
			for i, of := range dyad {
				if of == d {
					those = append(those, i)
				}
			}
			f.least = min(f.least, fit.effective)
			weights, _ := f.draws.weigh(fit.at, none, nil)
			w.forecast(f.made[result.LeaveOut], f.draws, weights, those, without(dyad, d))
			return nil
		},
	})
}

// asShipped forecasts every arrangement by a table at shift 0.
func (w *world) asShipped(t *table, dyad []int) []forecast {
	out := make([]forecast, len(w.arrangements))
	even, _ := t.weigh(t.sources[0].centre, none, nil)
	for i := range out {
		w.forecast(out, t, even, []int{i}, without(dyad, dyad[i]))
	}
	return out
}
