package backtest

import (
	"time"

	"steadfast/sim/chance"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/score"
)

// watched is how long each of some arrangements could have been watched, in
// years: one that war ended, to the end of the record; the others, as long as
// they were.
func (w *world) watched(members []int) []float64 {
	var last time.Time
	for i := range w.arrangements {
		if end := w.arrangements[i].End; end.After(last) {
			last = end
		}
	}
	out := make([]float64, len(members))
	for k, i := range members {
		a := &w.arrangements[i]
		end := a.End
		if !a.MajorOn.IsZero() {
			end = last
		}
		const year = 365.25 * 24 * time.Hour
		out[k] = float64(end.Sub(a.Start)) / float64(year)
	}
	return out
}

// replicasEach is how many records are drawn for each resample of a score's
// range: the share of them that lies low is itself a small number.
const replicasEach = 10

// ifRight is the skill over the base rate of records drawn from the model's own
// forecasts, each arrangement for itself, with the share of them whose skill is no
// higher than the one observed: how surprising it would be if the forecasts were
// right. What the base rate was taken for stays as it is. It is nil where there is
// no skill to compare.
func (c *contest) ifRight(watched []float64, observed float64, replicas int, seed uint64) *result.IfRight {
	if !estimate.Finite(observed) {
		return nil
	}
	all := c.everyone()
	skills, low, sum := make([]float64, 0, replicas), 0, 0.0
	spells := make([]score.Spell, len(c.spells))
	for r := range replicas {
		stream := chance.New(seed, chance.Bootstrap, uint64(r), 1, 0)
		for i := range spells {
			spells[i] = c.replica(i, watched[i], stream.Unit())
		}
		skill := c.scored(all, spells).skill()
		if !estimate.Finite(skill) {
			continue
		}
		skills = append(skills, skill)
		sum += skill
		if skill <= observed {
			low++
		}
	}
	if len(skills) < 2 {
		return nil
	}
	q := estimate.Quantiles(skills, 0.025, 0.975)
	n := float64(len(skills))
	return &result.IfRight{Skill: estimate.Interval{Value: sum / n, Lo: q[0], Hi: q[1]}, AsLow: float64(low) / n}
}

// replica is what becomes of an arrangement whose breach comes by the year of the
// contest with the probability forecast, evenly over the years until then, if
// the draw u says so.
func (c *contest) replica(i int, watched, u float64) score.Spell {
	if p := c.given[ours][i]; u < p {
		if years := c.years * u / p; years <= watched {
			return score.Spell{Years: years, Event: true}
		}
	}
	return score.Spell{Years: watched}
}
