// Package journal keeps the finished blocks of a long job in a file, so that
// an interrupted one continues where it stopped and ends in the same bytes.
//
//	j, err := journal.Resume(path, header)          // or journal.Create(path, header)
//	err = engine.Run(ctx, engine.Job[Row]{          // computes what the journal lacks
//		Restore: journal.Restore[Row](j, 0), Keep: journal.Keep[Row](j, 0), …
//	})
//
// The file is a header, which says what job the blocks are of, and a record a
// block, appended when the block is finished: its number, its length, its
// bytes, and a checksum (CRC-32C; G. Castagnoli and others, IEEE Transactions
// on Communications 41, 1993). A record is one write, so a process that ends at
// any moment leaves whole records and at most one torn one behind, which
// Resume drops. Nothing is forced to the disk: a killed process loses nothing
// that the system has already taken, and forcing costs as much as computing a
// block does. A loss of power may take the last seconds with it; the checksums
// find where.
package journal

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
)

// A Journal is an open file of finished blocks. It holds where they are, not
// what they are. It serves one goroutine at a time, and one process: who opens
// it sees to that.
type Journal struct {
	path string
	file file
	end  int64        // of the last whole record
	at   map[int]span // by block
	buf  []byte
}

// A span is where a record is.
type span struct {
	offset int64
	length int // of its payload
}

// file is what a journal needs of an *os.File.
type file interface {
	io.ReaderAt
	io.WriterAt
	Truncate(size int64) error
	Close() error
}

// Errors of Resume. The text around them says what is wrong and what to do.
var (
	ErrNothing = errors.New("nothing to resume")
	ErrOther   = errors.New("the interrupted run is another")
	ErrDamaged = errors.New("not a journal of steadfast, or its beginning is damaged")
)

// Create begins a journal without blocks; one that is there is lost.
func Create(path string, h Header) (*Journal, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	j, err := begin(path, f, h)
	if err != nil {
		f.Close()
		os.Remove(path)
		return nil, err
	}
	return j, nil
}

// begin writes the header into an empty file.
func begin(path string, f file, h Header) (*Journal, error) {
	head, err := h.encode()
	if err != nil {
		return nil, err
	}
	if _, err := f.WriteAt(head, 0); err != nil {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	return &Journal{path: path, file: f, end: int64(len(head)), at: map[int]span{}}, nil
}

// Resume opens the journal of an interrupted job with the blocks that are
// whole; what follows the last of them, torn or damaged, is cut off. It leaves
// the file as it is and fails, wrapping
//
//   - ErrNothing, where there is none, or it was interrupted before its first
//     block could be kept: begin with Create,
//   - ErrOther, where it is of another job, scenario or version,
//   - ErrDamaged, where its header cannot be read, or never was one.
func Resume(path string, want Header) (*Journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: there is no journal %s", ErrNothing, path)
	}
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("journal: %w", err)
	}
	j, err := resume(path, f, info.Size(), want)
	if err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// resume resumes from an open file of this size.
func resume(path string, f file, size int64, want Header) (*Journal, error) {
	found, end, err := readHeader(io.NewSectionReader(f, 0, size))
	if err == nil {
		err = found.matches(want)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot resume from %s: %w", path, err)
	}
	j := &Journal{path: path, file: f, end: end, at: map[int]span{}}
	if err := j.scan(size); err != nil {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	if j.end < size {
		if err := f.Truncate(j.end); err != nil {
			return nil, fmt.Errorf("journal %s: %w", path, err)
		}
	}
	return j, nil
}

// scan notes the whole records from j.end on and moves j.end behind them.
func (j *Journal) scan(size int64) error {
	r := bufio.NewReaderSize(io.NewSectionReader(j.file, j.end, size-j.end), 1<<16)
	for {
		block, length, whole, err := readRecord(r, size-j.end)
		if err != nil || !whole {
			return err
		}
		if _, twice := j.at[block]; !twice {
			j.at[block] = span{j.end, length}
		}
		j.end += int64(length) + recordOverhead
	}
}

// Done is the number of blocks that are kept.
func (j *Journal) Done() int { return len(j.at) }

// Get reads what is kept of a block; false: nothing is.
func (j *Journal) Get(block int) (payload []byte, ok bool, err error) {
	s, ok := j.at[block]
	if !ok {
		return nil, false, nil
	}
	record := make([]byte, s.length+recordOverhead)
	if _, err := j.file.ReadAt(record, s.offset); err != nil {
		return nil, false, fmt.Errorf("journal %s: block %d: %w", j.path, block, err)
	}
	body, sum := record[:len(record)-sumSize], record[len(record)-sumSize:]
	if checksum(body) != binary.LittleEndian.Uint32(sum) {
		return nil, false, fmt.Errorf("journal %s: block %d changed on the disk since the journal was opened; resume again to compute it anew", j.path, block)
	}
	return body[recordHead:], true, nil
}

// Append keeps a finished block, 0 … 2³²−1. One that is kept already stays as
// it is. Where the block cannot be written, those before it stay whole.
func (j *Journal) Append(block int, payload []byte) error {
	if block < 0 || block > math.MaxUint32 {
		panic(fmt.Sprintf("journal: block %d", block))
	}
	if len(payload) > math.MaxUint32 {
		return fmt.Errorf("journal %s: block %d has %d bytes, at most %d can be kept; use smaller blocks", j.path, block, len(payload), uint32(math.MaxUint32))
	}
	if _, twice := j.at[block]; twice {
		return nil
	}
	j.buf = appendRecord(j.buf[:0], block, payload)
	if _, err := j.file.WriteAt(j.buf, j.end); err != nil {
		// What was written of it is in the way of nothing: the next record goes
		// over it, and Resume drops it. Cut off, it also takes no room.
		_ = j.file.Truncate(j.end)
		return fmt.Errorf("journal %s: block %d: %w", j.path, block, err)
	}
	j.at[block] = span{j.end, len(payload)}
	j.end += int64(len(j.buf))
	return nil
}

// Close closes the file and leaves it for Resume.
func (j *Journal) Close() error { return j.file.Close() }

// Remove closes the file and removes it.
func (j *Journal) Remove() error {
	return errors.Join(j.file.Close(), os.Remove(j.path))
}
