package schema

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/model"
)

// A Kind is an instrument kind: what an author may set, and what becomes of it.
type Kind struct {
	Name    string
	Meaning string // one sentence
	// Fields are the rows the kind takes, those of every kind included.
	Fields []Field
	// Channels says in words and formulas what the kind turns into.
	Channels []string
}

// kindTable is a kind as its file defines it.
type kindTable struct {
	Name     string
	Meaning  string
	Channels []string
	fields   []Field           // the kind's own
	refused  map[string]string // fields of other kinds -> why this one does not take them
	build    func(*reader) model.Instrument
}

// kindTables lists the kinds in the order of the documentation.
func kindTables() []kindTable {
	return []kindTable{
		assistance(), snapback(), sanctions(), frozenAssets(), airNaval(), tripwire(),
		accession(), treaty(), assurance(), monitoring(), bufferZone(), custom(),
	}
}

// KindNames returns the names of the kinds in the order of the documentation.
func KindNames() []string {
	return []string{"assistance", "snapback", "sanctions", "frozen_assets", "air_naval", "tripwire",
		"accession", "treaty", "assurance", "monitoring", "buffer_zone", "custom"}
}

// Kinds returns all kinds in the order of the documentation.
func Kinds() []Kind {
	var out []Kind
	for _, t := range kindTables() {
		k := Kind{Name: t.Name, Meaning: t.Meaning, Channels: slices.Clone(t.Channels)}
		switch {
		case slices.Contains(punishingKinds(), t.Name) && t.Name != "custom":
			k.Channels = append(k.Channels, "reversibility and reversal_years as given")
		case slices.Contains(fightingKinds(), t.Name):
			k.Channels = append(k.Channels, "reversibility as given")
		}
		for _, f := range table().fields {
			if strings.HasPrefix(f.Path, "instrument.*.") && f.takenBy(t.Name) {
				k.Fields = append(k.Fields, f)
			}
		}
		out = append(out, k)
	}
	return out
}

// LookupInstrument returns the row of an instrument's field as one kind takes
// it. The name is what follows the instrument's id: troops, vote.consent,
// entanglement.*.
func LookupInstrument(kind, name string) (*Field, bool) {
	f, ok := table().byName[kindName{kind, name}]
	return f, ok
}

// Refusal returns why a kind does not take a field that others take, and what
// to write instead; "" where there is nothing to say beyond that it does not.
func Refusal(kind, name string) string { return table().kinds[kind].refused[name] }

// Drawn is what an author set for one instrument, after the draw: numbers by
// field name (what follows the instrument's id in the path, so vote.consent
// and entanglement.uk for entries of tables), texts, lists, flags. Durations
// stand under the name they were written with; a date stands as from_months,
// until_months and so on. Absent fields take their default.
type Drawn struct {
	ID      string
	Kind    string
	Numbers map[string]float64
	Texts   map[string]string
	Lists   map[string][]string
	Flags   map[string]bool
	// ChallengerDiscountRate is needed by kind "accession".
	ChallengerDiscountRate float64
}

// Channels turns a drawn instrument into the model's channels; ok is false
// where the kind makes no instrument of it (a tripwire of 0 troops). It is an
// error where the kind is unknown, does not take a field that was set, misses
// one that it needs, or is told one thing in two ways. Ranges are the loader's
// concern and not checked again.
func Channels(d Drawn) (in model.Instrument, ok bool, err error) {
	k, known := table().kinds[d.Kind]
	if !known {
		return in, false, fmt.Errorf("instrument %s: kind %q is unknown: it is one of %s", d.ID, d.Kind, strings.Join(KindNames(), ", "))
	}
	r := &reader{d: d}
	r.refuseStrangers()
	in = k.build(r)
	if r.err != nil {
		return model.Instrument{}, false, r.err
	}
	if r.none {
		return model.Instrument{}, false, nil
	}
	in.ID = d.ID
	in.CostPerYear, in.CostIfCalled = r.number("cost_per_year"), r.number("cost_if_called")
	r.reversal(&in)
	return in, r.err == nil, r.err
}
