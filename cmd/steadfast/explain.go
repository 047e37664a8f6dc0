package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/claim"
	"steadfast/sim/diag"
	"steadfast/sim/schema"
)

// explainCommand says what a name of the scenario format means, from the same
// table that the loader checks files against.
func explainCommand(stdout io.Writer) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [NAME]",
		Short: "Say what a field, an instrument kind, a claim or a method means",
		Long: `Say what a name of the scenario format means, how a claim is written, and what a
method of sensitivity tells.

Without a name, all are listed. A field is named by its path in a file or by its
last part alone; a section, an instrument kind, a legal form, a function or an
operator of the claim language and a method by their names. "claims" explains the
language as a whole.`,
		Example: `  steadfast explain
  steadfast explain war_cost
  steadfast explain instrument.tripwire.troops
  steadfast explain snapback
  steadfast explain claims
  steadfast explain top_driver
  steadfast explain sobol`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return explainNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return explainAll(stdout)
			}
			return explain(stdout, args[0])
		},
	}
}

// explain writes everything that bears a name, or fails with a near miss.
func explain(w io.Writer, name string) error {
	var t explainText
	name = strings.Trim(name, "[]")
	for _, s := range schema.Sections() {
		if s.Name != "" && s.Name == name {
			t.section(s)
		}
	}
	for _, k := range schema.Kinds() {
		if k.Name == name {
			t.kind(k)
		}
	}
	for _, rows := range fieldsNamed(name) {
		t.field(rows)
	}
	for _, l := range schema.LegalForms() {
		if l.Name == name {
			t.legalForm(l)
		}
	}
	for _, f := range claim.Functions() {
		if f.Name == name {
			t.function(f)
		}
	}
	for _, o := range operatorsNamed(name) {
		t.operator(o)
	}
	if name == claimTopic {
		t.claims()
	}
	for _, m := range sensitivityMethods() {
		if m.name == name {
			t.method(m)
		}
	}
	if t.b.Len() == 0 {
		return unknownName(name)
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// fieldsNamed returns the rows that a name means, those of one path together:
// of a path, its own; of a single word, those of every path that ends in it.
func fieldsNamed(name string) [][]schema.Field {
	var paths []string
	byPath := map[string][]schema.Field{}
	found, isPath := schema.Lookup(name)
	for _, f := range schema.Fields() {
		last := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
		if isPath && f.Path == found.Path || !strings.Contains(name, ".") && last == name {
			if byPath[f.Path] == nil {
				paths = append(paths, f.Path)
			}
			byPath[f.Path] = append(byPath[f.Path], f)
		}
	}
	var out [][]schema.Field
	for _, p := range paths {
		out = append(out, byPath[p])
	}
	return out
}

func unknownName(name string) error {
	what := fmt.Sprintf("%q is no field, instrument kind, legal form, part of the claim language or method of sensitivity", name)
	if near, ok := nearName(name); ok {
		return fmt.Errorf("%s: did you mean %s?", what, near)
	}
	return fmt.Errorf("%s: `steadfast explain` lists what there is", what)
}

// nearName finds what a misspelt name was meant to be. Of a path, the first
// element that leads nowhere is replaced.
func nearName(name string) (string, bool) {
	parts, err := schema.SplitPath(name)
	if err != nil || len(parts) == 1 {
		return diag.Nearest(name, explainNames())
	}
	for i := range parts {
		known := schema.Children(parts[:i], "")
		if slices.Contains(known, parts[i]) || slices.Contains(known, "*") {
			continue
		}
		near, ok := diag.Nearest(parts[i], known)
		if !ok {
			break
		}
		fixed := slices.Clone(parts)
		fixed[i] = near
		if _, ok := schema.LookupParts(fixed); ok {
			return schema.JoinPath(fixed), true
		}
		parts = fixed
	}
	return diag.Nearest(parts[len(parts)-1], explainNames())
}

// explainNames lists what may be asked for, sorted.
func explainNames() []string {
	var names []string
	for _, s := range schema.Sections() {
		if s.Name != "" {
			names = append(names, s.Name)
		}
	}
	for _, f := range schema.Fields() {
		if last := f.Path[strings.LastIndexByte(f.Path, '.')+1:]; last != "*" {
			names = append(names, last)
		}
	}
	names = append(names, schema.KindNames()...)
	for _, l := range schema.LegalForms() {
		names = append(names, l.Name)
	}
	for _, f := range claim.Functions() {
		names = append(names, f.Name)
	}
	for _, o := range claimOperators() {
		names = append(names, o.words...)
	}
	names = append(names, claimTopic)
	names = append(names, sim.SensitivityMethods()...)
	slices.Sort(names)
	return slices.Compact(names)
}
