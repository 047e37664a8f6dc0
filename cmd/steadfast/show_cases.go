package main

import (
	"slices"

	"steadfast/sim"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

// showCases prints resolved cases, at the medians or of one draw of the run.
func (s *session) showCases(sc *scenario.Scenario, f *showFlags, drawn bool) error {
	u := sc.Medians()
	if drawn {
		var err error
		if u, err = sim.Draw(sc, f.draw); err != nil {
			return err
		}
	}
	cases, err := sc.Cases(u)
	if err != nil {
		return err
	}
	if f.pkg != "" {
		cases = slices.DeleteFunc(cases, func(c model.Case) bool { return c.Package.ID != f.pkg })
	}
	return scenario.WriteCases(s.stdout, cases)
}
