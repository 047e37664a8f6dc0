package report

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Diff writes what was edited, and how much of the change of a number under
// each package every edit accounts for, the largest share first. The packages
// whose number no edit changes share a line.
func Diff(w io.Writer, d *result.Diff, f Format) error {
	if len(d.Edits) == 0 {
		_, err := fmt.Fprintln(w, remark(f)+"no edit changes a number")
		return err
	}
	if err := edits(d).write(w, f); err != nil {
		return err
	}
	var same []string
	for i := range d.Changes {
		c := &d.Changes[i]
		if unchanged(c) {
			same = append(same, c.Name)
			continue
		}
		fmt.Fprintln(w)
		if err := shares(d, c).write(w, f); err != nil {
			return err
		}
	}
	if len(same) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "\n%sNo edit changes the %s under %s.\n", remark(f), measured(d.Measure), strings.Join(same, ", "))
	return err
}

// edits tabulates what was edited.
func edits(d *result.Diff) grid {
	g := grid{
		title: "What was edited", head: []string{"edit", "kind", "what"},
		wide: []wideColumn{{"edit", widestFactor}, {"kind", widestText}, {"what", widestEdit}},
	}
	for _, e := range d.Edits {
		g.rows = append(g.rows, []string{e.Name, e.Kind, strings.Join(e.Lines, "; ")})
	}
	return g
}

// unchanged says whether no edit moves a number in any case.
func unchanged(c *result.Attribution) bool {
	moved := func(m estimate.Mean) bool { return m.Mean != 0 || m.StdErr != 0 }
	return !moved(c.Change) && !slices.ContainsFunc(c.Shares, moved)
}

// shares tabulates what each edit accounts for under a package.
func shares(d *result.Diff, c *result.Attribution) grid {
	scale, unit, points := 1.0, "", ""
	if probability(d.Measure) {
		scale, unit, points = 100, " per cent", "in percentage points "
	}
	over := "all orders"
	if d.Orders > 0 {
		over = counted(d.Orders, "sampled order")
	}
	g := grid{
		title: fmt.Sprintf("%s: %s %s → %s%s; what each edit adds %son average over %s of the edits (Shapley)",
			c.Name, measured(d.Measure), scaled(c.A, scale, 1), scaled(c.B, scale, 1), unit, points, over),
		head: []string{"edit", "share " + intervalMark},
		wide: []wideColumn{{"edit", widestFactor}},
	}
	order := make([]int, len(c.Shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(math.Abs(c.Shares[b].Mean), math.Abs(c.Shares[a].Mean))
	})
	for _, i := range order {
		g.rows = append(g.rows, []string{d.Edits[i].Name, signedBetween(c.Shares[i], scale, 1)})
	}
	g.rows = append(g.rows, []string{"all together", signedBetween(c.Change, scale, 1)})
	return g
}
