package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// toStdout stands for standard output in place of a file name.
const toStdout = "-"

func newCommand(s *session) *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "new FILE",
		Short: "Write a commented scenario to start from",
		Long: `Write a commented scenario to start from: one that stands alone or, with --from,
one that extends a shipped scenario and changes a parameter, adds a package and
drops one.

Both are valid as written. A file that is there already is left alone; - writes
to standard output.`,
		Example: `  steadfast new mine.toml
  steadfast new mine.toml --from ukraine-options
  steadfast new - | less`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("new takes the one file to write, such as mine.toml, or - for standard output")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			text := startingScenario
			if cmd.Flags().Changed("from") {
				var err error
				if text, err = extending(from); err != nil {
					return err
				}
			}
			return s.writeNew(args[0], text)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "extend this shipped scenario; steadfast scenarios lists them")
	completeFlag(cmd, "from", shippedNames)
	return cmd
}

// writeNew writes a starting scenario, and says how to go on.
func (s *session) writeNew(path, text string) error {
	if path == toStdout {
		_, err := fmt.Fprint(s.stdout, text)
		return err
	}
	if err := createFile(path, text); err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "wrote %s; try: steadfast run %s\n", path, path)
	return nil
}

// createFile writes a file that must not be there yet. It appears only when it
// is whole.
func createFile(path, text string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s exists already: choose another name, or remove it first", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot write %s: %w", path, cause(err))
	}
	partial := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d", filepath.Base(path), os.Getpid()))
	file, err := os.OpenFile(partial, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, cause(err))
	}
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(partial, path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("cannot write %s: %w", path, cause(err)), os.Remove(partial))
	}
	return nil
}

// cause is what an operation on a file failed of, without the file's name.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// shippedName finds the shipped scenario that a user names, with or without
// steadfast: and .toml.
func shippedName(name string) (string, error) {
	known := shippedNames()
	plain := strings.TrimSuffix(strings.TrimPrefix(name, shippedMark), ".toml")
	for _, k := range []string{plain, shippedMark + plain} {
		if slices.Contains(known, k) {
			return k, nil
		}
	}
	return "", fmt.Errorf("no shipped scenario %q%s; shipped are %s", name, didYouMean(plain, known, ""), strings.Join(known, ", "))
}
