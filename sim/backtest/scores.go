package backtest

import (
	"math"

	"steadfast/sim/score"
)

// The sets of arrangements that are scored apart.
const (
	Core   = "core"   // the core 40
	States = "states" // tiers A and B
	All    = "all"
)

// Sets lists the sets.
func Sets() []string { return []string{Core, States, All} }

// A Score is how well a method forecast one kind of breach by one year in one
// set of arrangements. Lower scores are better; skill is the share of the
// baseline's score that is saved.
type Score struct {
	Kind   string `json:"kind"`
	Years  int    `json:"years"`
	Set    string `json:"set"`
	Method Method `json:"method"`

	Arrangements int     `json:"arrangements"`
	Dyads        int     `json:"dyads"`
	Events       int     `json:"events"`   // by that year
	Censored     int     `json:"censored"` // before that year: no outcome, weight 0
	Observed     float64 `json:"observed"` // share breached, Kaplan–Meier

	Brier        score.Interval `json:"brier"`
	BrierBase    score.Interval `json:"brier_base_rate"`
	BrierWeibull score.Interval `json:"brier_weibull"`
	BrierSkill   Skills         `json:"brier_skill"`
	Log          score.Interval `json:"log"`
	LogSkill     Skills         `json:"log_skill"`
}

// Skills are the skill over each baseline.
type Skills struct {
	Base    score.Interval `json:"over_base_rate"`
	Weibull score.Interval `json:"over_weibull"`
}

// inSet lists the arrangements of a set.
func (w *world) inSet(set string) []int {
	var out []int
	for i, a := range w.arrangements {
		if set == All || set == Core && a.Core || set == States && a.Tier != "C" {
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

// score scores forecasts of a kind by the year at place h of Horizons.
func (w *world) score(kind, h int, set string, m Method, forecasts []forecast, dyad []int, seed uint64) Score {
	members := w.inSet(set)
	cluster, count := renumber(dyad, members)
	years := float64(Horizons()[h])
	spells := w.spells(kind, members)
	s := Score{Kind: []string{Major, Limited}[kind], Years: Horizons()[h], Set: set, Method: m, Arrangements: len(members), Dyads: count}
	var p [3][]float64 // the model, the base rate, the Weibull curve
	for k, i := range members {
		p[0] = append(p[0], forecasts[i].risk[kind][h])
		p[1] = append(p[1], forecasts[i].base[kind][h])
		p[2] = append(p[2], w.rivals[kind].At(years))
		if spells[k].Happened(years) {
			s.Events++
		} else if spells[k].Years < years {
			s.Censored++
		}
	}
	if len(members) == 0 {
		return s
	}
	s.Observed = 1 - score.KaplanMeier(spells).At(years)
	statistics := score.Resample(cluster, w.resamples, seed, func(pick []int) []float64 {
		picked := make([]score.Spell, len(pick))
		for k, i := range pick {
			picked[k] = spells[i]
		}
		weights := score.Weights(picked, years)
		var brier, logs [3]float64
		x := make([]float64, len(pick))
		for rival := range p {
			for k, i := range pick {
				x[k] = score.Brier(picked[k], p[rival][i], years)
			}
			brier[rival] = score.Mean(weights, x)
			for k, i := range pick {
				x[k] = score.Log(picked[k], p[rival][i], years)
			}
			logs[rival] = score.Mean(weights, x)
		}
		return []float64{
			brier[0], brier[1], brier[2], score.Skill(brier[0], brier[1]), score.Skill(brier[0], brier[2]),
			logs[0], score.Skill(logs[0], logs[1]), score.Skill(logs[0], logs[2]),
		}
	})
	s.Brier, s.BrierBase, s.BrierWeibull = statistics[0], statistics[1], statistics[2]
	s.BrierSkill = Skills{statistics[3], statistics[4]}
	s.Log = statistics[5]
	s.LogSkill = Skills{statistics[6], statistics[7]}
	return s
}

// A TimeScore compares the likelihoods of the exact times, censored ones
// included, which needs no weights and no year: the mean over arrangements of
// the logarithm of the model's over the Weibull curve's, in bits.
type TimeScore struct {
	Kind   string         `json:"kind"`
	Set    string         `json:"set"`
	Method Method         `json:"method"`
	Bits   score.Interval `json:"bits_over_weibull"`
}

// scoreTimes scores the exact times.
func (w *world) scoreTimes(kind int, set string, m Method, forecasts []forecast, dyad []int, seed uint64) TimeScore {
	members := w.inSet(set)
	cluster, _ := renumber(dyad, members)
	bits := make([]float64, len(members))
	for k, i := range members {
		bits[k] = math.Log2(forecasts[i].likelihood[kind] / w.weibullLikelihood(kind, i))
	}
	out := TimeScore{Kind: []string{Major, Limited}[kind], Set: set, Method: m}
	if len(members) > 0 {
		out.Bits = score.Resample(cluster, w.resamples, seed, func(pick []int) []float64 {
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
