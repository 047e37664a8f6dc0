package backtest

import (
	"context"
	"fmt"
	"io/fs"

	"steadfast/sim/history"
	"steadfast/sim/score"
)

// Options says how much is computed.
type Options struct {
	Draws   int    // of the reference class; 0: 512
	Seed    uint64 // of draws, walk and resamples; 0: 1
	Workers int    // 0: as many as processors; changes no number
	// Resamples of dyads behind each interval; 0: 2000.
	Resamples int
	Progress  func(done, all int)
}

// A Result is a backtest.
type Result struct {
	Draws int    `json:"draws"`
	Seed  uint64 `json:"seed"`
	Cases []Case `json:"arrangements"`
	// Rivals are the Weibull curves of the reference class without a
	// guarantee: of major, and of limited or major breaches.
	Rivals    [kinds]score.Weibull `json:"weibull"`
	Scores    []Score              `json:"scores"`
	Times     []TimeScore          `json:"times"`
	Bins      []Calibration        `json:"calibration"`
	Models    []Model              `json:"models"` // those of the sources that the record has
	FitAll    Fit                  `json:"fit"`
	FitA      Fit                  `json:"fit_half_a"`
	FitB      Fit                  `json:"fit_half_b"`
	Posterior Posterior            `json:"posterior"`
	// LeastDraws is the smallest effective number of draws behind a forecast
	// across halves or without a dyad.
	LeastDraws float64 `json:"least_effective_draws"`
}

// A Case is one arrangement: what the model gave it and what became of it.
type Case struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Tier     string         `json:"tier"`
	Core     bool           `json:"core"`
	Dyad     string         `json:"dyad"`
	Half     string         `json:"half"` // A or B
	Start    string         `json:"start"`
	End      string         `json:"end"`
	Outcomes [kinds]Outcome `json:"outcomes"` // major, then limited or major
	// Risks has the forecasts of every method, of major and then of limited or
	// major breaches.
	Risks map[Method][kinds]Risks `json:"risks"`
}

// An Outcome is what became of an arrangement.
type Outcome struct {
	Years float64 `json:"years"` // to the breach, or watched without one
	Event bool    `json:"event"`
}

// Risks are cumulative probabilities of a breach.
type Risks struct {
	ByYear   []float64 `json:"by_year"`  // of Horizons
	Observed float64   `json:"observed"` // by the date of the breach or the end of observation
}

// Calibration holds the bins of one kind, year, set and method.
type Calibration struct {
	Kind   string      `json:"kind"`
	Years  int         `json:"years"`
	Set    string      `json:"set"`
	Method Method      `json:"method"`
	Bins   []score.Bin `json:"bins"`
}

// calibrationBins is how many bins a calibration has.
const calibrationBins = 5

// Run computes a backtest of arrangements; shipped holds the scenario files
// that come with the program.
func Run(ctx context.Context, arrangements []history.Arrangement, shipped fs.FS, opt Options) (*Result, error) {
	if opt.Draws == 0 {
		opt.Draws = 512
	}
	if opt.Seed == 0 {
		opt.Seed = 1
	}
	if opt.Resamples == 0 {
		opt.Resamples = 2000
	}
	dyad, names := dyads(arrangements)
	if len(names) < 4 {
		return nil, fmt.Errorf("the record has %d dyads, want 4 or more: halves and resamples need some", len(names))
	}
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
	preset, err := first.solve(ctx, make([]float64, len(first.parameters)))
	if err != nil {
		return nil, err
	}
	f, near, err := w.forecastAll(ctx, dyad, len(names))
	if err != nil {
		return nil, err
	}
	f.forecasts[Preset] = first.asShipped(preset, dyad)
	r := &Result{Draws: w.design.Len(), Rivals: w.rivals, Seed: opt.Seed, FitAll: f.all, FitA: f.a, FitB: f.b, LeastDraws: f.least}
	for i := range arrangements {
		r.Cases = append(r.Cases, w.describe(i, dyad[i], f))
	}
	for _, m := range Methods() {
		for _, set := range Sets() {
			for kind := range kinds {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				for h := range Horizons() {
					r.Scores = append(r.Scores, w.score(kind, h, set, m, f.forecasts[m], dyad, opt.Seed))
					r.Bins = append(r.Bins, w.calibration(kind, h, set, m, f.forecasts[m]))
				}
				r.Times = append(r.Times, w.scoreTimes(kind, set, m, f.forecasts[m], dyad, opt.Seed))
			}
		}
	}
	r.Posterior = w.sample(near, without(dyad, -1), f.all.shift, opt.Seed)
	return r, r.compare(ctx, shipped, opt)
}

// describe makes the case of one arrangement.
func (w *world) describe(i, dyad int, f *fits) Case {
	a := &w.arrangements[i]
	c := Case{
		ID: a.ID, Name: a.Name, Tier: a.Tier, Core: a.Core, Dyad: a.Dyad, Half: []string{"A", "B"}[dyad%2],
		Start: a.Start.Format("2006-01-02"), End: a.End.Format("2006-01-02"), Risks: map[Method][kinds]Risks{},
	}
	for k := range kinds {
		s := w.spell(k, i)
		c.Outcomes[k] = Outcome{s.Years(), s.Event}
	}
	for _, m := range Methods() {
		var risks [kinds]Risks
		for k := range kinds {
			row := f.forecasts[m][i].risk[k]
			risks[k] = Risks{ByYear: append([]float64(nil), row[:observed]...), Observed: row[observed]}
		}
		c.Risks[m] = risks
	}
	return c
}

// calibration sorts the forecasts of one kind and year into bins.
func (w *world) calibration(kind, h int, set string, m Method, forecasts []forecast) Calibration {
	members := w.inSet(set)
	p := make([]float64, len(members))
	for k, i := range members {
		p[k] = forecasts[i].risk[kind][h]
	}
	years := Horizons()[h]
	return Calibration{
		Kind: []string{Major, Limited}[kind], Years: years, Set: set, Method: m,
		Bins: score.Calibration(w.spells(kind, members), p, float64(years), calibrationBins),
	}
}

// Score returns one of the scores; false where there is none of that name.
func (r *Result) Score(kind string, years int, set string, m Method) (Score, bool) {
	for _, s := range r.Scores {
		if s.Kind == kind && s.Years == years && s.Set == set && s.Method == m {
			return s, true
		}
	}
	return Score{}, false
}
