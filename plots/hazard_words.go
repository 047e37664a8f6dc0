package plots

import (
	"math"
	"strings"
)

func (h hazards) subtitle() string {
	parts := []string{h.lang.Hazard.Subtitle.with("ceasefire", h.lang.ceasefire(h.set.Scenario),
		"horizon", h.lang.duration(h.set.Scenario.HorizonYears), "cases", h.lang.counted(h.lang.Cases, h.set.Run.Cases))}
	if last := h.last(0); !last.whole() {
		parts = append(parts, h.lang.Hazard.LastStep.with("length", h.lang.duration(last.to-last.from)))
	}
	return strings.Join(append(parts, h.lang.Hazard.Sorting.text()), h.lang.Space)
}

// caption says the peak and the end of a package's steps.
func (h hazards) caption(i int) string {
	say := func(s hazardStep) string { return h.lang.percent(s.mean, s.stdErr) }
	k, end := h.peak(i), h.last(i)
	switch {
	case len(h.steps[i]) == 1:
		return say(end)
	case h.flat(i):
		return h.lang.Hazard.Level.with("risk", say(end))
	}
	says := h.lang.Hazard.PeakThen
	if k == len(h.steps[i])-1 {
		says = h.lang.Hazard.PeakLast
	}
	return says.with("peak", say(h.steps[i][k]), "year", h.lang.count(k+1), "risk", say(end))
}

// flat reports whether a package's hazard is the same in all years.
func (h hazards) flat(i int) bool {
	const rounding = 1e-9
	for _, s := range h.steps[i] {
		if math.Abs(s.mean-h.steps[i][0].mean) > rounding {
			return false
		}
	}
	return true
}

func (h hazards) alt() string {
	var parts []string
	for i, p := range h.set.Packages {
		parts = append(parts, h.lang.Hazard.AltPackage.with("package", nameOf(p), "caption", h.caption(i)))
	}
	alt := h.lang.Hazard.Alt
	if len(parts) == 1 {
		alt = h.lang.Hazard.AltOne
	}
	return alt.with("horizon", h.lang.duration(h.set.Scenario.HorizonYears), "packages", h.lang.counted(h.lang.Packages, len(parts)),
		"captions", strings.Join(parts, h.lang.Semicolon))
}

// table has a row a package and step, and a row an event. A step of less than a
// year is at a yearly rate.
func (h hazards) table() Table {
	t := Table{Header: []string{"kind", "id", "name", "from_years", "years", "hazard", "lo", "hi"}}
	for i, p := range h.set.Packages {
		for _, s := range h.steps[i] {
			t.add("step", p.ID, nameOf(p), s.from, s.to, s.mean, s.lo, s.hi)
		}
	}
	for _, e := range h.events {
		for _, y := range e.years {
			t.add(e.kind, e.pkg, e.label, nil, y, nil, nil, nil)
		}
	}
	return t
}
