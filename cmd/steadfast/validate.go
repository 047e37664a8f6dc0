package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

// Forms of what validate prints.
const (
	validateText   = "text"
	validateJSON   = "json"
	validateGitHub = "github"
)

// validateFormats lists them.
func validateFormats() []string { return []string{validateText, validateJSON, validateGitHub} }

func validateCommand(s *session) *cobra.Command {
	format := validateText
	cmd := &cobra.Command{
		Use:   "validate SCENARIO...",
		Short: "Check scenarios: everything wrong at once, where, and the cure",
		Long: `Check scenarios without running them.

Everything that is wrong with a file, and with the files it extends, is reported
at once: the place, what is wrong, what is allowed, and what a misspelt word was
meant to be. A valid file gets one line. Warnings leave a file valid.

The exit status is 0 if every file is valid, 1 if one is not, and 2 if one
cannot be read. --format json is for programs; --format github marks the lines
of a pull request.`,
		Example: `  steadfast validate mine.toml
  steadfast validate scenarios/*.toml --format github
  steadfast validate ukraine-options --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("validate what? give one scenario or more: a file, or the name of a shipped one; steadfast scenarios lists them")
			}
			return nil
		},
		ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(validateFormats(), format) {
				return unknownFormat(format, validateFormats())
			}
			return s.validate(args, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "of what is printed: "+strings.Join(validateFormats(), ", "))
	completeFlag(cmd, "format", validateFormats)
	return cmd
}

// validate checks files and prints what is wrong; the error is the answer.
func (s *session) validate(paths []string, format string) error {
	opt := loadOptions(nil)
	var found diag.List
	var valid []string
	missing := false
	for _, path := range paths {
		sc, list := scenario.Load(path, opt)
		found.Add(list...)
		if sc != nil {
			valid = append(valid, fmt.Sprintf("ok: %s: %s", path, contents(sc, list.Warnings())))
		}
		missing = missing || unread(list)
	}
	found.Sort()
	found = found.Dedupe() // files may extend the same one
	if err := writeFindings(s.stdout, found, format, opt); err != nil {
		return err
	}
	if format != validateJSON {
		for _, line := range valid {
			if _, err := fmt.Fprintln(s.stdout, line); err != nil {
				return err
			}
		}
	}
	invalid := len(paths) - len(valid)
	if invalid == 0 {
		return nil
	}
	fmt.Fprintf(s.stderr, "steadfast: %d of %s not valid\n", invalid, count(len(paths), "scenario"))
	if missing {
		return answer(statusFailure)
	}
	return answer(statusNo)
}

func writeFindings(w io.Writer, found diag.List, format string, opt scenario.Options) error {
	switch format {
	case validateJSON:
		return diag.WriteJSON(w, found)
	case validateGitHub:
		return diag.WriteGitHub(w, found)
	}
	return diag.WriteText(w, found, opt.Source)
}

// contents says what is in a valid scenario.
func contents(sc *scenario.Scenario, warnings int) string {
	text := count(len(sc.Packages), "package") + ", " + count(len(sc.Columns()), "uncertain parameter")
	if warnings > 0 {
		text += ", " + count(warnings, "warning")
	}
	return text
}

// unknownFormat refuses a value of --format.
func unknownFormat(format string, known []string) error {
	return fmt.Errorf("unknown format %q%s; write one of %s", format, didYouMean(format, known, ""), strings.Join(known, ", "))
}
