package plots

import (
	"fmt"
	"strings"
)

// How often war came where so much of it was forecast.
func ExampleCalibration() {
	fig, err := Calibration(backtested(40, 0, modelName), 10, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(fig.Alt(), nbsp, " "))
	// Output:
	// Dots of how often war came within 10 years against how often it was forecast: The core, 20 arrangements: 24 % where 1 % was forecast, 32 % where 6 % was forecast, 40 % where 18 % was forecast, 48 % where 34 % was forecast, 56 % where 57 % was forecast; All 40 arrangements: 24 % where 1 % was forecast, 32 % where 6 % was forecast, 40 % where 18 % was forecast, 48 % where 34 % was forecast, 56 % where 57 % was forecast.
}

// What became of the models of the debate, and how likely that was.
func ExampleHistory() {
	fig, err := History(backtested(40, 2, modelName), DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(fig.Alt(), nbsp, " "))
	// Output:
	// Rows with the chance of what happened within 15 years or the time observed, by the rule and by the model’s own scenario: Budapest 1994, war after 27.2 years, 61 % and 58 %; Minsk I, war after 5 months, 93 % and 43 %.
}
