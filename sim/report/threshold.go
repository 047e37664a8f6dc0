package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// openTurn says of a turning point that its interval has no end of its own.
const openTurn = "not settled by these draws: some of them do not turn; draw more cases, or widen the range"

// Threshold writes where a claim turns, or that it does not, and the margins
// at the values of the scan.
func Threshold(w io.Writer, t *result.Threshold, f Format) error {
	a := &t.Axis
	if len(t.Turns) > 0 {
		if err := turns(t).write(w, f); err != nil {
			return err
		}
	} else {
		holds := "nowhere"
		if t.Points[0].Margin.Mean > 0 {
			holds = "everywhere"
		}
		if _, err := fmt.Fprintf(w, "%s%q does not turn: it holds %s from %s = %s to %s\n", remark(f), t.Until, holds, a.Path,
			quantity(slices.Min(a.Values), 4), quantity(slices.Max(a.Values), 4)); err != nil {
			return err
		}
	}
	if len(a.Own) > 0 {
		set := "sets it itself and does not follow"
		if len(a.Own) > 1 {
			set = "set it themselves and do not follow"
		}
		if _, err := fmt.Fprintf(w, "%s%s: %s %s\n", remark(f), a.Path, strings.Join(a.Own, ", "), set); err != nil {
			return err
		}
	}
	fmt.Fprintln(w)
	m := grid{
		title: "How far it holds (above 0) or fails (below), in the unit of what it compares",
		head:  []string{axisName(a), "margin " + intervalMark},
	}
	var points []result.ThresholdPoint
	worst := 0.0
	for _, p := range t.Points {
		if slices.Contains(a.Values, p.Value) {
			points, worst = append(points, p), max(worst, p.Margin.StdErr)
		}
	}
	for _, p := range points {
		// A digit more than the errors justify: the points share their draws, so
		// that their differences are more exact than they are.
		write := func(x, _ float64) string { return signedTo(x, worst/10, 4) }
		m.rows = append(m.rows, []string{quantity(p.Value, 4), interval(p.Margin, 1, write)})
	}
	return m.write(w, f)
}

// turns tabulates the values at which a claim turns.
func turns(t *result.Threshold) grid {
	g := grid{title: fmt.Sprintf("Values of %s at which %q turns", axisName(&t.Axis), t.Until), head: []string{"turns at " + intervalMark, "it holds"}}
	open := slices.ContainsFunc(t.Turns, func(x result.TurningPoint) bool { return x.Open })
	if open {
		g.head = append(g.head, "note")
	}
	g.wide = []wideColumn{{"it holds", widestText}, {"note", widestEdit}}
	for _, turn := range t.Turns {
		side := "below"
		if turn.HoldsAbove {
			side = "above"
		}
		row := []string{turnsAt(turn.Value), side}
		if open {
			note := ""
			if turn.Open {
				note = openTurn
			}
			row = append(row, note)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// turnsAt writes a value of a parameter with its interval. Where the draws do
// not differ, the search was no finer than four digits.
func turnsAt(m estimate.Mean) string {
	if m.StdErr == 0 {
		return quantity(m.Mean, 4)
	}
	return between(m, 1, 4)
}
