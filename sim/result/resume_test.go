package result

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const partialJournal = stagingName + "/" + journalName

// opened opens a folder, or fails the test.
func opened(t *testing.T, open func(string) (*Folder, error), dir string) *Folder {
	t.Helper()
	f, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// journalled writes a journal into an open folder.
func journalled(t *testing.T, f *Folder) {
	t.Helper()
	if err := os.WriteFile(f.Journal(), []byte("blocks"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestInterruptedThenResumed: the journal outlives the run, alone.
func TestInterruptedThenResumed(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out", "name")
	f := opened(t, OpenFolder, dir)
	journalled(t, f)
	write(t, f, map[string]string{CasesCSV: "half"})
	f.KeepJournal()
	f.Abort()
	f.Abort()
	left := map[string]string{stagingName: "/", partialJournal: "blocks"}
	if d := cmp.Diff(left, contents(t, dir)); d != "" {
		t.Fatalf("after Abort:\n%s", d)
	}

	// Another scenario, say: the resume is refused, and nothing is lost.
	opened(t, ResumeFolder, dir).Abort()
	if d := cmp.Diff(left, contents(t, dir)); d != "" {
		t.Fatalf("after a resume that was aborted:\n%s", d)
	}

	f = opened(t, ResumeFolder, dir)
	if data, err := os.ReadFile(f.Journal()); err != nil || string(data) != "blocks" {
		t.Errorf("%q, %v", data, err)
	}
	write(t, f, map[string]string{SweepFile: "sweep"})
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	f.Abort()
	if d := cmp.Diff(map[string]string{SweepFile: "sweep"}, contents(t, dir)); d != "" {
		t.Errorf("after Commit:\n%s", d)
	}
}

// TestBesideEarlierResults an interrupted run's journal changes nothing.
func TestBesideEarlierResults(t *testing.T) {
	dir, want := earlier(t)
	f := opened(t, OpenFolder, dir)
	journalled(t, f)
	f.KeepJournal()
	f.Abort()
	want[stagingName], want[partialJournal] = "/", "blocks"
	if d := cmp.Diff(want, contents(t, dir)); d != "" {
		t.Error(d)
	}
}

// TestStartedOver discards the journal of an interrupted run.
func TestStartedOver(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{partialJournal: "blocks", stagingName + "/" + CasesCSV: "half", stagingName + "/" + asideName + "/x": "old"})
	f := opened(t, OpenFolder, dir)
	if _, err := os.Stat(f.Journal()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the journal is still there (%v)", err)
	}
	f.KeepJournal() // of which there is none
	f.Abort()
	if got := contents(t, dir); len(got) != 0 {
		t.Errorf("holds %v", got)
	}
}

// TestNothingToResume: a folder that is not there is as with OpenFolder.
func TestNothingToResume(t *testing.T) {
	root := t.TempDir()
	f := opened(t, ResumeFolder, filepath.Join(root, "out", "name"))
	write(t, f, map[string]string{CasesCSV: "half"})
	f.Abort()
	if got := contents(t, root); len(got) != 0 {
		t.Errorf("holds %v", got)
	}
}

// TestCommitWithoutFiles, as of a check: earlier results stay, the journal
// goes, and so does a folder that was made for it.
func TestCommitWithoutFiles(t *testing.T) {
	dir, want := earlier(t)
	root := t.TempDir()
	for _, dir := range []string{dir, filepath.Join(root, "out", "name")} {
		f := opened(t, OpenFolder, dir)
		journalled(t, f)
		f.KeepJournal()
		if err := f.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(want, contents(t, dir)); d != "" {
		t.Error(d)
	}
	if got := contents(t, root); len(got) != 0 {
		t.Errorf("holds %v", got)
	}
}

// TestAnyMarkerMakesAFolderOurs, and its files go when a run of another kind
// puts its own there.
func TestAnyMarkerMakesAFolderOurs(t *testing.T) {
	for _, files := range []map[string]string{
		{SetFile: setText(t), CasesCSV: "old", IndexHTML: "old"},
		{SweepFile: sweepText(t, func(*Sweep) {}), SweepCSV: "old", FigurePrefix + "flip.svg": "old"},
		{SensitivityFile: sensitivityText(t, func(*Sensitivity) {}), SensitivityCSV: "old"},
	} {
		for _, marker := range markers() {
			dir := t.TempDir()
			put(t, dir, files)
			f := opened(t, OpenFolder, dir)
			want := map[string]string{marker: "new", FigurePrefix + "new.csv": "new"}
			write(t, f, want)
			if err := f.Commit(); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, contents(t, dir)); d != "" {
				t.Error(d)
			}
		}
	}
}

// TestLostMarker: where the last of several cannot be put in place, the others
// are the earlier ones again.
func TestLostMarker(t *testing.T) {
	dir := t.TempDir()
	want := map[string]string{SetFile: setText(t), SensitivityFile: sensitivityText(t, func(*Sensitivity) {}), CasesCSV: "old"}
	put(t, dir, want)
	f := opened(t, OpenFolder, dir)
	write(t, f, map[string]string{SetFile: "new", SensitivityFile: "new", SweepFile: "new", CasesCSV: "new"})
	if err := os.Remove(filepath.Join(f.staging(), SetFile)); err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), SetFile) {
		t.Errorf("error %v", err)
	}
	f.Abort()
	if d := cmp.Diff(want, contents(t, dir)); d != "" {
		t.Error(d)
	}
}

// TestOneAtATime: a second run is refused and does the first no harm.
func TestOneAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	first := opened(t, OpenFolder, dir)
	journalled(t, first)
	for _, open := range []func(string) (*Folder, error){OpenFolder, ResumeFolder} {
		f, err := open(dir)
		if f != nil || !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "--out") {
			t.Errorf("error %v", err)
		}
	}
	if _, err := os.Stat(first.Journal()); err != nil {
		t.Error(err)
	}
	write(t, first, map[string]string{SetFile: setText(t)})
	if err := first.Commit(); err != nil {
		t.Fatal(err)
	}
	opened(t, OpenFolder, dir).Abort()
}

// TestManyAtOnce: however runs end while others begin, one has the folder.
func TestManyAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var holders, had atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				f, err := OpenFolder(dir)
				if errors.Is(err, ErrBusy) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if holders.Add(1) != 1 {
					t.Error("two have the folder")
				}
				had.Add(1)
				if err := f.Write(CasesCSV, func(*os.File) error { return nil }); err != nil {
					t.Error(err)
				}
				holders.Add(-1)
				f.Abort()
			}
		})
	}
	wg.Wait()
	if had.Load() < 2 {
		t.Errorf("only %d had the folder", had.Load())
	}
}

// TestKilled: a process that is killed lets go of the folder and leaves its
// journal.
func TestKilled(t *testing.T) {
	const heldFolder = "STEADFAST_TEST_HELD_FOLDER"
	if dir := os.Getenv(heldFolder); dir != "" {
		f := opened(t, OpenFolder, dir)
		journalled(t, f)
		write(t, f, map[string]string{CasesCSV: "half"})
		os.Stdout.WriteString("held\n")
		io.Copy(io.Discard, os.Stdin) // until killed
		return
	}
	dir := filepath.Join(t.TempDir(), "out")
	run := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	run.Env = append(os.Environ(), heldFolder+"="+dir)
	if _, err := run.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if line != "held\n" {
		t.Errorf("%q, %v", line, err)
	}
	if _, err := OpenFolder(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("while another process has the folder: error %v", err)
	}
	if err := run.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	run.Wait()
	opened(t, ResumeFolder, dir).Abort()
	if d := cmp.Diff(map[string]string{stagingName: "/", partialJournal: "blocks"}, contents(t, dir)); d != "" {
		t.Error(d)
	}
}
