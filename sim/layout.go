package sim

import (
	"fmt"
	"strconv"
	"strings"

	"steadfast/sim/design"
	"steadfast/sim/diag"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// A layout is the points of a sweep: which value each axis has, and what to
// override for it.
type layout struct {
	name      string // "grid", "latin", "sobol"
	axes      []result.Axis
	at        [][]int
	overrides [][]string
}

// layOut makes the points of a sweep. It fails where a sample's design cannot
// be made.
func layOut(sc *scenario.Scenario, sweep scenario.Sweep) (*layout, error) {
	vary := sweep.Vary
	l := &layout{name: sweep.Design}
	if l.name == scenario.GridSweep {
		l.grid(vary, nil, nil)
	} else {
		var err error
		if vary, err = sample(sc, sweep); err != nil {
			return nil, err
		}
		for i := range vary[0].Len() {
			at := make([]int, len(vary))
			var overrides []string
			for a := range vary {
				at[a] = i
				overrides = append(overrides, vary[a].Overrides(i))
			}
			l.at, l.overrides = append(l.at, at), append(l.overrides, overrides)
		}
	}
	for _, v := range vary {
		axis := result.Axis{Path: v.Path, Unit: v.Unit, Values: v.Values, Log: v.Log, Own: v.Sets, Median: medianOf(sc, v.Path)}
		if v.Values == nil {
			axis.Labels, axis.Texts, axis.Median = v.Labels, v.Texts, nil
		}
		l.axes = append(l.axes, axis)
	}
	return l, nil
}

// grid adds every combination of values that begins so; the last axis varies
// fastest.
func (l *layout) grid(vary []scenario.Vary, at []int, overrides []string) {
	if len(at) == len(vary) {
		l.at = append(l.at, append([]int(nil), at...))
		l.overrides = append(l.overrides, append([]string(nil), overrides...))
		return
	}
	v := &vary[len(at)]
	for i := range v.Len() {
		l.grid(vary, append(at, i), append(overrides, v.Overrides(i)))
	}
}

// sample lays the points of a sampled sweep: value i of each axis belongs to
// point i. A Sobol' sample has 16·2^k points.
func sample(sc *scenario.Scenario, sweep scenario.Sweep) ([]scenario.Vary, error) {
	spec := design.Spec{Kind: design.Kind(sweep.Design), Cases: sweep.Points, Seed: sc.Run.Seed}
	for _, v := range sweep.Vary {
		spec.Columns = append(spec.Columns, "sweep "+v.Path)
	}
	d, err := design.New(spec)
	if err != nil {
		return nil, fmt.Errorf("sweep %s: %w", sweep.ID, err)
	}
	u := make([][]float64, len(sweep.Vary))
	row := make([]float64, len(sweep.Vary))
	for i := range d.Len() {
		d.Row(i, row)
		for a, x := range row {
			u[a] = append(u[a], x)
		}
	}
	var out []scenario.Vary
	for a := range sweep.Vary {
		out = append(out, sweep.Vary[a].Sample(u[a]))
	}
	return out, nil
}

// medianOf is a number's median in the scenario as it stands, or nil.
func medianOf(sc *scenario.Scenario, path string) *float64 {
	for _, p := range sc.Params() {
		own := p.Package != "" && (path == "package."+p.Package+"."+p.Path || path == "package."+strconv.Quote(p.Package)+"."+p.Path)
		if p.Number != nil && (own || p.Package == "" && path == p.Path) {
			median := p.Number.Quantile(.5)
			return &median
		}
	}
	return nil
}

// variants loads the scenario with each list of overrides in turn.
func variants(sc *scenario.Scenario, overrides [][]string) ([]*scenario.Scenario, error) {
	var out []*scenario.Scenario
	for _, list := range overrides {
		v, found := sc.With(list...)
		if v == nil {
			return nil, &VariantError{Overrides: list, Found: found}
		}
		out = append(out, v)
	}
	return out, nil
}

// A VariantError says that a scenario is not valid with the values of a point.
type VariantError struct {
	Overrides []string
	Found     diag.List
}

func (e *VariantError) Error() string {
	text := "with " + strings.Join(e.Overrides, ", ") + " the scenario is not valid"
	for _, d := range e.Found {
		if d.Severity == diag.Error {
			text += ": " + d.Summary
			if d.Detail != "" {
				text += "; " + d.Detail
			}
			break
		}
	}
	return text
}
