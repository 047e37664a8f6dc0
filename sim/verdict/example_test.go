package verdict_test

import (
	"fmt"

	"steadfast/sim/claim"
	"steadfast/sim/result"
	"steadfast/sim/verdict"
)

// run is what is left of a run of 32 cases of two packages.
func run() *verdict.Evidence {
	cases := &result.Cases{
		Columns:  []result.Column{{Path: "challenger.war_cost"}},
		Packages: []string{"none", "trip"},
		Years:    []float64{1},
	}
	for c := range 32 {
		cost := float64(c) / 32
		none, trip := 0.5-0.2*cost, 0.3-0.25*cost
		cases.Rows = append(cases.Rows, result.Row{
			Values:   []float64{cost},
			Outcomes: []result.Outcome{{Risk: none, Major: []float64{none}}, {Risk: trip, Major: []float64{trip}}},
		})
	}
	return &verdict.Evidence{Cases: cases, Replicates: 1, Horizon: 1}
}

func ExampleEvaluate() {
	e, _ := claim.Parse("risk_ratio(trip, none) < 0.5 and share(risk(trip) < risk(none)) > 80 %")
	v, _ := verdict.Evaluate(e, run(), 0.05)
	fmt.Println(v.Status)
	for _, a := range v.Atoms {
		fmt.Printf("%s %v: %.2f (%.2f to %.2f)\n", a.Text, a.Status, a.Left.Mean, a.Left.Lo, a.Left.Hi)
	}
	// Output:
	// holds
	// risk_ratio(trip, none) < 0.5 holds: 0.44 (0.40 to 0.49)
	// share(risk(trip) < risk(none)) > 80 % holds: 1.00 (0.89 to 1.00)
}

func ExampleTurns() {
	e, _ := claim.Parse("risk(trip) < 0.25")
	t, _, _ := verdict.Turns(e, run())
	fmt.Printf("%s from %.2f to %.2f: %.3f\n", t.Path, t.Lo, t.Hi, t.Margin)
	// Output:
	// challenger.war_cost from 0.00 to 0.09: -0.038
}

func ExampleAnswer() {
	a, _ := claim.ParseAnswer("With a tripwire the risk is {risk(trip)}; {best()} has the lowest.")
	text, _ := verdict.Answer(a, run())
	fmt.Println(text)
	// Output:
	// With a tripwire the risk is 18 % (15–21 %); trip has the lowest.
}

func ExampleCheck() {
	e, _ := claim.Parse("risk(trip) < 20")
	for _, err := range verdict.Check(e, verdict.Known{Horizon: 15}) {
		fmt.Println(err)
	}
	// Output:
	// at byte 13: risk(trip) lies from 0 to 1, and 20 outside, so that this says nothing: write 20 %
}
