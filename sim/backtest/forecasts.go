package backtest

import (
	"context"
	"math"

	"steadfast/sim/history"
	"steadfast/sim/score"
)

// A Method is how a forecast came about.
type Method string

// The methods.
const (
	Preset   Method = "first_rule"     // the first rule, the ranges as they ship
	Shipped  Method = "shipped"        // the ranges as they ship
	Halves   Method = "halves"         // each half by ranges fitted to the other
	LeaveOut Method = "leave_dyad_out" // each dyad by ranges fitted to all others
)

// Methods lists the methods.
func Methods() []Method { return []Method{Preset, Shipped, Halves, LeaveOut} }

// A forecast is what a method and its two rivals give to one arrangement.
type forecast struct {
	cell
	base [kinds][]float64 // the constant base rate of those it could know, by the years of Horizons
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
		for _, years := range Horizons() {
			out[k] = append(out[k], 1-alive.At(float64(years)))
		}
	}
	return out
}

// fits are what the forecasts rest on.
type fits struct {
	all, a, b Fit
	forecasts map[Method][]forecast
	least     float64 // smallest effective sample size of a fit whose forecasts are used
}

// forecastAll solves the record as shipped and at the fit, and makes all
// forecasts.
func (w *world) forecastAll(ctx context.Context, dyad []int, count int) (*fits, *table, error) {
	everyone := without(dyad, -1)
	zero := make([]float64, len(w.parameters))
	prior, err := w.solve(ctx, zero)
	if err != nil {
		return nil, nil, err
	}
	first, err := w.fit(prior, everyone)
	if err != nil {
		return nil, nil, err
	}
	near, err := w.solve(ctx, first.shift)
	if err != nil {
		return nil, nil, err
	}
	f := &fits{forecasts: map[Method][]forecast{}, least: math.Inf(1)}
	if f.all, err = w.fit(near, everyone); err != nil {
		return nil, nil, err
	}
	n := len(w.arrangements)
	f.forecasts[Shipped] = w.asShipped(prior, dyad)
	f.forecasts[Halves], f.forecasts[LeaveOut] = make([]forecast, n), make([]forecast, n)
	// to forecasts those arrangements by a fit to the others.
	to := func(m Method, those, others []int) (Fit, error) {
		fit, err := w.fit(near, others)
		if err != nil {
			return fit, err
		}
		weights, effective := near.weigh(fit.shift, nil)
		f.least = min(f.least, effective)
		rates := w.baseRates(others)
		for _, i := range those {
			f.forecasts[m][i] = forecast{near.forecast(i, weights), rates}
		}
		return fit, nil
	}
	a, b := halves(dyad)
	if f.a, err = to(Halves, b, a); err != nil {
		return nil, nil, err
	}
	if f.b, err = to(Halves, a, b); err != nil {
		return nil, nil, err
	}
	for d := range count {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		var those []int
		for i, of := range dyad {
			if of == d {
				those = append(those, i)
			}
		}
		if _, err := to(LeaveOut, those, without(dyad, d)); err != nil {
			return nil, nil, err
		}
	}
	return f, near, nil
}

// asShipped forecasts every arrangement by a table at shift 0.
func (w *world) asShipped(t *table, dyad []int) []forecast {
	even, _ := t.weigh(t.centre, nil)
	out := make([]forecast, len(w.arrangements))
	for i := range out {
		out[i] = forecast{t.forecast(i, even), w.baseRates(without(dyad, dyad[i]))}
	}
	return out
}
