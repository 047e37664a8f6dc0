package plots

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
)

// A Table is the data of a figure: a header and rows of as many cells. Numbers
// are written with the fewest digits that read back as the same number; a cell
// that does not apply is empty.
type Table struct {
	Header []string
	Rows   [][]string
}

func (t *Table) add(cells ...any) {
	row := make([]string, len(cells))
	for i, c := range cells {
		switch v := c.(type) {
		case string:
			row[i] = v
		case int:
			row[i] = strconv.Itoa(v)
		case float64:
			row[i] = strconv.FormatFloat(v, 'g', -1, 64)
		case nil:
		}
	}
	t.Rows = append(t.Rows, row)
}

func (t Table) write(w io.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write(t.Header); err != nil {
		return err
	}
	if err := c.WriteAll(t.Rows); err != nil {
		return err
	}
	return c.Error()
}

// bytes are those that write writes.
func (t Table) bytes() []byte {
	var b bytes.Buffer
	_ = t.write(&b) // writing to a buffer cannot fail
	return b.Bytes()
}
