package design

import (
	"fmt"
	"math/bits"
)

// A Kind is how a design lays its points.
type Kind string

const (
	Random Kind = "random" // independent uniforms
	Latin  Kind = "latin"  // each column stratified, one case a stratum
	Sobol  Kind = "sobol"  // scrambled Sobol' points
)

// A Spec says which design is wanted.
type Spec struct {
	Kind    Kind
	Cases   int      // rows wanted, at least 1
	Seed    uint64   // any
	Columns []string // the path of each column's parameter, each once
	// Correlations are the rank correlations between columns; pairs not named
	// have none.
	Correlations []Correlation
}

// A Design is a set of points in the unit cube. It does not change, and its
// methods may be called by several goroutines at once.
type Design struct {
	cases      int
	replicates int
	columns    int
	points     pointSet
	groups     []group
}

// A pointSet writes the uniforms of a case, before correlation.
type pointSet interface {
	row(c int, dst []float64)
}

// New returns the design of the spec. It fails where the kind is unknown, there
// are too few or too many cases, a column is named twice, a Sobol' design has
// more than [MaxDimensions] columns, or the correlations are not possible
// together (a [*CorrelationError]).
func New(spec Spec) (*Design, error) {
	if spec.Cases < 1 {
		return nil, fmt.Errorf("design: %d cases, want at least 1", spec.Cases)
	}
	seen := make(map[string]bool, len(spec.Columns))
	for _, path := range spec.Columns {
		if seen[path] {
			return nil, fmt.Errorf("design: column %q is given twice, want each once", path)
		}
		seen[path] = true
	}
	groups, err := newGroups(len(spec.Columns), spec.Correlations)
	if err != nil {
		return nil, fmt.Errorf("design: %w", err)
	}
	d := &Design{cases: spec.Cases, replicates: 1, columns: len(spec.Columns), groups: groups}
	switch spec.Kind {
	case Random:
		d.points = newRandom(spec.Seed, spec.Columns)
	case Latin:
		if spec.Cases > maxLatin {
			return nil, fmt.Errorf("design: %d cases in a latin design, want at most %d; use random or sobol", spec.Cases, maxLatin)
		}
		d.points = newLatin(spec.Seed, spec.Cases, spec.Columns)
	case Sobol:
		if len(spec.Columns) > MaxDimensions {
			return nil, fmt.Errorf("design: %d uncertain parameters in a sobol design, want at most %d; use latin or random", len(spec.Columns), MaxDimensions)
		}
		if spec.Cases > scrambles<<maxBits {
			return nil, fmt.Errorf("design: %d cases in a sobol design, want at most %d; use random", spec.Cases, scrambles<<maxBits)
		}
		each := (spec.Cases + scrambles - 1) / scrambles
		digits := bits.Len(uint(each - 1))
		d.cases, d.replicates = scrambles<<digits, scrambles
		d.points = newSobol(spec.Seed, len(spec.Columns), digits)
	default:
		return nil, fmt.Errorf("design: kind %q, want random, latin or sobol", spec.Kind)
	}
	return d, nil
}

// Len returns the number of cases: those asked for, for a Sobol' design
// rounded up to 16·2^k.
func (d *Design) Len() int { return d.cases }

// Replicates returns how many independent designs of equal size this one is
// made of: 16 for Sobol', else 1.
func (d *Design) Replicates() int { return d.replicates }

// Replicate returns the replicate, 0 … Replicates − 1, that case c belongs to.
func (d *Design) Replicate(c int) int { return c % d.replicates }

// Row writes the uniforms of case c, 0 ≤ c < Len, into dst, one a column, each
// strictly inside (0, 1) and correlated as the spec says. It panics where dst
// has not one element a column or c is out of range.
func (d *Design) Row(c int, dst []float64) {
	if len(dst) != d.columns {
		panic(fmt.Sprintf("design: a row of %d for %d columns", len(dst), d.columns))
	}
	if c < 0 || c >= d.cases {
		panic(fmt.Sprintf("design: case %d of %d", c, d.cases))
	}
	d.points.row(c, dst)
	for _, g := range d.groups {
		g.correlate(dst)
	}
}
