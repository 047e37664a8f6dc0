package result

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// SetFile is the name of a set in a folder of results; it is what makes a
// folder steadfast's.
const SetFile = "result.json"

// stagingName is the folder, inside a folder of results, in which files are
// made until all are whole.
const stagingName = ".partial"

// A Folder receives the files of a run. They are made aside and appear
// together when Commit is called; before that, and where anything fails, what
// was there stays as it was. Several goroutines may make files at once.
type Folder struct {
	dir     string
	created string // the topmost folder that had to be made; empty: none

	mu    sync.Mutex
	names []string // of the files made
}

// ErrForeign is wrapped where a folder holds something that is not steadfast's.
var ErrForeign = errors.New("folder is not steadfast's")

// OpenFolder prepares a folder to receive results: one that does not exist,
// is empty, or holds earlier results. It fails, wrapping ErrForeign, where the
// folder holds anything else, and where it cannot be written.
func OpenFolder(dir string) (*Folder, error) {
	dir = filepath.Clean(dir)
	f := &Folder{dir: dir}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.created = firstMissing(dir)
	case err != nil:
		return nil, fmt.Errorf("output folder %s: %w; name a folder with --out", dir, err)
	default:
		if !ours(dir, entries) {
			return nil, fmt.Errorf("output folder %s: %w: it is not empty and holds no %s of steadfast; name another with --out, or empty it",
				dir, ErrForeign, SetFile)
		}
	}
	if err := os.MkdirAll(f.staging(), 0o755); err != nil {
		f.Abort()
		return nil, fmt.Errorf("output folder %s cannot be written: %w; name another with --out", dir, err)
	}
	return f, nil
}

// ours says whether a folder with these entries may be written into.
func ours(dir string, entries []fs.DirEntry) bool {
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stagingName })
	if len(entries) == 0 {
		return true
	}
	data, err := os.ReadFile(filepath.Join(dir, SetFile))
	if err != nil {
		return false
	}
	_, err = schemaOf(data)
	return err == nil
}

// firstMissing is the topmost part of a path that does not exist.
func firstMissing(dir string) string {
	for {
		parent := filepath.Dir(dir)
		if _, err := os.Stat(parent); err == nil || parent == dir {
			return dir
		}
		dir = parent
	}
}

func (f *Folder) staging() string { return filepath.Join(f.dir, stagingName) }

// Path is where a committed file is found.
func (f *Folder) Path(name string) string { return filepath.Join(f.dir, name) }

// Create makes a file in the folder; the caller closes it before Commit.
func (f *Folder) Create(name string) (*os.File, error) {
	file, err := os.Create(filepath.Join(f.staging(), name))
	if err != nil {
		return nil, fmt.Errorf("output folder %s: %w", f.dir, err)
	}
	f.mu.Lock()
	f.names = append(f.names, name)
	f.mu.Unlock()
	return file, nil
}

// Write makes a file of what write writes.
func (f *Folder) Write(name string, write func(*os.File) error) error {
	file, err := f.Create(name)
	if err != nil {
		return err
	}
	err = write(file)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("output folder %s: %s: %w", f.dir, name, err)
	}
	return nil
}

// Commit puts the files in place, the set last, and removes what an earlier
// run left that this one did not make.
func (f *Folder) Commit() error {
	order := slices.DeleteFunc(slices.Clone(f.names), func(n string) bool { return n == SetFile })
	if slices.Contains(f.names, SetFile) {
		order = append(order, SetFile)
	}
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
	for _, e := range entries {
		if e.Type().IsRegular() && made(e.Name()) && !slices.Contains(f.names, e.Name()) {
			if err := os.Remove(f.Path(e.Name())); err != nil {
				return fmt.Errorf("output folder %s: %w", f.dir, err)
			}
		}
	}
	f.created = ""
	return os.RemoveAll(f.staging())
}

// asideName is the folder, inside the staging one, for files of an earlier run
// until all that replace them are in place.
const asideName = "earlier"

// replace moves the files made into place, in this order. Where one cannot be
// moved (Windows refuses while a program has the old one open), those before
// it go back, and what they replaced returns. The set replaces an earlier one
// in a single step: a run killed here leaves a folder that is still
// steadfast's.
func (f *Folder) replace(order []string) error {
	aside := filepath.Join(f.staging(), asideName)
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return err
	}
	for i, name := range order {
		var err error
		if name != SetFile {
			err = moveIfThere(f.Path(name), filepath.Join(aside, name))
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
			errs = append(errs, moveIfThere(filepath.Join(aside, order[j]), f.Path(order[j])))
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

// made says whether a name is of a file that runs make.
func made(name string) bool {
	switch name {
	case SetFile, CasesCSV, CasesParquet, FuturesParquet:
		return true
	}
	return strings.HasPrefix(name, FigurePrefix) && slices.Contains([]string{".png", ".svg", ".csv"}, filepath.Ext(name))
}

// The names of the files of a run. Figures begin with FigurePrefix.
const (
	CasesCSV       = "cases.csv"
	CasesParquet   = "cases.parquet"
	FuturesParquet = "futures.parquet"
	FigurePrefix   = "figure-"
)

// Abort lets go of what was made and leaves everything as it was. After
// Commit it does nothing. A folder that had to be made goes if it is empty:
// another run may have put its results there meanwhile.
func (f *Folder) Abort() {
	os.RemoveAll(f.staging())
	if f.created == "" {
		return
	}
	for dir := f.dir; ; dir = filepath.Dir(dir) {
		if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) || dir == f.created {
			return
		}
	}
}
