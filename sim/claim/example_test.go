package claim_test

import (
	"fmt"

	"steadfast/sim/claim"
)

func ExampleParse() {
	e, err := claim.Parse("risk_ratio(trip_30k, none) < 0.5")
	fmt.Println(e.Kind, err)
	for _, p := range e.Packages() {
		fmt.Println(p.Offset, p.ID)
	}
	_, err = claim.Parse("rsik(none) < 20 %")
	fmt.Println(err)
	// Output:
	// a claim <nil>
	// 11 trip_30k
	// 21 none
	// at byte 0: rsik is not a function: did you mean risk?
}

func ExampleParseAnswer() {
	a, _ := claim.ParseAnswer("By year {horizon} it is {word(risk(none))}.")
	for _, p := range a.Parts {
		if p.Expr != nil {
			fmt.Println(p.Expr.Kind)
		} else {
			fmt.Printf("%q\n", p.Text)
		}
	}
	// Output:
	// "By year "
	// a value
	// " it is "
	// words
	// "."
}
