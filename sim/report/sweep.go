package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"steadfast/sim/result"
)

// sweepRows is how many points a table of a sweep shows; the file of the sweep
// holds them all.
const sweepRows = 100

// Sweep writes what a sweep found. Of one parameter, the risk of every package
// at every value; of a grid over two, a map of the package that does best, one
// a measure; of more, or of a sample, a row a point with the packages that do
// best. Then at how many points each package does. Of more than 100 rows only
// that is written.
func Sweep(w io.Writer, s *result.Sweep, f Format) error {
	for i, g := range append(sweepTables(s), sweepPreferences(s)) {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := g.write(w, f); err != nil {
			return err
		}
	}
	return nil
}

// sweepTables are the tables that show points.
func sweepTables(s *result.Sweep) []grid {
	grids := len(s.Axes) == 2 && s.Layout == "grid"
	switch {
	case grids && s.Axes[0].Len() <= sweepRows:
		return sweepMaps(s)
	case grids || len(s.Points) > sweepRows:
		return nil
	case len(s.Axes) == 1:
		return []grid{sweepPoints(s)}
	}
	return []grid{sweepBest(s)}
}

// sweepPoints has a row a point and a column a package.
func sweepPoints(s *result.Sweep) grid {
	g := grid{title: fmt.Sprintf("Major breach by year %g, per cent (mean ± sampling error) as %s", s.Scenario.HorizonYears, sweptNames(s))}
	g.head = []string{axisName(&s.Axes[0])}
	for _, p := range s.Packages {
		g.head = append(g.head, p.ID)
	}
	g.head = append(g.head, "lowest")
	g.wide = []wideColumn{{"lowest", widestText}}
	for _, point := range s.Points {
		row := []string{axisValue(&s.Axes[0], point.At[0])}
		for _, v := range point.Packages {
			row = append(row, withError(v.Risk))
		}
		g.rows = append(g.rows, append(row, best(point, "risk")))
	}
	stands := []string{"as it stands"}
	for _, v := range s.Base {
		stands = append(stands, withError(v.Risk))
	}
	g.rows = append(g.rows, append(stands, ""))
	return g
}

// sweepBest has a row a point and a column a measure: the package that does
// best.
func sweepBest(s *result.Sweep) grid {
	g := grid{title: fmt.Sprintf("Which package does best by year %g as %s (* tied with another)", s.Scenario.HorizonYears, sweptNames(s))}
	for i := range s.Axes {
		g.head = append(g.head, axisName(&s.Axes[i]))
	}
	for _, p := range s.Points[0].Preferred {
		head := "by " + measureWords(p.Measure)
		g.head = append(g.head, head)
		g.wide = append(g.wide, wideColumn{head, widestText})
	}
	for _, point := range s.Points {
		var row []string
		for a := range s.Axes {
			row = append(row, axisValue(&s.Axes[a], point.At[a]))
		}
		for _, p := range point.Preferred {
			row = append(row, starred(p))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// sweepPreferences counts at how many points each package does best, by
// measure.
func sweepPreferences(s *result.Sweep) grid {
	g := grid{title: fmt.Sprintf("At how many of %s each package does best (and at how many of them tied with another)", counted(len(s.Points), "point")), head: []string{"package"}}
	for _, p := range s.Points[0].Preferred {
		g.head = append(g.head, "by "+measureWords(p.Measure))
	}
	for _, p := range s.Packages {
		row, ever := []string{p.Name}, false
		for i := range s.Points[0].Preferred {
			won, tied := 0, 0
			for _, point := range s.Points {
				if point.Preferred[i].Package != p.ID {
					continue
				}
				won++
				if len(point.Preferred[i].Tied) > 0 {
					tied++
				}
			}
			ever = ever || won > 0
			row = append(row, wonTied(won, tied))
		}
		if ever {
			g.rows = append(g.rows, row)
		}
	}
	return g
}

func wonTied(won, tied int) string {
	switch {
	case won == 0:
		return "–"
	case tied == 0:
		return strconv.Itoa(won)
	}
	return fmt.Sprintf("%d (%d tied)", won, tied)
}

// measureWords is what a measure of preference is called.
func measureWords(measure string) string {
	switch measure {
	case "adjusted":
		return "risk with the chance of adoption"
	case "peace":
		return "peace that holds"
	case "loss":
		return "expected loss"
	}
	return measure
}

// best names the package that does best at a point, and those tied with it.
func best(point result.SweepPoint, measure string) string {
	for _, p := range point.Preferred {
		if p.Measure == measure {
			if len(p.Tied) > 0 {
				return p.Package + " (tied: " + strings.Join(p.Tied, ", ") + ")"
			}
			return p.Package
		}
	}
	return ""
}

// starred is the id of a preferred package, marked where it is tied.
func starred(p result.Preference) string {
	if len(p.Tied) > 0 {
		return p.Package + "*"
	}
	return p.Package
}

// sweptNames says what varies, and which packages do not follow.
func sweptNames(s *result.Sweep) string {
	var parts []string
	for i := range s.Axes {
		a := &s.Axes[i]
		parts = append(parts, a.Path+" varies"+exempt(a))
	}
	return strings.Join(parts, ", ")
}

// exempt says which packages do not follow an axis.
func exempt(a *result.Axis) string {
	if len(a.Own) == 0 {
		return ""
	}
	return " (not in " + strings.Join(a.Own, ", ") + ": set there)"
}

// axisName is a parameter with its unit.
func axisName(a *result.Axis) string {
	if a.Unit == "" || a.Unit == a.Path[strings.LastIndexByte(a.Path, '.')+1:] {
		return a.Path
	}
	return a.Path + ", " + a.Unit
}

// axisValue writes the i-th value of an axis.
func axisValue(a *result.Axis, i int) string {
	if a.Labels != nil {
		return a.Labels[i]
	}
	return quantity(a.Values[i], 4)
}
