package scenario

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// sampleColumn is the name of the design column that picks a row.
const sampleColumn = "sample"

// maxSampleRows bounds a joint sample.
const maxSampleRows = 1_000_000

// A sample holds joint draws: each case takes one row whole.
type sample struct {
	layer    int
	settings []*setting
	rows     int
	header   []string
	cells    [][]string
	source   string // where the draws come from; empty: not said
}

// useSample puts the columns of a layer's [sample] in place of the parameters
// they name.
func (m *merged) useSample(l *layer) {
	if m.sample != nil {
		for _, s := range m.sample.settings {
			m.shared.remove(s)
		}
		m.sample = nil
	}
	smp := l.joint
	if smp == nil {
		if smp = m.readSample(l); smp == nil {
			return
		}
	}
	for _, s := range smp.settings {
		m.place(m.shared, s)
		if _, seen := m.firstUncertain[s.thing()]; !seen {
			m.firstUncertain[s.thing()] = l.index
		}
	}
	m.sample = smp
}

// readSample reads [sample] of a layer; nil where it cannot be read.
func (m *merged) readSample(l *layer) *sample {
	smp := &sample{layer: l.index}
	if n := l.sample.child("source"); n != nil {
		text, ok := n.value.(string)
		if !ok {
			if !n.broken {
				m.at(n.valueRange(), l.src, []string{"sample", "source"}, "sample.source is "+n.shape()+", and text is needed", `write source = "document and place"`)
			}
			return nil
		}
		smp.source = text
	}
	var at *node
	var lineOf func(row int) (string, int)
	switch file := l.sample.child("file"); {
	case file != nil:
		at = file
		name, ok := file.value.(string)
		if !ok {
			if !file.broken {
				m.at(file.valueRange(), l.src, []string{"sample", "file"}, "sample.file is "+file.shape()+", and text is needed", `write file = "posterior.csv"`)
			}
			return nil
		}
		csvSource, err := m.open.relative(l.src, name)
		if err != nil {
			d := unreadable(err, "the path is relative to this file")
			m.at(file.valueRange(), l.src, []string{"sample", "file"}, d.Summary, d.Detail)
			return nil
		}
		if !m.readCSV(smp, csvSource) {
			return nil
		}
		lineOf = func(row int) (string, int) { return csvSource.name, row + 2 }
	case l.sample.child("paths") != nil && l.sample.child("rows") != nil:
		at = l.sample.child("paths")
		if !m.readRows(smp, l) {
			return nil
		}
		rows := l.sample.child("rows")
		lineOf = func(row int) (string, int) {
			if row < 0 {
				return l.src.name, at.valueRange().Start.Line
			}
			return l.src.name, rows.items[row].valueRange().Start.Line
		}
	default:
		m.at(l.sample.keyRange(), l.src, []string{"sample"}, "[sample] names no file", `add file = "posterior.csv", a table whose columns are paths`)
		return nil
	}
	for j, path := range smp.header {
		m.sampleParameter(smp, j, path, at, l, lineOf)
	}
	smp.cells = nil
	return smp
}

// readCSV fills in the cells of a CSV file.
func (m *merged) readCSV(smp *sample, src *source) bool {
	fail := func(line int, summary, detail string) bool {
		p := diag.Pos{Line: line, Column: 1}
		m.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: src.name, Range: diag.Range{Start: p, End: p}, Path: "sample"})
		return false
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(src.data), "\ufeff")))
	r.TrimLeadingSpace = true
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			line := 1
			if pe, ok := err.(*csv.ParseError); ok {
				line = pe.Line
				err = pe.Err
			}
			return fail(line, "cannot read the sample: "+err.Error(), "write one row a line, as many values as there are columns, with commas between")
		}
		if smp.header == nil {
			smp.header = record
			continue
		}
		smp.cells = append(smp.cells, record)
		if len(smp.cells) > maxSampleRows {
			return fail(len(smp.cells), fmt.Sprintf("the sample has more than %d rows", maxSampleRows), "thin it")
		}
	}
	smp.rows = len(smp.cells)
	if smp.rows == 0 {
		return fail(1, "the sample has no rows", "the first line names paths, each further line is one joint draw")
	}
	return true
}

// readRows fills in the cells from paths and rows, the form in which a
// flattened scenario carries its sample.
func (m *merged) readRows(smp *sample, l *layer) bool {
	bad := func(n *node) bool {
		if !n.damaged() {
			m.at(n.valueRange(), l.src, []string{"sample"}, "paths and rows do not form a table", "write paths = [\"…\", \"…\"] and rows = [[…, …], […, …]]")
		}
		return false
	}
	paths, rows := l.sample.child("paths"), l.sample.child("rows")
	for _, item := range paths.items {
		text, ok := item.value.(string)
		if !ok {
			return bad(paths)
		}
		smp.header = append(smp.header, text)
	}
	for _, row := range rows.items {
		if row.kind != array || len(row.items) != len(smp.header) {
			return bad(rows)
		}
		var cells []string
		for _, c := range row.items {
			switch v := c.value.(type) {
			case string:
				cells = append(cells, v)
			case int64, float64:
				cells = append(cells, strings.ReplaceAll(c.text(), "_", ""))
			default:
				return bad(rows)
			}
		}
		smp.cells = append(smp.cells, cells)
	}
	smp.rows = len(smp.cells)
	if smp.rows == 0 || len(smp.header) == 0 {
		return bad(rows)
	}
	return true
}

// clone returns a copy to be merged anew; the draws are shared.
func (smp *sample) clone() *sample {
	c := *smp
	c.settings = cloneSettings(smp.settings)
	return &c
}

// sampleParameter makes a setting of one column.
func (m *merged) sampleParameter(smp *sample, j int, path string, at *node, l *layer, lineOf func(int) (string, int)) {
	fail := func(row int, summary, detail string) {
		file, line := lineOf(row)
		p := diag.Pos{Line: line, Column: 1}
		m.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: file, Range: diag.Range{Start: p, End: p}, Path: path})
	}
	parts, err := schema.SplitPath(strings.TrimSpace(path))
	if err != nil {
		fail(-1, err.Error(), "columns are named by paths, such as coalition.resolve")
		return
	}
	field, ok := schema.LookupParts(parts)
	if !ok || !field.Overridable() || !field.Uncertain || parts[0] == "package" {
		fail(-1, fmt.Sprintf("the sample's column %q is no uncertain parameter", path), "columns are named by paths, such as coalition.resolve")
		return
	}
	s := newSetting(parts, field, at, l.index)
	s.value.source = smp.source
	s.sample = make([]float64, smp.rows)
	for i, row := range smp.cells {
		cell := strings.TrimSpace(row[j])
		if field.Type == schema.Enum {
			place := slices.Index(s.value.texts, cell)
			if place < 0 {
				if len(field.Values) > 0 && !slices.Contains(field.Values, cell) {
					fail(i, fmt.Sprintf("%s is %q, which is not one of its words", path, cell), "allowed are "+strings.Join(field.Values, ", "))
					return
				}
				place = len(s.value.texts)
				s.value.texts = append(s.value.texts, cell)
			}
			s.sample[i] = float64(place)
			continue
		}
		x, err := strconv.ParseFloat(cell, 64)
		if err != nil || math.IsNaN(x) || x < field.Min || x > field.Max {
			fail(i, fmt.Sprintf("%s is %q, outside its range", path, cell), writeNumber(field))
			return
		}
		s.sample[i] = x
	}
	smp.settings = append(smp.settings, s)
}
