package plots

import (
	"fmt"
	"strings"
)

// What kind of failure the risk of each package is.
func ExampleCauses() {
	set := synthetic(3, func(i int) string { return packageNames[i] })
	fig, err := Causes(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Join(fig.Data.Header[5:11:11], " "))
	fmt.Println(fig.Alt())
	// Output:
	// deliberate deliberate_std_err escalated escalated_std_err accident accident_std_err
	// Stacked bars of the probability of a major breach within 15 years by its cause under 3 packages, from Economic snapback with 12 % (8.0 % deliberate, 0.8 % escalated, 3.2 % accident) to No guarantee with 48 % (47.4 % deliberate, 0.6 % escalated, 0 % accident); at most, nobody comes to fight in 48 %, a guarantor fights in 6.7 %, a promise is broken in 5.6 %, Ukraine is defeated in 29.8 %.
}

// When the windows of danger are.
func ExampleHazard() {
	set := synthetic(2, func(i int) string { return packageNames[i] })
	fig, err := Hazard(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Alt())
	// Output:
	// Steps of the probability of a major breach in each year, given none before, over 15 years under 2 packages: No guarantee: peak 11 % in year 1, last 2.7 %; Continued military assistance: peak 2.1 % in year 1, last 0.6 %.
}
