package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// checkFlags are the flags of check.
type checkFlags struct {
	plan sim.CheckPlan
	ci   bool
	overrides
	format    string
	undecided string
	out       string
	workers   int
	resume    bool
}

// The formats of check, and what an undecided claim may count as.
const (
	junitFormat  = "junit"
	githubFormat = "github"

	undecidedOK    = "ok"
	undecidedFails = "fail"
)

// checkFormats lists what check prints.
func checkFormats() []string {
	return []string{string(report.Text), jsonFormat, junitFormat, githubFormat}
}

func checkCommand(s *session) *cobra.Command {
	f := checkFlags{plan: sim.DefaultCheck()}
	cmd := &cobra.Command{
		Use:   "check SCENARIO…",
		Short: "Test the conclusions of scenarios: holds, fails, or undecided",
		Long: `Test the [[expect]] claims of scenarios by sequential sampling: cases are drawn
until every claim is decided, or until --max-cases. The stated error rate is for
all claims of a scenario together, and for all looks at the growing sample.

A claim that does not hold is printed with what was measured, its interval, and
the parameter that most nearly turns it. Exit status: 0 all hold; 1 one fails;
3 none fails and one is undecided (--undecided ok or fail maps that to 0 or 1);
2 misuse.

--ci is the quick form for a pipeline: at most 512 cases, drivers from the same
cases, and the seconds that each scenario took.`,
		Example: `  steadfast check ukraine-options
  steadfast check scenarios/*.toml --ci --format github
  steadfast check mine.toml --error-rate 0.001 --max-cases 32768`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("check takes one scenario or more; steadfast scenarios lists those that are shipped")
			}
			return nil
		},
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.check(cmd.Context(), args, &f, cmd.Flags().Changed)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.ci, "ci", false, "quick: at most 512 cases, drivers from the same cases; print the seconds")
	flags.IntVar(&f.plan.MaxCases, "max-cases", f.plan.MaxCases, "cases at which an open claim is given up as undecided")
	flags.Float64Var(&f.plan.ErrorRate, "error-rate", f.plan.ErrorRate, "probability, at most, that any claim of a scenario is decided wrongly")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, json, junit, github")
	flags.StringVar(&f.undecided, "undecided", "", "what an undecided claim counts as: ok or fail (default: exit status 3)")
	flags.StringVar(&f.out, "out", "", "folder in which finished blocks are kept for --resume")
	f.registerSet(cmd)
	registerWorkers(cmd, &f.workers)
	registerResume(cmd, &f.resume)
	completeFlag(cmd, "format", checkFormats)
	completeFlag(cmd, "undecided", func() []string { return []string{undecidedOK, undecidedFails} })
	return cmd
}

// verify finds what is wrong with the flags.
func (f *checkFlags) verify(changed func(string) bool) error {
	switch {
	case !slices.Contains(checkFormats(), f.format):
		return unknownFormat(f.format, checkFormats())
	case f.undecided != "" && f.undecided != undecidedOK && f.undecided != undecidedFails:
		return fmt.Errorf("--undecided is %q, want %s or %s", f.undecided, undecidedOK, undecidedFails)
	case f.resume && f.out == "":
		return errors.New("--resume needs --out, the folder in which the blocks are kept")
	}
	if f.ci {
		quick := sim.CICheck()
		if changed("max-cases") {
			quick.MaxCases = f.plan.MaxCases
		}
		if changed("error-rate") {
			quick.ErrorRate = f.plan.ErrorRate
		}
		f.plan = quick
	}
	if !(f.plan.ErrorRate > 0 && f.plan.ErrorRate < 1) {
		return fmt.Errorf("--error-rate is %g, want a probability between 0 and 1, both excluded, as in 0.01", f.plan.ErrorRate)
	}
	return cmp.Or(atLeast("max-cases", f.plan.MaxCases, 2, "one draw has no sampling error"), checkWorkers(f.workers))
}

func (s *session) check(ctx context.Context, paths []string, f *checkFlags, changed func(string) bool) error {
	if err := f.verify(changed); err != nil {
		return err
	}
	var scenarios []*scenario.Scenario
	for _, path := range paths {
		sc, err := s.load(path, loadOptions(f.sets))
		if err != nil {
			return err
		}
		scenarios = append(scenarios, sc)
	}
	var checks []*result.Check
	for _, sc := range scenarios {
		began := time.Now()
		c, err := s.checkOne(ctx, sc, f)
		if err != nil {
			return err
		}
		checks = append(checks, c)
		if f.format != string(report.Text) {
			continue
		}
		if err := s.presentCheck(c, f, time.Since(began)); err != nil {
			return err
		}
	}
	var err error
	switch f.format {
	case jsonFormat:
		err = s.writeJSON(checks)
	case junitFormat:
		err = report.CheckJUnit(s.stdout, checks)
	case githubFormat:
		err = report.CheckGitHub(s.stdout, checks)
	}
	if err != nil {
		return err
	}
	return f.verdict(checks)
}

// checkOne tests the claims of one scenario.
func (s *session) checkOne(ctx context.Context, sc *scenario.Scenario, f *checkFlags) (*result.Check, error) {
	opt := sim.Options{Workers: f.workers}
	if f.out != "" {
		out, err := s.openOutput(filepath.Join(f.out, sc.Name), f.resume, sc, fmt.Sprintf("check %+v", f.plan))
		if err != nil {
			return nil, err
		}
		defer out.abort()
		opt.Journal = out.journal
		return s.computeCheck(ctx, sc, f, opt, out.restored, func(c *result.Check) error {
			if err := out.folder.Write(result.CheckFile, func(w *os.File) error { return c.Write(w) }); err != nil {
				return err
			}
			return out.commit()
		})
	}
	return s.computeCheck(ctx, sc, f, opt, 0, func(*result.Check) error { return nil })
}

// computeCheck computes a check and hands it on; what could never be decided is
// said with its place.
func (s *session) computeCheck(ctx context.Context, sc *scenario.Scenario, f *checkFlags, opt sim.Options, restored int, then func(*result.Check) error) (*result.Check, error) {
	progress := newProgress(s.stderr, sc.Name, "blocks", restored)
	opt.Progress = progress.update
	c, err := sim.Check(ctx, sc, f.plan, opt)
	progress.stop()
	var never *sim.UndecidableError
	if errors.As(err, &never) {
		for i, found := range never.Found {
			e := never.Claims[never.Of[i]]
			fmt.Fprintf(s.stderr, "%s:%d: claim %q can never be decided\n    %s\n    %s^ %s\n", e.Origin.File, e.Origin.Line, e.Claim,
				e.That, strings.Repeat(" ", len([]rune(e.That[:found.Offset]))), found.Msg)
		}
		return nil, answer(statusFailure)
	}
	if err != nil {
		return nil, err
	}
	return c, then(c)
}

// presentCheck prints one scenario's claims.
func (s *session) presentCheck(c *result.Check, f *checkFlags, took time.Duration) error {
	held := 0
	for _, claim := range c.Claims {
		if claim.Status == result.Holds {
			held++
		}
	}
	verb := "hold"
	if len(c.Claims) == 1 {
		verb = "holds"
	}
	fmt.Fprintf(s.stdout, "%s: %d of %s %s", c.Scenario.Name, held, count(len(c.Claims), "claim"), verb)
	if f.ci {
		fmt.Fprintf(s.stdout, " (%.1f s)", took.Seconds())
	}
	fmt.Fprintln(s.stdout)
	return report.Check(s.stdout, c)
}

// verdict is the answer to the question whether all claims hold.
func (f *checkFlags) verdict(checks []*result.Check) error {
	open := false
	for _, c := range checks {
		for _, claim := range c.Claims {
			switch claim.Status {
			case result.Fails:
				return answer(statusNo)
			case result.Undecided:
				open = true
			}
		}
	}
	switch {
	case !open || f.undecided == undecidedOK:
		return nil
	case f.undecided == undecidedFails:
		return answer(statusNo)
	}
	return answer(statusUndecided)
}
