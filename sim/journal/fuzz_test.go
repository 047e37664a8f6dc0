package journal

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
)

// memory is a file that is on no disk.
type memory struct{ data []byte }

func (m *memory) ReadAt(p []byte, at int64) (int, error) {
	return bytes.NewReader(m.data).ReadAt(p, at)
}

func (m *memory) WriteAt(p []byte, at int64) (int, error) {
	if at > int64(len(m.data)) {
		return 0, io.ErrShortWrite
	}
	m.data = append(m.data[:at:at], p...)
	return len(p), nil
}

func (m *memory) Truncate(size int64) error { m.data = m.data[:size:size]; return nil }

func (m *memory) Close() error { return nil }

// FuzzResume: no bytes make it fail otherwise than with one of its errors,
// give a block that was not written whole, or leave a journal that does not
// go on.
func FuzzResume(f *testing.F) {
	head, err := ours.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{}, false)
	f.Add([]byte(magic), false)
	f.Add(head, false)
	f.Add(appendRecord(appendRecord(nil, 7, []byte("seven")), 7, nil), true)
	f.Add(append(appendRecord(nil, 1, []byte("one")), 2, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0), true)
	f.Add(make([]byte, 40), true)
	f.Fuzz(func(t *testing.T, data []byte, afterHeader bool) {
		if afterHeader {
			data = slices.Concat(head, data)
		}
		disk := &memory{bytes.Clone(data)}
		j, err := resume("journal", disk, int64(len(data)), ours)
		if err != nil {
			if afterHeader || !errors.Is(err, ErrNothing) && !errors.Is(err, ErrOther) && !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			if !bytes.Equal(disk.data, data) {
				t.Fatal("a refused file was changed")
			}
			return
		}
		if !bytes.HasPrefix(data, disk.data) {
			t.Fatal("something else than the tail was changed")
		}
		for block := range j.at {
			if _, ok, err := j.Get(block); !ok || err != nil {
				t.Fatalf("block %d: %v, %v", block, ok, err)
			}
		}
		want := j.Done()
		if _, had := j.at[12345]; !had {
			want++
		}
		if err := j.Append(12345, []byte("more")); err != nil {
			t.Fatal(err)
		}
		again, err := resume("journal", disk, int64(len(disk.data)), ours)
		if err != nil {
			t.Fatal(err)
		}
		if again.Done() != want {
			t.Fatalf("%d blocks, want %d", again.Done(), want)
		}
	})
}
