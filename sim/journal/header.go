package journal

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Header says what job a journal is of. All of it must be the same for the
// job to be resumed.
type Header struct {
	Version string `json:"version"` // of the program
	Key     string `json:"key"`     // hash of the flattened scenario, hex
	Job     string `json:"job"`     // the command and its sizes: "run: 2048 cases, 100 futures"
}

// The file begins with magic, the format's number, the length of the header as
// JSON, the header, and a checksum of all that. Magic and number stay where
// they are in every format.
const (
	magic      = "steadfast journal\n"
	format     = 1
	headSize   = len(magic) + 8
	longestJob = 1 << 20 // bytes of a header; more is damage
)

func (h Header) encode() ([]byte, error) {
	text, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	if len(text) > longestJob {
		return nil, fmt.Errorf("journal: its header has %d bytes, at most %d are kept; describe the job in fewer words", len(text), longestJob)
	}
	head := binary.LittleEndian.AppendUint32([]byte(magic), format)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(text)))
	head = append(head, text...)
	return binary.LittleEndian.AppendUint32(head, checksum(head)), nil
}

// readHeader reads the header and says where it ends.
func readHeader(r io.Reader) (h Header, end int64, err error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	if !strings.HasPrefix(magic, string(head[:min(n, len(magic))])) {
		return h, 0, fmt.Errorf("%w; run without --resume to start over", ErrDamaged)
	}
	if err != nil {
		return h, 0, cutOff(err)
	}
	number := binary.LittleEndian.Uint32(head[len(magic):])
	if number > format {
		return h, 0, fmt.Errorf("%w: a newer steadfast began it (format %d of journals; this one reads %d); resume it with that, or run without --resume to start over", ErrOther, number, format)
	}
	length := binary.LittleEndian.Uint32(head[len(magic)+4:])
	if number < 1 || length > longestJob {
		return h, 0, fmt.Errorf("%w; run without --resume to start over", ErrDamaged)
	}
	rest := make([]byte, int(length)+sumSize)
	if _, err := io.ReadFull(r, rest); err != nil {
		return h, 0, cutOff(err)
	}
	text, sum := rest[:length], rest[length:]
	head = append(head, text...)
	if checksum(head) != binary.LittleEndian.Uint32(sum) || json.Unmarshal(text, &h) != nil {
		return h, 0, fmt.Errorf("%w; run without --resume to start over", ErrDamaged)
	}
	return h, int64(len(head) + sumSize), nil
}

// cutOff is the error of a header that ends early: nothing can follow it.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: it was interrupted before the first block", ErrNothing)
	}
	return err
}

// matches says, as an error, in what a journal is of another job.
func (h Header) matches(want Header) error {
	var what, cure []string
	if h.Key != want.Key {
		what = append(what, fmt.Sprintf("it computed scenario %s and this is %s", short(h.Key), short(want.Key)))
		cure = append(cure, "restore the scenario")
	}
	if h.Job != want.Job {
		what = append(what, fmt.Sprintf("it did %q and this is %q", h.Job, want.Job))
		cure = append(cure, "ask for the same work")
	}
	if h.Version != want.Version {
		what = append(what, fmt.Sprintf("steadfast %s began it and this is %s", h.Version, want.Version))
		cure = append(cure, "use that version")
	}
	if what == nil {
		return nil
	}
	return fmt.Errorf("%w: %s; %s to continue it, or run without --resume to start over",
		ErrOther, strings.Join(what, "; "), strings.Join(cure, " and "))
}

// short is the beginning of a hash, as long as people compare.
func short(key string) string { return key[:min(len(key), 12)] }
