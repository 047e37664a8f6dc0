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
	lang := c.lang
	horizon := lang.duration(s.Scenario.HorizonYears)
	title := lang.Compare.Title
	if len(c.rows) == 1 {
		title = lang.Compare.TitleOne
	}
	measure := lang.Terms.MeanAfter.with("ceasefire", lang.ceasefire(s.Scenario), "horizon", horizon)
	if end := lang.endDate(s.Scenario.Start, s.Scenario.HorizonYears); end != "" {
		measure = lang.Terms.MeanBy.with("ceasefire", lang.ceasefire(s.Scenario), "date", end)
	}
	subtitle := lang.Compare.Subtitle.with("measure", measure, "cases", lang.counted(lang.Cases, s.Run.Cases), "ink", t.inkWord())
	if len(c.ties) > 0 {
		subtitle += lang.Space + lang.Compare.Ties.text()
	}
	f := &Figure{
		Name: "compare", Title: title.with("horizon", horizon), Subtitle: subtitle,
		alt: c.alt(), Data: c.table(), theme: t, origin: originOf(s), body: c.draw,
	}
	return f.finish()
}

type comparison struct {
	set  *result.Set
	lang *Words
	rows []int // packages, safest first
	look []look
	ties []tieGroup
}

func newComparison(s *result.Set, t Theme) comparison {
	c := comparison{set: s, lang: t.words(), look: t.looks(s)}
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
		risk := c.lang.percent(pkg.Risk.Mean, pkg.Risk.StdErr)
		if pkg.Word == "" {
			return c.lang.Compare.AltPackage.with("package", nameOf(pkg), "risk", risk)
		}
		return c.lang.Compare.AltWord.with("package", nameOf(pkg), "risk", risk, "word", tidy(pkg.Word))
	}
	horizon := c.lang.duration(c.set.Scenario.HorizonYears)
	first, last := c.rows[0], c.rows[len(c.rows)-1]
	if first == last {
		return c.lang.Compare.AltOne.with("horizon", horizon, "first", say(first))
	}
	tied := 0
	for _, q := range c.set.Pairs {
		if q.Tied {
			tied++
		}
	}
	ties := ""
	if n := len(c.set.Pairs); n > 0 {
		ties = c.lang.Compare.AltTies.with("tied", c.lang.count(tied), "pairs", c.lang.counted(c.lang.Pairs, n))
	}
	return c.lang.Compare.Alt.with("horizon", horizon, "packages", c.lang.counted(c.lang.Packages, len(c.rows)),
		"first", say(first), "last", say(last), "ties", ties)
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
