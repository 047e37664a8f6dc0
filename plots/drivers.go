package plots

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"steadfast/sim/result"
)

// driverMethods are the methods of sensitivity analysis that Drivers draws, the
// one that says most first.
var driverMethods = []string{"sobol", "tornado", "given", "prcc", "morris", "pawn"}

// driversShown is how many factors are drawn; the others are summed up in words.
// It does not grow with the picture, so that the twin is the same for every size.
const driversShown = 12

// Drivers answers: which assumption matters? It draws one output of a
// sensitivity analysis, a row a factor, the largest first, by one method:
// tornado, sobol, given, prcc, morris or pawn. The method "" is the first that
// the analysis has of sobol, tornado, given, prcc, morris, pawn.
//
// Its reader must not take an index for importance in the world. It is a share
// of the variance, or a change of the mean, under the ranges the scenario
// states: a factor whose range is drawn too narrow looks harmless, and one that
// nobody doubts does not appear at all. Nor is a driver a lever: what matters may
// be in nobody's hands. The ends of a tornado are not the extremes of the
// output, since all else still varies; and total indices add up to more than
// 100 % where factors interact, so that they must not be summed. What moves the
// risk of a package need not move the difference between two: both may rise and
// fall together.
//
// Only factors to which the method applies are drawn and counted: a group, or the
// parameters it is made of (see result.Sensitivity.Applies).
//
// It fails where the analysis has no such output, where the method says nothing
// of it, and where the analysis holds a number that is none.
func Drivers(s *result.Sensitivity, output int, method string, t Theme) (*Figure, error) {
	fail := func(err error) (*Figure, error) { return nil, fmt.Errorf("figure drivers: %w", err) }
	if err := checkSensitivity(s); err != nil {
		return fail(err)
	}
	if output < 0 || output >= len(s.Outputs) {
		return fail(fmt.Errorf("output %d: the analysis has %d, allowed are 0 to %d", output, len(s.Outputs), len(s.Outputs)-1))
	}
	method, err := chooseMethod(s, output, method)
	if err != nil {
		return fail(err)
	}
	if err := checkMethod(s, output, method); err != nil {
		return fail(fmt.Errorf("method %s: %w", method, err))
	}
	name := SensitivityNames(s)[output]
	s = applicable(s, output, method)
	d := newDrivers(s, output, method, t)
	from := newOrigin(s.Scenario, s.Run, s.Version)
	from.analysis = true
	f := &Figure{
		Name: name, Title: d.title(), Subtitle: d.subtitle(),
		alt: d.alt(), Data: d.table(), theme: t, origin: from, body: d.draw,
	}
	return f.finish()
}

// SensitivityNames lists the figures of a sensitivity analysis: for every output
// its drivers, "drivers-trip" for a package, "drivers-trip-none" for its
// difference to a rival, "drivers-ranking". They are fit for names of files.
func SensitivityNames(s *result.Sensitivity) []string {
	var out []string
	for _, o := range s.Outputs {
		name := "drivers"
		for _, part := range []string{o.Package, o.Against} {
			if part != "" {
				name += "-" + plain(part)
			}
		}
		if o.Package == "" {
			name += "-" + plain(o.Kind)
		}
		for k, first := 2, name; slices.Contains(out, name); k++ {
			name = first + "-" + strconv.Itoa(k)
		}
		out = append(out, name)
	}
	return out
}

// BuildSensitivity makes the figure of a name, by the best method the analysis
// has. It fails for an unknown name, and where Drivers does.
func BuildSensitivity(name string, s *result.Sensitivity, t Theme) (*Figure, error) {
	if err := checkSensitivity(s); err != nil {
		return nil, fmt.Errorf("figure %s: %w", name, err)
	}
	names := SensitivityNames(s)
	i := slices.Index(names, name)
	if i < 0 {
		return nil, fmt.Errorf("figure %q is unknown: allowed are %q", name, names)
	}
	return Drivers(s, i, "", t)
}

// plain makes an id fit for the name of a file.
func plain(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
			return r
		}
		return '-'
	}, id)
}
