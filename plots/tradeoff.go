package plots

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Tradeoff answers: what is desirable, what is possible? It draws every package
// at its chance of adoption and its risk if adopted, both means over cases, the
// efficient frontier of those that no other beats in both, and in thin lines the
// chance of a peace that holds where what is not adopted gives way to the
// fallback: F·(1 − R) + (1 − F)·(1 − R₀), §5 of the model.
//
// Its reader must not take the chance of adoption for a result of the model: it is
// what the author judges, and a package moves along its axis with every argument
// in the chamber. The lines take for granted that the parties sign; where the
// scenario asks for consent the subtitle says what that leaves. The frontier is
// drawn in steps since nothing lies between two packages until somebody designs
// it, and one that is just off it by less than the sampling error is not worse.
// Where on the frontier to stand is not for the figure to say.
func Tradeoff(s *result.Set, t Theme) (*Figure, error) {
	o, err := newTradeoff(s, t)
	if err != nil {
		return nil, fmt.Errorf("figure tradeoff: %w", err)
	}
	f := &Figure{
		Name:     "tradeoff",
		Title:    o.lang.Tradeoff.Title.text(),
		Subtitle: o.subtitle(), alt: o.alt(), Data: o.table(), theme: t, origin: originOf(s), body: o.draw,
	}
	return f.finish()
}

// whiskersUpTo is the number of packages whose ranges over cases can be told
// apart when they are drawn through each other.
const whiskersUpTo = 3

type tradeoff struct {
	set      *result.Set
	lang     *Words
	looks    []look
	fallback int
	frontier []bool // by package
	order    []int  // packages on the frontier, the safest first
	whiskers bool
}

func newTradeoff(s *result.Set, t Theme) (*tradeoff, error) {
	if err := checkRivals(s); err != nil {
		return nil, err
	}
	for _, p := range s.Packages {
		if err := checkAdoption(p); err != nil {
			return nil, fmt.Errorf("package %q: %w", p.ID, err)
		}
	}
	o := &tradeoff{set: s, lang: t.words(), looks: t.looks(s), whiskers: len(s.Packages) <= whiskersUpTo}
	var err error
	if o.fallback, err = fallbackOf(s); err != nil {
		return nil, err
	}
	for i := range s.Packages {
		on := !o.dominated(i)
		o.frontier = append(o.frontier, on)
		if on {
			o.order = append(o.order, i)
		}
	}
	sort.SliceStable(o.order, func(a, b int) bool { return o.risk(o.order[a]) < o.risk(o.order[b]) })
	return o, nil
}

func checkAdoption(p result.Package) error {
	if err := checkProbabilities(p.Feasibility.P10, p.Feasibility.Mean, p.Feasibility.P90); err != nil {
		return fmt.Errorf("feasibility: %w", err)
	}
	if err := checkProbabilities(p.Adjusted.Mean); err != nil {
		return fmt.Errorf("risk with the chance of adoption: %w", err)
	}
	peace := []float64{p.Peace.Mean}
	if p.PeaceIfAgreed != nil {
		peace = append(peace, p.PeaceIfAgreed.Mean)
	}
	if err := checkProbabilities(peace...); err != nil {
		return fmt.Errorf("peace that holds: %w", err)
	}
	return nil
}

func (o *tradeoff) risk(i int) float64   { return o.set.Packages[i].Risk.Mean }
func (o *tradeoff) chance(i int) float64 { return o.set.Packages[i].Feasibility.Mean }

// dominated says whether another package is at least as likely to be adopted and
// at least as safe, and one of the two more.
func (o *tradeoff) dominated(i int) bool {
	for j := range o.set.Packages {
		f, r := o.chance(j)-o.chance(i), o.risk(j)-o.risk(i)
		if f >= 0 && r <= 0 && (f > 0 || r < 0) {
			return true
		}
	}
	return false
}

// fallbackOf is the package that applies where another is not adopted: the one
// that the scenario names, else the baseline.
func fallbackOf(s *result.Set) (int, error) {
	base, err := needBaseline(s)
	if err != nil {
		return -1, err
	}
	// Of the scenario only the top is read, up to the first table.
	top, _, _ := strings.Cut("\n"+s.Scenario.Flat, "\n[")
	var settings struct{ Fallback string }
	if _, err := toml.Decode(top, &settings); err != nil {
		return -1, fmt.Errorf("the scenario in the result cannot be read: %v; run the scenario again", err)
	}
	if settings.Fallback == "" {
		return base, nil
	}
	i := indexOf(s, settings.Fallback)
	if i < 0 {
		return -1, fmt.Errorf("the fallback %q is not in the result: keep it among the packages, which are %s", settings.Fallback, ids(s))
	}
	return i, nil
}

// peace is the chance of a peace that holds at a chance of adoption and a risk,
// where the parties sign.
func (o *tradeoff) peace(chance, risk float64) float64 {
	return chance*(1-risk) + (1-chance)*(1-o.risk(o.fallback))
}

// consent says whose consent the scenario asks for, or "", and which package has
// the most peace that holds once it is counted.
func (o *tradeoff) consent() (of string, best int) {
	s := o.set.Scenario
	protege, challenger := false, false
	for i, p := range o.set.Packages {
		protege = protege || math.Abs(p.Peace.Mean-(1-p.Adjusted.Mean)) > 0.0005
		challenger = challenger || p.PeaceIfAgreed != nil
		if o.agreed(i).Mean > o.agreed(best).Mean {
			best = i
		}
	}
	switch {
	case protege && challenger:
		of = o.lang.Tradeoff.OfBoth.text()
	case protege:
		of = o.lang.Tradeoff.Of.with("party", nameOr(s.Protege, o.lang.Terms.Protege.text()))
	case challenger:
		of = o.lang.Tradeoff.Of.with("party", nameOr(s.Challenger, o.lang.Terms.Challenger.text()))
	}
	return of, best
}

// agreed is the peace that holds with every consent that is asked for.
func (o *tradeoff) agreed(i int) estimate.Summary {
	if p := o.set.Packages[i]; p.PeaceIfAgreed != nil {
		return *p.PeaceIfAgreed
	}
	return o.set.Packages[i].Peace
}

func (o *tradeoff) subtitle() string {
	s, says := o.set, o.lang.Tradeoff
	parts := []string{says.Subtitle.with("ceasefire", o.lang.ceasefire(s.Scenario),
		"horizon", o.lang.duration(s.Scenario.HorizonYears), "cases", o.lang.counted(o.lang.Cases, s.Run.Cases))}
	if o.whiskers {
		parts = append(parts, says.Ranges.text())
	}
	if of, best := o.consent(); of != "" {
		p := o.agreed(best)
		parts = append(parts, says.LinesAgreed.with("of", of, "peace", o.lang.percent(p.Mean, p.StdErr), "package", nameOf(s.Packages[best])))
	} else {
		parts = append(parts, says.Lines.text())
	}
	return strings.Join(parts, o.lang.Space)
}

func (o *tradeoff) alt() string {
	says := o.lang.Tradeoff
	say := func(i int) string {
		p := o.set.Packages[i]
		return says.AltPackage.with("package", nameOf(p),
			"chance", o.lang.percent(p.Feasibility.Mean, p.Feasibility.StdErr), "risk", o.lang.percent(p.Risk.Mean, p.Risk.StdErr))
	}
	best := 0
	for i := range o.set.Packages {
		if o.peace(o.chance(i), o.risk(i)) > o.peace(o.chance(best), o.risk(best)) {
			best = i
		}
	}
	frontier, n := says.OnFrontier, len(o.order)
	if n > 1 {
		frontier = says.Frontier
	}
	return says.Alt.with("horizon", o.lang.duration(o.set.Scenario.HorizonYears), "packages", o.lang.counted(o.lang.Packages, len(o.looks)),
		"frontier", frontier.with("n", o.lang.count(n), "first", say(o.order[0]), "last", say(o.order[n-1])),
		"package", nameOf(o.set.Packages[best]),
		"peace", o.lang.percent(o.peace(o.chance(best), o.risk(best)), o.set.Packages[best].Adjusted.StdErr))
}

// table has a row a package. peace is where it lies among the thin lines;
// peace_agreed is that of the run, averaged over cases, with every consent that
// is asked for. The ranges stand where they are drawn.
func (o *tradeoff) table() Table {
	t := Table{Header: []string{
		"id", "name", "feasibility", "risk", "frontier", "peace", "peace_agreed",
		"feasibility_p10", "feasibility_p90", "risk_p10", "risk_p90",
	}}
	for i, p := range o.set.Packages {
		cells := []any{
			p.ID, nameOf(p), p.Feasibility.Mean, p.Risk.Mean, fmt.Sprint(o.frontier[i]),
			o.peace(o.chance(i), o.risk(i)), o.agreed(i).Mean, nil, nil, nil, nil,
		}
		if o.whiskers {
			cells = append(cells[:7], p.Feasibility.P10, p.Feasibility.P90, p.Risk.P10, p.Risk.P90)
		}
		t.add(cells...)
	}
	return t
}
