package schema_test

import (
	"fmt"

	"steadfast/sim/schema"
)

func ExampleLookup() {
	f, ok := schema.Lookup("instrument.tripwire.troops")
	fmt.Println(ok, f.Path, f.Min, f.Max, f.Required())
	fmt.Println(f.Meaning)
	// Output:
	// true instrument.*.troops 0 2e+06 true
	// How many troops stand on the protégé's soil.
}

func ExampleChannels() {
	in, ok, err := schema.Channels(schema.Drawn{
		ID: "tripwire", Kind: "tripwire",
		Numbers: map[string]float64{"troops": 15_000},
		Texts:   map[string]string{"legal_form": "treaty"},
		Lists:   map[string][]string{"contributors": {"uk"}},
	})
	fmt.Println(ok, err)
	fmt.Printf("in force after %g years, %g days to respond, entanglement of the UK %.3f\n", in.FromYears, in.ResponseDays, in.Entanglement["uk"])
	// Output:
	// true <nil>
	// in force after 1.5 years, 20 days to respond, entanglement of the UK 2.117
}

func ExampleVoteRule_Passes() {
	vote := schema.VoteRule{Members: 27, Consent: .97, Rule: "unanimity"}
	for _, vote.Rank = range []float64{0, .5, 1} {
		p, _ := vote.Passes()
		fmt.Printf("rank %g: %.2f\n", vote.Rank, p)
	}
	// Output:
	// rank 0: 0.44
	// rank 0.5: 0.73
	// rank 1: 0.97
}
