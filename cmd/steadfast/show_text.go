package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"steadfast/sim/scenario"
)

// writeText lists groups for a terminal: a line a parameter, its source below.
func (v *view) writeText(w io.Writer, width int) error {
	var b strings.Builder
	fmt.Fprintln(&b, v.summary)
	fmt.Fprintln(&b, runLine(v.scenario))
	fmt.Fprintln(&b, wrap("Files, the weakest first: "+strings.Join(v.scenario.Files, ", "), "", width))
	short := shortNames(v.scenario.Files)
	columns := showColumns(v.groups, short, width)
	for _, g := range v.groups {
		fmt.Fprintf(&b, "\n%s\n", g.header)
		if g.about != "" {
			fmt.Fprintln(&b, wrap(g.about, "  ", width))
		}
		for _, x := range g.params {
			fmt.Fprintln(&b, columns.line(x.name, x.value, x.Unit, x.place(short)))
			if x.note != "" {
				fmt.Fprintln(&b, wrap(x.note, "      ", width))
			}
		}
	}
	if len(v.together) > 0 {
		fmt.Fprintln(&b, "\n[[correlate]]")
	}
	for _, c := range v.together {
		fmt.Fprintln(&b, wrap(fmt.Sprintf("%s and %s: rank correlation %g (%s:%d)", c.A, c.B, c.Rank, short(c.Origin.File), c.Origin.Line), "  ", width))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// runLine says how the scenario is run.
func runLine(sc *scenario.Scenario) string {
	return fmt.Sprintf("A run takes %s of %s each, design %s, seed %d", count(sc.Run.Cases, "case"), count(sc.Run.Futures, "future"), sc.Run.Design, sc.Run.Seed)
}

// wrap breaks text into lines of the width, each after the margin.
func wrap(s, margin string, width int) string {
	lines := strings.Split(text.WrapSoft(s, max(20, width-len(margin))), "\n")
	for i := range lines {
		lines[i] = margin + strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// columnWidths are the widths of a line's cells.
type columnWidths []int

// showColumns makes every group's columns line up.
func showColumns(groups []group, short func(string) string, width int) columnWidths {
	c := columnWidths{0, 0, 0, 0}
	for _, g := range groups {
		for _, x := range g.params {
			for i, cell := range []string{x.name, x.value, x.Unit, x.place(short)} {
				c[i] = max(c[i], text.StringWidthWithoutEscSequences(cell))
			}
		}
	}
	c[0] = min(c[0], 40)
	c[1] = min(c[1], max(20, width-2-c[0]-c[2]-c[3]-2*(len(c)-1)))
	return c
}

// line is one row of cells, wrapped where they are too long.
func (c columnWidths) line(cells ...string) string {
	t := table.NewWriter()
	t.SetStyle(table.Style{
		Box:     table.BoxStyle{PaddingRight: "  "},
		Options: table.OptionsNoBordersAndSeparators,
		Format:  table.FormatOptions{},
	})
	var configs []table.ColumnConfig
	row := table.Row{}
	for i, cell := range cells {
		configs = append(configs, table.ColumnConfig{Number: i + 1, WidthMin: c[i], WidthMax: c[i], WidthMaxEnforcer: text.WrapSoft})
		row = append(row, cell)
	}
	t.SetColumnConfigs(configs)
	t.AppendRow(row)
	lines := strings.Split(t.Render(), "\n")
	for i := range lines {
		lines[i] = "  " + strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// shortNames names files by their last element where that tells them apart.
func shortNames(files []string) func(string) string {
	base := func(file string) string { return path.Base(filepath.ToSlash(strings.TrimPrefix(file, "steadfast:"))) }
	seen := map[string]int{}
	for _, f := range files {
		seen[base(f)]++
	}
	return func(file string) string {
		if seen[base(file)] == 1 {
			return base(file)
		}
		return file
	}
}
