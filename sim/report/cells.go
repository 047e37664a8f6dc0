package report

import (
	"slices"

	"github.com/jedib0t/go-pretty/v6/text"

	"steadfast/sim/result"
)

// A Table is one of the tables of Comparison as its cells, for who sets it
// otherwise than as text.
type Table struct {
	Title string
	Head  []string
	Words []bool     // by column: set from the left, as words are; else from the right
	Rows  [][]string // a package each, safest first, with as many cells as Head; the first is its name
}

// Tables returns what Comparison writes, in its order.
func Tables(set *result.Set) []Table {
	order := safestFirst(set)
	var out []Table
	for _, g := range []grid{risks(set, order), endings(set, order), prospects(set, order)} {
		t := Table{Title: g.title, Head: g.head}
		for i := range g.head {
			t.Words = append(t.Words, g.column(i).Align == text.AlignLeft)
		}
		for i, row := range g.rows {
			row = slices.Clone(row)
			row[0] = order[i].Name
			t.Rows = append(t.Rows, row)
		}
		out = append(out, t)
	}
	return out
}
