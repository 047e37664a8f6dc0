package plots

import (
	"bytes"
	"fmt"
)

// Of some packages, to an earlier year, under another title.
func ExampleOptions_Build() {
	source := Source{Set: withYears(synthetic(5, func(i int) string { return packageNames[i] }))}
	options := Options{Packages: []string{"p0", "p4"}, Horizon: 5, Title: "Does the tripwire hold?", Theme: "dark"}
	fig, err := options.Build("breach", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fig.Title)
	fmt.Println(fig.Alt())
	// Output:
	// Does the tripwire hold?
	// Line chart of the cumulative probability of a major breach over 5 years under 2 packages: it reaches from 9.9 % with Tripwire force (80 % range over cases 4 % to 23 %) to 28 % with No guarantee (80 % range over cases 13 % to 49 %).
}

// A picture is made again from what it carries, and compared.
func ExampleVerify() {
	draw := func() *Picture {
		source := flatOf(Source{Set: synthetic(3, func(i int) string { return packageNames[i] })})
		fig, err := Options{}.Build("compare", source)
		if err != nil {
			fmt.Println(err)
			return nil
		}
		var file bytes.Buffer
		if err := fig.WritePNG(&file, Size{640, 360}); err != nil {
			fmt.Println(err)
			return nil
		}
		picture, err := ReadPicture(&file)
		if err != nil {
			fmt.Println(err)
		}
		return picture
	}
	picture := draw()
	fmt.Println(picture.Provenance.Figure, picture.Provenance.Run.Seed, picture.Altered() == "")
	fmt.Println(Verify(picture, draw()).Outcome)
	// Output:
	// compare 20270101 true
	// identical
}
