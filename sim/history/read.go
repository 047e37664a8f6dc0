package history

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"steadfast/sim/diag"
)

// Read reads a record; name is how diagnostics call the file. Everything wrong
// with it is in the list, with row and column. The arrangements, in the order of
// the file, are nil if and only if the list holds an error.
func Read(name string, from io.Reader) ([]Arrangement, diag.List) {
	r := &reader{name: name, csv: csv.NewReader(from), rows: map[string]int{}}
	r.csv.FieldsPerRecord = -1
	var out []Arrangement
	if r.header() {
		for {
			a, more := r.row()
			if !more {
				break
			}
			out = append(out, a)
		}
		if len(out) == 0 && !r.list.HasErrors() {
			r.fail(diag.Pos{Line: 1, Column: 1}, "", "the record has no rows", "write one arrangement a line under the header")
		}
	}
	r.list.Sort()
	if r.list.HasErrors() {
		return nil, r.list
	}
	return out, r.list
}

// reader reads one file.
type reader struct {
	name    string
	csv     *csv.Reader
	columns []Column       // in the order of the file
	rows    map[string]int // line by id
	list    diag.List
}

func (r *reader) fail(at diag.Pos, path, summary, detail string) {
	r.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: r.name, Range: diag.Range{Start: at, End: at}, Path: path})
}

// broken reports what is not even a table.
func (r *reader) broken(err error) {
	at := diag.Pos{Line: 1, Column: 1}
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		at = diag.Pos{Line: bad.Line, Column: max(bad.Column, 1)}
		err = bad.Err
	}
	r.fail(at, "", "cannot read the record: "+err.Error(), "write one row a line, with commas between the cells and text with commas in double quotes")
}

// header reads the names of the columns; false where the rows cannot be read.
func (r *reader) header() bool {
	names, err := r.csv.Read()
	if err == io.EOF {
		err = errors.New("it is empty")
	}
	if err != nil {
		r.broken(err)
		return false
	}
	if other, word := separator(names); other {
		r.fail(diag.Pos{Line: 1, Column: 1}, "", "the cells are separated by "+word, "save the table with commas between the cells (CSV), and text with commas in double quotes")
		return false
	}
	known := Columns()
	var all []string
	for _, c := range known {
		all = append(all, c.Name)
	}
	seen, meant := map[string]bool{}, map[string]bool{}
	for i, name := range names {
		if i == 0 {
			name = strings.TrimPrefix(name, "\ufeff")
		}
		name = strings.TrimSpace(name)
		line, column := r.csv.FieldPos(i)
		at := diag.Pos{Line: line, Column: column}
		place := slices.Index(all, name)
		switch {
		case place < 0:
			detail := "columns are " + strings.Join(all, ", ")
			if near, ok := diag.Nearest(name, all); ok {
				detail = fmt.Sprintf("did you mean %s?", near)
				meant[near] = true
			}
			r.fail(at, name, fmt.Sprintf("column %q is no instrument and nothing else that the record knows", name), detail)
		case seen[name]:
			r.fail(at, name, fmt.Sprintf("column %s stands twice", name), "keep one of them")
		}
		seen[name] = true
		r.columns = append(r.columns, Column{Name: name})
		if place >= 0 {
			r.columns[i] = known[place]
		}
	}
	for _, c := range known {
		if c.read != nil && !seen[c.Name] && !meant[c.Name] {
			r.fail(diag.Pos{Line: 1, Column: 1}, c.Name, fmt.Sprintf("column %s is missing", c.Name), "add it to the header and to every row")
		}
	}
	return true
}

// separator says whether a header is one cell because something else than a comma
// stands between its names, and what.
func separator(names []string) (other bool, word string) {
	if len(names) != 1 {
		return false, ""
	}
	for sign, word := range map[string]string{";": "semicolons", "\t": "tabs"} {
		if strings.Contains(names[0], sign) {
			return true, word
		}
	}
	return false, ""
}

// row reads one arrangement; false at the end of the file.
func (r *reader) row() (Arrangement, bool) {
	cells, err := r.csv.Read()
	if err == io.EOF {
		return Arrangement{}, false
	}
	if err != nil {
		r.broken(err)
		return Arrangement{}, false
	}
	var a Arrangement
	line, _ := r.csv.FieldPos(0)
	if len(cells) != len(r.columns) {
		r.fail(diag.Pos{Line: line, Column: 1}, "", fmt.Sprintf("row %d has %d cells for %d columns", line, len(cells), len(r.columns)), "write a cell, if an empty one, for every column")
		return a, true
	}
	at := map[string]diag.Pos{}
	bad := map[string]bool{}
	for i, c := range r.columns {
		l, column := r.csv.FieldPos(i)
		at[c.Name] = diag.Pos{Line: l, Column: column}
		if c.read == nil {
			continue
		}
		if err := c.read(&a, strings.TrimSpace(cells[i])); err != nil {
			bad[c.Name] = true
			summary, detail, _ := strings.Cut(fmt.Sprintf("row %d, column %s %v", line, c.Name, err), ": ")
			r.fail(at[c.Name], c.Name, summary, detail)
		}
	}
	complain := func(column, summary, detail string) {
		r.fail(at[column], column, fmt.Sprintf("row %d, column %s %s", line, column, summary), detail)
	}
	if first, twice := r.rows[a.ID]; twice && a.ID != "" {
		complain("id", fmt.Sprintf("is %s, which stands in row %d already", a.ID, first), "give every arrangement an id of its own")
	} else {
		r.rows[a.ID] = line
	}
	a.checkDates(bad, complain)
	return a, true
}

// checkDates finds dates that contradict one another.
func (a *Arrangement) checkDates(bad map[string]bool, complain func(column, summary, detail string)) {
	if bad["start"] || bad["end"] {
		return
	}
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	if !a.End.After(a.Start) {
		complain("end", fmt.Sprintf("is %s, which is not after its start on %s", day(a.End), day(a.Start)), "an arrangement ends after it began: correct one of the dates")
		return
	}
	if t := a.LimitedOn; !t.IsZero() && !bad["b2_date"] && (t.Before(a.Start) || t.After(a.End)) {
		complain("b2_date", fmt.Sprintf("is %s, outside %s to %s", day(t), day(a.Start), day(a.End)), "a breach falls into the time of the arrangement")
	}
	if t := a.MajorOn; !t.IsZero() && !bad["b3_date"] && !t.Equal(a.End) {
		complain("b3_date", fmt.Sprintf("is %s, and the arrangement ends on %s", day(t), day(a.End)), "war ends the arrangement: let end be the day of war")
	}
}
