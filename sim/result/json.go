package result

import (
	"fmt"
	"io"
)

// Write writes the set as result.json.
func (s *Set) Write(w io.Writer) error { return writeJSON(w, s) }

// Read reads a result.json. Its errors wrap ErrNotResult or ErrNewer where
// that is what is wrong.
func Read(r io.Reader) (*Set, error) {
	set := new(Set)
	if err := readJSON(r, set); err != nil {
		return nil, err
	}
	if len(set.Packages) == 0 {
		return nil, fmt.Errorf("%w: it has no packages", ErrNotResult)
	}
	return set, nil
}
