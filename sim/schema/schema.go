// Package schema is the one table of everything a scenario file may set, and
// the instrument kinds that turn what an author sets into the model's
// channels. The loader checks a file against the table, `steadfast explain`
// prints it, and REFERENCE.md is made from it, so that the three cannot drift
// apart.
//
// [Lookup] finds the row of a concrete path such as
// instrument.tripwire.troops, [LookupKind] the row as one instrument kind
// takes it, and [Channels] makes a model instrument of what was drawn.
//
// Paths are TOML paths. A * stands for an id (of a guarantor, an instrument,
// a package, a sweep) or a state of the backstop. The tables of [[package]]
// and [[sweep]] are addressed by their id, as in package.trip.name; [[expect]],
// [[correlate]] and [[sweep.vary]] have no ids and no element of their own in a
// path (expect.that, sweep.*.vary.path).
//
// The kinds' numbers are starting values, to be calibrated or argued, and not
// findings; the source of each says so.
package schema

// Type says what may be written for a field.
type Type int

// The types of a field.
const (
	Number   Type = iota // a number; a distribution where Uncertain; also a word of the scale where Min = 0 and Max = 1
	Integer              // a whole number; a distribution where Uncertain, rounded after the draw
	Text                 // free text
	Enum                 // one of Values; a discrete distribution over them where Uncertain
	Bool                 // true or false
	Date                 // a TOML date
	IDs                  // a list of ids (or of states)
	Vote                 // a table { members, consent, rule, threshold, rank }; its fields have rows of their own
	Entangle             // a table guarantor id -> number; its entries have a row of their own
	Texts                // a text or a list of texts
	Values               // a list of values, each as the parameter that varies takes it
	Interval             // a list of two numbers, low and high
	Table                // a table of overrides, keys as in the scenario itself
)

// String names the type as a message to an author would.
func (t Type) String() string {
	names := [...]string{"number", "whole number", "text", "one of a few words", "true or false", "date", "list of ids",
		"table of a vote", "table of guarantors and numbers", "text or list of texts", "list of values", "interval [low, high]", "table"}
	if t < 0 || int(t) >= len(names) {
		return "unknown type"
	}
	return names[t]
}

// A Field is one row of the table.
//
// A field is required unless HasDefault, with two exceptions: a field with
// With set is asked for only where the field named there is given, and of the
// fields of one Group one is enough.
type Field struct {
	// Path is the TOML path with * for an id: "challenger.war_cost",
	// "guarantor.*.willingness", "instrument.*.severity", "package.*.feasibility".
	Path string
	// Kinds lists the instrument kinds that take the field as this row says;
	// nil: every kind. Several rows may share a path where kinds differ in
	// default or meaning; type, unit and hard range are then the same.
	Kinds []string
	Type  Type
	// Unit is "stakes", "stakes/year", "probability", "years", "days",
	// "months", "km", "logits", "capability", "bn EUR", … or "".
	Unit string
	// Min and Max are the hard range, both included; ±Inf where there is no
	// bound. Where only positive values are allowed Min is the smallest
	// positive number.
	Min, Max float64
	// UsualMin and UsualMax: outside, a warning; both 0: none.
	UsualMin, UsualMax float64
	// UsualSource is the reason for the usual range.
	UsualSource string
	Values      []string // of an Enum
	Uncertain   bool     // may be a distribution
	// Default is a float64, string, bool or []string. It is nil where
	// HasDefault is false, and where the default is not a constant: then
	// Derived says in words what is taken.
	Default    any
	HasDefault bool
	Derived    string
	// Source is the source of the default.
	Source string
	// Meaning is one sentence.
	Meaning string

	// Group is the path of the leading row where several fields say the same
	// thing (until_years, until_months, until_days, until; credibility,
	// vote): at most one may be given, and exactly one where none has a
	// default. "" where a field stands alone.
	Group string
	// PerUnit converts to the leading row's unit: 1/12 for months, 1/365.25
	// for days, else 1. A Date is converted by the loader.
	PerUnit float64
	// With is the path of another field (or of the leading row of its Group)
	// without which this one has no use.
	With string

	spell spelling // how else a duration may be written; expanded by build
}

// Required tells whether the field must be given when the field named in With
// (if any) is given and no other field of its Group is.
func (f *Field) Required() bool { return !f.HasDefault }
