package scenario

import (
	"cmp"
	"fmt"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// Column is one dimension of the design: an uncertain parameter in use.
type Column struct {
	// Path is the parameter's; of a distribution that only a package's set
	// has, package.ID.PATH; "sample" for the row of a joint sample.
	Path    string
	Package string           // the package whose own the column is; "" shared
	Number  uncertain.Number // in the unit as written; nil for a text
	Choice  *uncertain.Choice
	Unit    string
	Whole   bool // rounded after the draw
	Source  string
	Origin  Origin

	setting *setting
	group   int // 0: of files, 1: of packages
	place   int // layer, or place of the package
}

// Value is what the column draws at u: a number in its unit as written, or the
// place of the word in its choice.
func (c *Column) Value(u float64) float64 {
	if c.setting == nil {
		return c.Number.Quantile(u)
	}
	x := slot{number: c.Number, choice: c.Choice, whole: c.Whole}
	return x.draw(u)
}

// rowNumber is the number of a row of a joint sample, from 0.
type rowNumber int

func (n rowNumber) Quantile(u float64) float64 { return float64(rowOf(u, int(n))) }
func (n rowNumber) CDF(x float64) float64 {
	return min(max((float64(int(max(x, -1)))+1)/float64(n), 0), 1)
}
func (n rowNumber) Support() (lo, hi float64) { return 0, float64(n - 1) }
func (n rowNumber) Mean() float64             { return float64(n-1) / 2 }
func (n rowNumber) String() string            { return fmt.Sprintf("one of %d rows", int(n)) }

// Columns returns the uncertain parameters in use, in the order of the
// design: those of the weakest file first, sorted by path, then each
// extending file's, then what packages have for themselves. A parameter's
// place is that of the first file that makes it uncertain.
func (s *Scenario) Columns() []Column { return s.columns }

// Medians returns the centre of the design.
func (s *Scenario) Medians() []float64 {
	u := make([]float64, len(s.columns))
	for i := range u {
		u[i] = .5
	}
	return u
}

// columns finds the columns of the settings in use and ties the slots to
// them.
func (m *merged) designColumns(p *program) []Column {
	of := map[*setting]*Column{} // by the setting that names the column
	var list []*Column
	var row *Column
	columnOf := func(s *setting) *Column {
		if s.sample != nil {
			if row == nil {
				row = &Column{Path: sampleColumn, Number: rowNumber(m.sample.rows), Source: m.sample.source, Origin: origin(s.node), place: m.sample.layer}
				list = append(list, row)
			}
			return row
		}
		leader := s
		if s.owner != "" {
			if shared := m.shared.thing(s.thing()); shared != nil && shared.uncertain() && shared.sample == nil {
				leader = shared
			}
		}
		if c := of[leader]; c != nil {
			return c
		}
		c := &Column{Path: leader.name(), Number: leader.value.number, Choice: leader.value.choice, Unit: leader.field.Unit,
			Whole: leader.field.Type == schema.Integer, Source: leader.value.source, Origin: origin(leader.node), setting: leader}
		switch {
		case leader.owner != "":
			c.Package, c.group = leader.owner, 1
		case leader.parts[0] == "package":
			c.Package, c.group = leader.parts[1], 1
		}
		c.place = m.firstUncertain[leader.thing()]
		if c.group == 1 {
			c.place = slices.Index(m.seen, c.Package)
		}
		of[leader] = c
		list = append(list, c)
		return c
	}
	owner := make([]*Column, len(p.slots))
	for i, x := range p.slots {
		if x.setting != nil && x.setting.uncertain() {
			owner[i] = columnOf(x.setting)
		}
	}
	rank := m.columnRank()
	slices.SortFunc(list, func(a, b *Column) int {
		return cmp.Or(cmp.Compare(rank(a.Path), rank(b.Path)), cmp.Compare(a.group, b.group),
			cmp.Compare(a.place, b.place), cmp.Compare(a.Path, b.Path))
	})
	out := make([]Column, len(list))
	for i, c := range list {
		out[i] = *c
		for k := range p.slots {
			if owner[k] == c {
				p.slots[k].column = i
				p.slots[k].same = c.setting == p.slots[k].setting
			}
		}
	}
	for _, v := range p.variants {
		v.fixed = p.isFixed(v)
	}
	return out
}

// isFixed reports whether nothing that an instrument depends on is drawn.
func (p *program) isFixed(v *variant) bool {
	for _, n := range v.numbers {
		if p.slots[n.slot].column >= 0 {
			return false
		}
	}
	for _, t := range v.texts {
		if t.words.slot >= 0 && p.slots[t.words.slot].column >= 0 {
			return false
		}
	}
	return p.slots[v.discount].column < 0
}

// columnRank gives the order of run.columns, in which a flattened scenario
// keeps its design; what it does not name comes after.
func (m *merged) columnRank() func(path string) int {
	place := map[string]int{}
	if m.columns != nil {
		for i, item := range m.columns.items {
			if text, ok := item.value.(string); ok {
				place[text] = i
			}
		}
	}
	return func(path string) int {
		if at, ok := place[path]; ok {
			return at
		}
		return len(place)
	}
}

// DesignCorrelations returns the correlations as pairs of columns.
func (s *Scenario) DesignCorrelations() []design.Correlation {
	return s.CorrelationsAmong(s.columns)
}

// CorrelationsAmong returns the correlations as pairs of the given columns,
// which may hold those of other scenarios too. A pair of which one is missing
// is left out.
func (s *Scenario) CorrelationsAmong(columns []Column) []design.Correlation {
	return designCorrelations(s.Correlations, columns)
}

func designCorrelations(pairs []Correlation, columns []Column) []design.Correlation {
	at := map[string]int{}
	for i, c := range columns {
		at[c.Path] = i
	}
	var out []design.Correlation
	for _, c := range pairs {
		i, ok1 := at[c.A]
		j, ok2 := at[c.B]
		if ok1 && ok2 {
			out = append(out, design.Correlation{A: i, B: j, Rank: c.Rank})
		}
	}
	return out
}
