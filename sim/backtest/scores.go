package backtest

import (
	"math"

	"steadfast/sim/estimate"

	"steadfast/sim/result"
	"steadfast/sim/score"
)

// inSet lists the arrangements of a set.
func (w *world) inSet(set string) []int {
	var out []int
	for i, a := range w.arrangements {
		if set == result.AllSet || set == result.CoreSet && a.Core || set == result.StatesSet && a.Tier != "C" {
			out = append(out, i)
		}
	}
	return out
}

// renumber gives the dyads of a set's arrangements the numbers from 0 on.
func renumber(dyad, set []int) (cluster []int, count int) {
	number := map[int]int{}
	for _, i := range set {
		if _, seen := number[dyad[i]]; !seen {
			number[dyad[i]] = len(number)
		}
		cluster = append(cluster, number[dyad[i]])
	}
	return cluster, len(number)
}

// The rivals of a contest: the model and its two baselines.
const (
	ours = iota
	baseRate
	curve
	rivals
)

// A contest is forecasts of one kind of breach by one year, with those of the
// baselines, and what happened.
type contest struct {
	years  float64
	spells []score.Spell
	given  [rivals][]float64 // by arrangement
}

// newContest gathers the forecasts for the year at place h of
// result.BacktestYears, of some arrangements.
func (w *world) newContest(kind, h int, members []int, made []forecast) *contest {
	c := &contest{years: float64(result.BacktestYears()[h]), spells: w.spells(kind, members)}
	for _, i := range members {
		c.given[ours] = append(c.given[ours], made[i].risk[kind][h])
		c.given[baseRate] = append(c.given[baseRate], made[i].base[kind][h])
		c.given[curve] = append(c.given[curve], w.rivals[kind].At(c.years))
	}
	return c
}

// everyone are the places of all its arrangements.
func (c *contest) everyone() []int {
	out := make([]int, len(c.spells))
	for k := range out {
		out[k] = k
	}
	return out
}

// scores are a contest's mean scores.
type scores struct{ brier, log [rivals]float64 }

// scored scores the arrangements picked, the censored ones represented by the
// others, with what spells say happened.
func (c *contest) scored(pick []int, spells []score.Spell) scores {
	picked := make([]score.Spell, len(pick))
	for k, i := range pick {
		picked[k] = spells[i]
	}
	weights := score.Weights(picked, c.years)
	var s scores
	x := make([]float64, len(pick))
	for r := range rivals {
		for k, i := range pick {
			x[k] = score.Brier(picked[k], c.given[r][i], c.years)
		}
		s.brier[r] = score.Mean(weights, x)
		for k, i := range pick {
			x[k] = score.Log(picked[k], c.given[r][i], c.years)
		}
		s.log[r] = score.Mean(weights, x)
	}
	return s
}

// skill is that of the Brier score over the base rate.
func (s scores) skill() float64 { return score.Skill(s.brier[ours], s.brier[baseRate]) }

// score scores the forecasts of a kind by the year at place h of
// result.BacktestYears, in one set of arrangements.
func (w *world) score(kind, h int, set string, f result.Forecast, made []forecast, dyad []int, opt Options) result.Score {
	members := w.inSet(set)
	cluster, count := renumber(dyad, members)
	c := w.newContest(kind, h, members, made)
	s := result.Score{Kind: kindName(kind), Years: result.BacktestYears()[h], Set: set, Forecast: f, Arrangements: len(members), Dyads: count}
	for _, x := range c.spells {
		if x.Happened(c.years) {
			s.Events++
		} else if x.Years < c.years {
			s.Censored++
		}
	}
	if len(members) == 0 {
		return s
	}
	s.Observed = 1 - score.KaplanMeier(c.spells).At(c.years)
	statistics := score.Resample(cluster, opt.Resamples, opt.Seed, func(pick []int) []float64 {
		of := c.scored(pick, c.spells)
		return []float64{
			of.brier[ours], of.brier[baseRate], of.brier[curve], of.skill(), score.Skill(of.brier[ours], of.brier[curve]),
			of.log[ours], score.Skill(of.log[ours], of.log[baseRate]), score.Skill(of.log[ours], of.log[curve]),
		}
	})
	s.Brier, s.BrierBase, s.BrierWeibull = statistics[0], statistics[1], statistics[2]
	s.BrierSkill = result.Skills{Base: statistics[3], Weibull: statistics[4]}
	s.Log = statistics[5]
	s.LogSkill = result.Skills{Base: statistics[6], Weibull: statistics[7]}
	if kind == 0 && s.Years == result.HeadlineYears && set == result.CoreSet {
		s.Without = w.influences(c, members, cluster, count)
		s.IfRight = c.ifRight(w.watched(members), s.BrierSkill.Base.Value, replicasEach*opt.Resamples, opt.Seed)
	}
	return s
}

// influences are the lowest and the highest skill with one dyad of the members
// left out, which cluster numbers; none where no such skill is finite.
func (w *world) influences(c *contest, members, cluster []int, count int) []result.Influence {
	var low, high *result.Influence
	for left := range count {
		var pick []int
		var without result.Influence
		for k, d := range cluster {
			if d == left {
				without.Dyad = w.arrangements[members[k]].Dyad
			} else {
				pick = append(pick, k)
			}
		}
		if len(pick) == 0 {
			continue
		}
		if without.Skill = c.scored(pick, c.spells).skill(); !estimate.Finite(without.Skill) {
			continue // without that dyad the base rate has no error to save
		}
		if low == nil || without.Skill < low.Skill {
			low = &without
		}
		if high == nil || without.Skill > high.Skill {
			high = &without
		}
	}
	if low == nil {
		return nil
	}
	return []result.Influence{*low, *high}
}

// scoreTimes scores the exact times.
func (w *world) scoreTimes(kind int, set string, f result.Forecast, made []forecast, dyad []int, opt Options) result.TimeScore {
	members := w.inSet(set)
	cluster, _ := renumber(dyad, members)
	bits := make([]float64, len(members))
	for k, i := range members {
		bits[k] = math.Log2(made[i].likelihood[kind] / w.weibullLikelihood(kind, i))
	}
	out := result.TimeScore{Kind: kindName(kind), Set: set, Forecast: f}
	if len(members) > 0 {
		out.Bits = score.Resample(cluster, opt.Resamples, opt.Seed, func(pick []int) []float64 {
			sum := 0.0
			for _, k := range pick {
				sum += bits[k]
			}
			return []float64{sum / float64(len(pick))}
		})[0]
	}
	return out
}

// weibullLikelihood is the Weibull curve's likelihood of an arrangement's time.
func (w *world) weibullLikelihood(kind, arrangement int) float64 {
	s := w.spell(kind, arrangement)
	before := w.rivals[kind].At(float64(s.Months) / 12)
	if s.Event {
		return w.rivals[kind].At(float64(s.Months+1)/12) - before
	}
	return 1 - before
}
