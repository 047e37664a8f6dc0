package schema

import "strings"

// spelling says how a row whose path ends in _years may also be written.
type spelling int

const (
	oneWay   spelling = iota
	duration          // _months and _days
	moment            // the same, and a date without a suffix
)

// expand gives a duration row its other spellings, right after it: a month is
// a twelfth of a year, a day 1/365.25 of one.
func expand(rows []Field) []Field {
	var out []Field
	for _, f := range rows {
		if f.PerUnit == 0 {
			f.PerUnit = 1
		}
		if f.spell == oneWay {
			out = append(out, f)
			continue
		}
		f.Group = f.Path
		out = append(out, f)
		stem := strings.TrimSuffix(f.Path, "_years")
		alt := f
		alt.HasDefault, alt.Default, alt.Derived, alt.Source = false, nil, "", ""
		alt.spell = oneWay
		for _, u := range []struct {
			unit    string
			perUnit float64
		}{{"months", 1.0 / 12}, {"days", 1 / 365.25}} {
			a := alt
			a.Path, a.Unit, a.PerUnit = stem+"_"+u.unit, u.unit, u.perUnit
			a.Min, a.Max = f.Min/u.perUnit, f.Max/u.perUnit
			a.UsualMin, a.UsualMax = f.UsualMin/u.perUnit, f.UsualMax/u.perUnit
			out = append(out, a)
		}
		if f.spell == moment {
			a := alt
			a.Path, a.Type, a.Unit, a.Uncertain = stem, Date, "", false
			a.Min, a.Max, a.UsualMin, a.UsualMax, a.UsualSource = 0, 0, 0, 0, ""
			out = append(out, a)
		}
	}
	return out
}
