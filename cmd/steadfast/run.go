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
	"steadfast/sim/scenario"
)

// runFlags are the flags of run.
type runFlags struct {
	run         overrides
	out         string
	format      string
	workers     int
	keepFutures bool
	resume      bool
}

// jsonFormat prints the result itself instead of tables.
const jsonFormat = "json"

// tableFormats lists what a command prints that prints tables.
func tableFormats() []string { return append(report.Formats(), jsonFormat) }

func runCommand(s *session) *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Run a scenario: compare its packages and draw the charts",
		Long: `Run a scenario: draw its uncertain parameters, solve every package in each case
exactly, replay simulated futures, print the comparison with key judgements, and
write results and charts.

SCENARIO is a file, or the name of a shipped scenario (steadfast scenarios).
Results appear in --out only when all of them are whole: result.json,
cases.csv, cases.parquet, the figures as PNG and SVG, and index.html, a page of
all of them to be mailed or printed.`,
		Example: `  steadfast run ukraine-options
  steadfast run mine.toml --cases 512 --seed 7 --out out/mine
  steadfast run mine.toml --set coalition.resolve=0.7 --format markdown`,
		Args:              oneScenario("run"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.run(cmd.Context(), args[0], &f, cmd.Flags().Changed)
		},
	}
	f.run.register(cmd)
	cmd.Flags().StringVar(&f.out, "out", "", "folder for results and charts (default out/NAME)")
	cmd.Flags().StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	registerResume(cmd, &f.resume)
	completeFlag(cmd, "format", tableFormats)
	cmd.Flags().BoolVar(&f.keepFutures, "keep-futures", false, "also write every simulated future to futures.parquet")
	return cmd
}

// run is the main job: scenario in, comparison and charts out.
func (s *session) run(ctx context.Context, path string, f *runFlags, changed func(string) bool) error {
	if !slices.Contains(tableFormats(), f.format) {
		return unknownFormat(f.format, tableFormats())
	}
	if err := checkWorkers(f.workers); err != nil {
		return err
	}
	sets, err := f.run.set(changed)
	if err != nil {
		return err
	}
	sc, err := s.load(path, loadOptions(sets))
	if err != nil {
		return err
	}
	if err := drawable(sc); err != nil {
		return err
	}
	dir := cmp.Or(f.out, filepath.Join("out", sc.Name))
	out, err := s.openOutput(dir, f.resume, sc, "run")
	if err != nil {
		return err
	}
	defer out.abort()
	set, cases, err := s.compute(ctx, sc, out, f)
	if err != nil {
		return err
	}
	if err := writeResults(ctx, out.folder, sc, set, cases); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	return s.present(sc, set, f.format)
}

// drawable refuses, before anything is computed, names that the figures cannot
// write.
func drawable(sc *scenario.Scenario) error {
	names := []string{sc.Name, sc.ChallengerName, sc.ProtegeName}
	for _, p := range sc.Packages {
		names = append(names, p.Name)
	}
	for _, m := range sc.Marks() {
		names = append(names, m.Label)
	}
	fonts := plots.DefaultTheme().Fonts
	for _, name := range names {
		if miss := fonts.Missing(strings.Join(strings.Fields(name), " ")); len(miss) > 0 {
			return fmt.Errorf("the figures' typeface has no character %q (%U) of %q; write the name in Latin, Greek or Cyrillic letters", miss[0], miss[0], name)
		}
	}
	return nil
}

// compute runs the scenario; where futures are kept, it writes them.
func (s *session) compute(ctx context.Context, sc *scenario.Scenario, out *output, f *runFlags) (*result.Set, *result.Cases, error) {
	progress := newProgress(s.stderr, sc.Name, "cases", out.restored)
	defer progress.stop()
	opt := sim.Options{Workers: f.workers, Progress: progress.update, Journal: out.journal}
	if !f.keepFutures {
		return sim.Run(ctx, sc, opt)
	}
	var set *result.Set
	var cases *result.Cases
	err := out.folder.Write(result.FuturesParquet, func(w *os.File) error {
		opt.Futures = result.NewFutureWriter(w)
		var err error
		if set, cases, err = sim.Run(ctx, sc, opt); err != nil {
			return err
		}
		return opt.Futures.Close()
	})
	return set, cases, err
}

// writeResults writes the numbers and, at the same time, the figures and the
// page that shows them.
func writeResults(ctx context.Context, folder *result.Folder, sc *scenario.Scenario, set *result.Set, cases *result.Cases) error {
	drawn := make(chan error, 1)
	go func() { drawn <- writePictures(ctx, folder, sc, set) }()
	err := writeAll(ctx, folder,
		resultFile{result.SetFile, set.Write}, resultFile{result.CasesCSV, cases.WriteCSV}, resultFile{result.CasesParquet, cases.WriteParquet})
	return cmp.Or(err, <-drawn, ctx.Err())
}

// writePictures draws every figure, and the page of all of them.
func writePictures(ctx context.Context, folder *result.Folder, sc *scenario.Scenario, set *result.Set) error {
	figures, err := writeFigures(ctx, folder, plots.Source{Set: set})
	if err != nil {
		return err
	}
	return writeIndex(folder, sc, set, figures)
}

// present prints what the run found.
func (s *session) present(sc *scenario.Scenario, set *result.Set, format string) error {
	if format == jsonFormat {
		return set.Write(s.stdout)
	}
	w := s.stdout
	talk := "" // before what is no table
	if format == string(report.CSV) {
		talk = "# "
	}
	fmt.Fprintf(w, "%s%s\n", talk, set.Scenario.Title)
	if set.Scenario.Question != "" {
		fmt.Fprintf(w, "%s%s\n", talk, set.Scenario.Question)
	}
	fmt.Fprintf(w, "%s%s\n", talk, report.Size(set))
	if asked := sc.Run.Cases; asked != set.Run.Cases {
		fmt.Fprintf(w, talk+"cases asked for: %d; a Sobol' design has 16·2^k, so %d were drawn\n", asked, set.Run.Cases)
	}
	if n := set.Scenario.DefaultsUsed; n > 0 {
		fmt.Fprintf(w, talk+"%s in force; steadfast show %s lists them\n", count(n, "default"), sc.Name)
	}
	if set.Scenario.Answer != "" {
		fmt.Fprintf(w, "\n%s%s\n", talk, set.Scenario.Answer)
	}
	fmt.Fprintln(w)
	if err := report.Comparison(w, set, report.Format(format)); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%sKey judgements\n", talk)
	for i, sentence := range report.Judgements(set) {
		fmt.Fprintf(w, "%s%d. %s\n", talk, i+1, sentence)
	}
	if line := report.Agreement(set); line != "" {
		fmt.Fprintf(w, "\n%s%s\n", talk, line)
	}
	return nil
}
