package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"

	"steadfast/plots"
	"steadfast/sim"
	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

// A workshop makes pictures and pages.
type workshop struct {
	settings
	shipped fs.FS
	talk    io.Writer
}

// The folders of what is made, below that of the module.
const (
	figuresDir   = "plots/gallery"
	scenariosDir = "scenarios"
	chartsDir    = "scenarios/gallery"
)

// make computes everything and returns the files.
func (w *workshop) make(ctx context.Context) (*files, error) {
	entries, err := catalogue(w.shipped)
	if err != nil {
		return nil, err
	}
	var studies []*study
	for i := range entries {
		s, err := w.study(ctx, &entries[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entries[i].file, err)
		}
		if s != nil {
			studies = append(studies, s)
		}
	}
	made := newFiles(figuresDir, chartsDir)
	if err := w.figures(ctx, made, studies); err != nil {
		return nil, fmt.Errorf("%s: %w", mainScenario, err)
	}
	if err := w.answers(made, studies); err != nil {
		return nil, err
	}
	return made, nil
}

// load reads a shipped scenario with at most so many cases; 0: as many as it
// says.
func (w *workshop) load(e *entry, most int) (*scenario.Scenario, error) {
	opt := scenario.Options{Shipped: w.shipped}
	sc, found := scenario.Load("steadfast:"+e.file, opt)
	if sc != nil && most > 0 && sc.Run.Cases > most {
		opt.Set = []string{"run.cases=" + strconv.Itoa(most)}
		sc, found = scenario.Load("steadfast:"+e.file, opt)
	}
	if sc == nil {
		if err := diag.WriteText(w.talk, found, opt.Source); err != nil {
			return nil, err
		}
		return nil, errors.New("is not valid: mend it first")
	}
	return sc, nil
}

// doing says what is being computed.
func (w *workshop) doing(e *entry, format string, args ...any) {
	fmt.Fprintf(w.talk, "%s: %s\n", e.name, fmt.Sprintf(format, args...))
}

func (w *workshop) options() sim.Options { return sim.Options{Workers: w.workers} }

// A picture is a figure in a file, and the command that draws it in full size.
type picture struct {
	*plots.Figure
	file    string // in the folder of the page's pictures
	command string
}

// draw adds the file of a picture.
func (p *picture) draw(made *files, dir string) error {
	data, err := small(p.Figure)
	if err != nil {
		return err
	}
	made.add(path.Join(dir, p.file), data)
	return nil
}
