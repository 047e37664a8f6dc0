package backtest

import (
	"steadfast/sim/history"
	"steadfast/sim/result"
	"steadfast/sim/score"
)

// behinds lists what may have stood behind an arrangement, the least first: the
// classes in which base rates of the record are published with it.
func behinds() []string {
	return []string{"no promise to fight", "a political assurance", "a promise to fight, under 100 troops", "100 to 1,999 troops", "2,000 troops or more"}
}

// behind is what stood behind an arrangement.
func behind(a *history.Arrangement) string {
	names := behinds()
	switch {
	case a.Troops >= 2000:
		return names[4]
	case a.Troops >= 100:
		return names[3]
	case a.MutualDefence == history.TreatyDefence:
		return names[2]
	case a.MutualDefence == history.PoliticalDefence:
		return names[1]
	}
	return names[0]
}

// behindAll compares forecasts of war with what happened, by what stood behind.
func (w *world) behindAll(made []forecast) []result.Behind {
	var out []result.Behind
	for _, set := range []string{result.CoreSet, result.AllSet} {
		for _, name := range behinds() {
			var members []int
			for _, i := range w.inSet(set) {
				if behind(&w.arrangements[i]) == name {
					members = append(members, i)
				}
			}
			if len(members) == 0 {
				continue
			}
			p := make([]float64, len(members))
			for k, i := range members {
				p[k] = made[i].risk[0][result.BacktestPlace(result.HeadlineYears)]
			}
			bins := score.Calibration(w.spells(0, members), p, result.HeadlineYears, 1)
			out = append(out, result.Behind{Name: name, Set: set, Bin: resultBin(bins[0])})
		}
	}
	return out
}

// resultBin is a bin as results hold it.
func resultBin(b score.Bin) result.Bin {
	return result.Bin{Arrangements: b.Cases, Events: b.Events, Forecast: b.Forecast, Observed: b.Observed, Lo: b.Lo, Hi: b.Hi}
}
