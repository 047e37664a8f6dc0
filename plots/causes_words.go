package plots

import (
	"strings"
)

// main is the cause that most of a package's risk comes from; −1: it has no risk.
func (c causes) main(i int) int {
	at, most := -1, 0.0
	for k, o := range c.parts {
		if mean, _ := o.of(c.set.Packages[i]); mean > most {
			at, most = k, mean
		}
	}
	return at
}

func (c causes) alt() string {
	say := func(i int) string {
		p := c.set.Packages[i]
		var parts []string
		for _, o := range c.parts {
			mean, stdErr := o.of(p)
			parts = append(parts, c.lang.Causes.AltCause.with("risk", c.lang.percent(mean, stdErr), "cause", o.head))
		}
		return c.lang.Causes.AltPackage.with("package", nameOf(p), "risk", c.lang.percent(p.Risk.Mean, p.Risk.StdErr),
			"causes", strings.Join(parts, c.lang.Comma))
	}
	var most []string
	for _, o := range c.follow {
		mean, stdErr := 0.0, 0.0
		for _, p := range c.set.Packages {
			if m, e := o.of(p); m > mean {
				mean, stdErr = m, e
			}
		}
		most = append(most, c.lang.Causes.AltIn.with("what", o.head, "risk", c.lang.percent(mean, stdErr)))
	}
	horizon, follows := c.lang.duration(c.set.Scenario.HorizonYears), strings.Join(most, c.lang.Comma)
	first, last := c.rows[0], c.rows[len(c.rows)-1]
	if first == last {
		return c.lang.Causes.AltOne.with("horizon", horizon, "first", say(first), "most", follows)
	}
	return c.lang.Causes.Alt.with("horizon", horizon, "packages", c.lang.counted(c.lang.Packages, len(c.rows)),
		"first", say(first), "last", say(last), "most", follows)
}

// table has a row a package, in the order drawn: the risk, its parts, and what
// follows. Of the error of no_guarantor_fights an upper bound is known.
func (c causes) table() Table {
	t := Table{Header: []string{"row", "id", "name", "risk", "risk_std_err"}}
	all := append(append([]outcome(nil), c.parts...), c.follow...)
	for _, o := range all {
		t.Header = append(t.Header, o.key, o.key+"_std_err")
	}
	for row, i := range c.rows {
		p := c.set.Packages[i]
		cells := []any{row + 1, p.ID, nameOf(p), p.Risk.Mean, p.Risk.StdErr}
		for _, o := range all {
			mean, stdErr := o.of(p)
			cells = append(cells, mean, stdErr)
		}
		t.add(cells...)
	}
	return t
}
