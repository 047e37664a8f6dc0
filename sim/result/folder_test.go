package result

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// contents maps the files below a folder to their texts, folders to "/".
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		if d.IsDir() {
			found[name] = "/"
			return nil
		}
		data, err := os.ReadFile(path)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// put makes files in a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// setText is a result.json.
func setText(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	if err := wholeSet().Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// write writes texts into an open folder.
func write(t *testing.T, f *Folder, files map[string]string) {
	t.Helper()
	for name, text := range files {
		err := f.Write(name, func(w *os.File) error {
			_, err := w.WriteString(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestFolderAppearsWhole: nothing is seen before Commit, everything after.
func TestFolderAppearsWhole(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out", "deep", "name")
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{SetFile: setText(t), CasesCSV: "case\n", FigurePrefix + "breach.svg": "<svg/>"}
	write(t, f, files)
	for name := range files {
		if _, err := os.Stat(f.Path(name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is there before Commit (%v)", name, err)
		}
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	f.Abort()
	if d := cmp.Diff(files, contents(t, dir)); d != "" {
		t.Errorf("after Commit, and an Abort that comes too late:\n%s", d)
	}
}

// TestAbortedNewFolder leaves no trace, of the folders above it either.
func TestAbortedNewFolder(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"mine.txt": "kept"})
	f, err := OpenFolder(filepath.Join(root, "out", "deep", "name"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, f, map[string]string{CasesCSV: "case\n"})
	f.Abort()
	if d := cmp.Diff(map[string]string{"mine.txt": "kept"}, contents(t, root)); d != "" {
		t.Error(d)
	}
}

// TestAbortedBesideAnother leaves alone what another run put beside it.
func TestAbortedBesideAnother(t *testing.T) {
	root := t.TempDir()
	first, err := OpenFolder(filepath.Join(root, "out", "first") + string(filepath.Separator))
	if err != nil {
		t.Fatal(err)
	}
	second, err := OpenFolder(filepath.Join(root, "out", "second"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, second, map[string]string{CasesCSV: "case\n"})
	if err := second.Commit(); err != nil {
		t.Fatal(err)
	}
	first.Abort()
	want := map[string]string{"out": "/", filepath.Join("out", "second"): "/", filepath.Join("out", "second", CasesCSV): "case\n"}
	if d := cmp.Diff(want, contents(t, root)); d != "" {
		t.Error(d)
	}
}

// TestForeignFolder is refused and stays untouched.
func TestForeignFolder(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"notes":                  {"notes.txt": "mine"},
		"another's result.json":  {SetFile: `{"status": "ok"}`},
		"a result.json cut off":  {SetFile: setText(t)[:200]},
		"a folder of that name":  {SetFile + "/x": "mine"},
		"a folder, nothing else": {"sub/x": "mine"},
	} {
		dir := t.TempDir()
		put(t, dir, files)
		before := contents(t, dir)
		f, err := OpenFolder(dir)
		if f != nil || !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "--out") || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: error %v", name, err)
		}
		if d := cmp.Diff(before, contents(t, dir)); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}

// TestNotAFolder: a file in the way is an error with a cure, and is kept.
func TestNotAFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"file": "mine"})
	for _, path := range []string{filepath.Join(dir, "file"), filepath.Join(dir, "file", "below")} {
		if _, err := OpenFolder(path); err == nil || errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "--out") {
			t.Errorf("%s: error %v", path, err)
		}
	}
	if d := cmp.Diff(map[string]string{"file": "mine"}, contents(t, dir)); d != "" {
		t.Error(d)
	}
}

// earlier is a folder of earlier results, with files of the user's among them.
func earlier(t *testing.T) (dir string, files map[string]string) {
	t.Helper()
	dir = t.TempDir()
	files = map[string]string{
		SetFile: setText(t), CasesCSV: "old", CasesParquet: "old", FuturesParquet: "old",
		FigurePrefix + "compare.png": "old", FigurePrefix + "breach.svg": "old",
		"notes.txt": "mine", "cases.csv.bak": "mine", FigurePrefix + "notes.docx": "mine",
	}
	put(t, dir, files)
	files[FigurePrefix+"drafts.png"] = "/"
	if err := os.Mkdir(filepath.Join(dir, FigurePrefix+"drafts.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir, files
}

// TestCommitReplaces what an earlier run made, all of it, and keeps what it did
// not make.
func TestCommitReplaces(t *testing.T) {
	dir, want := earlier(t)
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	write(t, f, map[string]string{SetFile: "new set", CasesCSV: "new", CasesParquet: "new", FigurePrefix + "breach.svg": "new"})
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	want[SetFile], want[CasesCSV], want[CasesParquet], want[FigurePrefix+"breach.svg"] = "new set", "new", "new", "new"
	delete(want, FuturesParquet)
	delete(want, FigurePrefix+"compare.png")
	if d := cmp.Diff(want, contents(t, dir)); d != "" {
		t.Error(d)
	}
}

// A table that is called as one of a backtest's is the user's own, and stays,
// unless the folder held a backtest.
func TestCommitAndTheTablesOfABacktest(t *testing.T) {
	for marker, kept := range map[string]bool{SetFile: true, BacktestFile: false} {
		dir := t.TempDir()
		put(t, dir, map[string]string{marker: setText(t), PosteriorCSV: "joint draws"})
		f, err := OpenFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		write(t, f, map[string]string{SetFile: "new set"})
		if err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		if _, there := contents(t, dir)[PosteriorCSV]; there != kept {
			t.Errorf("beside %s, %s is kept: %v, want %v", marker, PosteriorCSV, there, kept)
		}
	}
}

// TestAbortKeepsEarlierResults, and so does a failure while writing, while
// putting in place, and what an interrupted run left behind.
func TestAbortKeepsEarlierResults(t *testing.T) {
	failed := errors.New("no space left on device")
	for name, fail := range map[string]func(f *Folder) error{
		"abort": func(f *Folder) error {
			write(t, f, map[string]string{CasesCSV: "new"})
			return failed
		},
		"a write that fails": func(f *Folder) error {
			write(t, f, map[string]string{CasesCSV: "new"})
			return f.Write(CasesParquet, func(w *os.File) error {
				w.WriteString("half of it")
				return failed
			})
		},
		"a file that cannot be put in place": func(f *Folder) error {
			write(t, f, map[string]string{CasesCSV: "new", FigurePrefix + "drafts.png": "new", SetFile: "new"})
			if err := f.Commit(); err == nil || !strings.Contains(err.Error(), FigurePrefix+"drafts.png is a folder") {
				t.Errorf("error %v", err)
			}
			return failed
		},
		"a file lost on the way": func(f *Folder) error {
			write(t, f, map[string]string{FuturesParquet: "new"})
			write(t, f, map[string]string{CasesCSV: "new"})
			write(t, f, map[string]string{FigurePrefix + "lost.svg": "new"})
			write(t, f, map[string]string{SetFile: "new"})
			if err := os.Remove(filepath.Join(f.staging(), FigurePrefix+"lost.svg")); err != nil {
				t.Fatal(err)
			}
			if err := f.Commit(); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), FigurePrefix+"lost.svg") {
				t.Errorf("error %v", err)
			}
			return failed
		},
	} {
		dir, want := earlier(t)
		put(t, dir, map[string]string{stagingName + "/" + CasesCSV: "left by a run that was killed"})
		f, err := OpenFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := fail(f); !errors.Is(err, failed) {
			t.Errorf("%s: error %v", name, err)
		}
		f.Abort()
		if d := cmp.Diff(want, contents(t, dir)); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}

// TestNewerResultsMayBeReplaced: they are steadfast's.
func TestNewerResultsMayBeReplaced(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{SetFile: strings.Replace(setText(t), `"schema": 1`, `"schema": 9, "novelty": 1`, 1)})
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	f.Abort()
}

// TestEmptyFolder is kept when the run is aborted.
func TestEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	f.Abort()
	if got := contents(t, dir); len(got) != 0 {
		t.Errorf("holds %v", got)
	}
}

// TestReadOnlyFolder is a clear error.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if err := os.WriteFile(filepath.Join(dir, "probe"), nil, 0o644); err == nil {
		os.Remove(filepath.Join(dir, "probe"))
		// The super-user may write anywhere but into the kernel's own files.
		dir = "/proc/self"
	}
	for _, path := range []string{filepath.Join(dir, "out"), filepath.Join(dir, "out", "name")} {
		_, err := OpenFolder(path)
		if err == nil || !strings.Contains(err.Error(), "cannot be written") || !strings.Contains(err.Error(), "--out") {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

// TestFullDisk: a file that could not be written names folder and file.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	dir := filepath.Join(t.TempDir(), "out")
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	err = f.Write(CasesCSV, func(*os.File) error { return mixedCases().WriteCSV(full) })
	if err == nil || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), CasesCSV) || !strings.Contains(err.Error(), "no space") {
		t.Errorf("error %v", err)
	}
	f.Abort()
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is left behind (%v)", err)
	}
}
