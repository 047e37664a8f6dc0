package main

import (
	"slices"
	"strings"

	"steadfast/sim/claim"
)

// claimTopic is the name under which the claim language is explained.
const claimTopic = "claims"

// A claimOperator is an operator of the claim language, or several of a kind.
type claimOperator struct {
	words   []string // by which it is asked for
	form    string
	meaning string
	example string // a claim
}

// claimOperators lists the operators, weakest first.
func claimOperators() []claimOperator {
	return []claimOperator{
		{[]string{string(claim.Or)}, "A or B", "At least one of two claims holds.", "risk(trip) < 20 % or risk(nato) < 20 %"},
		{[]string{string(claim.And)}, "A and B", "Both claims hold.", "risk(trip) < 20 % and clash(trip) < 10 %"},
		{[]string{string(claim.Not)}, "not A", "The claim does not hold.", "not best() = none"},
		{[]string{string(claim.Less), string(claim.AtMost), string(claim.More), string(claim.AtLeast)}, "x < y   x <= y   x > y   x >= y",
			"Compares two values; a chain holds where every step does.", "10 % < risk(trip) <= risk(snap) < risk(none)"},
		{[]string{string(claim.Equal), string(claim.Differs)}, "x = y   x != y",
			"Compares packages, parameters, or values that are counted: ranks and years.", "best() = trip and rank(snap) != 1"},
		{[]string{"in"}, "x in [lo, hi]", "The value lies between two others, both included.", "risk(none) in [60 %, 80 %]"},
		{[]string{string(claim.Add), string(claim.Sub)}, "x + y   x - y   -x", "Adds, subtracts, changes the sign.", "risk(none) - risk(trip) > 10 %"},
		{[]string{string(claim.Mul), string(claim.Div)}, "x * y   x / y", "Multiplies, divides.", "risk(trip) < risk(none) / 2"},
		{[]string{"%"}, "x %", "A number of hundredths: 20 % is 0.2.", "risk(trip) < 20 %"},
	}
}

// claims explains the language as a whole.
func (t *explainText) claims() {
	t.heading("the claim language", "For `that` of [[expect]], which steadfast check tests; for --until of steadfast threshold; between braces in an answer.")
	var rows [][]string
	for _, o := range claimOperators() {
		rows = append(rows, []string{o.form, o.meaning})
	}
	t.table("operators, weakest first; parentheses group", rows)
	rows = nil
	for _, f := range claim.Functions() {
		rows = append(rows, []string{f.Signature(), f.Meaning})
	}
	t.table("functions; values are means over cases of the exact outcome", rows)
	t.table("names", [][]string{
		{"trip, snap_trip", "packages, by their ids: small letters, digits and _"},
		{`"snap+trip", "in"`, "ids of other characters, and words of the language, stand in quotes"},
		{"coalition.resolve", "parameters, by their paths"},
		{"horizon", "the years that the scenario looks ahead, a number"},
	})
	t.paragraph("examples", `risk_ratio(trip, none) < 0.5
risk(none) in [60 %, 80 %] and best() != none
share(risk(trip) < risk(none)) > 90 %
median(risk(trip)) < quantile(risk(none), 0.1)
not top_driver(trip) = coalition.resolve
monotone(trip, coalition.resolve, falling)`)
	t.paragraph("how a claim is decided", `steadfast check draws cases and looks at all claims at 128 cases, then at twice as
many, until each is decided or --max-cases is reached. A comparison is decided when
the interval of its difference, on common draws, lies on one side. The error rate,
1 % where nothing is said, is the chance that any claim of a scenario is decided
wrongly; it is divided among the claims and the looks, so that neither many claims
nor stopping early makes it larger. What stays open is undecided, not false.`)
	t.paragraph("what can never be decided", `check refuses, with the place, claims that no number of cases settles: that values
are equal which are not counted (write an interval), that something lies beyond what
it can be (risk(trip) < 1.2), what a run does not compute (a year beyond the horizon,
better(a, b) without futures), a trend in what is not uncertain.`)
}

// operator explains an operator.
func (t *explainText) operator(o claimOperator) {
	t.heading("claim operator "+o.form, o.meaning)
	t.table("", [][]string{{"example", o.example}})
}

// paragraph writes lines under a title.
func (t *explainText) paragraph(title, text string) {
	t.b.WriteString("\n  " + title + "\n")
	for line := range strings.Lines(text) {
		t.b.WriteString("    " + strings.TrimSuffix(line, "\n") + "\n")
	}
}

// operatorsNamed are the operators that a word means.
func operatorsNamed(word string) []claimOperator {
	return slices.DeleteFunc(claimOperators(), func(o claimOperator) bool { return !slices.Contains(o.words, word) })
}
