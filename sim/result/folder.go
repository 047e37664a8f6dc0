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

// stagingName is the folder, inside a folder of results, in which files are
// made until all are whole.
const stagingName = ".partial"

// A Folder receives the files of a run. They are made aside and appear
// together when Commit is called; before that, and where anything fails, what
// was there stays as it was. Several goroutines may make files at once. One
// process at a time has a folder open.
type Folder struct {
	dir     string
	created string   // the topmost folder that had to be made; empty: none
	lock    *os.File // nil: committed or aborted
	keep    bool     // the journal, when aborted

	mu    sync.Mutex
	names []string // of the files made
}

// ErrForeign is wrapped where a folder holds something that is not steadfast's.
var ErrForeign = errors.New("folder is not steadfast's")

// OpenFolder prepares a folder to receive results: one that does not exist,
// is empty, or holds earlier results. What an interrupted run left behind is
// discarded, its journal too. It fails, wrapping ErrForeign, where the folder
// holds anything else; wrapping ErrBusy, where another process has it open;
// and where it cannot be written.
func OpenFolder(dir string) (*Folder, error) { return openFolder(dir, lockName) }

// ResumeFolder is OpenFolder for a run that continues an interrupted one: the
// journal stays, and goes with Commit only.
func ResumeFolder(dir string) (*Folder, error) {
	f, err := openFolder(dir, lockName, journalName)
	if err == nil {
		f.KeepJournal()
	}
	return f, err
}

// openFolder opens a folder and removes all that is staged but these names.
func openFolder(dir string, but ...string) (*Folder, error) {
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
				dir, ErrForeign, strings.Join(markers(), ", "))
		}
	}
	f.lock, err = acquire(f.staging())
	if errors.Is(err, ErrBusy) {
		return nil, fmt.Errorf("output folder %s: %w; wait until it ends, or name another with --out", dir, err)
	}
	if err == nil {
		err = f.clear(but...)
	}
	if err != nil {
		f.leave()
		return nil, fmt.Errorf("output folder %s cannot be written: %w; name another with --out", dir, err)
	}
	return f, nil
}

// ours says whether a folder with these entries may be written into.
func ours(dir string, entries []fs.DirEntry) bool {
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stagingName })
	return len(entries) == 0 || slices.ContainsFunc(markers(), func(name string) bool {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return false
		}
		_, err = schemaOf(data)
		return err == nil
	})
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

// journalName is the file, inside the staging folder, of the blocks that a run
// has finished.
const journalName = "journal"

// Journal is where a run keeps its finished blocks. Close it before Commit.
func (f *Folder) Journal() string { return filepath.Join(f.staging(), journalName) }

// KeepJournal makes Abort leave the journal, where there is one, for
// ResumeFolder, and the folder with it.
func (f *Folder) KeepJournal() { f.keep = true }

// Abort lets go of what was made and leaves everything as it was, but for a
// journal to be kept. After Commit it does nothing. A folder that had to be
// made goes if it is empty: another run may have put its results there
// meanwhile.
func (f *Folder) Abort() {
	if f.lock == nil {
		return
	}
	if f.keep {
		f.clear(lockName, journalName)
	} else {
		f.clear(lockName)
	}
	f.leave()
}

// clear removes all that is staged but these names.
func (f *Folder) clear(but ...string) error {
	entries, err := os.ReadDir(f.staging())
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !slices.Contains(but, e.Name()) {
			if err := os.RemoveAll(filepath.Join(f.staging(), e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// leave lets another process open the folder, and removes it with the staging
// folder as far as they are empty: what is in them by now is another run's, or
// the journal.
func (f *Folder) leave() {
	if f.lock != nil {
		unlockFile(f.lock)
		f.lock = nil
	}
	os.Remove(f.staging())
	if f.created == "" {
		return
	}
	for dir := f.dir; ; dir = filepath.Dir(dir) {
		if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) || dir == f.created {
			return
		}
	}
}
