package plots

import (
	"fmt"

	"steadfast/sim/result"
)

// Sweep answers: how does the risk change as we turn this parameter, or these
// two? For one it draws a line a package with the 80 % range of the cases, for
// one whose values are texts a dot with a bar instead, and for two parameters a
// heat map a package with labelled contours, in one colour scale.
//
// The scenario as it stands is marked by the median of the parameter. A package
// that sets the parameter itself is left alone by the sweep: it is drawn as it
// comes out, flat, and the figure says so.
//
// Its reader must not take the height of a line at the mark for the risk of the
// scenario: there the parameter is uncertain, here it is held at a value while
// the others are drawn. Nor does a steep line make a parameter important: that
// depends on how far it could really lie from its median, too. Between points
// the lines and contours are interpolated, and nothing is known beyond the ends.
// Bands that overlap do not mean that packages cannot be told apart, as the cases
// are paired; figure flip says where they cannot.
func Sweep(s *result.Sweep, t Theme) (*Figure, error) {
	g, err := gridOf(s, t)
	if err != nil {
		return nil, fmt.Errorf("figure sweep: %w", err)
	}
	var f *Figure
	switch {
	case len(g.axes) == 2:
		f = heatFigure(g, t)
	case g.axes[0].categorical():
		f = sweepDotsFigure(g)
	default:
		f = sweepLinesFigure(g)
	}
	f.Name, f.theme, f.origin = "sweep", t, newOrigin(s.Scenario, s.Run, s.Version)
	f.origin.analysis = true
	return f.finish()
}

// A sweepBuilder makes one kind of figure of a sweep.
type sweepBuilder struct {
	name  string
	build func(*result.Sweep, Theme) (*Figure, error)
}

func sweepBuilders() []sweepBuilder {
	return []sweepBuilder{
		{"sweep", Sweep},
		{"flip", func(s *result.Sweep, t Theme) (*Figure, error) { return Flip(s, "risk", t) }},
	}
}

// SweepNames lists the figures of a sweep, in the order a report shows them.
func SweepNames() []string {
	var out []string
	for _, b := range sweepBuilders() {
		out = append(out, b.name)
	}
	return out
}

// BuildSweep makes the figure of a name from a sweep; flip is by risk. It fails
// for an unknown name and for a sweep that does not hold what the figure shows.
func BuildSweep(name string, s *result.Sweep, t Theme) (*Figure, error) {
	for _, b := range sweepBuilders() {
		if b.name == name {
			return b.build(s, t)
		}
	}
	return nil, fmt.Errorf("figure %q of a sweep is unknown: allowed are %q", name, SweepNames())
}

// sweptMeasure says what is measured, over which horizon.
func (g *sweepGrid) sweptMeasure() string {
	return g.lang.Terms.MeanAfter.with("ceasefire", g.lang.ceasefire(g.sweep.Scenario), "horizon", g.horizon())
}

func (g *sweepGrid) horizon() string { return g.lang.duration(g.sweep.Scenario.HorizonYears) }

// cases and packages are how many there are.
func (g *sweepGrid) cases() string    { return g.lang.counted(g.lang.Cases, g.sweep.Run.Cases) }
func (g *sweepGrid) packages() string { return g.lang.counted(g.lang.Packages, len(g.names)) }

// whatVaries says of one parameter where it is held.
func (g *sweepGrid) whatVaries() string {
	a := g.axes[0]
	return g.lang.Sweep.Varies.with("parameter", a.words(), "values", g.lang.counted(g.lang.Values, a.len()))
}

// change says of one parameter which packages change most and least, those left
// out that set it themselves.
func (g *sweepGrid) change() string {
	most, least, own := -1, -1, 0
	span := func(i int) float64 {
		lo, hi := 1.0, 0.0
		for _, column := range g.at {
			m := column[0].Packages[i].Risk.Mean
			lo, hi = min(lo, m), max(hi, m)
		}
		return hi - lo
	}
	for i := range g.names {
		if g.ownOf(i) != "" {
			own++
			continue
		}
		if most < 0 || span(i) > span(most) {
			most = i
		}
		if least < 0 || span(i) < span(least) {
			least = i
		}
	}
	says := g.lang.Sweep
	say := func(i int) string {
		first, last := g.at[0][0].Packages[i].Risk, g.at[len(g.at)-1][0].Packages[i].Risk
		return says.AltFromTo.with("first", g.lang.percent(first.Mean, first.StdErr), "last", g.lang.percent(last.Mean, last.StdErr),
			"package", g.names[i])
	}
	alone := ""
	if own > 0 {
		alone = g.lang.form(says.AltOwn, float64(own)).with("packages", g.lang.counted(g.lang.Packages, own))
	}
	switch {
	case most < 0:
		r := g.at[0][0].Packages[0].Risk
		return says.AltSame.with("risk", g.lang.percent(r.Mean, r.StdErr), "package", g.names[0], "own", alone)
	case most == least:
		return says.AltOne.with("most", say(most), "own", alone)
	}
	return says.AltChanges.with("most", say(most), "least", say(least), "own", alone)
}
