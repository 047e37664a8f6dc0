package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/diag"
	"steadfast/sim/report"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// sweepFlags are the flags of sweep.
type sweepFlags struct {
	run     overrides
	vary    []string
	sample  string
	points  int
	out     string
	format  string
	workers int
	resume  bool
	yes     bool
}

const (
	// sweepCases is how many cases a sweep draws where nobody says: differences
	// between points are paired and need fewer than a run.
	sweepCases = 256
	// sweepLimit is how many packages in cases are solved without --yes: some
	// seven minutes on two processors.
	sweepLimit = 1_000_000
)

func sweepCommand(s *session) *cobra.Command {
	var f sweepFlags
	cmd := &cobra.Command{
		Use:   "sweep SCENARIO [ID]",
		Short: "Turn one parameter, or several: every package at every value, on the same draws",
		Long: `Run the sweeps of a scenario, all of them or the one with this id, or what --vary
says: every package is solved at every value, or combination of values, on the
same cases and futures. Prints the risks and which package is preferred where,
and writes sweep.json, sweep.csv and the figures sweep and flip.

A sweep changes the value that packages share. A package that sets the path
itself is left alone, and the table says so; package.ID.PATH addresses that one.`,
		Example: `  steadfast sweep ukraine-options determination
  steadfast sweep ukraine-options --vary instrument.tripwire.troops=0:30000:7 --cases 128
  steadfast sweep ukraine-options --vary coalition.reputation=0.1:0.9:9 --vary challenger.war_cost=0.4:0.8:9
  steadfast sweep ukraine-options --vary backstop.initial=supportive,reluctant,absent`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return fmt.Errorf("sweep takes a scenario and, if you like, the id of one of its sweeps; got %d arguments", len(args))
			}
			return nil
		},
		ValidArgsFunction: completeSweep,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.sweep(cmd.Context(), args, &f, cmd.Flags().Changed)
		},
	}
	f.run.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.vary, "vary", nil, "PATH=FROM:TO:STEPS, PATH=FROM:TO:STEPS:log or PATH=VALUE,VALUE,…; repeat for more parameters")
	flags.StringVar(&f.sample, "sample", "", "of --vary: latin or sobol, a sample of the box instead of every combination")
	flags.IntVar(&f.points, "points", 0, "of --sample: how many points")
	flags.StringVar(&f.out, "out", "", "folder for results and charts (default out/NAME-sweep-ID)")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	completeFlag(cmd, "format", tableFormats)
	registerResume(cmd, &f.resume)
	completeFlag(cmd, "sample", func() []string { return []string{scenario.LatinSweep, scenario.SobolSweep} })
	flags.BoolVar(&f.yes, "yes", false, "also where the sweep is long")
	return cmd
}

func (s *session) sweep(ctx context.Context, args []string, f *sweepFlags, changed func(string) bool) error {
	if !slices.Contains(tableFormats(), f.format) {
		return unknownFormat(f.format, tableFormats())
	}
	if err := checkWorkers(f.workers); err != nil {
		return err
	}
	set, err := f.run.set(changed)
	if err != nil {
		return err
	}
	sc, err := s.loadFewer(args[0], set, sweepCases, changed("cases"))
	if err != nil {
		return err
	}
	if err := drawable(sc); err != nil {
		return err
	}
	sweeps, err := s.chosenSweeps(sc, args[1:], f)
	if err != nil {
		return err
	}
	if f.out != "" && len(sweeps) > 1 {
		return fmt.Errorf("%s has %d sweeps, and --out is one folder: name the sweep, one of %s", sc.Name, len(sweeps), strings.Join(sweepIDs(sc), ", "))
	}
	for i, sweep := range sweeps {
		if i > 0 {
			fmt.Fprintln(s.stdout)
		}
		if err := s.oneSweep(ctx, sc, sweep, f); err != nil {
			return err
		}
	}
	return nil
}

// loadFewer loads a scenario with at most so many cases unless the user says
// how many.
func (s *session) loadFewer(path string, sets []string, cases int, said bool) (*scenario.Scenario, error) {
	sc, err := s.load(path, loadOptions(sets))
	if err != nil || said || sc.Run.Cases <= cases {
		return sc, err
	}
	return s.load(path, loadOptions(append(slices.Clone(sets), "run.cases="+strconv.Itoa(cases))))
}

// chosenSweeps are the sweeps to run: what --vary says, the one with an id, or
// all of the scenario's.
func (s *session) chosenSweeps(sc *scenario.Scenario, ids []string, f *sweepFlags) ([]scenario.Sweep, error) {
	switch {
	case len(f.vary) > 0 && len(ids) > 0:
		return nil, fmt.Errorf("--vary and the sweep %q are both given: choose one", ids[0])
	case len(f.vary) > 0:
		return s.varied(sc, f)
	case f.sample != "" || f.points != 0:
		return nil, errors.New("--sample and --points go with --vary; a [[sweep]] has design and points of its own")
	case len(sc.Sweeps) == 0:
		return nil, fmt.Errorf("%s has no [[sweep]]: add one, or say what varies, as in --vary challenger.war_cost=0.4:0.8:9", sc.Name)
	case len(ids) == 0:
		return sc.Sweeps, nil
	}
	for _, sweep := range sc.Sweeps {
		if sweep.ID == ids[0] {
			return []scenario.Sweep{sweep}, nil
		}
	}
	return nil, fmt.Errorf("%s has no sweep %q%s; it has %s", sc.Name, ids[0], didYouMean(ids[0], sweepIDs(sc), ""), strings.Join(sweepIDs(sc), ", "))
}

func sweepIDs(sc *scenario.Scenario) []string {
	var ids []string
	for _, sweep := range sc.Sweeps {
		ids = append(ids, sweep.ID)
	}
	return ids
}

// varied is the sweep that --vary describes.
func (s *session) varied(sc *scenario.Scenario, f *sweepFlags) ([]scenario.Sweep, error) {
	sweep := scenario.Sweep{ID: "vary", Design: cmp.Or(f.sample, scenario.GridSweep), Points: f.points}
	var paths []string
	for _, text := range f.vary {
		v, err := s.parseVary(sc, text)
		if err != nil {
			return nil, err
		}
		if slices.Contains(paths, v.Path) {
			return nil, fmt.Errorf("--vary names %s twice; name each parameter once", v.Path)
		}
		sweep.Vary, paths = append(sweep.Vary, v), append(paths, v.Path)
	}
	sweep.Title = strings.Join(paths, ", ")
	if f.sample == "" {
		if f.points != 0 {
			return nil, errors.New("--points is given without --sample: a grid has as many points as its values make; add --sample sobol")
		}
		return []scenario.Sweep{sweep}, nil
	}
	if f.sample != scenario.LatinSweep && f.sample != scenario.SobolSweep {
		return nil, fmt.Errorf("--sample is %q, want %s or %s%s", f.sample, scenario.LatinSweep, scenario.SobolSweep,
			didYouMean(f.sample, []string{scenario.LatinSweep, scenario.SobolSweep}, ""))
	}
	if f.points < 2 {
		return nil, fmt.Errorf("--points is %d, want 2 or more points of the sample", f.points)
	}
	for i := range sweep.Vary {
		if v := &sweep.Vary[i]; v.Values != nil {
			v.Values, v.Range = []float64{slices.Min(v.Values), slices.Max(v.Values)}, true
		}
	}
	return []scenario.Sweep{sweep}, nil
}

// parseVary reads one --vary; what is wrong is said on stderr.
func (s *session) parseVary(sc *scenario.Scenario, text string) (scenario.Vary, error) {
	v, found := sc.ParseVary(text)
	if len(found) > 0 {
		source := func(string) []byte { return []byte(text) }
		if err := diag.WriteText(s.stderr, found, source); err != nil {
			return v, err
		}
	}
	if found.HasErrors() {
		return v, answer(statusFailure)
	}
	return v, nil
}

// oneSweep runs a sweep and shows it.
func (s *session) oneSweep(ctx context.Context, sc *scenario.Scenario, sweep scenario.Sweep, f *sweepFlags) error {
	solves := float64(sweep.Size()) * float64(sc.Run.Cases) * float64(len(sc.Packages))
	if solves > sweepLimit && !f.yes {
		return fmt.Errorf("sweep %s asks for %s points × %s cases × %d packages, more than %s solves: about %s on two processors; take fewer steps or --cases, or add --yes",
			sweep.ID, points(sweep.Size()), number(float64(sc.Run.Cases)), len(sc.Packages), number(sweepLimit), solveTime(solves))
	}
	dir := cmp.Or(f.out, filepath.Join("out", sc.Name+"-sweep-"+sweep.ID))
	out, err := s.openOutput(dir, f.resume, sc, fmt.Sprintf("sweep %s of %+v", sweep.ID, sweep.Vary))
	if err != nil {
		return err
	}
	defer out.abort()
	progress := newProgress(s.stderr, sc.Name+" "+sweep.ID, "cases", out.restored)
	res, err := sim.Sweep(ctx, sc, sweep, sim.Options{Workers: f.workers, Progress: progress.update, Journal: out.journal})
	progress.stop()
	if err != nil {
		return err
	}
	if err := writeSweep(ctx, out.folder, res); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	if f.format == jsonFormat {
		return res.Write(s.stdout)
	}
	fmt.Fprintf(s.stdout, "%s\n%s; %s asked, %s computed\n\n", res.Title, report.RunSize(res.Run), count(res.Asked, "solve"), count(res.Done, "solve"))
	return report.Sweep(s.stdout, res, report.Format(f.format))
}

// points writes a number of points.
func points(n int) string {
	if n == math.MaxInt {
		return "countless"
	}
	return number(float64(n))
}

// solvesPerSecond is roughly what two processors solve.
const solvesPerSecond = 2400

// solveTime says how long so many solves take, roughly.
func solveTime(solves float64) string {
	switch minutes := solves / solvesPerSecond / 60; {
	case minutes < 120:
		return fmt.Sprintf("%.0f minutes", minutes)
	case minutes < 48*60:
		return fmt.Sprintf("%.0f hours", minutes/60)
	default:
		return number(math.Round(minutes/60/24)) + " days"
	}
}

// writeSweep writes a sweep and, where it has one or two parameters, its
// figures.
func writeSweep(ctx context.Context, folder *result.Folder, res *result.Sweep) error {
	if _, err := writeFigures(ctx, folder, plots.Source{Sweep: res}); err != nil {
		return err
	}
	return writeAll(ctx, folder, resultFile{result.SweepCSV, res.WriteCSV}, resultFile{result.SweepFile, res.Write})
}
