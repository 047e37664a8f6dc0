package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"steadfast/sim"
	"steadfast/sim/diag"
)

// newRoot assembles the commands.
func newRoot(s *session) *cobra.Command {
	root := &cobra.Command{
		Use:   "steadfast",
		Short: "Compare security-guarantee packages for a ceasefire",
		Long: `steadfast compares security-guarantee packages for a ceasefire: under stated
assumptions, how probable is a breach, by when, by which mechanism, at what
cost, and which assumption would change the answer.

It supports a decision and does not forecast: every number is conditional on
the scenario file that it is computed from.`,
		Example: `  steadfast scenarios
  steadfast run ukraine-options
  steadfast new mine.toml --from ukraine-options
  steadfast explain tripwire`,
		Version:       sim.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(s.stdin)
	root.SetOut(s.stdout)
	root.SetErr(s.stderr)
	root.SetVersionTemplate("steadfast {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		runCommand(s),
		sweepCommand(s),
		sensitivityCommand(s),
		thresholdCommand(s),
		checkCommand(s),
		diffCommand(s),
		backtestCommand(s),
		validateCommand(s),
		showCommand(s),
		solveCommand(s),
		replayCommand(s),
		plotCommand(s),
		verifyCommand(s),
		explainCommand(s.stdout),
		newCommand(s),
		scenariosCommand(s),
	)
	return root
}

// unknownCommand refuses what is no command, with a near miss.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("unknown command %q%s; steadfast --help lists the commands", args[0], didYouMean(args[0], names, ""))
}

// flagError says what is wrong with a flag: with a near miss where it is
// unknown, with what is allowed where its value cannot be read.
func flagError(cmd *cobra.Command, err error) error {
	var bad *pflag.InvalidValueError
	if errors.As(err, &bad) {
		return fmt.Errorf("--%s is %q, want %s; see steadfast %s --help", bad.GetFlag().Name, bad.GetValue(), wanted(bad.GetFlag()), cmd.Name())
	}
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return fmt.Errorf("%w; see steadfast %s --help", err, cmd.Name())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return fmt.Errorf("unknown flag --%s%s; see steadfast %s --help", name, didYouMean(name, names, "--"), cmd.Name())
}

// wanted is what may be written as the value of a flag.
func wanted(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return "a whole number"
	case "uint64":
		return "a whole number of 0 or more"
	}
	return "a " + f.Value.Type()
}

// didYouMean is the near miss among candidates as the tail of a message, or
// empty.
func didYouMean(word string, candidates []string, prefix string) string {
	if near, ok := diag.Nearest(word, candidates); ok {
		return fmt.Sprintf("; did you mean %s%s?", prefix, near)
	}
	return ""
}
