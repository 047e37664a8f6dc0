package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	plan    sim.DiffPlan
	by      string
	cases   int
	said    bool // that there are so many cases
	of      []string
	format  string
	workers int
}

const (
	byKey = "key"
	// diffCases is how many cases are drawn where nobody says.
	diffCases = 256
)

func diffCommand(s *session) *cobra.Command {
	f := diffFlags{plan: sim.DiffPlan{Measure: "risk"}}
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "What was edited between two scenarios or results, and what each edit changes",
		Long: `Compare two scenario files, or two folders of results: what was edited, and how
much of the change in each package's number each edit accounts for.

An edit is a table or a package (--by key: a key). Its share is its Shapley value:
what it adds on average over all orders in which the edits may be made, exact for
up to 8 edits, else over 200 sampled orders. Both are computed on the same cases,
of A's seed and design, and the shares add up to the change.`,
		Example: `  steadfast diff ukraine-options ukraine-five-types
  steadfast diff mine.toml edited.toml --by key --of trip
  steadfast diff out/before out/after --measure peace`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("diff takes two scenarios or two folders of results; got %d arguments", len(args))
			}
			return nil
		},
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.said = cmd.Flags().Changed("cases")
			return s.diff(cmd.Context(), args[0], args[1], &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.by, "by", byTable, "table, or key: what one edit is")
	flags.StringVar(&f.plan.Measure, "measure", f.plan.Measure, "the number that is compared: risk, clash, peace, cost_bn, …")
	flags.IntVar(&f.cases, "cases", 0, "draws of what we do not know (default 256, or A's where fewer)")
	flags.IntVar(&f.plan.Orders, "orders", 0, "of the edits, sampled where there are more than 8 (default 200)")
	flags.StringSliceVar(&f.of, "of", nil, "ids of the packages to be printed (default: all that both have)")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	completeFlag(cmd, "format", tableFormats)
	completeFlag(cmd, "by", func() []string { return []string{byTable, byKey} })
	completeFlag(cmd, "measure", measureNames)
	completeFlagFrom(cmd, "of", func(args []string) []string {
		if sc := quietly(args); sc != nil {
			return packageIDs(sc)
		}
		return nil
	})
	return cmd
}

func (s *session) diff(ctx context.Context, pathA, pathB string, f *diffFlags) error {
	if err := f.verify(); err != nil {
		return err
	}
	a, err := s.loadEither(pathA)
	if err != nil {
		return err
	}
	b, err := s.loadEither(pathB)
	if err != nil {
		return err
	}
	if err := f.checkOf(a, b); err != nil {
		return err
	}
	if !f.said {
		f.cases = min(diffCases, a.Run.Cases)
	}
	if a, err = withCases(a, f.cases); err != nil {
		return err
	}
	f.plan.ByKey = f.by == byKey
	progress := newProgress(s.stderr, a.Name, "blocks", 0)
	res, err := sim.Diff(ctx, a, b, f.plan, sim.Options{Workers: f.workers, Progress: progress.update})
	progress.stop()
	if err != nil {
		return err
	}
	if f.format == jsonFormat {
		return s.writeJSON(res)
	}
	if len(f.of) > 0 {
		res.Changes = slices.DeleteFunc(res.Changes, func(c result.Attribution) bool { return !slices.Contains(f.of, c.Package) })
	}
	fmt.Fprintf(s.stdout, "%s → %s\n%s; %s asked, %s computed\n", pathA, pathB, report.RunSize(res.Run), count(res.Asked, "solve"), count(res.Done, "solve"))
	if texts := scenario.Texts(a, b); len(texts) > 0 {
		fmt.Fprintf(s.stdout, "texts that differ and change no number: %s\n", strings.Join(texts, ", "))
	}
	fmt.Fprintln(s.stdout)
	return report.Diff(s.stdout, res, report.Format(f.format))
}

// verify finds what is wrong with the flags.
func (f *diffFlags) verify() error {
	switch {
	case !slices.Contains(tableFormats(), f.format):
		return unknownFormat(f.format, tableFormats())
	case f.by != byTable && f.by != byKey:
		return fmt.Errorf("--by is %q, want %s or %s", f.by, byTable, byKey)
	case f.plan.Orders != 0 && (f.plan.Orders < 4 || f.plan.Orders%2 != 0):
		return fmt.Errorf("--orders is %d, want an even number from 4: each order is taken with its reverse", f.plan.Orders)
	}
	if f.said {
		if err := atLeast("cases", f.cases, 2, "one draw has no sampling error"); err != nil {
			return err
		}
	}
	return cmp.Or(checkMeasure(f.plan.Measure), checkWorkers(f.workers))
}

// checkOf refuses, before anything is computed, to print packages that the two
// do not share.
func (f *diffFlags) checkOf(a, b *scenario.Scenario) error {
	theirs := packageIDs(b)
	both := slices.DeleteFunc(packageIDs(a), func(id string) bool { return !slices.Contains(theirs, id) })
	for _, id := range f.of {
		if !slices.Contains(both, id) {
			return fmt.Errorf("--of %s is no package of both%s; these are %s", id, didYouMean(id, both, ""), strings.Join(both, ", "))
		}
	}
	return nil
}

// loadEither loads a scenario, or the one in a folder of results.
func (s *session) loadEither(path string) (*scenario.Scenario, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() && !strings.HasSuffix(path, ".json") {
		return s.load(path, loadOptions(nil))
	}
	set, err := readSet(path)
	if err != nil {
		return nil, err
	}
	return s.fromFlat(set.Scenario)
}

// withCases is the scenario with another number of cases.
func withCases(sc *scenario.Scenario, cases int) (*scenario.Scenario, error) {
	v, found := sc.With(fmt.Sprintf("run.cases=%d", cases))
	if v == nil {
		return nil, fmt.Errorf("--cases %d: %s", cases, found[0].Summary)
	}
	return v, nil
}
