package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A Format says how tables are written.
type Format string

// The formats of a table.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	CSV      Format = "csv"
)

// Formats lists them.
func Formats() []string { return []string{string(Text), string(Markdown), string(CSV)} }

// Comparison writes the comparison of packages as three tables, safest first:
// the risk, how it ends, and what stands against it.
func Comparison(w io.Writer, set *result.Set, f Format) error {
	order := safestFirst(set)
	for i, t := range []grid{risks(set, order), endings(set, order), prospects(set, order)} {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := t.write(w, f); err != nil {
			return err
		}
	}
	return nil
}

// safestFirst orders the packages by the headline; equal ones as in the
// scenario.
func safestFirst(set *result.Set) []*result.Package {
	order := make([]*result.Package, len(set.Packages))
	for i := range order {
		order[i] = &set.Packages[i]
	}
	slices.SortStableFunc(order, func(a, b *result.Package) int {
		switch {
		case a.Risk.Mean < b.Risk.Mean:
			return -1
		case a.Risk.Mean > b.Risk.Mean:
			return 1
		}
		return 0
	})
	return order
}

// risks is the first table: the headline.
func risks(set *result.Set, order []*result.Package) grid {
	g := grid{title: "Major breach, per cent (mean ± sampling error; the 80 % range depends on the assumptions)"}
	g.head = []string{"package"}
	g.wide = []wideColumn{{"in words", widestText}, {"tied with", widestText}}
	early := earlier(set)
	for _, y := range early {
		g.head = append(g.head, fmt.Sprintf("by year %g", y))
	}
	g.head = append(g.head, "by year "+horizon(set), "80 % range", "in words", "safer than the one above, % of cases", "tied with")
	for i, p := range order {
		row := []string{placed(i, p)}
		for _, y := range early {
			row = append(row, withError(at(p.Major, y)))
		}
		swaps := "–"
		if i > 0 {
			pair, _ := versus(set, p.ID, order[i-1].ID)
			swaps = share(pair.CasesABetter)
		}
		g.rows = append(g.rows, append(row, withError(p.Risk), rangeOver(p.Risk), p.Word, swaps, tiedWith(set, order, p)))
	}
	return g
}

// earlier is the years before the horizon at which the risk is shown.
func earlier(set *result.Set) []float64 {
	var years []float64
	for _, y := range []float64{5, 10} {
		if y < set.Scenario.HorizonYears-1e-9 {
			years = append(years, y)
		}
	}
	return years
}

func at(years []result.Year, y float64) estimate.Summary {
	for _, x := range years {
		if x.Years == y {
			return x.Summary
		}
	}
	panic(fmt.Sprintf("report: no year %g", y))
}

// tiedWith lists the places of the packages that the draws cannot separate
// from one.
func tiedWith(set *result.Set, order []*result.Package, p *result.Package) string {
	var places []string
	for i, other := range order {
		if pair, ok := versus(set, p.ID, other.ID); ok && pair.Tied {
			places = append(places, strconv.Itoa(i+1))
		}
	}
	return strings.Join(places, ", ")
}

// placed is a package's name with its place, safest first.
func placed(i int, p *result.Package) string { return fmt.Sprintf("%2d  %s", i+1, p.Name) }

// intervalHead heads the column of differences, each with its interval.
const intervalHead = "difference " + intervalMark

// endings is the second table: causes, consequences, and the gain over the
// baseline.
func endings(set *result.Set, order []*result.Package) grid {
	base := set.Scenario.Baseline
	g := grid{
		title: fmt.Sprintf("How it ends by year %s, per cent, and against %q on the same draws", horizon(set), base),
		head:  []string{"package", "deliberate", "escalated", "accident", "deterrent credibility", "clash", "defeat", intervalHead},
	}
	consequences := func(p *result.Package) []estimate.Summary { return []estimate.Summary{p.Clash, p.Defeat} }
	if reversible(order) {
		g.head = slices.Insert(g.head, len(g.head)-1, "response ends with it", "response goes on")
		consequences = func(p *result.Package) []estimate.Summary {
			return []estimate.Summary{p.Clash, p.Defeat, p.Stopped, p.Lasting}
		}
	}
	if set.Run.Futures > 0 {
		g.head = append(g.head, "better / worse in … of 100 futures")
	}
	for i, p := range order {
		row := []string{placed(i, p)}
		for _, s := range []estimate.Summary{p.Deliberate, p.Escalated, p.Accident} {
			row = append(row, estimate.WritePercent(s.Mean, s.StdErr))
		}
		row = append(row, deterrence(find(set, base), p))
		for _, s := range consequences(p) {
			row = append(row, estimate.WritePercent(s.Mean, s.StdErr))
		}
		pair, ok := versus(set, p.ID, base)
		switch {
		case !ok:
			row = append(row, "–")
		default:
			row = append(row, points(pair.Difference))
		}
		if set.Run.Futures > 0 {
			cell := "–"
			if ok {
				cell = ofHundred(pair.FuturesABetter) + " / " + ofHundred(pair.FuturesBBetter)
			}
			row = append(row, cell)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// reversible says whether any response can end with the breach: where none can,
// what becomes of it is no question.
func reversible(order []*result.Package) bool {
	return slices.ContainsFunc(order, func(p *result.Package) bool { return p.Stopped.Mean > 0 })
}

// deterrence is a package's deterrent credibility: the fall in the mean
// probability of a deliberate major breach against the baseline, in points,
// to the place that the larger of the two errors justifies.
func deterrence(base, p *result.Package) string {
	if p == base {
		return "–"
	}
	worst := max(p.Deliberate.StdErr, base.Deliberate.StdErr)
	return signed(100*(base.Deliberate.Mean-p.Deliberate.Mean), 100*worst)
}

// prospects is the third table: adoption, consent, cost and loss.
func prospects(set *result.Set, order []*result.Package) grid {
	consent := slices.ContainsFunc(order, func(p *result.Package) bool { return p.PeaceIfAgreed != nil })
	loss := slices.ContainsFunc(order, func(p *result.Package) bool { return p.Loss != nil })
	g := grid{title: "What is possible (per cent), and at what price", head: []string{"package", "feasibility", "risk, adoption uncertain", "peace that holds"}}
	if consent {
		g.head = append(g.head, "… if the challenger must sign")
	}
	g.head = append(g.head, "cost, bn EUR")
	if loss {
		g.head = append(g.head, "expected loss", "least loss in … % of weightings")
	}
	for i, p := range order {
		row := []string{
			placed(i, p), estimate.WritePercent(p.Feasibility.Mean, p.Feasibility.StdErr),
			estimate.WritePercent(p.Adjusted.Mean, p.Adjusted.StdErr), estimate.WritePercent(p.Peace.Mean, p.Peace.StdErr),
		}
		if consent {
			cell := "–"
			if p.PeaceIfAgreed != nil {
				cell = estimate.WritePercent(p.PeaceIfAgreed.Mean, p.PeaceIfAgreed.StdErr)
			}
			row = append(row, cell)
		}
		row = append(row, amount(p.Cost))
		if loss {
			row = append(row, amount(*p.Loss), fmt.Sprintf("%.0f", 100**p.BestShare))
		}
		g.rows = append(g.rows, row)
	}
	return g
}
