package plots

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"steadfast/sim/result"
)

// Compare answers: which is safer, and how sure are we? It draws a row a
// package, the safest first: the mean over cases, which is the headline, with its
// sampling error, and the ranges that hold 50 % and 80 % of the cases.
//
// Its reader must not read separation off the bars. They show what the
// assumptions leave open, and packages share the cases: two whose bars overlap
// almost wholly may differ in every single case, and only rows joined as tied
// cannot be told apart. Nor is the small tick the uncertainty of the answer; it
// is only what more cases would remove.
func Compare(s *result.Set, t Theme) (*Figure, error) {
	if err := check(s); err != nil {
		return nil, fmt.Errorf("figure compare: %w", err)
	}
	c := newComparison(s, t)
	horizon := duration(s.Scenario.HorizonYears)
	title := fmt.Sprintf("Risk of a major breach within %s, safest package first", horizon)
	if len(c.rows) == 1 {
		title = "Risk of a major breach within " + horizon
	}
	measure := fmt.Sprintf("Probability that %s has ended after %s", ceasefire(s), horizon)
	if end := endDate(s.Scenario.Start, s.Scenario.HorizonYears); end != "" {
		measure = fmt.Sprintf("Probability that %s has ended by %s", ceasefire(s), end)
	}
	parts := []string{
		measure + ".",
		fmt.Sprintf("Marker: mean over %s; black tick: plus and minus its sampling error.", plural(s.Run.Cases, "case")),
		"Thick bar: 50" + nbsp + "% of cases, thin bar: 80" + nbsp + "%.",
	}
	if len(c.ties) > 0 {
		parts = append(parts, "Dots joined at the right: tied, the draws cannot separate them.")
	}
	f := &Figure{
		Name: "compare", Title: title, Subtitle: strings.Join(parts, " "),
		alt: c.alt(), Data: c.table(), theme: t, origin: originOf(s), body: c.draw,
	}
	return f.finish()
}

type comparison struct {
	set  *result.Set
	rows []int // packages, safest first
	look []look
	ties []tieGroup
}

func newComparison(s *result.Set, t Theme) comparison {
	c := comparison{set: s, look: t.looks(s)}
	for i := range s.Packages {
		c.rows = append(c.rows, i)
	}
	sort.SliceStable(c.rows, func(a, b int) bool {
		return s.Packages[c.rows[a]].Risk.Mean < s.Packages[c.rows[b]].Risk.Mean
	})
	row := map[string]int{}
	for r, i := range c.rows {
		row[s.Packages[i].ID] = r
	}
	c.ties = tieGroups(s.Pairs, row)
	return c
}

func (c comparison) alt() string {
	say := func(i int) string {
		pkg := c.set.Packages[i]
		s := fmt.Sprintf("%s with %s", nameOf(pkg), percent(pkg.Risk.Mean, pkg.Risk.StdErr))
		if pkg.Word != "" {
			s += " (" + tidy(pkg.Word) + ")"
		}
		return s
	}
	head := "Rows with the probability of a major breach within " + duration(c.set.Scenario.HorizonYears)
	first, last := c.rows[0], c.rows[len(c.rows)-1]
	if first == last {
		return fmt.Sprintf("%s: %s.", head, say(first))
	}
	tied := 0
	for _, q := range c.set.Pairs {
		if q.Tied {
			tied++
		}
	}
	s := fmt.Sprintf("%s under %s, from %s to %s", head, plural(len(c.rows), "package"), say(first), say(last))
	if len(c.set.Pairs) > 0 {
		s += fmt.Sprintf("; %d of %s tied", tied, plural(len(c.set.Pairs), "pair"))
	}
	return s + "."
}

// table has a row a package, in the order drawn. low and high are the ends of the
// tick; tied_with lists ids.
func (c comparison) table() Table {
	t := Table{Header: []string{"row", "id", "name", "mean", "std_err", "low", "high", "p10", "p25", "p75", "p90", "word", "tied_with"}}
	for row, i := range c.rows {
		pkg := c.set.Packages[i]
		var tied []string
		for _, q := range c.set.Pairs {
			if q.Tied && q.A == pkg.ID {
				tied = append(tied, q.B)
			} else if q.Tied && q.B == pkg.ID {
				tied = append(tied, q.A)
			}
		}
		r := pkg.Risk
		t.add(row+1, pkg.ID, nameOf(pkg), r.Mean, r.StdErr,
			math.Max(r.Mean-r.StdErr, 0), math.Min(r.Mean+r.StdErr, 1),
			r.P10, r.P25, r.P75, r.P90, tidy(pkg.Word), strings.Join(tied, " "))
	}
	return t
}
