package result

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// csvDigits is how many significant digits a number in a CSV file has; the
// Parquet file has them all.
const csvDigits = 9

// WriteCSV writes a line a case and package: case, package, the parameters
// under their paths, the outcomes.
func (c *Cases) WriteCSV(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("case,package")
	for _, col := range c.Columns {
		out.WriteString("," + quoted(col.Path))
	}
	fields := outcomeFields(c.Years)
	for _, f := range fields {
		out.WriteString("," + f.Name)
	}
	out.WriteByte('\n')
	var line, shared []byte
	for i := range c.Rows {
		row := &c.Rows[i]
		shared = shared[:0]
		for j, col := range c.Columns {
			shared = append(shared, ',')
			if col.Choices != nil {
				shared = append(shared, quoted(col.Choices[int(row.Values[j])])...)
			} else {
				shared = strconv.AppendFloat(shared, row.Values[j], 'g', csvDigits, 64)
			}
		}
		for p := range row.Outcomes {
			line = strconv.AppendInt(line[:0], int64(i), 10)
			line = append(append(line, ','), quoted(c.Packages[p])...)
			line = append(line, shared...)
			for _, f := range fields {
				line = strconv.AppendFloat(append(line, ','), f.Of(&row.Outcomes[p]), 'g', csvDigits, 64)
			}
			out.Write(append(line, '\n'))
		}
	}
	return out.Flush()
}

// quoted is a text as a CSV field (RFC 4180).
func quoted(s string) string {
	if !strings.ContainsAny(s, ",\"\r\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
