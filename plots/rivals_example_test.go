package plots

import (
	"fmt"
	"os"
)

// Against a rival of one's choice, the baseline has a row of its own.
func ExampleDifferenceFrom() {
	set := synthetic(3, func(i int) string { return packageNames[i] })
	fig, err := DifferenceFrom(set, "p1", DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Alt())
	// Output:
	// Rows with the change in the risk of a major breach within 15 years against Continued military assistance, in percentage points: from −12.2 points for Economic snapback (95 % interval −12.6 to −11.8) to +23.8 points for No guarantee (95 % interval +23.4 to +24.2); 0 of 2 packages tied with it.
}

// The gain of every package over the baseline.
func ExampleDifference() {
	set := synthetic(3, func(i int) string { return packageNames[i] })
	fig, err := Difference(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Title)
	fmt.Println(fig.Alt())
	// Output:
	// Change in risk under each package, against No guarantee
	// Rows with the change in the risk of a major breach within 15 years against No guarantee, in percentage points: from −36.0 points for Economic snapback (95 % interval −36.4 to −35.6) to −23.8 points for Continued military assistance (95 % interval −24.2 to −23.4); 0 of 2 packages tied with it.
}

// What is possible, and what it is worth.
func ExampleTradeoff() {
	set := synthetic(4, func(i int) string { return packageNames[i] })
	fig, err := Tradeoff(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Alt())
	// Output:
	// Scatter of the risk of a major breach within 15 years against the chance of adoption, for 4 packages: 4 are on the frontier, from Continued military assistance (chance of adoption 12.5 %, risk 12 %) to No guarantee (chance of adoption 100 %, risk 48 %); the chance of a peace that holds, if the parties sign, is highest with Air and naval missions at 63.6 %.
}

// The twin says who is off the frontier, and what a further point costs along it.
func ExampleCost() {
	set := synthetic(5, func(i int) string { return packageNames[i] })
	stand(set, []float64{1, .9, .7, .5, .25}, []float64{.75, .625, .5, .4375, .25})
	for i, bn := range []float64{0, 208, 12, 71, 113} {
		set.Packages[i].Cost.Mean = bn
	}
	fig, err := Cost(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Alt())
	if err := fig.WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Scatter of the fall of the risk of a major breach within 15 years from the 75 % under No guarantee against the guarantors’ discounted cost, for 5 packages: 3 are on the frontier, from No guarantee (0 points for 0 bn EUR) to Tripwire force (+50.0 points for 113 bn EUR); a further point costs from 0.48 bn EUR to 4 bn EUR along it.
	// id,name,cost_bn_eur,reduction,standing,before,per_point,tied,cost_p10,cost_p90,reduction_low,reduction_high
	// p0,No guarantee,0,0,frontier,,,,,,,
	// p1,Continued military assistance,208,0.125,dominated,,,,,,,
	// p2,Economic snapback,12,0.25,frontier,p0,0.48,false,,,,
	// p3,Air and naval missions,71,0.3125,extendedly dominated,,,,,,,
	// p4,Tripwire force,113,0.5,frontier,p2,4.04,false,,,,
}
