package main

import (
	"fmt"
	"strings"

	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

const (
	shocksLimit = .1   // stakes: the shocks' part of the deal's value that calls for a warning
	quietNoise  = .001 // stakes: the smallest scale of the shocks that the model takes
)

// shocksPart is the part of the deal's value, in stakes, that the challenger's
// choice shocks make up: V in the initial state less its value as the noise
// vanishes.
func shocksPart(game *model.Game, c model.Case) float64 {
	value := func(noise float64) float64 {
		c.Challenger.Noise = noise
		game.Solve(&c)
		var out model.Outcome
		game.Exact(&out)
		return out.DealValue
	}
	return value(c.Challenger.Noise) - value(quietNoise)
}

// shocksWarning names the packages (of all, or the one named) whose shocks are
// worth too much at the medians; "" if there are none.
func shocksWarning(sc *scenario.Scenario, only string) string {
	cases, err := sc.Cases(sc.Medians())
	if err != nil {
		return "" // the loader has resolved the medians
	}
	game := model.NewGame()
	var over []string
	for _, c := range cases {
		if only != "" && c.Package.ID != only {
			continue
		}
		if part := shocksPart(game, c); part > shocksLimit {
			over = append(over, fmt.Sprintf("%s (%.2f)", c.Package.ID, part))
		}
	}
	if len(over) == 0 {
		return ""
	}
	return fmt.Sprintf("warning: at the medians the shocks' part of the deal's value passes %g stake under %s; lower challenger.noise or challenger.opportunities_per_year, or make challenger.probe_gain more negative",
		shocksLimit, strings.Join(over, ", "))
}
