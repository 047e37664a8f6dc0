package scenario

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/diag"
)

var update = flag.Bool("update", false, "rewrite the expected messages in the fixtures")

// expectation is where a fixture carries an expected message: behind the
// offending line.
var expectation = regexp.MustCompile(` # (error|warning): `)

// partFile is a file that belongs to a fixture.
var partFile = regexp.MustCompile(`"(parts/[a-z_]+\.toml)"`)

// expected reads the messages that a file expects, by line.
func expected(t *testing.T, file string) map[int][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int][]string{}
	for i, line := range strings.Split(string(data), "\n") {
		cuts := expectation.FindAllStringIndex(line, -1)
		for k, c := range cuts {
			end := len(line)
			if k+1 < len(cuts) {
				end = cuts[k+1][0]
			}
			out[i+1] = append(out[i+1], strings.TrimSpace(line[c[0]+3:end]))
		}
		slices.Sort(out[i+1])
	}
	return out
}

// found sorts diagnostics by file and line.
func found(list diag.List) map[string]map[int][]string {
	out := map[string]map[int][]string{}
	for _, d := range list {
		if out[d.File] == nil {
			out[d.File] = map[int][]string{}
		}
		line := max(1, d.Range.Start.Line)
		out[d.File][line] = append(out[d.File][line], d.Severity.String()+": "+d.Message())
	}
	for _, lines := range out {
		for _, messages := range lines {
			slices.Sort(messages)
		}
	}
	return out
}

// rewrite puts the messages found into a fixture.
func rewrite(t *testing.T, file string, messages map[int][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if at := expectation.FindStringIndex(line); at != nil {
			line = line[:at[0]]
		}
		for _, m := range messages[i+1] {
			line += " # " + m
		}
		lines[i] = line
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// shipped stands for the files that come with the program.
var shipped = fstest.MapFS{
	"base/reference.toml": {Data: []byte("title = \"Shipped\"\n")},
	"lookout.toml":        {Data: []byte("extends = \"base/reference.toml\"\n")},
}

// checkFixture loads a fixture and compares everything reported, in whichever
// file, with what the files expect: nothing may be missing, nothing extra.
func checkFixture(t *testing.T, file string) (*Scenario, diag.List) {
	t.Helper()
	s, list := Load(file, Options{Shipped: shipped})
	if (s == nil) != list.HasErrors() {
		t.Errorf("scenario is nil: %t, but there are %d errors", s == nil, list.Errors())
	}
	got := found(list)
	files := []string{file}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range partFile.FindAllStringSubmatch(string(text), -1) {
		files = append(files, "testdata/invalid/"+m[1])
	}
	for f := range got {
		if !slices.Contains(files, f) && f != "" {
			files = append(files, f)
		}
	}
	for _, f := range files {
		if *update && strings.HasSuffix(f, ".toml") {
			rewrite(t, f, got[f])
		}
		if want := expected(t, f); !cmp.Equal(want, got[f]) && len(want)+len(got[f]) > 0 {
			t.Errorf("%s: expected and found messages differ by line (-want +got):\n%s", f, cmp.Diff(want, got[f]))
		}
	}
	return s, list
}

func fixtures(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/" + folder + "/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures in testdata/%s: %v", folder, err)
	}
	return files
}

func TestInvalid(t *testing.T) {
	for _, file := range fixtures(t, "invalid") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if s, _ := checkFixture(t, file); s != nil {
				t.Error("it loads, and it must not")
			}
		})
	}
}

func TestWarned(t *testing.T) {
	for _, file := range fixtures(t, "warned") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s, list := checkFixture(t, file)
			if s == nil || len(list) == 0 {
				t.Errorf("loaded: %t, warnings: %d; want it loaded with warnings", s != nil, len(list))
			}
		})
	}
}

func TestValid(t *testing.T) {
	for _, file := range fixtures(t, "valid") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if s, list := checkFixture(t, file); s == nil || len(list) > 0 {
				t.Errorf("loaded: %t, messages: %d; want it loaded without a word", s != nil, len(list))
			}
		})
	}
}
