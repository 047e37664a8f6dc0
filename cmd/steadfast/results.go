package main

import (
	"context"
	"io"
	"os"

	"steadfast/plots"
	"steadfast/sim/result"
)

// A resultFile is a file of a folder of results.
type resultFile struct {
	name  string
	write func(io.Writer) error
}

// writeAll writes files into a folder of results.
func writeAll(ctx context.Context, folder *result.Folder, files ...resultFile) error {
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := folder.Write(file.name, func(w *os.File) error { return file.write(w) }); err != nil {
			return err
		}
	}
	return nil
}

// writeFigures draws every figure that a result can show: PNG, SVG, and its
// numbers.
func writeFigures(ctx context.Context, folder *result.Folder, source plots.Source) ([]*plots.Figure, error) {
	var figures []*plots.Figure
	for _, name := range source.Names() {
		figure, err := plots.Options{}.Build(name, source)
		if err != nil {
			return nil, err
		}
		file := result.FigurePrefix + figure.Name
		err = writeAll(ctx, folder,
			resultFile{file + ".png", func(w io.Writer) error { return figure.WritePNG(w, plots.Slide) }},
			resultFile{file + ".svg", func(w io.Writer) error { return figure.WriteSVG(w, plots.Slide) }},
			resultFile{file + ".csv", figure.WriteCSV})
		if err != nil {
			return nil, err
		}
		figures = append(figures, figure)
	}
	return figures, nil
}
