package schema

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite REFERENCE.md from the table")

// REFERENCE.md is the table as a page to read; -update rewrites it.
func TestReferenceIsCurrent(t *testing.T) {
	got := reference()
	if *update {
		if err := os.WriteFile("REFERENCE.md", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("REFERENCE.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("REFERENCE.md is not what the table says; run go test -update (-page +table):\n%s", diff)
	}
}

func reference() string {
	var b strings.Builder
	b.WriteString("# The scenario format, field by field\n\n" +
		"Made from the field table by `go test ./sim/schema -update`; `steadfast explain NAME` prints the same with usual ranges.\n" +
		"Every field whose name ends in `_years` and that is listed with other spellings may be written in those instead.\n")
	for _, s := range Sections() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", s.Header, s.Meaning)
		rows(&b, Fields(), func(f Field) bool {
			section, _, nested := strings.Cut(f.Path, ".")
			own := section == s.Name || s.Name == "" && !nested
			return own && (nested || s.Name == "") && len(f.Kinds) != 1
		})
	}
	for _, k := range Kinds() {
		fmt.Fprintf(&b, "\n## kind = %q\n\n%s\n\n", k.Name, k.Meaning)
		rows(&b, k.Fields, func(f Field) bool { return len(f.Kinds) == 1 })
		b.WriteString("\nTurns into:\n\n")
		for _, c := range k.Channels {
			fmt.Fprintf(&b, "* %s\n", c)
		}
	}
	b.WriteString("\n## Legal forms\n\n| form | logits | months until in force | meaning |\n|---|---|---|---|\n")
	for _, l := range LegalForms() {
		fmt.Fprintf(&b, "| `%s` | %g | %g | %s |\n", l.Name, l.Logits, l.LagMonths, l.Meaning)
	}
	return b.String()
}

func rows(b *strings.Builder, fields []Field, in func(Field) bool) {
	b.WriteString("| field | unit | range | default | meaning |\n|---|---|---|---|---|\n")
	for _, f := range fields {
		if !in(f) || f.Group != "" && f.Group != f.Path && f.Type != Vote {
			continue
		}
		name := "`" + f.Path + "`"
		for _, g := range fields {
			if g.Group == f.Path && g.Path != f.Path && fmt.Sprint(g.Kinds) == fmt.Sprint(f.Kinds) {
				name += " or `" + g.Path[strings.LastIndexByte(g.Path, '.')+1:] + "`"
			}
		}
		span := ""
		switch {
		case f.Type != Number && f.Type != Integer && f.Type != Interval:
			span = strings.Join(f.Values, ", ")
		case f.Min == smallest:
			span = "> 0"
		case math.IsInf(f.Min, -1):
			span = "any"
		case math.IsInf(f.Max, 1):
			span = fmt.Sprintf("≥ %.6g", f.Min)
		default:
			span = fmt.Sprintf("%.6g … %.6g", f.Min, f.Max)
		}
		def := "required"
		switch {
		case f.Derived != "":
			def = f.Derived
		case f.Default == "":
			def = "none"
		case f.HasDefault:
			def = fmt.Sprintf("%v", f.Default)
		case f.With != "":
			def = "required with `" + f.With + "`"
		}
		if f.HasDefault {
			def += " (" + f.Source + ")"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", name, f.Unit, span, def, f.Meaning)
	}
}
