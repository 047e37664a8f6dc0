package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"steadfast/sim/claim"
	"steadfast/sim/schema"
)

// explainText collects explanations, a blank line between two.
type explainText struct {
	b strings.Builder
}

func (t *explainText) heading(name, meaning string) {
	if t.b.Len() > 0 {
		t.b.WriteByte('\n')
	}
	fmt.Fprintf(&t.b, "%s\n  %s\n", name, meaning)
}

// table writes rows of aligned columns under a line that names them.
func (t *explainText) table(title string, rows [][]string) {
	if title != "" {
		fmt.Fprintf(&t.b, "\n  %s\n", title)
	} else {
		t.b.WriteByte('\n')
	}
	tw := tabwriter.NewWriter(&t.b, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(tw, "    %s\n", strings.Join(r, "\t"))
	}
	_ = tw.Flush() // a strings.Builder does not fail
}

// explainAll lists sections, kinds, legal forms, the claim language and methods.
func explainAll(w io.Writer) error {
	var t explainText
	t.b.WriteString("What a scenario file may say; `steadfast explain NAME` says more about each.\n")
	var rows [][]string
	for _, s := range schema.Sections() {
		rows = append(rows, []string{s.Header, s.Meaning})
	}
	t.table("sections", rows)
	rows = nil
	for _, f := range schema.Fields() {
		if !strings.Contains(f.Path, ".") && leads(&f) {
			rows = append(rows, []string{f.Path, f.Meaning})
		}
	}
	t.table("fields at the top of the file", rows)
	rows = nil
	for _, k := range schema.Kinds() {
		rows = append(rows, []string{k.Name, k.Meaning})
	}
	t.table("instrument kinds", rows)
	rows = nil
	for _, l := range schema.LegalForms() {
		rows = append(rows, legalRow(l))
	}
	t.table("legal forms", rows)
	rows = nil
	for _, f := range claim.Functions() {
		rows = append(rows, []string{f.Signature(), f.Meaning})
	}
	t.table("functions of claims and answers; `steadfast explain claims` explains the language", rows)
	rows = nil
	for _, o := range claimOperators() {
		rows = append(rows, []string{o.form, o.meaning})
	}
	t.table("operators of claims", rows)
	rows = nil
	for _, m := range sensitivityMethods() {
		rows = append(rows, []string{m.name, m.short})
	}
	t.table("methods of steadfast sensitivity", rows)
	_, err := io.WriteString(w, t.b.String())
	return err
}

func (t *explainText) section(s schema.Section) {
	t.heading(s.Header, s.Meaning)
	var rows [][]string
	for _, f := range schema.Fields() {
		rest, ok := strings.CutPrefix(f.Path, s.Name+".")
		if !ok || !leads(&f) || len(f.Kinds) == 1 {
			continue
		}
		rest = strings.TrimPrefix(rest, "*.")
		if n := len(rows) - 1; n >= 0 && rows[n][0] == rest { // kinds differ
			if last := &rows[n][3]; *last != brief(&f) {
				*last += ", or " + brief(&f)
			}
			continue
		}
		rows = append(rows, []string{rest, f.Unit, rangeOf(&f), brief(&f)})
	}
	t.table("fields: unit, range, default", rows)
	if s.Name == "instrument" {
		t.b.WriteString("\n  Each kind takes more: " + strings.Join(schema.KindNames(), ", ") + ".\n")
	}
}

func (t *explainText) kind(k schema.Kind) {
	t.heading("kind "+k.Name, k.Meaning)
	var rows [][]string
	legal := false
	for _, f := range k.Fields {
		name := strings.TrimPrefix(f.Path, "instrument.*.")
		legal = legal || name == "legal_form"
		if leads(&f) && name != "kind" {
			rows = append(rows, []string{name, f.Unit, rangeOf(&f), brief(&f)})
		}
	}
	t.table("fields: unit, range, default", rows)
	t.b.WriteString("\n  turns into\n")
	for _, c := range k.Channels {
		t.b.WriteString("    " + c + "\n")
	}
	if legal {
		rows = nil
		for _, l := range schema.LegalForms() {
			rows = append(rows, legalRow(l))
		}
		t.table("legal forms", rows)
	}
}

func legalRow(l schema.LegalForm) []string {
	return []string{l.Name, fmt.Sprintf("+%g logits", l.Logits), fmt.Sprintf("after %g months", l.LagMonths), l.Meaning}
}

func (t *explainText) legalForm(l schema.LegalForm) {
	t.heading("legal form "+l.Name, strings.ToUpper(l.Meaning[:1])+l.Meaning[1:]+".")
	t.table("", [][]string{
		{"adds to legal", fmt.Sprintf("%g logits", l.Logits)},
		{"in force after", fmt.Sprintf("%g months, unless from is given", l.LagMonths)},
	})
}

func (t *explainText) function(f claim.Function) {
	t.heading("claim function "+f.Signature(), f.Meaning)
	var rows [][]string
	for _, a := range f.Args {
		what := a.Kind.String()
		if a.Allowed != "" {
			what = a.Allowed
		}
		if a.Optional {
			what += "; may be left out"
		}
		rows = append(rows, []string{a.Name, what})
	}
	rows = append(rows, []string{"gives", f.Result.String()})
	t.table("", rows)
}

// field writes the rows of one path: once where the kinds agree, else a
// block a kind.
func (t *explainText) field(rows []schema.Field) {
	for i, f := range rows {
		repeated := false
		kinds := f.Kinds
		for j, g := range rows {
			if f.Meaning == g.Meaning && brief(&f) == brief(&g) && j != i {
				repeated = repeated || j < i
				kinds = append(append([]string{}, kinds...), g.Kinds...)
			}
		}
		if repeated {
			continue
		}
		t.heading(f.Path, f.Meaning)
		var lines [][]string
		add := func(key, value string) {
			if value != "" {
				lines = append(lines, []string{key, value})
			}
		}
		add("kinds", strings.Join(kinds, ", "))
		add("write", written(&f))
		add("unit", f.Unit)
		add("range", rangeOf(&f))
		if f.UsualMin != 0 || f.UsualMax != 0 {
			add("usual", fmt.Sprintf("%s to %s: %s", number(f.UsualMin), number(f.UsualMax), f.UsualSource))
		}
		add("default", defaultOf(&f))
		add("or write", strings.Join(alternatives(&f), ", "))
		if f.With != "" {
			add("only with", f.With)
		}
		t.table("", lines)
	}
}

// leads tells whether a row speaks for its group of spellings.
func leads(f *schema.Field) bool { return f.Group == "" || f.Group == f.Path }

// alternatives lists the other fields of the row's group, for the same kinds.
func alternatives(f *schema.Field) []string {
	if f.Group == "" {
		return nil
	}
	var out []string
	for _, g := range schema.Fields() {
		if g.Group == f.Group && g.Path != f.Path && fmt.Sprint(g.Kinds) == fmt.Sprint(f.Kinds) {
			out = append(out, g.Path[strings.LastIndexByte(g.Path, '.')+1:])
		}
	}
	return out
}

func written(f *schema.Field) string {
	s := "a " + f.Type.String()
	switch f.Type {
	case schema.Enum:
		s = "one of " + strings.Join(f.Values, ", ")
		if len(f.Values) == 0 {
			s = "one of the names that the file gives"
		}
	case schema.Interval:
		s = "an " + f.Type.String()
	case schema.Bool:
		s = f.Type.String()
	}
	if f.Uncertain {
		s += ", or a distribution"
	}
	if f.Uncertain && f.Type == schema.Number && f.Min == 0 && f.Max == 1 {
		s += ", or a word of the scale"
	}
	return s
}

func rangeOf(f *schema.Field) string {
	switch f.Type {
	case schema.Number, schema.Integer, schema.Interval:
	default:
		return ""
	}
	lo, hi := !math.IsInf(f.Min, -1), !math.IsInf(f.Max, 1)
	switch {
	case f.Min == f.Max:
		return number(f.Min)
	case lo && hi:
		return number(f.Min) + " to " + number(f.Max)
	case lo && f.Min < 1e-300 && f.Min > 0:
		return "above 0"
	case lo:
		return "at least " + number(f.Min)
	}
	return "any number"
}

// brief is the default in a table.
func brief(f *schema.Field) string {
	switch v := f.Default.(type) {
	case float64:
		return number(v)
	case string:
		if v == "" {
			return "none"
		}
		return v
	case bool:
		return strconv.FormatBool(v)
	}
	switch {
	case f.Derived != "":
		return f.Derived
	case f.With != "":
		return "required with " + f.With[strings.LastIndexByte(f.With, '.')+1:]
	case f.Group != "" && !f.HasDefault && len(alternatives(f)) > 0:
		return "required, or " + strings.Join(alternatives(f), ", ")
	}
	return "required"
}

func defaultOf(f *schema.Field) string {
	if f.HasDefault {
		return brief(f) + " (" + f.Source + ")"
	}
	if !leads(f) {
		return "see " + f.Group
	}
	if f.With != "" {
		return "none: required where " + f.With + " is given"
	}
	return "none: required"
}

// number writes a number as a reader would, thousands apart.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'g', 5, 64)
	if x == math.Trunc(x) && math.Abs(x) < 1e15 {
		s = strconv.FormatFloat(x, 'f', -1, 64)
		for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
			s = s[:i] + "," + s[i:]
		}
	}
	return s
}
