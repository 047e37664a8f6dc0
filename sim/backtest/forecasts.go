package backtest

import (
	"context"
	"math"

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

// near is how many times as wide as the class the draws about the first fit are
// made, and how many times as many: the fits and the posterior lie about it.
const (
	nearWidth = 1.5
	nearDraws = 2
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
	f := &forecasts{draws: pool(prior, near), made: map[result.Forecast][]forecast{}, least: math.Inf(1)}
	a, b := halves(dyad)
	for _, one := range []struct {
		into *shift
		from []int
	}{{&f.fits.all, everyone}, {&f.fits.a, a}, {&f.fits.b, b}} {
		if *one.into, err = f.draws.fit(first.at, one.from, none); err != nil {
			return nil, err
		}
	}
	if f.refits, err = w.refits(ctx, f.draws, f.fits, dyad); err != nil {
		return nil, err
	}
	f.made[result.AsShipped] = w.asShipped(prior, dyad)
	f.made[result.ByHalves] = w.byHalves(f.draws, &f.fits, dyad, none)
	f.least = min(f.least, f.fits.a.effective, f.fits.b.effective)
	f.made[result.LeaveOut] = make([]forecast, len(w.arrangements))
	return f, f.leaveOut(ctx, w, dyad, count)
}

// byHalves forecasts each half at the fit to the other, one group of draws left
// out.
func (w *world) byHalves(draws *table, f *fits, dyad []int, left int) []forecast {
	made := make([]forecast, len(w.arrangements))
	a, b := halves(dyad)
	w.forecast(made, draws, f.b.at, left, a, b)
	w.forecast(made, draws, f.a.at, left, b, a)
	return made
}

// forecast forecasts those arrangements at a shift, with the base rates of
// others.
func (w *world) forecast(made []forecast, draws *table, at []float64, left int, those, others []int) {
	weights, _ := draws.weigh(at, left, nil)
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
			w.forecast(f.made[result.LeaveOut], f.draws, fit.at, none, those, without(dyad, d))
			return nil
		},
	})
}

// asShipped forecasts every arrangement by a table at shift 0.
func (w *world) asShipped(t *table, dyad []int) []forecast {
	out := make([]forecast, len(w.arrangements))
	for i := range out {
		w.forecast(out, t, t.sources[0].centre, none, []int{i}, without(dyad, dyad[i]))
	}
	return out
}
