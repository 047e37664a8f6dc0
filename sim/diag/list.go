package diag

import (
	"cmp"
	"slices"
)

// A List collects diagnostics in the order in which they were found. The zero
// value is an empty list.
type List []Diagnostic

// Add appends diagnostics.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// Sort orders the list by file, then position, then severity, then message.
// It is stable, and equal for any order in which the same things were found.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
			cmp.Compare(a.Range.Start.Column, b.Range.Start.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(a.Summary, b.Summary),
			cmp.Compare(a.Detail, b.Detail),
			cmp.Compare(a.Context, b.Context),
		)
	})
}

// Dedupe returns the list without repetitions: of several diagnostics with the
// same severity, file, range, path, summary and detail the first stays.
func (l List) Dedupe() List {
	type identity struct {
		severity              Severity
		file                  string
		at                    Range
		path, summary, detail string
	}
	seen := make(map[identity]bool, len(l))
	var out List
	for _, d := range l {
		id := identity{d.Severity, d.File, d.Range, d.Path, d.Summary, d.Detail}
		if seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, d)
	}
	return out
}

// Errors returns how many of the diagnostics are errors.
func (l List) Errors() int {
	n := 0
	for _, d := range l {
		if d.Severity == Error {
			n++
		}
	}
	return n
}

// Warnings returns how many of the diagnostics are warnings.
func (l List) Warnings() int { return len(l) - l.Errors() }

// HasErrors reports whether any of the diagnostics is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}
