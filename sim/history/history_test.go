package history_test

import (
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/scenarios"
	"steadfast/sim/diag"
	"steadfast/sim/history"
)

// shipped returns the text of the shipped record.
func shipped(t *testing.T) string {
	t.Helper()
	data, err := fs.ReadFile(scenarios.Files(), "historical/cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read(t *testing.T, text string) []history.Arrangement {
	t.Helper()
	out, list := history.Read("cases.csv", strings.NewReader(text))
	if out == nil {
		t.Fatal(list[0].Error())
	}
	return out
}

func TestShippedRecord(t *testing.T) {
	all := read(t, shipped(t))
	byID := map[string]history.Arrangement{}
	core := 0
	for _, a := range all {
		byID[a.ID] = a
		if a.Core {
			core++
		}
	}
	if len(all) != 86 || core != 40 {
		t.Errorf("%d arrangements, %d of the core; want 86 and 40", len(all), core)
	}
	for id, want := range map[string]struct{ major, limited history.Spell }{
		"BUD94": {history.Spell{Months: 326, Event: true}, history.Spell{Months: 230, Event: true}},
		"MIN15": {history.Spell{Months: 84, Event: true}, history.Spell{Months: 0, Event: true}},
		"FRG55": {history.Spell{Months: 424}, history.Spell{Months: 424}},
		"LEB24": {history.Spell{Months: 13}, history.Spell{Months: 0, Event: true}},
		"ISR75": {history.Spell{Months: 603}, history.Spell{Months: 603}},
		"KWT71": {history.Spell{Months: 230, Event: true}, history.Spell{Months: 22, Event: true}},
	} {
		a, ok := byID[id]
		if !ok {
			t.Errorf("%s is not in the record", id)
			continue
		}
		if a.Major() != want.major || a.Limited() != want.limited {
			t.Errorf("%s: war %+v, any breach %+v; want %+v", id, a.Major(), a.Limited(), want)
		}
	}
	// A ratio of capabilities comes with its source, and none without.
	rows, err := csv.NewReader(strings.NewReader(shipped(t))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ratio, source := slices.Index(rows[0], "capability_ratio"), slices.Index(rows[0], "capability_source")
	for _, row := range rows[1:] {
		if (row[ratio] == "") != (row[source] == "") {
			t.Errorf("%s: capability ratio %q, source %q", row[0], row[ratio], row[source])
		}
	}
}

func TestColumnsAreThoseOfTheFile(t *testing.T) {
	head, _, _ := strings.Cut(shipped(t), "\n")
	var names []string
	for _, c := range history.Columns() {
		names = append(names, c.Name)
		if c.Meaning == "" {
			t.Errorf("%s has no meaning", c.Name)
		}
	}
	if diff := cmp.Diff(strings.Split(head, ","), names); diff != "" {
		t.Error(diff)
	}
}

func TestYearsOfASpell(t *testing.T) {
	for _, c := range []struct {
		spell history.Spell
		years float64
	}{
		{history.Spell{Months: 0, Event: true}, 1.0 / 24},
		{history.Spell{Months: 180, Event: false}, 15},
		{history.Spell{Months: 179, Event: true}, 179.5 / 12},
	} {
		if got := c.spell.Years(); got != c.years {
			t.Errorf("%+v: %v years, want %v", c.spell, got, c.years)
		}
	}
}

// small is a record of two rows to be spoilt.
func small(t *testing.T) string {
	t.Helper()
	lines := strings.Split(shipped(t), "\n")
	return strings.Join(lines[:3], "\n") + "\n"
}

// Everything wrong is reported at once, with row and column, and nothing comes
// back.
func TestRefusals(t *testing.T) {
	good := small(t)
	read(t, good)
	for name, c := range map[string]struct {
		old, new string
		want     []string // parts of the messages, in their order
		line     int
	}{
		"a missing date":          {"A,1949-06-30,", "A,,", []string{"row 2, column start is missing"}, 2},
		"a date that is none":     {"A,1949-06-30,", "A,1949-06-31,", []string{`row 2, column start is "1949-06-31"`}, 2},
		"an end before its start": {"A,1953-07-27,2025-12-31", "A,1953-07-27,1952-12-31", []string{"row 3, column end is 1952-12-31, which is not after its start on 1953-07-27"}, 3},
		"an unknown instrument":   {"air_naval", "air_navel", []string{`column "air_navel" is no instrument and nothing else that the record knows; did you mean air_naval?`}, 1},
		"a column that is gone":   {"sanctions,", "remark,", []string{"column sanctions is missing", `column "remark" is no instrument`}, 1},
		"semicolons":              {good, strings.ReplaceAll(good, ",", ";"), []string{"the cells are separated by semicolons; save the table with commas"}, 1},
		"an id twice":             {"KOR53,Korean", "KOR49,Korean", []string{"row 3, column id is KOR49, which stands in row 2 already"}, 3},
		"NaN":                     {",0.564,", ",NaN,", []string{`row 2, column capability_ratio is "NaN"`}, 2},
		"a flag of two":           {"North Korea,US,1,0,0,0", "North Korea,US,2,0,0,0", []string{`row 2, column assist is "2"`}, 2},
		"troops below none":       {"1,1,28500,", "1,1,-5,", []string{`row 3, column guarantor_troops is "-5"`}, 3},
		"a legal form":            {",none,prk-rok", ",pact,prk-rok", []string{`row 2, column legal_code is "pact"`}, 2},
		"a breach outside":        {"1949-08-04,Ongjin", "1949-01-04,Ongjin", []string{"row 2, column b2_date is 1949-01-04, outside 1949-06-30 to 1950-06-25"}, 2},
		"war before the end":      {"1950-06-25,full", "1950-06-24,full", []string{"row 2, column b3_date is 1950-06-24, and the arrangement ends on 1950-06-25"}, 2},
		"a row cut short":         {"KOR53,", "KOR53\nXYZ00,", []string{"row 3 has 1 cells"}, 3},
		"two at once":             {"A,1949-06-30,1950-06-25,South Korea,North Korea,US,1,0,0,0", "A,,1950-06-25,South Korea,North Korea,US,x,0,0,0", []string{"column start is missing", `column assist is "x"`}, 2},
		"an open quote":           {`"US troops: 225,590`, `US "troops: 225,590`, []string{"cannot read the record"}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(good, c.old, c.new, 1)
			if text == good {
				t.Fatalf("%q is not in the record", c.old)
			}
			out, list := history.Read("cases.csv", strings.NewReader(text))
			if out != nil || !list.HasErrors() {
				t.Fatal("nothing is reported")
			}
			rest := list
			for _, want := range c.want {
				at := slices.IndexFunc(rest, func(d diag.Diagnostic) bool { return strings.Contains(d.Message(), want) })
				if at < 0 {
					t.Fatalf("no %q among %v", want, list)
				}
				rest = rest[at+1:]
			}
			if name == "an unknown instrument" && len(list) != 1 {
				t.Errorf("one misspelling is reported %d times: %v", len(list), list)
			}
			if list[0].Range.Start.Line != c.line || list[0].Range.Start.Column < 1 {
				t.Errorf("reported at %s, want line %d", list[0].Place(), c.line)
			}
		})
	}
}

func TestEmptyRecords(t *testing.T) {
	head, _, _ := strings.Cut(shipped(t), "\n")
	for name, text := range map[string]string{"nothing": "", "no rows": head + "\n"} {
		if out, list := history.Read("cases.csv", strings.NewReader(text)); out != nil || !list.HasErrors() {
			t.Errorf("%s: nothing is reported", name)
		}
	}
}
