package sim

import (
	"steadfast/sim/appraise"
	"steadfast/sim/chance"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// weighings is how many draws of the weights rank the packages.
const weighings = 1000

// lossWeights are the scenario's weights as the appraisal takes them.
func lossWeights(w scenario.Weights) appraise.Weights {
	return appraise.Weights{
		MajorBreach: w.MajorBreach, LimitedBreach: w.LimitedBreach, Clash: w.Clash, Defeat: w.Defeat,
		BrokenPromise: w.BrokenPromise, LastingResponse: w.LastingResponse, CostPerBn: w.CostPerBn,
	}
}

// bestShares draws the weights and returns in what share of draws each package
// has the least expected loss. The loss is linear in the outcomes, so their
// means over cases serve; of equal losses the first in the scenario wins.
func bestShares(sc *scenario.Scenario, seed uint64, packages []result.Package) []float64 {
	u := make([]float64, len(sc.WeightColumns()))
	shares := make([]float64, len(packages))
	for draw := range weighings {
		stream := chance.New(seed, chance.Weighing, uint64(draw), 0, 0)
		for i := range u {
			u[i] = stream.Unit()
		}
		w := lossWeights(sc.Weights(u))
		best, least := 0, 0.0
		for i := range packages {
			p := &packages[i]
			loss := w.Loss(appraise.Account{
				MajorBreach: p.Risk.Mean, LimitedBreach: p.Limited[len(p.Limited)-1].Mean, Clash: p.Clash.Mean,
				Defeat: p.Defeat.Mean, BrokenPromise: p.Broken.Mean, LastingResponse: p.Lasting.Mean, Cost: p.Cost.Mean,
			})
			if i == 0 || loss < least {
				best, least = i, loss
			}
		}
		shares[best] += 1.0 / weighings
	}
	return shares
}
