package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/claim"
	"steadfast/sim/report"
	"steadfast/sim/scenario"
)

// thresholdFlags are the flags of threshold.
type thresholdFlags struct {
	run     overrides
	vary    []string
	until   string
	format  string
	workers int
}

const (
	// scanPoints is how many values of a parameter a threshold is looked for
	// between.
	scanPoints = 17
	// thresholdCases is how many cases are drawn where nobody says.
	thresholdCases = 256
)

func thresholdCommand(s *session) *cobra.Command {
	var f thresholdFlags
	cmd := &cobra.Command{
		Use:   "threshold SCENARIO --vary PATH --until CLAIM",
		Short: "The values of a parameter at which a claim turns",
		Long: `Find the values of a parameter at which a claim turns: 17 points are solved on the
same cases, and each change of sign is narrowed down. All are listed with their
95 % intervals; where there is none, it says so.

--vary PATH takes the 5 to 95 % range of an uncertain parameter;
PATH=FROM:TO or PATH=FROM:TO:STEPS says it.`,
		Example: `  steadfast threshold ukraine-options --vary coalition.reputation --until 'risk(trip) < 0.2'
  steadfast threshold ukraine-options --vary instrument.tripwire.troops=0:40000 --until 'best() = snap_trip'`,
		Args:              oneScenario("threshold"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.threshold(cmd.Context(), args[0], &f, cmd.Flags().Changed)
		},
	}
	f.run.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.vary, "vary", nil, "PATH, PATH=FROM:TO, PATH=FROM:TO:STEPS or …:log")
	flags.StringVar(&f.until, "until", "", "a claim, as in an [[expect]]; steadfast explain claims")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	completeFlag(cmd, "format", tableFormats)
	return cmd
}

func (s *session) threshold(ctx context.Context, path string, f *thresholdFlags, changed func(string) bool) error {
	switch {
	case !slices.Contains(tableFormats(), f.format):
		return unknownFormat(f.format, tableFormats())
	case len(f.vary) == 0:
		return errors.New("--vary is missing: name the parameter, as in --vary coalition.reputation")
	case len(f.vary) > 1:
		return fmt.Errorf("--vary is given %d times: a threshold is of one parameter; steadfast sweep turns several", len(f.vary))
	case f.until == "":
		return errors.New("--until is missing: say the claim, as in --until 'risk(trip) < 0.2'")
	}
	if err := checkWorkers(f.workers); err != nil {
		return err
	}
	set, err := f.run.set(changed)
	if err != nil {
		return err
	}
	sc, err := s.loadFewer(path, set, thresholdCases, changed("cases"))
	if err != nil {
		return err
	}
	if err := s.checkUntil(sc, f.until); err != nil {
		return err
	}
	text, err := scanOf(sc, f.vary[0])
	if err != nil {
		return err
	}
	vary, err := s.parseVary(sc, text)
	if err != nil {
		return err
	}
	progress := newProgress(s.stderr, sc.Name, "cases", 0)
	res, err := sim.Threshold(ctx, sc, vary, f.until, sim.Options{Workers: f.workers, Progress: progress.update})
	progress.stop()
	var at *claim.Error
	if errors.As(err, &at) {
		return s.inUntil(f.until, at.Offset, at.Msg)
	}
	if err != nil {
		return err
	}
	if f.format == jsonFormat {
		return s.writeJSON(res)
	}
	fmt.Fprintf(s.stdout, "%s\n%s; %s asked, %s computed\n\n", res.Scenario.Title, report.RunSize(res.Run), count(res.Asked, "solve"), count(res.Done, "solve"))
	return report.Threshold(s.stdout, res, report.Format(f.format))
}

// checkUntil refuses, before anything is computed, a claim that cannot be read
// or names packages that the scenario does not have.
func (s *session) checkUntil(sc *scenario.Scenario, until string) error {
	expr, err := claim.Parse(until)
	var at *claim.Error
	if errors.As(err, &at) {
		return s.inUntil(until, at.Offset, at.Msg)
	}
	if err != nil {
		return err
	}
	ids := packageIDs(sc)
	for _, p := range expr.Packages() {
		if !slices.Contains(ids, p.ID) {
			return s.inUntil(until, p.Offset, fmt.Sprintf("there is no package %s%s; there are %s", p.ID, didYouMean(p.ID, ids, ""), strings.Join(ids, ", ")))
		}
	}
	return nil
}

// inUntil shows the place of an error in a claim.
func (s *session) inUntil(until string, offset int, msg string) error {
	fmt.Fprintf(s.stderr, "%s\n%s^\n", until, strings.Repeat(" ", len([]rune(until[:offset]))))
	return fmt.Errorf("--until: %s", msg)
}

// scanOf completes what --vary leaves out: the range, and the number of
// points.
func scanOf(sc *scenario.Scenario, vary string) (string, error) {
	path, scan, given := strings.Cut(vary, "=")
	if given {
		if strings.Count(scan, ":") == 1 {
			scan += fmt.Sprintf(":%d", scanPoints)
		}
		return path + "=" + scan, nil
	}
	var paths []string
	for _, c := range sc.Columns() {
		paths = append(paths, c.Path)
		if c.Path == path && c.Number != nil {
			return fmt.Sprintf("%s=%v:%v:%d", path, c.Number.Quantile(.05), c.Number.Quantile(.95), scanPoints), nil
		}
	}
	return "", fmt.Errorf("%s is no uncertain number of %s, so that it has no 5 to 95 %% range: say one, as in --vary %s=FROM:TO%s", path, sc.Name, path, didYouMean(path, paths, ""))
}
