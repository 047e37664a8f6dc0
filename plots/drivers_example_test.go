package plots

import (
	"fmt"
	"strings"
)

// The drivers of one number, by the method that says most.
func ExampleDrivers() {
	analysis := sensitivity(18, realFactor)
	fig, err := Drivers(analysis, 4, "", DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Title)
	fmt.Println(fig.Alt())
	// Output:
	// What drives the risk under Tripwire force
	// Bar chart of what drives the risk under Tripwire force within 15 years, 18 % on average, by the share of its variance: the largest of 18 factors are US politics 16 (42 %, 30 % alone), backstop, move, supportive: reluctant (27 %, 20 % alone), us: willingness (18 %, 13 % alone).
}

// Every output of an analysis has a figure.
func ExampleSensitivityNames() {
	fmt.Println(strings.Join(SensitivityNames(sensitivity(3, realFactor)), "\n"))
	// Output:
	// drivers-p0
	// drivers-p1
	// drivers-p2
	// drivers-p3
	// drivers-p4
	// drivers-p1-p0
	// drivers-p2-p0
	// drivers-p3-p0
	// drivers-p4-p0
	// drivers-ranking
}
