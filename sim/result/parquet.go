package result

import (
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// WriteParquet writes the columns of WriteCSV, in alphabetical order, with all
// their digits. Text parameters are strings.
func (c *Cases) WriteParquet(w io.Writer) error {
	group := parquet.Group{"case": parquet.Int(32), "package": text()}
	for _, col := range c.Columns {
		group[col.Path] = parquet.Leaf(parquet.DoubleType)
		if col.Choices != nil {
			group[col.Path] = text()
		}
	}
	fields := outcomeFields(c.Years)
	for _, f := range fields {
		group[f.Name] = parquet.Leaf(parquet.DoubleType)
	}
	schema := parquet.NewSchema("cases", group)
	place := map[string]int{}
	for i, path := range schema.Columns() {
		place[path[0]] = i
	}
	out := parquet.NewWriter(w, schema, parquet.Compression(&parquet.Snappy))
	line := make(parquet.Row, len(place))
	waiting := 0
	set := func(name string, v parquet.Value) {
		line[place[name]] = v.Level(0, 0, place[name])
	}
	for i := range c.Rows {
		row := &c.Rows[i]
		set("case", parquet.Int32Value(int32(i)))
		for j, col := range c.Columns {
			if col.Choices != nil {
				set(col.Path, parquet.ByteArrayValue([]byte(col.Choices[int(row.Values[j])])))
			} else {
				set(col.Path, parquet.DoubleValue(row.Values[j]))
			}
		}
		for p := range row.Outcomes {
			set("package", parquet.ByteArrayValue([]byte(c.Packages[p])))
			for _, f := range fields {
				set(f.Name, parquet.DoubleValue(f.Of(&row.Outcomes[p])))
			}
			if _, err := out.WriteRows([]parquet.Row{line}); err != nil {
				return err
			}
			if waiting++; waiting == caseGroup {
				waiting = 0
				if err := out.Flush(); err != nil {
					return err
				}
			}
		}
	}
	return out.Close()
}

// caseGroup is how many rows a row group of cases holds: what the writer keeps
// in memory.
const caseGroup = 1 << 12

// text is a column of few different strings.
func text() parquet.Node {
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

// A FutureRow is a line of futures.parquet: one simulated future under one
// package.
type FutureRow struct {
	Case    int32  `parquet:"case"`
	Future  int32  `parquet:"future"`
	Package string `parquet:"package,dict"`
	Month   int32  `parquet:"month"`         // of the major breach, from 0; −1: none
	Limited int32  `parquet:"limited_month"` // of the first probe or the end; −1: none
	Cause   string `parquet:"cause,dict"`    // held, deliberate, escalated, accident
	Probes  int32  `parquet:"probes"`
	Clash   bool   `parquet:"clash"`
	Defeat  bool   `parquet:"defeat"`
	Stopped bool   `parquet:"stopped"` // the response to a breach that failed ended with it
	Lasting bool   `parquet:"lasting"` // some of it went on
}

// A FutureWriter streams futures to a Parquet file: it keeps no more than a
// row group in memory.
type FutureWriter struct {
	out  *parquet.GenericWriter[FutureRow]
	rows int
}

// futureGroup is how many rows a row group holds.
const futureGroup = 1 << 17

// NewFutureWriter begins a file.
func NewFutureWriter(w io.Writer) *FutureWriter {
	return &FutureWriter{out: parquet.NewGenericWriter[FutureRow](w, parquet.Compression(&parquet.Snappy))}
}

// Write appends rows.
func (f *FutureWriter) Write(rows []FutureRow) error {
	for part := range slices.Chunk(rows, futureGroup) {
		if _, err := f.out.Write(part); err != nil {
			return err
		}
		if f.rows += len(part); f.rows >= futureGroup {
			f.rows = 0
			if err := f.out.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close ends the file; it does not close the writer beneath.
func (f *FutureWriter) Close() error { return f.out.Close() }
