package result

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadCasesReturnsWhatWasWritten(t *testing.T) {
	cases := mixedCases()
	var file bytes.Buffer
	if err := cases.WriteParquet(&file); err != nil {
		t.Fatal(err)
	}
	read := func(data []byte, columns []Column, packages []string) (*Cases, error) {
		return ReadCases(bytes.NewReader(data), int64(len(data)), columns, packages)
	}
	got, err := read(file.Bytes(), cases.Columns, cases.Packages)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != len(cases.Rows) || len(got.Rows) == 0 {
		t.Fatalf("%d cases, want %d", len(got.Rows), len(cases.Rows))
	}
	for i := range cases.Rows {
		if d := cmp.Diff(cases.Rows[i].Values, got.Rows[i].Values); d != "" {
			t.Errorf("case %d:\n%s", i, d)
		}
		for p := range cases.Packages {
			for _, m := range Measures() {
				if a, b := m.Of(&cases.Rows[i].Outcomes[p]), m.Of(&got.Rows[i].Outcomes[p]); a != b {
					t.Errorf("case %d, package %s, %s: %v, want %v", i, cases.Packages[p], m.Name, b, a)
				}
			}
		}
	}
	for name, bad := range map[string]struct {
		data     []byte
		columns  []Column
		packages []string
		want     string
	}{
		"no file":         {nil, cases.Columns, cases.Packages, "not a result"},
		"cut off":         {file.Bytes()[:file.Len()/2], cases.Columns, cases.Packages, "not a result"},
		"no such column":  {file.Bytes(), append(slices.Clone(cases.Columns), Column{Path: "a.b"}), cases.Packages, `no column "a.b"`},
		"no such package": {file.Bytes(), cases.Columns, []string{"other"}, "not expected"},
	} {
		if _, err := read(bad.data, bad.columns, bad.packages); !errors.Is(err, ErrNotResult) || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%s: %v, want %q", name, err, bad.want)
		}
	}
}
