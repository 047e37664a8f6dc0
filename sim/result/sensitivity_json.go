package result

import (
	"fmt"
	"io"
)

// Write writes the analysis as sensitivity.json.
func (s *Sensitivity) Write(w io.Writer) error { return writeJSON(w, s) }

// ReadSensitivity reads a sensitivity.json. Its errors wrap ErrNotResult or
// ErrNewer where that is what is wrong; every matrix of an analysis that is
// read is by all outputs and, where it says anything of one, all factors.
func ReadSensitivity(r io.Reader) (*Sensitivity, error) {
	s := new(Sensitivity)
	if err := readJSON(r, s); err != nil {
		return nil, err
	}
	if what := s.unsound(); what != "" {
		return nil, fmt.Errorf("%w: as a sensitivity analysis, %s", ErrNotResult, what)
	}
	return s, nil
}

// unsound says what does not fit together, in an analysis that was edited;
// empty: nothing.
func (s *Sensitivity) unsound() string {
	switch {
	case len(s.Packages) == 0:
		return "it has no packages"
	case len(s.Outputs) == 0:
		return "it has no outputs"
	}
	outputs, factors := len(s.Outputs), len(s.Factors)
	for _, matrix := range []struct {
		name string
		fits bool
	}{
		{MethodTornado, fits(s.Tornado, outputs, factors)},
		{MethodMorris, fits(s.Morris, outputs, factors)},
		{MethodSobol, fits(s.Sobol, outputs, factors)},
		{MethodPRCC, fits(s.PRCC, outputs, factors)},
		{MethodGiven, fits(s.Given, outputs, factors)},
		{MethodPAWN, fits(s.PAWN, outputs, factors)},
	} {
		if !matrix.fits {
			return fmt.Sprintf("its %s is not by %d outputs and %d factors", matrix.name, outputs, factors)
		}
	}
	return ""
}

// fits says whether a matrix is nil or has so many rows, each nil or of so many
// columns.
func fits[T any](matrix [][]T, rows, columns int) bool {
	if matrix == nil {
		return true
	}
	for _, row := range matrix {
		if row != nil && len(row) != columns {
			return false
		}
	}
	return len(matrix) == rows
}
