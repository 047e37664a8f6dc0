package sim

import (
	"fmt"

	"steadfast/sim/claim"
	"steadfast/sim/scenario"
	"steadfast/sim/verdict"
)

// An answer is the scenario's, parsed; nil parts where it has none.
type answer struct {
	scenario *scenario.Scenario
	parsed   *claim.Answer
	needs    verdict.Needs
}

// parseAnswer reads the answer of a scenario. It fails where the answer asks
// for futures and none are simulated.
func parseAnswer(sc *scenario.Scenario) (*answer, error) {
	a := &answer{scenario: sc}
	if sc.Answer == "" {
		return a, nil
	}
	var err error
	if a.parsed, err = claim.ParseAnswer(sc.Answer); err != nil {
		return nil, a.named(err)
	}
	var values []*claim.Expr
	for _, p := range a.parsed.Parts {
		if p.Expr != nil {
			values = append(values, p.Expr)
		}
	}
	a.needs = verdict.NeedsOf(sc.HorizonYears, values...)
	if len(a.needs.Better) > 0 && sc.Run.Futures == 0 {
		return nil, a.named(fmt.Errorf("better(%s, %s) compares futures, and none are simulated: raise run.futures or --futures",
			a.needs.Better[0].A, a.needs.Better[0].B))
	}
	return a, nil
}

// fill puts values into the answer; "" where there is none.
func (a *answer) fill(ev *verdict.Evidence) (string, error) {
	if a.parsed == nil {
		return "", nil
	}
	text, err := verdict.Answer(a.parsed, ev)
	if err != nil {
		return "", a.named(err)
	}
	return text, nil
}

func (a *answer) named(err error) error {
	return fmt.Errorf("the answer of %s: %w", a.scenario.Name, err)
}
