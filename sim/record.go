package sim

import (
	"math"
	"slices"

	"steadfast/sim/appraise"
	"steadfast/sim/estimate"
	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// record keeps the numbers of an outcome. The case may lack some
// of the package's instruments (a tripwire without troops).
func record(o *model.Outcome, c *model.Case, instruments []string) result.Outcome {
	r := result.Outcome{
		Risk: o.Risk(), LimitedRisk: o.LimitedRisk(),
		Deliberate: o.Deliberate, Escalated: o.Escalated, Accident: o.Accident,
		Probes: o.Probes, Clash: o.Clash, Defeat: o.Defeat, Broken: o.Broken, Stopped: o.Stopped, Lasting: o.Lasting,
		DealValue: o.DealValue, RestrictedMean: o.RestrictedMean, Cost: o.Cost,
		Called: make([]float64, len(instruments)+1),
		Kept:   make([]float64, len(instruments)+1),
	}
	for i, in := range c.Package.Instruments {
		at := slices.Index(instruments, in.ID)
		r.Called[at], r.Kept[at] = o.Called[i], o.Kept[i]
	}
	r.Called[len(instruments)], r.Kept[len(instruments)] = o.Called[len(o.Called)-1], o.Kept[len(o.Kept)-1]
	return r
}

// addCurves keeps of an outcome its values by year and by month.
func addCurves(r *result.Outcome, o *model.Outcome, years []float64) {
	r.Major, r.Limited = make([]float64, len(years)), make([]float64, len(years))
	r.Monthly = make([]float32, len(o.Major))
	for i, y := range years {
		month := min(int(math.Round(y*12)), len(o.Major)) - 1
		r.Major[i], r.Limited[i] = o.Major[month], o.Limited[month]
	}
	for m, p := range o.Major {
		r.Monthly[m] = float32(p)
	}
}

// finite says whether the outcome is made of numbers.
func finite(o *result.Outcome) bool {
	sum := o.Risk + o.LimitedRisk + o.Deliberate + o.Escalated + o.Accident + o.Probes + o.Clash +
		o.Defeat + o.Broken + o.Stopped + o.Lasting + o.DealValue + o.RestrictedMean + o.Cost
	return estimate.Finite(sum)
}

// adopt fills in what becomes of each package on its way into force.
func adopt(row *result.Row, packages []scenario.ResolvedPackage, m *member) {
	ways := make([]appraise.Adoption, len(packages))
	for i := range packages {
		pack, o := &packages[i], &row.Outcomes[i]
		a := appraise.Adoption{Feasibility: pack.Feasibility, Signs: 1, Accepts: 1, Risk: o.Risk}
		if c := pack.Consent; c.Challenger {
			a.Signs = appraise.Signs(o.DealValue, c.FightOn, c.DealNoise)
		}
		if c := pack.Consent; c.Protege {
			a.Accepts = appraise.Accepts(o.Risk, c.AcceptRisk, c.AcceptNoise)
		}
		ways[i] = a
	}
	for i := range ways {
		o, a, fallback := &row.Outcomes[i], ways[i], ways[m.fallback]
		fallback.Feasibility = 1
		o.Feasibility, o.Signs, o.Accepts = a.Feasibility, a.Signs, a.Accepts
		o.Adjusted = a.Adjusted(fallback)
		o.Peace = a.Peace(fallback, false)
		o.PeaceIfAgreed = a.Peace(fallback, true)
		o.Loss = m.weights.Loss(account(o))
	}
}

// account is what the weights of the appraisal weigh.
func account(o *result.Outcome) appraise.Account {
	return appraise.Account{
		MajorBreach: o.Risk, LimitedBreach: o.LimitedRisk, Clash: o.Clash, Defeat: o.Defeat,
		BrokenPromise: o.Broken, LastingResponse: o.Lasting, Cost: o.Cost,
	}
}
