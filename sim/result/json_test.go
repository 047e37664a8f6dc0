package result

import (
	"bytes"
	"errors"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSetRoundTrip: what is written is read back, and writes the same bytes.
func TestSetRoundTrip(t *testing.T) {
	want := wholeSet()
	var first, second bytes.Buffer
	if err := want.Write(&first); err != nil {
		t.Fatal(err)
	}
	got, err := Read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("read back:\n%s", d)
	}
	if err := got.Write(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("writing again gives other bytes")
	}
	for _, key := range regexp.MustCompile(`"[A-Za-z0-9_]+":`).FindAllString(first.String(), -1) {
		if key != strings.ToLower(key) {
			t.Errorf("the key %s is not in lower case, as all others", key)
		}
	}
}

// TestReadRefuses what is no result, what was cut off or edited, and what a
// newer steadfast wrote.
func TestReadRefuses(t *testing.T) {
	var whole bytes.Buffer
	if err := wholeSet().Write(&whole); err != nil {
		t.Fatal(err)
	}
	text := whole.String()
	replaced := func(old, now string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("the result does not hold %s", old)
		}
		return strings.Replace(text, old, now, 1)
	}
	for _, tt := range []struct {
		name, text string
		want       error
		says       string
	}{
		{"empty", "", ErrNotResult, "cut off"},
		{"cut off", text[:len(text)/2], ErrNotResult, "cut off"},
		{"cut off at the end", text[:len(text)-3], ErrNotResult, "cut off"},
		{"followed by more", text + "{}", ErrNotResult, "edited"},
		{"not JSON", "risk = 3", ErrNotResult, "edited"},
		{"a list", "[]", ErrNotResult, ""},
		{"other JSON", `{"name": "x"}`, ErrNotResult, "no schema"},
		{"no packages", `{"schema": 1, "scenario": {"hash": "", "flat": ""}}`, ErrNotResult, "no packages"},
		{"no scenario", `{"schema": 1, "scenario": {}}`, ErrNotResult, "no scenario"},
		{"null", "null", ErrNotResult, "no schema"},
		{"a number made a text", replaced(`"cases": 16`, `"cases": "16"`), ErrNotResult, "cases"},
		{"a field unknown here", replaced(`"cases": 16`, `"cases": 16, "casez": 17`), ErrNotResult, "casez"},
		{"newer", replaced(`"schema": 1`, `"schema": 2`), ErrNewer, "update steadfast"},
		{"newer with a field unknown here", replaced(`"schema": 1`, `"schema": 2, "novelty": {}`), ErrNewer, "schema is 2"},
		{"no schema of ours", replaced(`"schema": 1`, `"schema": 0`), ErrNotResult, "schema is 0"},
	} {
		set, err := Read(strings.NewReader(tt.text))
		if set != nil || !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: set %v, error %v; want %v that says %q", tt.name, set != nil, err, tt.want, tt.says)
		}
	}
}

type brokenReader struct{}

var errBroken = errors.New("input/output error")

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

// TestReadHandsOnErrors of the reader: they say nothing about the file.
func TestReadHandsOnErrors(t *testing.T) {
	if _, err := Read(brokenReader{}); !errors.Is(err, errBroken) || errors.Is(err, ErrNotResult) {
		t.Errorf("error %v", err)
	}
}

// TestWriteFails where the set holds what is no number, and where the disk is
// full.
func TestWriteFails(t *testing.T) {
	s := wholeSet()
	s.Packages[0].Risk.Mean = math.NaN()
	var b bytes.Buffer
	if err := s.Write(&b); err == nil || b.Len() > 0 {
		t.Errorf("NaN: error %v, %d bytes", err, b.Len())
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	if err := wholeSet().Write(full); err == nil {
		t.Error("a full disk goes unnoticed")
	}
	if err := mixedCases().WriteCSV(full); err == nil {
		t.Error("a full disk goes unnoticed by the table")
	}
	if err := mixedCases().WriteParquet(full); err == nil {
		t.Error("a full disk goes unnoticed by the Parquet file")
	}
}
