package history

import "time"

// An Arrangement is one row of the record: who stood behind whose ceasefire or
// border, with what, from when to when, and what became of it.
type Arrangement struct {
	ID, Name string
	Tier     string // A: a third party's guarantee against a state; B: control of a ceasefire without one; C: atypical
	Core     bool   // one of the core 40

	Protege, Challenger, Guarantors string
	Dyad                            string // the rivalry; arrangements of one dyad are not independent

	Start, End time.Time
	LimitedOn  time.Time // first limited breach: an organised attack or seizure, 25 dead or territory taken; zero: none
	MajorOn    time.Time // war; zero: none, and End censors the spell

	Assistance, Sanctions, AirNaval, Nuclear bool
	Troops, Advisers, Monitors               int
	MutualDefence                            MutualDefence
	BufferKM                                 float64
	Legal                                    Legal

	CapabilityRatio float64 // the challenger's capability over the protégé's; 0: not known
}

// MutualDefence says how far the guarantors promised to fight.
type MutualDefence int

// The levels of mutual defence.
const (
	NoDefence        MutualDefence = iota // nobody promised to fight
	PoliticalDefence                      // a political assurance
	TreatyDefence                         // a mutual-defence clause
)

// Legal is the legal form of the third party's undertaking.
type Legal string

// The legal forms, the weakest first.
const (
	NoUndertaking Legal = "none"        // no third party undertakes anything about a breach
	Declaration   Legal = "declaration" // words of one or several governments, a statute of the guarantor's own among them
	Memorandum    Legal = "memorandum"  // a signed text that is not meant to bind in law
	Agreement     Legal = "agreement"   // binding, by governments
	Treaty        Legal = "treaty"      // ratified by parliaments
	Integrated    Legal = "integrated"  // a ratified treaty with forces under an integrated command on the spot
)

// legals lists the legal forms, the weakest first.
func legals() []Legal {
	return []Legal{NoUndertaking, Declaration, Memorandum, Agreement, Treaty, Integrated}
}

// A Spell is a time observed in whole months from the start: until an event,
// which fell in the month that follows them, or until the end of observation.
type Spell struct {
	Months int
	Event  bool
}

// Years is the time in years: an event is placed in the middle of its month.
func (s Spell) Years() float64 {
	if s.Event {
		return (float64(s.Months) + 0.5) / 12
	}
	return float64(s.Months) / 12
}

// Major is the time to war.
func (a *Arrangement) Major() Spell { return a.spell(a.MajorOn) }

// Limited is the time to the first breach of any size.
func (a *Arrangement) Limited() Spell {
	if a.LimitedOn.IsZero() {
		return a.Major()
	}
	return a.spell(a.LimitedOn)
}

func (a *Arrangement) spell(event time.Time) Spell {
	if event.IsZero() {
		return Spell{Months: monthsBetween(a.Start, a.End)}
	}
	return Spell{Months: monthsBetween(a.Start, event), Event: true}
}

// monthsBetween counts the whole calendar months from a to b, b not before a.
func monthsBetween(a, b time.Time) int {
	n := 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month())
	if b.Day() < a.Day() {
		n--
	}
	return n
}
