package diag

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// at makes a diagnostic on one word of a source.
func at(src, word, summary, detail string) Diagnostic {
	i := strings.Index(src, word)
	return Diagnostic{Summary: summary, Detail: detail, File: "a.toml", Range: NewLocator([]byte(src)).Range(i, i+len(word))}
}

func text(t testing.TB, src string, l ...Diagnostic) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, l, func(string) []byte { return []byte(src) }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteText(t *testing.T) {
	const src = "title = \"x\"\n\twar_costs = 0.5\nname = \"日本\" = \"é\"\r\nlist = [\n1,\n]\n"
	for _, tc := range []struct {
		name string
		d    Diagnostic
		want string
	}{
		{"under a tab", at(src, "war_costs", `unknown key "war_costs"`, `did you mean "war_cost"?`),
			"a.toml:2:2: error: unknown key \"war_costs\"\n" +
				"   2 |     war_costs = 0.5\n" +
				"     |     ^^^^^^^^^\n" +
				"     = did you mean \"war_cost\"?\n"},
		{"behind wide characters", at(src, `"é"`, "odd", ""),
			"a.toml:3:15: error: odd\n" +
				"   3 | name = \"日本\" = \"é\"\n" +
				"     |                 ^^^\n"},
		{"over several lines", at(src, "[\n1,\n]", "long", ""),
			"a.toml:4:8: error: long\n" +
				"   4 | list = [\n" +
				"     |        ^\n"},
		{"a warning without a place", Diagnostic{Severity: Warning, Summary: "hm", Detail: "do this", Context: "in package x"},
			"warning: hm\n  = do this\n  = in package x\n"},
		{"beyond the end", Diagnostic{Summary: "far", File: "a.toml", Range: Range{Start: Pos{Line: 99, Column: 7}}},
			"a.toml:99:7: error: far\n"},
		{"control characters", Diagnostic{Summary: "a\nb\x1b[31m", File: "x\n.toml"},
			"x .toml: error: a b\uFFFD[31m\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if d := cmp.Diff(tc.want, text(t, src, tc.d)); d != "" {
				t.Errorf("text (-want +got):\n%s", d)
			}
		})
	}
}

func TestLongLinesAreCutAroundTheSubject(t *testing.T) {
	src := strings.Repeat("a", 500) + "HERE" + strings.Repeat("b", 500)
	lines := strings.Split(text(t, src, at(src, "HERE", "x", "")), "\n")
	if !strings.Contains(lines[1], "HERE") || utf8.RuneCountInString(lines[1]) > lineWidth+10 {
		t.Fatalf("the line shown is %q", lines[1])
	}
	shown, caret := []rune(lines[1]), []rune(lines[2])
	first := strings.IndexRune(string(caret), '^')
	if got := string(shown[first : first+4]); got != "HERE" || len(caret) != first+4 {
		t.Errorf("the carets stand under %q", got)
	}
}

func TestWriteJSON(t *testing.T) {
	const src = "war_costs = 0.5\n"
	d := at(src, "war_costs", `unknown key "war_costs"`, `did you mean "war_cost"?`)
	d.Path, d.Context = "challenger.war_costs", "a < b"
	var b bytes.Buffer
	if err := WriteJSON(&b, List{d, {Severity: Warning, Summary: "hm"}}); err != nil {
		t.Fatal(err)
	}
	want := `{
  "errors": 1,
  "warnings": 1,
  "diagnostics": [
    {
      "severity": "error",
      "summary": "unknown key \"war_costs\"",
      "detail": "did you mean \"war_cost\"?",
      "file": "a.toml",
      "range": {
        "start": {
          "line": 1,
          "column": 1,
          "byte": 0
        },
        "end": {
          "line": 1,
          "column": 10,
          "byte": 9
        }
      },
      "path": "challenger.war_costs",
      "context": "a < b"
    },
    {
      "severity": "warning",
      "summary": "hm"
    }
  ]
}
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("JSON (-want +got):\n%s", d)
	}
	b.Reset()
	if err := WriteJSON(&b, nil); err != nil || !strings.Contains(b.String(), `"diagnostics": []`) {
		t.Errorf("an empty list gives %s, %v", b.String(), err)
	}
}

func TestWriteGitHub(t *testing.T) {
	const src = "war_costs = 0.5\n"
	d := at(src, "war_costs", "100% wrong", "line one\nline two")
	d.File = "dir,a:b.toml"
	var b bytes.Buffer
	if err := WriteGitHub(&b, List{d, {Severity: Warning, Summary: "a::b"}}); err != nil {
		t.Fatal(err)
	}
	want := "::error file=dir%2Ca%3Ab.toml,line=1,col=1,endLine=1,endColumn=10::100%25 wrong; line one%0Aline two\n::warning::a::b\n"
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("annotations (-want +got):\n%s", d)
	}
}

func TestSortAndDedupe(t *testing.T) {
	pos := func(file string, line, column int, summary string) Diagnostic {
		return Diagnostic{File: file, Range: Range{Start: Pos{Line: line, Column: column}}, Summary: summary}
	}
	want := List{pos("a", 1, 2, "x"), pos("a", 1, 10, "x"), pos("a", 1, 10, "y"), pos("a", 2, 1, "x"), pos("b", 1, 1, "x")}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		got := append(append(List{}, want...), want[1], want[4])
		rng.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		got.Sort()
		if d := cmp.Diff(want, got.Dedupe()); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
	}
	var l List
	l.Add(Diagnostic{Severity: Warning, Summary: "w"})
	if l.HasErrors() || l.Errors() != 0 || l.Warnings() != 1 {
		t.Error("a warning counts as an error")
	}
	l.Add(Diagnostic{Summary: "e"})
	if !l.HasErrors() || l.Errors() != 1 || l.Warnings() != 1 {
		t.Error("an error does not count")
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"war_cost", "clash_cost", "noise", "probe_gain", "probe_cost", "planning_years", "planning_months", "a", "ab"}
	for word, want := range map[string]string{
		"war_costs": "war_cost", "warcost": "war_cost", "War-Cost": "war_cost", "nosie": "noise", "probe_gian": "probe_gain",
		"planning_year": "planning_years", "planing_month": "planning_months", "probe_cast": "probe_cost",
		"galaxy": "", "": "", "x": "", "wc": "", "A": "a",
	} {
		got, ok := Nearest(word, keys)
		if got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %t, want %q", word, got, ok, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"ab", "ba", 1}, {"ca", "abc", 3}, {"abcd", "acbd", 1}} {
		if got := distance([]rune(tc.a), []rune(tc.b)); got != tc.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 0, 8, -1)
		a, b := []rune(word.Draw(t, "a")), []rune(word.Draw(t, "b"))
		d := distance(a, b)
		if d != distance(b, a) || (d == 0) != (string(a) == string(b)) || d > max(len(a), len(b)) || d < max(len(a), len(b))-min(len(a), len(b)) {
			t.Fatalf("distance(%q, %q) = %d", string(a), string(b), d)
		}
	})
}

func TestLocator(t *testing.T) {
	const src = "é\r\nab\n\nx"
	l := NewLocator([]byte(src))
	for i, want := range map[int]Pos{0: {1, 1, 0}, 2: {1, 2, 2}, 4: {2, 1, 4}, 6: {2, 3, 6}, 7: {3, 1, 7}, 8: {4, 1, 8}, 9: {4, 2, 9}, 99: {4, 2, 9}, -1: {1, 1, 0}} {
		if got := l.Pos(i); got != want {
			t.Errorf("Pos(%d) = %v, want %v", i, got, want)
		}
	}
	for n, want := range map[int]string{0: "", 1: "é", 2: "ab", 3: "", 4: "x", 5: ""} {
		if got := l.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
}

// FuzzWriters holds the writers to their forms whatever a file and a message
// hold: the text keeps each message on its line, the carets stay within the
// line shown, JSON reads back, and an annotation is one line.
func FuzzWriters(f *testing.F) {
	f.Add([]byte("war_costs = 0.5\n"), "unknown key", "did you mean?", "a.toml", 0, 9)
	f.Add([]byte("\t日本 = \x00\r\n\xff"), "a\nb", "%::,", "a,b:c", 3, 4)
	f.Add([]byte(""), "", "", "", 0, 0)
	f.Add(bytes.Repeat([]byte("x"), 400), "s", "d", "f", 350, 380)
	f.Add([]byte("e\u0301\u200d\U0001F600 = 1"), "s", "d", "f", 2, 9)
	f.Fuzz(func(t *testing.T, src []byte, summary, detail, file string, from, to int) {
		d := Diagnostic{Summary: summary, Detail: detail, File: file, Range: NewLocator(src).Range(from, to)}
		out := strings.Split(strings.TrimSuffix(text(t, string(src), d), "\n"), "\n")
		if len(out) < 1 || len(out) > 4 {
			t.Fatalf("%d lines: %q", len(out), out)
		}
		for _, line := range out {
			if !utf8.ValidString(line) || strings.ContainsAny(line, "\r\x1b\x00") {
				t.Fatalf("a raw control character in %q", line)
			}
		}
		var b bytes.Buffer
		if err := WriteJSON(&b, List{d}); err != nil || !json.Valid(b.Bytes()) {
			t.Fatalf("JSON: %v: %s", err, b.Bytes())
		}
		b.Reset()
		if err := WriteGitHub(&b, List{d}); err != nil || bytes.Count(b.Bytes(), []byte("\n")) != 1 || bytes.Contains(b.Bytes(), []byte("\r")) {
			t.Fatalf("annotation: %v: %q", err, b.Bytes())
		}
	})
}
