package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

func solveCommand(s *session) *cobra.Command {
	var futures int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "solve CASE.json",
		Short: "Compute the outcomes of resolved cases, to hold against a computation of your own",
		Long: `Compute the outcomes of resolved cases.

CASE.json holds cases as "steadfast show --json" prints them, or one case with
several packages; - reads standard input. The exact outcomes are printed as
JSON: cumulative probabilities at the end of each year, and the numbers by the
horizon. With --futures, simulated ones stand beside them, each with its
standard error.`,
		Example: `  steadfast show ukraine-options --json > cases.json
  steadfast solve cases.json
  steadfast solve cases.json --futures 100000`,
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			if futures < 0 {
				return fmt.Errorf("--futures is %d, want 0 (none) or more", futures)
			}
			return s.solve(cmd.Context(), args[0], futures, seed)
		},
	}
	cmd.Flags().IntVar(&futures, "futures", 0, "simulated futures a package")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "seed of the simulated futures")
	return cmd
}

// oneFile demands the single argument of solve.
func oneFile(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return errors.New("solve what? give a file of resolved cases, as steadfast show --json prints them, or - for standard input")
	case len(args) > 1:
		return fmt.Errorf("solve takes one file, and %d are given: %s", len(args), strings.Join(args, ", "))
	}
	return nil
}

// solved is what solve prints.
type solved struct {
	Exact     []exactJSON     `json:"exact"`
	Simulated []simulatedJSON `json:"simulated,omitempty"`
	Futures   int             `json:"futures,omitempty"` // a package
	Seed      uint64          `json:"seed,omitempty"`
}

// exactJSON is the exact outcome of one package.
type exactJSON struct {
	ID      string    `json:"id"`
	Major   []float64 `json:"major"` // at the end of each year
	Limited []float64 `json:"limited"`
	Probes  float64   `json:"probes"`
	Clash   float64   `json:"clash"`
	Defeat  float64   `json:"defeat"`
	*Aftermath[float64]
	DealValue  float64 `json:"deal_value"`
	Deliberate float64 `json:"deliberate"`
	Escalated  float64 `json:"escalated"`
	Accident   float64 `json:"accident"`
}

// An Aftermath is what becomes of the response to a breach that fails; printed
// only where some response can end with the breach.
type Aftermath[T any] struct {
	Stopped T `json:"stopped"`
	Lasting T `json:"lasting"`
}

func aftermath[T any](c *model.Case, stopped, lasting T) *Aftermath[T] {
	if !reversible(c) {
		return nil
	}
	return &Aftermath[T]{stopped, lasting}
}

// simulatedJSON is what the same package's simulated futures came to. The deal
// value is no outcome of a future and has no twin here.
type simulatedJSON struct {
	ID      string         `json:"id"`
	Major   []model.Moment `json:"major"`
	Limited []model.Moment `json:"limited"`
	Probes  model.Moment   `json:"probes"`
	Clash   model.Moment   `json:"clash"`
	Defeat  model.Moment   `json:"defeat"`
	*Aftermath[model.Moment]
	Deliberate model.Moment `json:"deliberate"`
	Escalated  model.Moment `json:"escalated"`
	Accident   model.Moment `json:"accident"`
}

// solve reads cases and prints their outcomes.
func (s *session) solve(ctx context.Context, path string, futures int, seed uint64) error {
	cases, err := s.readCases(path)
	if err != nil {
		return err
	}
	var all solved
	game := model.NewGame()
	var out model.Outcome
	for i := range cases {
		game.Solve(&cases[i])
		game.Exact(&out)
		id := cases[i].Package.ID
		all.Exact = append(all.Exact, exactJSON{
			ID: id, Major: yearly(out.Major), Limited: yearly(out.Limited),
			Probes: out.Probes, Clash: out.Clash, Defeat: out.Defeat, Aftermath: aftermath(&cases[i], out.Stopped, out.Lasting), DealValue: out.DealValue,
			Deliberate: out.Deliberate, Escalated: out.Escalated, Accident: out.Accident,
		})
		if futures > 0 {
			t, err := game.Simulate(ctx, seed, futures)
			if err != nil {
				return err
			}
			all.Simulated = append(all.Simulated, simulatedJSON{
				ID: id, Major: yearly(t.Major), Limited: yearly(t.Limited),
				Probes: t.Probes, Clash: t.Clash, Defeat: t.Defeat, Aftermath: aftermath(&cases[i], t.Stopped, t.Lasting),
				Deliberate: t.Deliberate, Escalated: t.Escalated, Accident: t.Accident,
			})
			all.Futures, all.Seed = futures, seed
		}
	}
	return s.writeJSON(all)
}

// yearly picks the ends of the years from a curve by month.
func yearly[T any](curve []T) []T {
	years := []T{}
	for m := 11; m < len(curve); m += 12 {
		years = append(years, curve[m])
	}
	return years
}

// readCases reads resolved cases and checks them.
func (s *session) readCases(path string) ([]model.Case, error) {
	var r io.Reader = s.stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		r = file
	}
	cases, err := scenario.ReadCases(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return cases, nil
}
