package schema

import (
	"fmt"
	"slices"
	"strings"
)

// reader hands a kind what was drawn for it, with defaults, and keeps the
// first error.
type reader struct {
	d    Drawn
	err  error
	none bool // the kind makes no instrument
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("instrument %s (%s): "+format, append([]any{r.d.ID, r.d.Kind}, args...)...)
	}
}

// refuseStrangers fails for the first set field, by name, that the kind does
// not take.
func (r *reader) refuseStrangers() {
	var strangers []string
	note := func(name string) {
		row := name
		if strings.HasPrefix(name, "entanglement.") {
			row = "entanglement.*"
		}
		if _, ok := LookupInstrument(r.d.Kind, row); !ok {
			strangers = append(strangers, name)
		}
	}
	for name := range r.d.Numbers {
		note(name)
	}
	for name := range r.d.Texts {
		note(name)
	}
	for name := range r.d.Lists {
		note(name)
	}
	for name := range r.d.Flags {
		note(name)
	}
	if strangers == nil {
		return
	}
	name := slices.Min(strangers)
	if why := Refusal(r.d.Kind, name); why != "" {
		r.fail("%s: %s", name, why)
	} else {
		r.fail("%s is not a field of this kind: see `steadfast explain %s`", name, r.d.Kind)
	}
}

// has tells whether the author gave the number.
func (r *reader) has(name string) bool { _, ok := r.d.Numbers[name]; return ok }

// number returns a number, or its default.
func (r *reader) number(name string) float64 {
	if v, ok := r.d.Numbers[name]; ok {
		return v
	}
	f, ok := LookupInstrument(r.d.Kind, name)
	if !ok {
		panic("schema: kind " + r.d.Kind + " reads " + name + ", which it does not take")
	}
	if v, ok := f.Default.(float64); ok {
		return v
	}
	r.fail("%s is missing: give %s", name, f.asked())
	return 0
}

// asked describes what may be written for a number.
func (f *Field) asked() string {
	switch {
	case f.Min == smallest:
		return "a number above 0"
	case f.Max == inf:
		return fmt.Sprintf("a number of at least %g", f.Min)
	}
	return fmt.Sprintf("a number from %g to %g", f.Min, f.Max)
}

// years returns a duration in years however it was written: stem_years,
// stem_months or stem_days; given is false where the default was taken.
func (r *reader) years(stem string) (years float64, given bool) {
	for _, u := range []struct {
		suffix string
		a      float64 // in a year
	}{{"_years", 1}, {"_months", 12}, {"_days", 365.25}} {
		v, ok := r.d.Numbers[stem+u.suffix]
		if !ok {
			continue
		}
		if given {
			r.fail("%s is given in two units: keep one of %s_years, %s_months, %s_days", stem, stem, stem, stem)
			return 0, true
		}
		years, given = v/u.a, true
	}
	if given {
		return years, true
	}
	f, ok := LookupInstrument(r.d.Kind, stem+"_years")
	if !ok {
		panic("schema: kind " + r.d.Kind + " reads " + stem + ", which it does not take")
	}
	if f.Derived != "" {
		return 0, false
	}
	return r.number(stem + "_years"), false
}

// text returns one of a field's values, or its default.
func (r *reader) text(name string) string {
	f, ok := LookupInstrument(r.d.Kind, name)
	if !ok {
		panic("schema: kind " + r.d.Kind + " reads " + name + ", which it does not take")
	}
	v, ok := r.d.Texts[name]
	if !ok {
		if v, ok = f.Default.(string); !ok {
			r.fail("%s is missing: give one of %s", name, strings.Join(f.Values, ", "))
		}
		return v
	}
	if !slices.Contains(f.Values, v) {
		r.fail("%s is %q: it is one of %s", name, v, strings.Join(f.Values, ", "))
	}
	return v
}

// flag returns a truth value, or its default.
func (r *reader) flag(name string) bool {
	if v, ok := r.d.Flags[name]; ok {
		return v
	}
	f, ok := LookupInstrument(r.d.Kind, name)
	if !ok {
		panic("schema: kind " + r.d.Kind + " reads " + name + ", which it does not take")
	}
	v, ok := f.Default.(bool)
	if !ok {
		r.fail("%s is missing: give true or false", name)
	}
	return v
}

// term returns when an instrument of no legal form is in force.
func (r *reader) term() (from, until float64) {
	from, _ = r.years("from")
	until, _ = r.years("until")
	return from, until
}

// binding returns what a legal form adds to `legal`, and the term of the
// instrument, which waits for the form's entry into force unless it says from
// when it holds.
func (r *reader) binding() (logits, from, until float64) {
	form, _ := legalForm(r.text("legal_form"))
	from, given := r.years("from")
	if !given {
		from = form.LagMonths / 12
	}
	until, _ = r.years("until")
	return form.Logits, from, until
}

// credibility returns the probability that a promise is taken up, stated or
// voted.
func (r *reader) credibility() float64 {
	stated, voted := r.has("credibility"), r.has("vote.members")
	switch {
	case stated && voted:
		r.fail("credibility and vote are both given: the vote decides the credibility, keep one")
		return 0
	case stated:
		return r.number("credibility")
	case !voted:
		r.fail("credibility is missing: give a probability from 0 to 1, or a vote")
		return 0
	}
	v := VoteRule{Members: int(r.number("vote.members")), Consent: r.number("vote.consent"),
		Rule: r.text("vote.rule"), Rank: r.number("vote.rank")}
	if v.Rule == "qualified" {
		if !r.has("vote.threshold") {
			r.fail("vote: a qualified majority needs a threshold: give the share of members that is enough, from 0 to 1")
			return 0
		}
		v.Threshold = r.number("vote.threshold")
	}
	if r.err != nil {
		return 0
	}
	p, err := v.Passes()
	if err != nil {
		r.fail("vote: %v", err)
	}
	return p
}
