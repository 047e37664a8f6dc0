package verdict

import (
	"fmt"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// Status is what is known of a claim.
type Status int

// The statuses.
const (
	Undecided Status = iota // at this sample size
	Holds
	Fails
)

// String writes the status as a word.
func (s Status) String() string { return [...]string{"undecided", "holds", "fails"}[s] }

// not is the status of the opposite claim.
func (s Status) not() Status { return [...]Status{Undecided, Fails, Holds}[s] }

// A Verdict is what the evidence says of a claim.
type Verdict struct {
	Status Status
	Atoms  []Atom // in the order of the text
	// Turning is the place in Atoms of the comparison on which the claim
	// turns: of those with its status the one that is nearest to the other side.
	Turning int
}

// An Atom is one comparison of a claim. Its numbers are finite: an end of an
// interval that nothing bounds is ±math.MaxFloat64.
type Atom struct {
	Text   string // the comparison in the claim language; a chain is taken apart
	Offset int    // in the source, bytes
	Status Status

	// Left and Right are the two values with their 95 % intervals, and what
	// they are of. Of best() = p the left one is the package that comes nearest
	// to p, of top_driver(p) = path the indices, and of monotone the risks at
	// the two ends of the step that comes nearest to turning, or turns.
	LeftText, RightText string
	Left, Right         estimate.Mean
	Difference          estimate.Mean // Left − Right, paired, with its 95 % interval
	Used                Interval      // of Difference, by which it was decided

	Note string // what else must be known; "" for nothing
}

// An Interval misses the value with a probability of at most 1 − Level.
type Interval struct{ Lo, Hi, Level float64 }

func usedAt(s span, alpha float64) Interval {
	return Interval{Lo: bounded(s.lo), Hi: bounded(s.hi), Level: 1 - alpha}
}

// Evaluate decides a claim, wrongly with a probability of at most alpha, 0 <
// alpha < 1. The error is a *claim.Error where the claim asks for what the
// evidence does not have. It panics on an alpha outside its range and on an
// expression that is no claim.
func Evaluate(e *claim.Expr, ev *Evidence, alpha float64) (Verdict, error) {
	if !(alpha > 0 && alpha < 1) {
		panic(fmt.Sprintf("verdict: error rate %g is not between 0 and 1", alpha))
	}
	j, root, err := prepare(e, ev)
	if err != nil {
		return Verdict{}, err
	}
	d := decision{judge: j}
	status, turning := d.decide(root, alpha, alpha)
	v := Verdict{Status: status, Turning: turning.place}
	for _, a := range d.atoms {
		described := a.describe()
		described.Status, described.Used = a.status, a.used
		v.Atoms = append(v.Atoms, described)
	}
	return v, nil
}

func prepare(e *claim.Expr, ev *Evidence) (*judge, *truth, error) {
	if e.Kind != claim.Claim {
		panic("verdict: " + e.Kind.String() + " is no claim")
	}
	j, err := newJudge(ev)
	if err != nil {
		return nil, nil, err
	}
	root, err := j.truth(e.Root)
	return j, root, err
}

// A decision collects the atoms of a claim as they are decided.
type decision struct {
	judge *judge
	atoms []decided
}

type decided struct {
	atom
	status Status
	used   Interval
}

// A turning point is an atom with its margin, as seen from the whole claim.
type turning struct {
	place  int
	margin float64
}

// decide decides a truth that may hold wrongly at one rate and fail wrongly at
// another.
func (d *decision) decide(t *truth, holds, fails float64) (Status, turning) {
	switch t.op {
	case claim.And:
		return d.all(t, holds, fails, false)
	case claim.Or: // not (not a and not b)
		s, at := d.all(t, fails, holds, true)
		return s.not(), at.not()
	case claim.Not:
		s, at := d.decide(t.parts[0], fails, holds)
		return s.not(), at.not()
	}
	a := decided{atom: t.atom}
	if a.status, a.used = a.decide(holds); a.status != Holds {
		if a.status, a.used = a.decide(fails); a.status != Fails {
			_, a.used = a.decide(min(holds, fails))
			a.status = Undecided
		}
	}
	d.atoms = append(d.atoms, a)
	return a.status, turning{len(d.atoms) - 1, t.atom.margin(d.judge.all)}
}

func (t turning) not() turning { return turning{t.place, -t.margin} }

// all decides a conjunction of parts, or of their opposites: it holds if every
// one does and fails if one does (S. C. Kleene, Introduction to Metamathematics,
// 1952, § 64).
func (d *decision) all(t *truth, holds, fails float64, opposite bool) (Status, turning) {
	status := Holds
	var at turning
	found := false
	for _, p := range t.parts {
		share := fails * float64(p.atoms) / float64(t.atoms)
		var s Status
		var a turning
		if opposite {
			s, a = d.decide(p, share, holds)
			s, a = s.not(), a.not()
		} else {
			s, a = d.decide(p, holds, share)
		}
		worse := s == Fails && status != Fails || s == Undecided && status == Holds
		if worse {
			status = s
		}
		if !found || worse || s == status && a.margin < at.margin {
			at, found = a, true
		}
	}
	return status, at
}
