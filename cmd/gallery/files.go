package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

// Files are those to be written, by their paths below the folder of the module.
type files struct {
	names   []string // in the order in which they were made
	data    map[string][]byte
	folders []string // that hold no other pictures
}

func newFiles(folders ...string) *files { return &files{data: map[string][]byte{}, folders: folders} }

func (f *files) add(name string, data []byte) {
	if _, twice := f.data[name]; !twice {
		f.names = append(f.names, name)
	}
	f.data[name] = data
}

// page adds what a template makes of a view.
func (f *files) page(name string, t *template.Template, view any) error {
	var b bytes.Buffer
	if err := t.Execute(&b, view); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	f.add(name, b.Bytes())
	return nil
}

// write puts the files in place, each as a whole, and removes pictures of an
// earlier time from the folders of pictures.
func (f *files) write(root string) error {
	for _, name := range f.names {
		if err := replace(filepath.Join(root, filepath.FromSlash(name)), f.data[name]); err != nil {
			return err
		}
	}
	for _, folder := range f.folders {
		old, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(folder), "*.png"))
		if err != nil {
			return err
		}
		for _, file := range old {
			if _, made := f.data[path.Join(folder, filepath.Base(file))]; made {
				continue
			}
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// stale lists the pages that are not what would be written.
func (f *files) stale(root string) ([]string, error) {
	var out []string
	for _, name := range f.names {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		old, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if !bytes.Equal(old, f.data[name]) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out, nil
}

// replace writes a file beside its place and puts it there when it is whole.
func replace(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".gallery-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close()); err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
