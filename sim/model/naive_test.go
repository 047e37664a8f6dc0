package model

import (
	"fmt"
	"math"
	"slices"
	"testing"
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

// A place is where a future stands at the start of a month.
type naivePlace struct {
	kind, k, rung int
	calm          bool // nothing has happened yet
}

// naiveOutcome collects what the branches come to, by month.
type naiveOutcome struct {
	major, limited                  []float64 // in the month
	deliberate, escalated, accident float64
	probes, clash, defeat, broken   float64
	stopped, lasting                float64
	called, kept                    []float64
}

func (v *naive) newOutcome() *naiveOutcome {
	n := len(v.c.Package.Instruments) + 1
	return &naiveOutcome{
		major: make([]float64, v.n), limited: make([]float64, v.n),
		called: make([]float64, n), kept: make([]float64, n),
	}
}

// start goes through where a future may begin.
func (v *naive) start(each func(at naivePlace, p float64)) {
	resolve := v.c.Coalition.Resolve
	for kind, p := range []float64{1 - resolve, resolve} {
		for _, l := range naiveLand(naiveLogit(v.c.Coalition.Reputation)) {
			each(naivePlace{kind, v.c.Backstop.Initial, l.rung, true}, p*l.p)
		}
	}
}

// branch goes through everything that chance and the challenger may do in a
// month, and calls next with where the ceasefire stands at the next month's
// start where it lasts.
func (v *naive) branch(m int, at naivePlace, p float64, o *naiveOutcome, next func(at naivePlace, p float64)) {
	if p == 0 {
		return
	}
	t, c := &v.terms[m], v.c
	q := 1 - math.Exp(-c.Challenger.OpportunitiesPerYear/12)
	o.accident += p * t.accident
	v.end(m, at, p*t.accident, o)
	p *= 1 - t.accident
	last := func(at naivePlace, p float64) {
		if !v.votes(m + 1) {
			next(at, p)
			return
		}
		for j, move := range c.Backstop.Transition[at.k] {
			to := at
			to.k = j
			next(to, p*move)
		}
	}
	last(at, p*(1-q))
	acts := v.acts[m][at.k*21+at.rung]
	last(at, p*q*acts[0])
	o.deliberate += p * q * acts[2]
	v.end(m, at, p*q*acts[2], o)
	p *= q * acts[1]
	o.probes += p
	escalates := p * c.Challenger.ProbeEscalation
	o.escalated += escalates
	v.end(m, at, escalates, o)
	p -= escalates
	if at.calm {
		o.limited[m] += p
		at.calm = false
	}
	last(at, p*(1-t.detection))
	for _, answered := range []bool{true, false} {
		share := t.answer[at.kind]
		if !answered {
			share = 1 - share
		}
		for _, l := range naiveLearn(at.rung, t.answer, answered) {
			to := at
			to.rung = l.rung
			last(to, p*t.detection*share*l.p)
		}
	}
}

// end counts a major breach.
func (v *naive) end(m int, at naivePlace, p float64, o *naiveOutcome) {
	if p == 0 {
		return
	}
	t, c := &v.terms[m], v.c
	o.major[m] += p
	if at.calm {
		o.limited[m] += p
	}
	o.clash += p * t.comes[at.kind][at.k]
	o.defeat += p * t.winsIfBreak[at.kind][at.k]
	all, military := 1.0, false
	for i, on := range t.force {
		in := &c.Package.Instruments[i]
		military = military || on && in.Share > 0 && len(c.Guarantors) > 0
		word := t.keepsWord[at.kind][at.k][i]
		if !math.IsNaN(word) {
			o.called[i] += p
			o.kept[i] += p * word
			all *= word
		}
	}
	if military {
		o.called[len(t.force)] += p
		o.kept[len(t.force)] += p * t.comes[at.kind][at.k]
		all *= t.comes[at.kind][at.k]
	}
	o.broken += p * (1 - all)
	v.settle(t, at, p, o)
}

// settle goes through who came to a breach that failed, which punishments were
// imposed, and which of all these responses ended with it.
func (v *naive) settle(t *naiveMonth, at naivePlace, p float64, o *naiveOutcome) {
	var visit func(i int, p float64, begun, goesOn bool)
	visit = func(i int, p float64, begun, goesOn bool) {
		switch {
		case i < len(t.force):
			word := t.keepsWord[at.kind][at.k][i]
			if math.IsNaN(word) {
				visit(i+1, p, begun, goesOn)
				return
			}
			ends := v.c.Package.Instruments[i].Reversibility
			visit(i+1, p*(1-word), begun, goesOn)
			visit(i+1, p*word*ends, true, goesOn)
			visit(i+1, p*word*(1-ends), true, true)
		case goesOn:
			o.lasting += p
		case begun:
			o.stopped += p
		}
	}
	visit(0, p*t.failsAlone[at.kind][at.k], false, false)
	forces := 1.0 // the military response ends with the breach
	for i, on := range t.force {
		if in := &v.c.Package.Instruments[i]; on && in.Share > 0 {
			forces = math.Min(forces, in.Reversibility)
		}
	}
	fought := p * t.failsFought[at.kind][at.k]
	visit(0, fought*forces, true, false)
	visit(0, fought*(1-forces), true, true)
}

// enumerate follows every branch of every future.
func (v *naive) enumerate() *naiveOutcome {
	o := v.newOutcome()
	var follow func(m int, at naivePlace, p float64)
	follow = func(m int, at naivePlace, p float64) {
		if m < v.n {
			v.branch(m, at, p, o, func(to naivePlace, p float64) { follow(m+1, to, p) })
		}
	}
	v.start(func(at naivePlace, p float64) { follow(0, at, p) })
	return o
}

// forward follows the branches, those that meet in a place together.
func (v *naive) forward() *naiveOutcome {
	o := v.newOutcome()
	here := map[naivePlace]float64{}
	v.start(func(at naivePlace, p float64) { here[at] += p })
	for m := range v.n {
		there := map[naivePlace]float64{}
		for at, p := range here {
			v.branch(m, at, p, o, func(to naivePlace, p float64) { there[to] += p })
		}
		here = there
	}
	return o
}

// dealValue is V at month 0 over the split initial belief.
func (v *naive) dealValue() float64 {
	sum := 0.0
	for _, l := range naiveLand(naiveLogit(v.c.Coalition.Reputation)) {
		sum += l.p * v.value[0][v.c.Backstop.Initial*21+l.rung]
	}
	return sum
}

// cost is the guarantors' expected discounted cost: a month's running cost is
// due in its middle, by half where the ceasefire ends in it.
func (v *naive) cost(o *naiveOutcome) float64 {
	sum, alive := 0.0, 1.0
	for m := range v.n {
		discount := math.Exp(-v.c.CostDiscountRate * (float64(m) + 0.5) / 12)
		for i, on := range v.terms[m].force {
			if on {
				sum += discount / 12 * (alive - o.major[m]/2) * v.c.Package.Instruments[i].CostPerYear
			}
		}
		alive -= o.major[m]
	}
	return sum
}

// differences lists where the engine differs from the naive computation by
// more than 1e−9.
func (v *naive) differences(o *naiveOutcome, got *Outcome) []string {
	var found []string
	check := func(what string, got, want float64) {
		if !(math.Abs(got-want) <= 1e-9) {
			found = append(found, fmt.Sprintf("%s = %.12g, naively %.12g", what, got, want))
		}
	}
	major, limited, restricted := 0.0, 0.0, 0.0
	for m := range v.n {
		restricted += (1 - major - o.major[m]/2) / 12
		major += o.major[m]
		limited += o.limited[m]
		check(fmt.Sprintf("major in month %d", m), got.Major[m], major)
		check(fmt.Sprintf("limited in month %d", m), got.Limited[m], limited)
	}
	check("deliberate", got.Deliberate, o.deliberate)
	check("escalated", got.Escalated, o.escalated)
	check("accident", got.Accident, o.accident)
	check("probes", got.Probes, o.probes)
	check("clash", got.Clash, o.clash)
	check("defeat", got.Defeat, o.defeat)
	check("broken", got.Broken, o.broken)
	check("stopped", got.Stopped, o.stopped)
	check("lasting", got.Lasting, o.lasting)
	check("deal value", got.DealValue, v.dealValue())
	check("restricted mean", got.RestrictedMean, restricted)
	for i := range o.called {
		check(fmt.Sprintf("promise %d called", i), got.Called[i], o.called[i])
		check(fmt.Sprintf("promise %d kept", i), got.Kept[i], o.kept[i])
	}
	return found
}

// withoutCallCosts leaves running costs alone.
func withoutCallCosts(c Case) Case {
	c.Package.Instruments = slices.Clone(c.Package.Instruments)
	for i := range c.Package.Instruments {
		c.Package.Instruments[i].CostIfCalled = 0
	}
	return c
}

// TestToyEqualsEnumeration holds a three-month case against the enumeration of
// every branch.
func TestToyEqualsEnumeration(t *testing.T) {
	g := NewGame()
	var out Outcome
	for seed := range uint64(4) {
		c := arbitraryCase(fromSeed(100 + seed))
		c.HorizonYears = 0.25
		c.Challenger.OpportunitiesPerYear = 12
		c.Backstop.FirstElectionYears, c.Backstop.ElectionEveryYears = 1.0/12, 1.0/12
		c.Package.Instruments[0].AccidentsPerYear = 0.5
		c.Package.Instruments[0].FromYears, c.Package.Instruments[0].UntilYears = 1.0/12, 2.0/12
		v := newNaive(&c)
		g.Solve(&c)
		g.Exact(&out)
		o := v.enumerate()
		if d := v.differences(o, &out); len(d) > 0 {
			t.Errorf("case %d: %q", seed, d)
		}
		if math.Abs(out.Deliberate+out.Escalated+out.Accident-out.Risk()) > 1e-12 {
			t.Errorf("case %d: the causes do not sum to the risk", seed)
		}
	}
}

// TestEngineEqualsNaive holds the engine against the naive computation on
// random cases.
func TestEngineEqualsNaive(t *testing.T) {
	cases := 12
	if testing.Short() {
		cases = 4
	}
	g := NewGame()
	var out Outcome
	for seed := range uint64(cases) {
		c := withoutCallCosts(arbitraryCase(fromSeed(seed)))
		v := newNaive(&c)
		g.Solve(&c)
		g.Exact(&out)
		o := v.forward()
		d := v.differences(o, &out)
		if cost := v.cost(o); math.Abs(out.Cost-cost) > 1e-9 {
			d = append(d, fmt.Sprintf("cost = %.12g, naively %.12g", out.Cost, cost))
		}
		if len(d) > 0 {
			t.Errorf("case %d: %q", seed, d)
		}
	}
}

// TestNaiveSeesSmallErrors changes the case by a little and wants the two
// computations to differ, so that their agreement means something.
func TestNaiveSeesSmallErrors(t *testing.T) {
	c := arbitraryCase(fromSeed(4)).with(func(in *Instrument) { in.Credibility, in.Severity, in.Reversibility = 0.5, 0.3, 0.5 })
	v := newNaive(&c)
	o := v.forward()
	for name, change := range map[string]func(c *Case){
		"noise":         func(c *Case) { c.Challenger.Noise *= 1 + 1e-6 },
		"escalation":    func(c *Case) { c.Challenger.ProbeEscalation += 1e-6 },
		"resolve":       func(c *Case) { c.Coalition.Resolve *= 1 - 1e-4 },
		"war cost":      func(c *Case) { c.Challenger.WarCost += 1e-6 },
		"detection":     func(c *Case) { c.Watch.Detection *= 1 - 1e-4 },
		"opportunities": func(c *Case) { c.Challenger.OpportunitiesPerYear *= 1 + 1e-6 },
		"reversibility": func(c *Case) { *c = c.with(func(in *Instrument) { in.Reversibility += 1e-3 }) },
	} {
		changed := c
		change(&changed)
		g := NewGame()
		var out Outcome
		g.Solve(&changed)
		g.Exact(&out)
		if len(v.differences(o, &out)) == 0 {
			t.Errorf("a change of %s is not seen", name)
		}
	}
}
