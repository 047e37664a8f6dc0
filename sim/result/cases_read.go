package result

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// ReadCases reads a cases.parquet of size bytes: the drawn values of the given
// columns and the measures of the given packages, in their order; the risks by
// year and month are left out. It fails, wrapping ErrNotResult, where the file
// is none, is cut off, or does not hold what is asked for.
func ReadCases(r io.ReaderAt, size int64, columns []Column, packages []string) (*Cases, error) {
	file, err := parquet.OpenFile(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v; run the scenario again", ErrNotResult, CasesParquet, err)
	}
	c := &casesReader{cases: &Cases{Columns: columns, Packages: packages}, measures: Measures()}
	if err := c.locate(file.Schema()); err != nil {
		return nil, fmt.Errorf("%w: %s: %w; run the scenario again", ErrNotResult, CasesParquet, err)
	}
	rows := make([]parquet.Row, 256)
	for _, group := range file.RowGroups() {
		reader := group.Rows()
		for {
			n, err := reader.ReadRows(rows)
			for _, row := range rows[:n] {
				if bad := c.add(row); bad != nil {
					return nil, errors.Join(fmt.Errorf("%w: %s: %w; run the scenario again", ErrNotResult, CasesParquet, bad), reader.Close())
				}
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return nil, errors.Join(fmt.Errorf("%w: %s: %v; run the scenario again", ErrNotResult, CasesParquet, err), reader.Close())
			}
		}
		if err := reader.Close(); err != nil {
			return nil, err
		}
	}
	if c.lines != len(c.cases.Rows)*len(packages) {
		return nil, fmt.Errorf("%w: %s has %d lines for %d cases of %d packages; run the scenario again",
			ErrNotResult, CasesParquet, c.lines, len(c.cases.Rows), len(packages))
	}
	return c.cases, nil
}

// A casesReader puts lines of a file into place.
type casesReader struct {
	cases      *Cases
	measures   []Measure
	kase, pack int   // columns of the file
	values     []int // by column of the cases
	outcomes   []int // by measure
	lines      int
}

// locate finds the columns of the file.
func (c *casesReader) locate(schema *parquet.Schema) error {
	place := map[string]int{}
	for i, path := range schema.Columns() {
		place[path[0]] = i
	}
	find := func(name string) (int, error) {
		at, ok := place[name]
		if !ok {
			return 0, fmt.Errorf("it has no column %q", name)
		}
		return at, nil
	}
	var errs []error
	into := func(name string) int {
		at, err := find(name)
		errs = append(errs, err)
		return at
	}
	c.kase, c.pack = into("case"), into("package")
	for _, col := range c.cases.Columns {
		c.values = append(c.values, into(col.Path))
	}
	for _, m := range c.measures {
		c.outcomes = append(c.outcomes, into(m.Name))
	}
	return errors.Join(errs...)
}

// add takes one line: a package of a case.
func (c *casesReader) add(line parquet.Row) error {
	kase, id := int(line[c.kase].Int32()), string(line[c.pack].ByteArray())
	p := slices.Index(c.cases.Packages, id)
	if p < 0 || kase < 0 || kase > len(c.cases.Rows) {
		return fmt.Errorf("a line is of case %d and package %q, which were not expected there", kase, id)
	}
	if kase == len(c.cases.Rows) {
		row := Row{Values: make([]float64, len(c.values)), Outcomes: make([]Outcome, len(c.cases.Packages))}
		for j, at := range c.values {
			col := c.cases.Columns[j]
			if col.Choices == nil {
				row.Values[j] = line[at].Double()
				continue
			}
			word := slices.Index(col.Choices, string(line[at].ByteArray()))
			if word < 0 {
				return fmt.Errorf("%s is %q in case %d, which is none of %q", col.Path, line[at].ByteArray(), kase, col.Choices)
			}
			row.Values[j] = float64(word)
		}
		c.cases.Rows = append(c.cases.Rows, row)
	}
	o := &c.cases.Rows[kase].Outcomes[p]
	for m, at := range c.outcomes {
		*c.measures[m].field(o) = line[at].Double()
	}
	c.lines++
	return nil
}
