package model

import "math"

// Coalition types, as indices.
const (
	hollow   = 0
	resolute = 1
)

const (
	monthsPerYear = 12
	stepYears     = 1.0 / monthsPerYear

	// The challenger sees past the horizon: the last month computed is
	// max(N + 120, 360) − 1.
	foresightMonths = 120
	leastMonths     = 360
)

// terms holds, month by month, everything that the challenger faces under one
// package: §2 of the model. Slices by month have one entry a month; those by
// coalition type and backstop state are indexed by cell.
type terms struct {
	months  int // computed
	horizon int // N, reported
	states  int // backstop states told apart; 1 where the package does not depend on them

	beta        float64 // discount factor of a month
	weight      float64 // (1−β)/r: worth of an income of 1 a year, for a month
	opportunity float64 // q

	forces     curve        // the challenger's, C
	army       curve        // the protégé's own, D without instruments
	income     []float64    // f, stakes a year
	worth      []float64    // F, by month and one more
	detection  []float64    // δ
	response   [][2]float64 // ρ by coalition type
	accident   []float64    // probability in the month
	breakWorth []float64    // W by cell
	comes      []float64    // P(somebody comes) by cell
	prevails   []float64    // E[w(κ)] by cell, that the challenger prevails
	capability []float64    // D, the protégé's
	reach      []float64    // R
	alone      []float64    // P(the challenger prevails) where nobody comes
}

// cell is the place of (month, coalition type, backstop state).
func (t *terms) cell(month, kind, state int) int { return (month*2+kind)*t.states + state }

// year is the year of a month.
func year(month int) float64 { return float64(month) * stepYears }

// prepare sizes the tables for a case.
func (t *terms) prepare(c *Case) {
	t.horizon = int(math.Round(c.HorizonYears * monthsPerYear))
	t.months = max(t.horizon+foresightMonths, leastMonths)
	t.states = 1
	if c.backstopMatters() {
		t.states = len(c.Backstop.Gaps)
	}
	ch := &c.Challenger
	t.beta = math.Exp(-ch.DiscountRate * stepYears)
	t.weight = (1 - t.beta) / ch.DiscountRate
	t.opportunity = 1 - math.Exp(-ch.OpportunitiesPerYear*stepYears)

	t.forces.follow(ch.Forces, t.months)
	t.army.follow(c.Protege.Forces, t.months)
	t.income = grow(t.income, t.months)
	t.worth = grow(t.worth, t.months+1)
	t.detection = grow(t.detection, t.months)
	t.response = grow(t.response, t.months)
	t.accident = grow(t.accident, t.months)
	cells := t.cell(t.months, 0, 0)
	t.breakWorth = grow(t.breakWorth, cells)
	t.comes = grow(t.comes, cells)
	t.prevails = grow(t.prevails, cells)
	t.capability, t.reach, t.alone = grow(t.capability, t.months), grow(t.reach, t.months), grow(t.alone, t.months)
}

// backstopMatters says whether anything in the case depends on the state of
// the backstop; where nothing does, its states need not be told apart.
func (c *Case) backstopMatters() bool {
	gap := c.Backstop.Gaps[0]
	differ := false
	for _, g := range c.Backstop.Gaps {
		differ = differ || g != gap
	}
	if !differ {
		return false
	}
	relied := false
	for i := range c.Guarantors {
		relied = relied || c.Guarantors[i].BackstopReliance != 0
	}
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		if in.Automaticity == 1 {
			continue
		}
		if in.Credibility > 0 && in.BackstopReliance != 0 || in.Share > 0 && relied {
			return true
		}
	}
	return false
}

// grow returns s with length n, reusing its memory; the contents are not kept.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// fill computes the terms of every month.
func (g *Game) fillTerms() {
	t, c := &g.terms, g.kase
	for m := range t.months {
		g.fillMonth(m, year(m))
	}
	// F, backwards: beyond the last month the income goes on for ever.
	last := t.months - 1
	t.worth[t.months] = t.income[last] / c.Challenger.DiscountRate
	for m := last; m >= 0; m-- {
		t.worth[m] = t.income[m]*t.weight + t.beta*t.worth[m+1]
	}
}

// fillMonth computes the terms of month m, whose year is y.
func (g *Game) fillMonth(m int, y float64) {
	t, c := &g.terms, g.kase
	var (
		capability  = t.army.values[m]
		income      = c.Challenger.StatusQuoPerYear
		unseen      = 1 - c.Watch.Detection
		accidents   = 0.0
		multiplier  = 1.0
		warningDays = c.Battle.FaitAccompliDays
	)
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		capability += in.gain(y)
		if !in.inForce(y) {
			continue
		}
		capability += in.LocalCapability
		income += in.StatusQuoPerYear + in.ReliefPerYear
		unseen *= 1 - in.Detection
		accidents += in.AccidentsPerYear
		if in.AccidentMultiplier != nil {
			multiplier *= *in.AccidentMultiplier
		}
		warningDays += in.WarningDays
	}
	t.income[m] = income
	t.detection[m] = 1 - unseen
	t.accident[m] = -math.Expm1(-stepYears * accidents * multiplier)
	reach := 0.0
	for i := range c.Package.Instruments {
		in := &c.Package.Instruments[i]
		if in.Share > 0 && in.inForce(y) {
			reach = max(reach, in.Share*math.Exp(-in.ResponseDays/warningDays))
		}
	}
	t.capability[m], t.reach[m] = capability, reach
	g.promises.update(c, m, y)
	t.response[m] = g.promises.response
	g.fillWar(m, y)
}

// fillWar computes what breaking the ceasefire in month m is worth, and what
// follows, for each coalition type and state of the backstop.
func (g *Game) fillWar(m int, y float64) {
	t, c, p := &g.terms, g.kase, &g.promises
	ch := &c.Challenger
	epoch := int(p.at[m])
	forces := t.forces.values[m]
	fights := t.reach[m] > 0 && len(c.Guarantors) > 0
	if fights {
		g.contest.fill(g.elementary, forces, t.capability[m], t.reach[m]*p.muster.total, c.Battle.Exponent)
	} else {
		g.contest.prevail[0] = contest(forces, t.capability[m], c.Battle.Exponent)
	}
	t.alone[m] = g.contest.prevail[0]
	for at := range 2 * t.states {
		w, clash, comes := g.contest.prevail[0], 0.0, 0.0
		if fights {
			l := &p.laws[at]
			w, comes = dot(&l.capability, &g.contest.prevail), l.comes
			clash = ch.ClashCost * t.reach[m] * l.mean
		}
		cell := t.cell(m, 0, 0) + at
		t.prevails[cell] = w
		t.comes[cell] = comes
		t.breakWorth[cell] = w - ch.WarCost - clash + p.breachWorth(c, epoch, at, y, w)
	}
}
