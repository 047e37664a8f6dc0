// Package result holds what a run leaves behind, writes it and reads it. A
// figure, a table or an analysis needs nothing else.
package result

import "steadfast/sim/estimate"

// Schema is the version of the layout of result.json.
const Schema = 1

// A Set is the whole result of a run. It holds no clock, no path, no host and
// no number of workers: the same scenario, seed and size give the same bytes.
type Set struct {
	Schema   int       `json:"schema"`
	Version  string    `json:"version"` // of steadfast
	Scenario Scenario  `json:"scenario"`
	Run      Run       `json:"run"`
	Packages []Package `json:"packages"` // in the scenario's order
	Pairs    []Pair    `json:"pairs"`    // every pair once, A before B in the scenario's order
}

// Scenario identifies what was run.
type Scenario struct {
	Name         string  `json:"name"` // file name without folder and ending
	Title        string  `json:"title"`
	Question     string  `json:"question,omitempty"`
	Answer       string  `json:"answer,omitempty"` // with its values filled in
	Hash         string  `json:"hash"`             // SHA-256 of Flat, hex
	Flat         string  `json:"flat"`             // the scenario in force as one TOML file, overrides included
	HorizonYears float64 `json:"horizon_years"`
	Start        string  `json:"start,omitempty"` // 2027-01-01; empty: none given
	Baseline     string  `json:"baseline"`        // package id
	Challenger   string  `json:"challenger"`      // its name
	Protege      string  `json:"protege"`         // its name
	Scale        []Band  `json:"scale"`           // the verbal scale, rising
	Marks        []Mark  `json:"marks,omitempty"` // events for time axes, by year
	DefaultsUsed int     `json:"defaults_used"`
}

// A Band is one word of a verbal scale: probabilities from Lo to Hi.
type Band struct {
	Word string  `json:"word"`
	Lo   float64 `json:"lo"`
	Hi   float64 `json:"hi"`
}

// A Mark is an event on the time axis, at the medians: an election, an
// instrument's entry into force, or its expiry.
type Mark struct {
	Years    float64  `json:"years"` // after the start
	Kind     string   `json:"kind"`  // "election", "entry", "expiry"
	Label    string   `json:"label"` // "tripwire in force"
	Packages []string `json:"packages,omitempty"`
}

// Run is the size and the randomness of a run.
type Run struct {
	Cases      int    `json:"cases"`
	Futures    int    `json:"futures"` // per case; 0: none were simulated
	Seed       uint64 `json:"seed"`
	Design     string `json:"design"`     // random, latin, sobol
	Replicates int    `json:"replicates"` // independent scrambles; 1 for random and latin
	Dimensions int    `json:"dimensions"` // uncertain parameters in use
}

// A Package is one package's outcomes over all cases.
type Package struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Instruments []string `json:"instruments"`

	Major   []Year `json:"major"`   // cumulative probability of a major breach, at the end of years 1, 2, … and of the horizon
	Limited []Year `json:"limited"` // of the first probe or the end, whichever is first

	Monthly Curve `json:"monthly"` // cumulative major breach at the end of month 1 … N

	Risk       estimate.Summary `json:"risk"` // major breach by the horizon: the headline
	Deliberate estimate.Summary `json:"deliberate"`
	Escalated  estimate.Summary `json:"escalated"`
	Accident   estimate.Summary `json:"accident"`
	Probes     estimate.Summary `json:"probes"`  // expected number by the horizon
	Clash      estimate.Summary `json:"clash"`   // unconditional
	Defeat     estimate.Summary `json:"defeat"`  // unconditional
	Broken     estimate.Summary `json:"broken"`  // P(a breach at which a promise in force is not kept)
	Stopped    estimate.Summary `json:"stopped"` // P(a breach that fails, and the response to it ends with it)
	Lasting    estimate.Summary `json:"lasting"` // P(a breach that fails, and some response to it goes on)
	DealValue  estimate.Summary `json:"deal_value"`
	Cost       estimate.Summary `json:"cost"` // guarantors' discounted cost, bn EUR

	Hazard         []Year           `json:"hazard"`          // probability of a major breach in year i given none before, of the mean curve
	RestrictedMean estimate.Summary `json:"restricted_mean"` // years to breach, at most the horizon
	TimeToBreach   []TimeQuantile   `json:"time_to_breach"`  // of the mean curve

	Promises []Promise `json:"promises,omitempty"`

	Feasibility   estimate.Summary  `json:"feasibility"`
	Adjusted      estimate.Summary  `json:"adjusted"`                  // risk with the chance of adoption
	Peace         estimate.Summary  `json:"peace"`                     // peace that holds, consent not required
	PeaceIfAgreed *estimate.Summary `json:"peace_if_agreed,omitempty"` // with the challenger's consent required
	Loss          *estimate.Summary `json:"loss,omitempty"`            // expected loss at central weights
	BestShare     *float64          `json:"best_share,omitempty"`      // share of weight draws that rank it first

	Word      string     `json:"word"` // of the headline, on the scenario's scale
	Simulated *Simulated `json:"simulated,omitempty"`

	// Sample shows future 0 of up to 100 cases evenly spaced in the design, a
	// letter a future, in the same order in every package: h held, l limited
	// breach only, m major breach.
	Sample string `json:"sample,omitempty"`
}

// A Year is a summary at a number of years after the start.
type Year struct {
	Years float64 `json:"years"`
	estimate.Summary
}

// A Curve is a quantity by month over cases.
type Curve struct {
	Mean []float64 `json:"mean"`
	P10  []float64 `json:"p10"`
	P25  []float64 `json:"p25"`
	P50  []float64 `json:"p50"`
	P75  []float64 `json:"p75"`
	P90  []float64 `json:"p90"`
}

// A TimeQuantile is the time by which a share P of all ceasefires has ended;
// nil where that is past the horizon.
type TimeQuantile struct {
	P     float64  `json:"p"`
	Years *float64 `json:"years"`
}

// MilitaryResponse is the name under which the guarantors' response in arms
// stands among the promises.
const MilitaryResponse = "military response"

// A Promise says how one promise fares at major breaches.
type Promise struct {
	Instrument string        `json:"instrument"` // id, or MilitaryResponse
	Called     estimate.Mean `json:"called"`     // P(a major breach while it is in force)
	Kept       estimate.Mean `json:"kept"`       // P(a major breach while it is in force, and it is kept)
}

// Simulated holds the same outcomes from simulated futures, and how far they
// are from the exact ones.
type Simulated struct {
	Risk        estimate.Mean `json:"risk"`
	Held        int           `json:"held"`         // futures without a breach
	LimitedOnly int           `json:"limited_only"` // with a limited breach only
	Major       int           `json:"major"`        // with a major breach
	// Distance is the simulated minus the exact headline number, in standard
	// errors of the simulation.
	Distance float64 `json:"distance"`
}

// A Pair compares two packages on the same cases and the same futures.
type Pair struct {
	A string `json:"a"` // package ids
	B string `json:"b"`

	Difference estimate.Mean `json:"difference"` // risk of A minus risk of B, paired
	PValue     float64       `json:"p_value"`    // two-sided, that the mean difference is 0
	Tied       bool          `json:"tied"`       // the Holm-adjusted 95 % interval contains 0

	CasesABetter   float64 `json:"cases_a_better"` // share of cases in which A's risk is lower
	CasesBBetter   float64 `json:"cases_b_better"`
	FuturesABetter float64 `json:"futures_a_better"` // share of futures in which B fails and A holds
	FuturesBBetter float64 `json:"futures_b_better"`
}
