package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/scenarios"
	"steadfast/sim"
	"steadfast/sim/backtest"
	"steadfast/sim/diag"
	"steadfast/sim/history"
	"steadfast/sim/report"
	"steadfast/sim/result"
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
	formats := func() []string { return append(report.Formats(), jsonFormat) }
	cmd := &cobra.Command{
		Use:   "backtest",
		Short: "Hold the model against the historical record",
		Long: `Hold the model against the historical record: guarantees and ceasefires since
1839, each turned into a package by one rule, against the challenger of the
reference class. Printed are the scores of the forecasts and their skill over
two baselines, with intervals over rivalries; where the forecasts go wrong; what
the halves of the record fit; and the models that the debate on Ukraine names,
with what became of them.

The folder of results holds the whole (backtest.json), the forecasts, scores and
calibration as tables, figures (plot draws them again), a page for readers
(backtest.md), the packages as a scenario (arrangements-of-the-record.toml), and
draws of the fitted parameters for [sample] of a scenario (posterior.csv).`,
		Example: `  steadfast backtest
  steadfast plot out/backtest calibration --horizon 10
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
	flags.IntVar(&f.draws, "draws", 512, "draws of the reference class, rounded up to 16 times a power of two")
	flags.Uint64Var(&f.seed, "seed", 1, "of draws and resamples")
	flags.StringVar(&f.out, "out", "", "folder for everything that is computed (default out/backtest, of a record of your own out/backtest-NAME)")
	flags.StringVar(&f.format, "format", string(report.Text), "of what is printed: text, markdown, csv, json")
	registerWorkers(cmd, &f.workers)
	completeFlag(cmd, "format", formats)
	return cmd
}

// backtest computes, writes and prints a backtest.
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
	record, err := s.record(f.record)
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = filepath.Join("out", "backtest")
		if f.record != "" {
			f.out += "-" + record.Name
		}
	}
	folder, err := result.OpenFolder(f.out)
	if err != nil {
		return err
	}
	defer folder.Abort()
	r, err := s.runBacktest(ctx, record, backtest.Options{Draws: f.draws, Seed: f.seed, Workers: f.workers})
	if errors.Is(err, backtest.ErrFewDyads) {
		fmt.Fprintf(s.stderr, "steadfast: %s: %v\n", f.record, err)
		return answer(statusNo)
	}
	if err != nil {
		return err
	}
	if err := writeBacktest(ctx, folder, r, record.Arrangements); err != nil {
		return err
	}
	if err := folder.Commit(); err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "the backtest is in %s\n", f.out)
	if f.format == jsonFormat {
		return r.Write(s.stdout)
	}
	return report.Backtest(s.stdout, r, report.Format(f.format))
}

// runBacktest holds the model against a record, and shows how far it is.
func (s *session) runBacktest(ctx context.Context, record backtest.Record, opt backtest.Options) (*result.Backtest, error) {
	progress := newProgress(s.stderr, "backtest", "blocks", 0)
	defer progress.stop()
	opt.Version, opt.Progress = sim.Version, progress.update
	return backtest.Run(ctx, record, scenarios.Files(), opt)
}

// record reads a record: a file, or the shipped one.
func (s *session) record(path string) (backtest.Record, error) {
	if path == "" {
		data, err := fs.ReadFile(scenarios.Files(), shippedRecord)
		if err != nil {
			return backtest.Record{}, err
		}
		return s.readRecord(shippedMark+shippedRecord, data)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return backtest.Record{}, fmt.Errorf("--record: %w", err)
	}
	return s.readRecord(path, data)
}

// readRecord reads a record. What is wrong in it is said on stderr, and then
// nothing is scored.
func (s *session) readRecord(file string, data []byte) (backtest.Record, error) {
	arrangements, found := history.Read(file, bytes.NewReader(data))
	if len(found) > 0 {
		if err := diag.WriteText(s.stderr, found, func(string) []byte { return data }); err != nil {
			return backtest.Record{}, err
		}
	}
	if arrangements == nil {
		fmt.Fprintf(s.stderr, "steadfast: %s is not valid; nothing was scored\n", file)
		return backtest.Record{}, answer(statusNo)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	return backtest.Record{Name: name, Text: data, Arrangements: arrangements}, nil
}
