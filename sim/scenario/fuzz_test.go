package scenario

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"steadfast/sim/diag"
)

// FuzzLoad holds Load to its word on any bytes: no panic, a nil scenario if
// and only if there is an error, places inside the file, and a scenario that
// resolves and is the same when flattened.
func FuzzLoad(f *testing.F) {
	for _, folder := range []string{"valid", "warned", "invalid", "invalid/parts", "."} {
		names, err := filepath.Glob("testdata/" + folder + "/*.toml")
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	for _, text := range []string{"", "\xff", "\ufeffformat = 1", "[[[", "a = [[[[", "[a]\n[[a]]", "a.b = 1\n[a]\nb = 2", "x = '''", "package = 5",
		"[[package]]\nid = \"a\"\n[package.set]\n\"\" = 1", "[[package.set]]", "guarantor.x.y.z = 1", "x = {a = 1\n, b = 2}", "extends = [\"fuzz.toml\"]",
		"backstop.states = []", "scale = {}", "[sample]\npaths = []\nrows = []", "[run]\ncolumns = 5"} {
		f.Add([]byte(text))
	}
	text, err := os.ReadFile(base)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opt := Options{ReadFile: func(name string) ([]byte, error) {
			switch filepath.Base(name) {
			case "fuzz.toml":
				return data, nil
			case "base.toml":
				return text, nil
			}
			return nil, fs.ErrNotExist
		}}
		s, list := Load("fuzz.toml", opt)
		if (s == nil) != list.HasErrors() {
			t.Fatalf("scenario nil: %t, errors: %d", s == nil, list.Errors())
		}
		for _, d := range list {
			if d.Summary == "" || d.File == "fuzz.toml" && (d.Range.Start.Byte < 0 || d.Range.Start.Byte > len(data)) {
				t.Fatalf("a message without words or place: %+v", d)
			}
		}
		var b bytes.Buffer
		if err := diag.WriteText(&b, list, opt.Source); err != nil {
			t.Fatal(err)
		}
		if s == nil {
			return
		}
		var r Resolved
		if err := s.Resolver().Resolve(s.Medians(), &r); err != nil {
			t.Fatal(err)
		}
		flat := s.Flat()
		again, more := Load("flat.toml", Options{ReadFile: files(map[string]string{"flat.toml": string(flat)})})
		if again == nil {
			t.Fatalf("the flat form does not load: %v\n%s", more, flat)
		}
		if !bytes.Equal(flat, again.Flat()) {
			t.Fatalf("the flat form changes:\n%s\n----\n%s", flat, again.Flat())
		}
	})
}
