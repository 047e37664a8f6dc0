package result

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// table reads a CSV file: a map a line, by column.
func table(t *testing.T, data []byte) (head []string, lines []map[string]string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		line := map[string]string{}
		for i, name := range rows[0] {
			line[name] = row[i]
		}
		lines = append(lines, line)
	}
	return rows[0], lines
}

// TestCSVHoldsEveryNumber: a line a case and package, every parameter and
// every outcome, to nine digits.
func TestCSVHoldsEveryNumber(t *testing.T) {
	c := mixedCases()
	var b bytes.Buffer
	if err := c.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	head, lines := table(t, b.Bytes())
	want := []string{
		"case", "package", "challenger.war_cost", `odd, "path"`, "instrument.trip.legal_form",
		"risk", "limited_risk", "deliberate", "escalated", "accident", "probes", "clash", "defeat", "broken", "stopped", "lasting",
		"deal_value", "restricted_mean_years", "cost_bn", "feasibility", "challenger_signs", "protege_accepts",
		"adjusted_risk", "peace", "peace_if_agreed", "loss",
		"major_by_year_1", "limited_by_year_1", "major_by_year_2.5", "limited_by_year_2.5",
	}
	if d := cmp.Diff(want, head); d != "" {
		t.Errorf("columns:\n%s", d)
	}
	if len(lines) != 6 {
		t.Fatalf("%d lines, want 6", len(lines))
	}
	texts := []string{"treaty", `a, "b"`}
	for i, line := range lines {
		row, o := c.Rows[i/2], c.Rows[i/2].Outcomes[i%2]
		if line["case"] != strconv.Itoa(i/2) || line["package"] != c.Packages[i%2] || line["instrument.trip.legal_form"] != texts[i/2%2] {
			t.Errorf("line %d: case %s, package %s, legal form %s", i, line["case"], line["package"], line["instrument.trip.legal_form"])
		}
		for name, want := range map[string]float64{
			"challenger.war_cost": row.Values[0], `odd, "path"`: row.Values[1],
			"risk": o.Risk, "peace_if_agreed": o.PeaceIfAgreed, "loss": o.Loss, "cost_bn": o.Cost,
			"major_by_year_1": o.Major[0], "limited_by_year_2.5": o.Limited[1],
		} {
			got, err := strconv.ParseFloat(line[name], 64)
			if err != nil || math.Abs(got-want) > 1e-8*math.Abs(want) {
				t.Errorf("line %d: %s is %q, want %.9g", i, name, line[name], want)
			}
		}
	}
}

// parquetRows reads a Parquet file of one row group or more: a map a row.
func parquetRows(t *testing.T, data []byte) []map[string]any {
	t.Helper()
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]any
	columns := file.Schema().Columns()
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		buffer := make([]parquet.Row, 64)
		for {
			n, err := rows.ReadRows(buffer)
			for _, row := range buffer[:n] {
				line := map[string]any{}
				for _, v := range row {
					name := columns[v.Column()][0]
					switch v.Kind() {
					case parquet.Double:
						line[name] = v.Double()
					case parquet.Int32:
						line[name] = int(v.Int32())
					case parquet.ByteArray:
						line[name] = string(v.ByteArray())
					default:
						t.Fatalf("column %s is a %v", name, v.Kind())
					}
				}
				out = append(out, line)
			}
			if err != nil {
				break
			}
		}
		rows.Close()
	}
	return out
}

// TestParquetHoldsWhatCSVHolds: the same columns, lines and numbers, here with
// all their digits.
func TestParquetHoldsWhatCSVHolds(t *testing.T) {
	c := mixedCases()
	var text, columnar, again bytes.Buffer
	if err := c.WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteParquet(&columnar); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteParquet(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(columnar.Bytes(), again.Bytes()) {
		t.Error("writing again gives other bytes")
	}
	head, lines := table(t, text.Bytes())
	rows := parquetRows(t, columnar.Bytes())
	if len(rows) != len(lines) {
		t.Fatalf("%d rows, %d lines", len(rows), len(lines))
	}
	for i, row := range rows {
		if len(row) != len(head) {
			t.Errorf("row %d: %d columns, want %d", i, len(row), len(head))
		}
		for _, name := range head {
			var got string
			switch x := row[name].(type) {
			case float64:
				got = strconv.FormatFloat(x, 'g', csvDigits, 64)
			default:
				got = fmt.Sprint(x)
			}
			if got != lines[i][name] {
				t.Errorf("row %d: %s is %s, in the CSV file %s", i, name, got, lines[i][name])
			}
		}
		if risk := c.Rows[i/2].Outcomes[i%2].Risk; row["risk"] != risk {
			t.Errorf("row %d: risk %v, want every digit of %v", i, row["risk"], risk)
		}
	}
}

// TestNoUncertainParameters: there are no columns but the outcomes'.
func TestNoUncertainParameters(t *testing.T) {
	c := mixedCases()
	c.Columns = nil
	for i := range c.Rows {
		c.Rows[i].Values = nil
	}
	var text, columnar bytes.Buffer
	if err := c.WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteParquet(&columnar); err != nil {
		t.Fatal(err)
	}
	head, lines := table(t, text.Bytes())
	if head[2] != "risk" || len(lines) != 6 || len(parquetRows(t, columnar.Bytes())) != 6 {
		t.Errorf("columns %v, %d lines", head, len(lines))
	}
}

// TestFutureWriter: rows are read back as they were written, in row groups of
// bounded size however they were handed over.
func TestFutureWriter(t *testing.T) {
	const n = 2*futureGroup + 1000
	var b bytes.Buffer
	w := NewFutureWriter(&b)
	row := func(i int) FutureRow {
		return FutureRow{
			Case: int32(i / 100), Future: int32(i % 100), Package: []string{"none", "trip"}[i%2], Month: int32(i%180) - 1, Limited: -1,
			Cause: []string{"held", "deliberate", "escalated", "accident"}[i%4], Probes: int32(i % 5), Clash: i%3 == 0, Defeat: i%7 == 0, Stopped: i%4 == 1, Lasting: i%4 == 2,
		}
	}
	var part []FutureRow
	for i := range n {
		part = append(part, row(i))
		if len(part) == 30_001 {
			if err := w.Write(part); err != nil {
				t.Fatal(err)
			}
			part = part[:0]
		}
	}
	if err := w.Write(part); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if groups := file.RowGroups(); len(groups) < 2 {
		t.Errorf("%d row groups of %d rows", len(groups), n)
	}
	for i, g := range file.RowGroups() {
		if g.NumRows() > 2*futureGroup {
			t.Errorf("row group %d has %d rows", i, g.NumRows())
		}
	}
	rows, err := parquet.Read[FutureRow](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(rows) != n {
		t.Fatalf("%d rows, error %v", len(rows), err)
	}
	for i := range rows {
		if rows[i] != row(i) {
			t.Fatalf("row %d is %+v, want %+v", i, rows[i], row(i))
		}
	}
}

// TestFutureWriterWithoutRows leaves a file that can be read.
func TestFutureWriterWithoutRows(t *testing.T) {
	var b bytes.Buffer
	if err := NewFutureWriter(&b).Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.Read[FutureRow](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(rows) != 0 {
		t.Errorf("%d rows, error %v", len(rows), err)
	}
}
