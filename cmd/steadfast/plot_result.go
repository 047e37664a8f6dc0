package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"steadfast/plots"
	"steadfast/sim/result"
)

// readSource reads a saved result of any kind: a file, or the one in a folder.
func readSource(path string) (source plots.Source, file string, err error) {
	file = path
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if file, err = resultIn(path); err != nil {
			return source, "", err
		}
	}
	r, err := os.Open(file)
	if err != nil {
		return source, "", fmt.Errorf("%w; name a folder that run, sweep, sensitivity or backtest wrote", err)
	}
	defer r.Close()
	if source, err = plots.ReadSource(r); err != nil {
		return source, "", fmt.Errorf("%s: %w", file, err)
	}
	return source, file, nil
}

// resultIn is the result in a folder.
func resultIn(dir string) (string, error) {
	kinds := []string{result.SetFile, result.SweepFile, result.SensitivityFile, result.BacktestFile}
	var found []string
	for _, name := range kinds {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && info.Mode().IsRegular() {
			found = append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("%s holds none of %s; name a folder that run, sweep, sensitivity or backtest wrote", dir, strings.Join(kinds, ", "))
	case 1:
		return filepath.Join(dir, found[0]), nil
	}
	return "", fmt.Errorf("%s holds %s; name the file", dir, strings.Join(found, " and "))
}

// besideResult is the folder for the figures of a result that lies in a folder.
func besideResult(file string) (string, error) {
	dir := filepath.Dir(file)
	if base := filepath.Base(dir); base == "." || base == ".." || base == string(filepath.Separator) {
		var err error
		if dir, err = filepath.Abs(dir); err != nil {
			return "", err
		}
	}
	return filepath.Clean(dir) + "-plots", nil
}
