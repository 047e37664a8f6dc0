package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"steadfast/scenarios"
	"steadfast/sim/backtest"
	"steadfast/sim/diag"
	"steadfast/sim/history"
	"steadfast/sim/report"
)

// shippedRecord is the record that comes with the program.
const shippedRecord = "historical/cases.csv"

// backtestFlags are the flags of backtest.
type backtestFlags struct {
	record  string
	draws   int
	seed    uint64
	out     string
	format  string
	workers int
}

// The range of --draws.
const (
	fewestDraws = 16
	mostDraws   = 8192
)

func backtestCommand(s *session) *cobra.Command {
	var f backtestFlags
	formats := func() []string { return []string{string(report.Text), string(report.Markdown), jsonFormat} }
	cmd := &cobra.Command{
		Use:   "backtest",
		Short: "Hold the model against the historical record",
		Long: `Hold the model against the historical record: guarantees and ceasefires since
1839, each turned into a package by one rule, against the challenger of the
reference class. Printed are the scores of the forecasts and their skill over
two baselines, with intervals over rivalries; what the halves of the record fit;
and the models that the debate on Ukraine names, with what became of them.

--out writes the forecasts, the scores, the calibration, the page for readers
(README.md), the packages as a scenario (arrangements-of-the-record.toml), and
draws of the fitted parameters for [sample] of a scenario (posterior.csv).`,
		Example: `  steadfast backtest
  steadfast backtest --out backtest
  steadfast backtest --record my-cases.csv --format json`,
		Args:              cobra.NoArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(formats(), f.format) {
				return unknownFormat(f.format, formats())
			}
			return s.backtest(cmd.Context(), &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.record, "record", "", "a record of your own, a table with the columns of the shipped one")
	flags.IntVar(&f.draws, "draws", 512, "draws of the reference class")
	flags.Uint64Var(&f.seed, "seed", 1, "of draws and resamples")
	flags.StringVar(&f.out, "out", "", "folder for everything that is computed")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, json")
	registerWorkers(cmd, &f.workers)
	completeFlag(cmd, "format", formats)
	return cmd
}

func (s *session) backtest(ctx context.Context, f *backtestFlags) error {
	if err := checkWorkers(f.workers); err != nil {
		return err
	}
	if f.draws < fewestDraws || f.draws > mostDraws {
		return fmt.Errorf("--draws is %d, want %d to %d", f.draws, fewestDraws, mostDraws)
	}
	if f.seed == 0 {
		return fmt.Errorf("--seed is 0, want 1 or more")
	}
	arrangements, err := s.record(f.record)
	if err != nil {
		return err
	}
	if f.out != "" {
		if err := checkBacktestFolder(f.out); err != nil {
			return err
		}
	}
	progress := newProgress(s.stderr, "backtest", "blocks", 0)
	r, err := backtest.Run(ctx, arrangements, scenarios.Files(), backtest.Options{Draws: f.draws, Seed: f.seed, Workers: f.workers, Progress: progress.update})
	progress.stop()
	if err != nil {
		return err
	}
	if f.out != "" {
		if err := writeBacktest(f.out, r, arrangements); err != nil {
			return err
		}
		fmt.Fprintf(s.stderr, "the backtest is in %s\n", f.out)
	}
	switch f.format {
	case jsonFormat:
		return backtestJSON(s.stdout, r)
	case string(report.Markdown):
		return backtestPage(s.stdout, r)
	}
	return backtestText(s.stdout, r)
}

// record reads a record: a file, or the shipped one. What is wrong in it is
// said on stderr, and then nothing is scored.
func (s *session) record(path string) ([]history.Arrangement, error) {
	name := path
	var data []byte
	var err error
	if path == "" {
		name = shippedMark + shippedRecord
		data, err = fs.ReadFile(scenarios.Files(), shippedRecord)
	} else {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("--record: %w", err)
	}
	arrangements, found := history.Read(name, bytes.NewReader(data))
	if len(found) > 0 {
		if err := diag.WriteText(s.stderr, found, func(string) []byte { return data }); err != nil {
			return nil, err
		}
	}
	if arrangements == nil {
		fmt.Fprintf(s.stderr, "steadfast: %s is not valid; nothing was scored\n", name)
		return nil, answer(statusNo)
	}
	return arrangements, nil
}

func backtestJSON(w io.Writer, r *backtest.Result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}
