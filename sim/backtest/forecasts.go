package backtest

import (
	"context"
	"math"

	"steadfast/sim/engine"
	"steadfast/sim/history"
	"steadfast/sim/result"
	"steadfast/sim/score"
)

// Forecasts lists how forecasts come about, in the order of tables.
func Forecasts() []result.Forecast {
	return []result.Forecast{result.FirstRule, result.AsShipped, result.ByHalves, result.LeaveOut}
}

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
	all, a, b shift
	made      map[result.Forecast][]forecast
	least     float64 // smallest effective sample size of a fit whose forecasts are used
}

// forecastAll solves the record as shipped and at the fit, and makes all
// forecasts but those of the first rule. It returns the draws, too.
func (w *world) forecastAll(ctx context.Context, dyad []int, count int) (*forecasts, *table, error) {
	everyone := without(dyad, -1)
	prior, err := w.solve(ctx, make([]float64, len(w.parameters)))
	if err != nil {
		return nil, nil, err
	}
	first, err := prior.fit(everyone)
	if err != nil {
		return nil, nil, err
	}
	near, err := w.solve(ctx, first.at)
	if err != nil {
		return nil, nil, err
	}
	draws := pool(prior, near)
	f := &forecasts{made: map[result.Forecast][]forecast{}, least: math.Inf(1)}
	if f.all, err = draws.fit(everyone); err != nil {
		return nil, nil, err
	}
	n := len(w.arrangements)
	f.made[result.AsShipped] = w.asShipped(prior, dyad)
	f.made[result.ByHalves], f.made[result.LeaveOut] = make([]forecast, n), make([]forecast, n)
	a, b := halves(dyad)
	if f.a, err = f.apart(w, draws, result.ByHalves, b, a); err != nil {
		return nil, nil, err
	}
	if f.b, err = f.apart(w, draws, result.ByHalves, a, b); err != nil {
		return nil, nil, err
	}
	return f, draws, f.leaveOut(ctx, w, draws, dyad, count)
}

// apart forecasts those arrangements by a fit to others.
func (f *forecasts) apart(w *world, draws *table, by result.Forecast, those, others []int) (shift, error) {
	fit, err := draws.fit(others)
	if err == nil {
		f.use(w, draws, by, fit, those, others)
	}
	return fit, err
}

// use forecasts those arrangements at a fit to others.
func (f *forecasts) use(w *world, draws *table, by result.Forecast, fit shift, those, others []int) {
	weights, effective := draws.weigh(fit.at, nil)
	f.least = min(f.least, effective)
	rates := w.baseRates(others)
	for _, i := range those {
		f.made[by][i] = forecast{draws.forecast(i, weights), rates}
	}
}

// leaveOut forecasts each dyad's arrangements by a fit to all others, several
// dyads at a time.
func (f *forecasts) leaveOut(ctx context.Context, w *world, draws *table, dyad []int, count int) error {
	return engine.Run(ctx, engine.Job[shift]{
		Blocks: count, Workers: w.workers,
		NewWorker: func() engine.Worker[shift] {
			return func(_ context.Context, d int) (shift, error) { return draws.fit(without(dyad, d)) }
		},
		Merge: func(d int, fit shift) error {
			var those []int
			for i, of := range dyad {
				if of == d {
					those = append(those, i)
				}
			}
			f.use(w, draws, result.LeaveOut, fit, those, without(dyad, d))
			return nil
		},
	})
}

// asShipped forecasts every arrangement by a table at shift 0.
func (w *world) asShipped(t *table, dyad []int) []forecast {
	even, _ := t.weigh(t.centres[0], nil)
	out := make([]forecast, len(w.arrangements))
	for i := range out {
		out[i] = forecast{t.forecast(i, even), w.baseRates(without(dyad, dyad[i]))}
	}
	return out
}
