package model

// A Case is one resolved case with one package in force: the world, and the
// instruments the challenger faces, every number fixed. Field names, units and
// meaning are those of the model (see the package comment); an absent number
// has no effect. A Case is a value to be read: nothing in this package
// modifies one.
type Case struct {
	HorizonYears float64     `json:"horizon_years"` // years reported, 1/12 … 200
	Challenger   Challenger  `json:"challenger"`
	Protege      Protege     `json:"protege"`
	Battle       Battle      `json:"battle"`
	Coalition    Coalition   `json:"coalition"`
	Guarantors   []Guarantor `json:"guarantors"`
	Backstop     Backstop    `json:"backstop"`
	Watch        Watch       `json:"watch"`

	// CostDiscountRate is the guarantors' discount rate a year, applied to
	// what instruments cost. It changes no probability.
	CostDiscountRate float64 `json:"cost_discount_rate,omitempty"`

	Package Package `json:"-"`
}

// Challenger is the state that chooses, month after month, whether to hold to
// the ceasefire. Costs, gains and incomes are in stakes: shares of what
// winning is worth to it.
type Challenger struct {
	OpportunitiesPerYear float64    `json:"opportunities_per_year"` // 0 … 52
	Noise                float64    `json:"noise"`                  // scale of the choice shock, stakes, ≥ 0.001
	DiscountRate         float64    `json:"discount_rate"`          // a year, ≥ 0.001
	PlanningYears        float64    `json:"planning_years"`         // 0: no look-ahead
	StatusQuoPerYear     float64    `json:"status_quo_per_year"`    // stakes a year, −1 … 1
	WarCost              float64    `json:"war_cost"`               // stakes
	ClashCost            float64    `json:"clash_cost"`             // of fighting the whole coalition at once, stakes
	ProbeGain            float64    `json:"probe_gain"`             // net, stakes, −1 … 1
	ProbeCost            float64    `json:"probe_cost"`             // of an answered probe, stakes
	ProbeEscalation      float64    `json:"probe_escalation"`       // probability
	Forces               Trajectory `json:"forces"`                 // capability
}

// Protege is the state that the guarantors protect.
type Protege struct {
	Forces Trajectory `json:"forces"` // capability
}

// Trajectory has the value End − (End − Start)·2^(−y/HalfLifeYears) at year y,
// and End throughout where HalfLifeYears ≤ 0.
type Trajectory struct {
	Start         float64 `json:"start"`
	End           float64 `json:"end"`
	HalfLifeYears float64 `json:"half_life_years"`
}

// Battle holds the contest function's parameters.
type Battle struct {
	Exponent         float64 `json:"exponent"`           // .1 … 10
	FaitAccompliDays float64 `json:"fait_accompli_days"` // ≥ .1
}

// Coalition holds what the guarantors share.
type Coalition struct {
	Resolve        float64 `json:"resolve"`          // P(resolute)
	Reputation     float64 `json:"reputation"`       // the challenger's initial belief in it
	HollowPenalty  float64 `json:"hollow_penalty"`   // logits
	FatiguePerYear float64 `json:"fatigue_per_year"` // logits per whole year in force
	DecisionRule   Rule    `json:"decision_rule"`
}

// Rule says how many guarantors must say yes before anyone comes.
type Rule string

// The decision rules.
const (
	Own       Rule = "own"       // at least one
	Majority  Rule = "majority"  // more than half
	Unanimity Rule = "unanimity" // all
)

// Guarantor is a state that may fight for the protégé.
type Guarantor struct {
	ID               string  `json:"id"`
	Capability       float64 `json:"capability"`        // in units of the protégé's strength at the start, > 0
	Willingness      float64 `json:"willingness"`       // probability
	BackstopReliance float64 `json:"backstop_reliance"` // logits per unit of gap
}

// Backstop is the politics of the decisive guarantor: a Markov chain that
// moves at elections.
type Backstop struct {
	Gaps               []float64   `json:"gaps"`    // g_k ≥ 0, one a state
	Initial            int         `json:"initial"` // index into Gaps
	FirstElectionYears float64     `json:"first_election_years"`
	ElectionEveryYears float64     `json:"election_every_years"` // 0: no elections
	Transition         [][]float64 `json:"transition"`           // row-stochastic
}

// Watch is what sees and answers probes without any instrument.
type Watch struct {
	Detection     float64 `json:"detection"`      // probability
	ProbeResponse float64 `json:"probe_response"` // probability
}

// Package is a set of instruments.
type Package struct {
	ID          string       `json:"id"`
	Instruments []Instrument `json:"instruments"`
}

// Instrument is one measure of a package, as channels. The zero value of a
// channel means that the instrument does not use it.
type Instrument struct {
	ID                string  `json:"id"`
	FromYears         float64 `json:"from_years,omitempty"`          // enters into force
	UntilYears        float64 `json:"until_years,omitempty"`         // lapses; 0: never
	PromiseUntilYears float64 `json:"promise_until_years,omitempty"` // the promise lapses; 0: with the instrument

	Share         float64            `json:"share,omitempty"`         // of the guarantors' forces that respond, 0 … 1
	Legal         float64            `json:"legal,omitempty"`         // logits
	Presence      float64            `json:"presence,omitempty"`      // logits
	Entanglement  map[string]float64 `json:"entanglement,omitempty"`  // logits by guarantor id
	ResponseDays  float64            `json:"response_days,omitempty"` // days
	ProbeResponse float64            `json:"probe_response,omitempty"`
	Detection     float64            `json:"detection,omitempty"`

	Severity         float64 `json:"severity,omitempty"`        // stakes
	ReliefPerYear    float64 `json:"relief_per_year,omitempty"` // stakes a year
	Credibility      float64 `json:"credibility,omitempty"`
	Automaticity     float64 `json:"automaticity,omitempty"`
	BackstopReliance float64 `json:"backstop_reliance,omitempty"`
	DelayYears       float64 `json:"delay_years,omitempty"`
	Reversibility    float64 `json:"reversibility,omitempty"`  // P(its response, once begun, ends when the breach ends)
	ReversalYears    float64 `json:"reversal_years,omitempty"` // from the breach to that end

	CapabilityGain         float64  `json:"capability_gain,omitempty"`
	GainHalfLifeYears      float64  `json:"gain_half_life_years,omitempty"`
	GainDecayHalfLifeYears float64  `json:"gain_decay_half_life_years,omitempty"`
	LocalCapability        float64  `json:"local_capability,omitempty"`
	WarningDays            float64  `json:"warning_days,omitempty"`
	StatusQuoPerYear       float64  `json:"status_quo_per_year,omitempty"`
	AccidentsPerYear       float64  `json:"accidents_per_year,omitempty"`
	AccidentMultiplier     *float64 `json:"accident_multiplier,omitempty"` // nil: 1

	CostPerYear  float64 `json:"cost_per_year,omitempty"`  // bn EUR a year while in force and the ceasefire lasts
	CostIfCalled float64 `json:"cost_if_called,omitempty"` // bn EUR when kept at a breach
}
