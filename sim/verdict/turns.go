package verdict

import (
	"cmp"
	"math"
	"slices"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// slices of a parameter that is drawn from a continuum.
const octiles = 8

// A Turn is the assumption that most nearly turns a claim: of all slices of
// the cases by one uncertain parameter the one whose margin goes furthest
// towards the other side, or past it.
type Turn struct {
	Path   string
	Lo, Hi float64 // the slice, in the parameter's unit, ends included
	Word   string  // instead of Lo and Hi, of a text
	Cases  int     // in the slice
	Margin float64 // there
	All    float64 // the margin of all cases
	// Past says that the claim turns in the slice.
	Past bool
	// Clear says that the slice is further from all cases than chance in the
	// draws explains: jackknife, 95 %, all slices counted (Bonferroni). It is
	// not asked of claims with a quantile, a place, a year, or best() as an
	// argument, of which few cases give no error.
	Clear bool
}

// Turns finds the assumption that most nearly turns a claim: slices at the
// octiles of the drawn values, or by value of a text and where there are no more
// than eight.
// Slices that are clear come first, and of these the furthest. ok is false
// where no slice differs from all cases, as for a claim of drivers alone.
func Turns(e *claim.Expr, ev *Evidence) (t Turn, ok bool, err error) {
	j, root, err := prepare(e, ev)
	if err != nil {
		return Turn{}, false, err
	}
	whole := root.margin(j.all)
	if math.IsNaN(whole) {
		return Turn{}, false, nil
	}
	var found []slice
	for k := range ev.Cases.Columns {
		for _, s := range j.slicesOf(k) {
			s.margin = root.margin(s.view)
			s.towards = whole - s.margin
			if whole < 0 {
				s.towards = -s.towards
			}
			if s.towards > 0 {
				found = append(found, s)
			}
		}
	}
	if len(found) == 0 {
		return Turn{}, false, nil
	}
	slices.SortStableFunc(found, func(a, b slice) int { return cmp.Compare(b.towards, a.towards) })
	total := 0
	for k := range ev.Cases.Columns {
		total += len(j.slicesOf(k))
	}
	at, clear := 0, false
	for i, s := range found {
		if !root.smooth() {
			break
		}
		if j.isClear(root, s, (1-estimate.Confidence)/float64(total)) {
			at, clear = i, true
			break
		}
	}
	s := found[at]
	t = Turn{
		Path: ev.Cases.Columns[s.column].Path, Cases: len(s.view.rows),
		Margin: bounded(s.margin), All: bounded(whole), Past: s.margin*whole < 0 || s.margin == 0, Clear: clear,
	}
	if choices := ev.Cases.Columns[s.column].Choices; choices != nil {
		t.Word = choices[int(s.lo)]
	} else {
		t.Lo, t.Hi = s.lo, s.hi
	}
	return t, true, nil
}

// smooth tells whether the jackknife of a small part of the cases can be
// relied on.
func (t *truth) smooth() bool {
	for _, p := range t.parts {
		if !p.smooth() {
			return false
		}
	}
	c, ok := t.atom.(*comparison)
	if !ok {
		return true
	}
	for _, l := range c.d.leaves() {
		if l.among != nil || l.sample != nil && l.sample.of == "quantile" {
			return false
		}
	}
	return true
}

// A slice is the cases in which a parameter lies in a range.
type slice struct {
	column          int
	lo, hi          float64
	view            *view
	margin, towards float64
}

// slicesOf cuts the cases by a column; none where it has a single value.
func (j *judge) slicesOf(column int) []slice {
	rows := j.ev.Cases.Rows
	of := func(c int) float64 { return rows[c].Values[column] }
	sorted := make([]float64, len(rows))
	for c := range rows {
		sorted[c] = of(c)
	}
	slices.Sort(sorted)
	values := slices.Compact(slices.Clone(sorted))
	starts := values
	if len(values) > octiles && j.ev.Cases.Columns[column].Choices == nil {
		starts = nil
		for i := range octiles {
			starts = append(starts, sorted[i*len(sorted)/octiles])
		}
		starts = slices.Compact(starts)
	}
	if len(starts) < 2 {
		return nil
	}
	out := make([]slice, len(starts))
	for i := range out {
		out[i] = slice{column: column, lo: math.Inf(1), hi: math.Inf(-1), view: &view{has: make([]bool, len(rows)), group: -1, memo: -1}}
	}
	for c := range rows {
		i, exact := slices.BinarySearch(starts, of(c))
		if !exact {
			i--
		}
		s := &out[i]
		s.lo, s.hi = min(s.lo, of(c)), max(s.hi, of(c))
		s.view.has[c] = true
		s.view.rows = append(s.view.rows, c)
	}
	return out
}

// isClear tells whether the margin of a slice differs from that of all cases
// by more than chance, at an error rate of alpha.
func (j *judge) isClear(root *truth, s slice, alpha float64) bool {
	for g := range j.groups {
		if !slices.ContainsFunc(s.view.rows, func(c int) bool { return c%j.groups != g }) {
			return false
		}
	}
	est := j.sampler.Jackknife(len(j.all.rows), func(g int) float64 {
		if g < 0 {
			return root.margin(s.view) - root.margin(j.all)
		}
		part := j.viewOf(func(c int) bool { return s.view.has[c] && c%j.groups != g })
		return root.margin(part) - root.margin(j.without[g])
	})
	x := j.student(est, math.Abs(est.Mean), alpha)
	return x.lo > 0 || x.hi < 0
}
