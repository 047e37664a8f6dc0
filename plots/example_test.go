package plots

import (
	"bytes"
	"fmt"
	"strings"
)

// A chart is redrawn from a result alone.
func ExampleBuild() {
	set := synthetic(3, func(i int) string { return packageNames[i] })
	fig, err := Build("compare", set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Alt())
	// Output:
	// Rows with the probability of a major breach within 15 years under 3 packages, from Economic snapback with 12 % (highly unlikely) to No guarantee with 48 % (realistic possibility); 0 of 3 pairs tied.
}

// The twin holds exactly the numbers drawn.
func ExampleFigure_WriteCSV() {
	set := synthetic(2, func(i int) string { return packageNames[i] })
	set.Packages[0].Sample, set.Packages[1].Sample = "mmlh", "hmlh"
	fig, err := Futures(set, DefaultTheme())
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
	// id,name,shown,held,limited_only,major,major_in_all,sample
	// p0,No guarantee,4,1,1,2,0.4807,mmlh
	// p1,Continued military assistance,4,2,1,1,0.1207,hmlh
}

// A picture says where it comes from.
func ExampleReadText() {
	set := synthetic(2, func(i int) string { return packageNames[i] })
	fig, err := Breach(set, DefaultTheme())
	if err != nil {
		fmt.Println(err)
		return
	}
	var picture bytes.Buffer
	if err := fig.WritePNG(&picture, Slide); err != nil {
		fmt.Println(err)
	}
	texts, err := ReadText(&picture)
	if err != nil {
		fmt.Println(err)
	}
	for _, t := range texts {
		if strings.HasPrefix(t.Key, "steadfast.") {
			fmt.Println(t.Key, t.Value)
		}
	}
	// Output:
	// steadfast.figure breach
	// steadfast.scenario ukraine-options
	// steadfast.hash 9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de
	// steadfast.seed 20270101
	// steadfast.cases 2048
	// steadfast.futures 100
	// steadfast.version 0.1.0
}
