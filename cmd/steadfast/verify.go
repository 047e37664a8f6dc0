package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"steadfast/plots"
	"steadfast/sim"
)

func verifyCommand(s *session) *cobra.Command {
	var workers int
	cmd := &cobra.Command{
		Use:   "verify FIGURE.png|FIGURE.svg",
		Short: "Check a figure by making it again from itself",
		Long: `Check a figure: whether it shows what its scenario gives. The picture is enough;
it carries the scenario, the seed and size of the run, and how it was drawn.

First its own hashes are checked, then all is computed and drawn again, which
takes as long as it took, and compared. The answer is one of

  identical       to the last pixel, word and digit (exit status 0)
  same numbers to nine digits, other platform
                  another processor or compiler made it, and no difference can
                  be seen (0)
  tampered        the picture contradicts its own hashes (1)
  differs         it is not what its scenario gives, and where (1)
  other version   another version of steadfast made it: what it shows is compared
                  all the same, and a difference decides nothing (3)

A file that is no picture of steadfast's, or that is cut short, cannot be checked
(2).`,
		Example: `  steadfast verify out/ukraine-options/figure-compare.png
  steadfast verify minister.svg && echo as computed`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("verify takes one picture, a PNG or an SVG that steadfast drew; got %d arguments", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"png", "svg"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.verify(cmd.Context(), args[0], workers)
		},
	}
	registerWorkers(cmd, &workers)
	return cmd
}

// verify checks a picture; where it is not what it should be, the error is the
// answer.
func (s *session) verify(ctx context.Context, path string, workers int) error {
	if err := checkWorkers(workers); err != nil {
		return err
	}
	name := filepath.Base(path)
	picture, err := readPicture(path)
	if errors.Is(err, plots.ErrAltered) {
		return s.tampered(name, err.Error())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if how := picture.Altered(); how != "" {
		return s.tampered(name, how)
	}
	verdict, err := s.verdict(ctx, picture, workers)
	if err != nil {
		return err
	}
	of := picture.Provenance
	fmt.Fprintf(s.stdout, "%s: %s\n", name, verdict.Outcome)
	size := fmt.Sprintf("%s, %d cases × %d futures", of.Run.Design, of.Run.Cases, of.Run.Futures)
	if of.Backtest {
		size = fmt.Sprintf("%d draws", of.Run.Cases)
	}
	fmt.Fprintf(s.stdout, "  figure %s of %s, seed %d, %s, by steadfast %s\n", of.Figure, of.Scenario, of.Run.Seed, size, of.Version)
	for _, line := range verdict.Details {
		fmt.Fprintf(s.stdout, "  %s\n", line)
	}
	switch verdict.Outcome {
	case plots.Differs:
		return answer(statusNo)
	case plots.OtherVersion:
		return answer(statusUndecided)
	}
	return nil
}

func (s *session) tampered(name, how string) error {
	fmt.Fprintf(s.stdout, "%s: tampered\n  %s\n", name, how)
	return answer(statusNo)
}

func readPicture(path string) (*plots.Picture, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return plots.ReadPicture(file)
}

// verdict makes a picture again and compares. Where that cannot be done, the
// picture is not what any run of this version gives.
func (s *session) verdict(ctx context.Context, picture *plots.Picture, workers int) (plots.Verdict, error) {
	again, err := s.drawAgain(ctx, picture, workers)
	if err == nil {
		return plots.Verify(picture, again), nil
	}
	if ctx.Err() != nil {
		return plots.Verdict{}, err
	}
	v := plots.Verdict{Outcome: plots.Differs, Details: []string{"it cannot be made again from what it carries: " + err.Error()}}
	if by := picture.Provenance.Version; by != sim.Version {
		v.Outcome = plots.OtherVersion
		v.Details = append([]string{fmt.Sprintf("it was drawn by steadfast %s, and this is %s", by, sim.Version)}, v.Details...)
	}
	return v, nil
}
