package result

import (
	"fmt"
	"io"
	"slices"

	"steadfast/sim/estimate"
)

// BacktestFile is the name of a backtest in a folder of results.
const BacktestFile = "backtest.json"

// A Backtest holds the model against the historical record: what it gave every
// arrangement, what became of it, and how well that scores. Where a field is an
// array of two, the first is of major breaches (war), the second of limited or
// major ones.
type Backtest struct {
	Schema   int      `json:"schema"`
	Version  string   `json:"version"`
	Scenario Scenario `json:"scenario"` // the record: Flat is the table itself
	Run      Run      `json:"run"`      // Cases: draws of the reference class

	Arrangements []Arrangement     `json:"arrangements"`
	Weibull      [2]Weibull        `json:"weibull"` // of the reference class without a guarantee
	Scores       []Score           `json:"scores"`
	Times        []TimeScore       `json:"times"`
	Calibration  []Calibration     `json:"calibration"`
	Behind       []Behind          `json:"behind"`
	Models       []HistoricalModel `json:"models"` // those of the sources that the record has
	FitAll       Fit               `json:"fit"`
	FitA         Fit               `json:"fit_half_a"`
	FitB         Fit               `json:"fit_half_b"`
	Posterior    Posterior         `json:"posterior"`
	// HeadlineSkill is the Brier skill over the base rate of major breaches within
	// HeadlineYears in the core, by halves, with the error of the draws of the
	// reference class; the error of the record is that of its Score. Nil where
	// there is no core or no skill.
	HeadlineSkill *estimate.Mean `json:"headline_skill,omitempty"`
	// LeastDraws is the smallest effective number of draws behind a forecast
	// across halves or without a dyad.
	LeastDraws float64 `json:"least_effective_draws"`
}

// BreachKinds lists the kinds of breach that a backtest forecasts, in the order of
// its arrays of two.
func BreachKinds() []string { return []string{MajorBreach, LimitedBreach} }

// The kinds of breach.
const (
	MajorBreach   = "major"
	LimitedBreach = "limited" // limited or major, whichever is first
)

// BacktestSets lists the sets of arrangements that are scored apart.
func BacktestSets() []string { return []string{CoreSet, StatesSet, AllSet} }

// The sets of arrangements.
const (
	CoreSet   = "core"   // the core 40
	StatesSet = "states" // tiers A and B
	AllSet    = "all"
)

// A Forecast is how forecasts came about.
type Forecast string

// Forecasts lists how forecasts come about, in the order of tables.
func Forecasts() []Forecast { return []Forecast{FirstRule, AsShipped, ByHalves, LeaveOut} }

// The forecasts.
const (
	FirstRule Forecast = "first_rule"     // the first rule, the ranges as they ship
	AsShipped Forecast = "shipped"        // the ranges as they ship
	ByHalves  Forecast = "halves"         // each half by ranges fitted to the other
	LeaveOut  Forecast = "leave_dyad_out" // each dyad by ranges fitted to all others
)

// An Arrangement is one row of the record with what the model gave it.
type Arrangement struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Tier     string      `json:"tier"`
	Core     bool        `json:"core"`
	Dyad     string      `json:"dyad"`
	Half     string      `json:"half"`   // A or B
	Behind   string      `json:"behind"` // what stood behind it: a name of Backtest.Behind
	Start    string      `json:"start"`  // a date
	End      string      `json:"end"`
	Outcomes [2]Observed `json:"outcomes"`
	// Risks has the forecasts, by how they came about.
	Risks map[Forecast][2]Risks `json:"risks"`
}

// Observed is what became of an arrangement.
type Observed struct {
	Years float64 `json:"years"` // to the breach, or watched without one
	Event bool    `json:"event"`
}

// By says whether the breach came by a year, and whether that is known: not of an
// arrangement that was watched for less.
func (o Observed) By(years float64) (happened, known bool) {
	happened = o.Event && o.Years <= years
	return happened, happened || o.Years >= years
}

// Risks are cumulative probabilities of a breach.
type Risks struct {
	ByYear   []float64 `json:"by_year"`  // 5, 10, 15, 20: BacktestYears
	Observed float64   `json:"observed"` // by the date of the breach or the end of observation
}

// HeadlineYears is the year by which a backtest is judged.
const HeadlineYears = 15

// BacktestYears are the years by which a backtest forecasts.
func BacktestYears() []int { return []int{5, 10, 15, 20} }

// BacktestPlace is the place of a year among BacktestYears; −1 where it is none.
func BacktestPlace(years int) int { return slices.Index(BacktestYears(), years) }

// By is the probability by one of BacktestYears.
func (r Risks) By(years int) float64 { return r.ByYear[BacktestPlace(years)] }

// LeastChance is what a historical model should give to what happened at least.
const LeastChance = 0.1

// A Weibull is the curve 1 − e^(−Lambda·t^Shape).
type Weibull struct {
	Lambda float64 `json:"lambda"`
	Shape  float64 `json:"shape"`
}

// A Score is how well forecasts of one kind of breach by one year scored in one
// set of arrangements. Lower scores are better; skill is the share of the
// baseline's score that is saved. The ranges are over resampled dyads.
type Score struct {
	Kind     string   `json:"kind"`
	Years    int      `json:"years"`
	Set      string   `json:"set"`
	Forecast Forecast `json:"method"`

	Arrangements int     `json:"arrangements"`
	Dyads        int     `json:"dyads"`
	Events       int     `json:"events"`   // by that year
	Censored     int     `json:"censored"` // before that year: no outcome, weight 0
	Observed     float64 `json:"observed"` // share breached, Kaplan–Meier

	Brier        estimate.Interval `json:"brier"`
	BrierBase    estimate.Interval `json:"brier_base_rate"`
	BrierWeibull estimate.Interval `json:"brier_weibull"`
	BrierSkill   Skills            `json:"brier_skill"`
	Log          estimate.Interval `json:"log"`
	LogSkill     Skills            `json:"log_skill"`

	// Of the headline, major breaches within HeadlineYears in the core, only:
	// Without are the lowest and the highest skill over the base rate with one
	// dyad left out, and IfRight what the skill would be if the forecasts were
	// right. Empty and nil where no skill is finite.
	Without []Influence `json:"without,omitempty"`
	IfRight *IfRight    `json:"if_right,omitempty"`
}

// IfRight is the skill over the base rate of records drawn from the forecasts
// themselves, and the share of such records whose skill is no higher than the one
// observed.
type IfRight struct {
	Skill estimate.Interval `json:"skill"`
	AsLow float64           `json:"as_low"`
}

// Skills are the skill over each baseline.
type Skills struct {
	Base    estimate.Interval `json:"over_base_rate"`
	Weibull estimate.Interval `json:"over_weibull"`
}

// An Influence is a skill without one dyad.
type Influence struct {
	Dyad  string  `json:"dyad"`
	Skill float64 `json:"skill"`
}

// A TimeScore compares the likelihoods of the exact times, censored ones
// included, which needs no weights and no year: the mean over arrangements of
// the logarithm of the model's over the Weibull curve's, in bits.
type TimeScore struct {
	Kind     string            `json:"kind"`
	Set      string            `json:"set"`
	Forecast Forecast          `json:"method"`
	Bits     estimate.Interval `json:"bits_over_weibull"`
}

// A Calibration sorts the forecasts of one kind, year, set and origin into bins
// of about the same number of arrangements, the lowest first.
type Calibration struct {
	Kind     string   `json:"kind"`
	Years    int      `json:"years"`
	Set      string   `json:"set"`
	Forecast Forecast `json:"method"`
	Bins     []Bin    `json:"bins"`
}

// A Bin holds forecasts of about the same probability, and how often the breach
// came among them.
type Bin struct {
	Arrangements int     `json:"arrangements"`
	Events       int     `json:"events"`
	Forecast     float64 `json:"forecast"` // mean probability
	Observed     float64 `json:"observed"` // 1 − Kaplan–Meier
	Lo           float64 `json:"lo"`       // 95 % interval of Observed
	Hi           float64 `json:"hi"`
}

// Behind is what stood behind some arrangements, with the forecasts across
// halves of major breaches within 15 years and how many came.
type Behind struct {
	Name string `json:"name"`
	Set  string `json:"set"`
	Bin
}

// A HistoricalModel is one of those that the debate on Ukraine names: an
// arrangement of the record, and the scenario that argues it by itself.
type HistoricalModel struct {
	Name     string `json:"name"`
	ID       string `json:"id"`       // of the arrangement
	Scenario string `json:"scenario"` // shipped file
	Package  string `json:"package"`  // its package for the arrangement

	Outcome Observed `json:"outcome"` // of war
	// Happened is what happened within 15 years or the time observed, if that
	// is less: war, or not.
	Happened bool `json:"war"`
	// Chance is what the rule gave to that, the arrangement's dyad left out of
	// the fit; Argued what the scenario gives.
	Chance float64 `json:"chance"`
	Argued float64 `json:"argued"`
	// ByDate is the probability of war by the observed date, by the rule.
	ByDate float64 `json:"by_observed_date"`
}

// A Fit is the maximum a posteriori of the moves of ranges.
type Fit struct {
	Arrangements int      `json:"arrangements"` // that it was fitted to
	Parameters   []Fitted `json:"parameters"`
	LogPosterior float64  `json:"log_posterior"` // above that of the ranges as shipped
	Effective    float64  `json:"effective_draws"`
}

// Fitted is one fitted range.
type Fitted struct {
	Path    string        `json:"path"`
	Shift   float64       `json:"shift"`   // 0 is the range as shipped, ±1 a standard deviation of the prior
	Shipped float64       `json:"shipped"` // median
	Median  estimate.Mean `json:"median"`  // after the move, with the error of the draws
}

// A Posterior is a sample of new members of the reference class, given the
// record, and how good the walk was that made it.
type Posterior struct {
	Paths      []string    `json:"paths"`
	Shared     int         `json:"shared"`      // of them, the first ones, that every scenario has which extends the reference
	Rows       [][]float64 `json:"-"`           // by draw, then path; in a file of their own
	Draws      int         `json:"draws"`       // len(Rows)
	Accepted   float64     `json:"accepted"`    // share of the walk's steps
	Effective  float64     `json:"effective"`   // smallest effective sample size of a shift, of Rows
	LeastDraws float64     `json:"least_draws"` // effective draws of the likelihood, at the 5 % point of the walk
}

// Score returns one of the scores; false where there is none of that name.
func (b *Backtest) Score(kind string, years int, set string, f Forecast) (Score, bool) {
	for _, s := range b.Scores {
		if s.Kind == kind && s.Years == years && s.Set == set && s.Forecast == f {
			return s, true
		}
	}
	return Score{}, false
}

// Bins returns a calibration; nil where there is none of that name.
func (b *Backtest) Bins(kind string, years int, set string, f Forecast) []Bin {
	for _, c := range b.Calibration {
		if c.Kind == kind && c.Years == years && c.Set == set && c.Forecast == f {
			return c.Bins
		}
	}
	return nil
}

// Write writes the backtest as backtest.json.
func (b *Backtest) Write(w io.Writer) error { return writeJSON(w, b) }

// ReadBacktest reads a backtest.json. Its errors wrap ErrNotResult or ErrNewer
// where that is what is wrong.
func ReadBacktest(r io.Reader) (*Backtest, error) {
	b := new(Backtest)
	if err := readJSON(r, b); err != nil {
		return nil, err
	}
	if len(b.Arrangements) == 0 {
		return nil, fmt.Errorf("%w: it has no arrangements", ErrNotResult)
	}
	years := len(BacktestYears())
	for _, a := range b.Arrangements {
		for f, kinds := range a.Risks {
			for _, k := range kinds {
				if len(k.ByYear) != years {
					return nil, fmt.Errorf("%w: %s of arrangement %s has forecasts for %d years, want %d", ErrNotResult, f, a.ID, len(k.ByYear), years)
				}
			}
		}
	}
	return b, nil
}
