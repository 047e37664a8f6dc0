package result

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Commit puts the files in place, the marker last, and removes what an earlier
// run left that this one did not make: a folder holds one run's results. A run
// that made no file leaves those of an earlier one alone. What is staged goes,
// and so does the journal.
func (f *Folder) Commit() error {
	if len(f.names) == 0 {
		f.keep = false
		f.Abort()
		return nil
	}
	order := slices.Clone(f.names)
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	for _, name := range order {
		if info, err := os.Lstat(f.Path(name)); err == nil && info.IsDir() {
			return fmt.Errorf("output folder %s: %s is a folder there, and results need a file of that name; name another with --out", f.dir, name)
		}
	}
	if err := f.replace(order); err != nil {
		return fmt.Errorf("output folder %s: %w; if another program holds the file open, close it there", f.dir, err)
	}
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return fmt.Errorf("output folder %s: %w", f.dir, err)
	}
	backtest := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == BacktestFile })
	for _, e := range entries {
		if e.Type().IsRegular() && made(e.Name(), backtest) && !slices.Contains(f.names, e.Name()) {
			if err := os.Remove(f.Path(e.Name())); err != nil {
				return fmt.Errorf("output folder %s: %w", f.dir, err)
			}
		}
	}
	f.created = ""
	err = f.clear(lockName)
	f.leave()
	return err
}

// rank orders the files for Commit.
func rank(name string) int { return slices.Index(markers(), name) }

// asideName is the folder, inside the staging one, for files of an earlier run
// until all that replace them are in place.
const asideName = "earlier"

// replace moves the files made into place, in this order. Where one cannot be
// moved (Windows refuses while a program has the old one open), those before
// it go back, and what they replaced returns. A marker replaces an earlier one
// in a single step: a run killed here leaves a folder that is still
// steadfast's.
func (f *Folder) replace(order []string) error {
	aside := filepath.Join(f.staging(), asideName)
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return err
	}
	for i, name := range order {
		var err error
		if rank(name) < 0 {
			err = moveIfThere(f.Path(name), filepath.Join(aside, name))
		} else {
			err = copyIfThere(f.Path(name), filepath.Join(aside, name))
		}
		if err == nil {
			err = os.Rename(filepath.Join(f.staging(), name), f.Path(name))
		}
		if err == nil {
			continue
		}
		errs := []error{err}
		for j := i; j >= 0; j-- {
			if j < i {
				errs = append(errs, os.Rename(f.Path(order[j]), filepath.Join(f.staging(), order[j])))
			}
			if j < i || rank(name) < 0 {
				errs = append(errs, moveIfThere(filepath.Join(aside, order[j]), f.Path(order[j])))
			}
		}
		return errors.Join(errs...)
	}
	return nil
}

// moveIfThere renames a file that may not exist.
func moveIfThere(from, to string) error {
	if err := os.Rename(from, to); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// copyIfThere copies a file that may not exist.
func copyIfThere(from, to string) error {
	data, err := os.ReadFile(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
