package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"steadfast/scenarios"
	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

// shipped is a scenario that comes with the program.
type shipped struct {
	Name     string   `json:"name"` // as commands take it: ukraine-options, steadfast:base/ukraine
	File     string   `json:"file"` // as extends takes it
	Title    string   `json:"title"`
	Question string   `json:"question,omitempty"`
	Base     bool     `json:"base"` // a world for other files to extend
	Packages []string `json:"packages"`
	// Uncertain counts the parameters that are drawn.
	Uncertain int `json:"uncertain_parameters"`
}

func scenariosCommand(s *session) *cobra.Command {
	formats := func() []string { return []string{"text", "json"} }
	format := "text"
	cmd := &cobra.Command{
		Use:   "scenarios",
		Short: "List the scenarios that come with steadfast",
		Long: `List the scenarios that come with steadfast, with title and question.

Those that put a question come first and run by their names. Base files describe
a world and leave the packages to the files that extend them, as in
extends = "steadfast:base/ukraine.toml".`,
		Example: `  steadfast scenarios
  steadfast scenarios --format json
  steadfast new mine.toml --from ukraine-options`,
		Args:              cobra.NoArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains(formats(), format) {
				return unknownFormat(format, formats())
			}
			list, err := shippedScenarios()
			if err != nil {
				return err
			}
			if format == "json" {
				enc := json.NewEncoder(s.stdout)
				enc.SetEscapeHTML(false)
				enc.SetIndent("", "  ")
				return enc.Encode(list)
			}
			return writeShipped(s.stdout, list)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "of what is printed: "+strings.Join(formats(), ", "))
	completeFlag(cmd, "format", formats)
	return cmd
}

// shippedMark begins the name of a shipped file where a path could be meant.
const shippedMark = "steadfast:"

// baseMark begins the name of a shipped world.
const baseMark = shippedMark + "base/"

// shippedNames lists the shipped scenarios as commands take them, those in
// folders after the others, base files last: ukraine-options,
// steadfast:historical/minsk, steadfast:base/ukraine.
func shippedNames() []string {
	var names, others, bases []string
	// The files are part of the program and can be read.
	_ = fs.WalkDir(scenarios.Files(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(p) != ".toml" {
			return err
		}
		switch name := strings.TrimSuffix(p, ".toml"); {
		case !strings.Contains(name, "/"):
			names = append(names, name)
		case strings.HasPrefix(shippedMark+name, baseMark):
			bases = append(bases, shippedMark+name)
		default:
			others = append(others, shippedMark+name)
		}
		return nil
	})
	return slices.Concat(names, others, bases)
}

// shippedScenarios loads every shipped scenario.
func shippedScenarios() ([]shipped, error) {
	var out []shipped
	for _, name := range shippedNames() {
		base := strings.HasPrefix(name, baseMark)
		file := shippedFile(name)
		sc, found := scenario.Load(file, loadOptions(nil))
		if sc == nil {
			return nil, fmt.Errorf("%s does not load: %s", file, firstError(found))
		}
		x := shipped{Name: name, File: file, Title: sc.Title, Question: sc.Question, Base: base, Packages: []string{}, Uncertain: len(sc.Columns())}
		for _, p := range sc.Packages {
			x.Packages = append(x.Packages, p.ID)
		}
		out = append(out, x)
	}
	return out, nil
}

// shippedFile is what extends takes for the name of a shipped scenario.
func shippedFile(name string) string {
	return shippedMark + strings.TrimPrefix(name, shippedMark) + ".toml"
}

// firstError is the first error of a list that has one.
func firstError(found diag.List) string {
	for _, d := range found {
		if d.Severity == diag.Error {
			return d.Error()
		}
	}
	return "no reason is given"
}

// writeShipped lists scenarios for a reader.
func writeShipped(w io.Writer, list []shipped) error {
	var b strings.Builder
	width := 0
	for _, x := range list {
		width = max(width, len(x.Name))
	}
	margin := strings.Repeat(" ", width+2)
	base := false
	for i, x := range list {
		if x.Base && !base {
			base = true
			b.WriteString("\nBase files: worlds to extend\n")
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%-*s  %s\n", width, x.Name, x.Title)
		details := count(len(x.Packages), "package") + ", " + count(x.Uncertain, "uncertain parameter")
		for _, line := range []string{x.Question, details} {
			if line != "" {
				wrapped := text.WrapSoft(line, pageWidth-width-2)
				b.WriteString(margin + strings.ReplaceAll(wrapped, "\n", "\n"+margin) + "\n")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
