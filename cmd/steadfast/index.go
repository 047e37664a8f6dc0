package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"steadfast/plots"
	"steadfast/sim/page"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// writeIndex writes the page of a run, with the figures that the run drew.
func writeIndex(folder *result.Folder, sc *scenario.Scenario, set *result.Set, figures []*plots.Figure) error {
	p := page.Page{Set: set, Notes: notes(sc), Assumptions: assumptions(sc), Fonts: plots.DefaultTheme().Fonts.FaceCSS}
	for _, f := range figures {
		svg, err := f.InlineSVG(plots.Slide)
		if err != nil {
			return err
		}
		name := result.FigurePrefix + f.Name
		p.Figures = append(p.Figures, page.Figure{SVG: svg, Alt: f.Alt(), CSV: name + ".csv", PNG: name + ".png"})
	}
	return folder.Write(result.IndexHTML, func(w *os.File) error { return page.Write(w, p) })
}

// assumptions are the parameters in force by section, as show lists them. Files
// go by their name alone: the same scenario in another folder makes the same
// page, and a page that is passed on tells nobody's folders.
func assumptions(sc *scenario.Scenario) []page.Group {
	var out []page.Group
	for _, g := range sharedGroups(sc) {
		group := page.Group{Name: g.header, About: g.about}
		for _, x := range g.params {
			p := page.Parameter{
				Path: x.Path, Package: x.Package, Value: x.value, Unit: x.Unit,
				Source: x.Source, Note: x.Note, Default: x.IsDefault, Unused: x.idle,
			}
			if !x.IsDefault {
				p.Place = x.place(fileName)
			}
			group.Parameters = append(group.Parameters, p)
		}
		out = append(out, group)
	}
	return out
}

// fileName is the last element of a file's path.
func fileName(file string) string {
	return path.Base(filepath.ToSlash(strings.TrimPrefix(file, "steadfast:")))
}

// notes say what is assumed in short: how much of it, by whom, and how it is
// weighed.
func notes(sc *scenario.Scenario) []page.Note {
	out := []page.Note{
		{Name: "Parties", Text: fmt.Sprintf("%s challenges %s. Every package is compared with the baseline %q.", sc.ChallengerName, sc.ProtegeName, sc.Baseline)},
		{Name: "Parameters", Text: strings.TrimPrefix(inForce(sc), sc.Name+": ") + "."},
	}
	var defaults, weights, unused []string
	for _, p := range parameters(sc) {
		x := describeParam(p, p.Path)
		if p.IsDefault {
			defaults = append(defaults, p.Path+": "+x.value)
		}
		if name, ok := strings.CutPrefix(p.Path, "weights."); ok {
			weights = append(weights, strings.TrimSpace(name+": "+x.value+" "+p.Unit))
		}
		if x.idle {
			unused = append(unused, p.Path)
		}
	}
	var together []string
	for _, c := range sc.Correlations {
		together = append(together, fmt.Sprintf("%s and %s, rank correlation %g", c.A, c.B, c.Rank))
	}
	for _, list := range []struct {
		name  string
		items []string
	}{{"Defaults in force", defaults}, {"Weights", weights}, {"Drawn together", together}, {"Nothing uses", unused}} {
		if len(list.items) > 0 {
			out = append(out, page.Note{Name: list.name, Items: list.items})
		}
	}
	return out
}
