package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"

	"steadfast/plots"
	"steadfast/sim/result"
)

// recordDir holds the figures of the historical record, which make backtest
// draws: the page shows them where they are.
const recordDir = "scenarios/historical"

// ofRecord are the figures of the record held against the model. What they say
// of themselves is read from the pictures.
func (w *workshop) ofRecord() ([]pictureView, error) {
	var out []pictureView
	for _, name := range plots.BacktestKinds() {
		file := path.Join(recordDir, result.FigurePrefix+name+".png")
		texts, err := textsOf(filepath.Join(w.root, filepath.FromSlash(file)))
		if err != nil {
			return nil, fmt.Errorf("%w; make backtest draws it", err)
		}
		out = append(out, pictureView{
			Figure: name, Title: texts["Title"], Alt: texts["Description"], File: path.Join("..", "..", file),
			Command: "steadfast backtest && steadfast plot out/backtest " + name,
		})
	}
	return out, nil
}

// textsOf are the texts that a picture carries.
func textsOf(file string) (map[string]string, error) {
	r, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	chunks, err := plots.ReadText(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	texts := map[string]string{}
	for _, c := range chunks {
		texts[c.Key] = c.Value
	}
	return texts, nil
}
