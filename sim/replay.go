package sim

import (
	"fmt"

	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// A Replay is one future under every package.
type Replay struct {
	Cases    []model.Case // by package, resolved
	Stories  []model.Story
	Futures  int // a case, in a run of the scenario; 0: it simulates none, and future 0 is told all the same
	AllCases int // in a run of the scenario
}

// ReplayFuture tells a future of a case as a run of the scenario meets it. It
// fails where the run has no such case or future.
func ReplayFuture(sc *scenario.Scenario, c, future int) (*Replay, error) {
	u, all, err := drawRow(sc, c)
	if err != nil {
		return nil, err
	}
	if futures := max(1, sc.Run.Futures); future < 0 || future >= futures {
		return nil, fmt.Errorf("future %d: a run of %s has futures 0 to %d in each case", future, sc.Name, futures-1)
	}
	cases, err := sc.Cases(u)
	if err != nil {
		return nil, err
	}
	r := &Replay{Cases: cases, Futures: sc.Run.Futures, AllCases: all}
	var fate model.Fate
	fate.Cast(sc.Run.Seed, c, future)
	game := model.NewGame()
	for i := range cases {
		game.Solve(&cases[i])
		r.Stories = append(r.Stories, game.Story(&fate))
	}
	return r, nil
}
