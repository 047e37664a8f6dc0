package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"steadfast/plots"
	"steadfast/sim/result"
)

// drawn are files of figures that appear in a folder together, beside what is
// there: they are made aside, in a folder of their own within it, until all are
// whole.
type drawn struct {
	dir     string
	staging string
	created string // the topmost folder that had to be made; empty: none
	names   []string
}

// openDrawn prepares a folder, which need not be there.
func openDrawn(dir string) (*drawn, error) {
	d := &drawn{dir: filepath.Clean(dir), created: missing(filepath.Clean(dir))}
	err := os.MkdirAll(d.dir, 0o755)
	if err == nil {
		d.staging, err = os.MkdirTemp(d.dir, ".partial-")
	}
	if err != nil {
		d.abort()
		return nil, fmt.Errorf("output folder %s cannot be written: %w; name another with --out", d.dir, err)
	}
	return d, nil
}

// missing is the topmost part of a path that does not exist; empty: all do.
func missing(dir string) (top string) {
	for {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			return top
		}
		top, dir = dir, filepath.Dir(dir)
	}
}

// draw makes a figure's files.
func (d *drawn) draw(f *plots.Figure, size plots.Size, formats []string) error {
	write := map[string]func(io.Writer) error{
		"png": func(w io.Writer) error { return f.WritePNG(w, size) },
		"svg": func(w io.Writer) error { return f.WriteSVG(w, size) },
		"csv": f.WriteCSV,
	}
	for _, format := range formats {
		name := result.FigurePrefix + f.Name + "." + format
		file, err := os.Create(filepath.Join(d.staging, name))
		if err != nil {
			return fmt.Errorf("output folder %s: %w", d.dir, err)
		}
		err = write[format](file)
		if closing := file.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return fmt.Errorf("output folder %s: %s: %w", d.dir, name, err)
		}
		d.names = append(d.names, name)
	}
	return nil
}

// commit puts the files in place, over those of the same names, and returns the
// paths of those that are.
func (d *drawn) commit() ([]string, error) {
	for _, name := range d.names {
		if info, err := os.Lstat(filepath.Join(d.dir, name)); err == nil && info.IsDir() {
			return nil, fmt.Errorf("output folder %s: %s is a folder there; name another with --out", d.dir, name)
		}
	}
	var written []string
	for _, name := range d.names {
		path := filepath.Join(d.dir, name)
		if err := os.Rename(filepath.Join(d.staging, name), path); err != nil {
			return written, fmt.Errorf("output folder %s: %w; if another program holds the file open, close it there", d.dir, err)
		}
		written = append(written, path)
	}
	return written, nil
}

// abort removes what is not in place, and the folders that were made for it as
// far as they are empty.
func (d *drawn) abort() {
	if d.staging != "" {
		os.RemoveAll(d.staging)
	}
	if d.created == "" {
		return
	}
	for dir := d.dir; os.Remove(dir) == nil && dir != d.created; dir = filepath.Dir(dir) {
	}
}
