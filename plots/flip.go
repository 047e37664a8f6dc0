package plots

import (
	"fmt"
	"strings"

	"steadfast/sim/result"
)

// Flip answers: what would change our mind? For two parameters it draws a map of
// the package that does best at each combination of their values by a measure,
// "risk", "adjusted", "peace" or "loss" (see result.Preference), named in its
// region, and for one parameter a row a package, filled where it does best.
// Where the draws cannot separate the best from another, the cells are striped.
//
// Its reader must not read a lead off the colours: the best may be ahead by much
// or by little, and only stripes say that a difference could be chance. A border
// lies halfway between two points that were computed, not where the packages are
// exactly equal. Nor does the map say how likely its regions are: the mark is
// where the medians lie, and the rest may be far from what anyone expects.
func Flip(s *result.Sweep, measure string, t Theme) (*Figure, error) {
	g, err := gridOf(s, t)
	if err != nil {
		return nil, fmt.Errorf("figure flip: %w", err)
	}
	c, err := choicesOf(g, measure)
	if err != nil {
		return nil, fmt.Errorf("figure flip: %w", err)
	}
	f := &Figure{Name: "flip", alt: c.alt(), Data: c.table(), theme: t, origin: newOrigin(s.Scenario, s.Run, s.Version)}
	f.origin.analysis = true
	says, a := g.lang.Flip, g.axes[0]
	title, subtitle := says.TitleRows, says.SubtitleRows
	places := []string{"question", c.measure.question, "parameter", a.words()}
	f.body = flipRows{c}.draw
	if len(g.axes) > 1 {
		title, subtitle = says.TitleMap, says.SubtitleMap
		places = append(places, "other", g.axes[1].words())
		f.body = flipMap{c}.draw
	}
	f.Title = title.with(places...)
	parts := []string{subtitle.with("best", c.measure.best, "cases", g.cases())}
	if c.anyTied() {
		parts = append(parts, says.Ties.text())
	}
	switch {
	case len(g.axes) == 1 && len(c.changes()) > 0 && !a.categorical():
		parts = append(parts, says.Changes.text())
	case len(g.axes) > 1 && g.standing().outside:
		parts = append(parts, g.lang.Sweep.Outside.text())
	}
	if g.anyOwn() {
		parts = append(parts, c.ownWords())
	}
	f.Subtitle = strings.Join(parts, g.lang.Space)
	return f.finish()
}

// A flipMeasure is what packages are preferred by: a question, and what the
// preferred has.
type flipMeasure struct{ name, question, best string }

func (g *sweepGrid) flipMeasures() []flipMeasure {
	says := g.lang.Flip
	measure := func(name string, w PreferenceWords) flipMeasure {
		return flipMeasure{name, w.Question.text(), w.Best.with("ceasefire", g.lang.ceasefire(g.sweep.Scenario), "horizon", g.horizon())}
	}
	return []flipMeasure{measure("risk", says.Risk), measure("adjusted", says.Adjusted), measure("peace", says.Peace), measure("loss", says.Loss)}
}

// choices is which package does best at every point.
type choices struct {
	sweepGrid
	measure flipMeasure
	best    [][]int   // by place on both axes (of one parameter, the second has one)
	tied    [][][]int // packages tied with it, in the scenario's order
}

func choicesOf(g sweepGrid, measure string) (choices, error) {
	c := choices{sweepGrid: g}
	var allowed []string
	for _, m := range g.flipMeasures() {
		allowed = append(allowed, m.name)
		if m.name == measure {
			c.measure = m
		}
	}
	if c.measure.name == "" {
		return c, fmt.Errorf("measure %q is unknown: allowed are %q", measure, allowed)
	}
	index := map[string]int{}
	for i, p := range g.sweep.Packages {
		index[p.ID] = i
	}
	for x := range g.at {
		c.best = append(c.best, make([]int, len(g.at[x])))
		c.tied = append(c.tied, make([][]int, len(g.at[x])))
		for y, pt := range g.at[x] {
			q, ok := preferenceBy(measure, pt)
			if !ok {
				return c, fmt.Errorf("the point at %v does not say which package is preferred by %s: choose another measure of %q, or %s",
					pt.At, measure, allowed, runAgain)
			}
			tied := make([]bool, len(index))
			for k, id := range append([]string{q.Package}, q.Tied...) {
				i, ok := index[id]
				if !ok {
					return c, fmt.Errorf("the point at %v prefers package %q, which the sweep does not have: %s", pt.At, id, runAgain)
				}
				if k == 0 {
					c.best[x][y] = i
				} else {
					tied[i] = i != c.best[x][y]
				}
			}
			for i, is := range tied {
				if is {
					c.tied[x][y] = append(c.tied[x][y], i)
				}
			}
		}
	}
	return c, nil
}

func preferenceBy(measure string, pt *result.SweepPoint) (result.Preference, bool) {
	for _, q := range pt.Preferred {
		if q.Measure == measure {
			return q, true
		}
	}
	return result.Preference{}, false
}

func (c choices) anyTied() bool {
	for x := range c.tied {
		for y := range c.tied[x] {
			if len(c.tied[x][y]) > 0 {
				return true
			}
		}
	}
	return false
}

// changes lists the places on the only axis after which another package is best.
func (c choices) changes() []int {
	var out []int
	for x := range len(c.best) - 1 {
		if c.best[x][0] != c.best[x+1][0] {
			out = append(out, x)
		}
	}
	return out
}

// ownWords names the packages that set a parameter themselves, the first three.
func (c choices) ownWords() string {
	var own []string
	for i, name := range c.names {
		if c.ownOf(i) != "" {
			own = append(own, name)
		}
	}
	says, n := c.lang.Flip, len(own)
	switch {
	case n == 1:
		return says.Own.with("package", own[0], "own", c.only())
	case n > 3:
		return says.OwnMany.with("packages", own[0]+c.lang.Comma+own[1], "others", c.lang.counted(c.lang.OtherPackages, n-2))
	}
	return says.OwnFew.with("packages", strings.Join(own[:n-1], c.lang.Comma), "last", own[n-1])
}

// only is what the first package that sets a parameter itself sets.
func (c choices) only() string {
	for i := range c.names {
		if own := c.ownOf(i); own != "" {
			return own
		}
	}
	return ""
}

func (c choices) alt() string {
	counts := make([]int, len(c.names))
	total, tied := 0, 0
	for x := range c.best {
		for y, i := range c.best[x] {
			counts[i]++
			total++
			if len(c.tied[x][y]) > 0 {
				tied++
			}
		}
	}
	says := c.lang.Flip
	var parts []string
	for i, n := range counts {
		if n > 0 {
			parts = append(parts, says.AltPackage.with("package", c.names[i], "points", c.lang.count(n)))
		}
	}
	separated := says.AltFree.text()
	if tied > 0 {
		separated = says.AltTied.with("points", c.lang.count(tied))
	}
	alt := says.AltRows
	places := []string{
		"best", c.measure.best, "parameter", c.axes[0].title(), "points", c.lang.count(total),
		"packages", strings.Join(parts, c.lang.Comma), "tied", separated,
	}
	if len(c.axes) > 1 {
		alt = says.AltMap
		places = append(places, "other", c.axes[1].title())
	}
	return alt.with(places...)
}

// table has a row a point, with the package drawn there and the ids of those tied
// with it; of one parameter a row where the best changes, which lies halfway; and
// a row for the medians in the scenario as it stands.
func (c choices) table() Table {
	a := c.axes[0]
	t := Table{Header: []string{"kind", a.path, "id", "name", "tied_with"}}
	if len(c.axes) > 1 {
		t.Header = []string{"kind", a.path, c.axes[1].path, "id", "name", "tied_with"}
	}
	for x := range c.best {
		for y, i := range c.best[x] {
			var tied []string
			for _, k := range c.tied[x][y] {
				tied = append(tied, c.sweep.Packages[k].ID)
			}
			row := []any{"point", a.value(x)}
			if len(c.axes) > 1 {
				row = append(row, c.axes[1].value(y))
			}
			t.add(append(row, c.sweep.Packages[i].ID, c.names[i], strings.Join(tied, " "))...)
		}
	}
	if len(c.axes) > 1 {
		c.addMedians(&t, 1)
		return t
	}
	if !a.categorical() {
		for _, x := range c.changes() {
			t.add("change", a.boundary(x), c.sweep.Packages[c.best[x+1][0]].ID, c.names[c.best[x+1][0]], nil)
		}
		if a.median != nil {
			t.add("median", *a.median, nil, nil, nil)
		}
	}
	return t
}
