package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"steadfast/sim/scenario"
)

// Forms of what show prints.
const (
	showText     = "text"
	showMarkdown = "markdown"
	showCSV      = "csv"
)

// showFormats lists them.
func showFormats() []string { return []string{showText, showMarkdown, showCSV} }

// showFlags are the flags of show.
type showFlags struct {
	run    overrides
	pkg    string
	format string
	json   bool
	draw   int
}

func showCommand(s *session) *cobra.Command {
	var f showFlags
	cmd := &cobra.Command{
		Use:   "show SCENARIO",
		Short: "Show the scenario in force: every number, where it was set, and its source",
		Long: `Show the scenario in force: every parameter with its value or distribution, its
unit, the file and line that set it (or that it is a default), and its source.
The first line counts the defaults in force.

--package ID shows what one package sets for itself, beside the shared values.

--json prints resolved cases, one a package: every channel of the model as a
number, at the medians, or with --case N as a run draws its case N, counted from
0. The flags that choose a run's draws choose them here, too.
steadfast solve computes such a case.

A warning tells where the challenger's choice shocks are worth much in
themselves: where they make up more than 0.1 stake of the value of the deal.`,
		Example: `  steadfast show ukraine-options
  steadfast show mine.toml --package trip
  steadfast show mine.toml --set coalition.resolve=0.7 --format csv > numbers.csv
  steadfast show ukraine-options --case 17 > case17.json`,
		Args:              oneScenario("show"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.show(args[0], &f, cmd.Flags().Changed)
		},
	}
	f.run.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.pkg, "package", "", "show what this package sets for itself; with --json, its case alone")
	flags.StringVar(&f.format, "format", showText, "of what is printed: "+strings.Join(showFormats(), ", "))
	flags.BoolVar(&f.json, "json", false, "print resolved cases, at the medians")
	flags.IntVar(&f.draw, "case", 0, "print the resolved cases of this draw of the run, from 0 (implies --json)")
	completeFlag(cmd, "format", showFormats)
	completeFlagFrom(cmd, "package", func(args []string) []string {
		if sc := quietly(args); sc != nil {
			return packageIDs(sc)
		}
		return nil
	})
	return cmd
}

// oneScenario demands a command's single argument.
func oneScenario(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return fmt.Errorf("%s what? give a scenario: a file, or the name of a shipped one; steadfast scenarios lists them", command)
		case len(args) > 1:
			return fmt.Errorf("%s takes one scenario, and %d are given: %s", command, len(args), strings.Join(args, ", "))
		}
		return nil
	}
}

func (s *session) show(path string, f *showFlags, changed func(string) bool) error {
	drawn := changed("case")
	switch {
	case !slices.Contains(showFormats(), f.format):
		return unknownFormat(f.format, showFormats())
	case (f.json || drawn) && changed("format"):
		return fmt.Errorf("resolved cases are JSON: leave out --format %s, or --json and --case", f.format)
	}
	set, err := f.run.set(changed)
	if err != nil {
		return err
	}
	sc, err := s.load(path, loadOptions(set))
	if err != nil {
		return err
	}
	if f.pkg != "" && !slices.ContainsFunc(sc.Packages, func(p scenario.Package) bool { return p.ID == f.pkg }) {
		ids := packageIDs(sc)
		return fmt.Errorf("no package %q%s; the packages are %s", f.pkg, didYouMean(f.pkg, ids, ""), strings.Join(ids, ", "))
	}
	if warning := shocksWarning(sc, f.pkg); warning != "" {
		fmt.Fprintln(s.stderr, warning)
	}
	if f.json || drawn {
		return s.showCases(sc, f, drawn)
	}
	v := view{scenario: sc, summary: inForce(sc), groups: sharedGroups(sc), together: sc.Correlations}
	if f.pkg != "" {
		v.groups, v.together = packageGroups(sc, f.pkg), nil
	}
	switch f.format {
	case showCSV:
		fmt.Fprintln(s.stderr, v.summary)
		return v.writeCSV(s.stdout)
	case showMarkdown:
		return v.writeMarkdown(s.stdout)
	}
	return v.writeText(s.stdout, terminalWidth(s.stdout))
}

// A view is what show prints of a scenario.
type view struct {
	scenario *scenario.Scenario
	summary  string
	groups   []group
	together []scenario.Correlation
}

// inForce counts what is in force, defaults first.
func inForce(sc *scenario.Scenario) string {
	text := fmt.Sprintf("%s: %d of %s are defaults in force; %d are drawn", sc.Name, sc.DefaultsUsed(), count(len(parameters(sc)), "parameter"), len(sc.Columns()))
	if n := len(sc.WeightColumns()); n > 0 {
		text += ", and " + count(n, "weight")
	}
	return text
}

// packageIDs lists a scenario's packages.
func packageIDs(sc *scenario.Scenario) []string {
	var ids []string
	for _, p := range sc.Packages {
		ids = append(ids, p.ID)
	}
	return ids
}

// pageWidth is how wide text is set where no terminal says otherwise.
const pageWidth = 110

// terminalWidth is the width to set text in.
func terminalWidth(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok {
		return pageWidth
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return pageWidth
	}
	return max(60, min(width, 2*pageWidth))
}
