package report

import (
	"strings"
	"testing"
)

// TestTables: every cell, heading and title of Tables is in the Markdown of
// Comparison, and in its order.
func TestTables(t *testing.T) {
	s := three()
	var b strings.Builder
	if err := Comparison(&b, s, Markdown); err != nil {
		t.Fatal(err)
	}
	rest := b.String()
	next := func(text string) {
		_, after, ok := strings.Cut(rest, text)
		if !ok {
			t.Fatalf("%q does not follow in what Comparison writes:\n%s", text, rest)
		}
		rest = after
	}
	tables := Tables(s)
	if len(tables) != 3 {
		t.Fatalf("%d tables, want 3", len(tables))
	}
	for _, table := range tables {
		next(table.Title)
		if len(table.Words) != len(table.Head) || len(table.Rows) != len(s.Packages) || !table.Words[0] || table.Words[1] {
			t.Errorf("%s: %d columns, %d of them said to be words or not (%v), %d rows", table.Title, len(table.Head), len(table.Words), table.Words, len(table.Rows))
		}
		for _, cells := range append([][]string{table.Head}, table.Rows...) {
			for _, cell := range cells {
				next(cell)
			}
		}
	}
}
