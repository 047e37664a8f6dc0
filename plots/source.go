package plots

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"steadfast/sim/result"
)

// A Source is a result of any kind that has figures: one of its fields is set.
type Source struct {
	Set         *result.Set
	Sweep       *result.Sweep
	Sensitivity *result.Sensitivity
	Backtest    *result.Backtest

	years int // of a backtest, for Calibration; 0: 15
}

// ReadSource reads a result.json, sweep.json, sensitivity.json or backtest.json,
// whichever it is. Its errors wrap result.ErrNotResult or result.ErrNewer where that is what
// is wrong.
func ReadSource(r io.Reader) (Source, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return Source{}, err
	}
	// What is no JSON at all is refused, and said to be, by the reader of a set.
	var kind struct{ Axes, Turns, Outputs, Claims, Edits, Arrangements json.RawMessage }
	_ = json.Unmarshal(data, &kind)
	var s Source
	file := strings.NewReader(string(data))
	switch {
	case kind.Claims != nil || kind.Edits != nil || kind.Turns != nil:
		err = errors.New("it has no figures: of check, diff and threshold there are none; name the result of a run, a sweep, a sensitivity analysis or a backtest")
	case kind.Arrangements != nil:
		s.Backtest, err = result.ReadBacktest(file)
	case kind.Axes != nil:
		s.Sweep, err = result.ReadSweep(file)
	case kind.Outputs != nil:
		s.Sensitivity, err = result.ReadSensitivity(file)
	default:
		s.Set, err = result.Read(file)
	}
	return s, err
}

// Names lists the figures that the result can show, in the order of a report.
func (s Source) Names() []string {
	switch {
	case s.Set != nil:
		return Applicable(s.Set)
	case s.Sensitivity != nil:
		return explainedNames(s.Sensitivity)
	case s.Backtest != nil:
		return BacktestNames(s.Backtest)
	case s.Sweep != nil && s.Sweep.Layout == gridLayout && len(s.Sweep.Axes) <= 2:
		return SweepNames()
	}
	return nil
}

// explainedNames lists the figures of the outputs of which a method says
// something.
func explainedNames(s *result.Sensitivity) []string {
	var out []string
	for i, name := range SensitivityNames(s) {
		if _, err := chooseMethod(s, i, ""); err == nil {
			out = append(out, name)
		}
	}
	return out
}

// all lists the figures of results of this kind.
func (s Source) all() []string {
	switch {
	case s.Set != nil:
		return Names()
	case s.Sensitivity != nil:
		return SensitivityNames(s.Sensitivity)
	case s.Backtest != nil:
		return BacktestNames(s.Backtest)
	}
	return SweepNames()
}

// gridLayout is the layout of a sweep over every combination of values.
const gridLayout = "grid"

// Scenario is what the result is of.
func (s Source) Scenario() result.Scenario {
	switch {
	case s.Set != nil:
		return s.Set.Scenario
	case s.Sweep != nil:
		return s.Sweep.Scenario
	case s.Backtest != nil:
		return s.Backtest.Scenario
	}
	return s.Sensitivity.Scenario
}

func (s Source) run() (run result.Run, version string) {
	switch {
	case s.Set != nil:
		return s.Set.Run, s.Set.Version
	case s.Sweep != nil:
		return s.Sweep.Run, s.Sweep.Version
	case s.Backtest != nil:
		return s.Backtest.Run, s.Backtest.Version
	}
	return s.Sensitivity.Run, s.Sensitivity.Version
}

// Packages lists the packages of the result; a backtest has none.
func (s Source) Packages() []result.Named {
	switch {
	case s.Backtest != nil:
		return nil
	case s.Sweep != nil:
		return s.Sweep.Packages
	case s.Sensitivity != nil:
		return s.Sensitivity.Packages
	}
	var out []result.Named
	for _, p := range s.Set.Packages {
		out = append(out, result.Named{ID: p.ID, Name: p.Name})
	}
	return out
}

func (s Source) packageIDs() []string {
	var out []string
	for _, p := range s.Packages() {
		out = append(out, p.ID)
	}
	return out
}

// build makes the figure of a name of what the result holds.
func (s Source) build(name string, t Theme) (*Figure, error) {
	if !slices.Contains(s.all(), name) {
		return nil, fmt.Errorf("figure %q is unknown: this result has %s", name, strings.Join(s.Names(), ", "))
	}
	switch {
	case s.Set != nil:
		return Build(name, s.Set, t)
	case s.Sweep != nil:
		return BuildSweep(name, s.Sweep, t)
	case s.Backtest != nil:
		return buildBacktest(name, s.Backtest, cmp.Or(s.years, result.HeadlineYears), t)
	}
	return BuildSensitivity(name, s.Sensitivity, t)
}
