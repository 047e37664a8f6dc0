package plots

import (
	"fmt"
	"strings"

	"steadfast/sim/result"
)

// A sweep over one parameter is drawn as lines, over two as maps.
func ExampleSweep() {
	cost := result.Axis{Path: "challenger.war_cost", Unit: "stakes", Values: []float64{0.2, 0.6, 1}, Median: median(0.55), Own: []string{"p0"}}
	fig, err := Sweep(swept(2, realName, cost), DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Title)
	fmt.Println(fig.Alt())
	// Output:
	// How the risk of a major breach changes with challenger war cost
	// Line chart of the probability of a major breach within 15 years against challenger.war_cost (stakes) from 0.2 to 1 under 2 packages: it goes from 67 % to 30 % under Continued military assistance; 1 package sets the value on its own.
}

// The twin of a flip lists the package preferred at every point.
func ExampleFlip() {
	will := result.Axis{Path: "coalition.resolve", Values: []float64{0.2, 0.8}, Median: median(0.5)}
	cost := result.Axis{Path: "challenger.war_cost", Unit: "stakes", Values: []float64{0.4, 0.7}, Median: median(0.55)}
	fig, err := Flip(swept(4, realName, will, cost), "risk", DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	var b strings.Builder
	if err := fig.WriteCSV(&b); err != nil {
		fmt.Println(err)
	}
	fmt.Print(b.String())
	// Output:
	// kind,coalition.resolve,challenger.war_cost,id,name,tied_with
	// point,0.2,0.4,p2,Economic snapback,
	// point,0.2,0.7,p1,Continued military assistance,
	// point,0.8,0.4,p2,Economic snapback,
	// point,0.8,0.7,p1,Continued military assistance,
	// median,0.5,0.55,,,
}
