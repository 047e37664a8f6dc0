package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var ours = Header{Version: "1.2.0", Key: strings.Repeat("0123456789abcdef", 4), Job: "run: 16 cases, 10 futures"}

// payloads by block, one of them empty.
var payloads = map[int]string{3: "third", 0: "zeroth, and longer", 1: "", 4294967295: "last"}

// written is a journal of these payloads, and its file.
func written(t *testing.T) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "journal")
	j, err := Create(path, ours)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range []int{3, 0, 1, 4294967295} {
		if err := j.Append(block, []byte(payloads[block])); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return path, read(t, path)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// journalOf is a file of these bytes.
func journalOf(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds checks that a journal has these payloads and no others.
func holds(t *testing.T, name string, j *Journal, want map[int]string) {
	t.Helper()
	got := map[int]string{}
	for _, block := range []int{0, 1, 2, 3, 4, 4294967295} {
		payload, ok, err := j.Get(block)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if ok {
			got[block] = string(payload)
		}
	}
	if d := cmp.Diff(want, got); d != "" || j.Done() != len(want) {
		t.Errorf("%s: %d done\n%s", name, j.Done(), d)
	}
}

func resumed(t *testing.T, path string) *Journal {
	t.Helper()
	j, err := Resume(path, ours)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func TestResumeFindsEveryBlock(t *testing.T) {
	path, data := written(t)
	j := resumed(t, path)
	holds(t, "resumed", j, payloads)
	if !bytes.Equal(read(t, path), data) {
		t.Error("resuming changed the file")
	}
	if err := j.Append(2, []byte("second")); err != nil {
		t.Fatal(err)
	}
	want := map[int]string{2: "second"}
	for block, payload := range payloads {
		want[block] = payload
	}
	holds(t, "appended to", j, want)
	holds(t, "resumed again", resumed(t, path), want)
}

// TestFirstOfABlockCounts, in a journal and in a file.
func TestFirstOfABlockCounts(t *testing.T) {
	path, data := written(t)
	j := resumed(t, path)
	if err := j.Append(3, []byte("other")); err != nil {
		t.Fatal(err)
	}
	holds(t, "appended twice", j, payloads)
	if !bytes.Equal(read(t, path), data) {
		t.Error("the second was written")
	}
	holds(t, "twice in the file", resumed(t, journalOf(t, appendRecord(data, 3, []byte("other")))), payloads)
}

// TestKilledAtAnyByte of the last record: those before it are there, and the
// job goes on to the same file.
func TestKilledAtAnyByte(t *testing.T) {
	_, data := written(t)
	last := len(data) - recordOverhead - len("last")
	want := map[int]string{3: payloads[3], 0: payloads[0], 1: payloads[1]}
	for n := last; n < len(data); n++ {
		path := journalOf(t, data[:n])
		j := resumed(t, path)
		holds(t, "cut", j, want)
		if got := read(t, path); !bytes.Equal(got, data[:last]) {
			t.Errorf("cut at %d: %d bytes are left, want %d", n, len(got), last)
		}
		if err := j.Append(4294967295, []byte("last")); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(read(t, path), data) {
			t.Errorf("cut at %d: going on gives another file", n)
		}
	}
}

// TestKilledInTheHeader leaves nothing to resume.
func TestKilledInTheHeader(t *testing.T) {
	_, data := written(t)
	head, err := ours.encode()
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(head) {
		path := journalOf(t, data[:n])
		if _, err := Resume(path, ours); !errors.Is(err, ErrNothing) {
			t.Errorf("cut at %d: error %v", n, err)
		}
	}
	holds(t, "a header alone", resumed(t, journalOf(t, head)), map[int]string{})
	_, err = Resume(filepath.Join(t.TempDir(), "none"), ours)
	if !errors.Is(err, ErrNothing) || !strings.Contains(err.Error(), "no journal") {
		t.Errorf("no file: error %v", err)
	}
}

// TestFlippedBits are found wherever they are: in the header the journal is
// refused and left alone, in a record that one and what follows it are dropped.
func TestFlippedBits(t *testing.T) {
	_, data := written(t)
	head, err := ours.encode()
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		for bit := range 8 {
			flipped := bytes.Clone(data)
			flipped[i] ^= 1 << bit
			path := journalOf(t, flipped)
			j, err := Resume(path, ours)
			if i < len(head) {
				if err == nil || !bytes.Equal(read(t, path), flipped) {
					t.Fatalf("bit %d of byte %d in the header: error %v", bit, i, err)
				}
				continue
			}
			if err != nil {
				t.Fatalf("bit %d of byte %d: %v", bit, i, err)
			}
			for block := range j.at {
				payload, _, err := j.Get(block)
				if err != nil || string(payload) != payloads[block] {
					t.Fatalf("bit %d of byte %d: block %d holds %q, %v", bit, i, block, payload, err)
				}
			}
			if j.Done() >= len(payloads) {
				t.Fatalf("bit %d of byte %d: nothing was dropped", bit, i)
			}
			j.Close()
		}
	}
}

// TestRefused are journals of something else; their files stay as they are.
func TestRefused(t *testing.T) {
	_, data := written(t)
	newer := bytes.Clone(data)
	newer[len(magic)] = 2
	older := bytes.Clone(data)
	older[len(magic)] = 0
	with := func(change func(*Header)) Header { h := ours; change(&h); return h }
	for _, tt := range []struct {
		name string
		data []byte
		want Header
		is   error
		says []string
	}{
		{"an edited scenario", data, with(func(h *Header) { h.Key = "fedcba9876543210" }), ErrOther,
			[]string{"scenario 0123456789ab and", "fedcba987654;", "restore the scenario", "without --resume"}},
		{"other sizes", data, with(func(h *Header) { h.Job = "run: 32 cases" }), ErrOther,
			[]string{`"run: 16 cases, 10 futures"`, `"run: 32 cases"`, "ask for the same", "without --resume"}},
		{"another version", data, with(func(h *Header) { h.Version = "2.0.0" }), ErrOther,
			[]string{"1.2.0", "2.0.0", "that version", "without --resume"}},
		{"all of it", data, Header{}, ErrOther, []string{"scenario 0123456789ab", "16 cases", "1.2.0", "restore the scenario and ask"}},
		{"a newer format", newer, ours, ErrOther, []string{"newer steadfast", "format 2", "without --resume"}},
		{"no format", older, ours, ErrDamaged, []string{"without --resume"}},
		{"another's file", []byte("case,package,risk\n1,none,0.3\n and so on, for longer than a header"), ours, ErrDamaged, []string{"without --resume"}},
		{"another's short file", []byte("notes"), ours, ErrDamaged, []string{"not a journal"}},
		{"a damaged header", append(append(bytes.Clone(data[:headSize+4]), 0xff), data[headSize+5:]...), ours, ErrDamaged, []string{"damaged"}},
	} {
		path := journalOf(t, tt.data)
		j, err := Resume(path, tt.want)
		if j != nil || !errors.Is(err, tt.is) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.is)
			continue
		}
		for _, says := range append(tt.says, path) {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %q does not say %q", tt.name, err, says)
			}
		}
		if !bytes.Equal(read(t, path), tt.data) {
			t.Errorf("%s: the file was changed", tt.name)
		}
	}
}

// TestCreateBeginsAnew, over whatever is there.
func TestCreateBeginsAnew(t *testing.T) {
	path, _ := written(t)
	other := ours
	other.Job = "run: 32 cases"
	j, err := Create(path, other)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, "created", j, map[int]string{})
	j.Close()
	if j, err = Resume(path, other); err != nil {
		t.Fatal(err)
	}
	holds(t, "resumed", j, map[int]string{})
	if err := j.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removed, but there (%v)", err)
	}
	if _, err := Create(filepath.Join(path, "below"), ours); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in no folder: error %v", err)
	}
}

// full is a disk with room for that many bytes.
type full struct {
	file
	room int
}

var errFull = errors.New("no space left on device")

func (f *full) WriteAt(p []byte, at int64) (int, error) {
	if len(p) <= f.room {
		f.room -= len(p)
		return f.file.WriteAt(p, at)
	}
	n, err := f.file.WriteAt(p[:f.room], at)
	f.room -= n
	return n, errors.Join(err, errFull)
}

// TestFullDisk: whatever room there is, blocks that were kept stay, and
// resuming with room ends in the same file.
func TestFullDisk(t *testing.T) {
	_, want := written(t)
	head, err := ours.encode()
	if err != nil {
		t.Fatal(err)
	}
	for room := range len(want) {
		path := filepath.Join(t.TempDir(), "journal")
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		j, err := begin(path, &full{f, room}, ours)
		if room < len(head) {
			if !errors.Is(err, errFull) || !strings.Contains(err.Error(), path) {
				t.Fatalf("room for %d: error %v", room, err)
			}
			f.Close()
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		kept, failed := 0, false
		for _, block := range []int{3, 0, 1, 4294967295} {
			err := j.Append(block, []byte(payloads[block]))
			if err != nil {
				if !errors.Is(err, errFull) || !strings.Contains(err.Error(), path) {
					t.Errorf("room for %d: error %v", room, err)
				}
				failed = true
				break
			}
			kept++
		}
		if !failed || j.Done() != kept || !bytes.Equal(read(t, path), want[:j.end]) {
			t.Errorf("room for %d: failed %v, %d done, %d kept", room, failed, j.Done(), kept)
		}
		j.Close()
		j = resumed(t, path)
		if j.Done() != kept {
			t.Errorf("room for %d: %d resumed, %d kept", room, j.Done(), kept)
		}
		for _, block := range []int{3, 0, 1, 4294967295} {
			if err := j.Append(block, []byte(payloads[block])); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(read(t, path), want) {
			t.Errorf("room for %d: going on gives another file", room)
		}
	}
}

// TestChangedWhileOpen is an error, not a wrong block.
func TestChangedWhileOpen(t *testing.T) {
	path, data := written(t)
	j := resumed(t, path)
	data[len(data)-recordOverhead] ^= 1
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := j.Get(4294967295); ok || err == nil || !strings.Contains(err.Error(), "changed on the disk") {
		t.Errorf("%v, error %v", ok, err)
	}
	if err := os.Truncate(path, 100); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := j.Get(1); ok || err == nil {
		t.Errorf("cut off: %v, error %v", ok, err)
	}
}

// TestRefusesWhatCannotBeKept: a block that has no number, and a header that
// could not be read back.
func TestRefusesWhatCannotBeKept(t *testing.T) {
	path, _ := written(t)
	j := resumed(t, path)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("block -1 is kept")
			}
		}()
		j.Append(-1, nil)
	}()
	path = filepath.Join(t.TempDir(), "journal")
	_, err := Create(path, Header{Job: strings.Repeat("x", longestJob)})
	if err == nil || !strings.Contains(err.Error(), "fewer words") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file is left behind (%v)", err)
	}
}
