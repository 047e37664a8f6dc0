package plots

import (
	"fmt"
	"strings"
)

// Words is everything that a reader of a figure reads and that is not of the
// result: titles, subtitles, names of axes, notes, alt texts, and how numbers and
// dates are written. It is a value, as a Theme is. Another language is another
// one, with the same placeholders; the names of packages and events, the words of
// the verbal scale, units, and paths of parameters stay as the result has them,
// and the twin CSV is the same in every language.
type Words struct {
	Numbers
	Calendar
	Counts
	Lists

	Terms  Terms
	Footer FooterWords

	Breach     BreachWords
	Compare    CompareWords
	Futures    FuturesWords
	Difference DifferenceWords
	Tradeoff   TradeoffWords
	Cost       CostWords
	Causes     CausesWords
	Hazard     HazardWords
	Sweep      SweepWords
	Flip       FlipWords
	Drivers    DriversWords
	Methods    MethodWords
	Measures   MeasureWords

	Calibration CalibrationWords
	History     HistoryWords
}

// A Template is a text with places for others, "over {horizon}", where a ~ is a
// space at which no line ends. The comment beside a field names its places where
// the English text does not show all that there are.
type Template string

// with fills the places by name: a name, its text, a name, its text, …
func (t Template) with(places ...string) string {
	var b strings.Builder
	rest := string(t)
	for {
		plain, after, found := strings.Cut(rest, "{")
		b.WriteString(strings.ReplaceAll(plain, "~", nbsp))
		if !found {
			return b.String()
		}
		name, tail, closed := strings.Cut(after, "}")
		i := 0
		for i < len(places) && places[i] != name {
			i += 2
		}
		if !closed || i >= len(places) {
			panic(fmt.Sprintf("plots: %q has a place {%s}, and there is no text for it", t, name))
		}
		b.WriteString(places[i+1])
		rest = tail
	}
}

// within is what a text has in the only place of a template that made it.
func (t Template) within(s string) (string, bool) {
	before, rest, _ := strings.Cut(string(t), "{")
	_, after, _ := strings.Cut(rest, "}")
	s, starts := strings.CutPrefix(s, Template(before).text())
	s, ends := strings.CutSuffix(s, Template(after).text())
	return s, starts && ends
}

// text is a template without places.
func (t Template) text() string { return t.with() }

// Forms are a text for each form in which a language counts, {n} being the
// number. One that a language does not have is empty, and Other stands for it.
//
// Source: the plural categories of Unicode CLDR, less zero and two.
type Forms struct {
	One, Few, Many, Other Template
}

// languages by name, the one for who does not choose first.
func languages() []choice[func() Words] { return []choice[func() Words]{{"en", English}} }

// Languages lists the languages that figures speak, as ISO 639 codes.
func Languages() []string { return namesOf(languages()) }

// WordsOf are the words of a language: "en" is English. It fails for one that
// there is not.
func WordsOf(lang string) (Words, error) {
	make, err := find("language", lang, languages())
	if err != nil {
		return Words{}, err
	}
	return make(), nil
}

// words are those of the theme, or English.
func (t Theme) words() *Words {
	if t.Words != nil {
		return t.Words
	}
	w := English()
	return &w
}
