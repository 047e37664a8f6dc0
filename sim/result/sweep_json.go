package result

import (
	"fmt"
	"io"
)

// Write writes the sweep as sweep.json.
func (s *Sweep) Write(w io.Writer) error { return writeJSON(w, s) }

// ReadSweep reads a sweep.json. Its errors wrap ErrNotResult or ErrNewer where
// that is what is wrong; a sweep that is read has axes, packages and points,
// and every point a place on every axis and a value of every package.
func ReadSweep(r io.Reader) (*Sweep, error) {
	s := new(Sweep)
	if err := readJSON(r, s); err != nil {
		return nil, err
	}
	if what := s.unsound(); what != "" {
		return nil, fmt.Errorf("%w: as a sweep, %s", ErrNotResult, what)
	}
	return s, nil
}

// unsound says what does not fit together, in a sweep that was edited; empty:
// nothing.
func (s *Sweep) unsound() string {
	switch {
	case len(s.Packages) == 0:
		return "it has no packages"
	case len(s.Axes) == 0:
		return "it has no axes"
	case len(s.Points) == 0:
		return "it has no points"
	case len(s.Base) != len(s.Packages):
		return fmt.Sprintf("its base has %d values for %d packages", len(s.Base), len(s.Packages))
	}
	for i := range s.Axes {
		if a := &s.Axes[i]; a.Len() == 0 || len(a.Values) > 0 && len(a.Labels) > 0 {
			return fmt.Sprintf("its axis %s has no values, or numbers and texts at once", a.Path)
		}
	}
	for i := range s.Points {
		p := &s.Points[i]
		if len(p.At) != len(s.Axes) || len(p.Packages) != len(s.Packages) {
			return fmt.Sprintf("its point %d has %d places for %d axes and %d values for %d packages",
				i, len(p.At), len(s.Axes), len(p.Packages), len(s.Packages))
		}
		for a, at := range p.At {
			if at < 0 || at >= s.Axes[a].Len() {
				return fmt.Sprintf("its point %d is at place %d of %s, which has %d", i, at, s.Axes[a].Path, s.Axes[a].Len())
			}
		}
	}
	return ""
}
