package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
)

// sensitivityFlags are the flags of sensitivity.
type sensitivityFlags struct {
	run     overrides
	plan    sim.SensitivityPlan
	groups  []string
	by      string
	of      []string
	out     string
	format  string
	workers int
	resume  bool
}

// The values of --by.
const (
	byParameter = "parameter"
	byTable     = "table"
)

func sensitivityCommand(s *session) *cobra.Command {
	f := sensitivityFlags{plan: sim.DefaultSensitivity()}
	cmd := &cobra.Command{
		Use:   "sensitivity SCENARIO|RESULT",
		Short: "Which assumption drives which number",
		Long: `Find which assumption drives which number: for every package, for its difference
to the baseline, and for the ranking of all.

  tornado  the mean with a factor at its 5 % and its 95 % point, all else drawn
  morris   screening by elementary effects along random paths
  sobol    shares of the variance: a factor alone (first) and with all its
           interactions (total)
  prcc     partial rank correlation
  given    first-order shares of the variance from the cases of a run
  pawn     how far the whole distribution moves

A folder of results, as run writes it, takes the last three from the cases that
are there, without a new run. Parameters that are correlated move together in
the first three; the notes in sensitivity.json say which.`,
		Example: `  steadfast sensitivity ukraine-options --method given,prcc
  steadfast sensitivity ukraine-options --method sobol --base 512 --of trip,ranking
  steadfast sensitivity ukraine-options --by table --group 'US politics=backstop.*'
  steadfast sensitivity out/ukraine-options`,
		Args:              oneScenario("sensitivity"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.sensitivity(cmd.Context(), args[0], &f, cmd.Flags().Changed)
		},
	}
	f.run.register(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&f.plan.Methods, "method", f.plan.Methods, "of "+strings.Join(sim.SensitivityMethods(), ", "))
	flags.StringVar(&f.plan.Measure, "measure", f.plan.Measure, "the number to explain: risk, clash, peace, cost_bn, …")
	flags.StringArrayVar(&f.groups, "group", nil, "parameters that move together: NAME=PATH,PATH or NAME=PATH.*; may be repeated")
	flags.StringVar(&f.by, "by", byParameter, "parameter, or table: all of the challenger as one factor, all of an instrument")
	flags.StringSliceVar(&f.of, "of", nil, "what is printed: ids of packages, ID-BASELINE of differences, ranking, or all (default: the baseline, the safest, ranking)")
	flags.IntVar(&f.plan.BasePoints, "base", f.plan.BasePoints, "base points of sobol: each solves two points and one a factor")
	flags.IntVar(&f.plan.Trajectories, "trajectories", f.plan.Trajectories, "of morris: each solves one point and one a factor")
	flags.IntVar(&f.plan.TornadoCases, "tornado-cases", f.plan.TornadoCases, "of tornado: each solves two points a factor")
	flags.StringVar(&f.out, "out", "", "folder for results and charts (default out/NAME-sensitivity)")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	registerResume(cmd, &f.resume)
	completeFlag(cmd, "method", sim.SensitivityMethods)
	completeFlag(cmd, "measure", measureNames)
	completeFlag(cmd, "format", tableFormats)
	completeFlag(cmd, "by", func() []string { return []string{byParameter, byTable} })
	completeFlagFrom(cmd, "of", func(args []string) []string {
		if sc := quietly(args); sc != nil {
			return outputNames(sc)
		}
		return nil
	})
	return cmd
}

func (s *session) sensitivity(ctx context.Context, path string, f *sensitivityFlags, changed func(string) bool) error {
	if err := f.verify(); err != nil {
		return err
	}
	set, err := f.run.set(changed)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if len(set) > 0 {
			return fmt.Errorf("%s holds the results of a run, which %s cannot change: name the scenario instead", path, set[0])
		}
		if f.resume {
			return fmt.Errorf("--resume goes with a scenario: of %s the cases are there, and nothing is interrupted", path)
		}
		return s.sensitivityOf(ctx, path, f, changed)
	}
	sc, err := s.load(path, loadOptions(set))
	if err != nil {
		return err
	}
	if err := f.suit(sc); err != nil {
		return err
	}
	f.plan.GivenCases = sc.Run.Cases
	out, err := s.openOutput(cmp.Or(f.out, filepath.Join("out", sc.Name+"-sensitivity")), f.resume, sc, fmt.Sprintf("sensitivity %+v", f.plan))
	if err != nil {
		return err
	}
	defer out.abort()
	progress := newProgress(s.stderr, sc.Name, "blocks", out.restored)
	res, err := sim.Sensitivity(ctx, sc, f.plan, sim.Options{Workers: f.workers, Progress: progress.update, Journal: out.journal})
	progress.stop()
	if err != nil {
		return err
	}
	return s.keepSensitivity(ctx, out, res, f)
}

// sensitivityOf analyses the cases of a run that is there.
func (s *session) sensitivityOf(ctx context.Context, dir string, f *sensitivityFlags, changed func(string) bool) error {
	set, err := readSet(dir)
	if err != nil {
		return err
	}
	sc, err := s.fromFlat(set.Scenario)
	if err != nil {
		return err
	}
	if err := f.suit(sc); err != nil {
		return err
	}
	if !changed("method") {
		f.plan.Methods = sim.GivenMethods()
	}
	cases, err := savedCases(dir, sc)
	if err != nil {
		return err
	}
	res, err := sim.SensitivityOf(sc, set.Run, cases, f.plan)
	if err != nil {
		return err
	}
	out, err := s.openOutput(cmp.Or(f.out, filepath.Clean(dir)+"-sensitivity"), false, sc, "sensitivity of a run")
	if err != nil {
		return err
	}
	defer out.abort()
	return s.keepSensitivity(ctx, out, res, f)
}

// keepSensitivity writes and shows an analysis.
func (s *session) keepSensitivity(ctx context.Context, out *output, res *result.Sensitivity, f *sensitivityFlags) error {
	if _, err := writeFigures(ctx, out.folder, plots.Source{Sensitivity: res}); err != nil {
		return err
	}
	if err := writeAll(ctx, out.folder, resultFile{result.SensitivityCSV, res.WriteCSV}, resultFile{result.SensitivityFile, res.Write}); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	if f.format == jsonFormat {
		return res.Write(s.stdout)
	}
	fmt.Fprintf(s.stdout, "%s\n%s\n", res.Scenario.Title, report.RunSize(res.Run))
	for _, line := range worked(res.Methods) {
		fmt.Fprintln(s.stdout, line)
	}
	for _, o := range f.shown(res) {
		fmt.Fprintln(s.stdout)
		if err := report.Sensitivity(s.stdout, res, o, report.Format(f.format)); err != nil {
			return err
		}
	}
	return nil
}

// worked says how much work the methods took; those that look at the same cases
// share a line.
func worked(methods []result.Method) []string {
	var lines []string
	var given []string
	for _, m := range methods {
		if m.Asked == 0 { // from an existing run
			continue
		}
		name := m.Name
		if slices.Contains(sim.GivenMethods(), m.Name) {
			given = append(given, m.Name)
			name = strings.Join(given, ", ")
			if len(given) > 1 {
				lines = lines[:len(lines)-1]
			}
		}
		lines = append(lines, fmt.Sprintf("%s: %s asked, %s computed", name, count(m.Asked, "solve"), count(m.Done, "solve")))
	}
	return lines
}
