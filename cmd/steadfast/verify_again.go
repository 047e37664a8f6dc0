package main

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/backtest"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// drawAgain computes what a picture shows from what it carries, and draws it.
func (s *session) drawAgain(ctx context.Context, picture *plots.Picture, workers int) (*plots.Picture, error) {
	of := &picture.Provenance
	source, err := s.sourceAgain(ctx, picture, workers)
	if err != nil {
		return nil, err
	}
	figure, err := of.Options.Build(of.Figure, source)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if picture.Format == "png" {
		err = figure.WritePNG(&file, of.Options.Size)
	} else {
		err = figure.WriteSVG(&file, of.Options.Size)
	}
	if err != nil {
		return nil, err
	}
	return plots.ReadPicture(&file)
}

// sourceAgain computes the result that a picture is of, from what it carries.
func (s *session) sourceAgain(ctx context.Context, picture *plots.Picture, workers int) (source plots.Source, err error) {
	of := &picture.Provenance
	if of.Backtest {
		record, err := s.readRecord(of.Scenario+".csv", []byte(picture.Flat))
		if err != nil {
			return source, err
		}
		source.Backtest, err = s.runBacktest(ctx, record, backtest.Options{Draws: of.Run.Cases, Seed: of.Run.Seed, Workers: workers})
		return source, err
	}
	sc, err := s.fromFlat(result.Scenario{Name: of.Scenario, Flat: picture.Flat})
	if err != nil {
		return source, err
	}
	things := "cases"
	if of.Sensitivity != nil {
		things = "blocks"
	}
	progress := newProgress(s.stderr, sc.Name, things, 0)
	defer progress.stop()
	return computeAgain(ctx, sc, of, sim.Options{Workers: workers, Progress: progress.update})
}

// computeAgain computes the result of a scenario that a picture is of.
func computeAgain(ctx context.Context, sc *scenario.Scenario, of *plots.Provenance, opt sim.Options) (source plots.Source, err error) {
	switch {
	case of.Sweep != nil:
		sweep, err := sweepAgain(sc, of.Sweep)
		if err != nil {
			return source, err
		}
		source.Sweep, err = sim.Sweep(ctx, sc, sweep, opt)
		return source, err
	case of.Sensitivity != nil && of.Sensitivity.OfRun:
		set, cases, err := sim.Run(ctx, sc, opt)
		if err != nil {
			return source, err
		}
		source.Sensitivity, err = sim.SensitivityOf(sc, set.Run, cases, planAgain(of))
		return source, err
	case of.Sensitivity != nil:
		source.Sensitivity, err = sim.Sensitivity(ctx, sc, planAgain(of), opt)
		return source, err
	}
	source.Set, _, err = sim.Run(ctx, sc, opt)
	return source, err
}

// sweepAgain is the sweep that a picture describes. What its values mean, and
// which packages set them on their own, is taken from the scenario.
func sweepAgain(sc *scenario.Scenario, of *plots.SweepRecipe) (scenario.Sweep, error) {
	sweep := scenario.Sweep{ID: of.ID, Title: of.Title, Design: scenario.GridSweep}
	for _, axis := range of.Axes {
		texts := axis.Texts
		for _, v := range axis.Values {
			texts = append(texts, strconv.FormatFloat(v, 'g', -1, 64))
		}
		v, found := sc.ParseVary(axis.Path + "=" + strings.Join(texts, ","))
		if found.HasErrors() {
			return sweep, fmt.Errorf("the sweep that it describes is not valid: %s", found[0].Summary)
		}
		v.Log = axis.Log
		sweep.Vary = append(sweep.Vary, v)
	}
	return sweep, nil
}

// planAgain is the plan of the analysis that a picture describes.
func planAgain(of *plots.Provenance) sim.SensitivityPlan {
	recipe := of.Sensitivity
	plan := sim.SensitivityPlan{
		Methods: recipe.Methods, Measure: recipe.Measure, GivenCases: of.Run.Cases,
		TornadoCases: recipe.Points[result.MethodTornado],
		Trajectories: recipe.Points[result.MethodMorris],
		BasePoints:   recipe.Points[result.MethodSobol],
	}
	for _, g := range recipe.Groups {
		plan.Groups = append(plan.Groups, sim.Group{Name: g.Name, Paths: g.Paths})
	}
	return plan
}
