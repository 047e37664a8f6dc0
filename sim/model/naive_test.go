package model

import (
	"math"
	"slices"
)

// This file computes the model a second time, from its definition and with
// nothing of the engine's: no grids of terms, no epochs, no rows of
// exponentials; every subset of guarantors is enumerated, and what is asked
// twice is computed twice. It is slow and plain.

// A naive is a case with the few tables that the definition itself asks for.
type naive struct {
	c      *Case
	n      int         // months reported
	months int         // months computed
	worth  []float64   // F_m
	value  [][]float64 // V by month and k·21 + ℓ
	acts   [][][3]float64
	terms  []naiveMonth
}

// naiveMonth is what is the same for both types and all states in a month.
type naiveMonth struct {
	y                              float64
	force                          []bool // by instrument
	capability, income, detection  float64
	accident, reach                float64
	answer                         [2]float64 // hollow, resolute
	breakWorth, comes, winsIfBreak [2][]float64
	failsAlone, failsFought        [2][]float64   // P(the attack fails, and nobody, somebody came)
	keepsWord                      [2][][]float64 // by type, state, instrument; NaN: no promise in force
}

func naiveLogistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func naiveLogit(p float64) float64 {
	p = math.Min(math.Max(p, 1e-9), 1-1e-9)
	return math.Log(p / (1 - p))
}

func (v *naive) keeps(credibility, bonus, automaticity, reliance, age float64, resolute bool, gap float64) float64 {
	if credibility == 0 {
		return 0
	}
	doubt := reliance*gap + v.c.Coalition.FatiguePerYear*math.Floor(age+1e-9)
	if !resolute {
		doubt += v.c.Coalition.HollowPenalty
	}
	return naiveLogistic(naiveLogit(credibility) + bonus - (1-automaticity)*doubt)
}

func naiveTrajectory(t Trajectory, y float64) float64 {
	if t.HalfLifeYears <= 0 {
		return t.End
	}
	return t.End - (t.End-t.Start)*math.Pow(2, -y/t.HalfLifeYears)
}

func naiveForce(in *Instrument, y float64) bool {
	if in.UntilYears != 0 && in.UntilYears <= in.FromYears {
		return false
	}
	return in.FromYears <= y+1e-9 && (in.UntilYears == 0 || y < in.UntilYears-1e-9)
}

// naiveGain is the capability that an instrument has built up.
func naiveGain(in *Instrument, y float64) float64 {
	g := func(t float64) float64 {
		if in.GainHalfLifeYears == 0 {
			return in.CapabilityGain
		}
		return in.CapabilityGain * (1 - math.Pow(2, -t/in.GainHalfLifeYears))
	}
	switch {
	case naiveForce(in, y):
		return g(y - in.FromYears)
	case in.UntilYears == 0, in.UntilYears <= in.FromYears, y < in.UntilYears-1e-9, in.GainDecayHalfLifeYears == 0:
		return 0
	}
	return g(in.UntilYears-in.FromYears) * math.Pow(2, -(y-in.UntilYears)/in.GainDecayHalfLifeYears)
}

func newNaive(c *Case) *naive {
	v := &naive{c: c, n: int(math.Round(12 * c.HorizonYears))}
	v.months = max(v.n+120, 360)
	for m := range v.months {
		v.terms = append(v.terms, v.month(float64(m)/12))
	}
	v.worth = make([]float64, v.months+1)
	r := c.Challenger.DiscountRate
	beta := math.Exp(-r / 12)
	v.worth[v.months] = v.terms[v.months-1].income / r
	for m := v.months - 1; m >= 0; m-- {
		v.worth[m] = v.terms[m].income*(1-beta)/r + beta*v.worth[m+1]
	}
	v.solve()
	return v
}

func (v *naive) month(y float64) naiveMonth {
	c := v.c
	t := naiveMonth{y: y, capability: naiveTrajectory(c.Protege.Forces, y), income: c.Challenger.StatusQuoPerYear}
	unseen, accidents, factor, warning := 1-c.Watch.Detection, 0.0, 1.0, c.Battle.FaitAccompliDays
	t.answer[0] = v.keeps(c.Watch.ProbeResponse, 0, 0, 0, y, false, 0)
	t.answer[1] = v.keeps(c.Watch.ProbeResponse, 0, 0, 0, y, true, 0)
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		t.capability += naiveGain(in, y)
		on := naiveForce(in, y)
		t.force = append(t.force, on)
		if !on {
			continue
		}
		t.capability += in.LocalCapability
		t.income += in.StatusQuoPerYear + in.ReliefPerYear
		unseen *= 1 - in.Detection
		accidents += in.AccidentsPerYear
		if in.AccidentMultiplier != nil {
			factor *= *in.AccidentMultiplier
		}
		warning += in.WarningDays
		for kind := range 2 {
			t.answer[kind] = math.Max(t.answer[kind], v.keeps(in.ProbeResponse, 0, 0, 0, y-in.FromYears, kind == 1, 0))
		}
	}
	t.detection = 1 - unseen
	t.accident = 1 - math.Exp(-accidents*factor/12)
	for i, on := range t.force {
		if in := &c.Package.Instruments[i]; on {
			t.reach = math.Max(t.reach, in.Share*math.Exp(-in.ResponseDays/warning))
		}
	}
	for kind := range 2 {
		for k := range c.Backstop.Gaps {
			v.war(&t, kind, k)
		}
	}
	return t
}

// war computes what breaking the ceasefire is worth, given type and state.
func (v *naive) war(t *naiveMonth, kind, k int) {
	c, gap := v.c, v.c.Backstop.Gaps[k]
	total := 0.0
	for _, g := range c.Guarantors {
		total += g.Capability
	}
	wins := func(kappa float64) float64 {
		x := c.Battle.Exponent
		us, them := math.Pow(naiveTrajectory(c.Challenger.Forces, t.y), x), math.Pow(t.capability+kappa, x)
		return us / (us + them)
	}
	prevail, mean, comes := wins(0), 0.0, 0.0
	alone, fought := 1-prevail, 0.0
	if len(c.Guarantors) > 0 && t.reach > 0 {
		prevail, alone = 0, 0
		v.subsets(t, kind, gap, total, func(p float64, anyone bool, capability float64) {
			if anyone {
				comes += p
				fought += p * (1 - wins(t.reach*capability))
			} else {
				alone += p * (1 - wins(0))
			}
			prevail += p * wins(t.reach*capability)
			mean += p * t.reach * capability
		})
		mean /= total
	}
	worth := prevail - c.Challenger.WarCost - c.Challenger.ClashCost*mean
	words := make([]float64, len(t.force))
	r := c.Challenger.DiscountRate
	for i, on := range t.force {
		in := &c.Package.Instruments[i]
		words[i] = math.NaN()
		if !on {
			continue
		}
		word := 0.0
		if in.Credibility > 0 && (in.PromiseUntilYears == 0 || t.y < in.PromiseUntilYears-1e-9) {
			word = v.keeps(in.Credibility, 0, in.Automaticity, in.BackstopReliance, t.y-in.FromYears, kind == 1, gap)
			words[i] = word
		}
		left := in.ReliefPerYear / r
		if in.UntilYears != 0 {
			left = in.ReliefPerYear * (1 - math.Exp(-r*(in.UntilYears-t.y))) / r
		}
		a := word * (math.Exp(-r*in.DelayYears) - in.Reversibility*(1-prevail)*math.Exp(-r*math.Max(in.ReversalYears, in.DelayYears)))
		worth += (1-a)*left - a*in.Severity
	}
	t.breakWorth[kind] = append(t.breakWorth[kind], worth)
	t.comes[kind] = append(t.comes[kind], comes)
	t.winsIfBreak[kind] = append(t.winsIfBreak[kind], prevail)
	t.failsAlone[kind] = append(t.failsAlone[kind], alone)
	t.failsFought[kind] = append(t.failsFought[kind], fought)
	t.keepsWord[kind] = append(t.keepsWord[kind], words)
}

// subsets goes through who says yes, and between which grid points each of
// them falls.
func (v *naive) subsets(t *naiveMonth, kind int, gap, total float64, each func(p float64, anyone bool, capability float64)) {
	c := v.c
	need := map[Rule]int{Own: 1, Majority: len(c.Guarantors)/2 + 1, Unanimity: len(c.Guarantors)}[c.Coalition.DecisionRule]
	var visit func(i, yes int, points, p float64)
	visit = func(i, yes int, points, p float64) {
		if i == len(c.Guarantors) {
			if yes >= need {
				each(p, true, total*math.Min(points, 64)/64)
			} else {
				each(p, false, 0)
			}
			return
		}
		g := &c.Guarantors[i]
		willing := 0.0
		for j, on := range t.force {
			if in := &c.Package.Instruments[j]; on && in.Share > 0 {
				willing = math.Max(willing, v.keeps(g.Willingness, in.Legal+in.Presence+in.Entanglement[g.ID],
					in.Automaticity, g.BackstopReliance, t.y-in.FromYears, kind == 1, gap))
			}
		}
		at := 64 * g.Capability / total
		low := math.Floor(at)
		visit(i+1, yes, points, p*(1-willing))
		visit(i+1, yes+1, points+low, p*willing*(1-(at-low)))
		visit(i+1, yes+1, points+low+1, p*willing*(at-low))
	}
	visit(0, 0, 0, 1)
}

// A landing is a rung with its probability.
type landing struct {
	rung int
	p    float64
}

// land puts log-odds on the ladder so that the expected belief is kept.
func naiveLand(logOdds float64) []landing {
	x := math.Min(math.Max(logOdds, -5), 5)
	low := int(math.Floor((x + 5) / 0.5))
	if low >= 20 {
		return []landing{{20, 1}}
	}
	lo, hi := naiveLogistic(-5+0.5*float64(low)), naiveLogistic(-5+0.5*float64(low+1))
	up := (naiveLogistic(x) - lo) / (hi - lo)
	return []landing{{low, 1 - up}, {low + 1, up}}
}

// learn is where a detected probe takes a rung.
func naiveLearn(rung int, answer [2]float64, answered bool) []landing {
	move := 0.0
	switch {
	case answer[0] == 0 && answer[1] == 0:
	case answered:
		move = math.Log(answer[1] / answer[0])
	default:
		move = math.Log((1 - answer[1]) / (1 - answer[0]))
	}
	return naiveLand(-5 + 0.5*float64(rung) + move)
}

// votes says whether the backstop moves at the start of a month.
func (v *naive) votes(month int) bool {
	if month <= 0 || v.c.Backstop.ElectionEveryYears == 0 {
		return false
	}
	every := max(1, int(math.Round(12*v.c.Backstop.ElectionEveryYears)))
	for a := int(math.Round(12 * v.c.Backstop.FirstElectionYears)); a <= month; a += every {
		if a == month {
			return true
		}
	}
	return false
}

// solve is §3 by backward induction.
func (v *naive) solve() {
	c, ch := v.c, &v.c.Challenger
	states := len(c.Backstop.Gaps)
	beta := math.Exp(-ch.DiscountRate / 12)
	ahead := 0.0
	if ch.PlanningYears > 0 {
		ahead = math.Exp(-1 / (12 * ch.PlanningYears))
	}
	q := 1 - math.Exp(-ch.OpportunitiesPerYear/12)
	v.value = make([][]float64, v.months+1)
	v.acts = make([][][3]float64, v.months)
	v.value[v.months] = slices.Repeat([]float64{v.worth[v.months]}, states*21)
	for m := v.months - 1; m >= 0; m-- {
		t := &v.terms[m]
		next := func(k, rung int) float64 {
			if !v.votes(m + 1) {
				return v.value[m+1][k*21+rung]
			}
			sum := 0.0
			for j, p := range c.Backstop.Transition[k] {
				sum += p * v.value[m+1][j*21+rung]
			}
			return sum
		}
		goOn := func(k int, at []landing) float64 {
			sum := 0.0
			for _, l := range at {
				sum += l.p * (ahead*next(k, l.rung) + (1-ahead)*v.worth[m+1])
			}
			return sum
		}
		for k := range states {
			for rung := range 21 {
				b := naiveLogistic(-5 + 0.5*float64(rung))
				income := t.income * (1 - beta) / ch.DiscountRate
				stay := goOn(k, []landing{{rung, 1}})
				rho := b*t.answer[1] + (1-b)*t.answer[0]
				hold := income + beta*stay
				brk := b*t.breakWorth[1][k] + (1-b)*t.breakWorth[0][k]
				probe := ch.ProbeGain + ch.ProbeEscalation*brk + (1-ch.ProbeEscalation)*(income-t.detection*rho*ch.ProbeCost+
					beta*(t.detection*(rho*goOn(k, naiveLearn(rung, t.answer, true))+(1-rho)*goOn(k, naiveLearn(rung, t.answer, false)))+
						(1-t.detection)*stay))
				top := math.Max(hold, math.Max(brk, probe))
				e := [3]float64{math.Exp((hold - top) / ch.Noise), math.Exp((probe - top) / ch.Noise), math.Exp((brk - top) / ch.Noise)}
				sum := e[0] + e[1] + e[2]
				v.value[m] = append(v.value[m], (1-q)*hold+q*(top+ch.Noise*math.Log(sum)))
				v.acts[m] = append(v.acts[m], [3]float64{e[0] / sum, e[1] / sum, e[2] / sum})
			}
		}
	}
}
