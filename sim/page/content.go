package page

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"steadfast/sim/report"
	"steadfast/sim/result"
)

// contentOf works out what follows from the set.
func contentOf(p Page) content {
	c := content{
		Page:       p,
		Judgements: report.Judgements(p.Set),
		Tables:     report.Tables(p.Set),
		Found:      found(p.Set),
		Provenance: provenance(p.Set),
		Lines:      strings.Count(strings.TrimRight(p.Set.Scenario.Flat, "\n"), "\n") + 1,
	}
	for _, g := range p.Assumptions {
		c.Stated += len(g.Parameters)
	}
	return c
}

// found is what the numbers rest on as far as the run knows it.
func found(set *result.Set) []Note {
	notes := []Note{{Name: "Sample", Text: report.Size(set) + "."}}
	if text := report.Agreement(set); text != "" {
		notes = append(notes, Note{Name: "Two computations", Text: text})
	}
	words := make([]string, len(set.Scenario.Scale))
	for i, b := range set.Scenario.Scale {
		words[i] = fmt.Sprintf("%s %s–%s %%", b.Word, whole(b.Lo), whole(b.Hi))
	}
	if len(words) > 0 {
		notes = append(notes, Note{Name: "What words mean", Text: strings.Join(words, "; ") + "."})
	}
	return notes
}

// whole writes a probability as per cent without what floats add.
func whole(p float64) string { return strconv.FormatFloat(100*p, 'g', 6, 64) }

// provenance is what it takes to make the page again.
func provenance(set *result.Set) []Note {
	s, r := set.Scenario, set.Run
	notes := []Note{
		{Name: "Scenario", Text: s.Name},
		{Name: "SHA-256 of the scenario", Text: s.Hash},
		{Name: "Seed", Text: strconv.FormatUint(r.Seed, 10)},
		{Name: "Design", Text: r.Design},
		{Name: "Cases × futures", Text: fmt.Sprintf("%s × %s", grouped(r.Cases), grouped(r.Futures))},
		{Name: "Version", Text: "steadfast " + set.Version},
	}
	if s.Start != "" {
		notes = append(notes, Note{Name: "Start of the ceasefire", Text: s.Start})
	}
	return append(notes, Note{Name: "Horizon", Text: strconv.FormatFloat(s.HorizonYears, 'g', -1, 64) + " years"})
}

// counted writes how many there are of a thing.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return grouped(n) + " " + thing + "s"
}

// grouped writes a whole number with its thousands apart.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// length is the class of a heading of numbers: a short one stays on one line,
// a long one gets a wider column.
func length(head string) string {
	switch n := utf8.RuneCountInString(head); {
	case n <= 12:
		return "short"
	case n <= 24:
		return "middle"
	}
	return "long"
}

// parts cuts a path where its line may end: after points and underscores.
func parts(path string) []string {
	return strings.FieldsFunc(between.Replace(path), func(r rune) bool { return r == 0 })
}

// between marks the places after which a path may be cut.
var between = strings.NewReplacer(".", ".\x00", "_", "_\x00")
