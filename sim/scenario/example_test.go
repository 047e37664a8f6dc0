package scenario_test

import (
	"fmt"
	"os"

	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

func ExampleLoad() {
	s, list := scenario.Load("testdata/valid/base.toml", scenario.Options{Set: []string{"coalition.resolve=0.4"}})
	if s == nil {
		fmt.Println(list)
		return
	}
	var r scenario.Resolved
	if err := s.Resolver().Resolve(s.Medians(), &r); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range r.Packages {
		fmt.Println(p.ID, p.Case.Coalition.Resolve, len(p.Case.Package.Instruments))
	}
	// Output:
	// none 0.4 0
	// aid 0.4 1
	// trip 0.4 2
	// trip+aid 0.4 2
}

func ExampleLoad_wrong() {
	opt := scenario.Options{Set: []string{"coalition.resolv=0.4", "challenger.war_cost=5%"}}
	_, list := scenario.Load("testdata/valid/base.toml", opt)
	if err := diag.WriteText(os.Stdout, list, opt.Source); err != nil {
		fmt.Println(err)
	}
	// Output:
	// --set:1:1: error: unknown key "resolv"
	//    1 | coalition.resolv=0.4
	//      | ^^^^^^^^^^^^^^^^
	//      = did you mean "resolve"?
	// --set:2:21: error: cannot read the value 5%
	//    2 | challenger.war_cost=5%
	//      |                     ^^
	//      = write 0.05
}
