package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// A grid is a table of texts. Its first column is left-aligned and may wrap,
// like those that are named so; the others are numbers, right-aligned and
// never wrapped.
type grid struct {
	title string
	head  []string
	rows  [][]string
	// wide says by the head of a column of words how wide it becomes before
	// it wraps.
	wide []wideColumn
}

// A wideColumn is a column of words, left-aligned.
type wideColumn struct {
	head  string
	width int
}

// The widths at which the cells of a table wrap.
const (
	widestText     = 36
	widestNumber   = 16 // of the head: the numbers stand in one line
	widestInterval = 22 // likewise
	widestFactor   = 60
	widestEdit     = 90
)

// intervalMark ends the head of a column of numbers with their intervals.
const intervalMark = "[95 %]"

func (g grid) write(w io.Writer, f Format) error {
	t := table.NewWriter()
	t.AppendHeader(cells(g.head))
	for _, row := range g.rows {
		t.AppendRow(cells(row))
	}
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Options.SeparateHeader = true
	t.SetStyle(style)
	configs := make([]table.ColumnConfig, len(g.head))
	for i := range g.head {
		configs[i] = g.column(i)
	}
	t.SetColumnConfigs(configs)

	var body, heading string
	switch f {
	case Markdown:
		heading, body = "**"+g.title+"**\n", t.RenderMarkdown()
	case CSV:
		heading, body = "# "+g.title, t.RenderCSV()
	default:
		heading, body = g.title, t.Render()
	}
	_, err := fmt.Fprintf(w, "%s\n%s\n", heading, body)
	return err
}

// column says how the i-th column is set.
func (g grid) column(i int) table.ColumnConfig {
	c := table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight, WidthMaxEnforcer: text.WrapSoft}
	width := 0
	if i == 0 {
		width = widestText
	}
	for _, wide := range g.wide {
		if wide.head == g.head[i] {
			width = wide.width
		}
	}
	if width > 0 {
		c.Align, c.AlignHeader = text.AlignLeft, text.AlignLeft
		c.WidthMax = max(width, g.longest(i, strings.Fields))
		return c
	}
	c.WidthMax = widestNumber
	if strings.HasSuffix(g.head[i], intervalMark) {
		c.WidthMax = widestInterval
	}
	c.WidthMax = max(c.WidthMax, g.longest(i, func(cell string) []string { return []string{cell} }))
	return c
}

// longest is the width of the longest part of a column's cells, which is not
// broken.
func (g grid) longest(column int, parts func(cell string) []string) int {
	n := 0
	for _, row := range g.rows {
		for _, part := range parts(row[column]) {
			n = max(n, text.StringWidthWithoutEscSequences(part))
		}
	}
	return n
}

// remark begins a line that stands beside tables: what reads CSV skips it.
func remark(f Format) string {
	if f == CSV {
		return "# "
	}
	return ""
}

func cells(texts []string) table.Row {
	row := make(table.Row, len(texts))
	for i, s := range texts {
		row[i] = s
	}
	return row
}
