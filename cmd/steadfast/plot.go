package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/plots"
)

// plotFlags are the flags of plot.
type plotFlags struct {
	formats  []string
	size     string
	theme    string
	packages []string
	horizon  float64
	title    string
	lang     string
	out      string
}

// plotFormats are the endings of the files of a figure.
func plotFormats() []string { return []string{"png", "svg", "csv"} }

func plotCommand(s *session) *cobra.Command {
	var f plotFlags
	cmd := &cobra.Command{
		Use:   "plot RESULT [FIGURE…]",
		Short: "Redraw figures from a saved result, without a run",
		Long: `Redraw figures from a saved result, without a run: all that the result can show,
or those named.

RESULT is a folder that run, sweep, sensitivity or backtest wrote, or the
result.json, sweep.json, sensitivity.json or backtest.json in it. The files appear in --out only when all of
them are whole, and are listed.

  --size   slide   1920 × 1080
           page    2008 × 1417: the width of the text on an A4 page (170 mm) at
                   300 dots per inch, and a little under half of its height
           square  1080 × 1080
           print   3840 × 2160, the slide at twice the resolution

Packages keep the colours and the order that they have among all. An earlier
--horizon is for the figures whose numbers a result holds at every year; of a
backtest it is the year by which forecasts are judged.`,
		Example: `  steadfast plot out/ukraine-options
  steadfast plot out/ukraine-options compare breach --size page --format svg
  steadfast plot out/ukraine-options breach --packages none,tripwire --horizon 5
  steadfast plot out/ukraine-options compare --theme dark --title 'Which guarantee holds?'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("plot takes a saved result: name a folder that run, sweep, sensitivity or backtest wrote, such as out/ukraine-options")
			}
			return nil
		},
		ValidArgsFunction: completeResult,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.plot(cmd.Context(), args[0], args[1:], &f, cmd.Flags().Changed)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&f.formats, "format", []string{"png", "svg"}, "of the files: "+strings.Join(plotFormats(), ", "))
	flags.StringVar(&f.size, "size", plots.SizeNames()[0], "of the pictures: "+strings.Join(plots.SizeNames(), ", "))
	flags.StringVar(&f.theme, "theme", plots.ThemeNames()[0], "of the pictures: "+strings.Join(plots.ThemeNames(), ", "))
	flags.StringSliceVar(&f.packages, "packages", nil, "ids of the packages to keep (default all)")
	flags.Float64Var(&f.horizon, "horizon", 0, "an earlier year at which to end, one that the result reports (default the scenario's)")
	flags.StringVar(&f.title, "title", "", "of the figure, where one is drawn (default its own)")
	flags.StringVar(&f.lang, "lang", plots.Languages()[0], "of the words in figures: "+strings.Join(plots.Languages(), ", "))
	flags.StringVar(&f.out, "out", "", "folder for the files (default RESULT-plots, beside the result)")
	completeFlag(cmd, "format", plotFormats)
	completeFlag(cmd, "size", plots.SizeNames)
	completeFlag(cmd, "theme", plots.ThemeNames)
	completeFlag(cmd, "lang", plots.Languages)
	completeFlagFrom(cmd, "packages", completePackages)
	return cmd
}

// plot draws figures of a saved result.
func (s *session) plot(ctx context.Context, path string, names []string, f *plotFlags, changed func(string) bool) error {
	opt, err := f.options(changed)
	if err != nil {
		return err
	}
	source, file, err := readSource(path)
	if err != nil {
		return err
	}
	if err := knownPackages(source, opt.Packages); err != nil {
		return err
	}
	if names, err = chosenFigures(source, opt, names); err != nil {
		return err
	}
	if f.title != "" && len(names) != 1 {
		return fmt.Errorf("--title is for one figure, and %d are drawn: name the one, of %s", len(names), strings.Join(names, ", "))
	}
	dir := f.out
	if dir == "" {
		if dir, err = besideResult(file); err != nil {
			return err
		}
	}
	files, err := openDrawn(dir)
	if err != nil {
		return err
	}
	defer files.abort()
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		figure, err := opt.Build(name, source)
		if err != nil {
			return err
		}
		if err := files.draw(figure, opt.Size, f.formats); err != nil {
			return err
		}
	}
	written, err := files.commit()
	for _, name := range written {
		fmt.Fprintln(s.stdout, name)
	}
	return err
}

// options are what the flags say of how to draw.
func (f *plotFlags) options(changed func(string) bool) (plots.Options, error) {
	opt := plots.Options{Theme: f.theme, Lang: f.lang, Horizon: f.horizon, Title: strings.TrimSpace(f.title)}
	for i, format := range f.formats {
		if !slices.Contains(plotFormats(), format) {
			return opt, fmt.Errorf("--format %s is unknown%s; allowed are %s", format, didYouMean(format, plotFormats(), ""), strings.Join(plotFormats(), ", "))
		}
		if slices.Contains(f.formats[:i], format) {
			return opt, fmt.Errorf("--format names %s twice; name each format once", format)
		}
	}
	if len(f.formats) == 0 {
		return opt, fmt.Errorf("--format names none; allowed are %s", strings.Join(plotFormats(), ", "))
	}
	if !slices.Contains(plots.Languages(), f.lang) {
		return opt, fmt.Errorf("--lang is %q%s; allowed are %s", f.lang, didYouMean(f.lang, plots.Languages(), ""), strings.Join(plots.Languages(), ", "))
	}
	if changed("horizon") && !(f.horizon > 0) {
		return opt, fmt.Errorf("--horizon is %g, want a number of years above 0", f.horizon)
	}
	if changed("title") && opt.Title == "" {
		return opt, errors.New("--title is empty; leave it out for the figure's own")
	}
	if changed("packages") {
		opt.Packages = append([]string{}, f.packages...)
	}
	if !slices.Contains(plots.ThemeNames(), f.theme) {
		return opt, fmt.Errorf("--theme is %q%s; allowed are %s", f.theme, didYouMean(f.theme, plots.ThemeNames(), ""), strings.Join(plots.ThemeNames(), ", "))
	}
	var err error
	if opt.Size, err = plots.SizeNamed(f.size); err != nil {
		return opt, fmt.Errorf("--size is %q%s; allowed are %s", f.size, didYouMean(f.size, plots.SizeNames(), ""), strings.Join(plots.SizeNames(), ", "))
	}
	return opt, nil
}

// chosenFigures are the figures to draw: those named, or all that there are.
func chosenFigures(source plots.Source, opt plots.Options, names []string) ([]string, error) {
	if len(source.Names()) == 0 {
		return nil, errors.New("the result has no figures: of a sweep, one or two parameters over a grid are drawn")
	}
	for i, name := range names {
		if !slices.Contains(source.Names(), name) {
			return nil, fmt.Errorf("figure %q is not among those of this result%s; there are %s",
				name, didYouMean(name, source.Names(), ""), strings.Join(source.Names(), ", "))
		}
		if slices.Contains(names[:i], name) {
			return nil, fmt.Errorf("figure %s is named twice; name each once", name)
		}
	}
	if len(names) > 0 {
		return names, nil
	}
	all, err := opt.Names(source)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("no figure of this result can be drawn so; there are %s", strings.Join(source.Names(), ", "))
	}
	return all, err
}

// knownPackages refuses a package that the result does not have.
func knownPackages(source plots.Source, ids []string) error {
	var known []string
	for _, p := range source.Packages() {
		known = append(known, p.ID)
	}
	if len(known) == 0 && len(ids) > 0 {
		return errors.New("--packages: a backtest has no packages to choose; leave the flag out")
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return fmt.Errorf("--packages: the result has no package %q%s; it has %s", id, didYouMean(id, known, ""), strings.Join(known, ", "))
		}
	}
	return nil
}
