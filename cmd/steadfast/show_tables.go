package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
)

// writeMarkdown lists groups as Markdown tables.
func (v *view) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s.\n", v.summary, runLine(v.scenario))
	for _, g := range v.groups {
		fmt.Fprintf(&b, "\n## %s\n", g.header)
		if g.about != "" {
			fmt.Fprintf(&b, "\n%s\n", g.about)
		}
		if len(g.params) == 0 {
			continue
		}
		t := table.NewWriter()
		t.AppendHeader(table.Row{"parameter", "value", "unit", "set in", "source"})
		for _, x := range g.params {
			t.AppendRow(table.Row{x.name, x.value, x.Unit, x.place(func(f string) string { return f }), x.note})
		}
		fmt.Fprintf(&b, "\n%s\n", t.RenderMarkdown())
	}
	if len(v.together) > 0 {
		t := table.NewWriter()
		t.AppendHeader(table.Row{"parameter", "drawn together with", "rank correlation", "set in"})
		for _, c := range v.together {
			t.AppendRow(table.Row{c.A, c.B, c.Rank, fmt.Sprintf("%s:%d", c.Origin.File, c.Origin.Line)})
		}
		fmt.Fprintf(&b, "\n## [[correlate]]\n\n%s\n", t.RenderMarkdown())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeCSV lists parameters, one a row.
func (v *view) writeCSV(w io.Writer) error {
	t := table.NewWriter()
	t.AppendHeader(table.Row{"path", "package", "value", "unit", "file", "line", "default", "used", "source", "note"})
	for _, g := range v.groups {
		for _, x := range g.params {
			file, line := x.Origin.File, strconv.Itoa(x.Origin.Line)
			if x.IsDefault {
				file, line = "", ""
			}
			t.AppendRow(table.Row{x.Path, x.Package, x.value, x.Unit, file, line, x.IsDefault, !x.idle, x.Source, x.Note})
		}
	}
	_, err := fmt.Fprintln(w, t.RenderCSV())
	return err
}
